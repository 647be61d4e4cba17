"""What the commands print for a person: counts first, then what is wrong, why, and what to do."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sellerdesk.domain.clause import Terms
from sellerdesk.domain.decision import Decision
from sellerdesk.domain.finding import BADNESS, OUTCOMES, Finding
from sellerdesk.domain.refusal import Refusal, rows_lost
from sellerdesk.rules.engine.check import smallest_change
from sellerdesk.rules.engine.judge import Audit, MissingFact
from sellerdesk.rules.engine.rulebook import Rule
from sellerdesk.writers import words

AT_STAKE = {"account": 0, "offer": 1, "cost": 2, "note": 3}
NAME_WIDTH = 32
REFUSED_SHOWN = 20


def counts(audit: Audit, lang: str) -> Iterator[str]:
    """One line for each rule: how many records have which outcome, the outcomes that none has left out."""
    for rule, by_outcome in audit.summary.items():
        outcomes = [f"{words.say(lang, f'outcome.{outcome}')} {by_outcome[outcome]:,}" for outcome in OUTCOMES if by_outcome.get(outcome)]
        yield f"  {rule:<{NAME_WIDTH}} {'   '.join(outcomes) or '–'}"


def not_covered(names: Sequence[str], rules: Mapping[str, Rule], as_of: date, lang: str) -> Iterator[str]:
    """The rules that do not hold on a day (Japan): those that begin later, and those that have ended."""
    ended = tuple(name for name in names if rules[name].version and rules[name].version[0].start <= as_of)
    early = tuple(name for name in names if name not in ended)
    yield from [words.say(lang, "say.not_covered", as_of=as_of, rules=early)] if early else []
    yield from [words.say(lang, "say.not_in_force", as_of=as_of, rules=ended)] if ended else []


def findings(found: Sequence[Finding], rules: Mapping[str, Rule], lang: str, limit: int, decided: Sequence[Decision] = ()) -> Iterator[str]:
    """Findings by rule, what costs the account first; at most `limit` of each (0: all).

    Where the owner decided about one and the rule says what it said then, the decision stands in place of what to do.
    """
    kinds = {(decision.rule, decision.subject): decision for decision in decided}
    grouped: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for finding in found:
        grouped[finding.rule, finding.outcome].append(finding)
    ranks = sorted(grouped, key=lambda key: (BADNESS[key[1]], AT_STAKE[rules[key[0]].severity], key[0]))
    for name, outcome in ranks:
        rule, group = rules[name], grouped[name, outcome]
        yield ""
        yield f"{words.say(lang, f'outcome.{outcome}')} {len(group):,}  {rule.text.in_(lang)} [{behind(rule)}]"
        for finding in group[:limit] if limit else group:
            said, decision = words.worded(finding, rule, lang), kinds.get((finding.rule, finding.subject))
            yield f"  {finding.subject}: {said.text}"
            if decision is not None and decision.holds(finding.case):
                yield "    → " + words.say(lang, "say.you_decided", what=words.say(lang, f"decision.{decision.kind}"))
            elif said.fix:
                yield f"    → {said.fix}"
        if limit and len(group) > limit:
            yield "  " + words.say(lang, "typed.more", count=len(group) - limit)


def behind(rule: Rule) -> str:
    """A rule by id, with the clauses behind it."""
    return ": ".join(part for part in (rule.id, ", ".join(rule.clauses)) if part)


def explained(finding: Finding, rule: Rule, terms: Terms, lang: str) -> Iterator[str]:
    """Why one verdict is as it is: the comparison, the clauses with document and section, the smallest change."""
    from sellerdesk.rules.checks import CHECKS  # noqa: PLC0415 (an answer in JSON does without the checks of other commands)

    said = words.worded(finding, rule, lang)
    yield f"{words.say(lang, f'outcome.{finding.outcome}')}  {finding.subject}  [{finding.rule}]"
    yield f"  {said.text}"
    if said.compared != said.text:
        yield f"  {words.say(lang, 'say.compared')}: {said.compared}"
    for name in finding.clauses:
        clause = terms.clause[name]
        document = terms.document[clause.document]
        where = f"{document.title.in_(lang)}, {terms.heading(name, lang)}; {words.say(lang, 'say.terms_as_seen', year=document.dated)}"
        yield f"  {words.say(lang, 'say.clause')} {name}: {clause.text.in_(lang)} ({where})"
    if rule.source is not None:
        year = words.say(lang, "say.terms_as_seen", year=rule.source.dated)
        yield f"  {words.say(lang, 'say.clause')}: {rule.source.text.in_(lang)} ({year})"
    changes = [words.change(change, lang) for change in smallest_change(finding, CHECKS[rule.check])]
    yield f"  {words.say(lang, 'say.change')}: {' / '.join(changes) or words.say(lang, 'say.change_none')}"


def missing(facts: Sequence[MissingFact], lang: str) -> Iterator[str]:
    """Facts missing, the one whose answer settles most first."""
    if facts:
        yield ""
        yield words.say(lang, "say.missing_head")
    for missing_fact in facts:
        name = words.fact_name(missing_fact.fact, lang)
        key = "say.missing_line" if missing_fact.settles else "say.missing_line_with_others"
        yield "  " + words.say(lang, key, fact=name, records=missing_fact.records, settles=missing_fact.settles)


def refusals(refused: Sequence[Refusal], file: str, lang: str) -> Iterator[str]:
    """The rows that could not be read, each with the way to mend it."""
    if not refused:
        return
    lost = rows_lost(refused)
    if lost:
        yield f"{file}: " + words.say(lang, "say.refused_head", count=lost)
    if alone := sum(refusal.kept for refusal in refused):
        yield f"{file}: " + words.say(lang, "say.refused_cells_head", count=alone)
    for refusal in refused[:REFUSED_SHOWN]:
        facts = {"line": refusal.line, "column": refusal.column, "value": refusal.value}
        expected, fix = words.say(lang, f"expected.{refusal.expected}"), words.say(lang, f"fix.{refusal.fix}")
        yield "  " + words.say(lang, "say.refused_line", **facts, expected=expected, fix=fix)
    if len(refused) > REFUSED_SHOWN:
        yield "  " + words.say(lang, "typed.more", count=len(refused) - REFUSED_SHOWN)

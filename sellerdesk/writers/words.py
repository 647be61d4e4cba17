"""The words of the program in Japanese and English: messages from the resources, verdicts from the rulebooks."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache

import msgspec
import rtoml

from sellerdesk import assets
from sellerdesk.domain.clause import Words
from sellerdesk.domain.expressions import expression
from sellerdesk.domain.finding import MISSING, Change, Finding, Value
from sellerdesk.domain.offer import NO_TEMPLATE
from sellerdesk.domain.refusal import Fault
from sellerdesk.rules.engine.rulebook import Rule
from sellerdesk.writers.counting import for_one

LANGUAGES = ("ja", "en")
SECTION = expression(r"^(?=\[\w+\])", re.MULTILINE)
"""The beginning of a section."""
PLAIN = frozenset({int, str})
"""Facts of these types stand in a sentence as they are."""
NAMED = {
    "region": "region", "place": "region", "service": "service", "decision": "decision", "ship_method": "method", "ship_from": "country",
    "form": "points_form",
    **dict.fromkeys(("payer", "label_payer"), "payer"),
    **dict.fromkeys(("confirmed_at", "delivered_at", "restock_date"), "no_date"),
    **dict.fromkeys(("preorder", "hazmat", "medical", "is_prime", "in_policy"), "answer"),
    **dict.fromkeys(("same_day_region", "participant", "offered", "served"), "answer"),
}  # fmt: skip
"""Facts whose value may be an id, with the section of the messages that names it in both languages."""
LABEL_COST, UNKNOWN_YEN = "cost", "?"
"""The fact that is a label's yen as a sentence shows them, and what it is where they are not known."""
CHANGES = {
    ("mend", "ship_from"): "say.change_ship_from",
    ("mend", "offered"): "say.change_offered",
    ("mend", "served"): "say.change_served",
}
"""Changes that have a sentence of their own, by kind and fact."""


class Messages(Mapping[str, Mapping[str, Words]]):
    """All messages by section and key. A section is read when it is asked for: all of them together take 0.02 s."""

    def __init__(self, text: str) -> None:
        """Of a TOML text whose sections are one level deep."""
        self.texts = {part[1 : part.index("]")]: part for part in SECTION.split(text)[1:]}
        self.read: dict[str, Mapping[str, Words]] = {}

    def __getitem__(self, section: str) -> Mapping[str, Words]:
        """The messages of a section; loading refuses a key without both languages. Raises KeyError."""
        if section not in self.read:
            entries = rtoml.loads(self.texts[section])
            self.read[section] = msgspec.convert(entries[section], dict[str, Words])
        return self.read[section]

    def __iter__(self) -> Iterator[str]:
        """The sections."""
        return iter(self.texts)

    def __len__(self) -> int:
        """How many sections there are."""
        return len(self.texts)


@cache
def messages() -> Mapping[str, Mapping[str, Words]]:
    """All messages by section and key."""
    return Messages(assets.text("i18n/messages.toml"))


def say(lang: str, key: str, /, **facts: object) -> str:
    """The message with a key ("section.name") in a language, its places filled with facts."""
    section, name = key.split(".")
    template = messages()[section][name].in_(lang)
    return filled(template, {fact: shown(value, lang) for fact, value in facts.items()}, lang) if facts else template


def filled(template: str, facts: Mapping[str, object], lang: str) -> str:
    """A template with its places filled; in English one thing is said to be one."""
    return (for_one(template, facts) if lang == "en" else template).format_map(facts)


def shown(value: object, lang: str) -> object:
    """A fact as it stands in a sentence: several joined, a day as 2020-08-03, words in the language, what is not known said so."""
    if value is None:
        return say(lang, "say.not_known")
    if isinstance(value, tuple | list):
        return say(lang, "say.list_and").join(str(shown(part, lang)) for part in value)
    if isinstance(value, Words):
        return value.in_(lang)
    if isinstance(value, str):  # a name with a line break in it would begin a sentence of its own
        return value if value.isprintable() else " ".join(value.splitlines())
    return value.isoformat() if isinstance(value, date) else value


def fault_words(fault: Fault, lang: str, *, typed: bool = False) -> str:
    """The one sentence for a fault; `typed` for a person who types commands, whom it may tell what to type."""
    facts = dict(fault.facts)
    if fault.code in ("bad_fact", "bad_fare", "fare_lacks"):
        facts["fact"] = fact_name(str(facts["fact"]), lang)
    if "expected" in facts:
        facts["expected"] = say(lang, f"expected.{facts['expected']}")
    if fault.code == "payment_word_listed":
        facts["kinds"] = payment_kinds(msgspec.convert(facts["kinds"], tuple[str, ...]), lang)
    if "fix" in facts:
        facts["fix"] = say(lang, f"fix.{facts['fix']}")
    if fault.code == "pack_fault":
        facts["why"] = pack_fault(str(facts["why"]), facts.pop("facts"), lang)
    known = messages()
    names = ("typed", "fault") if typed else ("fault", "typed")
    return say(lang, f"{next(name for name in names if fault.code in known[name])}.{fault.code}", **facts)


def pack_fault(why: str, facts: object, lang: str) -> str:
    """What is wrong with a field of a fact pack."""
    inner = dict(facts) if isinstance(facts, Mapping) else {}
    inner |= {name: say(lang, f"category_kind.{inner[name]}") for name in ("kind", "wanted") if why == "against_list"}
    if why == "against_payments":
        inner |= {"kinds": payment_kinds(inner["kinds"], lang), "wanted": say(lang, f"payment_kind.{inner['wanted']}")}
    return say(lang, f"packfault.{why if why in messages()['packfault'] else 'not_allowed'}", **inner)


def payment_kinds(kinds: Iterable[str], lang: str) -> tuple[str, ...]:
    """Kinds of amounts of payment reports, by their names; none for the rest that is not placed."""
    return tuple(say(lang, f"payment_kind.{kind}") for kind in kinds if kind in messages()["payment_kind"])


def fact_name(fact: str, lang: str, rule: str = "") -> str:
    """The name of a fact as the owner knows it; a rule may mean something of its own by it."""
    names = messages()["fact"]
    known = names.get(f"{rule}:{fact}") or names.get(fact)
    return known.in_(lang) if known else fact


def fact_names(facts: tuple[str, ...], lang: str) -> str:
    """Several facts by name."""
    return say(lang, "say.list_and").join(fact_name(fact, lang) for fact in facts)


def verdict_facts(finding: Finding, lang: str) -> Mapping[str, object]:
    """The facts of a finding as its sentences show them."""
    if PLAIN.issuperset(map(type, finding.facts.values())) and NAMED.keys().isdisjoint(finding.facts) and LABEL_COST not in finding.facts:
        return finding.facts
    facts = {name: value if type(value) is int else value_name(name, value, lang) for name, value in finding.facts.items()}
    if isinstance(differs := finding.facts.get("differs"), tuple):
        facts["differs"] = fact_names(differs, lang)
    return facts


def value_name(fact: str, value: object, lang: str) -> object:
    """A fact as it stands in a sentence; an id by its name."""
    if fact == LABEL_COST and isinstance(value, str):
        return say(lang, "say.label_cost_unknown") if value == UNKNOWN_YEN else say(lang, "say.label_cost", yen=value)
    if isinstance(value, str) and fact in NAMED and value in (names := messages()[NAMED[fact]]):
        return names[value].in_(lang)
    return shown(value, lang)


ADDED = frozenset({"out_shop", "out_buyer", "label_costs", "fee_came_back", "given_since"})
"""Facts that add a sentence to what the verdict says."""


class Worded(msgspec.Struct, frozen=True):
    """A finding in words: the verdict in one or two sentences, what mends it ("" for ok), what was compared with what."""

    text: str
    fix: str
    compared: str


def worded(finding: Finding, rule: Rule, lang: str) -> Worded:
    """A finding in the words of its rule."""
    if finding.case == MISSING:
        return with_days(lacking(finding.missing, lang), finding, lang)
    case, facts = rule.case[finding.case], verdict_facts(finding, lang)
    text = filled(case.text.in_(lang), facts, lang)
    if isinstance(unsure := finding.facts.get("unsure"), str):
        text += say(lang, f"source.because_{unsure.replace(' ', '_')}")
    if not ADDED.isdisjoint(finding.facts):  # of 33,000 findings of a shop none has one
        text += of_all_labels(finding, lang) + of_label_costs(finding, lang) + of_fee_back(finding, lang) + of_given(finding, lang)
    text += of_pack(finding, rule, lang) or (filled(case.own.in_(lang), facts, lang) if case.own else "")
    fix = filled(case.fix.in_(lang), facts, lang) if case.fix else ""
    if finding.facts.get("recorded"):
        text, fix = text + say(lang, "say.refund_is_recorded"), say(lang, "say.refund_seen_next")
    if isinstance(kind := finding.facts.get("decided"), str):
        fix = say(lang, "say.you_decided", what=say(lang, f"decision.{kind}"))
    if case.rounded and finding.facts["percent"] != finding.facts["per_cent"]:
        fix += filled(case.rounded.in_(lang), facts, lang)
    return Worded(text, fix, filled(case.compared.in_(lang), facts, lang) if case.compared else text)


def with_days(found: Worded, finding: Finding, lang: str) -> Worded:
    """The words for what waits for a report, with the last day of the returns report or the days between payment reports that lack."""
    facts = finding.facts
    if (day := facts.get("returns_to")) is not None:
        return msgspec.structs.replace(found, text=found.text + say(lang, "say.returns_end", day=day))
    if (first := facts.get("lack_from")) is not None:
        days = {"first": first, "last": facts["lack_to"]}
        return msgspec.structs.replace(found, text=found.text + say(lang, "say.days_lack", **days), fix=say(lang, "say.open_days", **days))
    return found


def of_all_labels(finding: Finding, lang: str) -> str:
    """What is out of all labels of an order by the side that was charged, where the verdict on one of them stands for several."""
    said = ""
    for side, key in (("shop", "say.labels_out_of_shop"), ("buyer", "say.labels_out_of_buyer")):
        yen, is_least = finding.facts.get(f"out_{side}"), bool(finding.facts.get(f"least_{side}"))
        said += say(lang, key, yen=say(lang, "say.yen_atleast" if is_least else "say.yen_exact", yen=yen)) if isinstance(yen, int) else ""
    return said


def of_label_costs(finding: Finding, lang: str) -> str:
    """That rows of the returns report name different costs for one label."""
    costs = finding.facts.get("label_costs")
    if not isinstance(costs, list | tuple):
        return ""
    named = tuple(say(lang, "say.label_cost", yen=yen) for yen in costs)
    return say(lang, "say.label_costs_differ", costs=named)


def of_fee_back(finding: Finding, lang: str) -> str:
    """What came back with refunds of a fee above the table, and what is still out."""
    back, left = finding.facts.get("fee_came_back"), finding.facts.get("yen")
    return say(lang, "say.fee_came_back", back=back, left=left) if isinstance(back, int) else ""


def of_given(finding: Finding, lang: str) -> str:
    """What was given back of the yen that a finding is about."""
    back = finding.facts.get("given_since")
    return say(lang, "say.given_since", back=back) if isinstance(back, int) else ""


def of_pack(finding: Finding, rule: Rule, lang: str) -> str:
    """The fact pack whose figure decided a finding, with the figure, its first day and its source; "" for the program's own figures."""
    pack, since = finding.facts.get("pack"), finding.facts.get("pack_from")
    if not isinstance(pack, str):
        return ""
    found = (version for version in rule.version if version.pack == pack and str(version.since) == str(since or version.since))
    version = next(found, None)
    if version is None:
        return say(lang, "say.by_pack_gone", pack=pack)
    return say(lang, "say.by_pack", pack=pack, source=version.source, figure=version.figure, since=version.since)


@cache
def lacking(missing: tuple[str, ...], lang: str) -> Worded:
    """The words for a verdict that waits for facts; `--all` asks for the same few a hundred thousand times."""
    names = fact_names(missing, lang)
    text = say(lang, "say.missing", facts=names)
    fix = say(lang, "say.refund_day_fix") if missing == ("refunded_on",) else where_to_find(missing, lang)
    return Worded(text, fix, text)


def where_to_find(missing: tuple[str, ...], lang: str) -> str:
    """What to do about facts that are not known: those that only a report tells are not asked for, but it is said where they come from."""
    known = messages()["comes_from"]
    places = dict.fromkeys(known[fact].in_(lang) for fact in missing if fact in known)
    asked = tuple(fact for fact in missing if fact not in known)
    answer = [say(lang, "say.missing_fix", facts=fact_names(asked, lang))] if asked else []
    return ("" if lang == "ja" else " ").join([*answer, *places])


def change(effect: Change, lang: str) -> str:
    """A smallest change in words."""
    name, key = fact_name(effect.fact, lang), CHANGES.get((effect.kind, effect.fact), f"say.change_{effect.kind}")
    if effect.kind == "would" and effect.to is None:
        key = "say.change_would_other"
    sentence = say(lang, key, subject=effect.subject, fact=name, to=change_value(effect.fact, effect.to, lang))
    return sentence + say(lang, "say.change_percent", percent=effect.percent) if effect.percent else sentence


def change_value(fact: str, value: Value, lang: str) -> object:
    """The value a fact is changed to, with separators; an id and no template in words."""
    if fact == "shipping_template" and value == NO_TEMPLATE:
        return say(lang, "say.no_prime_template")
    return f"{value:,}" if isinstance(value, int) else "" if value is None else value_name(fact, value, lang)

"""`rules`, `clauses` and `self-test`: what the program goes by, and whether it is whole."""

from collections.abc import Iterator
from datetime import date

import click
import msgspec

from sellerdesk.cli.answer import TO_MEND, Asked, answering, dated, leave
from sellerdesk.clock import now
from sellerdesk.rules.engine.rulebook import Rule
from sellerdesk.workflows.program.covered import reached
from sellerdesk.workflows.program.self_test import self_test
from sellerdesk.workflows.shop.backups import shop_whole
from sellerdesk.workflows.terms import clause, rule, rules, terms
from sellerdesk.writers import words


@click.command(name="rules")
@click.argument("name", required=False, metavar="[ID]")
@dated
@answering
def rules_command(asked: Asked, name: str | None, as_of: date) -> None:
    """Show the rulebook in force, or one rule whole."""
    chosen = [rule(name)] if name else list(rules().values())
    content: dict[str, object] = {"as_of": as_of, "rules": [rule_json(rule, as_of) for rule in chosen]}
    lines = whole_rule(chosen[0], as_of, asked) if name else [f"{rule.id:<26} {rule.text.in_(asked.lang)}" for rule in chosen]
    asked.tell(content, lines)


def rule_json(one: Rule, as_of: date) -> dict[str, object]:
    """A rule for JSON: all that the rulebook says, and the version in force on a day (`null`: not covered)."""
    version = one.on(as_of)
    return {**msgspec.to_builtins(one), "in_force": msgspec.to_builtins(version) if version else None}


def whole_rule(one: Rule, as_of: date, asked: Asked) -> Iterator[str]:
    """One rule for a person: its words, its clauses, and what it can say."""
    yield f"{one.id}: {one.text.in_(asked.lang)}"
    version = one.on(as_of)
    if version:
        yield "  " + asked.say("say.in_force", start=version.begun or version.start)
    else:
        yield "  " + asked.say("say.not_covered", as_of=as_of, rules=(one.id,))
    for name in one.clauses:
        yield f"  {name}: {terms().clause[name].text.in_(asked.lang)}"
    for case in one.case.values():
        yield f"  {asked.say(f'outcome.{case.outcome}')}  {case.text.in_(asked.lang)}"


@click.command(name="clauses")
@click.argument("name", required=False, metavar="[ID]")
@answering
def clauses_command(asked: Asked, name: str | None) -> None:
    """Show the clauses of the two documents in our own words, with the rules that carry each."""
    chosen = {name.upper(): clause(name)} if name else terms().clause
    told_clauses = [
        {"id": key, **msgspec.to_builtins(clause), "rules": carriers(key), "reached": reached(key)} for key, clause in chosen.items()
    ]
    lines = []
    for key, one in chosen.items():
        document = terms().document[one.document]
        lines.append(f"{key:<6} {one.text.in_(asked.lang)}")
        if name:
            lines.append(f"       {document.title.in_(asked.lang)}, {terms().heading(key, asked.lang)}")
            lines.append("       " + words.say(asked.lang, "say.terms_as_seen", year=document.dated))
            lines.extend(f"       {place['kind']}: {place['name']}" for place in reached(key))
    asked.tell({"documents": msgspec.to_builtins(terms().document), "clauses": told_clauses}, lines)


def carriers(clause_id: str) -> list[str]:
    """The rules that name a clause."""
    return [place["name"] for place in reached(clause_id) if place["kind"] == "rule"]


@click.command(name="self-test")
@click.option("--shop", "of_shop", is_flag=True, help="Check the shop's own data and its backups instead.")
@answering
def self_test_command(asked: Asked, *, of_shop: bool) -> None:
    """Check that the program is whole: resources, languages, rulebooks, the demo audit, a store, files out and in, no socket."""
    if of_shop:
        check_shop(asked)
        return
    results = self_test(now(), asked.paper.table if asked.paper else None)
    fine = all(result == "ok" for result in results.values())
    lines = [*(f"  {name:<12} {result}" for name, result in results.items()), asked.say(f"say.self_test_{'ok' if fine else 'bad'}")]
    asked.tell({"ok": fine, "checks": results}, lines)
    leave(0 if fine else TO_MEND)


def check_shop(asked: Asked) -> None:
    """Compare the shop's data and every backup of it with the sums that were written with them."""
    results = {name: fault and words.fault_words(fault, asked.lang, typed=True) for name, fault in shop_whole(asked.place, now()).items()}
    fine = not any(results.values())
    lines = [*(f"  {name:<34} {fault or 'ok'}" for name, fault in results.items()), asked.say(f"say.shop_test_{'ok' if fine else 'bad'}")]
    asked.tell({"ok": fine, "checks": {name: fault or "ok" for name, fault in results.items()}}, lines)
    leave(0 if fine else TO_MEND)


COMMANDS = {"rules": rules_command, "clauses": clauses_command, "self-test": self_test_command}

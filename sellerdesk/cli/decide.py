"""`decide` and `decisions`: what the owner decided about findings."""

from collections.abc import Iterator
from datetime import date

import click
import msgspec

from sellerdesk.cli.answer import Asked, answering, dated
from sellerdesk.clock import now
from sellerdesk.domain.decision import Decision
from sellerdesk.workflows.judged.decisions import KINDS, decide, decisions, withdraw
from sellerdesk.workflows.judged.judging_again import make_current

NONE = "none"


@click.command(name="decide")
@click.argument("rule")
@click.argument("subject")
@click.argument("decision", type=click.Choice([*KINDS, NONE]))
@click.option("--why", default="", help="Why; needed for not-so.")
@dated
@answering
def decide_command(asked: Asked, *, rule: str, subject: str, decision: str, why: str, as_of: date) -> None:
    """Decide about a finding of the saved shop: done, later, not-so (with --why), or none to take a decision back.

    A refund deadline can also be refunded, a label or a payment that is asked back claimed.
    """
    if decision == NONE:
        count = withdraw(asked.store, [(rule, subject)], now())
    else:
        if rule.startswith("payments."):
            make_current(asked.store, as_of, now())  # a decision holds for what the payments say now, and for its yen
        count = decide(asked.store, [(rule, subject)], decision, why, as_of=as_of, now=now())
    asked.tell({"saved": count}, [asked.say("say.decided" if count else "say.not_decided", rule=rule, subject=subject)])


@click.command(name="decisions")
@answering
def decisions_command(asked: Asked) -> None:
    """List what was decided about findings, the oldest first."""
    listed = decisions(asked.store)
    entries = [
        {"decision": decision.kind, **{key: value for key, value in msgspec.structs.asdict(decision).items() if key != "kind"}}
        for decision in listed
    ]
    asked.tell({"decisions": entries}, as_lines(asked, listed))


def as_lines(asked: Asked, listed: list[Decision]) -> Iterator[str]:
    """The decisions for a person."""
    for text in listed:
        why = f" – {text.why}" if text.why else ""
        yield f"{text.decided_at[:16].replace('T', ' ')}  {asked.say(f'decision.{text.kind}')}  {text.rule}  {text.subject}{why}"
    if not listed:
        yield asked.say("say.no_decisions")


COMMANDS = {"decide": decide_command, "decisions": decisions_command}

"""`cashless`: which orders earn the rebate of 2019-20."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from sellerdesk.cli.answer import TO_MEND, Asked, answering, dated, leave
from sellerdesk.cli.sources import SHOWN, source_json
from sellerdesk.rules.checks import ORDER_CHECKS
from sellerdesk.workflows.cashless.orders import STATES, Rebates, read_and_judge
from sellerdesk.workflows.cashless.payments import Answers
from sellerdesk.workflows.files import Source, campaign_categories, kind_name
from sellerdesk.workflows.terms import rules
from sellerdesk.writers import as_json, as_text

if TYPE_CHECKING:
    from sellerdesk.domain.order import Payment


@click.command(name="cashless")
@click.argument("orders", type=click.Path(path_type=Path))
@click.option("--payment", type=click.Choice(["cashless", "other"]), help="How orders were paid of which the file does not tell it.")
@click.option(
    "--participant", type=click.Choice(["yes", "no"]), help="Whether the shop took part in METI's project, where no shop is saved."
)
@click.option("--category", type=click.Choice(campaign_categories()), help="Only orders of one of the campaign's ten categories.")
@click.option("--all", "everything", is_flag=True, help="List verdicts that are ok, or lack a fact, too.")
@click.option("--limit", default=SHOWN, show_default=True, type=click.IntRange(0), help="Most findings printed of each kind (0: all).")
@dated
@answering
def cashless_command(
    asked: Asked,
    *,
    orders: Path,
    payment: str | None,
    participant: str | None,
    category: str | None,
    as_of: date,
    everything: bool,
    limit: int,
) -> None:
    """Say of every order whether it earns the cashless rebate, still can, or not, and why."""
    answers, readings = said(asked, payment, participant)
    source, rebates = read_and_judge(orders, as_of, answers, readings, category)
    assumed = participant is None and not asked.store.exists()
    found = [finding for finding in rebates.audit.findings if everything or (finding.outcome != "ok" and not finding.missing)]
    content: dict[str, object] = {
        "as_of": as_of,
        "source": source_json(source, asked.lang),
        "summary": rebates.audit.summary,
        "states": rebates.states,
        "rebate": rebates.rebate,
        "unpriced": rebates.unpriced,
        "participant_assumed": assumed,
        "not_covered": rebates.audit.not_covered,
        "missing": as_json.missing(rebates.audit.missing),
        "findings": [
            {**entry, "state": entry["facts"]["state"]}  # type: ignore[index]  # the facts of a finding are a mapping
            for entry in (as_json.findings(found, rules(), ORDER_CHECKS, asked.lang) if asked.as_json else [])
        ],
    }
    note = [asked.say("typed.participant_assumed")] if assumed else []
    asked.tell(content, [*as_lines(asked, source, rebates, as_of, limit), *note])
    counts = rebates.audit.summary.values()
    leave(TO_MEND if source.refused or not counts or any(count.get("breach") or count.get("check") for count in counts) else 0)


def said(asked: Asked, payment: str | None, participant: str | None) -> tuple[Answers, dict[str, str]]:
    """What the owner says about payment and the project, on this command or once for the shop, and the readings of unclear passages.

    Without a saved shop the file is judged as a participant's; a shop that did not say whether it took part is asked.
    """
    if not asked.store.exists():
        return Answers(cast("Payment | None", payment), took_part=participant or "yes"), {}
    from sellerdesk.workflows.cashless.payments import payment_answers  # noqa: PLC0415 (SQLite's library takes 0.1 s to load)
    from sellerdesk.workflows.shop.readings import readings  # noqa: PLC0415 (SQLite's library takes 0.1 s to load)

    saved = payment_answers(asked.store)
    answers = Answers(cast("Payment", payment) if payment else saved.payment, saved.orders, participant or saved.took_part)
    return answers, readings(asked.store)


def as_lines(asked: Asked, source: Source, rebates: Rebates, as_of: date, limit: int) -> Iterator[str]:
    """The orders for a person."""
    yield asked.say("say.source", file=source.file, kind=kind_name(source.kind, asked.lang), rows=source.rows, as_of=as_of)
    yield from as_text.refusals(source.refused, source.file, asked.lang)
    if rebates.audit.not_covered:
        yield from as_text.not_covered(rebates.audit.not_covered, rules(), as_of, asked.lang)
        return
    for state in STATES:
        yield f"  {asked.say(f'state.{state}')}: {rebates.states[state]:,}"
    yield asked.say("say.rebates", eligible=rebates.rebate["eligible"], open=rebates.rebate["open"])
    if any(rebates.unpriced.values()):
        yield asked.say("say.unpriced", count=sum(rebates.unpriced.values()))
    worth = [finding for finding in rebates.audit.findings if finding.outcome != "ok" and not finding.missing]
    yield from as_text.findings(worth, rules(), asked.lang, limit)
    yield from as_text.missing(rebates.audit.missing, asked.lang)


COMMANDS = {"cashless": cashless_command}

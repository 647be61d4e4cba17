"""`shipments`: carrier, method, tracking, confirmation, origin and delivery of the shipments of SFP offers."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from sellerdesk.cli.answer import TO_MEND, Asked, answering, dated, leave
from sellerdesk.cli.audit import as_lines
from sellerdesk.cli.sources import FILE, SHOWN, source_json, templates_option
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.rules.checks import SHIPMENT_CHECKS
from sellerdesk.rules.sfp.rates import Measured
from sellerdesk.workflows.sfp.measures import lacks_ship_by, missed, rate_words
from sellerdesk.workflows.sfp.shipments import JudgedShipments, ShipmentAnswers, ShipmentFiles, judge_shipments
from sellerdesk.workflows.terms import rules
from sellerdesk.writers import as_json


@click.command(name="shipments")
@click.argument("file", type=FILE)
@click.option("--listings", type=FILE, help="The listings report: its Prime templates tell which SKUs are SFP offers.")
@templates_option()
@click.option("--all-prime", "every", is_flag=True, help="Every shipment of the file is of an SFP offer.")
@click.option("--facts", type=FILE, help="Your sheet of facts about SKUs (CSV), for the ship-from country.")
@click.option("--all", "everything", is_flag=True, help="List verdicts that are ok, or lack a fact, too.")
@click.option("--limit", default=SHOWN, show_default=True, type=click.IntRange(0), help="Most findings printed of each kind (0: all).")
@dated
@answering
def shipments_command(
    asked: Asked,
    *,
    file: Path,
    listings: Path | None,
    templates: tuple[str, ...],
    every: bool,
    facts: Path | None,
    everything: bool,
    limit: int,
    as_of: date,
) -> None:
    """Judge the shipments of SFP offers: the seller's shipment sheet, or a shipping-confirmation upload (出荷通知)."""
    if every and (listings or templates):
        raise UnusableArgument("not_together", name="--all-prime", other="--listings, --prime-template")
    if templates and not listings:
        raise UnusableArgument("needs", name="--prime-template", other="--listings")
    done = judge_shipments(ShipmentFiles(file, listings, templates, facts, every), as_of, answers_of_shop(asked), everything=everything)
    asked.tell(content(asked, done), shipment_lines(asked, done, limit))
    refused = any(source.refused for source in (done.audited.source, *done.audited.others))
    counts = done.audited.audit.summary.values()
    to_mend = missed(done.measures) or any(count.get("breach") or count.get("check") for count in counts)
    leave(TO_MEND if refused or not counts or to_mend else 0)


def answers_of_shop(asked: Asked) -> ShipmentAnswers:
    """What the owner told the saved shop that shipments are judged by."""
    if not asked.store.exists():
        return ShipmentAnswers()
    from sellerdesk.workflows.sfp import shipment_rows  # noqa: PLC0415 (SQLite's library takes 0.1 s to load)

    return shipment_rows.answers_of_shop(asked.store)


def content(asked: Asked, done: JudgedShipments) -> dict[str, object]:
    """The answer for JSON."""
    audited, lang = done.audited, asked.lang
    return {
        "as_of": audited.as_of,
        "source": source_json(audited.source, lang),
        "others": [source_json(source, lang) for source in audited.others],
        "strays": [{"file": strays.file, "skus": len(strays.skus), "lost_zeros": len(strays.zeros)} for strays in audited.strays],
        "summary": audited.audit.summary,
        "not_covered": audited.audit.not_covered,
        "missing": as_json.missing(audited.audit.missing),
        "measures": [measure_json(measure) for measure in done.measures],
        "trial": [
            {"orders": trial.orders, "there": trial.there, "measures": [measure_json(rate) for rate in trial.measures]}
            for trial in done.trial
        ],
        "findings": as_json.findings(audited.audit.findings, rules(), SHIPMENT_CHECKS, lang) if asked.as_json else [],
    }


def measure_json(measure: Measured) -> dict[str, object]:
    """A rate for JSON; `holds` is null where nothing is counted."""
    return {
        "measure": measure.measure,
        "from": measure.start,
        "to": measure.end,
        "counted": measure.counted,
        "met": measure.met,
        "unknown": measure.unknown,
        "missing": ["ship_by"] if lacks_ship_by(measure) else [],
        "least_percent": measure.least_percent if measure.most_percent is None else None,
        "most_percent": measure.most_percent,
        "below": measure.below,
        "holds": None if measure.failures_left is None else measure.failures_left > 0,
        "failures_left": measure.failures_left,
        "checked": measure.checked,
        "sure": measure.sure,
        "known_from": measure.known_from,
    }


def shipment_lines(asked: Asked, done: JudgedShipments, limit: int) -> Iterator[str]:
    """The answer for a person: the verdicts, then the rates."""
    late = missed(done.measures)
    yield from as_lines(asked, done.audited, limit, points=False, fine=not late)
    if late:
        names = asked.say("source.comma").join(rate_words(rate, asked.lang) for rate in late)
        yield asked.say("say.rates_missed", names=names)
    yield ""
    yield asked.say("say.measures_head", end=done.audited.as_of)
    yield from (rate_line(asked, measure) for measure in done.measures)
    for trial in done.trial:
        yield asked.say("say.trial_head", orders=trial.orders, there=trial.there)
        yield from (rate_line(asked, rate) for rate in trial.measures)
    if any(lacks_ship_by(rate) for trial in done.trial for rate in trial.measures):
        yield asked.say("say.ship_by_needed")


def rate_line(asked: Asked, measure: Measured) -> str:
    """A rate for a person."""
    facts = {
        "start": measure.start,
        "name": measure.name,
        "counted": measure.counted,
        "unknown": measure.unknown,
        "checked": measure.checked,
    }
    if measure.most_percent is None:
        text = asked.say("say.measure", **facts, met=measure.met, least=measure.least_percent)
    elif measure.below:
        text = asked.say("say.measure_failed_below", **facts, failed=measure.counted - measure.met, most=measure.most_percent)
    else:
        text = asked.say("say.measure_failed", **facts, failed=measure.counted - measure.met, most=measure.most_percent)
    unsure = "" if measure.sure == "sure" else asked.say(f"source.because_{measure.sure.replace(' ', '_')}")
    if measure.known_from is not None and measure.end < measure.known_from:
        unsure = asked.say("say.measure_later", start=measure.known_from)
    return "  " + text + unsure + " " + left(asked, measure)


def left(asked: Asked, measure: Measured) -> str:
    """What a rate can still bear."""
    if measure.failures_left is None:
        return asked.say("say.measure_nothing")
    return asked.say("say.measure_left", count=measure.failures_left) if measure.failures_left else asked.say("say.measure_missed")


COMMANDS = {"shipments": shipments_command}

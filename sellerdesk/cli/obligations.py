"""`obligations`: what this shop must do for Seller Fulfilled Prime."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from sellerdesk.cli.answer import TO_MEND, Asked, answering, dated, leave
from sellerdesk.cli.audit import made_from
from sellerdesk.cli.sources import FILE, saved_shop, source_json, templates_option
from sellerdesk.rules.figures.figure import Version
from sellerdesk.rules.sfp.obligations import NARROW
from sellerdesk.workflows.offers.audit import Files
from sellerdesk.workflows.sfp.obligations import Duties, Duty, duties_of, not_covered, to_do
from sellerdesk.workflows.terms import terms
from sellerdesk.writers import as_text, words

SKUS_SHOWN = 5


@click.command(name="obligations")
@click.argument("listings", required=False, type=FILE)
@click.option("--facts", type=FILE, help="Your sheet of facts about SKUs.")
@templates_option()
@dated
@answering
def obligations_command(asked: Asked, *, listings: Path | None, facts: Path | None, templates: tuple[str, ...], as_of: date) -> None:
    """What the terms of Prime ask of this shop beyond its offers' settings. Without a file: of the saved catalogue."""
    found = duties_of(Files(listings, facts, None, templates), saved_shop(asked, with_offers=listings is None), as_of)
    content: dict[str, object] = {
        "as_of": as_of,
        **made_from(found.source),
        "source": source_json(found.source, asked.lang),
        "others": [source_json(source, asked.lang) for source in found.others],
        "missing": found.missing(),
        "not_covered": not_covered(as_of),
        "obligations": [as_content(asked, duty) for duty in found.duties if duty.version is None],
        "beyond_the_terms": [as_content(asked, duty) for duty in found.duties if duty.version is not None],
    }
    asked.tell(content, as_lines(asked, found))
    refused = any(source.refused for source in (found.source, *found.others))
    leave(TO_MEND if refused or not_covered(as_of) or to_do(found.duties) else 0)


def as_content(asked: Asked, duty: Duty) -> dict[str, object]:
    """One obligation for JSON; the SKUs are named where the condition singles them out."""
    standing, obligation = duty.standing, duty.obligation
    return {
        "id": duty.id,
        "state": standing.state,
        "clauses": obligation.clauses,
        **({"terms": terms().dated(obligation.clauses[0])} if duty.version is None else source_of(duty.version, asked.lang)),
        "when": obligation.when,
        "title": obligation.title.in_(asked.lang),
        "body": obligation.body.in_(asked.lang),
        "offers": len(standing.skus),
        "unknown": standing.unknown,
        "missing": standing.missing,
        "skus": standing.skus if obligation.when in NARROW else (),
        "days": standing.days,
        "days_text": asked.say("say.duty_days", days=standing.days) if standing.days else "",
    }


def source_of(version: Version, lang: str) -> dict[str, object]:
    """What an obligation rests on that no clause names, for JSON."""
    return {"since": version.first, "source": version.source.in_(lang), "checked": version.checked, "sure": version.sure}


def as_lines(asked: Asked, found: Duties) -> Iterator[str]:
    """The obligations for a person, those that touch no offer left out."""
    for source in (found.source, *found.others):
        yield from as_text.refusals(source.refused, source.file, asked.lang)
    shown = [duty for duty in found.duties if duty.standing.state != "none"]
    for duty in shown:
        standing = duty.standing
        rests = ", ".join(duty.obligation.clauses) if duty.version is None else duty.version.source.in_(asked.lang)
        yield f"{asked.say(f'duty.{standing.state}')}  {duty.obligation.title.in_(asked.lang)} [{rests}]"
        yield f"  {duty.obligation.body.in_(asked.lang)}"
        yield "  " + asked.say("say.duty_offers", offers=len(standing.skus), unknown=standing.unknown)
        if duty.obligation.when in NARROW and standing.skus:
            yield "  " + "  ".join(standing.skus[:SKUS_SHOWN]) + ("  …" if len(standing.skus) > SKUS_SHOWN else "")
        if standing.days:
            yield "  " + asked.say("say.duty_days", days=standing.days)
        if standing.missing:
            yield "  " + words.lacking(standing.missing, asked.lang).fix
    if clauses := not_covered(found.as_of):
        yield asked.say("say.not_covered", as_of=found.as_of, rules=clauses)
    elif not shown:
        yield asked.say("say.no_duties")


COMMANDS = {"obligations": obligations_command}

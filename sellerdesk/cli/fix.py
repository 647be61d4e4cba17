"""`fix`: the upload file that mends every points shortfall."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import cast

import click
from msgspec.structs import replace

from sellerdesk.cli.answer import Asked, answering, dated
from sellerdesk.cli.audit import made_from
from sellerdesk.cli.sources import HOUR, SHOWN, agreed, saved_shop, source_json
from sellerdesk.clock import now
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.workflows.points.fix import Choice, Fix, Mend, file_of, fix
from sellerdesk.workflows.points.form import Form, check_form, form_on
from sellerdesk.writers import as_text


@click.command(name="fix")
@click.argument("listings", required=False, type=click.Path(path_type=Path))
@click.option(
    "--form",
    type=click.Choice(["price-file", "points-central"]),
    help="For Points Central, or as a price-and-quantity file; without it, the one that sets points on the day.",
)
@click.option("--yes", is_flag=True, help="Write the file even from a report older than 24 hours.")
@click.option("--with-cap", is_flag=True, help="Put offers above the cap in too, with the highest points allowed.")
@click.option("--leave-out", multiple=True, metavar="SKU", help="An offer that is not to stand in the file; may be given several times.")
@click.option("--only", multiple=True, metavar="SKU", help="Nothing but this offer in the file; may be given several times.")
@click.option("--whole-list", is_flag=True, help="Points Central: every SKU, those with nothing to mend at the percent they have.")
@click.option("--anyway", is_flag=True, help="Write a price file for a day on which it sets no points.")
@click.option("--limit", default=SHOWN, show_default=True, type=click.IntRange(0), help="Most rows printed (0: all).")
@dated
@answering
def fix_command(
    asked: Asked,
    *,
    listings: Path | None,
    form: str | None,
    as_of: date,
    yes: bool,
    with_cap: bool,
    leave_out: tuple[str, ...],
    only: tuple[str, ...],
    whole_list: bool,
    anyway: bool,
    limit: int,
) -> None:
    """Write the file that mends every points shortfall to --out; without --out, show what would be in it.

    Offers above the cap are perhaps mistyped: they are named and left as they are, unless --with-cap is given.
    """
    shape, choice = cast("Form", form or form_on(as_of)), Choice(with_cap, frozenset(leave_out), whole_list, frozenset(only))
    if whole_list and shape == "price-file":
        raise UnusableArgument("not_together", name="--whole-list", other="--form price-file")
    if not anyway:
        check_form(shape, as_of)
    found = fix(listings, saved_shop(asked, with_offers=listings is None), as_of, now(), choice)
    if asked.out is not None and found.stale and not yes and not agreed(asked, found.age):
        raise UnusableArgument("stale_report", hours=found.age // HOUR)
    if asked.out is not None:
        asked.write(asked.out, file_of(found, shape))
    content = {
        "as_of": as_of, "form": form, **made_from(found.source),
        "source": source_json(found.source, asked.lang), "age_hours": found.age // HOUR,
        "stale": found.stale, "reading": found.reading, "rows": [row_json(mend, shape) for mend in found.rows(shape)],
        "impossible": [{"sku": offer.sku, "price": offer.price, "line": offer.line} for offer in found.impossible],
        "over_cap": [row_json(mend, shape) for mend in found.over],
        "others": len(found.others), "unset": list(found.unset),
        "least_percent": found.rates.least_per_cent, "most_percent": found.rates.most_per_cent,
        "by_hand": [row_json(mend, "price-file") for mend in found.left_out(shape)], "cost": cost(found, shape),
    }  # fmt: skip
    replace(asked, out=None).tell(content, as_lines(asked, found, shape, limit))


def row_json(mend: Mend, form: Form) -> dict[str, object]:
    """One offer to mend, for JSON."""
    offer = mend.offer
    row = {"sku": offer.sku, "price": offer.price, "before": offer.points, "after": mend.after(form)}
    return {**row, "percent": mend.percent, "over_cap": mend.over_cap, "by_every_rounding": mend.by_every_rounding, "line": offer.line}


def cost(found: Fix, form: Form) -> dict[str, int]:
    """What selling one of each costs in points (yen), before and after."""
    rows = found.rows(form)
    before, after = sum(mend.offer.points or 0 for mend in rows), sum(row.after(form) for row in rows)
    return {"before": before, "after": after, "more": after - before}


def as_lines(asked: Asked, found: Fix, form: Form, limit: int) -> Iterator[str]:
    """The preview for a person."""
    rows = found.rows(form)
    yield asked.say("say.fix_head", count=len(rows), hours=found.age // HOUR, file=found.source.file)
    yield from as_text.refusals(found.source.refused, found.source.file, asked.lang)
    for mend in rows[:limit] if limit else rows:
        row = {"sku": mend.offer.sku, "price": mend.offer.price, "before": mend.offer.points, "after": mend.after(form)}
        yield "  " + asked.say("say.fix_row", **row) + (percent_words(asked, mend, found) if form == "points-central" else "")
    if limit and len(rows) > limit:
        yield "  " + asked.say("typed.more", count=len(rows) - limit)
    yield asked.say("say.fix_cost", **cost(found, form))
    if found.others or found.unset:
        yield asked.say("say.fix_whole", others=len(found.others), unset=len(found.unset))
    if form == "points-central":
        yield asked.say("say.central_note")
    for offer in found.impossible:
        yield asked.say(
            "say.fix_impossible", sku=offer.sku, price=offer.price, least=found.rates.least_per_cent, most=found.rates.most_per_cent
        )
    for change in found.over:
        yield asked.say(
            "typed.fix_over", sku=change.offer.sku, before=change.offer.points, price=change.offer.price, after=change.after(form)
        )
    for left in found.left_out(form):
        yield asked.say("say.fix_by_hand", sku=left.offer.sku, after=left.points)


def percent_words(asked: Asked, mend: Mend, found: Fix) -> str:
    """The percent to set, and why it is not the rate itself: that can be rounded away."""
    rate = found.rates.most_per_cent if mend.over_cap else found.rates.least_per_cent
    if mend.percent in (None, rate):
        return f" ({mend.percent}%)"
    return asked.say("say.fix_rounded_over" if mend.over_cap else "say.fix_rounded", percent=mend.percent, rate=rate, points=mend.points)


COMMANDS = {"fix": fix_command}

"""`mend`: upload files for the breaches of the Prime terms that a file can mend."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
from msgspec.structs import replace

from sellerdesk.cli.answer import Asked, answering, dated
from sellerdesk.cli.audit import made_from
from sellerdesk.cli.sources import FILE, HOUR, SHOWN, agreed, saved_shop, source_json, templates_option
from sellerdesk.clock import now
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.workflows.offers.audit import Files
from sellerdesk.workflows.sfp.mend import FORMS, Mended, Mending, file_of, leave_prime, narrowed, restock
from sellerdesk.writers import as_text, words


@click.command(name="mend")
@click.argument("listings", required=False, type=FILE)
@click.option("--form", type=click.Choice(list(FORMS)), required=True, help="Take off the Prime template, or set stock and restock date.")
@click.option("--to", "plain", default="", metavar="NAME", help="The plain template that takes the offers (--form prime-template).")
@click.option("--quantity", "counted", multiple=True, metavar="SKU=N", help="The stock of a SKU as you counted it (--form restock).")
@click.option("--facts", type=FILE, help="Your sheet of facts about SKUs.")
@click.option("--price-file", type=FILE, help="The price-and-quantity file, for its restock dates.")
@templates_option()
@click.option("--leave-out", multiple=True, metavar="SKU", help="An offer that is not to stand in the file; may be given several times.")
@click.option("--only", multiple=True, metavar="SKU", help="Nothing but this offer in the file; may be given several times.")
@click.option("--yes", is_flag=True, help="Write the price file even from a report older than 24 hours.")
@click.option("--limit", default=SHOWN, show_default=True, type=click.IntRange(0), help="Most rows printed (0: all).")
@dated
@answering
def mend_command(
    asked: Asked,
    *,
    listings: Path | None,
    form: str,
    plain: str,
    counted: tuple[str, ...],
    facts: Path | None,
    price_file: Path | None,
    templates: tuple[str, ...],
    leave_out: tuple[str, ...],
    only: tuple[str, ...],
    as_of: date,
    yes: bool,
    limit: int,
) -> None:
    """Write the file that mends these breaches to --out; without --out, show what would be in it."""
    files, shop = Files(listings, facts, price_file, templates), saved_shop(asked, with_offers=listings is None)
    if form == "prime-template":
        found = leave_prime(files, shop, plain, as_of, now())
    else:
        found = restock(files, shop, quantities(counted), as_of, now())
    found = narrowed(found, frozenset(only), frozenset(leave_out))
    if asked.out is not None and found.stale and not yes and not agreed(asked, found.age):
        raise UnusableArgument("stale_report", hours=found.age // HOUR)
    if asked.out is not None:
        asked.write(asked.out, file_of(found))
    content: dict[str, object] = {
        "as_of": as_of, "form": form, **made_from(found.source),
        "source": source_json(found.source, asked.lang), "age_hours": found.age // HOUR,
        "stale": found.stale, "rows": [row_json(mended) for mended in found.rows],
        "left": [{"sku": left.offer.sku, "rules": left.rules, "why": left.why, "line": left.offer.line} for left in found.left],
        "beside": [{"sku": beside.offer.sku, "by": beside.by} for beside in found.beside],
    }  # fmt: skip
    replace(asked, out=None).tell(content, as_lines(asked, found, limit))


def quantities(counted: tuple[str, ...]) -> dict[str, int]:
    """The stock that the owner counted, by SKU: the last = parts the two, for a SKU may hold one. Raises UnusableArgument."""
    counts = {}
    for text in counted:
        sku, equals, number = text.rpartition("=")
        if not equals or not sku.strip() or not number.strip().isdecimal():
            raise UnusableArgument("write_it", form="--quantity SKU=N")
        counts[sku.strip()] = int(number)
    return counts


def row_json(mended: Mended) -> dict[str, object]:
    """One offer to mend, for JSON."""
    return {"sku": mended.offer.sku, "rules": mended.rules, "before": mended.before, "after": mended.after, "line": mended.offer.line}


def as_lines(asked: Asked, found: Mending, limit: int) -> Iterator[str]:
    """The preview for a person."""
    yield asked.say("say.fix_head", count=len(found.rows), hours=found.age // HOUR, file=found.source.file)
    yield from as_text.refusals(found.source.refused, found.source.file, asked.lang)
    for mended in found.rows[:limit] if limit else found.rows:
        changes = (
            asked.say(
                "say.mend_change",
                fact=words.fact_name(name, asked.lang),
                before=value_words(asked, mended.before[name]),
                after=value_words(asked, value),
            )
            for name, value in mended.after.items()
        )
        yield f"  {mended.offer.sku}: " + asked.say("say.list_and").join(changes)
    if limit and len(found.rows) > limit:
        yield "  " + asked.say("typed.more", count=len(found.rows) - limit)
    for left in found.left:
        yield asked.say("say.mend_left", sku=left.offer.sku, why=asked.say(f"typed.{left.why}"))


def value_words(asked: Asked, value: object) -> object:
    """A value of the preview; what is not known is said so."""
    return asked.say("say.not_known") if value is None else words.shown(value, asked.lang)


COMMANDS = {"mend": mend_command}

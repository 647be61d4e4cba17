"""`points-list`: the list by SKU of Points Central against the listings."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click
import msgspec

from sellerdesk.cli.answer import TO_MEND, Asked, answering, dated, leave
from sellerdesk.cli.sources import SHOWN, saved_shop, source_json
from sellerdesk.workflows.files import points_list
from sellerdesk.workflows.offers.audit import Files, offers_of
from sellerdesk.workflows.points.points_list import CASES, Case, SetAndShown, compared, with_choice
from sellerdesk.writers import as_text

FILE = click.Path(path_type=Path)


@click.command(name="points-list")
@click.argument("list_file", metavar="FILE", type=FILE)
@click.option("--listings", type=FILE, help="A listings report; without it the saved one.")
@dated
@answering
def points_list_command(asked: Asked, *, list_file: Path, listings: Path | None, as_of: date) -> None:
    """Hold the list by SKU that Points Central gives back against the listings: what is set, what shows."""
    source, content = points_list(list_file)
    shop = saved_shop(asked, with_offers=listings is None)
    _source, offers, _at = offers_of(Files(listings), shop)
    listed = compared(content.percents, offers, shop.sales if shop else {}, as_of)
    reading = shop.readings.get("AMB-13") if shop else None
    found = sorted(with_choice(listed, as_of, reading), key=lambda entry: CASES.index(entry.case))
    counts = Counter(entry.case for entry in found)
    answer: dict[str, object] = {
        "as_of": as_of, "source": source_json(source, asked.lang), "counts": {case: counts[case] for case in CASES},
        "skus": [msgspec.to_builtins(entry) for entry in found],
    }  # fmt: skip
    asked.tell(answer, [*as_lines(asked, found, counts), *as_text.refusals(source.refused, source.file, asked.lang)])
    wrong = any(entry.choose is not None for entry in found)
    leave(TO_MEND if wrong or counts["above_cap"] or counts["differs"] or counts["not_known"] or source.refused else 0)


def as_lines(asked: Asked, found: Sequence[SetAndShown], counts: Counter[Case]) -> Iterator[str]:
    """The comparison for a person: how many of each case, with the first of those that do not agree."""
    for case in CASES:
        if not counts[case]:
            continue
        yield asked.say(f"points_list.{case}", count=counts[case])
        listed = [entry for entry in found if entry.case == case and (case != "same" or entry.choose is not None)]
        for sku in listed[:SHOWN]:
            percent, shows = ("–" if rate is None else f"{rate}%" for rate in (sku.percent, sku.shows))
            price, points = ("–" if number is None else f"{number:,}" for number in (sku.price, sku.points))
            line = asked.say("points_list.line", sku=sku.sku, percent=percent, price=price, points=points, shows=shows)
            yield "  " + line + (asked.say("points_list.choose", percent=sku.choose) if sku.choose is not None else "")
        if len(listed) > SHOWN:
            yield "  " + asked.say("points_list.more", count=len(listed) - SHOWN)


COMMANDS = {"points-list": points_list_command}

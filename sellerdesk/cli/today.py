"""`today`: what needs the owner today, over points, SFP and returns."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import msgspec

from sellerdesk.cli.answer import TO_MEND, Asked, answering, dated, leave
from sellerdesk.clock import now
from sellerdesk.workflows.judged import origins
from sellerdesk.workflows.judged.by_figures import moved_of
from sellerdesk.workflows.judged.judging_again import make_current
from sellerdesk.workflows.judged.today import Need, changes, load, needs, sentence
from sellerdesk.workflows.shop.backups import fault_of_store, is_due


@click.command(name="today")
@dated
@answering
def today_command(asked: Asked, as_of: date) -> None:
    """Say what needs you today, the most urgent first; a shop whose reports changed since it was judged is judged again first."""
    refuse_changed(asked.place)
    made_from = make_current(asked.store, as_of, now())
    shop = load(asked.store)
    found = needs(shop, as_of, now())
    moved = changes(shop.state)
    told = [as_object(one, asked.lang) for one in found]
    by_figures = msgspec.to_builtins(moved_of(shop.state.judged))
    content: dict[str, object] = {
        "as_of": as_of, **origins.as_json(made_from), "needs": told, "changed": moved, "moved_by_figures": by_figures,
    }  # fmt: skip
    asked.tell(content, as_lines(asked, found, moved, there=shop.state.has_reports))
    leave(TO_MEND if any(one.look in ("breach", "check") for one in found) else 0)


def refuse_changed(store: Path) -> None:
    """Refuse a shop that is not as it was written; looked at once a day, before the day's backup. Raises UnusableStore."""
    fault = fault_of_store(store, now()) if is_due(store, now()) else None
    if fault is not None and fault.code.startswith("store_differs"):
        raise fault


def as_object(one: Need, lang: str) -> dict[str, object]:
    """A need for JSON."""
    told = {"need": one.name, "outcome": one.look, "count": one.count, "yen": one.yen, "days": one.days, "fact": one.fact or None}
    figures = [{"id": figure.id, "name": figure.name, "where": figure.where, "checked": figure.checked} for figure in one.figures]
    told |= {"figures": figures} if figures else {}
    return {**told, "rule": one.finding.rule if one.finding else None, "text": sentence(one, lang)}


def as_lines(asked: Asked, found: list[Need], moved: dict[str, int], *, there: bool) -> Iterator[str]:
    """The needs for a person."""
    for one in found:
        yield f"{asked.say(f'outcome.{one.look}')}: {sentence(one, asked.lang)}"
    if not found:
        yield asked.say("need.nothing" if there else "need.no_shop")
    if moved:
        yield asked.say("need.changed", **moved)


COMMANDS = {"today": today_command}

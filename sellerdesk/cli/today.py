"""`today`: what needs the owner today, over points, SFP and returns."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import msgspec

from sellerdesk.cli.answer import TO_MEND, Asked, answering, dated, leave
from sellerdesk.clock import now
from sellerdesk.workflows.judged import origins
from sellerdesk.workflows.judged.by_figures import moved_by
from sellerdesk.workflows.judged.judging_again import make_current
from sellerdesk.workflows.judged.need import Need, sentence
from sellerdesk.workflows.judged.today import changes, load, needs
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
    objects = [as_object(need, asked.lang) for need in found]
    by_figures = msgspec.to_builtins(moved_by(shop.state.judged, as_of))
    content: dict[str, object] = {
        "as_of": as_of, **origins.as_json(made_from), "needs": objects, "changed": moved, "moved_by_figures": by_figures,
    }  # fmt: skip
    asked.tell(content, as_lines(asked, found, moved, there=shop.state.has_reports))
    leave(TO_MEND if any(need.look in ("breach", "check") for need in found) else 0)


def refuse_changed(store: Path) -> None:
    """Refuse a shop that is not as it was written; looked at once a day, before the day's backup. Raises UnusableStore."""
    fault = fault_of_store(store, now()) if is_due(store, now()) else None
    if fault is not None and fault.code.startswith("store_differs"):
        raise fault


def as_object(need: Need, lang: str) -> dict[str, object]:
    """A need for JSON."""
    content = {
        "need": need.name,
        "outcome": need.look,
        "count": need.count,
        "yen": need.yen,
        "days": need.days,
        "left": need.left,
        "fact": need.fact or None,
    }
    figures = [{"id": figure.id, "name": figure.name, "where": figure.where, "checked": figure.checked} for figure in need.figures]
    content |= {"figures": figures} if figures else {}
    content |= {"coming": need.coming} if need.coming else {}
    content |= {"more": [{"fact": fact, "records": count} for fact, count in need.more]} if need.more else {}
    content |= {"untold": need.untold} if need.untold else {}
    return {**content, "rule": need.finding.rule if need.finding else None, "text": sentence(need, lang)}


def as_lines(asked: Asked, found: list[Need], moved: dict[str, int], *, there: bool) -> Iterator[str]:
    """The needs for a person."""
    for text in found:
        yield f"{asked.say(f'outcome.{text.look}')}: {sentence(text, asked.lang)}{left_words(asked, text.left)}"
    if not found:
        yield asked.say("need.nothing" if there else "need.no_shop")
    if moved:
        yield asked.say("need.changed", **moved)


def left_words(asked: Asked, left: int | None) -> str:
    """How many days are left until the nearest deadline of a need, or have passed since; "" where none is known."""
    if left is None:
        return ""
    if left < 0:
        return asked.say("need.days_past", days=-left)
    return asked.say("need.days_left", days=left) if left else asked.say("need.day_is_now")


COMMANDS = {"today": today_command}

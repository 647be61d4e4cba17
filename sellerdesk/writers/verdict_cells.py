"""Verdicts in tables that go out: which column holds them, which cell is one, and its colour on white."""

from collections.abc import Mapping, Sequence
from functools import cache

from sellerdesk.writers.words import LANGUAGES, messages

COLOURS = {"breach": "#B3261E", "check": "#855000", "advice": "#56478F", "ok": "#256B45"}
"""The light theme's; all have a contrast above 5 on white and on the ground of a table's head."""
SIGNS = "⊗◇✓・· "
"""Before the word of a verdict."""
WINDOW = {"to fix": "breach", "to check": "check"}
"""What the window says in English where the command line says "breach" and "check"."""
TITLES = ("判定", "verdict")


@cache
def verdicts() -> Mapping[str, str]:
    """The verdict of every word for one, in small letters and without its sign."""
    known = {
        each.in_(lang).lstrip(SIGNS).casefold(): name
        for name, each in messages()["outcome"].items()
        if name in COLOURS
        for lang in LANGUAGES
    }
    return WINDOW | known


def verdict_of(cell: str) -> str | None:
    """The verdict that a cell names, None when it names none."""
    return verdicts().get(cell.lstrip(SIGNS).strip().casefold())


def verdict_columns(head: Sequence[str]) -> list[int]:
    """The places of the columns of verdicts: "OK" may be the name of a product elsewhere."""
    return [place for place, title in enumerate(head) if title.casefold() in TITLES]

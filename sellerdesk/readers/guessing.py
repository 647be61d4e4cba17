"""Which column of a sheet of unknown titles may be which: a guess for a person to look at, never taken unseen."""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import rtoml

from sellerdesk import assets
from sellerdesk.domain.expressions import expression
from sellerdesk.readers.headers import kinds
from sellerdesk.readers.titles import fold

ALIKE = 70
"""How alike two titles must be, of 100."""
SPOKEN, LOOKS, HOLDS, CLOSEST = 95, 90, 80, 90
"""How sure a known word, an ASIN in a cell, and a title within another are; and the most that a likeness counts."""
ASIN = expression(r"B0[A-Z0-9]{8}")
LEAST = 2
"""Letters of a title that another must hold to be taken for it."""


@cache
def spoken() -> dict[str, str]:
    """Folded title of a sheet of one's own → field."""
    listed = rtoml.loads(assets.text("headers/values/guesses.toml"))["guesses"]
    return {fold(name): field for field, names in listed.items() for name in names}


def guesses(kind: str, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, str]:
    """Title → field of a kind, each field once, the likeliest first."""
    scored = sorted(scores(kind, titles, rows), reverse=True)
    found: dict[str, str] = {}
    for _score, _order, title, field in scored:
        if title not in found and field not in found.values():
            found[title] = field
    return found


def scores(kind: str, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, str, str]]:
    """How well titles fit fields."""
    columns = kinds()[kind].columns
    for place, title in enumerate(titles):
        text = fold(title)
        if not text:
            continue
        if (field := spoken().get(text)) in columns and field is not None:
            yield SPOKEN, -place, title, field
        if "asin" in columns and any(ASIN.fullmatch(row[place].strip()) for row in rows if place < len(row)):
            yield LOOKS, -place, title, "asin"
        for field, names in columns.items():
            alike = max(likeness(text, fold(name)) for name in names)
            if alike >= ALIKE:
                yield alike, -place, title, field


@lru_cache(maxsize=65_536)  # each preview of a file with 20 unknown titles asks 2,000 times, of titles that the next one has, too
def likeness(text: str, name: str) -> int:
    """How alike two folded titles are: 100 when they are the same, less when one holds the other, 0 for what cannot be alike enough."""
    if text == name:
        return 100
    if min(len(text), len(name)) >= LEAST and (text in name or name in text):
        return HOLDS
    if 2 * min(len(text), len(name)) * CLOSEST < ALIKE * (len(text) + len(name)):
        return 0  # the most that letters in common can come to
    from difflib import SequenceMatcher  # noqa: PLC0415 (loaded for titles that nobody knows)

    return int(SequenceMatcher(None, text, name).ratio() * CLOSEST)

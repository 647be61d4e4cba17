"""At which line of a TOML text an entry or one of its fields stands: a fault is named by its line."""

import re

from sellerdesk.domain.expressions import expression

HEADER = expression(r"\s*\[\[\s*([\w.]+)\s*\]\]")
TABLE = expression(r"\s*\[\s*([\w.-]+)\s*\]")
KEY = expression(r"\s*[\"']?([\w-]+)[\"']?(?:\s*\.[\w.\s-]+)?\s*=")
PART = expression(r"([\w-]+)((?:\[[^\]]*\])*)")
FARES = "fares"
Place = tuple[str, ...]
"""An entry by its tables with their numbers: ("figure", "0", "version", "1")."""


def line_of(text: str, path: str) -> int:
    """The line, counted from 1, of what a path ("figure[0].version[1].source") names: of the field, of its entry, or the first."""
    wanted = parts_of(path)
    found: dict[Place, int] = {}
    here: Place = ()
    counts: dict[Place, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if header := HEADER.match(line):
            here = entered(header[1].split("."), counts)
            found.setdefault(here, number)
            found.setdefault(here[:-1], number)
        elif table := TABLE.match(line):
            here = (*placed(table[1].split(".")[:-1], counts), table[1].split(".")[-1])
            found.setdefault(here, number)
        elif key := KEY.match(line):
            found.setdefault((*here, key[1]), number)
    return next((found[wanted[:length]] for length in range(len(wanted), 0, -1) if wanted[:length] in found), 1)


def entered(names: list[str], counts: dict[Place, int]) -> Place:
    """The place of one more entry of a list of tables."""
    own: Place = (*placed(names[:-1], counts), names[-1])
    counts[own] = counts.get(own, -1) + 1
    return (*own, str(counts[own]))


def placed(names: list[str], counts: dict[Place, int]) -> Place:
    """The place of the entry that stands open in some lists of tables."""
    place: Place = ()
    for name in names:
        place = (*place, name)
        if place in counts:
            place = (*place, str(counts[place]))
    return place


def parts_of(path: str) -> Place:
    """A path by its names and numbers."""
    parts: list[str] = []
    for name, numbers in PART.findall(path.removeprefix("$.")):
        parts += [name, *re.findall(r"\[(\d+)\]", numbers)]
    return tuple(parts)


def field_of(path: str) -> str:
    """The last name of a path: the field that a sentence names. Of fares the sentence itself names the row."""
    names = [name for name, _numbers in PART.findall(path.removeprefix("$."))]
    return FARES if FARES in names else names[-1] if names else ""

"""Figures read from TOML, and refused with the place of the fault when anything in them does not hold."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, TypeVar

import msgspec
import rtoml

from sellerdesk.domain.days import FIRST_DAY, LAST_DAY, is_ours
from sellerdesk.domain.expressions import expression
from sellerdesk.domain.folding import fold
from sellerdesk.domain.period import Period
from sellerdesk.rules.figures.allowed import field_names, what_is_allowed
from sellerdesk.rules.figures.figure import Figure, Figures, Version
from sellerdesk.rules.figures.known import MEASURE, REFERRAL, SINGLE, WORDED, type_of
from sellerdesk.rules.figures.lines import field_of, line_of

T = TypeVar("T")
DAY = timedelta(days=1)
KINDS = {
    "int": "whole_number", "date": "day", "str": "text", "object": "table", "array": "list", "bool": "yes_no", "null": "nothing",
}  # fmt: skip
"""What msgspec calls the kinds of value that a field can want, with the key of our words for each."""
SYNTAX_LINE = expression(r"line (\d+)")
NO_SUCH_DAY = "invalid date"
"""What the reader of TOML says of a 30 February."""


class FigureFault(ValueError):  # noqa: N818 (a file at fault, as a Fault is)
    """A fault in figures: the file, the line, the field, the key of the words that say it, and what they are filled with."""

    def __init__(self, file: str, line: int, field: str, code: str, **facts: object) -> None:
        """Name the place and the fault."""
        super().__init__(f"{file}: line {line}: {field}: {code} {facts or ''}")
        self.file, self.line, self.field, self.code, self.facts = file, line, field, code, facts


class Wrong(ValueError):  # noqa: N818 (as above)
    """A fault whose file and line are told by who reads the file: the path of the field, the key of the words, their facts."""

    def __init__(self, path: str, code: str, **facts: object) -> None:
        """Name the path and the fault."""
        super().__init__(f"{path}: {code}")
        self.path, self.code, self.facts = path, code, facts


class FigureFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A file of figures."""

    figure: tuple[Figure, ...]


def load(texts: Mapping[str, str]) -> Figures:
    """The program's own figures of some TOML texts by id. Raises FigureFault."""
    figures: dict[str, Figure] = {}
    for file, text in texts.items():
        for place, figure in enumerate(read(text, FigureFile, file, checked).figure):
            if figure.id in figures:
                raise FigureFault(file, line_of(text, f"figure[{place}].id"), "id", "twice", name=figure.id)
            figures[figure.id] = figure
    for name in SINGLE:
        if name not in figures:
            raise FigureFault("figures", 1, "id", "not_there", name=name)
    for one, other, word in crossing(figures):
        raise FigureFault("figures", 1, "words", "word_twice", name=word, other=f"{one.id}, {other.id}")
    return figures


def read(text: str, kind: type[T], file: str, check: Any, look: Callable[[Any], None] | None = None) -> T:
    """A TOML text as what it should be, checked; `look` sees what was read before it has its types. Raises FigureFault."""
    try:
        raw = rtoml.loads(text)
        if look is not None:
            look(raw)
        return check(convert(raw, kind, "$"))  # type: ignore[no-any-return]  # what a check is given, it gives back
    except rtoml.TomlParsingError as error:
        raise no_toml(str(error), text, file) from error
    except Wrong as wrong:
        raise FigureFault(file, line_of(text, wrong.path), field_of(wrong.path), wrong.code, **wrong.facts) from wrong


def no_toml(said: str, text: str, file: str) -> FigureFault:
    """The fault of a text that is no TOML; of a day that the calendar does not have, with its field."""
    found = SYNTAX_LINE.search(said)
    line = int(found[1]) if found else 1
    if NO_SUCH_DAY not in said:
        return FigureFault(file, line, "TOML", "syntax")
    field, _, day = text.splitlines()[line - 1].partition("=")
    return FigureFault(file, line, field.strip(), "no_such_day", day=day.partition("#")[0].strip())


def convert(raw: Any, kind: Any, path: str) -> Any:
    """A value as its type. Raises Wrong, the path of the field below that of the value."""
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        raise wrong_of(str(error), path, kind) from error


def wrong_of(message: str, path: str, kind: Any) -> Wrong:
    """The fault that msgspec's sentence names, with what is allowed in a value of this type."""
    said, _, below = message.partition(" - at `")
    place = path + below.rstrip("`").removeprefix("$")
    if missing := re.fullmatch(r"Object missing required field `(.+)`", said):
        return Wrong(f"{place}.{missing[1]}", "missing")
    if unknown := re.fullmatch(r"Object contains unknown field `(.+)`", said):
        return Wrong(f"{place}.{unknown[1]}", "unknown_field", there=field_names(kind, below))
    if wanted := re.fullmatch(r"Expected `(\w+)(?: \| null)?`, got `\w+`", said):
        return Wrong(place, f"wants_{KINDS.get(wanted[1], 'other')}")
    allowed = what_is_allowed(said, kind, below)
    return Wrong(place, allowed[0], **allowed[1]) if allowed else Wrong(place, "not_allowed")


def checked(file: FigureFile) -> FigureFile:
    """The program's own figures, each with values of their types and without holes. Raises Wrong."""
    figures = tuple(typed(figure, f"figure[{place}]") for place, figure in enumerate(file.figure))
    for place, figure in enumerate(figures):
        check_holes(figure, f"figure[{place}]")
    return FigureFile(figures)


def typed(figure: Figure, path: str) -> Figure:
    """A figure with its values of the type that its kind has, its versions in order. Raises Wrong."""
    kind = type_of(figure.id)
    if kind is None:
        raise Wrong(f"{path}.id", "read_by_nothing", name=figure.id)
    if figure.words and not figure.id.startswith(WORDED):
        raise Wrong(f"{path}.words", "no_words_here")
    versions = []
    for place, version in enumerate(figure.version):
        value = convert(version.value, kind, f"{path}.version[{place}].value")
        check_version(version, value, f"{path}.version[{place}]")
        versions.append(msgspec.structs.replace(version, value=value))
    for place, (version, following) in enumerate(pairwise(versions)):
        if version.end is None or following.start <= version.end:
            raise Wrong(f"{path}.version[{place + 1}].from", "overlap", start=following.start, other=version.start)
    return msgspec.structs.replace(figure, version=tuple(versions))


def check_version(version: Version, value: Any, path: str) -> None:
    """Nothing for a version that holds together. Raises Wrong."""
    check_days(version, version.checked, path)
    if version.end is not None and version.end < version.start:
        raise Wrong(f"{path}.to", "backwards", start=version.start, end=version.end)
    if version.sure == "sources differ" and version.other is None:
        raise Wrong(f"{path}.other", "missing")
    for field in ("pack", "begun"):
        if getattr(version, field):
            raise Wrong(f"{path}.{field}", "unknown_field", there=field_names(Version, "$"))
    if fault := getattr(value, "wrong", lambda: None)():
        raise Wrong(f"{path}.value", fault)


def check_days(period: Period, seen: date, path: str) -> None:
    """Nothing for a period, and the day on which it was checked, that a shop can speak of. Raises Wrong."""
    for field, day in (("from", period.start), ("to", period.end), ("checked", seen)):
        if day is not None and not is_ours(day):
            raise Wrong(f"{path}.{field}", "day_out_of_range", day=day, first=FIRST_DAY, last=LAST_DAY)


def check_holes(figure: Figure, path: str) -> None:
    """Nothing where every hole between two versions is declared. Raises Wrong."""
    for place, (version, following) in enumerate(pairwise(figure.version)):
        if version.end is None:
            continue
        first, last = version.end + DAY, following.start - DAY
        if first <= last and not any(gap.start <= first and gap.end is not None and last <= gap.end for gap in figure.gap):
            raise Wrong(f"{path}.version[{place + 1}].from", "gap", start=first, end=last)


def crossing(figures: Figures) -> Iterator[tuple[Figure, Figure, str]]:
    """Figures of one group that are called by the same word on the same day."""
    for group in WORDED:
        named: dict[str, list[Figure]] = {}
        for figure in (figure for name, figure in figures.items() if name.startswith(group)):
            for word in {fold(name) for name in figure.names()}:
                named.setdefault(word, []).append(figure)
        for word, several in named.items():
            for place, one in enumerate(several):
                yield from ((one, other, word) for other in several[place + 1 :] if meet(one.version, other.version))


def meet(some: Iterable[Period], others: Iterable[Period]) -> bool:
    """Whether a period of some and one of others have a day in common."""
    last = date.max
    return any(period.start <= (other.end or last) and other.start <= (period.end or last) for period in some for other in others)


GROUPED = (REFERRAL, MEASURE)
"""The groups to which a fact pack may add figures."""

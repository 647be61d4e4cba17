"""What an update of the program or a fact pack moved in a shop: verdicts on offers, verdicts and costs of returns."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Literal
from zlib import crc32

import msgspec

from sellerdesk import assets
from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.judged_row import JudgedReturn, JudgedRow
from sellerdesk.store import judged
from sellerdesk.store.connection import Database
from sellerdesk.workflows.figures.in_force import by_figures, packs_taken
from sellerdesk.workflows.judged.coming import DAY, Coming, begun
from sellerdesk.workflows.offers.rows import moves, rows_of
from sellerdesk.workflows.returns.rows import judge_saved_returns

COMING = "coming"
"""Where a saved judging holds what figures change in the days to come."""
MARKS = "marks"
"""Where a saved judging holds the marks of what it went by."""
MOVED = "moved_by_figures"
"""Where it holds what moved when the marks changed."""


class Marks(msgspec.Struct, frozen=True):
    """A number for the rulebooks, figures and fares of this program, and one for the shop's fact packs: by others verdicts may move."""

    program: int
    packs: int


class Moved(msgspec.Struct, frozen=True):
    """What moved on the day of the judging before (Japan): SKUs that are breaches now or no more, orders of returns, and yen of their cost.

    `others` are SKUs whose verdicts moved and are no breach before or after: they are announced beforehand, too. `yen` is how much
    more the returns cost of which that is known both before and after; below 0 it is less. With why "day" the offers moved because a
    figure began on `day`, which both the program and its packs knew before. `before` are the marks it moved from.
    """

    why: Literal["program", "figures", "day"]
    day: date
    worse: tuple[str, ...] = ()
    better: tuple[str, ...] = ()
    returns: tuple[str, ...] = ()
    yen: int = 0
    before: Marks | None = None
    others: tuple[str, ...] = ()

    @property
    def offers(self) -> tuple[str, ...]:
        """All offers that moved, breaches first."""
        return (*self.worse, *self.better, *self.others)

    @property
    def count(self) -> int:
        """Offers and returns that moved."""
        return len(self.offers) + len(self.returns)


@by_figures
def marks() -> Marks:
    """The marks of this run."""
    own = [text for folder in ("rules", "figures", "tariffs") for text in assets.texts(folder).values()]
    return Marks(crc32("".join(own).encode()), crc32(msgspec.json.encode(packs_taken())))


def marks_of(judged: Mapping[str, Any]) -> Marks | None:
    """The marks of a saved judging; None for one of a program before there were any."""
    return msgspec.convert(judged[MARKS], Marks) if MARKS in judged else None


def moved(db: Database, last: Mapping[str, Any], catalogue: Catalogue, readings: Mapping[str, str], as_of: date) -> Moved | None:
    """What moves in a saved judging by what this run goes by, or else by a figure that began since; None where neither is so."""
    by_marks = moved_by_marks(db, last, catalogue, readings)
    if by_marks is not None and by_marks.count:
        return by_marks
    return moved_by_day(last, catalogue, readings, as_of) or by_marks


def moved_by_day(last: Mapping[str, Any], catalogue: Catalogue, readings: Mapping[str, str], as_of: date) -> Moved | None:
    """The offers that a figure turned that began after the last judging and by a day (Japan); None where there is none."""
    days = begun(date.fromisoformat(last["as_of"]), as_of) if "as_of" in last else []
    if not days:
        return None
    before, after = (rows_of(catalogue, day, readings)[1] for day in (days[0] - DAY, days[-1]))
    found = Moved("day", days[0], **offers_moved(by_sku(before), after))
    return found if found.count else None


def moved_by_marks(db: Database, last: Mapping[str, Any], catalogue: Catalogue, readings: Mapping[str, str]) -> Moved | None:
    """What moves by other rules and figures, on the day of the judging before; None where it went by the same.

    The saved rows hold what the owner told since, for they are judged again at every answer: all that differs is of rules and figures.
    """
    before, now = marks_of(last), marks()
    if before == now or "as_of" not in last:
        return None
    day = date.fromisoformat(last["as_of"])
    _audit, rows = rows_of(catalogue, day, readings)
    after, _counts = judge_saved_returns(db, catalogue, day, last.get("payments", {}))
    returns = list(differing(kept_returns(db), after))
    known = [(old.cost, new.cost) for old, new in returns if old.cost is not None and new.cost is not None]
    return Moved(
        "figures" if before is not None and before.program == now.program else "program",
        day,
        returns=tuple(new.order_id for _old, new in returns),
        yen=sum(new - old for old, new in known),
        before=before,
        **offers_moved(judged.verdicts(db), rows),
    )


def by_sku(rows: Iterable[JudgedRow]) -> dict[str, tuple[int, int | None]]:
    """The verdicts of offers, of points and of SFP, by SKU."""
    return {row.sku: (row.points_verdict, row.sfp_verdict) for row in rows}


def offers_moved(before: Mapping[str, tuple[int, int | None]], rows: Sequence[JudgedRow]) -> dict[str, Any]:
    """The SKUs whose verdicts differ from those before: that became a breach, that are none any more, and the others."""
    found = moves(before, rows)
    worse, better = tuple(found.get("worse", ())), tuple(found.get("better", ()))
    named = {*worse, *better}
    others = tuple(sku for sku, now in by_sku(rows).items() if sku in before and before[sku] != now and sku not in named)
    return {"worse": worse, "better": better, "others": others}


def kept_returns(db: Database) -> list[JudgedReturn]:
    """The returns as they were judged before."""
    return [row for rows in judged.chunks(db, JudgedReturn) for row in rows if isinstance(row, JudgedReturn)]


def differing(before: Iterable[JudgedReturn], after: Sequence[JudgedReturn]) -> Iterable[tuple[JudgedReturn, JudgedReturn]]:
    """The returns whose verdict or cost differs, before and after."""
    old = {row.order_id: row for row in before}
    for row in after:
        was = old.get(row.order_id)
        if was is not None and (was.verdict, was.cost, was.at_least) != (row.verdict, row.cost, row.at_least):
            yield was, row


def kept(last: Mapping[str, Any], found: Moved | None, ahead: Sequence[Coming], *, same: bool) -> dict[str, Any]:
    """What is kept beside a judging of the marks, of what they moved and of the figures `ahead`.

    What moved is kept until the next report (`same`: none came), or until what moved it is taken back.
    """
    shown: object
    if found is not None and found.count:
        shown = None if is_taken_back(last) else msgspec.to_builtins(found)
    else:
        shown = last.get(MOVED) if same and found is None else None
    return {MARKS: msgspec.to_builtins(marks()), COMING: msgspec.to_builtins(ahead), **({MOVED: shown} if shown else {})}


def is_taken_back(last: Mapping[str, Any]) -> bool:
    """Whether this run goes again by what held before the last move: a fact pack was taken in and undone, and in all nothing moved."""
    before = moved_of(last)
    return before is not None and before.before == marks()


def moved_of(judged: Mapping[str, Any]) -> Moved | None:
    """What the figures moved in a saved judging, as far as that was kept."""
    return msgspec.convert(judged[MOVED], Moved) if judged.get(MOVED) else None


def moved_by(judged: Mapping[str, Any], as_of: date) -> Moved | None:
    """What moved, as it is told on a day (Japan): of a day before that of the move nothing is known to have moved."""
    found = moved_of(judged)
    return None if found is None or as_of < found.day else found


def coming_of(judged: Mapping[str, Any]) -> list[Coming]:
    """What figures change in the days after a saved judging, as far as that was kept."""
    return msgspec.convert(judged.get(COMING, []), list[Coming])

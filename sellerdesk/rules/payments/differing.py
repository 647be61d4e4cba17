"""Orders, and charges without one, that stand both in transactions by date range and in a settlement: whether the two tell the same yen.

A settlement whose rows come to its printed total takes the place of the transactions (once.py): where they tell other yen of an order,
somebody has to look. Only what both files can hold is compared: an order's other part may be of a month whose file is not there.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby

import msgspec

from sellerdesk.domain.damage import looks_damaged
from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import Change, Facts, Finding, Verdict
from sellerdesk.domain.paid import PaidInBoth
from sellerdesk.domain.payment import Payment, PaymentsOfFile
from sellerdesk.rules.engine.check import Check, Judge, NoParams, Run, everything
from sellerdesk.rules.payments.held import DEFERRED
from sellerdesk.rules.payments.kinds import NOT_PLACED, Places
from sellerdesk.rules.payments.numbered import Undecided, numbered
from sellerdesk.rules.payments.once import met_of, paid_once
from sellerdesk.rules.payments.refunds import shown
from sellerdesk.rules.payments.sameness import Part, part_in_order, part_of, times_of

DAY, MONTH = len("2026-07-03"), len("2026-07")
Span = tuple[str, str]
"""The first and the last day (Japan) of the rows of a month in a file."""
Sides = Mapping[tuple[str, str], Mapping[str, "Side"]]
"""What a report tells, by settlement and order ("": of none), of the parts of each."""


class Side(msgspec.Struct):
    """What one report tells of a part of an order: whole yen, the days (Japan) of its rows, and the first line."""

    yen: int = 0
    days: set[str] = msgspec.field(default_factory=set)
    line: int = 0


def in_both(read: Sequence[PaymentsOfFile], places: Places) -> list[PaidInBoth]:
    """Every order of a settlement that comes to its printed total and of the transactions, with the yen of each report, by its number.

    Nothing of a settlement of which one of them has a damaged order number: it may be any of its orders.
    """
    unnamed = {row.settlement for content in read for row in content.payments if looks_damaged(row.order_id)}
    met = {name for content in read for name in met_of(content)} - unnamed
    if not met:
        return []
    known = numbered([content.payments for content in read if content.payments], places, met)
    files = [rows for rows in known.files if rows[0].report == "payments"]
    reports = [rows for rows in known.files if rows[0].report == "settlement"]
    if not files or not reports:
        return []
    spans = [span for rows in files for span in spans_of(rows)]
    listed, settled = (sides_by_order(some, places, met) for some in (files, reports))
    days = {day for sides in settled.values() for side in sides.values() for day in side.days}
    held = {day for day in days if any(first <= day <= last for first, last in spans)}
    released = held_by_part(files, places)
    found = (
        compared(key, *without_released(key[1], listed[key], settled[key], released), held)
        for key in sorted(listed.keys() & settled.keys())
        if key[1]
    )
    bare = [[row for row in content.payments if row.report == "payments" and not row.order_id] for content in read]
    own = sides_by_order(bare, places, met)
    unsure = {charge.settlement for charge in known.undecided} | {key[0] for key in listed if not key[1] and listed[key] != own.get(key)}
    charges = (of_charges(name, listed, settled, held) for name in sorted(met - unsure))
    return [*(order for order in (*found, *charges) if order is not None), *map(without_number, known.undecided)]


def without_number(one: Undecided) -> PaidInBoth:
    """Charges without an order and without a number, of which it is not known whether both reports tell the same."""
    return PaidInBoth(
        subject=one.settlement, line=one.line, settlement=one.settlement, month=one.month, listed=one.listed, settled=one.settled, open=True
    )


def spans_of(rows: Iterable[Payment]) -> list[Span]:
    """The days that a file holds, month by month: between two months of it, there may be a third of which it has nothing."""
    days = sorted({row.at[:DAY] for row in rows})
    months = [[*some] for _month, some in groupby(days, lambda day: day[:MONTH])]
    return [(some[0], some[-1]) for some in months]


def sides_by_order(files: Sequence[Sequence[Payment]], places: Places, met: set[str]) -> dict[tuple[str, str], dict[str, Side]]:
    """What some files tell of every order of some settlements: by settlement and order, its sale, its refund, and what else.

    Charges without an order stand under "", by their kind.
    """
    paid = [[row for row in rows if row.state != DEFERRED and row.settlement in met] for rows in files]
    sides: defaultdict[Part, Side] = defaultdict(Side)
    for row in paid[0] if len(paid) == 1 else paid_once(paid, places, frozenset(), times_of(files)).payments:
        side = sides[part_of(row, places)]
        side.yen, side.line = side.yen + row.total, side.line or row.line
        side.days.add(row.at[:DAY])
    found: defaultdict[tuple[str, str], dict[str, Side]] = defaultdict(dict)
    for (settlement, order, part), side in sides.items():
        if settlement:
            found[settlement, order][part] = side
    return found


def held_by_part(files: Sequence[Sequence[Payment]], places: Places) -> Mapping[tuple[str, str], set[int]]:
    """The yen that transactions hold back of the parts of orders, as each file has them."""
    found: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for rows in files:
        yen: defaultdict[tuple[str, str], int] = defaultdict(int)
        for row in rows:
            if row.state == DEFERRED and row.order_id:
                yen[part_in_order(row, places)] += row.total
        for part, total in yen.items():
            found[part].add(total)
    return found


def without_released(
    order: str, listed: Mapping[str, Side], settled: Mapping[str, Side], held: Mapping[tuple[str, str], set[int]]
) -> tuple[Mapping[str, Side], Mapping[str, Side]]:
    """The parts of an order in both reports but for those that transactions hold back and the settlement has paid since."""
    paid = {part: side.yen - (listed[part].yen if part in listed else 0) for part, side in settled.items()}
    same = {part for part, more in paid.items() if more and more in held.get((order, part), ())}
    if not same:
        return listed, settled
    kept = [{part: side for part, side in sides.items() if part not in same} for sides in (listed, settled)]
    return kept[0], kept[1]


def compared(key: tuple[str, str], listed: Mapping[str, Side], settled: Mapping[str, Side], held: AbstractSet[str]) -> PaidInBoth | None:
    """An order as both reports tell it; None where the transactions, which have the days `held`, cannot hold what the settlement has."""
    parts = comparable(listed, settled, held) if listed and settled else set[str]()
    if not parts:
        return None
    yen = [sum(side[part].yen for part in parts if part in side) for side in (listed, settled)]
    first = min(listed.values(), key=lambda side: side.line)
    settlement, order = key
    return PaidInBoth(subject=order, line=first.line, settlement=settlement, month=min(first.days)[:MONTH], listed=yen[0], settled=yen[1])


def comparable(listed: Mapping[str, Side], settled: Mapping[str, Side], held: AbstractSet[str]) -> set[str]:
    """The parts of an order (its sale, its refund, what else) whose yen are the same in both reports, if both are right.

    Other charges may stand under other kinds, or without the order, in one of them: one that the settlement alone has tells nothing.
    """
    there = {part for part, side in settled.items() if side.days <= held}
    if there != settled.keys():
        return there & listed.keys()
    if sum(side.yen for side in listed.values()) == sum(side.yen for side in settled.values()):
        return {*listed, *settled}
    return {*listed} | (there & {"sale", "refund"})


def of_charges(settlement: str, listed: Sides, settled: Sides, held: AbstractSet[str]) -> PaidInBoth | None:
    """The charges without an order whose kind both reports of a settlement have, with other yen; None where nothing differs for sure.

    A report may give such a charge another kind, or an order, and a settlement alone has reserves: what those explain is no difference.
    Of what is not placed it is not known what it is.
    """
    here, there = listed.get((settlement, ""), {}), settled.get((settlement, ""), {})
    known = (here.keys() & there.keys()) - {"", NOT_PLACED}
    parts = {part for part in known if here[part].yen != there[part].yen and there[part].days <= held}
    yen, paid = [sum(side[part].yen for part in parts) for side in (here, there)], [yen_of(settlement, some) for some in (listed, settled)]
    alone = [sum(side.yen for part, side in one.items() if part not in other) for one, other in ((here, there), (there, here))]
    explained = {0, -alone[0], alone[1], alone[1] - alone[0]}
    if not parts or yen[0] - yen[1] in explained or paid[0] - paid[1] in (0, -alone[1]):
        return None
    sides = [here[part] for part in parts]
    month, line = min(day for side in sides for day in side.days)[:MONTH], min(side.line for side in sides)
    return PaidInBoth(subject=settlement, line=line, settlement=settlement, month=month, listed=yen[0], settled=yen[1], charges=True)


def yen_of(settlement: str, sides: Sides) -> int:
    """All that a report tells of a settlement, but for its payout."""
    return sum(side.yen for (name, _order), parts in sides.items() if name == settlement for side in parts.values())


def both_agree(_params: NoParams, _run: Run) -> Judge[PaidInBoth]:
    """An order in both reports: the same yen, or not."""

    def judge(order: PaidInBoth, _known: SkuFacts) -> Verdict | None:
        twice = min(abs(order.listed), abs(order.settled))
        yen = twice if order.open else order.listed - order.settled
        facts: Facts = {
            "listed": shown(order.listed), "settled": shown(order.settled), "yen": yen, "amount": shown(abs(yen)),
            "settlement": order.settlement, "month": order.month,
        }  # fmt: skip
        differ = "charges_differ" if order.charges else "differ"
        return Verdict("unnumbered" if order.open else differ if yen else "agree", facts)

    return judge


def other_report(finding: Finding) -> tuple[Change, ...]:
    """Nothing that the owner can set turns what a report tells."""
    return (Change(finding.subject, "listed", str(finding.facts["settled"]), "would"),)


CHECKS = (
    Check(
        "paid_in_both",
        NoParams,
        everything,
        ("agree", "differ", "charges_differ", "unnumbered"),
        ("listed", "settled"),
        both_agree,
        other_report,
        can_lack=False,
    ),
)

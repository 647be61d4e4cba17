"""What needs the owner today, over all features, the most urgent first; made of what the last judging kept, in one pass."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import chain, islice
from pathlib import Path
from typing import Any

import msgspec

from sellerdesk.domain.judged_row import JudgedOrder, JudgedReturn, JudgedRow, JudgedShipment
from sellerdesk.rules.returns.refunds import STARTED
from sellerdesk.rules.scopes import SCOPE_FACTS
from sellerdesk.workflows.judged.by_figures import coming_of, moved_by
from sellerdesk.workflows.judged.need import FEW, Look, Need, few
from sellerdesk.workflows.judged.settled_returns import Decided
from sellerdesk.workflows.judged.state import State, contents
from sellerdesk.workflows.judged.waiting import of_facts
from sellerdesk.workflows.judged.why import Kept, is_surely_late
from sellerdesk.workflows.judged.wrong_labels import of_labels
from sellerdesk.workflows.points import enrolment
from sellerdesk.workflows.points.percent_days import percent_days
from sellerdesk.workflows.returns.deadlines import LEAVES
from sellerdesk.workflows.returns.deadlines import RULE as DEADLINE
from sellerdesk.workflows.sfp import obligations, templates
from sellerdesk.workflows.sfp.measures import kept_rates, missed, of_sfp
from sellerdesk.workflows.shop.look_up import to_look_up

SOON = 3
"""Days left, at most, of what is said to be near: the cashless project's own alarm, and a refund's two business days."""
LONG_PAST = 10_000
"""Days by which a deadline can be past, at most."""
OLD = 7
"""Days after which a listings report is old: owners look in once a week."""
BREACH = 0
VERDICTS = tuple(map(JudgedRow._fields.index, ("points_verdict", "sfp_verdict")))
ALARM = "sfp.pre-order:"
"""The cause that can cost the shop its SFP eligibility (S-33)."""
SHORT, IMPOSSIBLE = "points.two-percent", "points.impossible-price"
BEGUN = (*STARTED, "claimed")
"""Cases of a refund's deadline of which payment reports tell something: nobody may be asked to refund at once."""
MENDS = {"points": ("price-file", "points-central"), "sfp": ("prime-template", "restock")}
"""The forms of files that mend the offers of a page."""
SALE_NEEDS = {"set": "sale_set", "back": "sale_back"}
"""The needs of the days on which to change the percentage of points for a sale."""
SALE_AHEAD = timedelta(days=30)
"""How long before such a day it is named, as a figure that changes is: a sale may end years from now."""


MOVED_NEEDS = {"program": "moved_by_program", "figures": "moved_by_figures", "day": "moved_by_day"}
MOVED_RETURNS = {"program": "moved_returns_by_program", "figures": "moved_returns_by_figures", "day": "moved_returns_by_figures"}
"""The needs of offers, and of returns, that moved by an update, by a fact pack, and by a figure that was known before its first day."""


class Shop(msgspec.Struct, frozen=True):
    """A saved shop with its judged rows."""

    state: State
    rows: Sequence[JudgedRow] = []
    orders: Sequence[JudgedOrder] = []
    shipments: Sequence[JudgedShipment] = []
    returns: Sequence[JudgedReturn] = []


def load(store: Path) -> Shop:
    """A saved shop with its judged rows. Raises UnusableStore."""
    state, rows = State(), {kind: list[Any]() for kind in (JudgedRow, JudgedOrder, JudgedShipment, JudgedReturn)}
    for piece in contents(store):
        if isinstance(piece, State):
            state = piece
        elif isinstance(piece, list):
            rows[type(piece[0])] += piece
    return Shop(state, *rows.values())


def needs(shop: Shop, as_of: date, now: datetime) -> list[Need]:
    """What needs the owner on a day (Japan), the most urgent first; `now` tells how old the listings report is."""
    return by_urgency(chain.from_iterable(needs_by_kind(shop, as_of, now)))


def needs_by_kind(shop: Shop, as_of: date, now: datetime) -> tuple[Iterable[Need], ...]:
    """The needs of each kind, looked for when it is asked for them: over 100,000 offers one kind takes up to 20 ms."""
    state = shop.state
    return (
        of_refunds(shop), of_returns(shop, as_of), of_orders(shop.orders), of_offers(shop), of_shipments(shop), of_templates(state, as_of),
        of_account(state, as_of), of_duties(shop, as_of), of_unread(state), of_moved(shop, as_of),
        of_facts(state.judged, shop.rows, shop.returns), of_sales(shop, as_of),
        of_report(state, now), of_coming(state, as_of), of_figures(state, as_of),
    )  # fmt: skip


def by_urgency(found: Iterable[Need]) -> list[Need]:
    """Needs that something waits for, the most urgent first."""
    return sorted((need for need in found if need.count), key=urgency)


def urgency(need: Need) -> tuple[int, int]:
    """What needs are sorted by: a deadline that is past or near, then how bad it is."""
    order: tuple[Look, ...] = ("breach", "check", "advice", "ok")
    return need.left if need.left is not None and need.left <= SOON else SOON + 1, order.index(need.look)


def of_refunds(shop: Shop) -> Iterable[Need]:
    """Refunds that are due, and those of which payment reports tell something already."""
    decided = shop.state.decided
    due = {
        row.order_id: row.days_left
        for row in shop.returns
        if row.days_left is not None and decided.get((DEADLINE, row.order_id), "") not in LEAVES
    }
    looked_up = ((row, deadline_verdict(row)) for row in shop.returns if any(f'"{case}"' in row.findings for case in BEGUN))
    cases = {row.order_id: verdict for row, verdict in looked_up if verdict is not None}
    begun = {number: days for number, days in due.items() if number in cases and days <= SOON}
    yield Need("refunds_started", "check", len(begun), "deadlines", subjects=tuple(begun), left=min(begun.values(), default=None))
    claimed = {
        number: int(str(verdict.facts["claimed"]))
        for number, verdict in cases.items()
        if verdict.case == "claimed" and decided.get((DEADLINE, number), "") not in LEAVES
    }
    yield Need("refunds_claimed", "check", len(claimed), "returned", sum(claimed.values()), subjects=tuple(claimed))
    due = {number: days for number, days in due.items() if number not in cases}
    late, soon = ({number: days for number, days in due.items() if low <= days <= high} for low, high in ((-LONG_PAST, -1), (0, SOON)))
    untold = len(late) - sum(is_surely_late(row.findings) for row in shop.returns if row.order_id in late)
    look: Look = "breach" if untold < len(late) else "check"
    nearest = min(late.values(), default=None)
    yield Need("refunds_overdue", look, len(late), "deadlines", subjects=tuple(late), left=nearest, untold=untold)
    yield Need("refunds_soon", "check", len(soon), "deadlines", days=SOON, subjects=tuple(soon), left=min(soon.values(), default=None))


def of_returns(shop: Shop, as_of: date) -> Iterable[Need]:
    """Labels charged to the wrong side, what payment reports tell, and categories that nobody knows."""
    decided = shop.state.decided
    yield from of_labels(shop.returns, decided)
    yield from of_payments(shop.state.judged.get("payments", {}), decided, as_of)
    asked = shop.state.judged.get("returns", {}).get("unknown_categories", {})
    waiting = tuple(row.order_id for row in shop.returns if row.category in asked)
    yield Need("unknown_categories", "check", sum(asked.values()), "categories", fact=", ".join(list(asked)[:FEW]), subjects=waiting)


def of_payments(kept: Mapping[str, Any], decided: Decided, as_of: date) -> Iterable[Need]:
    """What may be had back by the payment reports, claims to look at, and refunded parcels that are to arrive yet."""
    for name, found in (
        ("payments_back", claims_of(kept, decided, as_of, "back")),
        ("payments_claims", claims_of(kept, decided, as_of, "claims")),
        ("payments_awaited", kept.get("awaited", {"count": 0})),
    ):
        left = (date.fromisoformat(found["by"]) - as_of).days if found.get("by") else None
        orders, twice = tuple(found.get("orders", ())), bool(kept.get("elsewhere"))
        yield Need(name, "check", found["count"], "payments", found.get("yen"), subjects=orders, left=left, twice=twice)


def claims_of(kept: Mapping[str, Any], decided: Decided, as_of: date, name: str) -> Mapping[str, Any]:
    """What may be had back of the payments that are kept ("back"), or claims to look at ("claims"), without what the owner settled."""
    if not any(rule.startswith("payments.") for rule, _subject in decided):
        back: Mapping[str, Any] = kept.get(name, {"count": 0})
        return back
    from sellerdesk.workflows.payments.kept import claims_left  # noqa: PLC0415 (the rules of payments take 0.03 s to load)

    return claims_left(kept, decided, as_of, name)


def deadline_verdict(row: JudgedReturn) -> Kept | None:
    """What is said of an order's refund where the reports tell of a part, of one held back or taken back, or of a claim."""
    found = msgspec.json.decode(row.findings, type=list[Kept])
    return next((verdict for verdict in found if verdict.rule == DEADLINE and verdict.case in BEGUN), None)


def of_orders(orders: Sequence[JudgedOrder]) -> Iterable[Need]:
    """Cashless orders whose last day to ship and confirm is near."""
    near = [row for row in orders if row.days_left is not None and 0 <= row.days_left <= SOON]
    numbers, left = tuple(row.order_id for row in near), min((row.days_left or 0 for row in near), default=None)
    yield Need("orders_soon", "breach", len(near), "orders", sum(row.rebate or 0 for row in near), SOON, subjects=numbers, left=left)


def of_offers(shop: Shop) -> Iterable[Need]:
    """Offers short of points, pre-orders through SFP, other offers against the terms, and the templates that nobody named."""
    state, rows = shop.state, shop.rows
    wrong, broken = ([row for row in rows if row[place] == BREACH] for place in VERDICTS)  # by place: a quarter of the time by name
    short = [row for row in wrong if row.points_why.startswith(SHORT) or is_bare(row)]
    alarms, others = skus_of(broken, lambda row: ALARM in row.causes)
    few, rest = skus_of(wrong, lambda row: row.points_why.startswith(SHORT) or is_bare(row))
    yield with_file(Need("alarm", "breach", len(alarms), "sfp", subjects=alarms, left=0 if alarms else None), state)
    yield with_file(Need("points_short", "breach", len(few), "points", sum(row.short or 0 for row in short), subjects=few), state)
    yield with_file(Need("points_wrong", "breach", len(rest), "points", subjects=rest, beside=bool(few)), state)
    yield with_file(Need("sfp_wrong", "breach", len(others), "sfp", subjects=others, beside=bool(alarms)), state)
    yield Need(
        "prime_templates", "check", int(bool(rows) and state.prime_templates is None and bool(state.templates)), "templates_question"
    )


def with_file(need: Need, state: State) -> Need:
    """The same with how many of its offers stand in files that were saved since the listings report was opened, and when the last was."""
    since = datetime.fromisoformat(state.last.imported_at) if state.last else None
    files = [state.files_saved[form] for form in MENDS[need.page] if form in state.files_saved]
    mine = [file for file in files if since is None or file.at > since]
    filed = {sku for file in mine for sku in file.skus}.intersection(need.subjects)
    return msgspec.structs.replace(need, filed=len(filed), filed_at=max(file.at for file in mine)) if filed else need


def skus_of(rows: Iterable[JudgedRow], belongs: Callable[[JudgedRow], bool]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The SKUs of rows that belong to something, and those of the others."""
    mine: list[str] = []
    rest: list[str] = []
    for row in rows:
        (mine if belongs(row) else rest).append(row.sku)
    return tuple(mine), tuple(rest)


def is_bare(row: JudgedRow) -> bool:
    """Whether an offer has no point at a price that can keep no two rates (1 yen): short of 2%, as the rule on all offers counts it."""
    return row.points_why.startswith(IMPOSSIBLE) and row.points == 0


def of_shipments(shop: Shop) -> Iterable[Need]:
    """Shipments against the terms."""
    wrong = tuple(row.order_id for row in shop.shipments if row.verdict == BREACH)
    yield Need("shipments_wrong", "breach", len(wrong), "shipments", subjects=wrong)
    late = missed(kept_rates(shop.state.judged))
    yield Need("rates_missed", "breach" if of_sfp(late) else "check", len(late), "rates", rates=late)


def of_templates(state: State, as_of: date) -> Iterable[Need]:
    """Places of the shop's shipping templates against the terms."""
    found = templates.found_of(state.template_cells, state.account, state.readings, as_of)
    wrong = [cell.template for cell, findings in found if any(finding.outcome == "breach" for finding in findings)]
    names = tuple(dict.fromkeys(wrong))
    yield Need("templates_wrong", "breach", len(wrong), "templates", fact=few(names), subjects=names)


def of_account(state: State, as_of: date) -> Iterable[Need]:
    """What a rule says of the account: to mend or to check; what only lacks an answer waits in the steps."""
    yield Need("lost_readings", "check", len(state.lost_readings), "passages", fact=", ".join(state.lost_readings))
    if state.last is None:
        return
    for finding in enrolment.judged(state.account, state.readings, as_of):
        if finding.outcome in ("breach", "check") and not finding.missing and finding.rule != "points.all-offers":
            yield Need("account", "breach" if finding.outcome == "breach" else "check", 1, "dates", finding=finding)


def of_duties(shop: Shop, as_of: date) -> Iterable[Need]:
    """The obligations of SFP that the shop does not keep by what its owner told, or that are to be looked at."""
    known = (row.sku for row in shop.rows if row.sfp_verdict is not None and not set(SCOPE_FACTS) & set(row.missing.split()))
    for duty in obligations.of_account(shop.state.account, [*islice(known, 1)], as_of):
        if duty.standing.state in ("trouble", "check") and not duty.standing.missing:
            look: Look = "breach" if duty.standing.state == "trouble" else "check"
            yield Need("duty", look, 1, "duties", fact=few(list(map(str, duty.standing.days))), duty=duty.obligation)


def of_moved(shop: Shop, as_of: date) -> Iterable[Need]:
    """What an update, a fact pack or a figure's first day moved: offers and returns apart, for they stand on pages of their own."""
    found = moved_by(shop.state.judged, as_of)
    if found is not None:
        skus = found.offers
        page = page_of_moved(shop.rows, found.worse, (*found.better, *found.others))
        yield Need(MOVED_NEEDS[found.why], "advice", len(skus), page, fact=few(skus), subjects=skus, start=found.day)
        yield Need(
            MOVED_RETURNS[found.why], "advice", len(found.returns), "returned", found.yen, fact=few(found.returns), subjects=found.returns
        )


def of_coming(state: State, as_of: date) -> Iterable[Need]:
    """Figures that change in the days to come, as far as they touch the shop's offers."""
    for change in coming_of(state.judged):
        if change.start > as_of:
            days = (change.start - as_of).days
            yield Need(
                f"coming_{change.kind}", "advice", len(change.skus) or 1, "points" if change.skus else "figures", change.yen, days,
                few(change.skus), subjects=change.skus, coming=change, start=change.start,
            )  # fmt: skip


def page_of_moved(rows: Iterable[JudgedRow], worse: Sequence[str], better: Sequence[str]) -> str:
    """The page that shows why offers moved: that of SFP when nothing but SFP breaches came, else that of points, which lists all."""
    points = {row.sku: row.points_verdict for row in rows}
    only_sfp = bool(worse) and not better and all(points.get(sku) != BREACH for sku in worse)
    return "sfp" if only_sfp else "points"


def of_sales(shop: Shop, as_of: date) -> Iterable[Need]:
    """The next days on which to change the percentage of offers for a sale; the calendar file has those further off, too."""
    if not shop.state.sales:
        return
    days = [day for day in percent_days(shop.state.sales, as_of, {row.sku for row in shop.rows}) if day.day <= as_of + SALE_AHEAD]
    for what in ("set", "back"):
        mine = [day for day in days if day.what == what]
        text = ", ".join(f"{name.day} ({len(name.skus):,})" for name in mine[:FEW]) + (" …" if len(mine) > FEW else "")
        skus, left = tuple({sku: None for day in mine for sku in day.skus}), (mine[0].day - as_of).days if mine else None
        yield Need(SALE_NEEDS[what], "advice", len(skus), "points", days=left, fact=text, subjects=skus, left=left)


def of_report(state: State, now: datetime) -> Iterable[Need]:
    """A listings report that is old."""
    if state.last is not None:
        known = [datetime.fromisoformat(at) for at in (state.last.written_at, state.last.imported_at) if at]
        days = (now - min(known)).days
        yield Need("old_report", "advice", int(days >= OLD), "open", days=days)


def of_unread(state: State) -> Iterable[Need]:
    """Rows of the reports in place that could not be read: no verdict, deadline or sum knows of them."""
    reports = {"listings": state.last, "orders": state.orders, "shipments": state.shipments, "returns": state.returns}
    refused = {name: report.refused for name, report in reports.items() if report}
    if "returns" in refused:  # they add up
        refused["returns"] = state.judged.get("returns", {}).get("refused", refused["returns"])
    for name, count in refused.items():
        yield Need(f"unread_{name}", "check", count, "open")


def of_figures(state: State, as_of: date) -> Iterable[Need]:
    """The figures to look up, once a month."""
    if state.has_reports:
        due = tuple(to_look_up(as_of, state.figures_seen))
        yield Need("look_up", "advice", len(due), "figures", figures=due)


def changes(state: State) -> dict[str, int]:
    """How many offers became worse or better, came or went since the report before; empty when there was none."""
    moved = state.judged.get("moved", {})
    return {name: count if isinstance(count, int) else len(count) for name, count in moved.items()}

"""Every smallest change that the owner can make ("answer" or "mend") is applied to real shops, and the verdict turns."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sellerdesk.domain.assumptions import Assumptions
from sellerdesk.domain.catalogue import Catalogue
from sellerdesk.domain.finding import MISSING, Change, Finding
from sellerdesk.domain.japan import JAPAN
from sellerdesk.domain.order import Dispatch, Order
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.domain.shipment import Shipment
from sellerdesk.readers.methods import read_service
from sellerdesk.rules.checks import CHECKS, OFFER_CHECKS, applied
from sellerdesk.rules.engine import judge
from sellerdesk.rules.engine.check import Run, smallest_change
from sellerdesk.workflows.cashless import orders as cashless_orders
from sellerdesk.workflows.cashless import payments
from sellerdesk.workflows.files import order_report, return_report, shipments_sheet
from sellerdesk.workflows.offers import audit, demo
from sellerdesk.workflows.returns import report
from sellerdesk.workflows.sfp import shipments
from sellerdesk.workflows.terms import rule, terms
from tests.conftest import ROOT
from tests.made_shop import DAY, PRIME, make

DEMO = ROOT / "resources/demo"
TODAY = date.fromisoformat(DAY)
OFFER_ANSWERS: Mapping[str, Sequence[Any]] = {
    "preorder": ["no"], "hazmat": ["no"], "medical": ["no"], "ship_from": ["JP"], "restock_date": ["none"], "quantity": [5], "condition": [11],
    "price": [1980], "points": [990], "asin": ["B0ALONE001"], "condition_note": [""], "shipping_template": [""], "prime_template": [PRIME],
    "fulfillment_channel": ["seller"], "sale_points": [40], "sale_start": [TODAY], "sale_end": [TODAY],
}  # fmt: skip
RECORD_ANSWERS: Mapping[str, Sequence[Any]] = {
    "reason": ["3"], "category": ["Shoes", "Toys"], "label_payer": ["customer", "seller", "amazon"], "label_type": ["prepaid", "unpaid"],
    "label_cost": [600, 0], "payer": ["customer"], "arrived_on": [TODAY], "return_status": ["approved"], "refunded": [100, 1000, 10**7], "hazmat": ["no"],
    "in_policy": ["yes"], "amount": [1000], "sfp_item": ["yes"], "payment_method": ["cashless"], "changed_payment": ["none"], "order_status": ["unshipped"],
    "ship_date": [TODAY], "ship_confirmed": [TODAY], "purchase_date": [TODAY], "participant": ["yes"],
    "ship_method": ["宅急便"], "tracking_number": [("123456789013",)], "is_prime": ["no"], "tracking_given_at": ["2020-07-01 09:00"],
    "confirmed_at": ["2020-07-01 10:05"], "ship_from": ["JP"], "promised_by": ["2030-07-03"], "delivered_at": ["2020-07-03"], "same_day_region": ["yes"],
}  # fmt: skip
NO_FACT = ("refunded_on", "full_refund", "order_line")
"""Answers that no field of a report holds: a decision, the rest of an order, a row that is read anew."""


def shop(folder: Path) -> Catalogue:
    """The offers of a folder with all that is known of them."""
    files = (
        demo.demo()
        if folder == DEMO
        else audit.Files(folder / "listings.txt", folder / "facts_partial.csv", folder / "price_file.txt", (PRIME,))
    )
    return audit.audit(files, None, TODAY).catalogue


def offer_finding(catalogue: Catalogue, finding: Finding) -> Finding | None:
    """What the rule of a finding says of the same offer in a catalogue."""
    book, run = [rule(finding.rule)], Run(TODAY, catalogue)
    found = judge.judge(book, OFFER_CHECKS, terms(), run, catalogue.offers, subject="sku", everything=True).findings
    return next((one for one in found if one.subject == finding.subject), None)


def own(changes: Iterable[Change]) -> list[Change]:
    """The changes that are the owner's to make."""
    return [one for one in changes if one.kind != "would" and one.fact not in NO_FACT]


def turned(before: Finding, after: Finding | None) -> bool:
    """Whether a verdict is another one: another case, or fewer facts missing."""
    if after is None or after.case != before.case:
        return True
    return before.case == MISSING and not set(before.missing) <= set(after.missing)


@pytest.mark.parametrize("where", ["demo", "made"])
def test_changes_of_offers(where: str, tmp_path: Path) -> None:
    catalogue = shop(DEMO if where == "demo" else make(tmp_path / "shop", times=1).folder)
    found = audit.judged(catalogue, TODAY, everything=True).findings
    stuck = []
    for finding in found:
        changes = own(smallest_change(finding, OFFER_CHECKS[rule(finding.rule).check]))
        if not changes:
            continue
        told = [Change(one.subject, one.fact, OFFER_ANSWERS[one.fact][0] if one.to is None else one.to) for one in changes]
        if not turned(finding, offer_finding(applied(catalogue, told), finding)):
            stuck.append((finding.rule, finding.case, finding.subject, told))
    assert len(found) > 100
    assert stuck == []


FIELDS = {
    "return_status": "status", "sfp_item": "sfp", "payment_method": "payment", "changed_payment": "changed_to", "order_status": "status",
    "purchase_date": "placed", "tracking_number": "tracking", "tracking_given_at": "given_at",
}  # fmt: skip


EARLY = datetime(2020, 6, 20, tzinfo=JAPAN)


def with_answer(record: Any, fact: str, answer: Any) -> Any:
    """A record after an answer, as if its report had said so; what is confirmed was shipped."""
    if isinstance(record, Order) and fact == "purchase_date":
        return msgspec.structs.replace(record, placed=EARLY)
    if isinstance(record, Order) and fact in ("ship_date", "ship_confirmed"):
        shipped = [EARLY if fact == "ship_date" or one.shipped in (None, "none") else one.shipped for one in record.parcels]
        confirmed = [EARLY if fact == "ship_confirmed" else one.confirmed for one in record.parcels]
        return msgspec.structs.replace(record, parcels=tuple(map(Dispatch, shipped, confirmed)))
    if fact == "ship_method":
        return msgspec.structs.replace(record, service=read_service(None, str(answer)))
    return msgspec.structs.replace(record, **{FIELDS.get(fact, fact): answer})


def stuck_of(
    records: Sequence[Any], found: Sequence[Finding], name: Callable[[Any], str], judged: Callable[[list[Any]], Sequence[Finding]]
) -> list[object]:
    """The findings whose changes, applied to all records of their subject, turn nothing."""
    stuck: list[object] = []
    for finding in found:
        for change in own(smallest_change(finding, CHECKS[rule(finding.rule).check])):
            answers = RECORD_ANSWERS[change.fact] if change.to is None else [change.to]
            after = [
                next((one for one in judged([with_answer(record, change.fact, answer) if name(record) == finding.subject else record for record in records])
                      if (one.rule, one.subject) == (finding.rule, finding.subject)), None)
                for answer in answers
            ]  # fmt: skip
            if not any(turned(finding, one) for one in after):
                stuck.append((finding.rule, finding.case, finding.subject, change))
    return stuck


@pytest.fixture
def recent(tmp_path: Path) -> Path:
    """The demo shop's reports whose days are near the day of the run."""
    for path, data in demo.demo_recent(TODAY):
        (tmp_path / path.name).write_bytes(data)
    return tmp_path


def test_changes_of_returns(recent: Path) -> None:
    items = [msgspec.structs.replace(one, sfp="yes") for one in return_report(recent / "returns.txt")[1].items]
    more: dict[str, Any] = {
        "sfp": "yes",
        "amount": 3000,
        "quantity": 1,
        "order_quantity": 1,
        "label_payer": "seller",
        "label_cost": 600,
        "reason": "12",
        "category": "Toys",
    }
    cases: list[dict[str, Any]] = [{"refunded": 0}, {"refunded": None}, {"refunded": 3000}, {"refunded": 2000}, {"label_payer": "Vendor"}, {"label_type": "MerchantUploadLabel"},
             {"label_type": "unpaid", "reason": "3"}, {"category": "帽子"}, {"category": None}, {"reason": "CR-POOR_FIT"}, {"reason": "CR-APPAREL_TOO_SMALL"},
             {"status": "Escalated"}, {"in_policy": "no"}, {"label_payer": None}, {"reason": "3", "label_payer": "customer", "refunded": 2400}]  # fmt: skip
    items += [ReturnedItem(f"case-{place}", line=1000 + place, **{**more, **one}) for place, one in enumerate(cases)]

    def judged(told: list[Any]) -> Sequence[Finding]:
        return report.judge(told, TODAY, Assumptions()).audit.findings

    assert stuck_of(items, judged(items), lambda one: one.subject, judged) == []


def test_changes_of_orders() -> None:
    orders = order_report(DEMO / "orders.txt")[1].orders
    told: dict[str, Any] = {"placed": orders[0].placed, "status": "shipped", "payment": "cashless", "changed_to": "none"}
    cases: list[dict[str, Any]] = [
        {"payment": "PayPay"},
        {"status": "Escalated"},
        {"payment": None},
        {"parcels": (Dispatch(),)},
        {"placed": None},
        {"status": "pending"},
    ]
    orders = [*orders, *(Order(f"case-{place}", **{**told, **one}) for place, one in enumerate(cases))]
    for day in (TODAY, date(2020, 7, 10)):

        def judged(told: list[Any], day: date = day) -> Sequence[Finding]:
            return cashless_orders.judged(told, day, payments.Answers(), {}).audit.findings

        assert stuck_of(orders, judged(orders), lambda one: one.order_id, judged) == []


def test_changes_of_shipments(recent: Path) -> None:
    sent = [msgspec.structs.replace(one, is_prime="yes") for one in shipments_sheet(recent / "shipments.csv")[1]]
    sent += [Shipment(order_id="same-day", is_prime="yes", same_day="yes", service=read_service(None, "宅急便"), line=1000)]

    def judged(told: list[Any]) -> Sequence[Finding]:
        return shipments.judged(told, Run(TODAY), [], "").findings

    assert stuck_of(sent, judged(sent), lambda one: one.order_id, judged) == []

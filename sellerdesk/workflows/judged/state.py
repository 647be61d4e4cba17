"""What the window asks of a saved shop: its rows in chunks, why a verdict is as it is, and answers that judge again at once."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, cast

import msgspec

from sellerdesk.domain.account import Account
from sellerdesk.domain.decision import cases_of_payments, standing
from sellerdesk.domain.deed import Deed
from sellerdesk.domain.imported import Import
from sellerdesk.domain.judged_row import JudgedReturn
from sellerdesk.domain.offer import Sale
from sellerdesk.domain.refusal import Refusal, UnusableStore
from sellerdesk.domain.saved_file import SavedFile
from sellerdesk.domain.template import TemplateCell
from sellerdesk.readers import orders as orders_read
from sellerdesk.readers.headers import PAYMENTS
from sellerdesk.store import decisions, history, imports, judged, offers, return_notes, told_refunds
from sellerdesk.store import facts as saved_facts
from sellerdesk.store import template_cells as store_template_cells
from sellerdesk.store.connection import Database
from sellerdesk.store.database import opened
from sellerdesk.store.judged import AnyRow
from sellerdesk.workflows.cashless import payments
from sellerdesk.workflows.judged import origins
from sellerdesk.workflows.judged.settled_returns import settled_rows
from sellerdesk.workflows.returns.rows import KINDS as RETURN_KINDS
from sellerdesk.workflows.sfp.shipment_rows import KINDS as SHIPMENT_KINDS
from sellerdesk.workflows.shop import account, saved_files
from sellerdesk.workflows.shop import readings as shop_readings
from sellerdesk.workflows.shop.catalogue import last_import, templates_in_force
from sellerdesk.workflows.shop.look_up import seen_on
from sellerdesk.workflows.shop.packs import take_up
from sellerdesk.workflows.terms import rules


class State(msgspec.Struct, frozen=True):
    """What a shop's store holds beside its rows: the last import, the last judging, the templates and which are Prime.

    `orders` is the last order report, `shipments` the last shipment sheet, `returns` the last returns report; `changes` is what undo
    and redo would do next; `account`, `readings` and `payment` are what the owner told about the shop, about unclear passages, and
    about payments; `decided` is what they decided, by rule and subject, `notes` what they noted on returns, by order id. `current` is
    whether the verdicts are of all that is in place, `same_reports` whether of the reports; `paid` is the last payment report, `sales`
    are the sale prices of the last price file, `figures_seen` the day (Japan) on which the owner last looked at the figures,
    `planned` are the facts that they mean to change, by SKU, `refunds` the yen that they say were refunded, by order id and SKU.
    `files_saved` are the last files to upload that they saved, by form.
    """

    last: Import | None = None
    judged: dict[str, Any] = {}
    templates: tuple[tuple[str, int], ...] = ()
    prime_templates: frozenset[str] | None = None
    refused: tuple[Refusal, ...] = ()
    orders: Import | None = None
    changes: tuple[Deed | None, Deed | None] = (None, None)
    account: Account = msgspec.field(default_factory=Account)
    readings: Mapping[str, str] = {}
    payment: str | None = None
    shipments: Import | None = None
    template_cells: tuple[TemplateCell, ...] = ()
    returns: Import | None = None
    decided: Mapping[tuple[str, str], str] = {}
    notes: Mapping[str, str] = {}
    lost_readings: Mapping[str, str] = {}
    current: bool = True
    same_reports: bool = True
    paid: Import | None = None
    sales: Mapping[str, Sale] = {}
    figures_seen: date | None = None
    planned: Mapping[str, frozenset[str]] = {}
    refunds: Mapping[tuple[str, str], int] = {}
    files_saved: Mapping[str, SavedFile] = {}

    def having(self, **parts: object) -> "State":
        """The same with some parts in place of its own, by their names."""
        return msgspec.structs.replace(self, **parts)

    @property
    def has_reports(self) -> bool:
        """Whether a report of any kind was imported."""
        return any(imported is not None for imported in (self.last, self.orders, self.shipments, self.returns, self.paid))


def contents(store: Path) -> Iterator[State | list[AnyRow]]:
    """The state of a shop, then its judged rows and orders, some at a time. Raises UnusableStore."""
    take_up(store)
    if not store.exists():
        yield State()
        return
    with opened(store) as db:
        rules()  # read here, in the thread that waits, so that the first why panel finds them ready
        last = last_import(db)
        refused = tuple(imports.get_refusals(db, last.number)) if last else ()
        verdicts = saved_facts.get_setting(db, saved_facts.JUDGED) or {}
        orders, changes = imports.last(db, orders_read.KINDS), history.next_deeds(db)
        shipments = imports.last(db, SHIPMENT_KINDS)
        decided = standing(decisions.every(db), cases_of_payments(verdicts))
        shop = (account.of(db), shop_readings.readings_of(db), payments.answers_of(db).payment)
        yield State(
            last,
            verdicts,
            tuple(offers.get_templates(db)),
            templates_in_force(db),
            refused,
            orders,
            changes,
            *shop,
            shipments,
            store_template_cells.of(db),
            imports.last(db, RETURN_KINDS),
            decided,
            return_notes.every(db),
            shop_readings.lost_readings(db),
            origins.is_current(db, verdicts),
            origins.of_last_imports(db, verdicts),
            imports.last(db, PAYMENTS),
            offers.get_sales(db),
            seen_on(db),
            saved_facts.get_planned(db),
            *(told_refunds.every(db), saved_files.of(db)),
        )
        if (torn := judged.torn_table(db)) is not None:
            raise UnusableStore("store_differs", file=store.name, folder=str(store.parent), table=torn)
        yield from rows_of(db, decided)


def rows_of(db: Database, decided: Mapping[tuple[str, str], str]) -> Iterator[list[AnyRow]]:
    """All judged rows, some at a time; those of returns as the owner's decisions, by rule and subject, leave them."""
    for kind in judged.TABLES:
        for rows in judged.chunks(db, kind):
            yield [*settled_rows(cast("list[JudgedReturn]", rows), decided)] if kind is JudgedReturn else rows

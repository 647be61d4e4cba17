"""The returns of the saved shop, or of a report that is named, with their costs, deadlines and claims: what goes out as files."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from sellerdesk.domain.account import Account
from sellerdesk.domain.assumptions import Assumptions
from sellerdesk.domain.charged import Charged
from sellerdesk.domain.decision import Decision
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.readers.returns import KINDS
from sellerdesk.store import facts, imports
from sellerdesk.store import return_notes as notes
from sellerdesk.store.database import opened
from sellerdesk.workflows.returns import notes as returns_notes
from sellerdesk.workflows.returns.assumptions import of as assumptions_of
from sellerdesk.workflows.returns.claims import Claim, claims
from sellerdesk.workflows.returns.costs import ReturnCost, costs_of, with_labels_back
from sellerdesk.workflows.returns.deadlines import Deadline, board
from sellerdesk.workflows.returns.report import Files, Judged, Report, read_and_judge
from sellerdesk.workflows.returns.rows import judged_items, unpaid_of
from sellerdesk.workflows.shop import saved as shops
from sellerdesk.workflows.shop.catalogue import whole
from sellerdesk.workflows.shop.kept_returns import kept_returns


class Returned(msgspec.Struct, frozen=True):
    """Returns judged and costed on a day (Japan), with what the owner decided about them, told of the shop and noted."""

    judged: Judged
    costs: Sequence[ReturnCost]
    as_of: date
    assumed: Assumptions
    decided: Sequence[Decision] = ()
    account: Account = msgspec.field(default_factory=Account)
    notes: Mapping[str, str] = {}

    def deadlines(self) -> list[Deadline]:
        """The refunds still to be made."""
        return board(self.costs, self.decided, self.as_of)

    def charged_of(self, item: ReturnedItem) -> Charged | None:
        """What payment reports tell of a return; None where they tell nothing."""
        return next((returned.charged for returned in self.costs if returned.item.line == item.line), None)

    def claims(self) -> list[Claim]:
        """The labels to claim back, and those to give back to buyers."""
        return claims(self.judged.wrong, self.decided)

    def to_check(self) -> list[Claim]:
        """The labels of which payments show no charge: they may be claimed once it is found."""
        return claims(self.judged.unseen, self.decided)


def saved(store: Path, as_of: date) -> Returned:
    """The saved returns. Raises UnusableArgument when none are saved, UnusableStore."""
    return saved_report(store, as_of)[1]


def saved_if_any(store: Path, as_of: date) -> Returned | None:
    """The saved returns; None when none are saved. Raises UnusableStore."""
    with opened(store) as db:
        if imports.last(db, KINDS) is None:
            return None
    return saved(store, as_of)


def saved_report(store: Path, as_of: date) -> tuple[Report, Returned]:
    """The saved returns reports judged, the newest before the others. Raises UnusableArgument when none is saved, UnusableStore."""
    shop = shops.load(store)
    if shop is None:
        raise UnusableArgument("no_saved_returns")
    catalogue = whole(shop)
    with opened(store) as db:
        reports = kept_returns(db)
        if reports is None:
            raise UnusableArgument("no_saved_returns")
        kept: Mapping[str, Any] = facts.get_setting(db, facts.JUDGED) or {}
        judged, costs = judged_items(db, reports.items, catalogue, as_of, unpaid_of(kept.get("payments", {})))
        costs = with_labels_back(costs, shop.decisions)
        found = Returned(judged, costs, as_of, assumptions_of(db), shop.decisions, shop.account, notes.every(db))
        return Report(reports.newest, judged, reports.earlier), found


def named(files: Files, store: Path, as_of: date, assumed: Assumptions) -> Returned:
    """The returns of a report, with what the store knows of decisions. Raises UnreadableFile, UnusableArgument, UnusableStore."""
    report = read_and_judge(files, as_of, assumed)
    shop = shops.load(store, with_offers=False)
    known = (shop.decisions, shop.account, returns_notes.load(store)) if shop else ()
    return Returned(report.judged, costs_of(report.judged, as_of, assumed), as_of, assumed, *known)

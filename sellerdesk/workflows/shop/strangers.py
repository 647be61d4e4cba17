"""Payment reports that may be another shop's: none of their SKUs is in the saved listings, where those of the others are."""

from msgspec.structs import replace

from sellerdesk.domain.folding import fold_sku
from sellerdesk.domain.unread import Mend
from sellerdesk.readers.payment_damage import lost_skus
from sellerdesk.readers.payments import PaymentFile
from sellerdesk.readers.table import HIDDEN
from sellerdesk.store import offers, payments
from sellerdesk.store.connection import Database
from sellerdesk.workflows.files import Report

FEWEST = 5
"""SKUs from which on it tells something that the listings have none of them: a few may have been taken off."""


def with_strangers(db: Database, report: Report) -> Report:
    """A report that says so of itself where none of its SKUs is in the saved listings, as if it were another shop's; others as they are."""
    if not isinstance(report.content, PaymentFile):
        return report
    names = {payment.sku for payment in report.content.content.payments} - {"", HIDDEN}
    skus = {*map(fold_sku, names - lost_skus(names))}
    if len(skus) < FEWEST or not payments.has_offers(db) or skus & {*map(fold_sku, offers.known_skus(db))}:
        return report
    unread = report.source.unread
    told = replace(unread, mended=(*unread.mended, Mend("strangers", len(skus), ())))
    return replace(report, source=replace(report.source, unread=told))

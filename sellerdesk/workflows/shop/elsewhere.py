"""The saved payment reports that have rows of one just imported under another settlement's number, or under none."""

from sellerdesk.domain.payment import AlsoIn
from sellerdesk.readers.headers import PAYMENTS
from sellerdesk.rules.payments.elsewhere import elsewhere
from sellerdesk.store import imports, payments
from sellerdesk.store.connection import Database
from sellerdesk.workflows.payment_kinds import places


def of_newest(db: Database) -> list[AlsoIn]:
    """The reports before the newest one that have rows of it, with how many."""
    saved = [imported for imported in imports.every(db) if imported.kind in PAYMENTS]
    if not any(imported.kind == "settlement" for imported in saved):  # transactions count once whatever their numbers are
        return []
    found = elsewhere([payments.of_import(db, imported.number) for imported in saved], places())
    return [AlsoIn(saved[one.other].file, one.rows) for one in found if one.file == len(saved) - 1]

"""What the owner taught of category names: apparel, luggage, shoes or none of them; asked once for each name, kept, undoable."""

from datetime import datetime
from pathlib import Path

from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.rules.returns.categories import KINDS, fold
from sellerdesk.store import facts as saved
from sellerdesk.store.connection import Database
from sellerdesk.store.database import opened
from sellerdesk.store.history import doing

NAMES = "category_kinds"
"""The setting that holds it: the kind of each name, as it is written."""


def load(store: Path) -> dict[str, str]:
    """The kinds of category names, as the owner taught them. Raises UnusableStore."""
    if not store.exists():
        return {}
    with opened(store) as db:
        return taught(db)


def taught(db: Database) -> dict[str, str]:
    """What an open store was taught of category names."""
    return dict(saved.get_setting(db, NAMES) or {})


def teach(store: Path, name: str, kind: str, now: datetime) -> None:
    """Keep what a category's name means ("" forgets it). Raises UnusableArgument, UnusableStore."""
    if kind and kind not in KINDS:
        raise UnusableArgument("no_such_kind", name=kind, there=KINDS)
    if not name.strip():
        raise UnusableArgument("write_it", form='account category "…=apparel|luggage|shoes|other"')
    with doing(store, "category", now, category=name.strip(), kind=kind) as db:
        others = {known: there for known, there in taught(db).items() if fold(known) != fold(name)}
        saved.put_setting(db, NAMES, {**others, name.strip(): kind} if kind else others, now)

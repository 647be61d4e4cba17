"""From which imports the saved verdicts were made: every answer names them, and judges again when they are not the last ones."""

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import msgspec

from sellerdesk.domain.refusal import UnusableStore
from sellerdesk.readers.headers import LISTINGS, ORDERS, RETURNS, SHIPMENTS
from sellerdesk.store import facts as saved
from sellerdesk.store import imports
from sellerdesk.store.connection import Database
from sellerdesk.store.database import opened

KINDS: Mapping[str, tuple[str, ...]] = {
    "listings": LISTINGS, "price_file": ("price_file",), "facts": ("facts",), "orders": ORDERS, "shipments": SHIPMENTS, "returns": RETURNS,
}  # fmt: skip
"""The imports that verdicts rest on, by what they bring."""
FROM = "from"
"""Where the saved judging holds them."""


class Origin(msgspec.Struct, frozen=True):
    """An import that verdicts were made from: its number and its file's name."""

    number: int
    file: str


def last_imports(db: Database) -> dict[str, Origin]:
    """The imports whose rows are in place now, by what they bring."""
    every = imports.every(db)
    found = {name: [one for one in every if one.kind in kinds] for name, kinds in KINDS.items()}
    return {name: Origin(there[-1].number, there[-1].file) for name, there in found.items() if there}


def origins(judged: Mapping[str, Any]) -> dict[str, Origin]:
    """The imports that a saved judging was made from."""
    return msgspec.convert(judged.get(FROM, {}), dict[str, Origin])


def is_current(db: Database, judged: Mapping[str, Any]) -> bool:
    """Whether a saved judging was made from the imports that are in place now."""
    return origins(judged) == last_imports(db)


def make_current(store: Path, as_of: date, now: datetime) -> dict[str, Origin]:
    """Judge a saved shop again where its verdicts are of other imports than those in place; gives the imports that they are of.

    A shop that another window holds is left as it is, and the answer then names the older imports. Raises UnusableStore.
    """
    if not store.exists():
        return {}
    with opened(store) as db:
        judged = saved.get_setting(db, saved.JUDGED) or {}
        if is_current(db, judged):
            return origins(judged)
    from sellerdesk.workflows.judging import judge_saved  # noqa: PLC0415 (the rulebooks are read only where something is judged)
    from sellerdesk.workflows.shop import can_be_judged  # noqa: PLC0415 (as above)

    try:
        if can_be_judged(store):
            judge_saved(store, as_of, now)
    except UnusableStore as fault:
        if fault.code != "shop_held":
            raise
    with opened(store) as db:
        return origins(saved.get_setting(db, saved.JUDGED) or {})


def as_json(told: Mapping[str, Origin], main: str = "listings") -> dict[str, object]:
    """The import that an answer rests on, and all of them by what they bring."""
    first = told.get(main) or next(iter(told.values()), None)
    every = {name: msgspec.to_builtins(one) for name, one in told.items()}
    return {"judged_from": msgspec.to_builtins(first) if first else None, "judged_from_each": every}

"""From which imports the saved verdicts were made: every answer names them."""

from collections.abc import Mapping
from typing import Any

import msgspec

from sellerdesk.readers.headers import LISTINGS, ORDERS, PAYMENTS, RETURNS, SHIPMENTS
from sellerdesk.store import imports
from sellerdesk.store.connection import Database
from sellerdesk.workflows.judged.by_figures import marks, marks_of

KINDS: Mapping[str, tuple[str, ...]] = {
    "listings": LISTINGS, "price_file": ("price_file",), "facts": ("facts",), "orders": ORDERS, "shipments": SHIPMENTS, "returns": RETURNS,
    "payments": PAYMENTS,
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
    found = {name: [imported for imported in every if imported.kind in kinds] for name, kinds in KINDS.items()}
    return {name: Origin(there[-1].number, there[-1].file) for name, there in found.items() if there}


def origins(judged: Mapping[str, Any]) -> dict[str, Origin]:
    """The imports that a saved judging was made from."""
    return msgspec.convert(judged.get(FROM, {}), dict[str, Origin])


def is_current(db: Database, judged: Mapping[str, Any]) -> bool:
    """Whether a saved judging was made from the imports that are in place now, by the rules and figures in force."""
    return origins(judged) == last_imports(db) and (not judged or marks_of(judged) == marks())


def as_json(kept: Mapping[str, Origin], main: str = "listings") -> dict[str, object]:
    """The import that an answer rests on, and all of them by what they bring."""
    first = kept.get(main) or next(iter(kept.values()), None)
    every = {name: msgspec.to_builtins(origin) for name, origin in kept.items()}
    return {"judged_from": msgspec.to_builtins(first) if first else None, "judged_from_each": every}

"""From which imports the saved verdicts were made: every answer names them."""

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from sellerdesk.domain.imported import Import
from sellerdesk.readers.headers import LISTINGS, ORDERS, PAYMENTS, RETURNS, SHIPMENTS
from sellerdesk.store import history, imports
from sellerdesk.store.connection import Database
from sellerdesk.workflows.judged.by_figures import marks, marks_of

KINDS: Mapping[str, tuple[str, ...]] = {
    "listings": LISTINGS, "price_file": ("price_file",), "facts": ("facts",), "orders": ORDERS, "shipments": SHIPMENTS, "returns": RETURNS,
    "payments": PAYMENTS,
}  # fmt: skip
"""The imports that verdicts rest on, by what they bring."""
ADDED_UP = ("returns", "payments")
"""Those of which all imports count, not the newest alone."""
FROM, LAST_DEED = "from", "last_deed"
"""Where the saved judging holds them, and the last change of a person's that it knows."""
IDLE = ("intention", "no_intention", "decide", "withdraw", "note", "photo", "no_photo", "looked_up")
"""Changes on which no verdict turns."""


class Origin(msgspec.Struct, frozen=True, omit_defaults=True):
    """An import that verdicts were made from: its number and its file's name; `earlier` are those that add up with it."""

    number: int
    file: str
    earlier: tuple[int, ...] = ()


def last_imports(db: Database) -> dict[str, Origin]:
    """The imports whose rows are in place now, by what they bring."""
    every = imports.every(db)
    found = {name: [imported for imported in every if imported.kind in kinds] for name, kinds in KINDS.items()}
    return {name: origin(name, there) for name, there in found.items() if there}


def origin(name: str, there: Sequence[Import]) -> Origin:
    """What some imports of a kind, the oldest first, make verdicts of."""
    earlier = tuple(imported.number for imported in there[:-1]) if name in ADDED_UP else ()
    return Origin(there[-1].number, there[-1].file, earlier)


def origins(judged: Mapping[str, Any]) -> dict[str, Origin]:
    """The imports that a saved judging was made from."""
    return msgspec.convert(judged.get(FROM, {}), dict[str, Origin])


def is_current(db: Database, judged: Mapping[str, Any]) -> bool:
    """Whether a saved judging was made from all that is in place now: imports, what the owner said, rules and figures."""
    if not of_last_imports(db, judged):
        return False
    return not judged or (marks_of(judged) == marks() and judged.get(LAST_DEED) == last_deed(db))


def of_last_imports(db: Database, judged: Mapping[str, Any]) -> bool:
    """Whether a saved judging was made from the imports that are in place now."""
    return origins(judged) == last_imports(db)


def last_deed(db: Database) -> int:
    """The number of the last change of a person's that a verdict can turn on, or of its undoing; 0 for none."""
    return int(history.last_number(db, besides=IDLE))


def as_json(kept: Mapping[str, Origin], main: str = "listings") -> dict[str, object]:
    """The import that an answer rests on, and all of them by what they bring."""
    first = kept.get(main) or next(iter(kept.values()), None)
    every = {name: msgspec.to_builtins(origin) for name, origin in kept.items()}
    return {"judged_from": msgspec.to_builtins(first) if first else None, "judged_from_each": every}

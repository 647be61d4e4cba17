"""The settings that a shop's store can have, by name, with what each holds: no other is written, and none comes in from elsewhere."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

import msgspec

from sellerdesk.domain.account import Account
from sellerdesk.domain.calculation import Calculation
from sellerdesk.domain.days import is_ours
from sellerdesk.domain.figure_pack import KeptPack
from sellerdesk.domain.parcel import ContractFare
from sellerdesk.domain.saved_file import SavedFile
from sellerdesk.domain.template import TemplateCell
from sellerdesk.domain.typed_cost import TypedCost

# To add a setting: its name and type here; a store that comes from outside may hold no other.
NAMES: Mapping[str, Any] = {
    "calculations": list[Calculation],
    "category_kinds": dict[str, Literal["apparel", "luggage", "shoes", "other"]],
    "contract_fares": list[ContractFare],
    "figure_packs": list[KeptPack],
    "figures_seen": date,
    "files_saved": dict[str, SavedFile],
    "import_after": dict[Literal["import", "removed", "deed"], int],
    "judged": dict[str, Any],
    "payment": Literal["cashless", "other"],
    "prime_templates": list[str],
    "reason_rows": dict[str, int],
    "returns_all_prime": str,
    "shipments_all_prime": str,
    "template_cells": list[TemplateCell],
    "typed_cost": TypedCost,
}
BEGINNINGS: Mapping[str, Any] = {"columns:": dict[str, str], "reading.": str}
ACCOUNT = "account."
"""What the owner told about the shop: each answer is a field of Account."""


def is_known(name: str) -> bool:
    """Whether a setting of this name is one of the program's."""
    return name in NAMES or name.startswith(tuple(BEGINNINGS)) or name.removeprefix(ACCOUNT) in Account.__struct_fields__


def check(name: str, value: str) -> None:
    """Nothing for a setting that the program can have written. Raises ValueError."""
    if not is_known(name):
        raise ValueError(name)
    kind = NAMES.get(name) or next((kind for start, kind in BEGINNINGS.items() if name.startswith(start)), None)
    found = msgspec.json.decode(value)
    if kind is None:
        found = getattr(msgspec.convert({name.removeprefix(ACCOUNT): found}, Account), name.removeprefix(ACCOUNT))
    else:
        found = msgspec.convert(found, kind)
    days = [date.fromisoformat(found["as_of"])] if name == "judged" and "as_of" in found else found if isinstance(found, tuple) else [found]
    if not all(is_ours(day) for day in days if isinstance(day, date)):
        raise ValueError(name)

"""What the owner told about SKUs and about the shop: apart from imported rows, so that it outlives them."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime

import msgspec
from sqlite_utils import Database

from sellerdesk.domain.facts import FACT_NAMES, NoDate, SkuFacts

PRIME_TEMPLATES = "prime_templates"


def put_facts(db: Database, facts: Mapping[str, SkuFacts], now: datetime) -> None:
    """Save facts; what is not known in them leaves what was saved before as it was."""
    rows = [
        (sku, name, str(msgspec.to_builtins(value)), now.isoformat())
        for sku, known in facts.items()
        for name, value in zip(FACT_NAMES, msgspec.structs.astuple(known), strict=True)
        if value is not None
    ]
    sql = "insert into sku_fact (sku, fact, value, changed_at) values (?, ?, ?, ?) on conflict (sku, fact) do update set "
    db.conn.executemany(sql + "value = excluded.value, changed_at = excluded.changed_at", rows)


def drop_fact(db: Database, sku: str, fact: str) -> None:
    """Make a fact not known again."""
    db.conn.execute("delete from sku_fact where sku = ? and fact = ?", (sku, fact))


def get_facts(db: Database) -> dict[str, SkuFacts]:
    """All saved facts per SKU."""
    told: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for sku, fact, value in db.conn.execute("select sku, fact, value from sku_fact"):
        told[sku][fact] = value
    return {sku: SkuFacts(**{fact: from_text(fact, value) for fact, value in known.items()}) for sku, known in told.items()}  # type: ignore[arg-type]  # one type per fact


def restock_from_text(value: str) -> date | NoDate:
    """A saved restock date as the value it was."""
    return "none" if value == "none" else date.fromisoformat(value)


def from_text(fact: str, value: str) -> str | int | date:
    """A saved fact as the value it was."""
    if fact == "restock_date":
        return restock_from_text(value)
    return int(value) if fact in ("size_cm", "weight_g") else value


def put_prime_templates(db: Database, names: frozenset[str], now: datetime) -> None:
    """Save which shipping templates are Prime; an empty set says that none is."""
    value = msgspec.json.encode(sorted(names)).decode()
    sql = "insert into setting (name, value, changed_at) values (?, ?, ?) on conflict (name) do update set "
    db.conn.execute(sql + "value = excluded.value, changed_at = excluded.changed_at", (PRIME_TEMPLATES, value, now.isoformat()))


def get_prime_templates(db: Database) -> frozenset[str] | None:
    """The shipping templates that are Prime; `None`: not answered yet."""
    row = db.conn.execute("select value from setting where name = ?", (PRIME_TEMPLATES,)).fetchone()
    return None if row is None else frozenset(msgspec.json.decode(row[0], type=list[str]))

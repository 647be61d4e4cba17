"""What the owner told about SKUs and about the shop: apart from imported rows, so that it outlives them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import msgspec

from sellerdesk.domain.facts import FACT_NAMES, NoDate, SkuFacts
from sellerdesk.store.connection import Database
from sellerdesk.store.settings_known import is_known
from sellerdesk.store.sums import summed

PRIME_TEMPLATES = "prime_templates"
JUDGED = "judged"
"""The setting that holds the last judging: its day, its counts, what was missing."""


def put_facts(db: Database, facts: Mapping[str, SkuFacts], now: datetime) -> None:
    """Save facts; what is not known in them leaves what was saved before as it was; what was told the same is no change."""
    rows = [
        (sku, name, str(msgspec.to_builtins(value)), now.isoformat())
        for sku, known in facts.items()
        for name, value in zip(FACT_NAMES, msgspec.structs.astuple(known), strict=True)
        if value is not None
    ]
    sql = "insert into sku_fact (sku, fact, value, changed_at, sum) values (?, ?, ?, ?, ?) on conflict (sku, fact) do update set "
    sql += "value = excluded.value, changed_at = excluded.changed_at, sum = excluded.sum where sku_fact.value <> excluded.value"
    db.conn.executemany(sql, summed("sku_fact", rows))


def set_fact(db: Database, skus: Iterable[str], fact: str, value: object, now: datetime) -> None:
    """Set one fact of some SKUs; `None` makes it not known again."""
    if value is None:
        db.conn.executemany("delete from sku_fact where sku = ? and fact = ?", ((sku, fact) for sku in skus))
    else:
        put_facts(db, {sku: SkuFacts(**{fact: value}) for sku in skus}, now)  # type: ignore[arg-type]  # one type per fact


def get_facts(db: Database) -> dict[str, SkuFacts]:
    """All saved facts per SKU."""
    by_sku: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for sku, fact, value in db.conn.execute("select sku, fact, value from sku_fact"):
        by_sku[sku][fact] = value
    return {sku: SkuFacts(**{fact: from_text(fact, value) for fact, value in known.items()}) for sku, known in by_sku.items()}  # type: ignore[arg-type]  # one type per fact


def get_facts_of(db: Database, skus: Sequence[str]) -> dict[str, SkuFacts]:
    """The saved facts of some SKUs, with the restock dates of the price file."""
    known: dict[str, SkuFacts] = {}
    for sku in skus:
        values = dict(db.conn.execute("select fact, value from sku_fact where sku = ?", (sku,)).fetchall())
        day = db.conn.execute("select restock_date from restock where sku = ?", (sku,)).fetchone()
        if day is not None:
            values.setdefault("restock_date", day[0])
        known[sku] = SkuFacts(**{fact: from_text(fact, value) for fact, value in values.items()})  # type: ignore[arg-type]  # one type per fact
    return known


def get_fact(db: Database, fact: str) -> dict[str, str]:
    """What is known of one fact, by SKU, as it is saved; of restock dates also what the price file says."""
    known = dict(db.conn.execute("select sku, restock_date from restock").fetchall()) if fact == "restock_date" else {}
    return {**known, **dict(db.conn.execute("select sku, value from sku_fact where fact = ?", (fact,)).fetchall())}


def restock_from_text(value: str) -> date | NoDate:
    """A saved restock date as the value it was."""
    return "none" if value == "none" else date.fromisoformat(value)


def from_text(fact: str, value: str) -> str | int | date:
    """A saved fact as the value it was."""
    if fact == "restock_date":
        return restock_from_text(value)
    return int(value) if fact in ("size_cm", "weight_g") else value


def put_setting(db: Database, name: str, value: object, now: datetime) -> None:
    """Save a setting of the shop. Raises ValueError for a name that settings_known.py does not know: no backup with it would come back."""
    if not is_known(name):
        raise ValueError(name)
    sql = "insert into setting (name, value, changed_at, sum) values (?, ?, ?, ?) on conflict (name) do update set "
    rows = summed("setting", [(name, msgspec.json.encode(value).decode(), now.isoformat())])
    db.conn.executemany(sql + "value = excluded.value, changed_at = excluded.changed_at, sum = excluded.sum", rows)


def judged_number(db: Database, key: str) -> int | None:
    """A number under a key of the saved judging, read without the rest of its text, which can be a megabyte; None for none."""
    row = db.conn.execute("select value from setting where name = ?", (JUDGED,)).fetchone()
    found = re.search(rf'"{key}":(\d+)', row[0]) if row else None
    return int(found[1]) if found else None


def put_judged_number(db: Database, key: str, number: int) -> None:
    """Write another number under a key of the saved judging."""
    value, changed_at = db.conn.execute("select value, changed_at from setting where name = ?", (JUDGED,)).fetchone()
    value = re.sub(rf'"{key}":\d+', f'"{key}":{number}', value, count=1)
    (row,) = summed("setting", [(JUDGED, value, changed_at)])
    db.conn.execute("update setting set value = ?, sum = ? where name = ?", (value, row[-1], JUDGED))


def get_setting(db: Database, name: str) -> Any:
    """A setting of the shop as it was saved; `None`: never saved."""
    row = db.conn.execute("select value from setting where name = ?", (name,)).fetchone()
    return None if row is None else msgspec.json.decode(row[0])


def drop_setting(db: Database, name: str) -> None:
    """Forget a setting of the shop."""
    db.conn.execute("delete from setting where name = ?", (name,))


def get_settings(db: Database, prefix: str) -> dict[str, Any]:
    """The settings whose names begin with a prefix, by the rest of their names."""
    found = db.conn.execute("select name, value from setting where name like ? || '%' order by name", (prefix,))
    return {name.removeprefix(prefix): msgspec.json.decode(value) for name, value in found}


def put_order_payments(db: Database, order_ids: Iterable[str], payment: str | None, now: datetime) -> None:
    """Save how single orders were paid; None makes it not known again."""
    if payment is None:
        db.conn.executemany("delete from order_payment where order_id = ?", ((number,) for number in order_ids))
        return
    sql = "insert into order_payment (order_id, payment, changed_at, sum) values (?, ?, ?, ?) on conflict (order_id) do update set "
    rows = summed("order_payment", ((number, payment, now.isoformat()) for number in order_ids))
    db.conn.executemany(sql + "payment = excluded.payment, changed_at = excluded.changed_at, sum = excluded.sum", rows)


def get_order_payments(db: Database) -> dict[str, Any]:
    """How single orders were paid, as the owner says."""
    return dict(db.conn.execute("select order_id, payment from order_payment").fetchall())


def put_method(db: Database, written: str, method: str | None, now: datetime) -> None:
    """Save which shipping method a spelling means; None forgets it."""
    db.conn.execute("delete from method_alias where written = ?", (written,))
    if method is not None:
        rows = summed("method_alias", [(written, method, now.isoformat())])
        db.conn.executemany("insert into method_alias (written, method, told_at, sum) values (?, ?, ?, ?)", rows)


def get_methods(db: Database) -> dict[str, str]:
    """The spellings that the owner taught, each with the method it means."""
    return dict(db.conn.execute("select written, method from method_alias").fetchall())


def put_prime_templates(db: Database, names: frozenset[str], now: datetime) -> None:
    """Save which shipping templates are Prime; an empty set says that none is."""
    put_setting(db, PRIME_TEMPLATES, sorted(names), now)


def get_prime_templates(db: Database) -> frozenset[str] | None:
    """The shipping templates that are Prime; `None`: not answered yet."""
    names = get_setting(db, PRIME_TEMPLATES)
    return None if names is None else frozenset(names)


def put_intention(db: Database, sku: str, fact: str, value: str, now: datetime) -> None:
    """Save what the owner means to change in Seller Central; nothing is sent anywhere."""
    sql = "insert into intention (sku, fact, value, decided_at, sum) values (?, ?, ?, ?, ?) on conflict (sku, fact) do update set "
    rows = summed("intention", [(sku, fact, value, now.isoformat())])
    db.conn.executemany(sql + "value = excluded.value, decided_at = excluded.decided_at, sum = excluded.sum", rows)


def drop_intention(db: Database, sku: str, fact: str) -> None:
    """Take an intention back."""
    db.conn.execute("delete from intention where sku = ? and fact = ?", (sku, fact))


def get_intentions(db: Database, sku: str) -> dict[str, str]:
    """What the owner means to change about a SKU, by fact."""
    return dict(db.conn.execute("select fact, value from intention where sku = ?", (sku,)).fetchall())


def get_planned(db: Database) -> dict[str, frozenset[str]]:
    """The facts that the owner means to change, by SKU."""
    planned: dict[str, set[str]] = {}
    for sku, fact in db.conn.execute("select sku, fact from intention"):
        planned.setdefault(sku, set()).add(fact)
    return {sku: frozenset(facts) for sku, facts in planned.items()}

"""The rows of the last listings report, and of the last price file."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.offer import FIELDS, UNSOLD, Offer, Offers, Sale
from sellerdesk.store import sums
from sellerdesk.store.connection import Database, changing_schema
from sellerdesk.store.facts import restock_from_text

NAMES = ", ".join(FIELDS)
INDEXED = ("sku", "asin")


def put_offers(db: Database, offers: Iterable[Offer]) -> None:
    """Put offers in place of all others. Indexes made afterwards take a quarter less time at 100,000 offers."""
    with changing_schema(db.conn):
        for name in INDEXED:
            db.conn.execute(f"drop index offer_{name}")
    db.conn.execute("delete from offer")
    sql = f"insert into offer ({NAMES}) values ({', '.join('?' * len(FIELDS))})"  # noqa: S608 (our own column names)
    db.conn.executemany(sql, offers.rows() if isinstance(offers, Offers) else map(msgspec.structs.astuple, offers))
    with changing_schema(db.conn):
        for name in INDEXED:
            db.conn.execute(f"create index offer_{name} on offer ({name})")
    sums.seal(db, "offer")


def change_offers(db: Database, offers: Iterable[tuple[int, Offer]]) -> None:
    """Put some offers in place of those of their places (row ids)."""
    columns = ", ".join(f"{name} = ?" for name in FIELDS)
    sql = f"update offer set {columns} where rowid = ?"  # noqa: S608 (our own column names)
    db.conn.executemany(sql, ((*msgspec.structs.astuple(offer), place) for place, offer in offers))
    sums.seal(db, "offer")


def skus_at(db: Database, places: Iterable[int]) -> list[tuple[str, int] | None]:
    """SKU and line of the offers at some places (row ids); None where there is none."""
    return [db.conn.execute("select sku, line from offer where rowid = ?", (place,)).fetchone() for place in places]


def count(db: Database) -> int:
    """How many offers are in place."""
    (number,) = db.conn.execute("select count(*) from offer").fetchone()
    return int(number)


def get_offers(db: Database) -> list[Offer]:
    """All saved offers, in the order of their file; what they say alike is one text, which takes a third off 250 MB of 300,000."""
    known: dict[Any, Any] = {}
    like = known.setdefault
    rows = db.conn.execute(f"select {NAMES} from offer order by rowid")  # noqa: S608 (our own column names)
    return [
        Offer(
            sku,
            asin,
            title,
            price,
            points,
            quantity,
            condition,
            like(note, note),
            like(by, by),
            like(template, template),
            like(status, status),
            line,
        )
        for sku, asin, title, price, points, quantity, condition, note, by, template, status, line in rows
    ]


def get_templates(db: Database) -> list[tuple[str, int]]:
    """The shipping templates of seller-shipped offers with how many of these are judged, the most used first."""
    unsold = sorted(filter(None, UNSOLD))
    marks = ", ".join("?" * len(unsold))
    sql = (
        f"select shipping_template, sum(coalesce(status, '') not in ({marks})) from offer "  # noqa: S608 (only marks)
        "where shipping_template <> '' and channel is not 'amazon' group by 1 order by 2 desc"
    )
    return db.conn.execute(sql, unsold).fetchall()


def any_on_template(db: Database, names: Iterable[str]) -> bool:
    """Whether an offer stands on one of these shipping templates."""
    wanted = list(names)
    marks = ", ".join("?" * len(wanted))
    return db.conn.execute(f"select 1 from offer where shipping_template in ({marks}) limit 1", wanted).fetchone() is not None  # noqa: S608 (only marks)


def any_template(db: Database) -> bool:
    """Whether the report tells any shipping template."""
    return db.conn.execute("select 1 from offer where shipping_template <> '' limit 1").fetchone() is not None


def get_with_twins(db: Database, skus: Sequence[str]) -> list[tuple[int, Offer]]:
    """The offers of some SKUs and all others of their ASINs, each with its place, in the order of their file."""
    found: dict[int, Offer] = {}
    same = f"select rowid, {NAMES} from offer where asin = ? or sku in (select sku from sku_fact where fact = 'asin' and value = ?)"  # noqa: S608 (our own column names)
    for sku in skus:
        for place, *row in db.conn.execute(f"select rowid, {NAMES} from offer where sku = ?", (sku,)):  # noqa: S608 (as above)
            found[place] = Offer(*row)
            own_asin = db.conn.execute("select value from sku_fact where sku = ? and fact = 'asin'", (sku,)).fetchone()
            asin = found[place].asin or (own_asin[0] if own_asin else None)
            found |= {twin: Offer(*cells) for twin, *cells in db.conn.execute(same, (asin, asin))}
    return sorted(found.items())


def put_restock(db: Database, number: int, facts: Mapping[str, SkuFacts]) -> None:
    """Put a price file's restock dates in place of all others."""
    db.conn.execute("delete from restock")
    rows = ((number, sku, str(known.restock_date)) for sku, known in facts.items() if known.restock_date is not None)
    db.conn.executemany("insert into restock (import, sku, restock_date) values (?, ?, ?)", rows)
    sums.seal(db, "restock")


def put_sales(db: Database, number: int, sales: Mapping[str, Sale]) -> None:
    """Put a price file's sales in place of all others."""
    db.conn.execute("delete from sale")
    rows = ((number, sku, sale.price, sale.points, iso(sale.start), iso(sale.end)) for sku, sale in sales.items())
    db.conn.executemany("insert into sale (import, sku, price, points, start_day, end_day) values (?, ?, ?, ?, ?, ?)", rows)
    sums.seal(db, "sale")


def iso(day: date | None) -> str | None:
    """A day as it is stored."""
    return None if day is None else day.isoformat()


def get_sales(db: Database, skus: Sequence[str] | None = None) -> dict[str, Sale]:
    """The saved sales, all or those of some SKUs."""
    sql = "select sku, price, points, start_day, end_day from sale"
    if skus is None:
        found = db.conn.execute(sql).fetchall()
    else:
        found = [row for sku in skus for row in db.conn.execute(sql + " where sku = ?", (sku,))]
    return {sku: Sale(price, points, *(date.fromisoformat(day) if day else None for day in days)) for sku, price, points, *days in found}


def get_restock(db: Database) -> dict[str, SkuFacts]:
    """The saved restock dates as facts per SKU."""
    rows = db.conn.execute("select sku, restock_date from restock")
    return {sku: SkuFacts(restock_date=restock_from_text(day)) for sku, day in rows}


def known_skus(db: Database) -> set[str]:
    """The SKUs of the offers in place."""
    return {sku for (sku,) in db.conn.execute("select sku from offer")}

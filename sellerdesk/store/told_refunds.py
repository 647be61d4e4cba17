"""What the owner says was refunded for a returned item where no report tells it: whole yen by order and SKU; it outlives the reports."""

from datetime import datetime

from sellerdesk.store.connection import Database
from sellerdesk.store.sums import summed

Key = tuple[str, str]
"""An order id and a SKU as the report writes it."""


def every(db: Database) -> dict[Key, int]:
    """All of them, in yen; 0 is "nothing yet"."""
    return {(order_id, sku): yen for order_id, sku, yen in db.conn.execute("select order_id, sku, yen from told_refund")}


def put(db: Database, key: Key, yen: int | None, now: datetime) -> None:
    """Keep one; None forgets it."""
    if yen is None:
        db.conn.execute("delete from told_refund where order_id = ? and sku = ?", key)
        return
    sql = "insert into told_refund (order_id, sku, yen, told_at, sum) values (?, ?, ?, ?, ?) on conflict (order_id, sku) do update set "
    rows = summed("told_refund", [(*key, yen, now.isoformat())])
    db.conn.executemany(sql + "yen = excluded.yen, told_at = excluded.told_at, sum = excluded.sum", rows)

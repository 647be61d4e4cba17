"""What the owner keeps with a return: a note, and photos of what came back; apart from the reports, so that it outlives them.

A photo's bytes are kept once and never changed; which return has it can be undone.
"""

from datetime import datetime

from sellerdesk.store.connection import Database
from sellerdesk.store.sums import summed


def every(db: Database) -> dict[str, str]:
    """All notes by order id."""
    return dict(db.conn.execute("select order_id, note from return_note").fetchall())


def put(db: Database, order_id: str, note: str, now: datetime) -> None:
    """Keep a note; an empty one forgets it."""
    if not note:
        db.conn.execute("delete from return_note where order_id = ?", (order_id,))
        return
    sql = "insert into return_note (order_id, note, changed_at, sum) values (?, ?, ?, ?) on conflict (order_id) do update set "
    rows = summed("return_note", [(order_id, note, now.isoformat())])
    db.conn.executemany(sql + "note = excluded.note, changed_at = excluded.changed_at, sum = excluded.sum", rows)


def photos(db: Database, order_id: str) -> list[tuple[str, str]]:
    """The photos of an order, each with its SHA-256 and its name, the oldest first."""
    found = db.conn.execute("select sha256, name from return_photo where order_id = ? order by added_at, rowid", (order_id,))
    return [(key, name) for key, name in found]


def photo(db: Database, key: str) -> bytes | None:
    """The bytes of a photo; None when there is none."""
    row = db.conn.execute("select content from photo where sha256 = ?", (key,)).fetchone()
    return None if row is None else bytes(row[0])


def add_photo(db: Database, order_id: str, name: str, kept: tuple[str, bytes], now: datetime) -> None:
    """Keep a photo (its SHA-256 and its bytes) with an order."""
    db.conn.execute("insert into photo (sha256, content) values (?, ?) on conflict (sha256) do nothing", kept)
    sql = (
        "insert into return_photo (order_id, sha256, name, added_at, sum) values (?, ?, ?, ?, ?) on conflict (order_id, sha256) do nothing"
    )
    db.conn.executemany(sql, summed("return_photo", [(order_id, kept[0], name, now.isoformat())]))


def drop_photo(db: Database, order_id: str, key: str) -> bool:
    """Take a photo off an order; gives whether it was there. Its bytes stay for undo."""
    return bool(db.conn.execute("delete from return_photo where order_id = ? and sha256 = ?", (order_id, key)).rowcount)

"""The tables of payment reports, and the step that brings rows held back, who sent a parcel, and unknown columns."""

from sqlite_utils import Database

from sellerdesk.store import connection, sums

# `payment` holds the rows of every payment report beside each other; nothing of a buyer is among its columns.
PAYMENTS = """
create table payment (
  import integer not null references import (number) on delete cascade,
  line integer not null,
  at text not null,
  type text not null,
  order_id text not null,
  sku text not null,
  text text not null,
  amounts text not null,
  total integer not null,
  quantity integer,
  settlement text not null,
  amount_type text not null,
  report text not null
) strict;
create index payment_import on payment (import);
create table payment_total (
  import integer not null references import (number) on delete cascade,
  settlement text not null,
  yen integer not null,
  line integer not null
) strict;
create index payment_total_import on payment_total (import);
"""
COLUMNS = ("state", "released", "fulfilled")
UNKNOWN = """
create table payment_column (
  import integer not null references import (number) on delete cascade,
  title text not null,
  yen integer not null,
  rows integer not null
) strict
"""


def bring_states(db: Database) -> None:
    """Give every row its state, release and sender, "" where its report was imported before they were read.

    The sum of the table is made anew only where it held before: damage that was there is not sealed.
    """
    kept = db.conn.execute("select sum from table_sum where name = 'payment'").fetchone()
    sound = kept is not None and kept[0] == sums.of_table(db.conn, "payment")
    for name in COLUMNS:
        db.conn.execute(f"alter table payment add column {name} text not null default ''")
    db.conn.execute(UNKNOWN.strip())
    db.conn.execute("create index payment_column_import on payment_column (import)")
    if sound:
        sums.seal(connection.Database(db.conn), "payment")

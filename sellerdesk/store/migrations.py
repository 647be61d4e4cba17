"""The schema of a shop's store, step by step; a step that was released is never changed."""

from sqlite_utils import Database, Migrations

from sellerdesk.store import notices, undoing
from sellerdesk.store.first_tables import FIRST, JUDGED
from sellerdesk.store.old_undo import DECIDED, NOTED, UNDOABLE, make_undoable, to_data
from sellerdesk.store.payments_step import PAYMENTS, bring_states
from sellerdesk.store.sums_step import bring_sums
from sellerdesk.store.views import VIEWS

# To change the schema: a step at the end, then packaging/schema.py, a store of before under tests/data/stores, and store/values.py and
# store/sums.py for what a new table may hold and whether it is summed.
MIGRATIONS = Migrations("sellerdesk")

# `action` is one change of a person's with the statements that undo it (or, once undone, do it again); `acting` names the one
# under way, and triggers on the tables of people's changes write its statements. `history` only grows.
HISTORY = """
create table action (
  number integer primary key autoincrement,
  name text not null,
  facts text not null,
  at text not null,
  state text not null
) strict;
create table undo_step (
  position integer primary key autoincrement,
  action integer not null references action (number) on delete cascade,
  statement text not null
) strict;
create index undo_step_action on undo_step (action);
create table acting (
  action integer not null
) strict;
create table history (
  number integer primary key autoincrement,
  at text not null,
  who text not null,
  did text not null,
  name text not null,
  facts text not null
) strict;
"""

# `sale` holds the sale prices of the last price file; `order_payment` what the owner says of single orders; `judged_order` is made
# anew by every judging, and holds nothing of a buyer.
POINTS = """
create table sale (
  import integer not null references import (number) on delete cascade,
  sku text not null,
  price integer not null,
  points integer,
  start_day text,
  end_day text
) strict;
create index sale_sku on sale (sku);
create table order_payment (
  order_id text primary key,
  payment text not null,
  changed_at text not null
) strict;
create table judged_order (
  place integer primary key,
  order_id text not null,
  skus text not null,
  placed text not null,
  verdict integer not null,
  state text not null,
  reason text not null,
  amount integer,
  rebate integer,
  days_left integer,
  category text not null,
  missing text not null,
  search text not null,
  order_rank integer not null
) strict;
"""

# `judged_shipment` is made anew by every judging of the last shipment sheet; `method_alias` is what the owner taught of spellings.
SHIPMENTS = """
create table judged_shipment (
  place integer primary key,
  order_id text not null,
  sku text not null,
  service text not null,
  tracking text not null,
  shipped_at text not null,
  verdict integer not null,
  why text not null,
  findings text not null,
  missing text not null,
  search text not null,
  order_rank integer not null
) strict;
create table method_alias (
  written text primary key,
  method text not null,
  told_at text not null
) strict;
"""

# `decision` holds what the owner decided about findings; `finding_case` is what the rule said then.
DECISIONS = """
create table decision (
  rule text not null,
  subject text not null,
  kind text not null,
  why text not null,
  finding_case text not null,
  decided_at text not null,
  primary key (rule, subject)
) strict;
"""

# `judged_return` is made anew by every judging of the last returns report, and holds nothing of a buyer.
RETURNS = """
create table judged_return (
  place integer primary key,
  order_id text not null,
  sku text not null,
  reason text not null,
  category text not null,
  payer text not null,
  charged text not null,
  difference integer,
  cost integer,
  at_least integer not null,
  requested_on text not null,
  refund_by text not null,
  days_left integer,
  verdict integer not null,
  why text not null,
  findings text not null,
  missing text not null,
  search text not null,
  order_rank integer not null
) strict;
"""

NOTES = """
create table return_note (
  order_id text primary key,
  note text not null,
  changed_at text not null
) strict;
create table photo (
  sha256 text primary key,
  content blob not null
) strict;
create table return_photo (
  order_id text not null,
  sha256 text not null references photo (sha256),
  name text not null,
  added_at text not null,
  primary key (order_id, sha256)
) strict;
"""
# `told_refund` holds what the owner says was refunded where no report tells it: whole yen, 0 is "nothing yet".
REFUNDS = """
create table told_refund (
  order_id text not null,
  sku text not null,
  yen integer not null,
  told_at text not null,
  sum text,
  primary key (order_id, sku)
) strict
"""
APART = "alter table offer drop column import;\ncreate index judged_worst on judged (points_verdict, place);\n"

# Of a judged row stand beside its JSON, which the window reads, the columns that the store itself looks for.
READY = """
create table ready (
  place integer primary key,
  sku text not null,
  points_verdict integer not null,
  sfp_verdict integer,
  missing text not null,
  row text not null
) strict;
insert into ready select place, sku, points_verdict, sfp_verdict, missing, json_array(
  place, sku, title, asin, price, points, needed, short, quantity, shipping_template, points_verdict, points_why, badge, sfp_verdict,
  causes, missing, search, sku_rank, title_rank
) from judged;
drop table judged;
alter table ready rename to judged;
create index judged_sku on judged (sku);
create index judged_worst on judged (points_verdict, place);
"""


@MIGRATIONS()
def first(db: Database) -> None:
    """Imports with their offers and restock dates, the owner's facts, the shop's settings."""
    run(db, FIRST)


@MIGRATIONS()
def judged(db: Database) -> None:
    """The judged rows that the window shows, and what the owner means to change."""
    run(db, JUDGED)


@MIGRATIONS()
def history(db: Database) -> None:
    """What people change, with the way back, and the record of it."""
    run(db, HISTORY)


@MIGRATIONS()
def points(db: Database) -> None:
    """Sale prices, the owner's word about payments, judged orders; and undo for all that people decide."""
    run(db, POINTS)
    make_undoable(db, UNDOABLE)


@MIGRATIONS()
def shipments(db: Database) -> None:
    """Judged shipments, and the spellings of methods that the owner taught."""
    run(db, SHIPMENTS)
    make_undoable(db, {"method_alias": ("written", "method", "told_at")})


@MIGRATIONS()
def decisions(db: Database) -> None:
    """Decisions about findings, undoable."""
    run(db, DECISIONS)
    make_undoable(db, DECIDED)


@MIGRATIONS()
def returns(db: Database) -> None:
    """Judged returns."""
    run(db, RETURNS)


@MIGRATIONS()
def written_at(db: Database) -> None:
    """When the file of an import was written: an old report stays old, however lately it was imported."""
    db.conn.execute("alter table import add column written_at text")


@MIGRATIONS()
def return_notes(db: Database) -> None:
    """Notes and photos kept with returns, undoable."""
    run(db, NOTES)
    make_undoable(db, NOTED)


@MIGRATIONS()
def offers_apart(db: Database) -> None:
    """Offers stand by themselves: of 100,000 of them a new report changes a few, and none is written anew for its import's number.

    The worst verdicts are found by an index: the first screen of the window shows them.
    """
    run(db, APART)


@MIGRATIONS()
def ready_rows(db: Database) -> None:
    """Judged rows are kept as the JSON that the window reads: SQLite took longer to write it than Python to read it."""
    run(db, READY)


@MIGRATIONS()
def undo_rows(db: Database) -> None:
    """Undo keeps what rows held, and no statements: a store that comes from elsewhere is data."""
    dropped = to_data(db)
    if dropped:
        put_on_record(db, "undo_dropped", dropped)


@MIGRATIONS()
def sums(db: Database) -> None:
    """Sums tell silent damage: of every import, of every row that people typed, of every table of a copy."""
    bring_sums(db)


@MIGRATIONS()
def payments(db: Database) -> None:
    """The rows of payment reports."""
    run(db, PAYMENTS)


@MIGRATIONS()
def views(db: Database) -> None:
    """Views with words for codes, for other programs."""
    run(db, VIEWS)


@MIGRATIONS()
def refunds(db: Database) -> None:
    """The owner's word on refunds that no report tells, undoable."""
    run(db, REFUNDS)
    for trigger in undoing.triggers({"told_refund": undoing.COLUMNS["told_refund"]}):
        db.conn.execute(trigger)


@MIGRATIONS()
def payment_states(db: Database) -> None:
    """Rows of payment reports that are held back, who sent the parcel, and columns of money that nobody knows."""
    bring_states(db)


def put_on_record(db: Database, name: str, count: int) -> None:
    """Write into the record of changes what a step had to leave out; the step's own moment is on record, too."""
    (at,) = db.conn.execute("select strftime('%Y-%m-%dT%H:%M:%S+09:00', 'now', '+9 hours')").fetchone()
    sql = "insert into history (at, who, did, name, facts) values (?, '', 'done', ?, ?)"
    db.conn.execute(sql, (at, name, f'{{"count":{count}}}'))
    notices.add("undo_dropped", count=count)


def whole_schema() -> str:
    """What all steps together come to: a new shop's store is made by it at once (resources/schema.sql)."""
    db = Database(memory=True, execute_plugins=False)
    MIGRATIONS.apply(db)
    made = db.conn.execute("select sql from sqlite_master where sql is not null and name not like 'sqlite~_%' escape '~' order by rowid")
    return "".join(f"{sql};\n\n" for (sql,) in made)


def run(db: Database, statements: str) -> None:
    """Each statement on its own: executescript() would commit the transaction that the step runs in."""
    for statement in statements.split(";\n"):
        if statement.strip():
            db.conn.execute(statement)

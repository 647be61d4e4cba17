"""The schema of a shop's store, step by step; a step that was released is never changed."""

from collections.abc import Mapping

from sqlite_utils import Database, Migrations

MIGRATIONS = Migrations("sellerdesk")

# `import` keeps every past import with its compressed source; offers and the tables that point to it hold rows of the last one only.
FIRST = """
create table import (
  number integer primary key autoincrement,
  kind text not null,
  file text not null,
  sha256 text not null,
  encoding text not null,
  imported_at text not null,
  rows integer not null,
  refused integer not null,
  source blob not null
) strict;
create table offer (
  import integer not null references import (number) on delete cascade,
  sku text not null,
  asin text,
  title text,
  price integer,
  points integer,
  quantity integer,
  condition integer,
  condition_note text,
  channel text,
  shipping_template text,
  status text,
  line integer not null
) strict;
create table restock (
  import integer not null references import (number) on delete cascade,
  sku text not null,
  restock_date text not null
) strict;
create table sku_fact (
  sku text not null,
  fact text not null,
  value text not null,
  changed_at text not null,
  primary key (sku, fact)
) strict;
create table setting (
  name text primary key,
  value text not null,
  changed_at text not null
) strict;
"""

# `judged` is made anew by every judging of the saved catalogue; `intention` is what the owner means to change in Seller Central.
JUDGED = """
create table judged (
  place integer primary key,
  sku text not null,
  title text not null,
  asin text not null,
  price integer,
  points integer,
  needed integer,
  short integer,
  quantity integer,
  shipping_template text not null,
  points_verdict integer not null,
  points_why text not null,
  badge text not null,
  sfp_verdict integer,
  causes text not null,
  missing text not null,
  search text not null,
  sku_rank integer not null,
  title_rank integer not null
) strict;
create index judged_sku on judged (sku);
create table intention (
  sku text not null,
  fact text not null,
  value text not null,
  decided_at text not null,
  primary key (sku, fact)
) strict;
create table refusal (
  import integer not null references import (number) on delete cascade,
  line integer not null,
  column_name text not null,
  value text not null,
  expected text not null,
  fix text not null
) strict;
create index refusal_import on refusal (import);
create index offer_sku on offer (sku);
create index restock_sku on restock (sku);
create index offer_asin on offer (asin);
"""

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

UNDOABLE = {
    "sku_fact": ("sku", "fact", "value", "changed_at"),
    "setting": ("name", "value", "changed_at"),
    "intention": ("sku", "fact", "value", "decided_at"),
    "order_payment": ("order_id", "payment", "changed_at"),
}
"""The tables that hold what people decide, with their columns when the triggers were made."""
DECIDED = {"decision": ("rule", "subject", "kind", "why", "finding_case", "decided_at")}
"""As above, of a later step: a step that was released makes the triggers that it made."""


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
NOTED = {"return_note": ("order_id", "note", "changed_at"), "return_photo": ("order_id", "sha256", "name", "added_at")}
"""What the owner keeps with a return; a photo's bytes are apart, so that no way back repeats them."""


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


def triggers(table: str, columns: tuple[str, ...]) -> list[str]:
    """The three triggers of a table: while an action is under way, each writes the statement that undoes one row's change.

    The setting that holds the last judging is the program's own, and no person's change.
    """
    old = " || ',' || ".join(f"quote(old.{name})" for name in columns)
    back = " || ', ".join(f"{name} = ' || quote(old.{name})" for name in columns)
    ways_back = {
        "insert": ("new", f"'delete from {table} where rowid = ' || new.rowid"),  # noqa: S608 (our own table names)
        "update": ("old", f"'update {table} set {back} || ' where rowid = ' || old.rowid"),  # noqa: S608 (as above)
        "delete": ("old", f"'insert into {table} (rowid, {', '.join(columns)}) values (' || old.rowid || ',' || {old} || ')'"),  # noqa: S608 (as above)
    }
    made = []
    for event, (which, way_back) in ways_back.items():
        when = f"when {which}.name <> 'judged' " if table == "setting" else ""
        step = f"insert into undo_step (action, statement) select action, {way_back} from acting;"  # noqa: S608 (as above)
        made.append(f"create trigger {table}_{event} after {event} on {table} {when}begin {step} end")
    return made


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


def whole_schema() -> str:
    """What all steps together come to: a new shop's store is made by it at once (resources/schema.sql)."""
    db = Database(memory=True, execute_plugins=False)
    MIGRATIONS.apply(db)
    made = db.conn.execute("select sql from sqlite_master where sql is not null and name not like 'sqlite~_%' escape '~' order by rowid")
    return "".join(f"{sql};\n\n" for (sql,) in made)


def make_undoable(db: Database, tables: Mapping[str, tuple[str, ...]]) -> None:
    """Let the triggers of some tables write the way back from a person's changes."""
    for table, columns in tables.items():
        for one in triggers(table, columns):
            db.conn.execute(one)


def run(db: Database, statements: str) -> None:
    """Each statement on its own: executescript() would commit the transaction that the step runs in."""
    for statement in statements.split(";\n"):
        if statement.strip():
            db.conn.execute(statement)

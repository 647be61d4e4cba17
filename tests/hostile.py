"""Stores that come from outside with harm in them, and the files that carry them in."""

import contextlib
import hashlib
import json
import shutil
import sqlite3
import zipfile
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from sellerdesk.store import sums
from sellerdesk.store.shape import STEPS

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "tests/data/stores"
Harm = Callable[[sqlite3.Connection, Path], None]
HARMS: dict[str, Harm] = {}
OLD: dict[str, str] = {}
"""Statements that a store of older programs keeps as the way back, where this program would have run them."""
PLAIN = {"utf-16 text", "another page size", "a formula in a title", "old undo of our own"}
"""What is odd and harmless: it comes in, as the rows that it is."""


def harm(name: str) -> Callable[[Harm], Harm]:
    """Name a harm."""

    def kept(act: Harm) -> Harm:
        HARMS[name] = act
        return act

    return kept


def statement(sql: str) -> Harm:
    """A harm of statements; {out} is a file beside the shops."""

    def act(db: sqlite3.Connection, out: Path) -> None:
        db.executescript(sql.replace("{out}", str(out)))

    return act


def schema(table: str, old: str, new: str, also: str = "") -> Harm:
    """A harm of the schema's own text."""

    def act(db: sqlite3.Connection, _out: Path) -> None:
        db.execute("pragma writable_schema = on")
        db.execute("update sqlite_master set sql = replace(sql, ?, ?) where name = ?", (old, new, table))
        db.commit()
        db.executescript(f"pragma writable_schema = reset; {also}")

    return act


def loose(table: str, then: str) -> Harm:
    """Cells of types that the schema forbids: written while it is not strict."""

    def act(db: sqlite3.Connection, _out: Path) -> None:
        for old, new in ((") strict", ")"), (")", ") strict")):
            db.execute("pragma writable_schema = on")
            (sql,) = db.execute("select sql from sqlite_master where name = ?", (table,)).fetchone()
            made = sql.removesuffix(" strict") if new == ")" else f"{sql} strict"
            db.execute("update sqlite_master set sql = ? where name = ?", (made, table))
            db.commit()
            db.executescript("pragma writable_schema = reset")
            assert old != new
            if new == ")":
                db.execute("pragma ignore_check_constraints = on")
                db.executescript(then)

    return act


HARMS |= {
    "a view": statement("create view more as select 1"),
    "a view in place of a table": statement("drop table intention; create view intention as select 's' sku, 'f' fact, 'v' value, '' decided_at"),
    "a recursive view in place of a table": statement(
        "drop table judged; create view judged as with recursive n(place) as (select 1 union all select place + 1 from n)"
        " select place, 'S' sku, 0 points_verdict, 0 sfp_verdict, '' missing, '[]' row from n"
    ),
    "a trigger on facts": statement("create trigger x after insert on sku_fact begin delete from offer; end"),
    "a trigger on imports": statement("create trigger x before delete on import begin update offer set price = 1; end"),
    "a trigger that never ends": statement(
        "create trigger x after insert on history begin insert into acting with recursive n(i) as"
        " (select 1 union all select i + 1 from n) select i from n; end"
    ),
    "our trigger with more in it": schema("sku_fact_insert", "from acting; end", "from acting; delete from offer; end"),
    "a trigger of ours is gone": statement("drop trigger decision_delete"),
    "an index of an expression": statement("create index x on offer (length(hex(zeroblob(100000))))"),
    "an index of some rows": statement("create index x on offer (sku) where length(title) > 3"),
    "statistics": statement("analyze"),
    "another table": statement("create table stowaway (x text); insert into stowaway values ('y')"),
    "a table is gone": statement("drop table intention"),
    "a column is gone": statement("alter table judged_order drop column search"),
    "a column more": statement("alter table offer add column more text"),
    "a computed column": statement("alter table offer add column more text as (hex(zeroblob(10))) virtual"),
    "a condition": schema("offer", "sku text not null", "sku text not null check (length(hex(zeroblob(1000000000))) > 0)"),
    "a default": schema("sku_fact", "value text not null", "value text not null default (hex(randomblob(9)))"),
    "a virtual table": statement("drop table intention; create virtual table intention using fts5(sku, fact, value, decided_at)"),
    "a table that is not strict": schema("offer", ") strict", ")"),
    "a number that is a text": loose("offer", "update offer set price = 'many'"),
    "a number that is a fraction": loose("offer", "update offer set price = 10.5"),
    "a text that is bytes": loose("sku_fact", "update sku_fact set value = x'00ff'"),
    "bytes that are a text": loose("import", "update import set source = 'plain'"),
    "nothing where something must be": schema(
        "return_note", "note text not null", "note text", "insert into return_note (order_id, note, changed_at) values ('1', null, '2026-01-01')"
    ),
    "broken letters": statement("update offer set title = cast(x'ff41' as text)"),
    "a title of a million letters": statement("update offer set title = replace(hex(zeroblob(500000)), '0', 'x')"),
    "a photo of 30 MB": statement(f"insert into photo values ('{'a' * 64}', zeroblob(30000000))"),  # noqa: S608 (the test's own)
    "a source that is not packed": statement("update import set source = x'00112233'"),
    "a price beyond all prices": statement("update offer set price = 9223372036854775807"),
    "a row number below all": statement("insert into sku_fact (rowid, sku, fact, value, changed_at) values (-5, 'X', 'hazmat', 'no', '2026-01-01')"),
    "an unknown setting": statement("insert into setting (name, value, changed_at) values ('plugin', '\"x.py\"', '2026-01-01')"),
    "a setting of another kind": statement("insert into setting (name, value, changed_at) values ('prime_templates', '{\"a\": 1}', '2026-01-01')"),
    "an answer of another kind": statement("update setting set value = '[[1]]' where name = 'account.participant'"),
    "JSON without a bottom": statement("update setting set value = replace(hex(zeroblob(100000)), '0', '[') where name = 'judged'"),
    "an unknown fact": statement("insert into sku_fact (sku, fact, value, changed_at) values ('S0', '__class__', 'x', '2026-01-01')"),
    "a fact of no sense": statement("update sku_fact set value = 'perhaps'"),
    "a moment that is none": statement("update sku_fact set changed_at = 'yesterday'"),
    "a decision of another kind": statement("update decision set kind = 'never'"),
    "an action under way": statement("insert into acting values (2)"),
    "a judged row of another kind": statement("update judged set row = '{}'"),
    "a step of undo for an import": statement("insert into undo_step (action, did, table_name, row) values (2, 'insert', 'import', 1)"),
    "a step of undo for the schema": statement(
        "insert into undo_step (action, did, table_name, row, old_1) values (2, 'delete', 'sqlite_master', 1, 'x')"
    ),
    "a step of undo with a statement for a table": statement(
        "insert into undo_step (action, did, table_name, row) values (2, 'insert', 'sku_fact; attach ''{out}'' as x', 1)"
    ),
    "a step of undo with columns of no table": statement(
        "insert into undo_step (action, did, table_name, row, old_1, old_8) values (2, 'update', 'setting', 1, 'payment', 'x')"
    ),
    "a step of undo without its action": statement(
        "pragma foreign_keys = off; insert into undo_step (action, did, table_name, row) values (99, 'insert', 'sku_fact', 1)"
    ),
    "a number given beyond all": statement("update sqlite_sequence set seq = 9223372036854775807"),
    "a step of a later program": statement("insert into _sqlite_migrations (migration_set, name) values ('sellerdesk', 'zz')"),
    "no steps": statement("delete from _sqlite_migrations"),
    "fewer steps than tables": statement("delete from _sqlite_migrations where name = 'judged'"),
    "a kind of file that is none": statement("update import set kind = 'zzz'"),
    "an encoding that packs": statement("update import set encoding = 'zlib_codec'"),
    "an encoding of names": statement("update import set encoding = 'idna'"),
    "a moment at the end of all years": statement("update import set imported_at = '9999-12-31T23:59:59+00:00'"),
    "a moment at the beginning of all years": statement("update import set imported_at = '0001-01-01T00:00:00+14:00'"),
    "a file's name that leads elsewhere": statement("update import set file = '../../../etc/passwd'"),
    "a file's name with an escape": statement("update import set file = 'a' || char(27) || '[2J.txt'"),
    "a file's name that turns around": statement("update import set file = 'a' || char(8238) || 'txt.exe'"),
    "a SKU with nothing in it": statement("update offer set sku = 'a' || char(0) || 'b'"),
    "a fact of the last year": statement(
        "insert into sku_fact (sku, fact, value, changed_at) values ('S0', 'restock_date', '9999-12-31', '2026-01-01T00:00:00+09:00')"
    ),
    "a judging of the last year": statement("update setting set value = json_set(value, '$.as_of', '9999-12-31') where name = 'judged'"),
    "an answer of the last year": statement(
        "insert into setting (name, value, changed_at) values ('account.applied_on', '\"9999-12-31\"', '2026-01-01T00:00:00+09:00')"
    ),
    "an import's number beyond all": statement(
        "pragma foreign_keys = off; update import set number = 9223372036854775807 where number = 1"
    ),
    "a photo's name that leads elsewhere": statement(
        f"insert into photo values ('{hashlib.sha256(b'x').hexdigest()}', cast('x' as blob)); insert into return_photo (order_id, sha256, name,"  # noqa: S608 (the test's own)
        f" added_at) values ('249-0000003-0000000', '{hashlib.sha256(b'x').hexdigest()}', '../../evil.png', '2026-01-01T00:00:00+09:00')"
    ),
    "a formula in a title": statement("update offer set title = '=cmd|''/C calc''!A0'"),
}  # fmt: skip


BLOCK, ADLER = 1 << 24, 65_521


def zeros(blocks: int) -> bytes:
    """So many times 16 MB of nothing, packed: to press 640 MB takes 3.6 s, to repeat one block of them none."""
    packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    block = packer.compress(bytes(BLOCK)) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = (blocks * BLOCK % ADLER << 16 | 1).to_bytes(4, "big")
    return b"\x78\xda" + block * blocks + packer.flush() + checksum


@harm("a source that grows a thousandfold")
def bomb(db: sqlite3.Connection, _out: Path) -> None:
    db.execute("update import set source = ?", (zeros(40),))
    db.commit()


@harm("a source that grows a thousandfold and is no larger than a report")
def smaller_bomb(db: sqlite3.Connection, _out: Path) -> None:
    db.execute("update import set source = ?", (zeros(6),))
    db.commit()


@harm("no sums at all")
def unsealed(db: sqlite3.Connection, _out: Path) -> None:
    db.executescript("create table if not exists copy_sum (name text primary key, sum text not null) strict; delete from copy_sum")


@harm("another page size")
def pages(db: sqlite3.Connection, _out: Path) -> None:
    db.executescript("pragma page_size = 65536; vacuum")


@harm("another program's database")
def another(db: sqlite3.Connection, _out: Path) -> None:
    names = [
        (kind, name) for kind, name in db.execute("select type, name from sqlite_master where type = 'table' and name <> 'sqlite_sequence'")
    ]
    db.execute("pragma foreign_keys = off")
    for kind, name in names:
        db.execute(f"drop {kind} {name}")
    db.executescript("create table artist (id integer primary key, name text); insert into artist (name) values ('AC/DC')")


OLD |= {
    "old undo that attaches": "attach '{out}' as other",
    "old undo of another shop": "attach '{other}' as other; delete from other.offer",
    "old undo that empties a table": "delete from offer",
    "old undo that asks the store": "update sku_fact set sku = (select title from offer), fact = 'a', value = 'b', changed_at = 'c' where rowid = 1",
    "old undo with more behind": "delete from sku_fact where rowid = 1; drop table offer",
    "old undo that vacuums": "vacuum into '{out}'",
    "old undo that writes the schema": "pragma writable_schema = on",
    "old undo for ever": "with recursive n(i) as (select 1 union all select i + 1 from n) insert into acting select i from n",
    "old undo of our own": "delete from sku_fact where rowid = 1",
}


def hostile(name: str, tmp_path: Path, out: Path, *more: str) -> Path:
    """A store with a harm in it, and with more of HARMS, as far as they go together."""
    file = tmp_path / "hostile.db"
    if name in OLD:
        shutil.copy(SAMPLES / "ready_rows.db", file)
        sql = OLD[name].replace("{out}", str(out / "made")).replace("{other}", str(out / "other.db"))
        with closing(sqlite3.connect(file)) as db, db:
            db.execute("update undo_step set statement = ? where position = (select min(position) from undo_step)", (sql,))
            db.execute("update action set state = 'done'")
        return file
    if name == "utf-16 text":
        with closing(sqlite3.connect(SAMPLES / f"{STEPS[-1]}.db")) as db, closing(sqlite3.connect(file)) as into:
            into.execute("pragma encoding = 'UTF-16'")
            into.executescript("\n".join(line for line in db.iterdump() if "sqlite_sequence" not in line))
            into.execute("delete from sqlite_sequence")
            into.executemany("insert into sqlite_sequence values (?, ?)", db.execute("select name, seq from sqlite_sequence").fetchall())
            into.commit()
            seal(into)
        return file
    shutil.copy(SAMPLES / f"{STEPS[-1]}.db", file)
    with closing(sqlite3.connect(file)) as db:
        HARMS[name](db, out / "made")
        db.commit()
        for other in more:
            with contextlib.suppress(sqlite3.Error, TypeError, AssertionError):  # a harm took away what this one harms
                HARMS[other](db, out / "made")
            db.commit()
        for table in (*sums.TYPED, "import"):  # who makes such a store leaves no sum that would tell
            with contextlib.suppress(sqlite3.Error):
                db.execute(f"update {table} set sum = null")  # noqa: S608 (our own table names)
        with contextlib.suppress(sqlite3.Error):
            db.execute("delete from table_sum")
        db.commit()
        if name != "no sums at all":
            seal(db)
    return file


def seal(db: sqlite3.Connection) -> None:
    """Give a copy the sums of all its tables as they stand, as who makes one can."""
    with contextlib.suppress(sqlite3.Error, UnicodeError, OverflowError):
        if sums.TABLE in sums.tables_of(db):
            sums.seal_copy(db, sums.of_all(db))


def packed(store: Path, target: Path, **manifest: object) -> Path:
    """A file to move in, with a manifest that fits the store; a shop's own store gets the sums that a copy of it has."""
    if store.parent == SAMPLES:
        store = Path(shutil.copy(store, target.with_suffix(".db")))
        with closing(sqlite3.connect(store)) as db:
            seal(db)
    with closing(sqlite3.connect(f"file:{store}?mode=ro&immutable=1", uri=True)) as db:
        names = [name for (name,) in db.execute("select name from sqlite_master where type = 'table' and sql not like '%virtual%'")]
        rows = {name: db.execute(f'select count(*) from "{name}"').fetchone()[0] for name in names}  # noqa: S608 (the test's own tables)
    data = store.read_bytes()
    told = {"shop": "main", "packed_at": "2026-01-01T00:00:00+09:00", "program": "1", "bytes": len(data)}
    told |= {"sha256": hashlib.sha256(data).hexdigest(), "rows": rows, "version": 1} | manifest
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("manifest.json", json.dumps(told))
        archive.writestr("shop.db", data)
    return target

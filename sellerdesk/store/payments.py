"""The rows of payment reports: every import keeps its own, side by side, for each covers its own days."""

from collections.abc import Collection, Sequence

from sellerdesk.domain.payment import Payment, PaymentsOfFile, PrintedTotal, UnknownColumn
from sellerdesk.store import sums
from sellerdesk.store.connection import Database

COLUMNS = (
    "line", "at", "type", "order_id", "sku", "text", "amounts", "total", "quantity", "settlement", "amount_type", "report", "state",
    "released", "fulfilled",
)  # fmt: skip
"""The columns of a row, in the order of Payment; `amounts` are joined by blanks."""
NAMES = ", ".join(COLUMNS)


def put(db: Database, number: int, content: PaymentsOfFile) -> None:
    """Add the rows of an import."""
    sql = f"insert into payment (import, {NAMES}) values ({', '.join('?' * (len(COLUMNS) + 1))})"  # noqa: S608 (our own column names)
    db.conn.executemany(sql, (cells(number, payment) for payment in content.payments))
    totals = ((number, total.settlement, total.yen, total.line) for total in content.printed)
    db.conn.executemany("insert into payment_total (import, settlement, yen, line) values (?, ?, ?, ?)", totals)
    columns = ((number, column.title, column.yen, column.rows) for column in content.unknown)
    db.conn.executemany("insert into payment_column (import, title, yen, rows) values (?, ?, ?, ?)", columns)
    sums.seal(db, "payment", "payment_total", "payment_column")


def cells(number: int, payment: Payment) -> tuple[object, ...]:
    """A row as it is stored."""
    joined = " ".join(map(str, payment.amounts))
    return (
        number,
        payment.line,
        payment.at,
        payment.type,
        payment.order_id,
        payment.sku,
        payment.text,
        joined,
        payment.total,
        payment.quantity,
        payment.settlement,
        payment.amount_type,
        payment.report,
        payment.state,
        payment.released,
        payment.fulfilled,
    )


def of_import(db: Database, number: int) -> PaymentsOfFile:
    """The rows and the printed totals of one import, in the order of its file."""
    found = db.conn.execute(f"select {NAMES} from payment where import = ? order by rowid", (number,))  # noqa: S608 (our own column names)
    known: dict[str, tuple[int, ...]] = {}
    totals = db.conn.execute("select settlement, yen, line from payment_total where import = ? order by rowid", (number,))
    columns = db.conn.execute("select title, yen, rows from payment_column where import = ? order by rowid", (number,))
    unknown = [UnknownColumn(*row) for row in columns]
    return PaymentsOfFile([row_of(row, known) for row in found], [PrintedTotal(*row) for row in totals], unknown=unknown)


def of_orders(db: Database, number: int, orders: Collection[str]) -> list[Payment]:
    """The rows of one import that are of some orders, in the order of its file."""
    known: dict[str, tuple[int, ...]] = {}
    found = db.conn.execute(f"select {NAMES} from payment where import = ? order by rowid", (number,))  # noqa: S608 (our own column names)
    place = COLUMNS.index("order_id")
    return [row_of(row, known) for row in found if row[place] in orders]


def months(db: Database, numbers: Collection[int]) -> set[str]:
    """The months ("2026-07", Japan) of which some imports have rows."""
    wanted = ", ".join("?" * len(numbers))
    found = db.conn.execute(f"select distinct substr(at, 1, 7) from payment where import in ({wanted})", [*numbers])  # noqa: S608 (marks alone)
    return {str(month) for (month,) in found}


def has_offers(db: Database) -> bool:
    """Whether a row of any import has the SKU of an offer in place."""
    return db.conn.execute("select 1 from payment where sku in (select sku from offer) limit 1").fetchone() is not None


def met(db: Database, number: int) -> list[str]:
    """The settlements of an import whose rows come to the total that it prints."""
    if not (printed := dict(db.conn.execute("select settlement, yen from payment_total where import = ?", (number,)))):
        return []
    sql = "select settlement, sum(total) from payment where import = ? and report = 'settlement' group by settlement"
    return [name for name, yen in db.conn.execute(sql, (number,)) if printed.get(name) == yen]


def row_of(row: Sequence[object], known: dict[str, tuple[int, ...]]) -> Payment:
    """A stored row; rows with the same amounts share one tuple of them."""
    joined = str(row[6])
    if joined not in known:
        known[joined] = tuple(map(int, joined.split()))
    return Payment(*row[:6], known[joined], *row[7:])  # type: ignore[call-arg, arg-type]  # the columns are those of Payment

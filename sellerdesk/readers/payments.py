"""Payment reports row by row: transactions by date range, and settlements (V2). A row that cannot be read is named and left out."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator

import msgspec

from sellerdesk.domain.payment import COLUMNS, SETTLEMENT_COLUMNS, Payment, PaymentsOfFile, PrintedTotal
from sellerdesk.domain.refusal import Refusal, UnreadableFile
from sellerdesk.readers import payment_cells as cells
from sellerdesk.readers.bounds import MOST_ROWS, refuse_many
from sellerdesk.readers.headers import Header, kind_of, shortened
from sellerdesk.readers.payment_countries import ABROAD, FOREIGN, refuse_top
from sellerdesk.readers.payment_lines import CUT, is_cut, is_whole, rows_of, top_of
from sellerdesk.readers.payment_rows import Refused, Row, RowReader
from sellerdesk.readers.private import without_buyers
from sellerdesk.readers.sheet import Sheet, is_broken
from sellerdesk.readers.table import HIDDEN

TRANSACTION = ("at", "settlement", "type", "order_id", "sku", "text", "quantity", "fulfilled", "state", "released", "total")
SETTLEMENT = ("settlement", "printed_total", "type", "order_id", "amount_type", "text", "at", "sku", "quantity", "fulfilled")
"""The fields of each report that are kept, beside the columns of money."""
SUMS = frozenset({"合計", "総計", "計", "total", "grandtotal"})


class PaymentFile(msgspec.Struct, frozen=True):
    """What a payment report holds: its rows and printed totals, the rows refused, how many rows there are."""

    content: PaymentsOfFile
    refused: list[Refusal]
    rows: int


def read_payments(data: bytes, header: Header, encoding: str) -> PaymentFile:
    """All rows of a file as it lies on the disk. Raises UnreadableFile for another country's, or a cell beyond all measure."""
    refuse_top(top_of(data, encoding)[: header.line - 1])
    return read_rows(lines_of(data, header, encoding), header, lambda last, sound: is_cut(data, header, last, encoding, sound=sound))


def read_payment_sheet(sheet: Sheet, header: Header) -> PaymentFile:
    """All rows of a sheet, such as a workbook's. Raises UnreadableFile, also for a header without the columns of the amounts."""
    if not is_whole(header):
        raise UnreadableFile("unknown_header", header=shortened(header.cells))
    rows = ((line, row) for line, row in enumerate(sheet.rows(), start=1) if line > header.line and any(row))
    return read_rows(rows, header, lambda _last, _sound: False)


def read_rows(rows: Iterable[tuple[int, Row]], header: Header, is_cut: Callable[[Row, bool], bool]) -> PaymentFile:
    """All rows of a transactions report or of a settlement. Raises UnreadableFile for another country's."""
    reader = RowReader(header)
    found: list[Payment] = []
    refused: list[Refusal] = []
    printed: list[PrintedTotal] = []
    record: Payment | PrintedTotal | None = None
    row: Row = ()
    count = 0
    for line, row in rows:
        count, record = count + 1, None
        try:
            record = reader.read(row, line)
        except Refused as error:
            refused.append(refusal(error, line, header))
            continue
        if isinstance(record, PrintedTotal):
            printed.append(record)
        else:
            found.append(record)
    refuse_many(count, MOST_ROWS)
    if not count:
        raise UnreadableFile("no_payments")
    if cut := is_cut(row, record is not None and not (isinstance(record, Payment) and record.difference)):
        found, printed = ([row for row in some if row.line != line] for some in (found, printed))  # type: ignore[assignment]
        refused = [*(refusal for refusal in refused if refusal.line != line), refusal(Refused("total", "", CUT), line, header)]
    abroad = reader.countries.of([payment.line for payment in found])
    refused += [refusal(Refused("marketplace", "", ABROAD), number, header) for number in sorted(abroad)]
    found = [payment for payment in found if payment.line not in abroad] if abroad else found
    if sum(refusal.expected == FOREIGN for refusal in refused) * 2 > count:
        raise UnreadableFile(
            "other_country", value=next((refusal.value for refusal in refused if refusal.expected == FOREIGN and refusal.value), HIDDEN)
        )
    return PaymentFile(PaymentsOfFile(found, printed, cut), sorted(refused), count)


def refusal(error: Refused, line: int, header: Header) -> Refusal:
    """What is said of a row that is left out; its cell is shown where it can be nothing of a buyer."""
    shown = "".join("\ufffd" if is_broken(letter) else letter for letter in error.cell[:80])
    made = Refusal(line, header.names.get(error.field, error.field), shown, error.why.expected, error.why.fix)
    if error.field == "marketplace" and (found := cells.ABROAD.search(shown)):
        return made._replace(value=found[0])
    is_plain = error.field in ("at", "posted") and cells.is_moment(shown)
    return made if is_plain else without_buyers([made])[0]


def lines_of(data: bytes, header: Header, encoding: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold something, a repeated header left out. Raises UnreadableFile for a cell that never ends."""
    try:
        for line, row in rows_of(data, header, encoding):
            if any(row) and row[0] != header.cells[0] and not is_sum(row):
                yield line, row
    except csv.Error as error:
        raise UnreadableFile("unclosed_quote", line=header.line) from error


def is_sum(row: Row) -> bool:
    """Whether a row is the line of sums that a spreadsheet sets below: its first cell says so in place of a day."""
    first = next((cell for cell in row if cell), "")
    return len(first) < len("grand total :") and re.sub(r"[\s:\uff1a]+", "", first).casefold() in SUMS


def kept_payments(content: PaymentsOfFile, header: Header) -> bytes:
    """A report without what is not read: its rows in their lines under the names of the columns. What may be stored."""
    fields = (*SETTLEMENT, *SETTLEMENT_COLUMNS) if header.kind == "settlement" else (*TRANSACTION, *COLUMNS)
    lines = {header.line: "\t".join(kind_of(header.kind).columns[field][0] for field in fields)}
    for payment in content.payments:
        cells_ = [getattr(payment, field, None) for field in fields[: -len(payment.amounts)]]
        lines[payment.line] = "\t".join([*("" if cell is None else str(cell) for cell in cells_), *map(str, payment.amounts)])
    for total in content.printed:
        told_total = {"settlement": total.settlement, "printed_total": str(total.yen)}
        lines[total.line] = "\t".join(told_total.get(field, "") for field in fields)
    return "\n".join(lines.get(line, "") for line in range(1, max(lines) + 1)).encode("utf-8", "replace")

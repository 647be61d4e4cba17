"""Payment reports row by row: transactions by date range, and settlements (V2). A row that cannot be read is named and left out."""

import csv
import re
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice

import msgspec
from msgspec import structs

from sellerdesk.domain.expressions import expression
from sellerdesk.domain.payment import COLUMNS, SETTLEMENT_COLUMNS, Payment, PaymentsOfFile, PrintedTotal
from sellerdesk.domain.refusal import Refusal, UnreadableFile
from sellerdesk.readers import payment_cells as cells
from sellerdesk.readers.addresses import is_bare_postcode
from sellerdesk.readers.bounds import MOST_ROWS, refuse_many
from sellerdesk.readers.buyers import lone_postcode
from sellerdesk.readers.headers import Header, column_of, kind_of, match, shortened
from sellerdesk.readers.own_skus import OWN_SKUS
from sellerdesk.readers.payment_columns import read_columns
from sellerdesk.readers.payment_countries import ABROAD, FOREIGN, refuse_top
from sellerdesk.readers.payment_lines import ABOVE, CUT, is_cut, is_whole, rows_above, rows_of, top_of
from sellerdesk.readers.payment_rows import Refused, Row, RowReader
from sellerdesk.readers.private import without_buyers
from sellerdesk.readers.sheet import Sheet, is_broken
from sellerdesk.readers.table import HIDDEN, numbered
from sellerdesk.rules.payments.once import parts_once

TRANSACTION = ("at", "settlement", "type", "order_id", "sku", "text", "quantity", "fulfilled", "state", "released", "total")
SETTLEMENT = ("settlement", "printed_total", "type", "order_id", "amount_type", "text", "at", "sku", "quantity", "fulfilled")
"""The fields of each report that are kept, beside the columns of money."""
TITLES = 5
"""Cells of a row that name columns, from which on it is a header: no row of amounts has so many."""
TOGETHER = 1000
"""Rows that are read in one step: more gain nothing, and one that is not sound has all of them read singly."""
LONGEST_SUM = len("grand total : -1,234,567,890 JPY")
BESIDE_SUM = expression(r"[\s:\uff1a\d,¥￥円\u2212-]+|jpy$", re.IGNORECASE)
"""What stands beside the word for a sum, in its cell."""
AMOUNT_ALONE = expression(r"[-−▲△(¥￥ ]*+\d[\d,.]*+[)円 ]*+")
"""A cell of a line of sums without a word: a day, a kind and an order's number are none."""
SUMS = frozenset({"合計", "総計", "計", "total", "grandtotal"})
SUM_LETTER = expression("[計lL]")
"""One of these stands in each of those words, and in hardly a moment: 200,000 rows are looked at no further."""


class PaymentFile(msgspec.Struct, frozen=True):
    """What a payment report holds: its rows and printed totals, the rows refused, how many rows there are."""

    content: PaymentsOfFile
    refused: list[Refusal]
    rows: int


def read_payments(data: bytes, header: Header, encoding: str) -> PaymentFile:
    """All rows of a file as it lies on the disk. Raises UnreadableFile for another country's, or a cell beyond all measure."""
    refuse_top(top_of(data, encoding)[: header.line - 1])

    def ends_inside(last: Row, below: Header, sound: bool) -> bool:  # noqa: FBT001 (a fact about the last row)
        return is_cut(data, structs.replace(below, line=header.line), last, encoding, sound=sound)

    found = read_rows(lines_of(data, header, encoding), header, ends_inside)
    above = [refusal(Refused("total", "", ABOVE), line, header) for line in rows_above(data, header, encoding)]
    return structs.replace(found, refused=[*above, *found.refused], rows=found.rows + len(above)) if above else found


def read_payment_sheet(sheet: Sheet, header: Header) -> PaymentFile:
    """All rows of a sheet, such as a workbook's. Raises UnreadableFile, also for a header without the columns of the amounts."""
    if not is_whole(header):
        raise UnreadableFile("unknown_header", header=shortened(header.cells))
    numbers, rows, _torn = numbered(sheet, header)
    filled = ((line, row) for line, row in zip(numbers, rows, strict=True) if any(row))
    return read_rows(filled, header, lambda _last, _below, _sound: False)


class RowsOfFile:
    """Reads the rows of a file, each by the header that stands above it: months that were pasted together may differ in their columns."""

    def __init__(self, header: Header) -> None:
        """By the file's first header."""
        self.reader = RowReader(header)
        self.found: list[Payment] = []
        self.begins: list[int] = []
        self.refused: list[Refusal] = []
        self.printed: list[PrintedTotal] = []
        self.explaining = set[int]()
        self.count = 0
        self.last: Payment | PrintedTotal | None = None

    @property
    def sound(self) -> bool:
        """Whether the last row was read, and its amounts come to its total."""
        return self.last is not None and not (isinstance(self.last, Payment) and self.last.difference)

    def read_together(self, rows: Sequence[Row], lines: Sequence[int]) -> None:
        """Read some rows: a column at a time where all are sound, else singly. Raises UnreadableFile."""
        if (found := read_columns(self.reader, rows, lines)) is not None:
            self.explaining.clear()
            self.found += found
            self.count, self.last = self.count + len(found), found[-1]
            return
        for row, line in zip(rows, lines, strict=True):
            self.read(row, line)

    def read(self, row: Row, line: int) -> None:
        """Read a row, or read those below by it where it is a header. Raises UnreadableFile."""
        try:
            record = self.reader.read(row, line)
        except Refused as error:
            if (header := header_below(row, line, self.reader.header)) is not None:
                self.turn(header)
                return
            self.refused.append(refusal(error, line, self.reader.header))
            self.explaining |= {line} if sum(map(bool, map(str.strip, row))) == 1 else set()
            self.count, self.last = self.count + 1, None
            return
        self.explaining.clear()
        self.count, self.last = self.count + 1, record
        if isinstance(record, PrintedTotal):
            self.printed.append(record)
        else:
            self.found.append(record)

    def turn(self, header: Header) -> None:
        """Read by another header from here on, in a part of its own; the lines of explanation right above it are no rows."""
        self.refused = [refused for refused in self.refused if refused.line not in self.explaining]
        self.count -= len(self.explaining)
        self.explaining.clear()
        self.reader = self.reader.below(header)
        self.begins.append(header.line)


def without_repeated(
    found: Sequence[Payment], printed: Sequence[PrintedTotal], begins: Sequence[int]
) -> tuple[list[Payment], list[PrintedTotal]]:
    """Rows and totals without those that stand in a part before their own, too; `begins` are the lines of the headers below the first."""
    parts: list[list[Payment]] = [[] for _part in range(len(begins) + 1)]
    for payment in found:
        parts[bisect(begins, payment.line)].append(payment)
    totals = {(total.settlement, total.yen): total for total in reversed(printed)}
    return parts_once(parts), sorted(totals.values(), key=lambda total: total.line)


def without_doubled(found: list[Payment], printed: list[PrintedTotal]) -> tuple[list[Payment], list[PrintedTotal]]:
    """Rows and totals without the second half of settlements that stand twice: the total, every row, and the sum is twice the total."""
    twice = [total for total, count in Counter((total.settlement, total.yen) for total in printed).items() if count > 1]
    for settlement, yen in twice:
        mine = [row for row in found if row.settlement == settlement and row.report == "settlement"]
        counts = Counter(structs.replace(row, line=0) for row in mine)
        if sum(row.total for row in mine) != 2 * yen or any(count % 2 for count in counts.values()):
            continue
        left = Counter({row: count // 2 for row, count in counts.items()})
        second: set[int] = set()
        for row in mine:
            left[structs.replace(row, line=0)] -= 1
            if left[structs.replace(row, line=0)] < 0:
                second.add(row.line)
        found = [row for row in found if row.line not in second]
        first = min(total.line for total in printed if (total.settlement, total.yen) == (settlement, yen))
        printed = [total for total in printed if (total.settlement, total.yen) != (settlement, yen) or total.line == first]
    return found, printed


def header_below(row: Row, line: int, first: Header) -> Header | None:
    """The header that a row is; None for every other row. Raises UnreadableFile where a header lacks columns without which none is read."""
    if any(map(str.isdigit, "".join(row[:2]))):
        return None
    titles = [cell.strip('\ufeff" ') for cell in row]
    if sum(column_of(first.kind, title) is not None for title in titles if title) < TITLES:
        return None
    found = match(first.kind, line, titles, kind_of(first.kind).marks)
    if found is None or not is_whole(found):
        raise UnreadableFile("unknown_header", header=shortened(titles))
    return found


def read_rows(rows: Iterable[tuple[int, Row]], header: Header, is_cut: Callable[[Row, Header, bool], bool]) -> PaymentFile:
    """All rows of a transactions report or of a settlement. Raises UnreadableFile for another country's."""
    file, rest = RowsOfFile(header), iter(rows)
    last: tuple[int, Row] = header.line, ()
    while some := list(islice(rest, TOGETHER)):
        file.read_together([row for _line, row in some], [line for line, _row in some])
        last = some[-1]
    line, row = last
    refuse_many(file.count, MOST_ROWS)
    if not file.count:
        raise UnreadableFile("no_payments")
    found, printed, refused = file.found, file.printed, file.refused
    if cut := is_cut(row, file.reader.header, file.sound):
        found, printed = ([row for row in some if row.line != line] for some in (found, printed))  # type: ignore[assignment]
        refused = [*(refusal for refusal in refused if refusal.line != line), refusal(Refused("total", "", CUT), line, header)]
    abroad = file.reader.countries.of([payment.line for payment in found])
    refused += [refusal(Refused("marketplace", "", ABROAD), number, header) for number in sorted(abroad)]
    found = [payment for payment in found if payment.line not in abroad] if abroad else found
    if sum(refusal.expected == FOREIGN for refusal in refused) * 2 > file.count:
        raise UnreadableFile(
            "other_country", value=next((refusal.value for refusal in refused if refusal.expected == FOREIGN and refusal.value), HIDDEN)
        )
    found = without_postcodes(found)
    read = len(found) + len(printed)
    if file.begins:
        found, printed = without_repeated(found, printed, file.begins)
    found, printed = without_doubled(found, printed)
    unknown = file.reader.unknown_columns({payment.line for payment in found} if len(found) + len(printed) < read else None)
    repeated, pacific = read - len(found) - len(printed), file.reader.moments.pacific
    content = PaymentsOfFile(found, printed, cut, unknown, repeated, file.begins, pacific)
    return PaymentFile(content, sorted(refused), file.count)


def without_postcodes(found: list[Payment]) -> list[Payment]:
    """Rows, "…" for a SKU that is no number of the shop's own but a postal code: its row has yen, and is kept."""
    hidden = lone_postcode({payment.sku for payment in found})
    if not hidden or any(sku in OWN_SKUS.get()() for sku in hidden):
        return found
    return [structs.replace(payment, sku=HIDDEN) if payment.sku in hidden else payment for payment in found]


def refusal(error: Refused, line: int, header: Header) -> Refusal:
    """What is said of a row that is left out; its cell is shown where it can be nothing of a buyer."""
    shown = "".join("\ufffd" if is_broken(letter) else letter for letter in error.cell[:80])
    made = Refusal(line, header.names.get(error.field, error.field), shown, error.why.expected, error.why.fix)
    if error.field == "marketplace" and (found := cells.ABROAD.search(shown)):
        return made._replace(value=found[0])
    is_plain = error.field in ("at", "posted") and cells.is_moment(shown) and not is_bare_postcode(shown)
    return made if is_plain else without_buyers([made])[0]


def lines_of(data: bytes, header: Header, encoding: str) -> Iterator[tuple[int, list[str]]]:
    """The rows that hold something, lines of sums left out. Raises UnreadableFile for a cell that never ends."""
    rows = rows_of(data, header, encoding)
    try:
        while some := list(islice(rows, TOGETHER)):
            firsts = [row[0] for _line, row in some]
            is_plain = all(firsts) and SUM_LETTER.search("".join(firsts)) is None
            yield from some if is_plain else (pair for pair in some if any(pair[1]) and not is_sum(pair[1]))
    except csv.Error as error:
        raise UnreadableFile("unclosed_quote", line=header.line) from error


def is_sum(row: Row) -> bool:
    """Whether a row is the line of sums that a spreadsheet sets below: its first cell says so in place of a day, or it is amounts alone."""
    if not row[0] and all(AMOUNT_ALONE.fullmatch(cell) for cell in row if cell):
        return True
    first = row[0] or next(filter(None, row), "")
    is_word = len(first) < LONGEST_SUM and BESIDE_SUM.sub("", first).casefold() in SUMS
    return is_word and any(map(str.isdigit, "".join(row)))  # a header may begin with that word, too


def kept_payments(content: PaymentsOfFile, header: Header) -> bytes:
    """A report without what is not read: its rows in their lines under the names of the columns. What may be stored."""
    fields = (*SETTLEMENT, *SETTLEMENT_COLUMNS) if header.kind == "settlement" else (*TRANSACTION, *COLUMNS)
    lines = dict.fromkeys((header.line, *content.headers), "\t".join(kind_of(header.kind).columns[field][0] for field in fields))
    for payment in content.payments:
        cells_ = [getattr(payment, field, None) for field in fields[: -len(payment.amounts)]]
        lines[payment.line] = "\t".join([*("" if cell is None else str(cell) for cell in cells_), *map(str, payment.amounts)])
    for total in content.printed:
        told_total = {"settlement": total.settlement, "printed_total": str(total.yen)}
        lines[total.line] = "\t".join(told_total.get(field, "") for field in fields)
    return "".join(f"{lines.get(line, '')}\n" for line in range(1, max(lines) + 1)).encode("utf-8", "replace")

"""Payment reports row by row: transactions by date range, and settlements (V2). A row that cannot be read is named and left out."""

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

import msgspec

from sellerdesk.domain.payment import COLUMNS, SETTLEMENT_COLUMNS, Payment, PaymentsOfFile, PrintedTotal
from sellerdesk.domain.refusal import Refusal, UnreadableFile
from sellerdesk.readers import payment_cells as cells
from sellerdesk.readers.bounds import MOST_ROWS, refuse_many
from sellerdesk.readers.buyers import is_elsewhere, witness
from sellerdesk.readers.cells import Bad, BadCell, Decoder
from sellerdesk.readers.headers import Header, kind_of, shortened
from sellerdesk.readers.payment_countries import ABROAD, FOREIGN, Countries, refuse_top
from sellerdesk.readers.payment_lines import CUT, is_cut, is_whole, rows_of, top_of
from sellerdesk.readers.private import without_buyers
from sellerdesk.readers.sheet import Sheet, is_broken
from sellerdesk.readers.table import HIDDEN, numbered

Row = Sequence[str]
T = TypeVar("T")
TRANSACTION = ("at", "settlement", "type", "order_id", "sku", "text", "quantity", "total")
SETTLEMENT = ("settlement", "printed_total", "type", "order_id", "amount_type", "text", "at", "sku", "quantity")
"""The fields of each report that are kept, beside the columns of money."""
SUMS = frozenset({"合計", "総計", "計", "total", "grandtotal"})
HOURS, CLOCK = len("2026/07/03 12"), len("2026/07/03 12:34:56")


class PaymentFile(msgspec.Struct, frozen=True):
    """What a payment report holds: its rows and printed totals, the rows refused, how many rows there are."""

    content: PaymentsOfFile
    refused: list[Refusal]
    rows: int


class Moments(dict[tuple[str, str], str]):
    """The hour in Japan of an hour and a zone as they are written: 200,000 rows of a month have 744 of them."""

    def __missing__(self, key: tuple[str, str]) -> str:
        """The hour of a pair seen for the first time. Raises BadCell."""
        moment = cells.japan_moment(f"{key[0]}:00:00{key[1]}")
        if not moment.endswith(":00:00"):
            raise BadCell("a_moment")
        self[key] = moment[: len("2026-07-03 12")]
        return self[key]

    def of(self, cell: str) -> str:
        """The moment of a cell. Raises BadCell."""
        minutes = cell[HOURS:CLOCK]
        if len(minutes) == CLOCK - HOURS and minutes.isascii() and minutes[0] == minutes[3] == ":" and minutes.replace(":", "").isdecimal():
            if minutes[1] > "5" or minutes[4] > "5":
                raise BadCell("a_moment")
            try:
                return self[cell[:HOURS], cell[CLOCK:]] + minutes
            except BadCell:
                pass  # a zone of half hours, or another way to write a moment
        if not cell.strip():
            raise BadCell("a_moment")
        return cells.japan_moment(cell.strip())


class Elsewhere(dict[str, bool]):
    """Whether a cell of one of a buyer's columns belongs elsewhere, every distinct cell looked at once."""

    def __init__(self, test: Callable[[str], bool]) -> None:
        """By what cannot stand in the column."""
        super().__init__({"": False})
        self.test = test

    def __missing__(self, cell: str) -> bool:
        """The answer for a cell seen for the first time."""
        self[cell] = is_elsewhere(cell, self.test)
        return self[cell]


class Refused(Exception):  # noqa: N818 (a row at fault, which is said of it)
    """A row that is left out: the field at fault, its cell, and why."""

    def __init__(self, field: str, cell: str, why: Bad) -> None:
        """Name field, cell and why."""
        super().__init__(field)
        self.field, self.cell, self.why = field, cell, why


class RowReader:
    """Reads the rows of one file: where its fields stand, and every distinct text read once."""

    def __init__(self, header: Header) -> None:
        """By the header found."""
        self.header, self.places = header, header.places
        self.yen = Decoder(cells.signed_yen, blank=0)
        self.order = Decoder(cells.order_number, blank="")
        self.words, self.skus = Decoder(cells.own_words, blank=""), Decoder(cells.own_sku, blank="")
        self.kinds = Decoder(cells.kind_words, blank="")
        self.settlements = Decoder(cells.settlement_number, blank="")
        self.count = Decoder(cells.pieces)
        self.currency = Decoder(cells.currency, blank="JPY")
        self.moments = Moments()
        self.markets = Decoder(cells.marketplace, blank="")
        self.market = self.places.get("marketplace")
        self.countries = Countries()
        self.foreign: dict[str, Bad] = {}
        self.money = [(name, self.places.get(name)) for name in COLUMNS]
        named = {*self.places.values()}
        tests = [(place, witness(title)) for place, title in enumerate(header.cells) if place not in named]
        self.buyers = [(place, Elsewhere(test)) for place, test in tests if test is not None]
        sorts: dict[str, Decoder[Any]] = {"type": self.kinds, "sku": self.skus, "text": self.words, "total": self.yen,
                                          "quantity": self.count, "settlement": self.settlements}  # fmt: skip
        self.usual = [(decoder, self.places[name]) for name, decoder in sorts.items() if name in self.places]
        self.is_usual = len(self.usual) == len(sorts)

    def read(self, row: Row, line: int) -> Payment | PrintedTotal:
        """A row of the header's width; shorter ones may lack columns that are not read. Raises Refused."""
        if len(row) < self.header.width:
            return self.short(row, line)
        if any(cell.strip() for cell in row[self.header.width :]):
            raise Refused("type", "", Bad("as_many_cells", "export_again"))
        for place, elsewhere in self.buyers:
            if elsewhere[row[place]]:
                raise Refused("type", "", Bad("cells_in_place", "put_back_cells"))
        if self.market is not None:
            self.refuse_abroad(row, line, self.market)
        return self.settlement(row, line) if self.header.kind == "settlement" else self.transaction(row, line)

    def short(self, row: Row, line: int) -> Payment | PrintedTotal:
        """A row without the blank cells of its end, where what it comes to shows that none is lost in its middle. Raises Refused."""
        if len(row) > max(self.places.values()):
            read = self.read([*row, *[""] * (self.header.width - len(row))], line)
            if isinstance(read, Payment) and not read.difference:
                return read
        raise Refused("type", "", Bad("as_many_cells", "export_again"))

    def refuse_abroad(self, row: Row, line: int, place: int) -> None:
        """Refuse a row of another country's marketplace. Raises Refused."""
        found, number = self.markets[row[place]], self.cell(row, "settlement")
        if isinstance(found, Bad):
            self.countries.abroad.add(number)
            raise Refused("marketplace", row[place], ABROAD)
        if found:
            self.countries.home.add(number)
        else:
            self.countries.unnamed[line] = number

    def transaction(self, row: Row, line: int) -> Payment:
        """A row of transactions by date range. Raises Refused."""
        yen = self.yen
        amounts = tuple([0 if place is None else yen[row[place]] for _name, place in self.money])
        try:
            sum(amounts)  # type: ignore[arg-type]  # a cell that is no yen is a Bad, which nothing can be added to
        except TypeError:
            for name, _place in self.money:
                self.told(row, name, yen)
        type_, sku, text, total, pieces, number = self.cells_of(row)
        return Payment(line, self.moment(row, "at"), type_, self.number(row), sku, text, amounts, total, pieces, number)  # type: ignore[arg-type]  # no Bad

    def cells_of(self, row: Row) -> tuple[str, str, str, int, int | None, str]:
        """Kind, SKU, text, total, pieces and settlement of a row of transactions; of 200,000 rows nearly all take no look further.

        Raises Refused.
        """
        read = tuple([decoder[row[place]] for decoder, place in self.usual])
        if self.is_usual and Bad not in map(type, read) and read[0] and row[self.places["total"]]:
            return read  # type: ignore[return-value]  # the decoders are in this order
        return (
            self.told(row, "type", self.kinds) or self.none("type"),
            self.told(row, "sku", self.skus),
            self.told(row, "text", self.words),
            self.told(row, "total", self.yen) if row[self.places["total"]].strip() else self.none("total"),
            self.told(row, "quantity", self.count),
            self.told(row, "settlement", self.settlements),
        )

    def settlement(self, row: Row, line: int) -> Payment | PrintedTotal:
        """An amount of a settlement, or its first row, which prints the total. Raises Refused."""
        number = self.told(row, "settlement", self.settlements)
        self.refuse_foreign(row, number)
        if not row[self.places["amount"]].strip():
            printed = self.told(row, "printed_total", self.yen) if self.cell(row, "printed_total").strip() else self.none("printed_total")
            return PrintedTotal(number, printed, line)
        amount = self.told(row, "amount", self.yen)
        return Payment(
            line,
            self.moment(row, "at" if self.cell(row, "at").strip() else "posted"),
            self.told(row, "type", self.kinds) or self.none("type"),
            self.told(row, "order_id", self.order),
            self.told(row, "sku", self.skus),
            self.told(row, "text", self.words),
            (amount,),
            amount,
            self.told(row, "quantity", self.count),
            number,
            self.told(row, "amount_type", self.words),
            "settlement",
        )

    def refuse_foreign(self, row: Row, number: str) -> None:
        """Refuse the rows of a settlement in another country's money: only its first row names the currency. Raises Refused."""
        try:
            self.told(row, "currency", self.currency)
        except Refused as refused:
            self.foreign[number] = refused.why
            raise
        if number in self.foreign:
            raise Refused("currency", "", self.foreign[number])

    def cell(self, row: Row, field: str) -> str:
        """The cell of a field; blank when the file has no such column."""
        place = self.places.get(field)
        return "" if place is None else row[place]

    def told(self, row: Row, field: str, decoder: Decoder[T]) -> T:
        """What a cell says. Raises Refused."""
        place = self.places.get(field)
        value = decoder[row[place]] if place is not None else decoder[""]
        if isinstance(value, Bad):
            raise Refused(field, self.cell(row, field), value)
        return value  # type: ignore[return-value]  # `None` only where a decoder's blank is

    def number(self, row: Row) -> str:
        """The order's number; of 100,000 orders each has another, and remembering them takes longer than to look. Raises Refused."""
        cell = self.cell(row, "order_id")
        return cell if cells.USUAL.fullmatch(cell) else self.told(row, "order_id", self.order)

    def moment(self, row: Row, field: str) -> str:
        """When. Raises Refused."""
        try:
            return self.moments.of(self.cell(row, field))
        except BadCell as error:
            raise Refused(field, self.cell(row, field), Bad(*error.args)) from error

    def none(self, field: str) -> Any:
        """Nothing, for a blank cell that must be filled. Raises Refused."""
        raise Refused(field, "", Bad("whole_yen" if field in ("total", "printed_total") else "one_of_the_words", "export_again"))


def read_payments(data: bytes, header: Header, encoding: str) -> PaymentFile:
    """All rows of a file as it lies on the disk. Raises UnreadableFile for another country's, or a cell beyond all measure."""
    refuse_top(top_of(data, encoding)[: header.line - 1])
    return read_rows(lines_of(data, header, encoding), header, lambda last, sound: is_cut(data, header, last, encoding, sound=sound))


def read_payment_sheet(sheet: Sheet, header: Header) -> PaymentFile:
    """All rows of a sheet, such as a workbook's. Raises UnreadableFile, also for a header without the columns of the amounts."""
    if not is_whole(header):
        raise UnreadableFile("unknown_header", header=shortened(header.cells))
    numbers, rows, _torn = numbered(sheet, header)
    filled = ((line, row) for line, row in zip(numbers, rows, strict=True) if any(row))
    return read_rows(filled, header, lambda _last, _sound: False)


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
    return "".join(f"{lines.get(line, '')}\n" for line in range(1, max(lines) + 1)).encode("utf-8", "replace")

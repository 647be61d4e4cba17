"""A row of a payment report: its cells by the header that stands above it. A row that cannot be read says which cell is at fault."""

from collections.abc import Callable, Container, Sequence
from itertools import combinations
from operator import getitem, itemgetter
from typing import Any, TypeVar

from sellerdesk.domain.payment import COLUMNS, Payment, PrintedTotal, UnknownColumn
from sellerdesk.readers import payment_cells as cells
from sellerdesk.readers.buyers import is_elsewhere, is_personal, witness
from sellerdesk.readers.cells import Bad, BadCell, Decoder
from sellerdesk.readers.headers import Header
from sellerdesk.readers.payment_countries import ABROAD, Countries
from sellerdesk.readers.payment_lines import last_needed
from sellerdesk.readers.table import HIDDEN

Row = Sequence[str]
T = TypeVar("T")
MOST_UNKNOWN, SHOWN = 8, 60
"""Unknown columns of a row that are tried together, and letters of a title that are kept."""
HOURS, CLOCK = len("2026/07/03 12"), len("2026/07/03 12:34:56")


class Moments(dict[tuple[str, str], str]):
    """The hour in Japan of an hour and a zone as they are written: 200,000 rows of a month have 744 of them.

    `pacific`: whether one of the moments was written in the time of the American west coast.
    """

    pacific = False

    def __missing__(self, key: tuple[str, str]) -> str:
        """The hour of a pair seen for the first time. Raises BadCell."""
        moment = self.read(f"{key[0]}:00:00{key[1]}")
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
        return self.read(cell.strip())

    def read(self, text: str) -> str:
        """The moment of a text, whose zone is looked at. Raises BadCell."""
        moment = cells.japan_moment(text)
        self.pacific = self.pacific or cells.is_pacific(text)
        return moment


class Misplaced(dict[str, bool]):
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
        self.skus = Decoder(cells.own_sku, blank="")
        self.words = Decoder(cells.listed_words if header.kind == "settlement" else cells.described, blank="")
        self.kinds = Decoder(cells.kind_words, blank="")
        self.settlements = Decoder(cells.settlement_number, blank="")
        self.count = Decoder(cells.pieces)
        self.currency = Decoder(cells.currency, blank="JPY")
        self.moments = Moments()
        self.markets = Decoder(cells.marketplace, blank="")
        self.market = self.places.get("marketplace")
        self.states, self.senders = Decoder(cells.state, blank=""), Decoder(cells.fulfilled, blank="")
        self.state, self.sender, self.releases = map(self.places.get, ("state", "fulfilled", "released"))
        self.countries = Countries()
        self.foreign: dict[str, Bad] = {}
        self.money = [(name, self.places.get(name)) for name in COLUMNS]
        self.cells_of_money = itemgetter(*(-1 if place is None else place for _name, place in self.money))
        named = {*self.places.values()}
        tests = [(place, witness(title)) for place, title in enumerate(header.cells) if place not in named]
        self.buyers = [(place, Misplaced(test)) for place, test in tests if test is not None]
        sorts: dict[str, Decoder[Any]] = {"type": self.kinds, "sku": self.skus, "text": self.words, "total": self.yen,
                                          "quantity": self.count, "settlement": self.settlements}  # fmt: skip
        self.unread = [
            (place, title) for place, title in enumerate(header.cells) if place not in named and title.strip() and witness(title) is None
        ]
        self.unknown: dict[str, dict[int, int]] = {}
        self.decoders = [*sorts.values()]
        self.is_usual = all(name in self.places for name in sorts)
        self.usual = itemgetter(*(self.places.get(name, 0) for name in sorts))

    def below(self, header: Header) -> "RowReader":
        """The reader of the rows below another header of the same file."""
        reader = RowReader(header)
        reader.countries, reader.foreign, reader.unknown = self.countries, self.foreign, self.unknown
        reader.moments = self.moments
        return reader

    def read(self, row: Row, line: int) -> Payment | PrintedTotal:
        """A row of the header's width; shorter ones may lack columns that are not read. Raises Refused."""
        if len(row) < self.header.width:
            return self.short(row, line)
        if len(row) > self.header.width and any(cell.strip() for cell in row[self.header.width :]):
            raise Refused("type", "", Bad("as_many_cells", "export_again"))
        for place, elsewhere in self.buyers:
            if elsewhere[row[place]]:
                raise Refused("type", "", Bad("cells_in_place", "put_back_cells"))
        if self.market is not None:
            self.refuse_abroad(row, line, self.market)
        return self.settlement(row, line) if self.header.kind == "settlement" else self.transaction(row, line)

    def short(self, row: Row, line: int) -> Payment | PrintedTotal:
        """A row without the blank cells of its end, where what it comes to shows that none is lost in its middle. Raises Refused."""
        if len(row) > last_needed(self.header):
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
        self.countries.add(line, number, is_named=bool(found))

    def transaction(self, row: Row, line: int) -> Payment:
        """A row of transactions by date range. Raises Refused."""
        yen = self.yen
        amounts = tuple(map(yen.__getitem__, self.cells_of_money([*row, ""])))  # the last one stands for columns that the file has not
        try:
            come_to = sum(amounts)  # type: ignore[arg-type]  # a cell that is no yen is a Bad, which nothing can be added to
        except TypeError:
            for name, _place in self.money:
                self.value(row, name, yen)
        type_, sku, text, total, pieces, number = self.cells_of(row)
        at = self.moment(row, "at")
        if total != come_to:
            self.explain(row, line, total - come_to)
        state = self.value(row, "state", self.states)
        released = "" if self.releases is None else self.release(row[self.releases], row, at)
        sender = self.value(row, "fulfilled", self.senders)
        return Payment(
            line, at, type_, self.number(row), sku, text, amounts, total, pieces, number, "", "payments", state, released, sender,  # type: ignore[arg-type]  # no Bad
        )  # fmt: skip

    def explain(self, row: Row, line: int, difference: int) -> None:
        """Note the columns that nobody knows and whose yen are what a row's total has beyond its amounts: they are columns of money."""
        there = [(title, yen) for place, title in self.unread if isinstance(yen := self.yen[row[place]], int) and yen]
        for count in range(len(there), 0, -1) if len(there) <= MOST_UNKNOWN else ():
            for some in combinations(there, count):
                if sum(yen for _title, yen in some) == difference:
                    for title, yen in some:
                        self.unknown.setdefault(title, {})[line] = yen
                    return

    def unknown_columns(self, lines: Container[int] | None = None) -> list[UnknownColumn]:
        """The columns of money that nobody knows, in some lines or in all; a title that may be a buyer's is "…"."""
        found = []
        for title, cells_ in self.unknown.items():
            some = [yen for line, yen in cells_.items() if lines is None or line in lines]
            found.append(UnknownColumn(HIDDEN if is_personal(title) else title[:SHOWN], sum(some), len(some)))
        return found

    def release(self, cell: str, row: Row, at: str) -> str:
        """When a row is paid; "" where that is not told. Most rows repeat their own moment."""
        return at if cell == row[self.places["at"]] else self.released(cell)

    def released(self, cell: str) -> str:
        """The moment of a cell that tells when a row is paid; "" where it tells none."""
        try:
            return self.moments.of(cell)
        except BadCell:
            return ""

    def cells_of(self, row: Row) -> tuple[str, str, str, int, int | None, str]:
        """Kind, SKU, text, total, pieces and settlement of a row of transactions; of 200,000 rows nearly all take no look further.

        Raises Refused.
        """
        if self.is_usual:
            read = tuple(map(getitem, self.decoders, self.usual(row)))
            if Bad not in map(type, read) and read[0] and row[self.places["total"]]:
                return read  # type: ignore[return-value]  # the decoders are in this order
        return (
            self.value(row, "type", self.kinds) or self.none("type"),
            self.value(row, "sku", self.skus),
            self.value(row, "text", self.words),
            self.value(row, "total", self.yen) if row[self.places["total"]].strip() else self.none("total"),
            self.value(row, "quantity", self.count),
            self.value(row, "settlement", self.settlements),
        )

    def settlement(self, row: Row, line: int) -> Payment | PrintedTotal:
        """An amount of a settlement, or its first row, which prints the total. Raises Refused."""
        number = self.value(row, "settlement", self.settlements)
        self.refuse_foreign(row, number)
        if not row[self.places["amount"]].strip():
            printed = self.value(row, "printed_total", self.yen) if self.cell(row, "printed_total").strip() else self.none("printed_total")
            return PrintedTotal(number, printed, line)
        amount = self.value(row, "amount", self.yen)
        return Payment(
            line,
            self.moment(row, "at" if self.cell(row, "at").strip() else "posted"),
            self.value(row, "type", self.kinds) or self.none("type"),
            self.value(row, "order_id", self.order),
            self.value(row, "sku", self.skus),
            self.value(row, "text", self.words),
            (amount,),
            amount,
            self.value(row, "quantity", self.count),
            number,
            self.value(row, "amount_type", self.words),
            "settlement",
            fulfilled=self.value(row, "fulfilled", self.senders),  # type: ignore[arg-type]  # its words mean no other
        )

    def refuse_foreign(self, row: Row, number: str) -> None:
        """Refuse the rows of a settlement in another country's money: only its first row names the currency. Raises Refused."""
        try:
            self.value(row, "currency", self.currency)
        except Refused as refused:
            self.foreign[number] = refused.why
            raise
        if number in self.foreign:
            raise Refused("currency", "", self.foreign[number])

    def cell(self, row: Row, field: str) -> str:
        """The cell of a field; blank when the file has no such column."""
        place = self.places.get(field)
        return "" if place is None else row[place]

    def value(self, row: Row, field: str, decoder: Decoder[T]) -> T:
        """What a cell says. Raises Refused."""
        place = self.places.get(field)
        value = decoder[row[place]] if place is not None else decoder[""]
        if isinstance(value, Bad):
            raise Refused(field, self.cell(row, field), value)
        return value  # type: ignore[return-value]  # `None` only where a decoder's blank is

    def number(self, row: Row) -> str:
        """The order's number; of 100,000 orders each has another, and remembering them takes longer than to look. Raises Refused."""
        cell = self.cell(row, "order_id")
        return cell if cells.USUAL.fullmatch(cell) else self.value(row, "order_id", self.order)

    def moment(self, row: Row, field: str) -> str:
        """When. Raises Refused."""
        try:
            return self.moments.of(self.cell(row, field))
        except BadCell as error:
            raise Refused(field, self.cell(row, field), Bad(*error.args)) from error

    def none(self, field: str) -> Any:
        """Nothing, for a blank cell that must be filled. Raises Refused."""
        raise Refused(field, "", Bad("whole_yen" if field in ("total", "printed_total") else "one_of_the_words", "export_again"))

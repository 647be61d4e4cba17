"""Payments for the books: one line per month, kind and tax rate, as a CSV of our own and in the import forms of freee and Yayoi.

The rate of a line is the tax of its rows over their price, where a report has both; else it is not known, and said so.
"""

import csv
import io
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Literal

import msgspec
import rtoml

from sellerdesk import assets
from sellerdesk.domain.payment import COLUMNS, Payment
from sellerdesk.rules.payments.kinds import NOT_PLACED, fold
from sellerdesk.workflows.payment_kinds import places
from sellerdesk.workflows.payments.tables import kind_name
from sellerdesk.writers.words import say

Form = Literal["freee", "yayoi", "csv"]
FORMS: tuple[Form, ...] = ("freee", "yayoi", "csv")
TAXED = {"product_sales": "product_sales_tax", "shipping": "shipping_tax", "gift_wrap": "gift_wrap_tax", "promotion": "promotion_tax"}
"""The columns of prices, each with that of its tax."""
PAIRED: Mapping[str, Mapping[tuple[str, ...], str]] = {
    "itemprice": {("principal",): "tax", ("shipping",): "shippingtax", ("giftwrap",): "giftwraptax"},
    "promotion": {("principal", "shipping"): "taxdiscount"},
}
"""The texts of prices in a settlement, each with that of their tax, by the folded kind of amount."""
OWN = ("month", "kind", "tax_percent", "yen", "rows")
"""The columns of our own form."""
PER_CENT = 100
FLAG, JOURNAL, UNADJUSTED = "2000", "0", "no"
"""What Yayoi calls a line that is no slip, a line of the journal, and one that is no adjustment."""


class Rate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A rate in percent, by what the programs call it for sales."""

    percent: int
    freee: str
    yayoi: str


class Books(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The resource: columns, accounts by kind, names of taxes."""

    freee_titles: tuple[str, ...]
    yayoi_columns: tuple[str, ...]
    receivable: str
    outside: str
    unknown: dict[str, str]
    left_out: tuple[str, ...]
    account: dict[str, tuple[str, ...]]
    rate: tuple[Rate, ...]


class Line(msgspec.Struct, frozen=True):
    """What a month (Japan) brought of a kind at a rate (percent; None: not known), in whole yen with its tax, and of how many rows."""

    month: str
    kind: str
    percent: int | None
    yen: int
    rows: int


@cache
def books() -> Books:
    """The resource."""
    return msgspec.convert(rtoml.loads(assets.text("payments/books.toml")), Books)


def lines(rows: Iterable[Payment]) -> list[Line]:
    """The lines of some rows; they come to the total of all rows."""
    yen, count = Counter[tuple[str, str, int | None]](), Counter[tuple[str, str, int | None]]()
    settled: defaultdict[tuple[str, ...], list[Payment]] = defaultdict(list)
    for row in rows:
        if row.report == "settlement" and fold(row.amount_type) in PAIRED:
            settled[row.month, row.settlement, row.type, row.order_id, row.sku, row.amount_type].append(row)
            continue
        mine = [((row.month, kind, percent), amount) for kind, percent, amount in parts(row)]
        for key, amount in mine:
            yen[key] += amount
        count.update({key for key, _amount in mine})  # a row counts once in a line, as in the sums of payments
    for (month, *_item), some in settled.items():
        for kind, percent, amount, number in paired(some):
            yen[month, kind, percent] += amount
            count[month, kind, percent] += number
    return [Line(*key, yen[key], count[key]) for key in sorted(count, key=lambda key: (key[0], key[1], key[2] or 0)) if yen[key]]


def parts(row: Payment) -> Iterator[tuple[str, int | None, int]]:
    """The amounts of a row: kind, rate, yen with the tax."""
    if row.report == "settlement":
        yield from ((kind, None, yen) for kind, yen in places().parts(row))
        return
    amounts, kinds = dict(zip(COLUMNS, row.amounts, strict=True)), dict(zip(COLUMNS, places().plan(row), strict=True))
    for column, tax in TAXED.items():
        price, on_top = amounts.pop(column), amounts.pop(tax)
        if price + on_top:
            yield kinds[column], percent_of(price, on_top, row.quantity or 1), price + on_top
    yield from ((kinds[column], None, yen) for column, yen in amounts.items() if yen)
    if row.difference:
        yield NOT_PLACED, None, row.difference


def paired(rows: Sequence[Payment]) -> Iterator[tuple[str, int | None, int, int]]:
    """The amounts of an item of a settlement, which has its price and its tax in rows of their own: kind, rate, yen, count of rows."""
    left = {fold(row.text): [other for other in rows if fold(other.text) == fold(row.text)] for row in rows}
    for prices, tax in PAIRED[fold(rows[0].amount_type)].items():
        of_price = [row for text in prices for row in left.get(text, ())]
        of_tax = left.get(tax, [])
        if of_price and of_tax:
            price, on_top = sum(row.total for row in of_price), sum(row.total for row in of_tax)
            kind, pieces = places().plan(of_price[0])[0], sum(row.quantity or 1 for row in of_price)
            yield kind, percent_of(price, on_top, pieces), price + on_top, len(of_price) + len(of_tax)
            left = {text: some for text, some in left.items() if text not in (*prices, tax)}
    yield from ((kind, None, yen, 1) for some in left.values() for row in some for kind, yen in places().parts(row))


def percent_of(price: int, tax: int, pieces: int) -> int | None:
    """The rate that a tax is of a price, where it is one of the known ones to the yen of each piece; else not known."""
    if price <= 0 <= tax or price >= 0 >= tax:
        price, tax = -price, -tax
    return next((rate.percent for rate in books().rate if tax and abs(tax * PER_CENT - price * rate.percent) <= pieces * PER_CENT), None)


def written(form: Form, rows: Iterable[Payment], lang: str) -> bytes:
    """The lines in a form: ours and freee's in UTF-8 with its mark and titles, Yayoi's in cp932 without titles."""
    every = lines(rows)
    if form == "csv":
        return table([[say(lang, f"column.{name}") for name in OWN], *own_rows(every, lang)]).encode("utf-8-sig")
    entries = booked(every, form)
    if form == "freee":
        return table([books().freee_titles, *map(freee_row, entries)]).encode("utf-8-sig")
    return table(map(yayoi_row, entries)).encode("cp932")


def booked(every: Iterable[Line], form: Form) -> list[Line]:
    """The lines that stand in a form: those of the programs are without payouts, which the bank's own lines have."""
    return [line for line in every if form == "csv" or line.kind not in books().left_out]


def own_rows(every: Sequence[Line], lang: str) -> Iterator[list[str]]:
    """The lines as rows of our own form; a rate that is not known is blank."""
    for line in every:
        yield [line.month, kind_name(line.kind, lang), "" if line.percent is None else str(line.percent), str(line.yen), str(line.rows)]


def table(rows: Iterable[Sequence[str]]) -> str:
    """Rows as a CSV."""
    file = io.StringIO()
    csv.writer(file).writerows(rows)
    return file.getvalue()


def freee_row(line: Line) -> list[str]:
    """A line as a deal of freee, not settled: its tax is inside, and not named where the rate is not known."""
    chosen = {
        "収支区分": "収入" if line.yen > 0 else "支出", "発生日": last_day(line.month), "取引先": "Amazon", "勘定科目": account(line),
        "税区分": tax_name(line, "freee"), "金額": str(abs(line.yen)), "税計算区分": "内税", "備考": remark(line),
    }  # fmt: skip
    return [chosen.get(title, "") for title in books().freee_titles]


def yayoi_row(line: Line) -> list[str]:
    """A line as an entry of Yayoi's journal, against what Amazon owes."""
    mine, theirs = (account(line), tax_name(line, "yayoi")), (books().receivable, books().outside)
    (debit, debit_tax), (credit, credit_tax) = (theirs, mine) if line.yen > 0 else (mine, theirs)
    yen = str(abs(line.yen))
    chosen = {
        "flag": FLAG, "day": last_day(line.month), "debit": debit, "debit_tax": debit_tax, "debit_yen": yen, "credit": credit,
        "credit_tax": credit_tax, "credit_yen": yen, "text": remark(line), "kind": JOURNAL, "adjusted": UNADJUSTED,
    }  # fmt: skip
    return [chosen.get(name, "") for name in books().yayoi_columns]


def account(line: Line) -> str:
    """The account that a line is booked under; the suspense one for what is not placed and what has no usual account."""
    found = next((name for name, kinds in books().account.items() if line.kind in kinds), None)
    return found or books().unknown["income" if line.yen > 0 else "expense"]


def tax_name(line: Line, form: Literal["freee", "yayoi"]) -> str:
    """What a program calls the tax of a line; none on a suspense account, and blank where the rate is not known."""
    if account(line) in books().unknown.values():
        return books().outside
    return next((getattr(rate, form) for rate in books().rate if rate.percent == line.percent), "")


def last_day(month: str) -> str:
    """The last day of a month as the programs write days."""
    year, number = int(month[:4]), int(month[5:])
    return f"{year}/{number:02}/{monthrange(year, number)[1]:02}"


def remark(line: Line) -> str:
    """What a line is, in Japanese, as both programs are."""
    return f"Amazon {line.month} {kind_name(line.kind, 'ja')}" + ("" if line.percent is not None else " (税率不明)")


def unknown_rates(every: Iterable[Line], form: Form) -> Mapping[str, int]:
    """How many lines a form has, and of how many the rate is not known."""
    entries = booked(every, form)
    return {"lines": len(entries), "unknown": sum(line.percent is None for line in entries)}

"""Payments as tables: their sums by month, SKU, order or kind, or row by row."""

from collections.abc import Iterator, Sequence
from datetime import date

from sellerdesk.rules.payments.placed import Placed, grouped
from sellerdesk.workflows.payment_kinds import places
from sellerdesk.workflows.payments.report import Report
from sellerdesk.writers import elsewhere, words
from sellerdesk.writers.shown_table import ShownTable

BY = ("month", "sku", "order", "kind", "row")
"""What a table can be by."""
HEADS = {"month": "month", "sku": "sku", "order": "order_id", "kind": "kind"}
ROW = ("at", "paid_type", "order_id", "sku", "text", "quantity", "kind", "yen")


def kind_name(kind: str, lang: str) -> str:
    """What a kind of amount is called."""
    return words.say(lang, f"payment_kind.{kind}")


def sums_by(report: Report, by: str) -> dict[str, Placed]:
    """The sums by month, SKU or order; by kind there is one group, of all rows."""
    return {"": report.sums} if by == "kind" else dict(grouped(report.payments, places(), by))


def payments_table(report: Report, by: str, as_of: date, lang: str) -> ShownTable:
    """A table of payments: one line for each group and kind, or one for each amount of a row."""
    names = ROW if by == "row" else (HEADS[by], "kind", "yen", "rows") if by != "kind" else ("kind", "yen", "rows")
    rows = list(amount_rows(report, lang) if by == "row" else sum_rows(report, by, lang))
    note = words.say(lang, "export.table_note", as_of=as_of, count=len(rows))
    note += "".join(f" · {words_}" for words_ in (*held_lines(report, lang), *damage_lines(report, lang)))
    note += f" · {lacking_words(report, lang)}" if report.lacking else ""
    head = [words.say(lang, f"column.{name}") for name in names]
    return ShownTable(words.say(lang, "export.payments"), note, head, [name in ("yen", "rows", "quantity") for name in names], rows)


def held_lines(report: Report, lang: str) -> Iterator[str]:
    """What stands beside the sums: rows held back, rows with a status that nobody knows, and rows that may count twice."""
    if report.held:
        yield words.say(lang, "say.payments_held", count=len(report.held), yen=report.held_yen)
    if report.unknown_states:
        yield words.say(lang, "say.payments_unknown_state", count=report.unknown_states)
    yield from elsewhere_lines(report, lang)


def reach_lines(report: Report, lang: str) -> Iterator[str]:
    """What the reports do not reach: days between those of payments, and refunds or labels after the last day of the returns reports."""
    for first, last in report.holes:
        yield words.say(lang, "say.payments_days_lack", first=first, last=last)
    if count := report.beyond_returns:
        yield words.say(lang, "say.payments_beyond_returns", day=report.returns_to, count=count)


def damage_lines(report: Report, lang: str) -> Iterator[str]:
    """The order numbers and SKUs that a spreadsheet damaged, file by file."""
    for file in report.files:
        for mend in file.damaged:
            yield f"{file.source.file}: " + words.say(lang, f"say.mended_{mend.kind}", count=mend.times)


def elsewhere_lines(report: Report, lang: str) -> Iterator[str]:
    """The rows that may count twice: they also stand in another file under another settlement's number, or under none."""
    for file in report.files:
        yield from elsewhere.lines(file.source.file, file.source.number, file.elsewhere, lang)


def lacking_words(report: Report, lang: str) -> str:
    """What the sums of a report lack, in a sentence: rows that could not be read, and the ends of files that were cut."""
    lost, cut = sum(read_file.lost for read_file in report.lacking), [file.source.file for file in report.lacking if file.cut]
    parts = [words.say(lang, "say.payments_lost", count=lost)] if lost else []
    parts += [words.say(lang, "say.payments_end_lost", file=file) for file in cut]
    return words.say(lang, "say.payments_lacking", what=words.say(lang, "say.and").join(parts))


def sum_rows(report: Report, by: str, lang: str) -> Iterator[list[str]]:
    """One line for each group and kind."""
    for name, sums in sums_by(report, by).items():
        for amount in sums.kinds:
            lines = [kind_name(amount.kind, lang), str(amount.yen), str(amount.rows)]
            yield lines if by == "kind" else [name, *lines]


def amount_rows(report: Report, lang: str) -> Iterator[list[str]]:
    """One line for each amount of each row."""
    names: dict[str, str] = {}
    for payment in report.payments:
        parts: Sequence[tuple[str, int]] = list(places().parts(payment))
        for kind, yen in parts:
            name = names.setdefault(kind, kind_name(kind, lang))
            quantity = "" if payment.quantity is None else str(payment.quantity)
            yield [payment.at, payment.type, payment.order_id, payment.sku, payment.text, quantity, name, str(yen)]

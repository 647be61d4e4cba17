"""Tables that go out: the saved catalogue, the findings of an audit, and whatever table the window shows."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import msgspec

from sellerdesk.domain.finding import Finding
from sellerdesk.domain.offer import Offer
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.readers.headers import kinds
from sellerdesk.workflows.terms import rules
from sellerdesk.writers import words
from sellerdesk.writers.shown_table import Form, ShownTable
from sellerdesk.writers.verdict_cells import SIGNS

FORMS: dict[str, Form] = {".xlsx": "xlsx", ".csv": "csv", ".pdf": "pdf"}
OFFER_FIGURES = ("price", "points", "quantity", "condition")
OFFER_COLUMNS = ("sku", "asin", "title", *OFFER_FIGURES, "channel", "shipping_template", "status", "condition_note")
CHANNELS = {"seller": "DEFAULT", "amazon": "AMAZON_JP"}
"""Who ships, as the listings report says it: what goes out can be read again."""
FINDING_COLUMNS = ("outcome", "rule", "subject", "line", "text", "fix", "clauses")
NAMES = ("ja", "en")


def form_of(file: Path | None, encoding: str) -> Form:
    """The form of a file by its name. Raises UnusableArgument for a name that has none, and for an encoding that is not the CSV's."""
    form = FORMS.get(file.suffix.casefold()) if file is not None else None
    if form is None or (encoding == "cp932" and form != "csv"):
        raise UnusableArgument("table_form", name="" if file is None else file.name)
    return "cp932" if encoding == "cp932" else form


def offers_table(offers: Iterable[Offer], as_of: date, lang: str) -> ShownTable:
    """The saved catalogue under Amazon's own column titles, so that it can be opened again as a report."""
    columns = kinds()["listings"].columns
    rows = [[offer_cell(offer, name) for name in OFFER_COLUMNS] for offer in offers]
    head = [columns[name][NAMES.index(lang)] for name in OFFER_COLUMNS]
    return shown_table(words.say(lang, "export.offers"), head, [name in OFFER_FIGURES for name in OFFER_COLUMNS], rows, (as_of, lang))


def offer_cell(offer: Offer, name: str) -> str:
    """A cell of the catalogue."""
    value = getattr(offer, name)
    return "" if value is None else CHANNELS.get(value, value) if name == "channel" else str(value)


def findings_table(found: Iterable[Finding], as_of: date, lang: str) -> ShownTable:
    """Findings with their words."""
    rows = []
    for finding in found:
        said = words.worded(finding, rules()[finding.rule], lang)
        # without its sign: cp932 has not all of them
        outcome, clauses = words.say(lang, f"outcome.{finding.outcome}").lstrip(SIGNS), ", ".join(finding.clauses)
        rows.append([outcome, finding.rule, finding.subject, str(finding.line or ""), said.text, said.fix or "", clauses])
    head = [words.say(lang, f"column.{name}") for name in FINDING_COLUMNS]
    return shown_table(words.say(lang, "export.findings"), head, [name == "line" for name in FINDING_COLUMNS], rows, (as_of, lang))


def shown_table(title: str, head: list[str], figures: list[bool], rows: list[list[str]], when: tuple[date, str]) -> ShownTable:
    """A table with its note: the day of the terms, and how many rows."""
    as_of, lang = when
    return ShownTable(title, words.say(lang, "export.table_note", as_of=as_of, count=len(rows)), head, figures, rows)


def written_table(file: Path) -> ShownTable:
    """A table that the window wrote aside: a line with its head, then lines of some rows each. Raises UnusableArgument."""
    try:
        with file.open("rb") as lines:
            head = msgspec.json.decode(next(lines, b""), type=ShownTable)
            rows = msgspec.json.Decoder(list[list[str]])
            return msgspec.structs.replace(head, rows=[row for line in lines for row in rows.decode(line)])
    except (OSError, msgspec.MsgspecError) as error:
        raise UnusableArgument("no_table", file=file.name) from error

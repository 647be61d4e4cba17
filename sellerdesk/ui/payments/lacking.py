"""What the sums of 入出金 lack or hold back, over its table: files to open again, files that are not needed, and what may count twice."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sellerdesk.ui.payments.months_table import money
from sellerdesk.ui.style import plain
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build

FILES_NAMED = 3
"""Files that lack something, and are named."""


class Lacking(QWidget):
    """The words, hidden while nothing is lacking; `unneeded` names a file to be taken away: its rows stand in another one."""

    unneeded = Signal(str)

    def __init__(self) -> None:
        """Nothing is lacking yet."""
        super().__init__()
        self.words, self.away, self.file = build.label("", token="check", wrap=True), build.flat(" "), ""  # noqa: S106 (a colour)
        self.away.clicked.connect(lambda: self.unneeded.emit(self.file))
        self.setLayout(build.row(self.words, self.away, margins=(16, 8, 16, 0), grow=self.words))

    def text(self) -> str:
        """All that it says."""
        return self.words.text()

    def tell(self, kept: Mapping[str, Any]) -> None:
        """Say it, of what the last judging kept."""
        self.words.setText(
            "\n".join(
                filter(None, (words_of(kept) for words_of in (lacking_words, unneeded_words, damaged_words, elsewhere_words, held_words)))
            )
        )
        self.file = next((file["file"] for file in (*unneeded_files(kept), *kept.get("elsewhere", []))), "")
        self.away.setText(plain.literal(translate("Payments", "Take {file} away…").format(file=self.file)))
        self.away.setVisible(bool(self.file))
        self.setVisible(bool(self.text()))


def lacking_files(kept: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Files that lack rows which stand nowhere else."""
    return [file for file in kept.get("lacking", []) if not file.get("whole_in")]


def unneeded_files(kept: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Files that lack rows, but whose rows all stand in one that is whole."""
    return [file for file in kept.get("lacking", []) if file.get("whole_in")]


def unneeded_words(kept: Mapping[str, Any]) -> str:
    """Which files can be taken away."""
    text = translate("Payments", "“{file}” lacks rows, but they all stand in “{whole}”: “{file}” can be taken away.")
    return "\n".join(text.format(file=file["file"], whole=file["whole_in"]) for file in unneeded_files(kept)[:FILES_NAMED])


def elsewhere_words(kept: Mapping[str, Any]) -> str:
    """Which files have the same rows under two settlements' numbers, and what to do."""
    text = translate(
        "Payments",
        "“{file}”: {count} rows also stand in “{other}” under another settlement number, or under none. These sums may count them twice."
        " If they are the same, take one of the two files away.",
    )
    found = kept.get("elsewhere", [])[:FILES_NAMED]
    return "\n".join(text.format(file=file["file"], other=file["other"], count=f"{file['rows']:,}") for file in found)


def damaged_words(kept: Mapping[str, Any]) -> str:
    """Which files have order numbers and SKUs that a spreadsheet damaged, and what to do."""
    words = [f"{file['file']}: {damage_of(file)}" for file in kept.get("damaged", [])[:FILES_NAMED]]
    if not words:
        return ""
    head = translate(
        "Payments",
        "A spreadsheet damaged order numbers or SKUs. The yen of these rows count, but no verdict on an order or a SKU uses them."
        " Download the report again, and open it here without a spreadsheet program in between.",
    )
    return "\n".join([head, *words])


def damage_of(file: Mapping[str, Any]) -> str:
    """How many rows of a file lost their order number, and how many their SKU."""
    skus, parts = file.get("skus", 0) + file.get("zeros", 0), []
    if file.get("orders"):
        parts.append(translate("Payments", "damaged order numbers (rows: {count})").format(count=f"{file['orders']:,}"))
    if skus:
        parts.append(translate("Payments", "damaged SKUs (rows: {count})").format(count=f"{skus:,}"))
    return " · ".join(parts)


def lacking_words(kept: Mapping[str, Any]) -> str:
    """What the sums lack, file by file; "" where every row could be read."""
    words = []
    for file in lacking_files(kept):
        lost = translate("Payments", "{count} rows could not be read").format(count=f"{file['lost']:,}") if file["lost"] else ""
        cut = translate("Payments", "the file ends in the middle of a row") if file["cut"] else ""
        words.append(f"{file['file']}: " + " · ".join(part for part in (cut, lost) if part))
    if not words:
        return ""
    if len(words) > FILES_NAMED:
        more = translate("Payments", "and {count} more files").format(count=f"{len(words) - FILES_NAMED:,}")
        words = [*words[:FILES_NAMED], more]
    head = translate("Payments", "These sums lack something. Download the report again and open it, or mend the rows.")
    return "\n".join([head, *words])


def held_words(kept: Mapping[str, Any]) -> str:
    """What Amazon holds back and stands in no sum, columns of money and a status that nobody knows; "" where there are none."""
    held = kept.get("held", {})
    words = []
    if held.get("rows"):
        text = translate("Payments", "Held back by Amazon, and in none of these sums: {yen} (rows: {count})")
        words.append(text.format(count=f"{held['rows']:,}", yen=money(held["yen"])))
    for column in kept.get("unknown_columns", [])[:FILES_NAMED]:
        text = translate("Payments", "{file}: the column “{title}” holds amounts that are not known, {yen}; they are not placed")
        words.append(text.format(file=column["file"], title=column["title"], yen=money(column["yen"])))
    if held.get("unknown"):
        text = translate("Payments", "Rows with a transaction status that is not known: {count}. They count as paid")
        words.append(text.format(count=f"{held['unknown']:,}"))
    return "\n".join(words)

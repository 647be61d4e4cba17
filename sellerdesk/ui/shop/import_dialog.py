"""A report before it is taken: its columns, what it changes, what a spreadsheet changed in it, and how many rows will go in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QCheckBox, QComboBox, QHeaderView, QTableWidget, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.tasks import Child
from sellerdesk.ui.style import plain, theme
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build, file_dialogs
from sellerdesk.ui.widgets.dialog import Dialog
from sellerdesk.ui.widgets.text_table import TextTable

MOST = 500
"""Differences that are listed; all are counted."""
NAMES = ("ja", "en")
Command = Callable[[Path, tuple[object, ...]], list[str]]


class ImportDialog(Dialog):
    """Nothing is taken until its button is pressed, which says how many rows that will be."""

    def __init__(self, desk: Desk, parent: QWidget, command: Command, file: Path, found: dict[str, Any]) -> None:
        """Show what was found in a file; `command` makes the command that looks at it again with more options."""
        super().__init__(desk, parent)
        self.command, self.file, self.found = command, file, found
        self.unknown: dict[str, Any] = found.get("unknown") or {}
        self.refused_file: Path | None = None
        self.must = bool(found.get("must_mend"))
        self.title, self.text = build.label("", "title", bold=True, wrap=True), build.label("", wrap=True)
        self.older = build.label("", "lead", "check", bold=True, wrap=True)
        self.kind, self.columns, self.changes = QComboBox(), TextTable(3), TextTable(4)
        self.changes.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.changes.sort_on_press()
        self.boxes: list[QComboBox] = []
        self.repair = QCheckBox()
        self.save, self.away, self.take = build.button(), build.button(), build.button()
        for kind in self.unknown.get("kinds", {}):
            self.kind.addItem(self.unknown["names"][kind], kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(self.unknown.get("kind"))))
        foot = build.row(self.save, None, self.away, self.take)
        self.setLayout(
            build.column(
                self.title, self.older, self.text, self.kind, self.columns, self.changes, self.repair, foot, margins=(20, 16, 20, 16)
            )
        )
        self.child = Child(self)
        self.child.done.connect(self.show_told)
        self.child.failed.connect(self.fail)
        self.kind.currentIndexChanged.connect(self.fill_columns)
        self.repair.setChecked(True)
        self.repair.toggled.connect(self.ask)
        self.save.clicked.connect(self.choose_refused)
        self.away.clicked.connect(self.close)
        self.take.clicked.connect(self.accept_rows)
        self.resize(900, 620)
        self.restyle()
        if self.unknown:
            self.fill_columns()
        elif found.get("mendable"):
            self.ask()
        else:
            self.show_told(found)

    # what will be done

    def options(self) -> tuple[object, ...]:
        """How the file is to be taken: names for its columns, and repairs."""
        named: list[object] = []
        for title, box in zip(self.unknown.get("titles", ()), self.boxes, strict=False):
            if box.currentData():
                named += ["--map", f"{title}={box.currentData()}"]
        return (*named, *(["--repair"] if self.repair.isChecked() and self.found.get("damage") else []))

    def ask(self) -> None:
        """Look again, with other names or repairs."""
        self.take.setEnabled(False)
        self.child.start(self.command(self.file, self.options()))

    def accept_rows(self) -> None:
        """Take the rows, and write those that could not be read when that was wanted."""
        more = [*self.options(), *(["--refused", self.refused_file] if self.refused_file else [])]
        self.close()
        self.desk.open(self.file, more)

    def choose_refused(self) -> None:
        """Ask where the rows that cannot be read go when the others are taken."""
        kinds = translate("Import", "Excel workbook (*.xlsx);;CSV (*.csv)")
        unread = translate("Import", "unread")
        suggested = f"{plain.file_name(self.file.stem)}_{unread}.xlsx"
        name, _kind = file_dialogs.to_write(self, translate("Import", "Save unread rows"), suggested, kinds)
        if name:
            self.refused_file = Path(name)
            self.restyle()

    # what is shown

    def fill_columns(self) -> None:
        """A row for each column of the file: its title, its first cells, what it is taken for."""
        kind = self.unknown["kinds"][self.kind.currentData()]
        titles: list[str] = self.unknown["titles"]
        self.boxes = []
        firsts = [" / ".join(row[line] for row in self.unknown["rows"][:3] if row[line]) for line in range(len(titles))]
        self.columns.fill(zip(titles, firsts, strict=True))
        for line, title in enumerate(titles):
            box = QComboBox()
            box.addItem(translate("Import", "(not read)"), "")
            for names in kind["fields"].values():
                box.addItem(names[NAMES.index(self.desk.lang)], names[0])
            field = kind["guesses"].get(title)
            box.setCurrentIndex(box.findData(kind["fields"][field][0]) if field else 0)
            box.setAccessibleName(translate("Import", "What “{title}” is").format(title=plain.shown(title)))
            box.currentIndexChanged.connect(self.ask)
            self.boxes.append(box)
            self.columns.setCellWidget(line, 2, box)
        self.columns.resizeColumnsToContents()
        self.columns.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.ask()

    def fail(self, sentence: str) -> None:
        """Say why the file cannot be taken like this."""
        self.text.setText(
            sentence.splitlines()[-1] if sentence and "Traceback" not in sentence else translate("Import", "This cannot be read.")
        )
        self.take.setEnabled(False)

    def show_told(self, found: dict[str, Any]) -> None:
        """Show what an import would do."""
        if found.get("unknown"):
            unknown = translate(
                "Import", "This is none of the reports that Seller Desk knows. If it is not about your shop, press “Take nothing”."
            )
            columns = translate("Import", "Otherwise say which column is the SKU, the price and so on; then the rows can be counted.")
            self.text.setText(f"{unknown}\n{columns}")
            return
        self.must = self.must or bool(found.get("must_mend"))
        self.found = found
        self.text.setText("\n".join(self.told_words()))
        lines = self.differences()
        self.changes.fill(lines[:MOST])
        self.changes.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.restyle()

    def told_words(self) -> list[str]:
        """What an import would do, in a few sentences."""
        found, words = self.found, []
        if found.get("compared"):
            one = found["compared"]
            counts = {"new": len(one["new"]), "gone": len(one["gone"]), "changed": len({row["subject"] for row in one["changed"]})}
            text = translate("Import", "Against “{file}”: {new} new, {gone} gone, {changed} changed.")
            words.append(text.format(file=one["against"], **{name: f"{count:,}" for name, count in counts.items()}))
            words += [one["beside"]["text"]] if one.get("beside") else []
        if found.get("damage"):
            count = f"{len(found['damage']):,}"
            words.append(translate("Import", "A spreadsheet seems to have changed {count} cells.").format(count=count))
        words += found.get("said", [])
        if found.get("refused"):
            words.append(translate("Import", "{count} rows cannot be read and will stay out.").format(count=f"{found['refused']:,}"))
        return words

    def differences(self) -> list[tuple[str, str, str, str]]:
        """Damage first, then rows that cannot be read, what goes, what changes, what is new."""
        found, compared = self.found, self.found.get("compared") or {}
        damaged, unread = translate("Import", "damaged"), translate("Import", "unread")
        gone, changed, new = translate("Import", "gone"), translate("Import", "changed"), translate("Import", "new")
        lines = [(damaged, line_words(damage["line"]), damage["value"], self.mended_words(damage, own=bool(found.get("own"))))
                 for damage in found.get("damage", [])]  # fmt: skip
        lines += [
            (unread, line_words(refusal["line"]), f"{refusal['column']}: {refusal['value']}", refusal["fix"])
            for refusal in found.get("refused_rows", [])
        ]
        lines += [(gone, subject, "", "") for subject in compared.get("gone", [])]
        lines += [
            (changed, change["subject"], change["name"], f"{shown(change['before'])} → {shown(change['after'])}")
            for change in compared.get("changed", [])
        ]
        return lines + [(new, subject, "", "") for subject in compared.get("new", [])]

    @staticmethod
    def mended_words(entry: dict[str, Any], *, own: bool) -> str:
        """What becomes of a damaged cell."""
        if entry["mended"]:
            return translate("Import", "is corrected to {sku}").format(sku=entry["mended"])
        if len(entry["candidates"]) > 1:
            return translate("Import", "was one of {skus}; please correct it in the file").format(skus=", ".join(entry["candidates"]))
        if entry["candidates"]:
            return translate("Import", "was {sku}, it seems").format(sku=entry["candidates"][0])
        if own:
            return translate("Import", "what it was is not known; format the cell as text and type the right value")
        return translate("Import", "what it was is not known; use the file as downloaded")

    def restyle(self) -> None:
        """All words, and what can be done."""
        self.setWindowTitle(translate("Import", "Before this is taken"))
        self.title.setText(f"{self.file.name}: {self.found['name']}" if self.found.get("name") else self.file.name)
        for widget in (self.kind, self.columns):
            widget.setVisible(bool(self.unknown))
        heads = [translate("Import", "Column of the file"), translate("Import", "First rows"), translate("Import", "Is taken for")]
        self.columns.setHorizontalHeaderLabels(heads)
        self.columns.setAccessibleName(translate("Import", "Columns"))
        self.kind.setAccessibleName(translate("Import", "Kind of file"))
        self.changes.setHorizontalHeaderLabels(
            [translate("Import", "What"), translate("Import", "Where"), translate("Import", "Field"), translate("Import", "More")]
        )
        self.changes.setAccessibleName(translate("Import", "What would change"))
        mendable = self.found.get("mendable", 0)
        self.repair.setVisible(bool(mendable))
        self.repair.setEnabled(not self.must)  # with SKUs that are numbers the file is refused as it is
        self.repair.setText(translate("Import", "Correct {count} SKUs of which only one explanation is left").format(count=f"{mendable:,}"))
        self.save.setVisible(bool(self.found.get("refused")))
        self.save.setText(
            translate("Import", "Unread rows go to {file}").format(file=plain.literal(self.refused_file.name))
            if self.refused_file
            else translate("Import", "Save unread rows…")
        )
        rows = self.found.get("rows", 0)
        words = translate("Import", "Take {count} rows")
        build.say_in_place(self.take, words.format(count=f"{rows:,}"), words.format(count=build.MANY))
        self.take.setEnabled(bool(rows))
        self.away.setText(translate("Import", "Take nothing"))
        self.restyle_older()

    def restyle_older(self) -> None:
        """Say that the file is older than the one in place: then taking nothing is what Enter does."""
        days = (self.found.get("compared") or {}).get("older")
        words = translate(
            "Import", "This file (written {written}) is older than the one in place ({in_place}). It would put the shop back."
        )
        self.older.setText(words.format(**days) if days else "")
        self.older.setVisible(bool(days))
        self.take.setStyleSheet("" if days else theme.primary_style())
        self.away.setStyleSheet(theme.primary_style() if days else "")
        self.away.setDefault(bool(days))
        if days:
            self.away.setFocus()


def line_words(line: int) -> str:
    """A line of the file."""
    return translate("Import", "line {line}").format(line=f"{line:,}")


def shown(value: object) -> str:
    """A value before or after."""
    return "–" if value is None else f"{value:,}" if isinstance(value, int) else str(value)

"""The page 配送パターン as a form: a row for each region, three services side by side, and the verdict beside the region."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QWidget

from sellerdesk.domain.finding import MISSING, RANKS, Finding, badness
from sellerdesk.domain.template import TemplateCell
from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.lists.page import Page
from sellerdesk.ui.lists.verdict import verdict_words
from sellerdesk.ui.sfp.promise_strip import PromiseStrip
from sellerdesk.ui.sfp.service_fields import FIELDS, ServiceFields, field_words, region_words, service_words
from sellerdesk.ui.style import icons, plain, theme, tint
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build

if TYPE_CHECKING:
    from sellerdesk.domain.clause import Outcome

SERVICES = ("standard", "expedited", "same_day")
"""The services of the form, from left to right; scheduled ones, and parts of a region, have rows of their own."""
LEAST, REGION_WIDTH, GROWS = 700, 170, QSizePolicy.Policy.Expanding


class TemplateGridPage(Page):
    """The form of one template at a time."""

    def __init__(self, desk: Desk) -> None:
        """No template yet."""
        super().__init__()
        self.desk = desk
        self.cells: list[TemplateCell] = []
        self.rows: list[list[TemplateCell | None]] = []
        self.found: Mapping[str, list[Finding]] = {}
        self.fields: dict[str, ServiceFields] = {}
        self.regions: list[QWidget] = []
        self.verdicts: dict[str, str] = {}
        self.filling = False
        self.how, self.paste = build.label("", wrap=True), build.button("", "sheet", 30)
        self.choice_label, self.choice = build.label(), QComboBox()
        self.choice.setMinimumHeight(32)
        self.choice.setMinimumWidth(260)
        self.count, self.empty = build.label("", bold=True), build.label("", "lead", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.form = QWidget()
        self.grid = QGridLayout(self.form)
        self.grid.setSpacing(0)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.grid.setColumnMinimumWidth(0, REGION_WIDTH)
        for column in range(1, len(SERVICES) + 1):
            self.grid.setColumnStretch(column, 1)
        self.area = build.scrolled(self.form, LEAST, sideways=True)
        self.right, self.hint = build.button("", "ok"), build.label("", "small", wrap=True)
        self.choice.currentIndexChanged.connect(self.fill)
        self.paste.clicked.connect(self.paste_all)
        self.right.clicked.connect(self.put_right)
        self.top = build.box(build.row(self.how, self.paste, margins=(16, 6, 16, 6), grow=self.how))
        head = build.box(build.row(self.choice_label, self.choice, 12, self.count, None, margins=(16, 8, 12, 8)))
        foot = build.box(build.row(self.right, 12, self.hint, margins=(16, 8, 16, 8), grow=self.hint), "window")
        self.promises = PromiseStrip(desk)
        parts = (self.top, head, build.hairline(), self.promises, self.empty, self.area, build.hairline(), foot)
        self.empty.setSizePolicy(GROWS, GROWS)  # it stands in the place of the form, and the bar stays below
        self.setLayout(build.column(*parts, gap=0, grow=self.area))
        desk.follow(lambda: tint.fill_backgrounds("base", head, self))
        desk.on_rows(self.load)
        desk.account_changed.connect(self.fill)
        desk.follow(self.restyle)

    # the template in the form

    def load(self) -> None:
        """Take the templates: those of the shop's offers that are Prime, and those of the sheet."""
        state = self.desk.state
        from sellerdesk.workflows.sfp.templates import names_of

        names = names_of(state.template_cells, state.prime_templates) if state else []
        chosen = plain.chosen(self.choice)
        self.filling = True
        self.choice.clear()
        plain.offer(self.choice, *names)
        self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)))
        self.filling = False
        self.fill()

    def show_only(self, subjects: Collection[str]) -> None:
        """Show the first of some templates."""
        self.choice.setCurrentIndex(max(0, self.choice.findData(next(iter(subjects), ""))))

    def fill(self) -> None:
        """Show the form of the chosen template with its verdicts; fields that are there stay, with the cursor in them."""
        state = self.desk.state
        if self.filling or state is None:
            return
        from sellerdesk.workflows.sfp import templates

        name = plain.chosen(self.choice)
        self.area.setVisible(bool(name))
        self.empty.setVisible(not name)
        self.paste.setEnabled(bool(name))
        self.cells = templates.grid(state.template_cells, name) if name else []
        self.found = templates.marks(self.cells, state.account, state.readings, self.desk.as_of)
        rows = self.in_rows()
        if self.shape(rows) != self.shape(self.rows):
            self.rows = rows
            self.lay_out_rows()
        self.rows = rows
        self.show_rows()
        self.promises.show_cells(self.cells)
        self.say_count()

    def in_rows(self) -> list[list[TemplateCell | None]]:
        """The cells by place, the services from left to right; a scheduled service has a row of its own."""
        rows: dict[tuple[str, str, bool], dict[str, TemplateCell]] = {}
        for cell in self.cells:
            own = cell.service not in SERVICES
            rows.setdefault((cell.region, cell.place, own), {})["standard" if own else cell.service] = cell
        return [[there.get(service) for service in SERVICES] for there in rows.values()]

    @staticmethod
    def shape(rows: Sequence[Sequence[TemplateCell | None]]) -> list[list[str]]:
        """What the fields of the form depend on: the place and service of every cell."""
        return [[f"{cell.region}/{cell.place}/{cell.service}" if cell else "" for cell in row] for row in rows]

    def lay_out_rows(self) -> None:
        """Make the fields anew: titles, then a row for each place with a hairline below it."""
        build.emptied(self.grid)
        self.fields, self.regions = {}, []
        for column, title in enumerate((self.region_head(), *map(self.service_head, SERVICES))):
            self.grid.addWidget(title, 0, column)
        for line, row in enumerate(self.rows):
            region = QWidget()
            region.setLayout(build.row(margins=(16, 4, 8, 4)))
            self.regions.append(region)
            self.grid.addWidget(region, 2 * line + 2, 0)
            for column, cell in enumerate(row):
                if cell is not None:
                    self.grid.addWidget(self.made(cell, line, column), 2 * line + 2, column + 1)
            self.grid.addWidget(build.hairline(), 2 * line + 1, 0, 1, len(SERVICES) + 1)
        self.grid.setRowStretch(2 * len(self.rows) + 2, 1)

    def made(self, cell: TemplateCell, line: int, column: int) -> ServiceFields:
        """The fields of a cell."""
        fields = ServiceFields()
        fields.restyle(cell.place or region_words(cell.region), service_words(cell.service))
        fields.typed.connect(partial(self.take, line, column))
        fields.ticked.connect(partial(self.serve, line, column))
        fields.pasted.connect(partial(self.paste_at, line, column))
        self.fields[self.key(cell)] = fields
        return fields

    @staticmethod
    def key(cell: TemplateCell) -> str:
        """A cell without its template."""
        return f"{cell.region}/{cell.place}/{cell.service}"

    def region_head(self) -> QWidget:
        """The titles over verdicts and regions."""
        verdict, region = translate("Column", "Verdict"), translate("Templates", "Region")
        return build.box(build.row(build.label(f"{verdict} · {region}", "small", "muted"), None, margins=(16, 4, 8, 4)))

    @staticmethod
    def service_head(service: str) -> QWidget:
        """The title of a service, with what the terms want of it."""
        rule = {
            "standard": translate("Templates", "free for Prime members"),
            "expedited": translate("Templates", "1 day to Honshu, Shikoku, Kyushu, 2 elsewhere"),
            "same_day": translate("Templates", "only where the shop may"),
        }[service]
        title = build.row(build.label(service_words(service), bold=True), None, margins=(0, 0, 0, 0))
        fields = " · ".join(map(field_words, FIELDS))
        below = build.label(f"{rule} ({fields})", "small", "muted", wrap=True)
        below.setMinimumWidth(1)  # the fields below say how wide a service is
        return build.box(build.column(title, below, gap=0, margins=(12, 6, 10, 4)))

    def show_rows(self) -> None:
        """Every figure with its mark, and the verdict beside every region."""
        from sellerdesk.workflows.sfp.template_edits import field_at_fault

        self.verdicts = {}
        for region, row in zip(self.regions, self.rows, strict=True):
            for cell in row:
                if cell is not None:
                    worth = sorted((finding for finding in self.found.get(cell.name, []) if finding.outcome != "ok"), key=badness)
                    marks = {field_at_fault(finding): finding for finding in reversed(worth)}
                    self.fields[self.key(cell)].show_cell(cell, marks, self.why(worth))
            self.show_region(region, [cell for cell in row if cell is not None])

    def show_region(self, region: QWidget, row: Sequence[TemplateCell]) -> None:
        """The verdict on a region, its name, and what to do."""
        layout = region.layout()
        if layout is None:
            return
        build.emptied(layout)
        found = sorted((finding for cell in row for finding in self.found.get(cell.name, [])), key=badness)
        outcome: Outcome | Literal[""] = found[0].outcome if found else ""
        name = row[0].place or region_words(row[0].region)
        name += f" · {service_words(row[0].service)}" if row[0].service not in SERVICES else ""
        if outcome == "ok" and any(is_blank(cell) for cell in row):
            outcome = ""  # what is not told is not in order
        some = translate("Templates", "not all filled in") if found else translate("Templates", "not filled in")
        verdict = verdict_words(RANKS[outcome]) if outcome else some
        self.verdicts[f"{row[0].region}/{row[0].place}"] = verdict
        ink = outcome if outcome in ("breach", "check", "advice") else "muted"
        mark = tint.picture(outcome or "minus", outcome or "muted", 18)
        words = build.label(verdict, token=ink, bold=ink != "muted")
        head = build.row(mark, words, build.label(name, "lead", bold=True), None, gap=7)
        why = self.why([finding for finding in found if finding.outcome != "ok"])
        below = [build.label(why, "small", wrap=True)] if why else []
        layout.addWidget(build.box(build.column(head, *below, gap=1)))

    def why(self, found: Sequence[Finding]) -> str:
        """What is wrong, with its clause."""
        from sellerdesk.workflows.terms import rule
        from sellerdesk.writers.words import worded

        worth = [finding for finding in found if finding.case != MISSING] or found[:1]
        texts = (worded(finding, rule(finding.rule), self.desk.lang).text for finding in worth)
        clauses = (f" [{', '.join(finding.clauses)}]" if finding.clauses else "" for finding in worth)
        return " / ".join(dict.fromkeys(text + clause for text, clause in zip(texts, clauses, strict=True)))

    def say_count(self) -> None:
        """How many cells break the terms; the button says how many would be put right."""
        from sellerdesk.workflows.sfp.template_edits import put_right

        wrong = sum(any(finding.outcome == "breach" for finding in findings) for findings in self.found.values())
        self.count.setText(translate("Templates", "{count} cells break the terms").format(count=f"{wrong:,}") if wrong else "")
        tint.colour_text(self.count, "breach")
        count = len(put_right(self.cells, self.found))
        some = translate("Templates", "Put {count} places right").format(count=f"{count:,}")
        self.right.setText(some if count else self.nothing_words(wrong))
        self.right.setEnabled(bool(count))
        self.right.setStyleSheet(theme.primary_style() if count else "")
        self.right.setIcon(icons.icon("ok", "on_accent" if count else "muted"))

    def nothing_words(self, wrong: int) -> str:
        """Why nothing can be put right at a press: all is in order only where all is told, and nothing of it is wrong."""
        if wrong:
            return translate("Templates", "To be put right by hand")
        if not any(map(is_told, self.cells)):
            return translate("Templates", "Nothing is filled in yet")
        lacks = any(map(is_blank, self.cells))
        return translate("Templates", "Nothing to put right so far") if lacks else translate("Templates", "Nothing to put right")

    # what is typed

    def cell_at(self, line: int, column: int) -> TemplateCell | None:
        """The cell of a place in the form."""
        return self.rows[line][column] if line < len(self.rows) else None

    def take(self, line: int, column: int, field: str, text: str) -> None:
        """Keep one figure; what is none is said, and the form shows what stands."""
        cell = self.cell_at(line, column)
        if cell is None:
            return
        from sellerdesk.workflows.sfp.template_edits import with_figure

        after = with_figure(cell, field, text)
        if after is None:
            QTimer.singleShot(0, self, partial(self.refuse, cell, field, text))
        else:
            self.keep([after])

    def serve(self, line: int, column: int, unserved: bool) -> None:  # noqa: FBT001 (of a signal)
        """The place is not served, or it is and its figures are not known."""
        from msgspec.structs import replace

        from sellerdesk.workflows.sfp.template_edits import not_served

        cell = self.cell_at(line, column)
        if cell is not None:
            self.keep([not_served(cell) if unserved else replace(cell, offered="yes")])

    def paste_at(self, line: int, column: int, field: str, text: str) -> None:
        """Fill the form with a table from one field on."""
        from sellerdesk.workflows.sfp.template_edits import pasted

        changed = pasted(text, self.rows, line, column * len(FIELDS) + FIELDS.index(field))
        if changed:
            self.keep(changed)
        else:
            self.desk.said.emit(translate("Templates", "The clipboard holds no table with days and fees of these regions."), "check")

    def paste_all(self) -> None:
        """Fill the form with the table on the clipboard, from the first field on or by the regions that it names."""
        self.paste_at(0, 0, FIELDS[0], QGuiApplication.clipboard().text())

    def put_right(self) -> None:
        """Put the smallest lawful values in place of the wrong ones."""
        from sellerdesk.workflows.sfp.template_edits import put_right

        self.keep(put_right(self.cells, self.found))
        self.desk.said.emit(translate("Templates", "Now change the same in Seller Central's shipping settings. Undo takes it back."), "ok")

    def keep(self, cells: list[TemplateCell]) -> None:
        """Keep some cells, after the field has finished its own event."""
        QTimer.singleShot(0, self, partial(self.put, cells))

    def put(self, cells: list[TemplateCell]) -> None:
        """Keep some cells, and show the verdicts on them."""
        edits.set_template_cells(self.desk, cells)
        self.fill()

    def refuse(self, cell: TemplateCell, field: str, text: str) -> None:
        """Say why a text is no figure; the form shows what stands."""
        edits.set_template_cell(self.desk, cell, field, text)
        self.fill()

    def restyle(self) -> None:
        """Words and colours."""
        self.how.setText(
            translate(
                "Templates",
                "Open Settings ▸ Shipping settings ▸ Shipping templates in Seller Central, and copy days and fees here. A copied table can "
                "be pasted.",
            )
        )
        self.paste.setText(translate("Templates", "Paste table"))
        self.paste.setIcon(icons.icon("sheet"))
        self.choice_label.setText(translate("Templates", "Prime shipping template"))
        self.choice.setAccessibleName(translate("Templates", "Prime shipping template"))
        self.empty.setText(
            translate(
                "Templates",
                "Tick your Prime shipping templates first, or open a sheet of templates (template, region, service, days, fees).",
            )
        )
        self.hint.setText(translate("Templates", "Fees for buyers without Prime are your own affair."))
        for words in (self.choice_label, self.hint, self.empty):
            tint.colour_text(words, "muted")
        tint.fill_background(self.top, "accent_soft")
        build.slim(self.area)
        self.rows = []
        self.fill()


def is_told(cell: TemplateCell) -> bool:
    """Whether anything is told of a cell."""
    return cell.offered == "no" or any(getattr(cell, name) is not None for name in FIELDS)


def is_blank(cell: TemplateCell) -> bool:
    """Whether nothing is told of a cell that the form asks about."""
    beyond = cell.region == "international" and cell.service != "standard"
    return not beyond and cell.offered != "no" and all(getattr(cell, name) is None for name in FIELDS)

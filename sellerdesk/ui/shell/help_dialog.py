"""Help inside the program: first steps and files, the terms with what carries each clause, shortcuts, what changed."""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QTabWidget, QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.shell.help_search import HelpSearch
from sellerdesk.ui.style import theme
from sellerdesk.ui.style.plain_pages import Pages
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build, file_dialogs
from sellerdesk.ui.widgets.dialog import Dialog

WIDTH, HEIGHT = 820, 680
PAGES = ("guide", "terms", "keys", "reference", "changes")


class HelpDialog(Dialog):
    """A window that may stay open beside the work."""

    of_shop = False

    def __init__(self, desk: Desk, parent: QWidget, actions: Sequence[QAction], page: str = PAGES[0]) -> None:
        """Show a page; `actions` are those whose keys are listed."""
        super().__init__(desk, parent)
        self.listed = actions
        self.tabs, self.texts = QTabWidget(), {name: Pages() for name in PAGES}
        for text in self.texts.values():
            text.setFrameShape(QFrame.Shape.NoFrame)
            self.tabs.addTab(text, "")
        self.search = HelpSearch(self.tabs, list(self.texts.values()))
        self.search.take_keys(self)
        self.print, self.away = build.button(), build.button()
        self.print.clicked.connect(self.choose_paper)
        self.away.clicked.connect(self.close)
        for button in (self.print, self.away):
            button.setAutoDefault(False)
        buttons = build.row(self.print, None, self.away)
        self.setLayout(build.column(self.search, self.tabs, buttons, margins=(16, 12, 16, 12), grow=self.tabs))
        self.resize(WIDTH, HEIGHT)
        self.tabs.setCurrentIndex(PAGES.index(page))
        desk.follow_in(self, self.restyle)

    def restyle(self) -> None:
        """All words."""
        self.setWindowTitle(translate("Guide", "Help"))
        self.search.restyle()
        for number, (name, title) in enumerate(page_titles().items()):
            self.tabs.setTabText(number, title)
            self.texts[name].setAccessibleName(title)
            self.texts[name].document().setDefaultFont(theme.font())
            self.texts[name].setHtml(self.makers()[name]())
        self.print.setText(translate("Guide", "Save this page as PDF…"))
        self.away.setText(translate("Guide", "Close"))

    def makers(self) -> dict[str, Callable[[], str]]:
        """What makes each page."""
        return {"guide": self.first_steps, "terms": self.terms, "keys": self.keys, "reference": self.reference, "changes": self.changes}

    def first_steps(self) -> str:
        """The guide."""
        from sellerdesk.workflows.program.guide import guide, lines

        lang = self.desk.lang
        return "".join(head(section.title.in_(lang)) + steps(lines(section.body.in_(lang))) for section in guide().section)

    def terms(self) -> str:
        """Every clause in our words, with what carries it."""
        from sellerdesk.workflows.program.covered import covered

        paragraphs = [
            paragraph(translate("Guide", "Every clause of the two documents in our own words, and what the program does with it."))
        ]
        for title, dated, clauses in covered(self.desk.lang):
            paragraphs.append(head(translate("Guide", "{title}, as of {year}").format(title=title, year=dated)))
            paragraphs += [clause(*row) for row in clauses]
        return "".join(paragraphs)

    def keys(self) -> str:
        """The keys of every action that has some, and those of the lists."""
        listed = [
            (action.text().replace("&", ""), action.shortcut().toString(action.shortcut().SequenceFormat.NativeText))
            for action in self.listed
        ]
        rows = "".join(key_row(words, keys) for words, keys in [*((w, k) for w, k in listed if k), *list_keys()])
        return f"<table cellpadding='5'>{rows}</table>"

    def reference(self) -> str:
        """Every command with its options, and the columns of every file that is read."""
        from sellerdesk.workflows.program.reference import columns, commands

        lang = self.desk.lang
        parts = [head(translate("Guide", "Columns of the files, with the titles by which each is told"))]
        parts += [f"<p><b>{escape(kind)}</b></p>{table(rows)}" for kind, rows in columns(lang)]
        parts.append(head(translate("Guide", "Commands for a terminal")))
        for command in commands():
            options = [(option.name, option.text.in_(lang)) for option in command.option]
            parts.append(f"<p><b>{escape(command.name)}</b><br>{escape(command.text.in_(lang))}</p>{table(options)}")
        return "".join(parts)

    def changes(self) -> str:
        """What every version brought."""
        from sellerdesk.workflows.program.guide import guide, lines

        return "".join(head(change.version) + steps(lines(change.text.in_(self.desk.lang))) for change in guide().change)

    def choose_paper(self) -> None:
        """Ask for a file and write the page in sight."""
        name, _kind = file_dialogs.to_write(self, self.print.text(), translate("Help", "Seller Desk help") + ".pdf", "PDF (*.pdf)")
        if name:
            self.write(name)

    def write(self, name: str) -> None:
        """Write the page in sight as a PDF."""
        from pathlib import Path

        from sellerdesk.ui.paper.pdf import write_pdf

        page = PAGES[self.tabs.currentIndex()]
        lines = self.texts[page].toPlainText().splitlines()
        done = write_pdf(Path(name), page_titles()[page], [line for line in lines if line.strip()])
        lost = translate("Guide", "The file could not be written.")
        self.desk.said.emit(translate("Guide", "Written: {name}").format(name=name) if done else lost, "ok" if done else "breach")


def page_titles() -> dict[str, str]:
    """What the pages are called."""
    return {
        "guide": translate("Guide", "How to use it"),
        "terms": translate("Guide", "Terms covered"),
        "keys": translate("Guide", "Keys"),
        "reference": translate("Guide", "Commands and columns"),
        "changes": translate("Guide", "What changed"),
    }


def list_keys() -> list[tuple[str, str]]:
    """The keys of a list."""
    return [
        (translate("Guide", "In a list: edit the facts of the selected offers"), "F2"),
        (translate("Guide", "In a list: go to the reasons at the right"), translate("Guide", "Space")),
        (translate("Guide", "In a list: copy the selected rows"), "Ctrl+C"),
        (translate("Guide", "In a list: select all rows"), "Ctrl+A"),
        (translate("Guide", "Next and previous control"), "Tab / Shift+Tab"),
    ]


def head(text: str) -> str:
    """A heading."""
    return f"<h3>{escape(text)}</h3>"


def paragraph(text: str) -> str:
    """A paragraph."""
    return f"<p>{escape(text)}</p>"


def steps(lines: Sequence[str]) -> str:
    """Numbered steps."""
    return "<ol>" + "".join(f"<li style='margin-bottom:4px'>{escape(line)}</li>" for line in lines) + "</ol>"


def clause(name: str, text: str, carriers: Sequence[str]) -> str:
    """A clause with what carries it."""
    below = "<br>".join(f"→ {escape(carrier)}" for carrier in carriers)
    return f"<p><b>{escape(name)}</b>&nbsp; {escape(text)}<br><span style='color:{theme.tokens['muted']}'>{below}</span></p>"


def table(rows: Sequence[tuple[str, str]]) -> str:
    """Names with their words beside them."""
    return "<table cellpadding='3'>" + "".join(key_row(words, name) for name, words in rows) + "</table>"


def key_row(words: str, keys: str) -> str:
    """A line of the table of keys."""
    return f"<tr><td><b>{escape(keys)}</b></td><td>{escape(words)}</td></tr>"

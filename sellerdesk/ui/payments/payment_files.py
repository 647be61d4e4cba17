"""The files of the page 入出金: the claim pack, all rows, and what goes into the books."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from sellerdesk.ui.desk import commands
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.lists.action_bar import BarButton, Buttons
from sellerdesk.ui.style.month_words import month_words
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build, file_dialogs


class PaymentFiles:
    """The buttons of the page's bar, and what they write by the program's own commands beside the window."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        """No claims yet."""
        self.desk, self.page = desk, page
        self.left_out: AbstractSet[str] = frozenset()
        self.month = ""
        self.claims, self.save, self.books = build.button(), build.button(), build.button()
        self.claims.clicked.connect(self.save_claims)
        self.save.clicked.connect(self.export)

    def buttons(self) -> Buttons:
        """The page's job is the claim pack."""
        return Buttons(BarButton(self.claims, "save"), [BarButton(self.books, "document"), BarButton(self.save, "save")])

    def restyle(self) -> None:
        """Words, and the forms for the books."""
        self.save.setText(translate("Payments", "Save all rows…"))
        self.books.setText(translate("Payments", "For the books…"))
        self.books.setMenu(self.books_menu())

    def show_claims(self, orders: AbstractSet[str], left_out: AbstractSet[str]) -> None:
        """How many orders the claim pack holds; none without one."""
        self.left_out = left_out
        count = len(orders - left_out)
        words, none = translate("Payments", "Save payment claims ({count})…"), translate("Payments", "Save payment claims…")
        build.say_in_place(self.claims, words.format(count=f"{count:,}") if count else none, words.format(count=build.MANY))
        self.claims.setEnabled(bool(count))

    def save_claims(self) -> None:
        """Ask for the claim pack's name and have it written."""
        without = [part for order in sorted(self.left_out) for part in ("--without", order)]
        suggested = file_dialogs.dated(translate("Payments", "Claims from payments"), self.desk.as_of, ".xlsx")
        self.write(["payment-claims", *without], suggested, translate("Payments", "Excel workbook (*.xlsx)"))

    def save_books(self, form: str, month: str) -> None:
        """Ask for the name of a file for the books and have it written: of a month ("2026-07"), or of all ("")."""
        name = "_".join(filter(None, (translate("Payments", "Payments for the books"), form, month)))
        of_month = ["--month", month] if month else []
        self.write(["payments", "--form", form, *of_month], file_dialogs.dated(name, self.desk.as_of, ".csv"), "CSV (*.csv)")

    def export(self) -> None:
        """Ask for the name of the table of all rows and have it written."""
        kinds = translate("Payments", "Excel workbook (*.xlsx);;CSV (*.csv)")
        suggested = file_dialogs.dated(translate("Payments", "All payment rows"), self.desk.as_of, ".xlsx")
        self.write(["payments", "--by", "row"], suggested, kinds)

    def write(self, what: Sequence[str], suggested: str, kinds: str) -> None:
        """Ask for a file's name and have it written beside the window."""
        name, _kind = file_dialogs.to_write(self.page, translate("Payments", "Save payments"), suggested, kinds)
        if name:
            work = translate("Payments", "Writing {file}").format(file=Path(name).name)
            self.desk.run(work, commands.export(self.desk.as_of, *what, file=name), file=Path(name))

    def books_menu(self) -> QMenu:
        """The forms for the books, each of the month that is looked at and of all: a month that was booked is not to be booked again."""
        menu = QMenu(self.page)
        forms = (
            ("freee", translate("Payments", "freee (deals)")),
            ("yayoi", translate("Payments", "Yayoi (journal)")),
            ("csv", translate("Payments", "Plain CSV by month, kind and tax rate")),
        )
        for month, of_month in ((self.month, month_words(self.month) if self.month else ""), ("", translate("Payments", "all months"))):
            for form, words in forms if of_month else ():
                menu.addAction(f"{words}: {of_month}…", partial(self.save_books, form, month))
            menu.addSeparator()
        return menu

    def show_month(self, month: str) -> None:
        """Offer the files of another month ("2026-07")."""
        self.month = month
        self.books.setMenu(self.books_menu())

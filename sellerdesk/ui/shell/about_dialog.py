"""Which program this is, where its data lies, and what it is made of with whose licences."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from sellerdesk import __version__, assets
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style import icons, plain
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build
from sellerdesk.ui.widgets.dialog import Dialog

WIDTH, HEIGHT = 660, 560
ICON = 64
"""Pixels at 100%."""


class AboutDialog(Dialog):
    """A window that may stay open beside the work."""

    of_shop = False

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Say it all."""
        super().__init__(desk, parent)
        picture = plain.Label()
        picture.setPixmap(icons.alone("sellerdesk", "accent", ICON, self.devicePixelRatioF()))
        self.name, self.what = build.label("", "title", bold=True), build.label("", wrap=True)
        self.where, self.folder = build.label("", bold=True), build.label(str(desk.folder), wrap=True)
        self.terms, self.licences = build.label("", bold=True), QPlainTextEdit()
        self.licences.setReadOnly(True)
        self.licences.setTabChangesFocus(True)
        self.open_data, self.away = build.button(), build.button()
        self.open_data.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(desk.folder))))
        self.away.clicked.connect(self.close)
        words = build.column(self.name, self.what, gap=4)
        head = build.row(picture, 16, words, grow=words)
        foot = build.row(self.open_data, None, self.away)
        rows = (head, 8, self.where, self.folder, 8, self.terms, self.licences, foot)
        self.setLayout(build.column(*rows, margins=(20, 16, 20, 16), grow=self.licences))
        self.resize(WIDTH, HEIGHT)
        desk.follow_in(self, self.restyle)

    def restyle(self) -> None:
        """All words."""
        self.setWindowTitle(translate("About", "About Seller Desk"))
        self.name.setText(translate("About", "Seller Desk {version}").format(version=__version__))
        self.what.setText(translate("About", "An offline assistant for small shops on Amazon.co.jp. Not made or endorsed by Amazon."))
        self.where.setText(translate("About", "Data folder: shops, backups, settings"))
        self.terms.setText(translate("About", "Licences"))
        self.licences.setAccessibleName(self.terms.text())
        self.licences.setPlainText(licence_words())
        self.open_data.setText(translate("About", "Open data folder"))
        self.away.setText(translate("About", "Close"))


def licence_words() -> str:
    """Our licence and Qt's in a sentence; then, in a built program, the texts that came with it."""
    own = translate("About", "Seller Desk is under the MIT licence. Its window is made with Qt for Python, which is under the LGPL 3.")
    texts = assets.licences()
    if not texts:
        return own + "\n\n" + translate("About", "The licence of every other part lies beside it, where it was installed.")
    whole = translate("About", "All texts lie in {folder}").format(folder=texts[0].parent)
    return "\n\n".join([own, whole, *(text.read_text(encoding="utf-8") for text in texts)])

"""Which folder is watched for reports, if any."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.shop.inbox import Inbox
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build, file_dialogs
from sellerdesk.ui.widgets.dialog import Dialog
from sellerdesk.ui.widgets.wrapping_row import Flow

WIDTH = 560


class WatchedFolderDialog(Dialog):
    """Chooses the folder; nothing in it is ever read into the shop without its preview."""

    of_shop = False

    def __init__(self, desk: Desk, parent: QWidget, inbox: Inbox) -> None:
        """Say what is watched now."""
        super().__init__(desk, parent)
        self.inbox = inbox
        self.title, self.text = build.label("", "title", bold=True), build.label("", wrap=True)
        self.now = build.label("", bold=True, wrap=True)
        self.downloads, self.other, self.none, self.away = build.button(), build.button(), build.button(), build.button()
        self.downloads.clicked.connect(lambda: self.choose(file_dialogs.standard_folder("DownloadLocation")))
        self.other.clicked.connect(self.ask)
        self.none.clicked.connect(lambda: self.choose(None))
        self.away.clicked.connect(self.close)
        choices = QWidget()
        line = Flow(choices, gap=8)
        for button in (self.downloads, self.other, self.none):
            line.addWidget(button)
        foot = build.row(None, self.away)
        self.setLayout(build.column(self.title, self.text, 8, self.now, choices, 8, foot, margins=(20, 16, 20, 16)))
        self.setMinimumWidth(WIDTH)
        desk.follow_in(self, self.restyle)

    def ask(self) -> None:
        """Ask for another folder."""
        begin = self.desk.settings.folder("watched") or file_dialogs.standard_folder("DownloadLocation")
        name = file_dialogs.folder(self, translate("Inbox", "Folder to watch"), str(begin))
        if name:
            self.choose(Path(name))

    def choose(self, folder: Path | None) -> None:
        """Watch a folder, or none, and say so."""
        self.inbox.choose(folder)
        self.restyle()

    def restyle(self) -> None:
        """All words."""
        watched = self.inbox.arrivals.folder if self.inbox.arrivals is not None else None
        self.setWindowTitle(translate("Inbox", "Watch a folder"))
        self.title.setText(translate("Inbox", "Watch a folder for new reports"))
        self.text.setText(
            translate(
                "Inbox",
                "A report that lands in this folder, such as a download of your browser, is shown to you with what it would change. "
                "Nothing is taken until you press the button there.",
            )
        )
        self.now.setText(
            translate("Inbox", "Watched now: {folder}").format(folder=watched)
            if watched is not None
            else translate("Inbox", "No folder is watched now.")
        )
        self.downloads.setText(translate("Inbox", "Watch the downloads"))
        self.downloads.setEnabled(file_dialogs.standard_folder("DownloadLocation") != Path.home())  # there is no such folder
        self.other.setText(translate("Inbox", "Another folder…"))
        self.none.setText(translate("Inbox", "Watch nothing"))
        self.none.setEnabled(watched is not None)
        self.away.setText(translate("Inbox", "Close"))
        (self.away if watched is not None else self.downloads).setDefault(True)

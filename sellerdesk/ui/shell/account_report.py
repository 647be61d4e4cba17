"""The account report as a PDF, or looked at before it is printed; the program's own command makes it beside the window."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QWidget

from sellerdesk.ui.desk import commands
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.tasks import Child
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import file_dialogs

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog


WIDTH, HEIGHT = 900, 1000
FRAME = QSize(40, 80)
"""What of the screen stays free around the preview: its title bar, which has the button that closes it, and the edges."""


class AccountReport(QObject):
    """One report at a time."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        """Nothing is under way."""
        super().__init__(parent)
        self.desk, self.window, self.child = desk, parent, Child(self)
        self.shown: QPrintPreviewDialog | None = None
        self.printer: QPrinter | None = None
        self.child.done.connect(self.take)
        self.child.failed.connect(lambda sentence: desk.said.emit(sentence.splitlines()[-1] if sentence else "", "breach"))

    def save(self) -> None:
        """Ask for a file and write the report as a PDF."""
        title = translate("Printing", "Save the account report")
        suggested = file_dialogs.dated(translate("Report", "Account report"), self.desk.as_of, ".pdf")
        name, _kind = file_dialogs.to_write(self.window, title, suggested, "PDF (*.pdf)")
        if name:
            self.write(Path(name) if name.casefold().endswith(".pdf") else Path(name + ".pdf"))

    def write(self, file: Path) -> None:
        """Write the report as a PDF."""
        work = translate("Printing", "Writing the account report")
        self.desk.run(work, commands.export(self.desk.as_of, "account-report", file=file), file=file)

    def preview(self) -> None:
        """Have the report made, and show how it prints."""
        self.child.start(self.desk.command(commands.export(self.desk.as_of, "account-report")))

    def take(self, answer: dict[str, Any]) -> None:
        """Show the pages."""
        import msgspec
        from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog

        from sellerdesk.ui.paper.document_paper import draw
        from sellerdesk.writers.document import Document

        document: Document = msgspec.convert(answer["document"], Document)
        self.printer = QPrinter()  # the dialog does not keep it, and paints on it after we return
        dialog = QPrintPreviewDialog(self.printer, self.window, Qt.WindowType.Window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(translate("Printing", "Print the account report"))
        dialog.paintRequested.connect(lambda printer: draw(document, printer))
        room = self.window.screen().availableSize() - FRAME
        dialog.resize(QSize(WIDTH, HEIGHT).boundedTo(room))
        self.desk.shop_left.connect(dialog.close)
        self.shown = dialog
        dialog.show()

    def stop(self) -> None:
        """Stop what is under way."""
        self.child.cancel()

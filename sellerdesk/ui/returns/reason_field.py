"""What a report's own words for a reason mean: a list of the reason table's rows, and a button that keeps the answer."""

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QVBoxLayout

from sellerdesk.ui.desk import edits
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.lists.verdict import add_section
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import build


def add(content: QVBoxLayout, desk: Desk, written: str) -> None:
    """Take which row of the reason table a report's words mean; it is asked once and remembered."""
    from sellerdesk.workflows.returns.reasons import reasons_on

    add_section(content, translate("Returned", "“{words}” means").format(words=written))
    choice, button = QComboBox(), build.button(translate("Returned", "Keep this meaning"), height=32)
    choice.setAccessibleName(translate("Returned", "Row of the reason table"))
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(12)
    choice.setMinimumHeight(32)
    choice.addItem(translate("Returned", "Choose…"), "")
    for reason in reasons_on(desk.as_of):
        choice.addItem(f"{reason.row}  {reason.en if desk.lang == 'en' else reason.ja}", str(reason.row))
    button.setEnabled(False)
    choice.currentIndexChanged.connect(lambda at: button.setEnabled(at > 0))
    button.clicked.connect(lambda: QTimer.singleShot(0, desk, partial(edits.teach_reason, desk, written, str(choice.currentData()))))
    content.addWidget(choice)
    content.addLayout(build.row(button, None))

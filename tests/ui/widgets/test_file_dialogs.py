"""The dialog for files that Qt draws itself, where a desktop has none: it speaks the window's language, all of it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QTreeView
from pytestqt.qtbot import QtBot

from sellerdesk.ui.widgets.file_dialogs import LACKING
from tests.ui.conftest import Opened


def test_qts_own_dialog_for_files_is_japanese_in_a_japanese_window(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    opened(lang="ja")
    dialog = QFileDialog(None, "保存", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    (tmp_path / "folder").mkdir()
    dialog.show()
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    tree = dialog.findChild(QTreeView)
    assert tree is not None
    qtbot.waitUntil(lambda: tree.model().rowCount(tree.rootIndex()) > 0)
    kind = tree.model().index(0, 2, tree.rootIndex()).data(Qt.ItemDataRole.DisplayRole)
    assert all(text and not text.isascii() for text in [*labels, kind]), (labels, kind)
    lacking = [(context, str(text)) for context, texts in LACKING.items() for text in texts]
    assert [pair for pair in lacking if QCoreApplication.translate(*pair).isascii()] == []

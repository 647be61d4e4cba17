"""The way to the figures: the list of them, and fact packs that bring new ones."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import file_dialogs

ENDING = ".toml"


def show_figures(desk: Desk, window: QWidget) -> None:
    """List every figure in force with its source and its age."""
    from sellerdesk.ui.shell.figures_dialog import FiguresDialog

    FiguresDialog(desk, window).show()


def choose_pack(desk: Desk, window: QWidget) -> None:
    """Ask for a fact pack and show what it changes."""
    title, kinds = translate("Window", "Take in new figures"), translate("Window", "Fact packs (*.toml)")
    name, _kind = file_dialogs.to_read(window, title, kinds)
    if name:
        show_pack(desk, window, Path(name))


def show_pack(desk: Desk, window: QWidget, file: Path) -> None:
    """Show what a fact pack changes."""
    from sellerdesk.ui.shell.pack_dialog import PackDialog

    PackDialog(desk, window, file).show()

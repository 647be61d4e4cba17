"""Moving house in the window: the shop goes out as one file, and one that comes in takes its place only when asked."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from sellerdesk.paths import MOVED_SHOP
from sellerdesk.ui.desk import commands
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.desk.shops import shop_words
from sellerdesk.ui.style import plain
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import file_dialogs


def move_out(desk: Desk, window: QWidget) -> None:
    """Ask for a name and write the whole shop into it."""
    kinds = translate("Moving", "Seller Desk shop (*.sellerdesk)")
    title = translate("Moving", "Move this shop to another computer")
    name, _kind = file_dialogs.to_write(window, title, file_dialogs.dated(shop_words(desk), desk.as_of, MOVED_SHOP), kinds)
    if name:
        words = translate("Moving", "Writing the whole shop into one file")
        desk.run(words, commands.move_out(Path(name)), done=partial(say_moved_out, desk))


def choose_to_move_in(desk: Desk, window: QWidget) -> None:
    """Ask for the file of a shop and take it in."""
    kinds = translate("Moving", "Seller Desk shop (*.sellerdesk)")
    name, _kind = file_dialogs.to_read(window, translate("Moving", "Take in a shop from another computer"), kinds)
    if name:
        move_in(desk, window, Path(name))


def move_in(desk: Desk, window: QWidget, file: Path) -> None:
    """Take a shop in; when there is one here already, only after a yes."""
    from sellerdesk.workflows.shop.first_rows import is_lost

    if desk.demo:
        desk.use_demo(demo=False)
    lost = is_lost(desk.store)
    if not desk.has_shop() and not lost:
        take(desk, file, replace=False)
        return
    gone = translate("Moving", "The shop's file is empty or gone, but there are backups of it. Put the one from {file} in its place?")
    here = translate("Moving", "There is a shop on this computer already. Put the one from {file} in its place?")
    text = (gone if lost else here).format(file=file.name)
    safe = translate("Moving", "The shop as it is now is backed up first, and can be put back from the list of backups.")
    box = plain.question(translate("Moving", "Take in a shop from another computer"), text, "" if lost else safe)
    yes = box.addButton(translate("Moving", "Put it in its place"), box.ButtonRole.AcceptRole)
    no = box.addButton(translate("Moving", "Leave all as it is"), box.ButtonRole.RejectRole)
    box.setDefaultButton(no)
    box.setParent(window, box.windowFlags())
    yes.clicked.connect(lambda: take(desk, file, replace=True))
    box.open()


def take(desk: Desk, file: Path, *, replace: bool) -> None:
    """Let the child take it in and look through it."""
    desk.run(translate("Moving", "Taking in a shop"), commands.move_in(file, replace=replace), done=partial(say_moved_in, desk))


def say_moved_out(desk: Desk, answer: dict[str, Any]) -> None:
    """Say where the whole shop is."""
    words = translate("Keeping", "The whole shop is in {file}. Open it with Seller Desk on the other computer.")
    desk.said.emit(words.format(file=answer["moved_out"]), "ok")


def say_moved_in(desk: Desk, answer: dict[str, Any]) -> None:
    """Say that the shop is here and whole."""
    words = translate("Keeping", "The shop came in, and all of its {rows} rows were found whole.")
    desk.said.emit(words.format(rows=f"{answer['moved_in']['rows']:,}"), "ok")

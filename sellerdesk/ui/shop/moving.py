"""Moving house in the window: the shop goes out as one file, and one that comes in takes its place only when asked."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from sellerdesk.paths import MOVED_SHOP
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style import plain
from sellerdesk.ui.style.translate import translate
from sellerdesk.ui.widgets import file_dialogs


def move_out(desk: Desk, window: QWidget) -> None:
    """Ask for a name and write the whole shop into it."""
    kinds = translate("Moving", "Seller Desk shop (*.sellerdesk)")
    title = translate("Moving", "Move this shop to another computer")
    name, _kind = file_dialogs.to_write(window, title, file_dialogs.dated(translate("Moving", "My shop"), desk.as_of, MOVED_SHOP), kinds)
    if name:
        file = Path(name) if name.lower().endswith(MOVED_SHOP) else Path(name + MOVED_SHOP)
        desk.run(translate("Moving", "Writing the whole shop into one file"), ["move-out", "--json", "--", file])


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
        take(desk, file, [])
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
    yes.clicked.connect(lambda: take(desk, file, ["--replace"]))
    box.open()


def take(desk: Desk, file: Path, options: list[str]) -> None:
    """Let the child take it in and look through it."""
    desk.run(translate("Moving", "Taking in a shop"), ["move-in", *options, "--json", "--", file])

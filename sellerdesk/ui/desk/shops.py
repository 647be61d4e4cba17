"""The owner's shops in the data folder: what the one at hand is called, which there are, and going to another."""

from pathlib import Path

from sellerdesk.paths import DEFAULT_SHOP, is_shop, store_of
from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.style.translate import translate


def shop_words(desk: Desk) -> str:
    """What the shop at hand is called; the first one has no name of its own."""
    return translate("Window", "Demo shop") if desk.demo else own_words(desk.settings.get("shop"))


def own_words(name: str) -> str:
    """What one of the owner's shops is called."""
    return translate("Window", "My shop") if name == DEFAULT_SHOP else name


def paper_name(desk: Desk) -> str:
    """The name that stands on paper; "" for the first shop, which has none."""
    return "" if not desk.demo and desk.settings.get("shop") == DEFAULT_SHOP else str(shop_words(desk))


def own_shops(folder: Path) -> list[str]:
    """The names of the shops that a data folder holds, the first one before the others."""
    there = [file.stem for file in store_of(DEFAULT_SHOP, folder).parent.glob("*.db") if is_shop(file.stem)]
    return sorted(there, key=lambda name: (name != DEFAULT_SHOP, name))


def go_to(desk: Desk, name: str) -> None:
    """Go to one of the owner's shops: dialogs about another close, its work stops, and all pages are filled anew."""
    desk.shop_left.emit()
    if desk.demo:
        desk.use_demo(demo=False)
    desk.settings.put("shop", name)
    desk.stores.clear()
    if desk.child.running:
        desk.cancel()
    else:
        desk.said.emit("", "")
        desk.load()

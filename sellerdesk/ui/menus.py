"""The menus: every action with its words and its keys."""

import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from sellerdesk.ui import answers, moving
from sellerdesk.ui.pages import PAGES
from sellerdesk.ui.translate import LANGUAGES, japanese, translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from sellerdesk.ui.dialogs.palette import Entry
    from sellerdesk.ui.main_window import MainWindow

Translate = Callable[[str, str], str]
THEMES = ("system", "light", "dark")


class Menus:
    """The menu bar of a window; `actions` holds every action by name."""

    def __init__(self, window: "MainWindow") -> None:
        """Fill the window's menu bar; words come with `dress`."""
        self.window, self.desk = window, window.desk
        self.actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {name: window.menuBar().addMenu("") for name in ("file", "edit", "view", "shop", "help")}
        self.add("file", "open", window.choose_report, QKeySequence.StandardKey.Open)
        self.add("file", "export", lambda: window.exporting.ask(window.listed()), "Ctrl+E")
        self.add("file", "report", lambda: window.printing.save())  # noqa: PLW0108 (it is made when it is asked for)
        self.add("file", "print", lambda: window.printing.preview(), QKeySequence.StandardKey.Print)  # noqa: PLW0108 (as above)
        self.menus["file"].addSeparator()
        self.add("file", "backups", window.show_backups)
        self.add("file", "move_out", partial(moving.move_out, window))
        self.add("file", "move_in", partial(moving.choose_to_move_in, window))
        self.menus["file"].addSeparator()
        self.add("file", "quit", window.close, QKeySequence.StandardKey.Quit)
        self.add("edit", "undo", lambda: answers.undo(self.desk), QKeySequence.StandardKey.Undo)
        self.add("edit", "redo", lambda: answers.undo(self.desk, back=False), QKeySequence.StandardKey.Redo)
        self.add("edit", "history", window.show_history)
        for number in range(window.tabs.count()):
            self.add("view", f"tab_{number}", partial(window.tabs.setCurrentIndex, number), QKeySequence(f"Ctrl+{number + 1}"))
        self.add("view", "search", window.search.setFocus, QKeySequence.StandardKey.Find)
        self.add("view", "palette", window.show_palette, "Ctrl+K")
        self.add("view", "columns", window.show_columns, "Ctrl+L")
        self.menus["view"].addSeparator()
        self.add("view", "larger", partial(self.desk.zoom, 1), QKeySequence.StandardKey.ZoomIn)
        self.add("view", "smaller", partial(self.desk.zoom, -1), QKeySequence.StandardKey.ZoomOut)
        self.add("view", "natural", partial(self.desk.zoom, 0), "Ctrl+0")
        self.menus["view"].addSeparator()
        self.choice("language", list(LANGUAGES), lambda lang: self.desk.dress(lang=lang))
        self.choice("theme", list(THEMES), lambda choice: self.desk.dress(theme_choice=choice))
        self.add("shop", "demo", window.switch_shop)
        self.add("shop", "fix_central", lambda: window.points.preview("points-central"))
        self.add("shop", "fix_price", lambda: window.points.preview("price-file"))
        self.menus["shop"].addSeparator()
        self.add("shop", "templates", window.ask_templates)
        self.add("shop", "facts", window.export_facts)
        self.add("shop", "judge", self.desk.judge, QKeySequence.StandardKey.Refresh)
        self.add("help", "guide", window.show_guide, QKeySequence.StandardKey.HelpContents)
        self.add("help", "tour", window.show_tour)
        self.add("help", "terms", partial(window.show_guide, "terms"))
        self.add("help", "keys", partial(window.show_guide, "keys"))
        self.add("help", "changes", partial(window.show_guide, "changes"))
        self.menus["help"].addSeparator()
        self.add("help", "passages", window.show_passages)
        self.add("help", "texts", window.show_texts)
        self.menus["help"].addSeparator()
        self.add("help", "support", window.save_support)
        self.add("help", "about", window.about)

    def add(
        self, menu: str, name: str, act: Callable[[], object], keys: QKeySequence | QKeySequence.StandardKey | str | None = None
    ) -> None:
        """An action in a menu."""
        action = QAction(self.window)
        action.triggered.connect(lambda _on=False: act())
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        self.menus[menu].addAction(action)
        self.window.addAction(action)  # its keys work while the menu bar is hidden, too
        self.actions[name] = action

    def choice(self, name: str, values: list[str], act: Callable[[str], None]) -> None:
        """A submenu of which one entry is ticked."""
        self.menus[name] = self.menus["view"].addMenu("")
        group = QActionGroup(self.window)
        for value in values:
            action = group.addAction(QAction(self.window))
            action.setCheckable(True)
            action.triggered.connect(lambda _on=False, value=value: act(value))
            self.menus[name].addAction(action)
            self.actions[f"{name}_{value}"] = action

    def dress(self) -> None:
        """All words, and which language and theme are ticked."""
        for name, title in menu_words().items():
            self.menus[name].setTitle(title)
        for name, words in action_words().items():
            self.actions[name].setText(words)
        for name, value in (("language", self.desk.lang), ("theme", self.desk.theme)):
            self.actions[f"{name}_{value}"].setChecked(True)


def english(_context: str, text: str) -> str:
    """Words as they stand in the code."""
    return text


def entries(window: "MainWindow") -> list["Entry"]:
    """What can be done now, with its words in both languages: every action, every page."""
    from sellerdesk.ui.dialogs.palette import Entry

    both = (english, japanese())
    told = [action_words(one) for one in both]
    shown = []
    for name, action in window.menus.actions.items():
        if action.isEnabled():
            keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
            shown.append(Entry(plain(action.text()), " ".join(words.get(name, "") for words in told), keys, action.trigger))
    for tab, pages in enumerate(PAGES):
        for page in pages:
            ways = [f"{tab_words(one)[tab]} {page_words(page, one)}" for one in both]
            shown.append(Entry(f"{tab_words()[tab]} › {page_words(page)}", " ".join(ways), "", partial(window.show_page, page)))
    return shown


def plain(text: str) -> str:
    """The words of a menu entry without its marks."""
    return re.sub(r"\(&\w\)|&|…$", "", text)


def tab_words(translate: Translate = translate) -> tuple[str, ...]:
    """What the tabs are called."""
    return translate("Window", "Today"), translate("Window", "Points"), translate("Window", "SFP"), translate("Window", "Returns")


def page_words(page: str, translate: Translate = translate) -> str:
    """What a page is called."""
    return {
        "today": translate("Window", "Overview"),
        "points": translate("Window", "Offers"),
        "orders": translate("Window", "Cashless orders"),
        "sfp": translate("Window", "Offers"),
        "shipments": translate("Window", "Shipments"),
        "templates": translate("Window", "Shipping templates"),
        "duties": translate("Window", "Obligations"),
        "returns": translate("Window", "Calculator"),
        "returned": translate("Window", "Returns report"),
        "deadlines": translate("Window", "Deadlines"),
        "analysis": translate("Window", "Analysis"),
        "tariffs": translate("Window", "Tariffs"),
    }[page]


def menu_words(translate: Translate = translate) -> dict[str, str]:
    """What the menus are called."""
    return {
        "file": translate("Window", "&File"),
        "edit": translate("Window", "&Edit"),
        "view": translate("Window", "&View"),
        "shop": translate("Window", "&Shop"),
        "help": translate("Window", "&Help"),
        "language": translate("Window", "Language"),
        "theme": translate("Window", "Appearance"),
    }


def action_words(translate: Translate = translate) -> dict[str, str]:
    """What every action is called, but for the one that goes to the demo shop and back."""
    return {
        "open": translate("Window", "Open report…"),
        "backups": translate("Window", "Backups…"),
        "move_out": translate("Window", "Move to another computer…"),
        "move_in": translate("Window", "Take in from another computer…"),
        "export": translate("Window", "Export the list…"),
        "report": translate("Window", "Account report as PDF…"),
        "print": translate("Window", "Print the account report…"),
        "quit": translate("Window", "Quit"),
        **{f"tab_{number}": words for number, words in enumerate(tab_words(translate))},
        "search": translate("Window", "Search"),
        "palette": translate("Window", "Find an action…"),
        "columns": translate("Window", "Views and columns…"),
        "larger": translate("Window", "Larger letters"),
        "smaller": translate("Window", "Smaller letters"),
        "natural": translate("Window", "Default text size"),
        **{f"language_{lang}": name for lang, name in LANGUAGES.items()},
        "theme_system": translate("Window", "As the system"),
        "theme_light": translate("Window", "Light"),
        "theme_dark": translate("Window", "Dark"),
        "fix_central": translate("Window", "Fix file: list for Points Central…"),
        "fix_price": translate("Window", "Fix file: price and quantity…"),
        "templates": translate("Window", "Prime shipping templates…"),
        "facts": translate("Window", "Write the facts about items…"),
        "judge": translate("Window", "Check every offer again"),
        "history": translate("Window", "Who changed what when…"),
        "guide": translate("Window", "How to use it…"),
        "tour": translate("Window", "Show me around"),
        "terms": translate("Window", "Terms covered…"),
        "keys": translate("Window", "Keys…"),
        "changes": translate("Window", "What changed…"),
        "passages": translate("Window", "Unclear passages…"),
        "texts": translate("Window", "Replies and notes…"),
        "support": translate("Window", "Write a file for support…"),
        "about": translate("Window", "About Seller Desk"),
    }

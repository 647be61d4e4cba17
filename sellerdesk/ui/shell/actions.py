"""The actions of the menus: one row for each, with its words and its keys. What an action does is given by the window."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from sellerdesk.ui.desk.desk import Desk
from sellerdesk.ui.shell.pages import PAGES, page_words, tab_words
from sellerdesk.ui.style.translate import LANGUAGES, english, japanese, translate

Translate = Callable[[str, str], str]
Words = Callable[[Translate], str]
Key = QKeySequence.StandardKey
THEMES = ("system", "light", "dark")


class Row(NamedTuple):
    """An action: its menu and name, what it is called, its keys, and whether a line stands above it."""

    menu: str
    name: str
    words: Words
    keys: Key | str = ""
    apart: bool = False


# To add an action: one row here, and what it does under the same name in MainWindow.deeds.
ROWS = (
    Row("file", "open", lambda translate: translate("Window", "Open report…"), Key.Open),
    Row("file", "watch", lambda translate: translate("Window", "Watch a folder for reports…")),
    Row("file", "export", lambda translate: translate("Window", "Export the list…"), "Ctrl+E"),
    Row("file", "report", lambda translate: translate("Window", "Account report as PDF…")),
    Row("file", "print", lambda translate: translate("Window", "Print the account report…"), Key.Print),
    Row("file", "backups", lambda translate: translate("Window", "Backups…"), apart=True),
    Row("file", "move_out", lambda translate: translate("Window", "Move to another computer…")),
    Row("file", "move_in", lambda translate: translate("Window", "Take in from another computer…")),
    Row("file", "quit", lambda translate: translate("Window", "Quit"), Key.Quit, apart=True),
    Row("edit", "undo", lambda translate: translate("Window", "Undo"), Key.Undo),
    Row("edit", "redo", lambda translate: translate("Window", "Redo"), Key.Redo),
    Row("edit", "history", lambda translate: translate("Window", "Who changed what when…")),
    Row("view", "tab_0", lambda translate: tab_words(translate)[0], "Ctrl+1"),
    Row("view", "tab_1", lambda translate: tab_words(translate)[1], "Ctrl+2"),
    Row("view", "tab_2", lambda translate: tab_words(translate)[2], "Ctrl+3"),
    Row("view", "tab_3", lambda translate: tab_words(translate)[3], "Ctrl+4"),
    Row("view", "search", lambda translate: translate("Window", "Search"), Key.Find),
    Row("view", "palette", lambda translate: translate("Window", "Find an action…"), "Ctrl+K"),
    Row("view", "columns", lambda translate: translate("Window", "Views and columns…"), "Ctrl+L"),
    Row("view", "larger", lambda translate: translate("Window", "Larger letters"), Key.ZoomIn, apart=True),
    Row("view", "smaller", lambda translate: translate("Window", "Smaller letters"), Key.ZoomOut),
    Row("view", "natural", lambda translate: translate("Window", "Default text size"), "Ctrl+0"),
    Row("shop", "demo", lambda translate: translate("Window", "Try the demo shop")),
    Row("shop", "fix_central", lambda translate: translate("Window", "Fix file: list for Points Central…")),
    Row("shop", "fix_price", lambda translate: translate("Window", "Fix file: price and quantity…")),
    Row("shop", "templates", lambda translate: translate("Window", "Prime shipping templates…"), apart=True),
    Row("shop", "imports", lambda translate: translate("Window", "What was imported; take an import away…"), apart=True),
    Row("shop", "facts", lambda translate: translate("Window", "Write the facts about items…")),
    Row("shop", "judge", lambda translate: translate("Window", "Check every offer again"), Key.Refresh),
    Row("help", "guide", lambda translate: translate("Window", "How to use it…"), Key.HelpContents),
    Row("help", "tour", lambda translate: translate("Window", "Show me around")),
    Row("help", "terms", lambda translate: translate("Window", "Terms covered…")),
    Row("help", "keys", lambda translate: translate("Window", "Keys…")),
    Row("help", "changes", lambda translate: translate("Window", "What changed…")),
    Row("help", "figures", lambda translate: translate("Window", "Where the figures come from…"), apart=True),
    Row("help", "packs", lambda translate: translate("Window", "Take in new figures…")),
    Row("help", "passages", lambda translate: translate("Window", "Unclear passages…"), apart=True),
    Row("help", "texts", lambda translate: translate("Window", "Replies and notes…")),
    Row("help", "support", lambda translate: translate("Window", "Write a file for support…"), apart=True),
    Row("help", "about", lambda translate: translate("Window", "About Seller Desk")),
)
RENAMED = ("undo", "redo", "demo")
"""Actions that the window calls by what they would do now."""
CHOICES: Mapping[str, Words] = {
    "theme_system": lambda translate: translate("Window", "As the system"),
    "theme_light": lambda translate: translate("Window", "Light"),
    "theme_dark": lambda translate: translate("Window", "Dark"),
}


class Entry(NamedTuple):
    """What can be done: its words in the language of the moment, those by which it is found, its keys, and how it is done."""

    words: str
    searched: str
    keys: str
    act: Callable[[], object]


class Actions:
    """The menu bar of a window; `actions` holds every action by name."""

    def __init__(self, window: QMainWindow, desk: Desk, deeds: Mapping[str, Callable[[], object]]) -> None:
        """Fill the window's menu bar; words come with `restyle`. `deeds` is what every action does, by name."""
        self.window, self.desk = window, desk
        self.actions: dict[str, QAction] = {}
        self.menus: dict[str, QMenu] = {name: window.menuBar().addMenu("") for name in dict.fromkeys(row.menu for row in ROWS)}
        for row in ROWS:
            if row.apart:
                self.menus[row.menu].addSeparator()
            self.add(row, deeds[row.name])
        self.menus["view"].addSeparator()
        self.choice("language", list(LANGUAGES), lambda lang: desk.restyle(lang=lang))
        self.choice("theme", list(THEMES), lambda choice: desk.restyle(theme_choice=choice))

    def add(self, row: Row, act: Callable[[], object]) -> None:
        """An action in its menu."""
        action = QAction(self.window)
        action.triggered.connect(lambda _on=False: act())
        if row.keys:
            action.setShortcut(QKeySequence(row.keys))
        self.menus[row.menu].addAction(action)
        self.window.addAction(action)  # its keys work while the menu bar is hidden, too
        self.actions[row.name] = action

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

    def restyle(self) -> None:
        """All words, and which language and theme are ticked."""
        for name, title in menu_words().items():
            self.menus[name].setTitle(title)
        for name, words in action_words().items():
            if name not in RENAMED:
                self.actions[name].setText(words)
        for name, value in (("language", self.desk.lang), ("theme", self.desk.theme)):
            self.actions[f"{name}_{value}"].setChecked(True)

    def entries(self, show_page: Callable[[str], None]) -> Sequence[Entry]:
        """What can be done now, with its words in both languages: every action, every page."""
        both = (english, japanese())
        words = [action_words(way) for way in both]
        shown = []
        for name, action in self.actions.items():
            if action.isEnabled():
                keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
                own = (
                    [] if name in ("undo", "redo") else [plain(action.text())]
                )  # who seeks "refund" wants to record one, not take one back
                shown.append(Entry(plain(action.text()), " ".join([*own, *(way[name] for way in words)]), keys, action.trigger))
        for tab, pages in enumerate(PAGES):
            for page in pages:
                ways = " ".join(f"{tab_words(way)[tab]} {page_words(page, way)}" for way in both)
                shown.append(Entry(f"{tab_words()[tab]} › {page_words(page)}", ways, "", partial(show_page, page)))
        return shown


def plain(text: str) -> str:
    """The words of a menu entry without its marks."""
    return re.sub(r"\(&\w\)|&|…$", "", text)


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
    """What every action is called."""
    languages = {f"language_{lang}": name for lang, name in LANGUAGES.items()}
    return {row.name: row.words(translate) for row in ROWS} | languages | {name: words(translate) for name, words in CHOICES.items()}

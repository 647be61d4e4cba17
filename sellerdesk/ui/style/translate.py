"""The window's language: English stands in the code, Japanese in resources/i18n, and both switch at once."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from sellerdesk import assets
from sellerdesk.writers.counting import for_one

# To add a language: its name and locale here, and the rest as CONTRIBUTING.md says.
LANGUAGES = {"ja": "日本語", "en": "English"}
LOCALES = {"ja": "ja_JP", "en": "en_US"}

_installed: list[QTranslator] = []


class Sentence(str):
    """An English sentence, which says of one thing that it is one."""

    __slots__ = ()

    def format(self, *args: object, **facts: object) -> str:
        """The sentence with its places filled."""
        return str.format(for_one(self, facts), *args, **facts)


def translate(context: str, text: str) -> str:
    """A text in the language of the window: every word of it goes through here, so that the tools find it."""
    words = QCoreApplication.translate(context, text)
    return words if _installed else Sentence(words)


def speak(app: QApplication, lang: str) -> None:
    """Switch the whole program to a language: our words, Qt's own, and the locale of dates and numbers."""
    for translator in _installed:
        app.removeTranslator(translator)
    _installed.clear()
    QLocale.setDefault(QLocale(LOCALES[lang]))
    if lang == "en":
        return
    for name, folder in (
        (f"qtbase_{lang}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (lang, str(assets.path("i18n"))),
    ):
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
            _installed.append(translator)


def japanese() -> Callable[[str, str], str]:
    """What gives our Japanese words, whatever the window speaks."""
    made = QTranslator()
    made.load("ja", str(assets.path("i18n")))
    return lambda context, text: made.translate(context, text) or text


def english(_context: str, text: str) -> str:
    """Words as they stand in the code."""
    return text

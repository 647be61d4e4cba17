"""The window's language: English stands in the code, Japanese in resources/i18n, and both switch at once."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from sellerdesk import assets

translate = QCoreApplication.translate
"""translate(context, text): every word of the window goes through it, so that the tools find it."""

LANGUAGES = {"ja": "日本語", "en": "English"}
LOCALES = {"ja": "ja_JP", "en": "en_US"}

_installed: list[QTranslator] = []


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

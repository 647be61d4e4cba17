"""What a picture would show: nothing cut, nothing untranslated, enough contrast, and a window that answers."""

import ast
import subprocess
import sys
import time
import xml.etree.ElementTree as ET  # our own files only
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from sellerdesk.ui.shell.main_window import MainWindow
from sellerdesk.ui.style import theme
from tests.conftest import ROOT
from tests.made_shop import make
from tests.ui.conftest import Opened

SOURCE = ROOT / "resources/i18n/ja.ts"


def messages(file: Path) -> dict[tuple[str, str], str]:
    """Every text of a translation file with its translation ("" when it has none)."""
    found = {}
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            done = translation is not None and translation.get("type") is None
            found[context.findtext("name") or "", message.findtext("source") or ""] = (
                (translation.text or "") if done and translation is not None else ""
            )
    return found


def test_every_word_of_the_window_is_translated_and_none_is_left_over(tmp_path: Path) -> None:
    used = tmp_path / "used.ts"
    files = sorted(str(file) for file in (ROOT / "sellerdesk/ui").rglob("*.py"))
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    subprocess.run([str(tool), "-silent", *files, "-ts", str(used)], check=True, capture_output=True)
    known = messages(SOURCE)
    assert set(known) == set(messages(used)), "run lupdate anew: words were added or are no longer used"
    assert [text for text, translation in known.items() if not translation] == []


def test_no_words_hide_from_the_tool_that_looks_for_them() -> None:
    for file in (ROOT / "sellerdesk/ui").rglob("*.py"):
        strings = [node for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.JoinedStr)]
        calls = [part for string in strings for part in ast.walk(string) if isinstance(part, ast.Call)]
        hidden = [call.lineno for call in calls if isinstance(call.func, ast.Name) and call.func.id == "translate"]
        assert not hidden, f"{file.name}: words in an f-string are never found, nor translated"


def test_places_in_a_translation_are_those_of_its_text() -> None:
    for (_context, text), translation in messages(SOURCE).items():
        places = {part.partition("}")[0] for part in text.split("{")[1:]}
        assert places == {part.partition("}")[0] for part in translation.split("{")[1:]}, text


def luminance(token: str, colours: dict[str, str]) -> float:
    """The relative luminance of a colour (WCAG)."""
    parts = [int(colours[token][place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str, colours: dict[str, str]) -> float:
    """The contrast of two colours (WCAG)."""
    light, dark = sorted((luminance(one, colours), luminance(other, colours)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_words_stand_out_from_their_ground(colours: dict[str, str]) -> None:
    pairs = [(ink, ground) for ink in ("text", "muted", "faint", "link") for ground in ("window", "base", "alt", "button")]
    for verdict in theme.VERDICTS:
        pairs += [(verdict, ground) for ground in ("base", "alt", "window", "select", f"{verdict}_bg")] + [
            ("text", f"{verdict}_bg"),
            ("muted", f"{verdict}_bg"),
        ]
    pairs += [
        ("on_accent", "accent"),
        ("on_select", "select"),
        ("muted", "select"),
        ("text", "accent_soft"),
        ("muted", "accent_soft"),
        ("on_tip", "tip"),
    ]
    assert {pair: round(contrast(*pair, colours), 2) for pair in pairs if contrast(*pair, colours) < 4.5} == {}
    assert contrast("control", "base", colours) >= 3


def cut(window: MainWindow) -> list[str]:
    """Words in sight that have less room than they need."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            short = widget.height() < widget.heightForWidth(widget.width())
        else:
            short = widget.width() < widget.minimumSizeHint().width() or widget.height() < widget.minimumSizeHint().height()
        if short:
            found.append(f"{widget.text()[:40]!r} {widget.size().toTuple()} < {widget.sizeHint().toTuple()}")
    return found


def laid_out(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until nothing is cut, or for as long as a layout can take on a busy machine."""
    qtbot.wait(50)
    for _turn in range(40):
        if not cut(window):
            return
        qtbot.wait(50)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("choice", ["light", "dark"])
@pytest.mark.parametrize("size", [(1180, 680), (1440, 900)])
def test_no_words_are_cut_on_any_page(opened: Opened, qtbot: QtBot, lang: str, choice: str, size: tuple[int, int]) -> None:
    window = opened(lang)
    window.resize(*size)
    QApplication.processEvents()
    assert cut(window) == []
    with qtbot.waitSignal(window.desk.rows_came, timeout=30_000):
        window.choices.demo.click()
    with qtbot.waitSignal(window.desk.restyled):
        window.desk.restyle(theme_choice=choice)
    for tab in range(window.tabs.count()):
        window.tabs.setCurrentIndex(tab)
        if tab == 3:
            window.returns.reason.setCurrentIndex(11)
            window.returns.form.set_text("category", "Toys")
        laid_out(window, qtbot)
        assert cut(window) == [], tab
        assert window.minimumSizeHint().width() <= 1180
    causes = window.sfp.causes
    pane = causes.parentWidget()
    assert pane is not None
    assert causes.width() <= pane.width(), "its counts stand at the right"
    table = window.points.table
    for number, column in enumerate(table.listed.columns):
        if not table.isColumnHidden(number) and not column.stretch:
            widest = max(table.fontMetrics().horizontalAdvance(column.text(row)) for row in window.desk.rows)
            assert widest <= table.columnWidth(number), column.name


def share(window: MainWindow, *, light: bool) -> float:
    """The share of a picture's points that are nearly white (or nearly black)."""
    picture = window.grab().toImage().scaled(160, 100)
    values = [picture.pixelColor(x, y).lightness() for x in range(160) for y in range(100)]
    return sum(value > 225 if light else value < 60 for value in values) / len(values)


def test_the_theme_switches_live_and_whole(opened: Opened, qtbot: QtBot) -> None:
    window = opened("ja", demo=True)
    window.resize(1440, 900)
    for choice, light in (("dark", False), ("light", True), ("dark", False)):
        with qtbot.waitSignal(window.desk.restyled):
            window.desk.restyle(theme_choice=choice)
        for tab in range(window.tabs.count()):
            window.tabs.setCurrentIndex(tab)
            qtbot.wait(80)
            assert share(window, light=light) > 0.7, (choice, tab)
            assert share(window, light=not light) < 0.06, (choice, tab)


def test_the_language_switches_live_and_whole(opened: Opened, qtbot: QtBot) -> None:
    window = opened("ja", demo=True)
    for tab in range(window.tabs.count()):
        window.tabs.setCurrentIndex(tab)
    with qtbot.waitSignal(window.desk.restyled):
        window.desk.restyle(lang="en")
    theirs = {row.title for row in window.desk.rows} | {row.shipping_template for row in window.desk.rows}
    for tab in range(window.tabs.count()):
        window.tabs.setCurrentIndex(tab)
        for widget in window.findChildren(QWidget):
            if isinstance(widget, QLabel | QAbstractButton) and widget.isVisibleTo(window):
                told = widget.text()
                for title in theirs - {""}:
                    told = told.replace(title, "")
                assert not any("\u3041" <= character <= "\u9fff" for character in told), told


def test_every_control_has_a_name(opened: Opened) -> None:
    window = opened("ja", demo=True)
    for tab in range(window.tabs.count()):
        window.tabs.setCurrentIndex(tab)
        for button in window.findChildren(QAbstractButton):
            named = button.text().strip() or button.accessibleName() or button.toolTip()
            inner = type(button).__module__.startswith("PySide6") and button.objectName().startswith("qt_")
            if button.isVisibleTo(window) and button.focusPolicy() != Qt.FocusPolicy.NoFocus and not inner:
                assert named, (tab, button)
    for view in (window.points.table, window.sfp.table, window.sfp.causes, window.search, window.day):
        assert view.accessibleName(), view


def waited_for_a_core() -> float:
    """Seconds for which this thread was ready and no core was free for it, where the system counts them."""
    counts = Path("/proc/thread-self/schedstat")
    return int(counts.read_text().split()[1]) / 1e9 if counts.exists() else 0.0


def test_the_window_answers_while_it_works(opened: Opened, qtbot: QtBot, tmp_path: Path) -> None:
    file = make(tmp_path / "shop", times=500).folder / "listings.txt"
    window = opened()
    late: list[float] = []
    last = [time.perf_counter() - waited_for_a_core()]

    def tick() -> None:
        now = time.perf_counter() - waited_for_a_core()
        late.append(now - last[0] - 0.01)
        last[0] = now

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    timer.start(10)
    with qtbot.waitSignal(window.desk.rows_came, timeout=60_000):
        window.desk.open(file)
    assert len(window.desk.rows) > 20_000
    for column in (3, 1, 2):
        window.points.table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
        qtbot.wait(30)
    for number in (2, 3, 0, 1):
        window.tabs.setCurrentIndex(number)
        qtbot.wait(30)
    window.search.setText("SKU")
    qtbot.wait(150)
    with qtbot.waitSignal(window.desk.restyled):
        window.desk.restyle(lang="ja")
    assert max(late) < 0.4, "a fifth of the rows of a large shop; what other programs took of the machine is not counted"


def test_the_first_page_says_how_to_get_a_report_and_goes_on_with_the_demo(opened: Opened, qtbot: QtBot) -> None:
    window = opened("ja")
    first = window.choices
    steps = [label.text() for label in first.steps]
    assert "在庫レポート" in steps[0]
    assert "全出品商品レポート" in steps[1]
    assert not first.recent.isVisible(), "no demo shop was tried yet"
    with qtbot.waitSignal(window.desk.restyled):
        first.language.tabBarClicked.emit(1)
    assert first.open.accessibleName() == "Open my report"
    with qtbot.waitSignal(window.desk.rows_came, timeout=30_000):
        first.demo.click()
    with qtbot.waitSignal(window.desk.rows_came, timeout=30_000):
        window.shop_button.click()
    assert first.recent.isVisible()
    assert "your answers stay" in first.demo.line.text(), "what becomes of the answers"
    with qtbot.waitSignal(window.desk.restyled):
        window.desk.restyle(lang="ja")
    assert first.demo.title.text().startswith("体験用ショップ")
    assert first.recent.title.text().startswith("体験用ショップ"), "one name"
    with qtbot.waitSignal(window.desk.rows_came, timeout=30_000):
        first.recent.click()
    assert window.desk.demo
    assert window.desk.rows


def test_pages_stand_beside_the_tabs_and_the_focus_goes_into_the_table(opened: Opened, qtbot: QtBot) -> None:
    window = opened("ja", demo=True)
    window.resize(1366, 768)
    window.activateWindow()
    window.show_page("shipments")
    assert window.tabs.geometry().right() < window.rule.geometry().center().x() < window.pages.x()
    assert window.pages.x() - window.tabs.geometry().right() < 60, "beside the tabs, not at the far right"
    qtbot.waitUntil(window.shipments.table.hasFocus)
    window.show_page("returns")
    qtbot.waitUntil(window.returns.search.hasFocus)
    window.show_page("today")
    assert not window.pages.isVisible(), "a lone page needs no choice"
    assert not window.rule.isVisible()

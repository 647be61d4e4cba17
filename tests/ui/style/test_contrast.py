"""High contrast is the system's own: its colours and nothing else, live, and readable on every row; a chosen theme stays chosen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from sellerdesk.ui.style import contrast, theme
from sellerdesk.ui.widgets.text_table import TextTable
from tests.ui.conftest import Opened
from tests.ui.shell.test_look import contrast as ratio

R = QPalette.ColorRole
BLACK, WHITE, CYAN, YELLOW = "#000000", "#FFFFFF", "#1AEBFF", "#FFFF00"
COLOURS = {
    R.Window: BLACK, R.Base: BLACK, R.Button: BLACK, R.AlternateBase: BLACK, R.ToolTipBase: BLACK, R.WindowText: WHITE, R.Text: WHITE,
    R.ButtonText: WHITE, R.ToolTipText: WHITE, R.PlaceholderText: WHITE, R.Highlight: CYAN, R.HighlightedText: BLACK, R.Link: YELLOW,
}  # fmt: skip


def system(app: QApplication) -> QPalette:
    """The palette of Windows' own high contrast."""
    made = QPalette()
    for role, name in COLOURS.items():
        made.setColor(role, QColor(name))
    app.setPalette(made)
    return made


def test_the_systems_colours_are_worn_live(opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window = opened("ja", demo=True)
    with qtbot.waitSignal(window.desk.restyled):
        window.desk.restyle(theme_choice="system")
    monkeypatch.setattr(contrast, "wished", lambda: True)
    monkeypatch.setattr(contrast, "system_palette", system)
    with qtbot.waitSignal(window.desk.restyled):
        window.desk._follow_system()  # noqa: SLF001 (what the system's signal calls)
    assert set(theme.tokens.values()) <= {BLACK, WHITE, CYAN, YELLOW}
    pairs = [
        ("text", "base"),
        ("breach", "base"),
        ("breach", "breach_bg"),
        ("on_select", "select"),
        ("on_accent", "button"),
        ("link", "base"),
    ]
    assert min(ratio(*pair, theme.tokens) for pair in pairs) >= 7
    assert theme.over("breach", selected=True) == "on_select"
    assert theme.tokens["pale_bar"] == theme.tokens["base"]  # of a bar what was calculated is empty, what was paid is filled
    assert ratio("bar", "base", theme.tokens) >= 3
    for page in ("today", "points", "sfp", "returned"):
        window.show_page(page)
        qtbot.wait(100)
        tinted = [one for one in window.findChildren(QWidget) if "background" in one.styleSheet() and one.isVisible()]
        assert tinted == [], page
        picture = window.grab().toImage().scaled(160, 100)
        dark = sum(picture.pixelColor(x, y).lightness() < 60 for x in range(160) for y in range(100)) / 16_000
        assert dark > 0.75, page
    window.show_page("templates")
    qtbot.wait(100)
    for bar in (window.tabs, window.pages):
        coloured = {number for number in range(bar.count()) if bar.tabTextColor(number).name().upper() == CYAN}
        assert coloured == {bar.currentIndex()}, "the chosen tab is told by its colour"
    window.show_page("analysis")
    qtbot.wait(50)
    window.analysis.by.setCurrentIndex(2)
    bar = window.analysis.by
    assert [number for number in range(bar.count()) if bar.tabTextColor(number).name().upper() == CYAN] == [2], "within a page, too"
    window.show_page("templates")
    qtbot.wait(50)
    fields = [
        one for one in window.findChildren(QLineEdit) if one.isVisible() and not isinstance(one.parent(), QComboBox | QAbstractSpinBox)
    ]
    assert fields
    picture = window.grab().toImage()
    for field in fields[:12]:
        edge = field.mapTo(window, QPoint(0, field.height() // 2))
        lines = {picture.pixelColor(edge.x() + step, edge.y()).name().upper() for step in range(3)}
        assert max(ratio("line", "ground", {"line": line, "ground": BLACK}) for line in lines) >= 4.5, (
            "an empty field is seen by its outline"
        )
    with qtbot.waitSignal(window.desk.restyled):
        window.desk.restyle(theme_choice="light")
    assert theme.tokens["base"] == theme.LIGHT["base"], "who chose a theme keeps it"
    assert window.points.bar.copy.palette().color(R.ButtonText).name().upper() == theme.LIGHT["text"]


def test_the_titles_of_small_tables_follow_a_theme_that_is_chosen_while_they_are_there(opened: Opened, qtbot: QtBot) -> None:
    window = opened("ja", demo=True)
    for page in ("tariffs", "analysis", "payments"):
        window.show_page(page)
    for chosen, colours in (("dark", theme.DARK), ("light", theme.LIGHT)):
        with qtbot.waitSignal(window.desk.restyled):
            window.desk.restyle(theme_choice=chosen)
        window.show_page("tariffs")
        qtbot.wait(50)
        header = window.tariffs.table.horizontalHeader()
        assert header.grab().toImage().pixelColor(3, 3).name().upper() == colours["base"]
        assert window.tariffs.table.palette().color(R.Highlight).name().upper() == colours["select"]


@pytest.mark.parametrize("chosen", ["light", "dark", "system"])
def test_an_empty_tick_box_of_a_table_is_seen_by_its_outline(
    opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, chosen: str
) -> None:
    window = opened()
    monkeypatch.setattr(contrast, "wished", lambda: True)
    monkeypatch.setattr(contrast, "system_palette", system)
    window.desk.restyle(theme_choice=chosen)
    qtbot.waitUntil(lambda: theme.tokens["base"].upper() == {"light": theme.LIGHT["base"], "dark": theme.DARK["base"]}.get(chosen, BLACK))
    table = TextTable(1)
    qtbot.addWidget(table)
    table.title(["SKU"])
    table.fill([["A-1"]])
    cell = table.item(0, 0)
    assert cell is not None
    cell.setCheckState(Qt.CheckState.Unchecked)
    table.show()
    qtbot.wait(50)
    picture, middle = table.viewport().grab().toImage(), table.rowHeight(0) // 2
    line = {picture.pixelColor(place, middle).name().upper() for place in range(24)}
    base = theme.tokens["base"]
    assert max(ratio("line", "ground", {"line": one, "ground": base}) for one in line) >= 3

"""The owner lays tables out: columns, order, widths, several sort columns, saved views; all of it is there again after a restart."""

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from sellerdesk.domain.judged_row import JudgedRow
from sellerdesk.ui.desk.table_layout import Layout
from sellerdesk.ui.lists.roles import DISPLAY, HORIZONTAL
from sellerdesk.ui.lists.rows_model import Column, RowsModel
from sellerdesk.ui.lists.rows_table import RowsTable
from sellerdesk.ui.shell.main_window import MainWindow
from sellerdesk.ui.style import theme
from tests.ui.conftest import Opened

SHIFT, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
PRICE, POINTS, SHORT = "price", "points", "short"


def demo(opened: Opened, lang: str = "en") -> MainWindow:
    """A window with the demo shop, at its offers."""
    window = opened(lang, demo=True)
    window.resize(1440, 900)
    window.show_page("points")
    QApplication.processEvents()
    return window


def number(table: RowsTable, name: str) -> int:
    """Where a column stands among all."""
    return [column.name for column in table.listed.columns].index(name)


def press_title(table: RowsTable, name: str, keys: Qt.KeyboardModifier = PLAIN) -> None:
    """Press a column's title with the mouse."""
    header = table.horizontalHeader()
    where = QPoint(header.sectionViewportPosition(number(table, name)) + 30, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, keys, where)


def choose(menu: QMenu, *path: str) -> None:
    """Choose an entry of a menu by its words."""
    action = next(one for one in menu.actions() if one.text() == path[0])
    inner = action.menu()
    if isinstance(inner, QMenu):
        choose(inner, *path[1:])
    else:
        action.trigger()
    menu.close()


def visible(table: RowsTable) -> list[str]:
    """The columns in sight, from the left."""
    header = table.horizontalHeader()
    places = map(header.logicalIndex, range(header.count()))
    return [table.listed.columns[place].name for place in places if not table.isColumnHidden(place)]


def pairs(table: RowsTable) -> list[tuple[int, int]]:
    """Points and price of the rows, from the top."""
    rows: list[JudgedRow] = [table.listed.row(line) for line in range(table.listed.rowCount())]
    return [(row.points if row.points is not None else -1, row.price if row.price is not None else -1) for row in rows]


def test_a_press_sorts_and_shift_adds_a_column(opened: Opened) -> None:
    table = demo(opened).points.table
    press_title(table, POINTS)
    press_title(table, PRICE, SHIFT)
    assert pairs(table) == sorted(pairs(table))
    titles = [table.listed.headerData(number(table, name), HORIZONTAL, DISPLAY) for name in (POINTS, PRICE)]
    assert titles == ["Points ▲1", "Price ▲2"]
    press_title(table, PRICE, SHIFT)
    assert pairs(table) == sorted(pairs(table), key=lambda pair: (pair[0], -pair[1]))
    assert not table.horizontalHeader().isSortIndicatorShown(), "the marks tell it"
    press_title(table, PRICE)
    assert [price for _points, price in pairs(table)] == sorted(price for _points, price in pairs(table))
    assert table.listed.headerData(number(table, PRICE), HORIZONTAL, DISPLAY) == "Price"
    press_title(table, PRICE)
    assert [price for _points, price in pairs(table)] == sorted((price for _points, price in pairs(table)), reverse=True)


def test_columns_are_chosen_moved_and_drawn_and_stay_so(opened: Opened, qtbot: QtBot) -> None:
    window = demo(opened)
    table, views = window.points.table, window.points.views
    natural = visible(table)
    choose(views.menu_made(), "Columns", "Points")
    assert POINTS not in visible(table)
    header = table.horizontalHeader()
    header.moveSection(header.visualIndex(number(table, PRICE)), 1)
    header.resizeSection(number(table, PRICE), 133)
    press_title(table, SHORT)
    window.close()
    again = demo(opened)
    table = again.points.table
    assert visible(table) == ["verdict", PRICE, *[name for name in natural if name not in ("verdict", PRICE, POINTS)]]
    assert table.columnWidth(number(table, PRICE)) == 133
    assert table.listed.keys == ((number(table, SHORT), False),)
    again.desk.zoom(5)
    qtbot.waitUntil(lambda: table.columnWidth(number(table, PRICE)) > 180, timeout=5_000)
    with qtbot.waitSignal(again.desk.restyled, timeout=5_000):
        again.desk.zoom(0)
    choose(again.points.views.menu_made(), "Columns as at first")
    qtbot.waitUntil(lambda: visible(table) == natural, timeout=5_000)  # letters of the old size are measured in turns


def test_a_title_has_a_menu_and_the_verdict_always_stays(opened: Opened) -> None:
    window = demo(opened)
    table, views = window.points.table, window.points.views
    choose(views.header_menu(number(table, POINTS)), "Hide this column")
    assert POINTS not in visible(table)
    menu = views.header_menu(number(table, "verdict"))
    assert "Hide this column" not in [one.text() for one in menu.actions()]
    assert not next(one for one in menu.actions() if one.text() == "Verdict").isEnabled()
    choose(menu, "Points")
    assert POINTS in visible(table)


def test_a_view_is_saved_chosen_and_deleted(opened: Opened, qtbot: QtBot) -> None:
    window = demo(opened)
    page = window.points
    choose(page.views.menu_made(), "Columns", "Item name")
    press_title(page.table, PRICE)
    page.chips.only(0)
    window.search.setText("demo")
    qtbot.waitUntil(lambda: page.typed == "demo")
    short = [row.sku for row in (page.model.row(line) for line in range(page.model.rowCount()))]
    choose(page.views.menu_made(), "Save this view…")
    assert page.views.saving is not None
    page.views.saving.findChildren(QLineEdit)[0].setText(" Short  & dear ")
    page.views.saving.accept()
    assert "Short & dear" in window.notice.text.text()
    page.chips.reset()
    window.search.clear()
    choose(page.views.menu_made(), "Columns as at first")
    press_title(page.table, SHORT)
    qtbot.waitUntil(lambda: len(page.model.shown) == len(window.desk.rows))
    window.close()

    again = demo(opened)
    page = again.points
    choose(page.views.menu_made(), "Short && dear")
    qtbot.waitUntil(lambda: page.typed == "demo")
    assert [row.sku for row in (page.model.row(line) for line in range(page.model.rowCount()))] == short
    assert "title" not in visible(page.table)
    choose(page.views.menu_made(), "Delete a view", "Short && dear")
    assert page.views.menu_made().actions()[0].text() == "Save this view…"


@pytest.mark.parametrize("page", ["points", "orders", "sfp", "shipments", "returned", "deadlines"])
def test_every_list_has_views_that_keep_its_filter(opened: Opened, page: str) -> None:
    window = demo(opened)
    window.show_page(page)
    shown = getattr(window, page)
    window.menus.actions["columns"].trigger()
    popped = QApplication.activePopupWidget()
    assert isinstance(popped, QMenu)
    popped.close()
    if page == "sfp":
        shown.show_cause(shown.causes.causes.items[1].code)
    else:
        shown.chips.only(0)
    before = [shown.model.row(line) for line in range(shown.model.rowCount())]
    shown.views.save("mine")
    shown.widen()
    assert len(shown.model.shown) >= len(before)
    choose(shown.views.menu_made(), "mine")
    assert [shown.model.row(line) for line in range(shown.model.rowCount())] == before


def test_a_settings_file_that_was_tampered_with_does_no_harm(opened: Opened) -> None:
    window = demo(opened)
    settings = window.desk.settings
    settings._file.setValue("tables/points", '{"order": 5}')  # noqa: SLF001 (what somebody else may write)
    settings._file.setValue("views/points", "[[")  # noqa: SLF001 (as above)
    assert (settings.layout("points"), settings.views("points")) == (Layout(), ())
    window.points.table.arrange(
        Layout(order=("gone", "price", "price"), hidden=("verdict", "gone"), widths={"price": -4}, sort=(("gone", True),))
    )
    assert visible(window.points.table)[:2] == ["verdict", "price"]


def test_a_hundred_thousand_rows_are_sorted_by_three_columns_at_once(qtbot: QtBot) -> None:
    columns = [Column(name, lambda: "x", lambda row: row.sku, name, 60, stretch=name == "sku") for name in ("sku", "price", "points")]
    rows = [JudgedRow(n, f"S{n}", "t", "", n % 97, n % 13, 1, 1, 1, "", n % 4, "", "", None, "", "", "s", n, n) for n in range(100_000)]
    model = RowsModel(columns, "points_verdict")
    table = RowsTable(model)
    qtbot.addWidget(table)
    model.load(rows)
    start = time.process_time()
    table.order_by([(2, False), (1, True), (0, False)])
    assert time.process_time() - start < 1
    table.arrange(table.layout_told())
    qtbot.waitUntil(lambda: [model.row(0).points, model.row(0).price] == [0, 96])
    shown = [rows[place] for place in model.shown]
    assert shown == sorted(rows, key=lambda row: (row.points, -(row.price or 0), row.sku)), "parts are merged in order"


def rows_of(count: int, points: int) -> list[JudgedRow]:
    """So many rows, all with these points."""
    return [JudgedRow(n, f"S{n}", "t", "", 100, points, 1, 1, 1, "", n % 4, "", "", None, "", "", "s", n, n) for n in range(count)]


def points_model() -> RowsModel:
    """A model that sorts by SKU and points."""
    columns = [Column(name, lambda: "x", lambda row: row.sku, name, 60, stretch=name == "sku") for name in ("sku_rank", "points")]
    return RowsModel([column._replace(stretch=place == 0) for place, column in enumerate(columns)], "points_verdict")


def test_what_is_changed_amid_a_load_is_not_lost() -> None:
    model, rows = points_model(), rows_of(50_000, 1)
    model.load(rows_of(10, 9))
    steps = model.loading(rows)
    for _turn in range(4):
        next(steps)()
    rows[7] = rows[7]._replace(points_verdict=0, points=3)
    model.change([rows[7]._replace(place=7)])
    model.order_by([(1, True)])
    for step in steps:
        step()
    assert model.row(0).sku == "S7", "the sort and the change both hold"
    assert model.counts == [12_501, 12_500, 12_500, 12_499]


def test_of_two_loads_the_later_one_stands() -> None:
    model = points_model()
    one, other = model.loading(rows_of(30, 1)), model.loading(rows_of(40, 2))
    next(one)()
    for step in other:
        step()
    for step in one:
        step()
    assert (len(model.shown), model.row(0).points) == (40, 2)


def test_a_narrow_window_says_which_columns_had_no_room(opened: Opened, qtbot: QtBot) -> None:
    window = demo(opened)
    views, table = window.points.views, window.points.table
    assert views.text() == "Views and columns ▾"
    window.resize(1180, 700)
    qtbot.waitUntil(lambda: views.text() == f"Views and columns (+{len(table.no_room)}) ▾", timeout=5_000)
    assert table.no_room
    assert not set(table.no_room) & set(visible(table))
    assert "needed" in visible(table), "how many points an offer must have is what is to be set"
    assert views.toolTip().startswith("No room in this window for: ")
    qtbot.waitUntil(lambda: not table.horizontalScrollBar().isVisible(), timeout=5_000)
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: views.text() == "Views and columns ▾" and not views.toolTip(), timeout=5_000)


def test_a_reason_far_below_the_first_screen_is_not_cut_while_the_name_has_room(opened: Opened) -> None:
    window = demo(opened)
    table, why = window.points.table, number(window.points.table, "why")
    words = table.listed.columns[why].text
    by_length = sorted(table.listed.rows, key=lambda row: len(words(row)))
    rows = [by_length[0]._replace(points_verdict=0)] * 100 + [by_length[-1]._replace(points_verdict=3)]
    table.listed.load([row._replace(place=place) for place, row in enumerate(rows)])
    table.fit()
    assert table.columnWidth(why) > table.fontMetrics().horizontalAdvance(words(rows[-1]))


def test_an_undo_that_is_at_rest_is_much_fainter_than_one_that_is_not(opened: Opened) -> None:
    window = demo(opened)
    for choice in ("light", "dark"):
        window.desk.restyle(theme_choice=choice)
        window.header.restyle_undo()
        ground = theme.colour("window").lightness()
        live, rest = (darkest(window.undo.icon().pixmap(18, 18, mode), ground) for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled))
        assert rest < 0.75 * live, choice


def darkest(picture: QPixmap, ground: int) -> int:
    """How far the plainest point of a picture stands out from its ground, in lightness."""
    image = picture.toImage()
    points = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(abs(point.lightness() - ground) for point in points if point.alpha() > 200)


@pytest.mark.parametrize(("width", "steps"), [(1180, 3), (1366, 0), (1600, 3)])
def test_the_months_beside_the_last_one_stand_in_a_line_or_not_at_all(opened: Opened, qtbot: QtBot, width: int, steps: int) -> None:
    window = demo(opened)
    window.resize(width, 900)
    if steps:
        window.desk.zoom(steps)
    more = window.points.cost.paid_more
    assert more.text()
    qtbot.waitUntil(lambda: not more.isVisible() or more.width() >= more.fontMetrics().horizontalAdvance(more.text()))


def test_what_a_page_has_not_is_pointed_to_where_it_is_and_a_press_leads_there(opened: Opened, qtbot: QtBot) -> None:
    window = demo(opened)
    order = window.desk.returns[0].order_id
    window.show_page("sfp")
    window.search.setText(order)
    empty = window.sfp.empty
    qtbot.waitUntil(lambda: bool(empty.findChildren(QToolButton)))
    links = [link.text() for link in empty.findChildren(QToolButton)]
    assert "Found in “Returns › Returns report”" in links
    assert not any("SFP › Offers" in link for link in links)
    next(link for link in empty.findChildren(QToolButton) if "Returns report" in link.text()).click()
    assert window.stack.currentWidget() is window.returned
    assert [window.returned.model.row(line).order_id for line in range(len(window.returned.model.shown))] == [order]
    assert window.search.text() == order
    window.search.setText("nowhere at all")
    qtbot.waitUntil(lambda: not window.returned.model.shown)
    assert not window.returned.empty.findChildren(QToolButton)
    assert window.returned.empty.title.text() == "No row matches “nowhere at all”", "the search is the reason, and is named"
    window.show_page("orders")
    qtbot.waitUntil(lambda: window.orders.empty.title.text() == "No order matches “nowhere at all”")
    window.search.clear()
    qtbot.waitUntil(lambda: bool(window.orders.model.shown))


def test_the_longest_words_are_cut_before_a_narrow_list_scrolls_sideways(opened: Opened, qtbot: QtBot) -> None:
    table = demo(opened).points.table
    table.window().resize(1180, 700)
    qtbot.waitUntil(lambda: bool(table.no_room), timeout=5_000)
    why, wide = number(table, "why"), table.room()
    table.widths[why] = wide // 2
    table.stretch()
    assert not table.isColumnHidden(why)
    assert table.horizontalHeader().length() <= wide
    table.widths[why] = table.listed.columns[why].floor
    table.stretch()
    assert table.columnWidth(why) == table.widths[why], "it has its width again once there is room"

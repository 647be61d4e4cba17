"""Texts of tables: whole where there is room for them, else with "…" at their end, and never over the edge of their cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF
from PySide6.QtWidgets import QApplication

from sellerdesk.ui.lists.adjustable_table import PAD
from sellerdesk.ui.lists.rows_table import cut
from sellerdesk.ui.style.theme import FAMILIES
from sellerdesk.ui.widgets.build import bold

TEXTS = [
    "美濃焼マグカップ 濃緑 3",
    "今治タオル（5枚組）",
    "1,234,567",
    "-12.3%",
    "AVAVA Toñita fi",
    "SKU-00001234",
    "ｱﾙﾐ 缶 ①",
    "",
    "é e\u0301 👍🏽 👨‍👩‍👧",
]


@pytest.fixture(params=[9, 10, 14])
def font(qapp: QApplication, request: pytest.FixtureRequest) -> QFont:
    """The program's font, in sizes of letters that can be chosen."""
    font = QFont(qapp.font())
    font.setFamilies(FAMILIES)
    font.setPointSize(request.param)
    return font


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("strong", [False, True])
def test_a_text_with_room_stays_whole_and_one_without_ends_within_its_cell(font: QFont, text: str, *, strong: bool) -> None:
    worn = bold(font) if strong else font
    exact = QFontMetricsF(worn).horizontalAdvance(text)
    assert cut(worn)(text, round(exact) + 2)[0] == text
    for width in (0, 20, 40, 80, 160):
        words, wide = cut(worn)(text, width)
        assert QFontMetrics(worn).horizontalAdvance(words) <= max(width, QFontMetrics(worn).horizontalAdvance("…")) + PAD / 2
        assert words == text or "…" in words or not words
        assert wide <= width or "…" in words or not words


@given(st.text(alphabet="0123456789,.%+-¥円", min_size=1, max_size=14))
def test_figures_end_at_the_right_edge(qapp: QApplication, text: str) -> None:
    font = QFont(qapp.font())
    font.setFamilies(FAMILIES)
    words, wide = cut(font)(text, 400)
    assert words == text
    assert abs(wide - QFontMetricsF(font).horizontalAdvance(text)) <= 1

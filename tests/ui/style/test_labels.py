"""Words of labels: the program's own places to break in are seen by nobody, a file's unseen letters are marked."""

from pytestqt.qtbot import QtBot

from sellerdesk.ui.widgets import build

LONG = "次からは日本国内から出荷するか、その商品をプライムの配送パターンから外してください。"


def test_a_long_sentence_without_blanks_has_no_marks(qtbot: QtBot) -> None:
    label = build.label(LONG, wrap=True)
    qtbot.addWidget(label)
    assert "\ufffd" not in label.text()
    assert label.text().replace("\u200b", "") == LONG
    assert "\u200b" in label.text(), "a word of forty letters can be broken"


def test_an_unseen_letter_of_a_file_is_marked(qtbot: QtBot) -> None:
    label = build.label("A\u200bB" + "x" * 40, wrap=True)
    qtbot.addWidget(label)
    assert label.text().startswith("A\ufffdB")

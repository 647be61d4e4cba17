"""Words of labels: the program's own places to break in are seen by nobody, a file's unseen letters are marked."""

from pytestqt.qtbot import QtBot

from sellerdesk.ui.widgets import build

LONG = "SKU-" + "x" * 40


def test_a_long_word_can_be_broken_and_has_no_marks(qtbot: QtBot) -> None:
    label = build.label(LONG, wrap=True)
    qtbot.addWidget(label)
    assert "\ufffd" not in label.text()
    assert label.text().replace("\u200b", "") == LONG
    assert "\u200b" in label.text()


def test_an_unseen_letter_of_a_file_is_marked(qtbot: QtBot) -> None:
    label = build.label("A\u200bB" + "x" * 40, wrap=True)
    qtbot.addWidget(label)
    assert label.text().startswith("A\ufffdB")


def test_a_figure_within_japanese_is_never_broken(qtbot: QtBot) -> None:
    label = build.label("500円が返金されていますが、戻った商品の代金は1,400円です。返金の期限は2026-08-03です。", wrap=True)
    qtbot.addWidget(label)
    assert "\u200b" not in label.text()

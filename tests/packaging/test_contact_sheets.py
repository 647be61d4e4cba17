"""Contact sheets and the comparison with the pictures kept last."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.conftest import ROOT


@pytest.fixture
def sheets(qtbot: QtBot) -> ModuleType:
    """The module, which is no part of the package."""
    del qtbot  # its application draws words
    spec = importlib.util.spec_from_file_location("contact_sheets", ROOT / "packaging/contact_sheets.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def picture(file: Path, box: QRect) -> None:
    """A white picture with a dark box."""
    made = QImage(1440, 900, QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    painter = QPainter(made)
    painter.fillRect(box, QColor("black"))
    painter.end()
    made.save(str(file))


def test_a_page_that_changed_unseen_is_listed_and_one_that_did_not_is_not(sheets: ModuleType, tmp_path: Path) -> None:
    same, moved = tmp_path / "demo_ja_light_today.png", tmp_path / "demo_ja_light_points.png"
    picture(same, QRect(100, 100, 300, 200))
    picture(moved, QRect(100, 100, 300, 200))
    assert [share for share, _name in sheets.differences(tmp_path)] == [-1.0, -1.0], "nothing was kept yet"
    assert sheets.keep(tmp_path) == 2
    assert list(sheets.differences(tmp_path)) == []
    picture(same, QRect(101, 100, 300, 200))
    picture(moved, QRect(500, 100, 300, 200))
    found = dict(map(reversed, sheets.differences(tmp_path)))
    assert found[moved.name] > 5
    assert found.get(same.name, 0) < 1, "a pixel is no change"


def test_each_theme_has_a_sheet_of_its_pictures(sheets: ModuleType, tmp_path: Path) -> None:
    for theme in ("light", "dark"):
        for page in ("today", "points", "sfp", "returned", "payments"):
            picture(tmp_path / f"demo_ja_{theme}_{page}.png", QRect(0, 0, 50, 50))
    made = sheets.sheets(tmp_path, ("light", "dark"))
    assert [file.name for file in made] == ["contact_light.png", "contact_dark.png"]
    sheet = QImage(str(made[0]))
    assert sheet.height() > 2 * sheets.THUMB.height(), "five pictures take two rows"

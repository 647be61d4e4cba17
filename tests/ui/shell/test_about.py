"""The dialog that says which program this is: version, data folder and licences, in both languages."""

from pathlib import Path

import pytest

from sellerdesk import __version__, assets
from sellerdesk.ui.shell.about_dialog import AboutDialog
from sellerdesk.ui.shell.main_window import MainWindow
from tests.ui.conftest import Opened


def shown(window: MainWindow) -> AboutDialog:
    """The dialog, opened from the menu."""
    window.menus.actions["about"].trigger()
    return window.findChildren(AboutDialog)[-1]


@pytest.mark.parametrize(("lang", "licence"), [("ja", "MIT ライセンス"), ("en", "MIT licence")])
def test_it_names_version_data_folder_and_licences(opened: Opened, lang: str, licence: str) -> None:
    window = opened(lang)
    about = shown(window)
    assert __version__ in about.name.text()
    assert str(window.desk.folder) in about.folder.text().replace("\u200b", "")
    assert licence in about.licences.toPlainText()
    assert "LGPL" in about.licences.toPlainText()


def test_a_built_program_shows_the_licences_that_came_with_it(opened: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "licences"
    folder.mkdir()
    (folder / "THIRD-PARTY.txt").write_text("click 8: BSD-3-Clause", encoding="utf-8")
    monkeypatch.setattr(assets, "PACKAGE", tmp_path / "sellerdesk")
    assert assets.licences() == [folder / "THIRD-PARTY.txt"]
    monkeypatch.undo()
    monkeypatch.setattr(assets, "licences", lambda: [folder / "THIRD-PARTY.txt"])
    told = shown(opened("en")).licences.toPlainText()
    assert "click 8: BSD-3-Clause" in told
    assert str(folder) in told

"""No file that goes out lies where a shop has its own: whatever command or button writes it, and however the place is named."""

import os
import re
import zipfile
from collections.abc import Callable
from contextvars import copy_context
from pathlib import Path

import pytest

from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.own_files import OWN_DATA, refuse_own
from tests.conftest import ROOT, Desk
from tests.store.test_shop import listings

WRITING: dict[str, Callable[[Path], list[object]]] = {
    "move-out": lambda file: ["move-out", file],
    "support": lambda file: ["support", file],
    "facts export": lambda file: ["facts", "export", file],
    "offers --out": lambda file: ["offers", "--out", file],
    "today --json --out": lambda file: ["today", "--json", "--out", file],
    "export offers": lambda file: ["export", "offers", "--out", file],
    "export account-report": lambda file: ["export", "account-report", "--out", file],
    "export deadlines": lambda file: ["export", "deadlines", "--out", file],
    "fix": lambda file: ["fix", "--yes", "--out", file],
    "note --save-photos": lambda file: ["note", "250-0000007-0000001", "--save-photos", file.parent],
    "backups folder": lambda file: ["backups", "folder", file.parent],
}
ENDINGS = {"export offers": ".csv", "export account-report": ".pdf", "export deadlines": ".ics", "facts export": ".csv"}
WRITERS = re.compile(r"\.write_bytes\(|\.write_text\(|open\((?:[^()]*, )?\"[wxa]b?\+?\"|QSaveFile|\.part_of\(|zipfile\.ZipFile\([^)]*\"w\"")
ITS_OWN = {
    "sellerdesk/ui/desk/edits.py": "a sheet in a folder of its own that goes with it",
    "sellerdesk/ui/lists/exporting.py": "rows aside for a child, as above",
    "sellerdesk/workflows/program/own_log.py": "the program's log",
    "sellerdesk/workflows/program/self_test.py": "in a folder that goes",
    "sellerdesk/store/backups.py": "the name of the folder of the backups",
    "sellerdesk/store/moving.py": "packed into a place that moving.move_out looked at, unpacked beside the store",
    "sellerdesk/cli/help.py": "the library's own name for a line of help",
}
"""Modules that write files which do not go out, or a place that was looked at before."""


@pytest.fixture
def shops(desk: Desk, tmp_path: Path) -> Path:
    """The data folder of two shops, a backup, a log and settings."""
    desk("import", listings(tmp_path, 100))
    desk("--shop", "other", "import", listings(tmp_path, 200))
    desk("backup")
    data = tmp_path / "data"
    (data / "logs").mkdir(exist_ok=True)
    (data / "logs/sellerdesk.log").write_text("log", encoding="utf-8")
    (data / "settings.ini").write_text("[General]", encoding="utf-8")
    return data


def content(data: Path) -> dict[str, bytes]:
    """All that a data folder holds, but what SQLite keeps beside a store."""
    return {str(file.relative_to(data)): file.read_bytes() for file in data.rglob("*") if file.is_file() and file.suffix != ".db-shm"}


def places(data: Path) -> list[Path]:
    """Places of a shop's own, by several names."""
    backup = next((data / "backups").glob("main_*_asked.db"))
    (data.parent / "link").symlink_to(data / "shops")
    (data.parent / "soft.sellerdesk").symlink_to(data / "shops/other.db")
    os.link(data / "shops/other.db", data.parent / "hard.sellerdesk")
    names = [
        "shops/other.db",
        "shops/other.db-wal",
        "shops/main.lock",
        "shops/new.sellerdesk",
        "backups/x.sellerdesk",
        "logs/sellerdesk.log",
    ]
    names += [
        "settings.ini",
        "SHOPS/../shops/other.db" if (data / "SHOPS").exists() else "logs/../shops/other.db",
        "demo/shops/main.sellerdesk",
    ]
    outside = [data.parent / "link/other.db", data.parent / "link/new.sellerdesk", data.parent / "soft.sellerdesk"]
    return [*(data / name for name in names), backup, *outside, data.parent / "hard.sellerdesk"]


@pytest.mark.skipif(os.name == "nt", reason="links of Windows need rights of their own")
@pytest.mark.parametrize("name", WRITING)
def test_no_command_writes_over_what_is_a_shops_own(desk: Desk, shops: Path, name: str) -> None:
    if name == "note --save-photos":
        photo = shops.parent / "p.png"
        photo.write_bytes(b"\x89PNG\r\n\x1a\n")
        desk("note", "250-0000007-0000001", "--photo", photo)
    before = content(shops)
    for place in places(shops):
        if name in ("note --save-photos", "backups folder") and (place.parent in (shops.parent, shops) or not place.parent.is_dir()):
            continue
        if name == "backups folder" and place.parent == shops / "backups":
            continue
        named = place.with_suffix(ENDINGS[name]) if name in ENDINGS and not place.exists() else place
        answer = desk(*WRITING[name](named))
        assert (answer.status, answer.out) == (2, ""), (name, place)
        assert any(words in answer.err for words in ("shop's own data", "is a database", "name a file .xlsx")), (place, answer.err)
        assert {file: data for file, data in content(shops).items() if not file.endswith("-wal")} == {
            file: data for file, data in before.items() if not file.endswith("-wal")
        }, place
    assert desk("--shop", "other", "imports").status == 0


def test_another_data_folders_stores_log_and_settings_are_no_place_either(desk: Desk, shops: Path, tmp_path: Path) -> None:
    desk("--data", tmp_path / "second", "import", listings(tmp_path, 100))
    for name in ("shops/other.db", "logs/sellerdesk.log", "settings.ini", "shops/new.sellerdesk"):
        assert desk("--data", tmp_path / "second", "offers", "--out", shops / name).status == 2
        assert desk("--data", tmp_path / "second", "move-out", shops / name).status == 2


def test_a_shop_moves_out_under_its_own_ending_alone(desk: Desk, shops: Path, tmp_path: Path) -> None:
    mine = tmp_path / "letter.txt"
    mine.write_text("mine", encoding="utf-8")
    answer = desk("move-out", mine)
    assert answer.status == 2
    assert ".sellerdesk" in answer.err
    assert mine.read_text(encoding="utf-8") == "mine"
    for _twice in range(2):  # a shop that was moved out before is written anew
        assert desk("move-out", tmp_path / "shop.SellerDesk").status == 0
    assert shops.is_dir()


@pytest.mark.skipif(os.name == "nt", reason="as above")
def test_a_shop_moves_out_behind_a_link(desk: Desk, shops: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    link = tmp_path / "shop.sellerdesk"
    link.symlink_to(tmp_path / "stick/real.sellerdesk")
    assert desk("move-out", link).status == 0
    assert link.is_symlink()
    assert zipfile.is_zipfile(tmp_path / "stick/real.sellerdesk")
    assert shops.is_dir()


def test_other_letters_are_the_same_place_where_the_system_says_so(tmp_path: Path) -> None:
    def look() -> None:
        OWN_DATA.set(tmp_path)
        for name in ("Shops/x.csv", "SETTINGS.INI", "Backups/y.csv"):
            with pytest.raises(UnusableArgument):
                refuse_own(tmp_path / name)
        for name in ("x.csv", "mine/settings.ini", "shops.csv"):
            refuse_own(tmp_path / name)

    copy_context().run(look)


def test_every_file_that_goes_out_passes_the_one_guard() -> None:
    found = {
        str(module.relative_to(ROOT))
        for module in (ROOT / "sellerdesk").rglob("*.py")
        if module.name != "whole_file.py" and WRITERS.search(module.read_text(encoding="utf-8"))
    }
    assert found <= set(ITS_OWN), "files that go out are written by whole_file.write_whole(), which refuses places of the shop's own"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_log_and_settings_are_their_owners_alone(tmp_path: Path) -> None:
    from sellerdesk.ui.desk.settings import Settings  # noqa: PLC0415 (Qt is needed here alone)
    from sellerdesk.workflows.program import own_log  # noqa: PLC0415 (as above)

    before = os.umask(0)
    try:
        data = tmp_path / "data"
        (data / "logs").mkdir(parents=True)  # as an older program made them
        (data / "logs/crash.txt").write_bytes(b"")
        own_log.note(data, "start")
        own_log.watch_crashes(data)
        (data / "logs/sellerdesk.log").write_bytes(bytes(own_log.MOST_BYTES + 1))
        own_log.note(data, "again")
        settings = Settings(data)
        settings.put("language", "en")
        settings._file.sync()  # noqa: SLF001 (Qt writes at its leisure)
        modes = {file.name: file.stat().st_mode & 0o777 for file in [*data.iterdir(), *(data / "logs").iterdir()]}
    finally:
        os.umask(before)
    assert modes.pop("logs") == 0o700
    assert set(modes) == {"crash.txt", "sellerdesk.log", "sellerdesk.log.1", "settings.ini"}
    assert set(modes.values()) == {0o600}


@pytest.mark.parametrize("command", ["support", "offers --out", "export offers", "facts export"])
def test_a_packed_shop_is_written_over_by_none_but_move_out(desk: Desk, tmp_path: Path, command: str) -> None:
    desk("import", listings(tmp_path, 100))
    packed = tmp_path / "shop.sellerdesk"
    assert desk("move-out", packed).status == 0
    before = packed.read_bytes()
    answer = desk(*WRITING[command](packed), lang="en")
    assert answer.status == 2, answer.out
    assert "packed shop" in answer.err or "ending" in answer.err or ".csv" in answer.err
    assert packed.read_bytes() == before
    assert desk("move-out", packed).status == 0


@pytest.mark.parametrize("name", ["data/shops/main.db", "rows.txt"])
def test_nothing_is_imported_when_the_refused_rows_can_go_nowhere(desk: Desk, tmp_path: Path, name: str) -> None:
    desk("import", listings(tmp_path, 100))
    assert desk("import", listings(tmp_path, 200), "--refused", tmp_path / name).status == 2
    assert len(desk("imports", "--json").json["imports"]) == 1

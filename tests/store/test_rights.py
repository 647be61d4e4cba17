"""What may not be read or written is called that, by its path: never damaged, never gone, and never an empty list."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from sellerdesk.clock import JAPAN
from sellerdesk.store.backups import every
from sellerdesk.workflows.shop import backups
from tests.conftest import Answer, Desk
from tests.store.test_shop import listings

pytestmark = pytest.mark.skipif(os.name == "nt", reason="modes are POSIX")
NOBODY = 65_534


@contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """Run as somebody who is not root, to whom a folder and all in it belong: root may read everything."""
    if os.geteuid() != 0:
        yield
        return
    for path in (folder, *folder.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    modes = [(above, above.stat().st_mode) for above in folder.parents]
    with ExitStack() as stack:
        for above, mode in modes:
            if mode & 0o011 != 0o011:  # the group is root's still
                above.chmod(mode | 0o055)
                stack.callback(above.chmod, mode)
        os.seteuid(NOBODY)
        stack.callback(os.seteuid, 0)
        yield


@pytest.fixture
def run(desk: Desk, tmp_path: Path) -> Iterator[Callable[..., Answer]]:
    """The command line of a shop with two backups, by somebody who is not root; everything may be read again at the end."""
    desk("import", listings(tmp_path, 100))
    data = tmp_path / "data"
    backups.make(data / "shops/main.db", datetime.now(JAPAN) + timedelta(minutes=1))
    for command in (["support"], ["self-test", "--shop"], ["restore", "nothing"]):
        desk(*command)  # loads what nobody may not read on some computers: Python's own library
    with as_nobody(data):
        yield desk
        for path in (data, data / "shops", data / "backups"):
            if path.is_dir():
                path.chmod(0o700)


def test_a_backup_that_may_not_be_read_is_not_called_damaged(run: Desk, tmp_path: Path) -> None:
    newest = every(tmp_path / "data/shops/main.db")[0]
    newest.path.chmod(0)
    for answer in (run("restore", newest.name), run("self-test", "--shop")):
        assert answer.status in (1, 2)
        assert f"no permission to read “{newest.path}”" in answer.out + answer.err
        assert "damaged" not in answer.out + answer.err
    assert run("support").status == 0


def test_a_folder_of_backups_that_may_not_be_read_is_not_called_empty(run: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "data/backups"
    folder.chmod(0)
    for command in (["backups"], ["restore", "1"], ["backup"]):
        answer = run(*command)
        assert answer.status == 2
        assert f"“{folder}”" in answer.err
        assert "permission" in answer.err
        assert "no backups" not in answer.out
    assert run("support", "--json").json["backups"] == [{"fault": "not_readable"}]


def test_a_file_in_place_of_the_folder_of_backups_is_said(run: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "data/backups"
    folder.rename(tmp_path / "data/kept")
    folder.write_bytes(b"x")
    answer = run("backups")
    assert (answer.status, f"“{folder}”" in answer.err, "is no folder" in answer.err) == (2, True, True)
    assert run("support").status == 0


@pytest.mark.parametrize(("mode", "words"), [(0o400, "cannot be written to"), (0o000, "no permission to read")])
def test_of_a_store_with_other_rights_the_file_is_named(run: Desk, tmp_path: Path, mode: int, words: str) -> None:
    store = tmp_path / "data/shops/main.db"
    store.chmod(mode)
    answer = run("facts", "set", "S0", "hazmat=no")
    assert answer.status == 2
    assert words in answer.err
    assert f"“{store}”" in answer.err
    assert "damaged" not in answer.err
    assert run("support").status == 0


@pytest.mark.parametrize("name", ["shops", "."])
def test_of_a_folder_that_may_not_be_entered_its_path_is_said(run: Desk, tmp_path: Path, name: str) -> None:
    folder = (tmp_path / "data" / name).resolve()
    folder.chmod(0)
    answer = run("offers")
    assert (answer.status, len(answer.err.splitlines())) == (2, 1)
    assert f"“{folder}" in answer.err
    assert "permission" in answer.err
    answer = run("support")
    assert (answer.status, answer.err) == (0, "")


def test_a_lost_shop_whose_backups_may_not_be_read_is_no_new_shop(run: Desk, tmp_path: Path) -> None:
    store = tmp_path / "data/shops/main.db"
    store.write_bytes(b"")
    (tmp_path / "data/backups").chmod(0)
    answer = run("import", tmp_path / "listings.txt")
    assert answer.status == 2
    assert "permission to read" in answer.err
    assert store.stat().st_size == 0

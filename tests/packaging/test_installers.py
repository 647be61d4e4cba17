"""What the installers rest on: a lock without addresses, one version, one name of the running program, licences of all that goes in."""

import ast
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from types import ModuleType

import pytest

from sellerdesk import __version__
from sellerdesk.app import RUNNING
from tests.conftest import ROOT

PACKAGING = ROOT / "packaging"
INSTALLER = (PACKAGING / "windows/sellerdesk.nsi").read_text(encoding="utf-8-sig")
OURS = [
    file
    for file in PACKAGING.rglob("*")
    if file.suffix in (".py", ".nsi", ".spec", ".sh", ".xml", ".desktop", ".1") or file.name == "control"
]


def loaded(name: str) -> ModuleType:
    """A module of packaging/, which is no package."""
    spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_what_builds_is_locked_with_hashes_and_no_addresses() -> None:
    text = (PACKAGING / "requirements-build.lock").read_text()
    run = (PACKAGING / "requirements.lock").read_text()
    assert "://" not in text
    assert set(re.findall(r"^\S+==[^ ;\\]+", run, re.MULTILINE)) <= set(re.findall(r"^\S+==[^ ;\\]+", text, re.MULTILINE))
    first, *entries = re.split(r"\n(?=\S)", text.strip())
    assert re.fullmatch(r"# locked on 20\d\d-[01]\d-[0-3]\d", first), "the day on which it was made"
    for entry in entries:
        assert "--hash=sha256:" in entry, entry.splitlines()[0]


@pytest.mark.parametrize("name", ["build.py", "hatch_build.py", "icon.py", "licences.py", "sbom.py", "linux/pack.py", "windows/pack.py"])
def test_what_builds_finds_its_packages_in_the_lock_of_its_own(name: str) -> None:
    tree = ast.parse((PACKAGING / name).read_text(encoding="utf-8"))
    modules = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    modules |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    ours = {"sellerdesk", "linux", "windows", "macos", *(file.stem for file in PACKAGING.glob("*.py"))}
    others = {module.partition(".")[0] for module in modules} - sys.stdlib_module_names - ours
    lock = (PACKAGING / "requirements-build.lock").read_text().lower()
    assert [module for module in others if f"\n{module.lower()}" not in lock] == []


@pytest.mark.parametrize("file", OURS, ids=lambda file: file.name)
def test_the_version_stands_in_one_place(file: Path) -> None:
    assert f'"{__version__}"' not in file.read_text(encoding="utf-8-sig")


def test_the_installer_looks_for_the_name_that_the_program_tells() -> None:
    assert f'!define RUNNING "{RUNNING}"' in INSTALLER


def test_the_installer_deletes_whole_folders_of_the_program_only() -> None:
    assert set(re.findall(r"RMDir /r (\S+)", INSTALLER)) == {'"$INSTDIR\\_internal"', '"$INSTDIR\\_internal.old"'}


def test_the_installer_says_everything_in_both_languages() -> None:
    said = re.findall(r"^LangString (\w+) \$\{LANG_(\w+)\}", INSTALLER, re.MULTILINE)
    names = {name for name, _lang in said}
    assert names
    assert set(said) == {(name, lang) for name in names for lang in ("JAPANESE", "ENGLISH")}


def test_the_licence_of_every_part_goes_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    licences = loaded("licences")
    monkeypatch.setattr(licences, "BUILDER", "click")  # what builds is not installed where tests run
    lines = licences.gather(tmp_path / "licences")
    told = (tmp_path / "licences/THIRD-PARTY.txt").read_text(encoding="utf-8").casefold().replace("_", "-")
    assert len(lines) == len(licences.bundled()) + 2
    assert all(f"\n{name.casefold()} " in told for name in licences.bundled())
    assert "pyside6-essentials" in told
    for name in ("LGPL-3.txt", "GPL-3.txt", "qt.txt", "Seller Desk.txt", "Python.txt"):
        assert (tmp_path / "licences" / name).stat().st_size > 500


def test_the_icon_for_windows_holds_every_size(tmp_path: Path) -> None:
    code = f"import sys; sys.path[:0] = [{str(PACKAGING)!r}]; import icon, pathlib; icon.write_ico(pathlib.Path('sellerdesk.ico'))"
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=env, check=True)  # it starts a Qt of its own, without widgets
    data = (tmp_path / "sellerdesk.ico").read_bytes()
    widths = [data[6 + 16 * number] or 256 for number in range(data[4])]
    assert widths == [16, 24, 32, 48, 64, 256]
    assert len(data) > 20_000


@pytest.mark.skipif(sys.platform == "win32" or shutil.which("sh") is None, reason="for a shell of Linux")
@pytest.mark.parametrize("script", ["install.sh", "postinst"])
def test_the_scripts_are_plain_shell(script: str) -> None:
    assert subprocess.run(["sh", "-n", str(PACKAGING / "linux" / script)], check=False).returncode == 0  # noqa: S607 (as above)


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="the checker is not installed")
def test_the_menu_entry_is_a_valid_one() -> None:
    entry = str(PACKAGING / "linux/sellerdesk.desktop")
    assert subprocess.run(["desktop-file-validate", entry], check=False).returncode == 0  # noqa: S607 (as above)


def test_the_list_of_parts_names_every_package_with_its_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(PACKAGING))
    told = json.loads(loaded("sbom").bill())
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.5")
    assert told["metadata"]["component"]["version"] == __version__
    parts = {part["name"]: part for part in told["components"]}
    assert parts.keys() == {"python", *loaded("licences").bundled()}
    assert parts["pyside6-essentials"]["purl"].startswith("pkg:pypi/pyside6-essentials@6.11.")
    assert all(part["licenses"] for part in parts.values())


@pytest.mark.skipif(sys.platform == "win32", reason="for Linux")
def test_the_changelog_of_the_package_is_in_debians_form(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(PACKAGING))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1596412800")
    pack = loaded("linux/pack")
    first, *lines, last = pack.debian_changelog().splitlines()
    assert first == f"sellerdesk ({__version__}) unstable; urgency=medium"
    assert last == " -- The Seller Desk developers <sellerdesk@localhost>  Mon, 03 Aug 2020 00:00:00 +0000"
    assert all(not line or line.startswith(("  * ", "    ")) for line in lines)


@pytest.mark.skipif(sys.platform == "win32", reason="for Linux")
def test_two_archives_of_the_same_folder_are_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(PACKAGING))
    pack = loaded("linux/pack")
    (tmp_path / "program").mkdir()
    (tmp_path / "program/sellerdesk").write_text("#!/bin/sh\n")
    (tmp_path / "share").mkdir()
    made = []
    for number in (1, 2):
        dist = tmp_path / f"dist{number}"
        dist.mkdir()
        made.append(pack.make_tar(tmp_path / "program", tmp_path / "share", dist, tmp_path / f"tree{number}").read_bytes())
        time.sleep(1.1)
    assert made[0] == made[1]

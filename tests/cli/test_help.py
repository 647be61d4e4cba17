"""`--help` in both languages: every command's and option's words, the library's own too, laid out for Japanese; and completion."""

import inspect
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellerdesk.cli import COMMANDS, command_line
from sellerdesk.cli.help import room, translations, wrapped
from tests.conftest import ROOT, Desk

NAMES = re.compile(
    r"Seller Desk|Amazon(\.co\.jp)?|SKU|ASIN|CSV|TOML|JSON|JPEG|PNG|USB|PDF|ID|Windows|Shift_JIS|cp932|yen|FBA|V2|LISTINGS|REPORT|FILES?|TITLE|COLUMN|ORDER|freee"
)


def every_command(command: click.Command = command_line, way: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command with its way to it, groups among them."""
    yield way, command
    if isinstance(command, click.Group):
        for name in command.list_commands(click.Context(command)):
            found = command.get_command(click.Context(command), name)
            if found is not None and not found.hidden:
                yield from every_command(found, (*way, name))


def texts() -> Iterator[str]:
    """Every help text."""
    for _way, command in every_command():
        yield inspect.cleandoc(command.help or "")
        yield from (one.help or "" for one in command.params if isinstance(one, click.Option) and not one.hidden)
    yield from (words for _module, words in COMMANDS.values())


def test_every_text_has_its_japanese_and_no_japanese_is_without_its_text() -> None:
    there = {"\n\n".join(" ".join(part.split()) for part in text.split("\n\n")) for text in texts()}
    own = {"Show the version and exit.", "Show this message and exit."}
    assert there - {""} - translations().keys() - own == set()
    assert translations().keys() - there - own == set()


@pytest.mark.parametrize("way", [way for way, _command in every_command()], ids=" ".join)
def test_japanese_help_has_no_english_sentence_and_fits_the_terminal(desk: Desk, way: tuple[str, ...]) -> None:
    out = desk(*way, "--help", lang="ja").out
    assert out.startswith("使い方: sellerdesk")
    assert max(map(room, out.splitlines())) <= 120
    rest = re.sub(
        r"--?[\w-]+|\[[^\]]*\]|\"[^\"]*\"|[A-Z]{2,}\S*|\S*[=:.]\S*",
        " ",
        NAMES.sub(" ", out.partition("\n")[2].replace("account fare add yupack", "")),
    )
    sentence = re.findall(r"(?:[a-z]{2,} ){3,}", rest)
    assert not sentence, sentence


def test_english_help_stays_as_it_was(desk: Desk) -> None:
    out = desk("audit", "--help", lang="en").out
    assert out.startswith("Usage: sellerdesk audit [OPTIONS] [LISTINGS]")
    assert "Show this message and exit." in out


@pytest.mark.parametrize(("system", "begins"), [("ja_JP.UTF-8", "使い方"), ("en_US.UTF-8", "Usage"), ("C.UTF-8", "Usage")])
def test_without_lang_it_speaks_the_language_of_the_system(tmp_path: Path, system: str, begins: str) -> None:
    env = {**os.environ, "LC_ALL": system, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-m", "sellerdesk", "--data", str(tmp_path), "audit", "--help"], env=env, capture_output=True, check=True
    )
    assert done.stdout.decode().startswith(begins)


def test_the_settings_of_the_shops_go_before_the_system(tmp_path: Path) -> None:
    (tmp_path / "settings.ini").write_text("[General]\nlanguage=ja\n", encoding="utf-8")
    env = {**os.environ, "LC_ALL": "en_US.UTF-8", "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-m", "sellerdesk", "--data", str(tmp_path), "--help"], env=env, capture_output=True, check=True)
    assert done.stdout.decode().startswith("使い方")


@given(st.text(st.sampled_from("あ。、漢字 aAbc-=1・（）"), max_size=200), st.integers(20, 80))
def test_a_text_is_wrapped_whole_and_no_line_begins_with_a_full_stop(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(not line.startswith("。") for line in lines[1:])


def completed(tmp_path: Path, line: str, place: int) -> list[str]:
    """What a shell would offer."""
    env = {
        **os.environ, "PYTHONPATH": str(ROOT), "_SELLERDESK_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(place),
        "PYTHONIOENCODING": "utf-8",
    }  # fmt: skip
    code = "import sys; from sellerdesk.app import main; sys.argv = ['sellerdesk']; sys.exit(main())"
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=False, cwd=tmp_path)
    return [name for one in done.stdout.decode().splitlines() if (name := one.partition(",")[2])]


def test_a_shell_is_offered_commands_and_names_out_of_the_shop(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "listings.txt"
    file.write_text("seller-sku\titem-name\tprice\tmerchant-shipping-group\nSKU-1\tt\t1\tプライム\nSKU-2\tt\t1\tふつう\n", encoding="utf-8")
    desk("import", file)
    data = tmp_path / "data"
    assert "audit" in completed(tmp_path, "sellerdesk au", 1)
    assert set(completed(tmp_path, f"sellerdesk --data {data} audit --prime-template ", 5)) == {"プライム", "ふつう"}
    assert set(completed(tmp_path, f"sellerdesk --data {data} audit --why SKU", 5)) == {"SKU-1", "SKU-2"}
    assert completed(tmp_path, f"sellerdesk --data {data} --shop ", 4) == ["main"]
    assert completed(tmp_path, f"sellerdesk --data {tmp_path / 'none'} audit --why ", 5) == []

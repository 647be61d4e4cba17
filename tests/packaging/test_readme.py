"""The README: short, the two commands in its first screen, and nothing in it that is not there."""

import re

import pytest

from sellerdesk import __version__
from sellerdesk.cli import COMMANDS
from tests.conftest import ROOT

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
LINES = TEXT.splitlines()


def test_it_is_read_in_a_few_minutes_and_begins_with_the_two_commands() -> None:
    assert len(LINES) <= 150
    first = "\n".join(LINES[:12])
    assert "python3 packaging/dev.py run" in first
    assert "python3 packaging/dev.py test" in first
    assert "![" in "\n".join(LINES[:14])
    assert (
        TEXT.index("## お店の方へ")
        < TEXT.index("## For the owner")
        < TEXT.index("## On the command line")
        < TEXT.index("## For contributors")
    )


@pytest.mark.parametrize("place", sorted(set(re.findall(r"\]\(([^)#]+)\)", TEXT))))
def test_what_it_links_to_is_there(place: str) -> None:
    assert (ROOT / place).exists()


def test_its_table_of_commands_names_every_command_and_none_that_is_gone() -> None:
    table = TEXT[TEXT.index("| to | commands |") : TEXT.index("`sellerdesk COMMAND --help`")]
    named = {name.split()[0] for name in re.findall(r"`([a-z -]+)`", table)}
    assert named == COMMANDS.keys() - {"judge"}, "judge is the window's own"


def test_its_files_are_those_of_this_version() -> None:
    assert set(re.findall(r"(?:SellerDesk-|sellerdesk_|sellerdesk-)(\d+\.\d+\.\d+)", TEXT)) == {__version__}

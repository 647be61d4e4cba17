"""The interface for other programs: its examples run, it says what the command line says, and a fault is one sentence."""

import doctest
import pydoc
from datetime import date
from pathlib import Path

import pytest

from sellerdesk import api
from tests.conftest import Desk

DAY = date(2020, 8, 3)


def test_its_examples_run() -> None:
    found = doctest.testmod(api)
    assert (found.failed, found.attempted > 5) == (0, True)


def test_it_says_what_the_command_line_says(desk: Desk) -> None:
    told = desk("audit", api.demo_listings(), "--all", "--as-of", DAY, "--json").json["findings"]
    ours = api.judge(api.demo_listings(), as_of=DAY).findings
    assert sorted((one.rule, one.outcome, one.subject) for one in ours) == sorted(
        (one["rule"], one["outcome"], one["subject"]) for one in told
    )
    texts = {(one["rule"], one["subject"]): one["text"] for one in told}
    assert all(api.explain(one, "en").text == texts[one.rule, one.subject] for one in ours)


def test_a_report_of_any_kind_is_read() -> None:
    assert api.read(api.demo_listings()).source.kind == "listings"
    assert api.read(api.demo_listings().with_name("facts.csv")).source.kind == "facts"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_fault_is_one_sentence(tmp_path: Path, lang: api.Lang) -> None:
    (tmp_path / "x.txt").write_text("nothing\tof\tours\n1\t2\t3\n", encoding="utf-8")
    with pytest.raises(api.Fault) as found:
        api.read(tmp_path / "x.txt")
    assert "\n" not in api.sentence(found.value, lang)
    with pytest.raises(api.Fault):
        api.quote({"price": "-5"}, as_of=DAY)


def test_all_that_it_names_is_there_and_documented() -> None:
    assert all(getattr(api, name).__doc__ for name in api.__all__)


def test_its_help_can_be_read() -> None:
    assert "content" in pydoc.render_doc(api)

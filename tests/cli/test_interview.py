"""The interview of the points programme on the command line: every kind of shop gets its verdict, whatever it does not know."""

import pytest

from tests.conftest import Desk
from tests.interviews import SHOPS, answers

DAY = "2020-08-03"


def test_there_are_forty_shops_and_more() -> None:
    assert len(SHOPS) >= 40


@pytest.mark.parametrize(("changes", "expected"), SHOPS, ids=lambda told: " ".join(told.values()) if isinstance(told, dict) else told)
def test_every_shop_gets_its_verdict(desk: Desk, changes: dict[str, str], expected: str) -> None:
    assert desk("account", "set", *(f"{name}={value}" for name, value in answers(changes).items())).status == 0
    found = desk("account", "--as-of", DAY, "--json").json["findings"]
    (verdict,) = (one for one in found if one["rule"] == "points.eligible")
    assert verdict["outcome"] == expected
    assert "P2-10" in verdict["clauses"]

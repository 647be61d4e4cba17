"""A fact set from the command line is stored in its own unit, whatever name and unit it is given by."""

import pytest

from sellerdesk.readers.cells import SIZES, WEIGHTS
from sellerdesk.readers.headers import kinds
from tests.conftest import Desk

GRAMS = {"weight_kg": 2000, "weight_g": 2}
"""What a bare 2 is, by the column."""


@pytest.mark.parametrize(("name", "grams"), [(name, grams) for field, grams in GRAMS.items() for name in kinds()["facts"].columns[field]])
def test_a_bare_weight_is_in_the_unit_of_its_name(desk: Desk, name: str, grams: int) -> None:
    assert desk("facts", "set", "A", f"{name}=2").status == 0
    assert desk("facts", "--json").json["facts"] == {"A": {"weight_g": str(grams)}}


@pytest.mark.parametrize("name", ["weight_kg", "重量(g)"])
@pytest.mark.parametrize(("unit", "grams"), WEIGHTS.items())
def test_a_weight_with_its_unit_is_what_it_says(desk: Desk, name: str, unit: str, grams: int) -> None:
    desk("facts", "set", "A", f"{name}=1,500 {unit}")
    assert desk("facts", "--json").json["facts"] == {"A": {"weight_g": str(1500 * grams)}}


@pytest.mark.parametrize("name", kinds()["facts"].columns["size_cm"])
@pytest.mark.parametrize(("unit", "cm"), [("", 1), *SIZES.items()])
def test_a_size_with_its_unit_is_what_it_says(desk: Desk, name: str, unit: str, cm: int) -> None:
    desk("facts", "set", "A", f"{name}=60{unit}")
    assert desk("facts", "--json").json["facts"] == {"A": {"size_cm": str(60 * cm)}}


FACTS = {
    "category": "Home", "preorder": "no", "hazmat": "potential", "medical": "yes", "ship_from": "JP", "restock_date": "2026-12-01",
    "asin": "B0TEST0001", "size_cm": "60", "weight_g": "400",
}  # fmt: skip


@pytest.mark.parametrize("field", sorted(FACTS.keys() | {"weight_kg"}))
@pytest.mark.parametrize("unit", ["kg", "g", "cm", "サイズ"])
def test_a_unit_that_is_none_of_the_facts_is_refused_and_changes_nothing(desk: Desk, field: str, unit: str) -> None:
    fits = {"weight_g": {*WEIGHTS}, "weight_kg": {*WEIGHTS}, "size_cm": {*SIZES}}.get(field, set())
    if field in ("category", "asin") or unit in fits:
        return
    answer = desk("facts", "set", "A", f"{field}=2{unit}")
    assert (answer.status, answer.out) == (2, "")
    assert desk("facts", "--json").json["facts"] == {}


@pytest.mark.parametrize(("field", "value"), FACTS.items())
def test_every_fact_is_set_by_every_name(desk: Desk, field: str, value: str) -> None:
    for name in kinds()["facts"].columns[field]:
        assert desk("facts", "set", "A", f"{name}=").status == 0
        assert desk("facts", "set", "A", f"{name}={value}").status == 0
        assert desk("facts", "--json").json["facts"] == {"A": {field: value}}

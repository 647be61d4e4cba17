"""One answer for many offers: those that are meant, no others, and it can be undone."""

from pathlib import Path

import pytest

from tests.conftest import Desk

HEAD = "seller-sku\titem-name\tprice\tfulfillment-channel\tmerchant-shipping-group\n"
ROWS = (
    "A\t折りたたみ傘 黒\t1\tDEFAULT\tP",
    "B\tｶｻ立て UMBRELLA stand\t1\tDEFAULT\tQ",
    "C\tタオル\t1\tDEFAULT\tP",
    "=1+1\t\t1\tAMAZON_JP\t",
    "0012\tUmbrella\t1\tDEFAULT\tP",
)


@pytest.fixture
def shop(desk: Desk, tmp_path: Path) -> Desk:
    """A saved shop with a category for two of its offers, and one of no offer's."""
    file = tmp_path / "listings.txt"
    file.write_text(HEAD + "\n".join([*ROWS, ""]), encoding="utf-8")
    desk("import", file)
    desk("facts", "set", "A", "0012", "X", "category=Shoes")
    return desk


@pytest.mark.parametrize(
    ("where", "skus"),
    [
        (["category=Shoes"], ["A", "0012"]), (["category=ＳＨＯＥＳ"], ["A", "0012"]), (["template=P"], ["A", "C", "0012"]), (["title~傘"], ["A"]),
        (["title~かさ"], ["B"]), (["title~umbrella"], ["B", "0012"]), (["title=Umbrella"], ["0012"]), (["title~umbrella", "template=P"], ["0012"]),
        (["sku=0012"], ["0012"]), (["sku~1"], ["=1+1", "0012"]), (["sku==1+1"], ["=1+1"]),
    ],
)  # fmt: skip
def test_those_that_are_meant_and_no_others(shop: Desk, where: list[str], skus: list[str]) -> None:
    answer = shop("facts", "set", *(part for one in where for part in ("--where", one)), "hazmat=no", "--json")
    assert (answer.status, answer.json["skus"]) == (0, skus)
    facts = shop("facts", "--json").json["facts"]
    assert {sku for sku, known in facts.items() if known.get("hazmat") == "no"} == set(skus)
    shop("undo")
    assert not any("hazmat" in known for known in shop("facts", "--json").json["facts"].values())
    shop("redo")
    assert shop("facts", "--json").json["facts"] == facts


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["--where", "template=p", "hazmat=no"], "No offer meets"), (["--where", "price=1", "hazmat=no"], "chooses nothing"),
        (["--where", "title~", "hazmat=no"], "chooses nothing"), (["--where", "title", "hazmat=no"], "chooses nothing"),
        (["--where", "title~傘", "hazmat=perhaps"], "hazmat class"), (["--where", "title~傘", "A", "hazmat=no"], "facts set"),
        (["--where", "title~傘", "colour=red"], "There is no fact"), (["hazmat=no"], "facts set"),
    ],
)  # fmt: skip
def test_what_cannot_be_chosen_is_one_sentence_and_changes_nothing(shop: Desk, args: list[str], sentence: str) -> None:
    before = shop("facts", "--json").json
    answer = shop("facts", "set", *args)
    assert (answer.status, sentence in answer.err) == (2, True)
    assert shop("facts", "--json").json == before


def test_without_a_saved_shop_nothing_is_chosen(desk: Desk) -> None:
    assert desk("facts", "set", "--where", "title~傘", "hazmat=no").status == 2

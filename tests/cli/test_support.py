"""What goes to support, or into the report of a bug, holds nothing of a shop: no buyer, SKU, name, order, answer or path."""

import getpass
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from sellerdesk.workflows.program.support import bug_report, place
from tests.conftest import Desk
from tests.made_shop import PRIME, make

UNSHIPPED = (
    "order-id", "order-item-id", "purchase-date", "payments-date", "reporting-date", "promise-date", "days-past-promise", "buyer-email",
    "buyer-name", "buyer-phone-number", "sku", "product-name", "quantity-purchased", "quantity-shipped", "quantity-to-ship",
    "ship-service-level", "recipient-name", "ship-address-1", "ship-city", "ship-state", "ship-postal-code", "ship-country",
    "payment-method",
)  # fmt: skip
BUYER = {
    "order-id": "250-1234567-7654321", "purchase-date": "2020-06-01T10:00:00+09:00", "buyer-email": "hanako@example.jp",
    "buyer-name": "山田花子", "buyer-phone-number": "090-1111-2222", "sku": "BUYERSKU", "product-name": "秘密の商品",
    "quantity-purchased": "1", "quantity-to-ship": "1", "recipient-name": "鈴木太郎", "ship-address-1": "麻布台1-2-3", "ship-city": "港区",
    "ship-postal-code": "106-0041",
}  # fmt: skip
PRIVATE = ("hanako", "山田", "花子", "090-1111", "鈴木", "麻布台", "106-0041", "港区")
SHOPS_OWN = ("250-1234567", "BUYERSKU", "秘密の商品", "つぶれていた", PRIME, "listings.txt", "太陽堂", "Shoes", "ヤマトさん")


@pytest.fixture
def full(desk: Desk, tmp_path: Path) -> list[str]:
    """A shop with reports, a buyer in one of them, and answers of its owner's; gives its SKUs, ASINs and item names."""
    shop = make(tmp_path / "shop 太陽堂", times=1)
    assert desk("import", shop.folder / "listings.txt", "--prime-template", PRIME).status == 0
    orders = tmp_path / "orders.txt"
    orders.write_text("\t".join(UNSHIPPED) + "\n" + "\t".join(BUYER.get(name, "") for name in UNSHIPPED) + "\n", "utf-8")
    assert desk("import", orders).status == 0
    desk("facts", "set", "BUYERSKU", "category=Shoes")
    assert desk("note", "250-1234567-7654321", "--text", "箱がつぶれていた").status == 0
    desk("account", "set", "participant=yes")
    desk("backup")
    offers = desk("offers", "--json").json["offers"]
    return [one[name] for one in offers for name in ("sku", "asin", "title") if one[name]]


def assert_nothing_of_the_shop(text: str, names: list[str], tmp_path: Path) -> None:
    """Nobody who reads it learns what the shop sells, to whom, or where its files lie."""
    found = [word for word in (*PRIVATE, *SHOPS_OWN, *names, str(tmp_path)) if word in text]
    assert not found
    user = getpass.getuser()
    assert not re.search(rf"\b{re.escape(user)}\b", text), user


def test_a_support_file_holds_versions_settings_and_counts_only(desk: Desk, full: list[str], tmp_path: Path) -> None:
    (tmp_path / "data/settings.ini").write_text("[General]\nlanguage=en\nshop=太陽堂\ntheme=dark\ngeometry=@ByteArray(\\x1)\n", "utf-8")
    assert desk("support", tmp_path / "support.txt").status == 0
    text = (tmp_path / "support.txt").read_text("utf-8")
    assert_nothing_of_the_shop(text, full, tmp_path)
    told = desk("support", "--json").json
    assert told["store"]["rows"]["offer"] == len(desk("offers", "--json").json["offers"])
    assert (told["store"]["whole"], told["window"]["theme"]) == (True, "dark")
    assert told["settings"]["prime_templates"] == 1
    assert {one["kind"] for one in told["imports"]} == {"listings", "unshipped_orders"}


def test_a_damaged_or_missing_store_still_gives_a_support_file(desk: Desk, full: list[str], tmp_path: Path) -> None:
    assert full
    (tmp_path / "data/shops/main.db").write_bytes(b"no database" * 1_000)
    assert desk("support", "--json").json["store"]["fault"] == "store_damaged"
    (tmp_path / "data/shops/main.db").unlink()
    assert desk("support", "--json").json["store"] == {"there": False}


def test_nothing_of_a_buyer_lies_in_the_store_or_beside_it(full: list[str], tmp_path: Path) -> None:
    assert full
    for file in (tmp_path / "data").rglob("*"):
        if file.suffix == ".db":
            with closing(sqlite3.connect(file)) as db:
                text = "\n".join(db.iterdump())
        elif file.is_file():
            text = file.read_bytes().decode("utf-8", "replace")
        else:
            continue
        assert not [word for word in PRIVATE if word in text], file


def test_the_report_of_a_bug_quotes_no_cell(full: list[str], tmp_path: Path) -> None:
    try:
        int(f"{full[0]} 山田花子")
    except ValueError as error:
        text = bug_report(error)
        assert place(error).startswith("ValueError, test_support.py:")
    assert_nothing_of_the_shop(text, full, tmp_path)
    assert "sellerdesk 0" in text


def test_a_bug_on_the_command_line_is_one_sentence_that_claims_nothing_false(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object) -> None:
        raise KeyError("山田花子")

    monkeypatch.setattr("sellerdesk.workflows.shop.saved.all_imports", broken)
    answer = desk("imports")
    assert (answer.status, len(answer.err.splitlines())) == (2, 1)
    assert "KeyError, test_support.py:" in answer.err
    assert "No data was changed" not in answer.err
    assert "山田" not in answer.err

"""The payment report of another shop is taken, but it is said that none of its SKUs is in the saved listings."""

from pathlib import Path

import pytest

from tests.conftest import Desk
from tests.payments_maker import Row, transactions

LISTED = "出品者SKU\t商品名\t価格\tポイント\tフルフィルメント・チャンネル\tステータス\n"
SAID = "Please see whether the file is of this shop."


def report(folder: Path, name: str, *skus: str) -> Path:
    """A file with a sale of each SKU."""
    orders = [f"250-{len(name):07}-{place:07}" for place in range(len(skus))]
    rows = [Row("2026-07-01 12:00:00", "注文", {"product_sales": 1_000}, order, sku) for order, sku in zip(orders, skus, strict=True)]
    (file := folder / f"{name}.csv").write_bytes(transactions(rows))
    return file


def shop(desk: Desk, folder: Path, *skus: str) -> None:
    """A shop with listings, and with payments of some SKUs."""
    (file := folder / "listings.txt").write_text(
        LISTED + "".join(f"A-{place}\t靴\t3000\t33\tDEFAULT\tActive\n" for place in range(8)), "utf-8"
    )
    assert desk("import", file).status == 0
    if skus:
        assert desk("import", report(folder, "own", *skus)).status == 0


STRANGERS = [f"X-{place}" for place in range(5)]


def test_no_sku_of_the_listings_is_said_before_and_after_the_import(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path, "A-1", "A-2")
    file = report(tmp_path, "other", *STRANGERS)
    assert any(SAID in sentence and "(5)" in sentence for sentence in desk("import", file, "--compare", "--json").json["said"])
    assert SAID in desk("import", file, "--compare").out
    done = desk("import", file)
    assert (done.status, SAID in done.out) == (0, True)
    assert desk("payments", "--json").json["total"] == 7_000


@pytest.mark.parametrize(
    ("own", "skus"),
    [
        (["A-1"], [*STRANGERS, "a-3"]),  # one of them is the shop's
        (["A-1"], STRANGERS[:4]),  # too few to tell anything
        ([], STRANGERS),  # the first file
        (["Z-1"], STRANGERS),  # older than the listings, as the others are
    ],
)
def test_it_is_not_said_of_what_may_well_be_the_shops(desk: Desk, tmp_path: Path, own: list[str], skus: list[str]) -> None:
    shop(desk, tmp_path, *own)
    assert SAID not in desk("import", report(tmp_path, "other", *skus)).out


def test_a_shop_without_listings_has_nothing_to_compare_with(desk: Desk, tmp_path: Path) -> None:
    assert desk("import", report(tmp_path, "own", "A-1")).status == 0
    assert SAID not in desk("import", report(tmp_path, "other", *STRANGERS)).out

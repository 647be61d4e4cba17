"""Ctrl-Z behind the end of a file, as tools of DOS write it: nothing of the file is cut, and nothing of it is lost."""

from pathlib import Path

import pytest

from tests.conftest import Desk
from tests.payments_maker import Amount, Row, settlement, transactions
from tests.payments_shop import REPORT

SALE = Row("2026-07-03 12:34:56", "注文", {"product_sales": 1_100, "selling_fees": -110}, "250-1234567-1234567", "A-1", "本")
AMOUNTS = [Amount("Order", "ItemPrice", "Principal", 1_100, SALE.order, SALE.sku)]
LISTINGS = "出品者SKU\t商品名\t価格\tポイント\tフルフィルメント・チャンネル\tステータス\nA-1\t靴\t3000\t33\tDEFAULT\tActive\n"
CELLS = {"Order ID": SALE.order, "Order date": "2026/07/01", "Return request date": "2026/07/03", "Return request status": "Approved"}
XML = (
    '<?xml version="1.0"?><AmazonEnvelope><Message><return_details><item_details><merchant_sku>A-1</merchant_sku><return_quantity>1'
    f"</return_quantity></item_details><order_id>{SALE.order}</order_id><return_request_date>2026-07-03T12:44:17Z</return_request_date>"
    "<return_request_status>Approved</return_request_status></return_details></Message></AmazonEnvelope>"
)
RETURNS = REPORT.replace("|", "\t") + "\n" + "\t".join(CELLS.get(title, "") for title in REPORT.split("|")) + "\n"
FILES = {
    "transactions": transactions([SALE]), "transactions in cp932": transactions([SALE], encoding="cp932"),
    "transactions in UTF-16": transactions([SALE], encoding="utf-16"), "settlement": settlement("11", AMOUNTS),
    "settlement in UTF-16": settlement("11", AMOUNTS, "utf-16"), "listings": LISTINGS.encode(), "returns": RETURNS.encode(), "returns in XML": XML.encode(),
}  # fmt: skip


@pytest.mark.parametrize("mark", ["\x1a", "\x1a" * 100, "\n\x1a"], ids=["one", "a block", "a line"])
@pytest.mark.parametrize("name", FILES)
def test_an_end_mark_changes_nothing(desk: Desk, tmp_path: Path, name: str, mark: str) -> None:
    plain, marked = tmp_path / "a" / "file.txt", tmp_path / "b" / "file.txt"
    for file, more in ((plain, ""), (marked, mark)):
        file.parent.mkdir()
        file.write_bytes(FILES[name] + more.encode("utf-16-le" if "UTF-16" in name else "ascii"))
    looked = [desk("import", file, "--compare", "--json") for file in (plain, marked)]
    assert looked[1].status == looked[0].status
    assert looked[1].json == looked[0].json
    assert looked[0].json["rows"] == (2 if "settlement" in name else 1)

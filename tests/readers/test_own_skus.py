"""The SKUs that Japanese shops write are taken, whatever towns and numbers they remind of; columns that nobody reads are never kept."""

from pathlib import Path

import pytest

from sellerdesk.readers.addresses import is_address, is_town
from sellerdesk.workflows.files import any_report, payment_reports
from tests.conftest import Desk
from tests.payments_maker import Row, transactions

SKUS = [
    "靴下-市松-23-25",
    "市松柄靴下-23-25cm",
    "市松-10-20",
    "座布団-市松-55-59",
    "区切り板-60-30",
    "市販-10-20",
    "市場-かご-30-40",
    "都市-地図-2020-08",
    "町工場-ネジ-M3-10",
    "村田製作所-10-2",
    "村上春樹-ノルウェイの森-1-2",
    "三丁目の夕日",
    "5丁目の夕日-DVD",
    "10番地-コーヒー",
    "7番地-カフェ豆",
    "鯖江市-メガネ-52-18-140",
    "有田町-皿-21-3",
    "墨田区-グラス-6-9",
    "郡上おどり-下駄-24-25",
    "A001-1234-5678",
    "K03-1234-5678",
    "NO.0120-11-2222",
    "A@B.C",
    "花市",
    "朝市-セット-2-3",
    "下町-3",
    "書道-筆-3-5",
    "北海道-鮭-2-3",
    "京都-八つ橋-10-20",
    "四条-10-20",
    "2番-手芸糸-25",
    "番号札-1-30",
    "箱-2024-05-01",
]
MORE = (
    """
ABC-12-3|TS-01-2|本棚1-2-3|N-100 2-3|BOX-10-20|A-1|SKU-001|TSHIRT-M-3|USB-C 3-1|LEGO 10-12 blue|Socks 23-25 Black|Shoes 24-5 White|Mug 12-3|Kuro 10-20
Tenugui 35-90 Ao|Yukata 150-160|CASE-15-6-2|iPhone15-6.1-2|M3-10-50|PLA-1.75-1|12-34|2024-05|2024-05-01|10-20-30|4901234567894|B0ABCDEFGH|X1-2|#100-2
靴下23-25|皿12-3|棚板60-30|収納箱3-4-5|糸30-2|鍋20-3|布巾-3-5|ふきん3枚組|タオル34-80cm|箸23-5|下町ロケット1-2|小町紅3-4|港町ブルース2-3|室町和紙10-20
番号札1-50|町工場ネジM3-10|3号鉢5-6|7号-帆布|B5ノート-5-10|A4 20-30|花柄-2-3|名刺入れ 10-6|湯呑 2-3 青|箱-3-4|電池単3-4本|ねじ 4-10mm|靴紐 90-120
折紙15-15|紙袋 20-30|ペン 0.5-10|軍手12-3|マスク50-2|R-2-D-2|T-800-1-2|NO-12-3-45|Z 1-2 Z|Kimono Yukata 150-160|Manga Naruto 1-72|Kimetsu Yaiba 1-23 Zenkan|Tabi Kutsushita 23-25
""".replace("\n", "|")
    .strip("|")
    .split("|")
)
"""Numbers and letters as shops put them together: none has a town, a quarter or the name of a street with it."""
HEADS = {
    "returns": ("Order ID\tReturn request date\tLabel cost\tCurrency code\tCustomer name\tMerchant SKU\tReturn quantity\tReturn Reason\n",
                "250-0000009-{n:07}\t05-Nov-2026\t600\tJPY\t山田\t{sku}\t1\tCR-DEFECTIVE\n"),
    "orders": ("amazon-order-id\tpurchase-date\torder-status\tsku\tpayment-method\titem-price\tship-date\tbuyer-name\n",
               "250-0000009-{n:07}\t2020-06-24T17:02:49+00:00\tShipped\t{sku}\tVisa\t100\t2020-07-29T15:00:00+00:00\t山田\n"),
    "shipments": ("order-id\tsku\tcarrier-name\tship-method\ttracking-number\tship-date\trecipient-name\n",
                  "250-0000009-{n:07}\t{sku}\tヤマト運輸\t宅急便\t12345678{n:04}\t2026-11-02\t山田\n"),
}  # fmt: skip


def rows_of(kind: str, skus: list[str]) -> str:
    """A file of a kind with a row for each SKU, and a buyer's column."""
    head, row = HEADS[kind]
    return head + "".join(row.format(n=number, sku=sku) for number, sku in enumerate(skus, 1))


@pytest.mark.parametrize("kind", HEADS)
def test_skus_that_remind_of_towns_and_numbers_are_taken(tmp_path: Path, kind: str) -> None:
    file = tmp_path / "report.txt"
    file.write_text(rows_of(kind, [*SKUS, *MORE]), encoding="utf-8")
    assert [refusal for refusal in any_report(file).source.refused if not refusal.kept] == []


def test_skus_that_remind_of_towns_and_numbers_are_shown_in_payments(tmp_path: Path) -> None:
    assert len(MORE) > 60
    (file := tmp_path / "payments.csv").write_bytes(
        transactions(
            [
                Row("2026-07-01 12:00:00", "注文", {"product_sales": 900}, f"250-1234567-{n:07}", sku, "本")
                for n, sku in enumerate([*SKUS, *MORE])
            ]
        )
    )
    source, content = payment_reports(file)
    assert source.refused == []
    assert [payment.sku for payment in content.content.payments] == [*SKUS, *MORE]


STREETS = (
    "桃山町伊賀49-10",
    "桃山町伊賀 49-10",
    "桃山町伊賀４９－１０",
    "本町2-3",
    "Momoyama 49-10 Fushimi",
    "MOMOYAMA 49-10, FUSHIMI",
    "Fushimi Momoyama 49-10-2",
)


@pytest.mark.parametrize("sku", [*STREETS, "6128006"])
@pytest.mark.parametrize("kind", HEADS)
def test_a_street_or_a_bare_postal_code_is_no_sku_unless_the_listings_have_it(tmp_path: Path, desk: Desk, kind: str, sku: str) -> None:
    (file := tmp_path / "report.txt").write_text(rows_of(kind, ["A-1", "A-2", "A-3", sku]), encoding="utf-8")
    (listings := tmp_path / "listings.txt").write_text(f"sku\tprice\tquantity\tasin\n{sku}\t100\t3\tB000000001\n", "utf-8")
    assert [refusal["line"] for refusal in desk("import", file, "--json").json["refused"]] == [5]
    assert desk("import", listings).status == 0
    assert not desk("import", file, "--json").json.get("refused")


@pytest.mark.parametrize("kind", HEADS)
def test_a_shop_that_numbers_its_skus_keeps_those_of_seven_digits(tmp_path: Path, kind: str) -> None:
    for skus in (
        ["1234567", "1234568", "A-1", "A-2", "A-3"],
        ["1234567", "12", "A-1", "A-2", "A-3"],
        ["1234567", "A-1", "A-2"],
        ["1234567"],
    ):
        (file := tmp_path / "report.txt").write_text(rows_of(kind, skus), encoding="utf-8")
        assert any_report(file).source.refused == []


def test_a_sku_of_the_shops_own_listings_is_taken_whatever_it_looks_like(tmp_path: Path, desk: Desk) -> None:
    skus = ["青葉1-2-3", "06-2020-0803", "愛媛県今治市タオル-60-120"]
    listings, orders = tmp_path / "listings.txt", tmp_path / "orders.txt"
    listings.write_text("sku\tprice\tquantity\tasin\n" + "".join(f"{sku}\t100\t3\tB00000000{n}\n" for n, sku in enumerate(skus)), "utf-8")
    orders.write_text(rows_of("orders", ["A-1", *skus]), "utf-8")
    before = desk("import", orders, "--json").json
    assert len({row["line"] for row in before["refused"]}) == 3
    assert "open the listings report" in before["refused"][0]["fix"]
    assert "Rows of the order report that could not be read, and are checked nowhere: 3" in desk("today").out
    assert desk("import", listings).status == 0
    again = desk("import", orders, "--json")
    assert not again.json.get("refused"), "the same file is read anew: the catalogue knows its SKUs now"
    other = tmp_path / "other.txt"
    other.write_text("sku\tprice\tquantity\tasin\nB-1\t100\t3\tB000000009\n", "utf-8")
    assert desk("import", other, "--judge").status == 0
    assert "could not be read" not in desk("today", "--as-of", "2020-07-01").out, "what was let in stays, without the listings"


ADDRESSES = """東京都港区麻布台7-2-3|麻布台7-2-3|横浜市西区みなとみらい2-3-1|府中市宮町1-2|愛知県愛知郡東郷町春木1-2|渋谷区神南 1-19-11|札幌市中央区大通西1丁目
三丁目5-2|203号室|アザブダイ七丁目 コーポ303|7-2-3 Azabudai, Minato-ku""".replace("\n", "|").split("|")


@pytest.mark.parametrize("text", ADDRESSES)
def test_addresses_are_known(text: str) -> None:
    assert is_address(text)


@pytest.mark.parametrize("text", ["港区", "東京都", "東京都港区", "愛知郡東郷町", "横浜市西区", "ミナト区"])
def test_towns_are_known(text: str) -> None:
    assert is_town(text)


@pytest.mark.parametrize("text", ["花市", "下町", "都市", "区", "市松", "工場町"])
def test_words_that_end_as_towns_do_are_none(text: str) -> None:
    assert not is_town(text)


OTHERS = ("購入者", "電話", "連絡先", "備考", "memo", "ship-to", "番地", "お客様名")
SHEETS = {
    "price_file": ("TemplateType=PriceInventory\tVersion=2018.0924\t\t\nSKU\t価格\tポイント\t在庫\nsku\tprice\tstandard-price-points\tquantity\t{title}\n",
                   "A-1\t100\t2\t3\t山田花子\n"),
    "facts": ("sku\thazmat\tcategory\t{title}\n", "A-1\tno\t本\t山田花子\n"),
    "listings": ("sku\tprice\tquantity\titem-name\tlisting-id\timage-url\t{title}\n", "A-1\t100\t3\t本\tL1\t\t山田花子\n"),
}  # fmt: skip


@pytest.mark.parametrize("title", OTHERS)
@pytest.mark.parametrize("kind", SHEETS)
def test_a_column_that_is_not_read_is_not_kept(tmp_path: Path, kind: str, title: str) -> None:
    file = tmp_path / "report.txt"
    head, row = SHEETS[kind]
    file.write_text(head.format(title=title) + row, "utf-8")
    report = any_report(file)
    assert report.source.kind == kind
    assert "山田".encode() not in report.kept
    assert any_report(Path("kept"), report.kept).source.rows == 1, "it can be read again"


def test_of_a_header_that_is_a_buyers_row_no_title_is_said_or_kept(tmp_path: Path, desk: Desk) -> None:
    file = tmp_path / "sheet.csv"
    file.write_text("sku,price,小林一茶,090-9999-8888,東京都港区芝公園4-2-8\nA-1,100,a,b,c\n", "utf-8")
    told = desk("import", file)
    assert not {word for word in ("小林", "090", "芝公園") if word in told.out + told.err}


def test_a_payment_shows_the_sku_that_stands_in_the_listings(tmp_path: Path, desk: Desk) -> None:
    listings, paid = tmp_path / "listings.txt", tmp_path / "payments.csv"
    listings.write_text("sku\tprice\tquantity\tasin\n青葉1-2-3\t100\t3\tB000000001\n", "utf-8")
    paid.write_bytes(transactions([Row("2026-07-01 12:00:00", "注文", {"product_sales": 900}, sku="青葉1-2-3", text="本")]))
    assert "青葉1-2-3" not in desk("payments", paid, "--by", "sku").out
    assert desk("import", listings).status == 0
    assert "青葉1-2-3" in desk("payments", paid, "--by", "sku").out

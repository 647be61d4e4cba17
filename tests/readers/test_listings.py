"""Listings reports in every form that occurs, and the sentence for every file that is not one."""

import io
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sellerdesk.domain.offer import Offer
from sellerdesk.domain.refusal import Fault, UnreadableFile
from sellerdesk.readers.headers import kinds
from sellerdesk.readers.listings import Listings
from sellerdesk.workflows.files import any_report, listings_report
from sellerdesk.writers.words import LANGUAGES, fault_words, messages
from tests.made_shop import ENGLISH, JAPANESE, make

ROW = {
    "商品名": '収納"大"ケース', "出品ID": "L1", "出品者SKU": "0012", "価格": "1,980 JPY", "数量": "5", "出品日": "2020/05/01 10:00:00 JST",
    "商品IDタイプ": "1", "コンディション説明": "箱に傷", "コンディション": "3", "商品ID": "B000000001", "フルフィルメント・チャンネル": "DEFAULT",
    "merchant-shipping-group": "P", "ポイント": "40", "ステータス": "Active",
}  # fmt: skip
OFFER = Offer("0012", "B000000001", '収納"大"ケース', 1980, 40, 5, 3, "箱に傷", "seller", "P", "active", 2)


def read(data: bytes) -> Listings:
    """The offers of a file of these bytes."""
    content = any_report(Path("listings.txt"), data).content
    assert isinstance(content, Listings)
    return content


def sheet(names: list[str], *rows: dict[str, str], encoding: str = "cp932", tab: str = "\t", end: str = "\r\n") -> bytes:
    """A report with these columns."""
    lines = [names, *([row.get(name, "") for name in names] for row in rows)]
    return "".join(tab.join(line) + end for line in lines).encode(encoding)


FORMS = {
    "A": [name for name in JAPANESE if name not in ("merchant-shipping-group", "ステータス")],
    "B": [name for name in JAPANESE if name != "ステータス"],
    "C": [name for name in JAPANESE if name != "ポイント"],
    "D": list(JAPANESE),
    "reversed": list(reversed(JAPANESE)),
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("encoding", ["cp932", "utf-8", "utf-8-sig", "utf-16"])
def test_every_japanese_form_is_read(form: str, encoding: str) -> None:
    (offer,) = read(sheet(FORMS[form], ROW, encoding=encoding)).offers
    missing = {"A": {"shipping_template", "status"}, "B": {"status"}, "C": {"points"}}.get(form, set())
    told: dict[str, Any] = {name: None if name in missing else getattr(OFFER, name) for name in Offer.__struct_fields__}
    assert offer == Offer(**told)


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_every_line_end_is_read(end: str) -> None:
    assert read(sheet(list(JAPANESE), ROW, end=end)).offers == [OFFER]


def test_english_and_chinese_headers_are_read() -> None:
    english = dict(zip(ENGLISH, [ROW.get(name, "") for name in JAPANESE], strict=True))
    assert read(sheet(list(ENGLISH), english, encoding="utf-8")).offers == [OFFER]
    loud = {name.upper().replace("-", " "): value for name, value in english.items()}
    assert read(sheet(list(loud), loud)).offers == [OFFER]
    chinese = {"商品名称": "杯", "卖家 SKU": "0012", "价格": "1980", "数量": "5", "配送渠道": "DEFAULT", "状态": "Active"}
    (offer,) = read(sheet(list(chinese), chinese, encoding="utf-8")).offers
    assert (offer.sku, offer.price, offer.quantity, offer.channel, offer.status, offer.points) == (
        "0012",
        1980,
        5,
        "seller",
        "active",
        None,
    )


def test_asin1_of_the_english_report_beats_the_product_id() -> None:
    names = ["seller-sku", "item-name", "price", "product-id", "product-id-type", "asin1"]
    (offer,) = read(sheet(names, dict(zip(names, ["S", "t", "10", "4901", "4", "B1"], strict=True)))).offers
    assert offer.asin == "B1"


def test_a_product_id_is_an_asin_only_by_its_type() -> None:
    assert read(sheet(list(JAPANESE), {**ROW, "商品IDタイプ": "4"})).offers[0].asin is None


def test_the_open_listings_report_is_read() -> None:
    names = ["出品者SKU", "ASIN", "価格", "数量"]
    listings = read(sheet(names, {"出品者SKU": "S", "ASIN": "B1", "価格": "500", "数量": ""}))
    assert listings.offers == [Offer("S", "B1", None, 500, None, None, line=2)]


def test_a_comma_file_of_a_spreadsheet_is_read_with_its_quotes() -> None:
    rows = [",".join('"' + ROW.get(name, "").replace('"', '""') + '"' for name in JAPANESE)]
    data = (",".join(JAPANESE) + "\r\n" + "\r\n".join(rows)).encode("utf-8-sig")
    assert read(data).offers == [OFFER]


def test_lines_of_a_comma_file_are_counted_as_an_editor_counts_them() -> None:
    data = b'sku,item-name,price\nA,"two\nlines",100\nB,x,12x\n'
    listings = read(data)
    assert [(offer.sku, offer.line) for offer in listings.offers] == [("A", 2)]
    assert listings.refused[0].line == 4


def test_a_torn_quotation_mark_costs_its_own_row_only() -> None:
    listings = read(b"sku,item-name,price\n" + b'A,"x,100\n' + b'"B","y ""big""",200\nC,"z" size,300\n')
    assert [offer.sku for offer in listings.offers] == ["B", "C"]
    assert [(one.line, one.expected) for one in listings.refused] == [(2, "closed_quote")]


def test_a_header_repeated_in_a_comma_file_is_passed_over() -> None:
    assert [offer.sku for offer in read(b"sku,item-name,price\nA,x,100\nsku,item-name,price\nB,y,200\n").offers] == ["A", "B"]


def test_the_header_of_a_comma_file_may_stand_below_a_title() -> None:
    assert [offer.sku for offer in read("私の表\n\nsku,item-name,price\nA,x,100\n".encode()).offers] == ["A"]


def test_an_exact_copy_of_a_row_is_passed_over_and_rows_that_differ_are_all_refused() -> None:
    other = {**ROW, "出品者SKU": "0099"}
    listings = read(sheet(list(JAPANESE), ROW, ROW, other, {**other, "ポイント": "0"}))
    assert [offer.sku for offer in listings.offers] == ["0012"]
    assert [(one.line, one.expected) for one in listings.refused] == [(4, "sku_once"), (5, "sku_once")]


def test_a_copy_of_a_row_that_another_contradicts_is_as_doubtful_as_the_row() -> None:
    report = any_report(Path("listings.txt"), sheet(list(JAPANESE), ROW, {**ROW, "ポイント": "0"}, ROW, {**ROW, "出品者SKU": "0099"}))
    content, again = report.content, any_report(Path("listings.txt"), report.kept).content
    assert isinstance(content, Listings)
    assert isinstance(again, Listings)
    assert [row.line for row in content.refused] == [2, 3, 4]
    assert [offer.sku for offer in (*content.offers, *again.offers)] == ["0099", "0099"]


def test_two_columns_of_one_meaning_are_one() -> None:
    names = ["sku", "item-name", "price", "ポイント", "standard-price-point"]
    rows = [("A", "t", "1000", "", "20"), ("B", "t", "1000", "30", ""), ("C", "t", "1000", "20", "20"), ("D", "t", "1000", "1", "20")]
    listings = read(sheet(names, *(dict(zip(names, row, strict=True)) for row in rows)))
    assert [(offer.sku, offer.points) for offer in listings.offers] == [("A", 20), ("B", 30), ("C", 20)]
    assert [(one.line, one.expected) for one in listings.refused] == [(5, "one_value")]


@pytest.mark.parametrize(("cell", "asin"), [("b00abcdefg", "B00ABCDEFG"), ("Ｂ００１", "B001"), ("", None), ("不明", None), ("-", None)])
def test_an_asin_is_read_in_capitals_and_an_unknown_one_as_unknown(cell: str, asin: str | None) -> None:
    assert read(sheet(list(JAPANESE), {**ROW, "商品ID": cell, "商品IDタイプ": "１"}, encoding="utf-8")).offers[0].asin == asin


@pytest.mark.parametrize("cell", ["#N/A", "4.10101E+09"])
def test_an_asin_that_a_spreadsheet_damaged_refuses_its_row(cell: str) -> None:
    listings = read(sheet(list(JAPANESE), ROW, {**ROW, "出品者SKU": "2", "商品ID": cell}))
    assert [(one.line, one.expected) for one in listings.refused] == [(3, "undamaged")]


def test_utf8_with_one_bad_byte_is_not_taken_for_cp932() -> None:
    good = sheet(list(JAPANESE), ROW, {**ROW, "出品者SKU": "2", "商品名": "赤"}, encoding="utf-8")
    listings = read(good.replace("赤".encode(), "赤".encode()[:2]))
    assert [(offer.sku, offer.title) for offer in listings.offers] == [("0012", ROW["商品名"])]
    assert [one.line for one in listings.refused] == [3]


@pytest.mark.parametrize(("cell", "number"), [("新品", 11), ("中古品 - 良い", 3), ("Used - Very Good", 2), ("11", 11)])
def test_a_condition_may_stand_in_words(cell: str, number: int) -> None:
    assert read(sheet(list(JAPANESE), {**ROW, "コンディション": cell})).offers[0].condition == number


@pytest.mark.parametrize("sku", ["DEC-25", "MAY-12", "8-JUN"])
def test_a_sku_in_capitals_is_no_date_of_a_spreadsheet(sku: str) -> None:
    assert read(sheet(list(JAPANESE), {**ROW, "出品者SKU": sku})).offers[0].sku == sku


def test_blank_is_not_missing() -> None:
    blank = read(sheet(list(JAPANESE), {**ROW, "ポイント": "", "数量": "", "価格": "", "コンディション説明": ""})).offers[0]
    assert (blank.points, blank.quantity, blank.price, blank.condition_note) == (0, None, None, "")


def test_a_row_cut_short_is_not_known_where_it_is_cut() -> None:
    data = sheet(FORMS["B"], ROW).rstrip(b"\r\n").rsplit(b"\t", 1)[0]
    assert read(data).offers[0].points is None


def test_what_reports_carry_beside_offers_is_passed_over() -> None:
    plain = sheet(list(JAPANESE), ROW).decode("cp932")
    header, row = plain.split("\r\n")[:2]
    messy = "\r\n".join([f"{header}\t\t", row + "\t\t\t", "", header, row.replace("0012", "0013"), "\t" * 16, header + "\t\t", "", ""])
    listings = read(messy.encode("cp932"))
    assert [offer.sku for offer in listings.offers] == ["0012", "0013"]
    assert listings.offers[1].line == 5
    assert not listings.refused
    assert listings.rows == 2


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("価格", "12x", "whole_yen"), ("価格", "0", "yen_above_zero"), ("ポイント", "2%", "whole_points"), ("ポイント", "-1", "whole_points"),
        ("数量", "many", "whole_number"), ("コンディション", "12", "condition_number"), ("フルフィルメント・チャンネル", "FOO", "a_channel"),
        ("出品者SKU", "", "a_sku"), ("出品者SKU", "Jun-08", "undamaged"), ("出品者SKU", '="0012"', "undamaged"), ("出品者SKU", "#N/A", "undamaged"),
        ("出品者SKU", "6月8日", "undamaged"),
    ],
)  # fmt: skip
def test_a_bad_row_is_refused_and_the_good_ones_go_on(column: str, value: str, expected: str) -> None:
    listings = read(sheet(list(JAPANESE), ROW, {**ROW, "出品者SKU": "x", column: value}, {**ROW, "出品者SKU": "0014"}))
    assert [offer.sku for offer in listings.offers] == ["0012", "0014"]
    (refused,) = listings.refused
    assert (refused.line, refused.column, refused.value, refused.expected) == (3, column, value, expected)
    assert listings.rows == 3


def test_text_beyond_the_last_column_is_refused_unless_the_cells_before_it_hold() -> None:
    data = sheet(["出品者SKU", "ASIN", "価格", "数量"], {"出品者SKU": "A", "ASIN": "B", "価格": "5"}) + b"C\tD\t100\t1\t9\r\n"
    assert [offer.sku for offer in read(data).offers] == ["A"]
    shifted = sheet(list(JAPANESE), ROW) + ("\t".join(["x", *(ROW.get(name, "") for name in JAPANESE)]) + "\r\n").encode("cp932")
    assert [offer.sku for offer in read(shifted).offers] == ["0012"]


@pytest.mark.parametrize("bad", [b"\x81 ", b"\xff", b"\x80", b"\xfd\xfe"])
def test_bytes_that_are_no_text_refuse_their_row_only(bad: bytes) -> None:
    data = sheet(list(JAPANESE), ROW, {**ROW, "出品者SKU": "0013", "商品名": "ここ"}).replace("ここ".encode("cp932"), b"x" + bad)
    listings = read(data)
    assert [offer.sku for offer in listings.offers] == ["0012"]
    assert (listings.refused[0].line, listings.refused[0].expected) == (3, "readable_text")


def refuse(data: bytes, code: str) -> None:
    """The file of these bytes is refused whole, with a sentence in both languages."""
    with pytest.raises(UnreadableFile) as refused:
        read(data)
    assert refused.value.code == code
    for lang in LANGUAGES:
        sentence = fault_words(refused.value, lang)
        assert sentence
        assert "\n" not in sentence
        assert "{" not in sentence


def workbook() -> bytes:
    """The beginning of an Excel file."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as book:
        book.writestr("[Content_Types].xml", "<Types/>")
    return data.getvalue()


def test_a_wrong_file_is_refused_whole_and_says_what_it_is() -> None:
    one = sheet(list(JAPANESE), ROW)
    refuse(b"", "empty_file")
    refuse(b"\r\n\t\r\n  \r\n", "empty_file")
    refuse(sheet(list(JAPANESE)), "no_offers")
    refuse(workbook(), "excel_renamed")
    refuse(b"PK\x03\x04" + b"x" * 100, "zip")
    refuse(b"\xd0\xcf\x11\xe0" + b"x" * 100, "old_excel")
    refuse(b"%PDF-1.4", "pdf")
    refuse(b"\x89PNG\r\n", "picture")
    refuse(b"SQLite format 3\x00", "database")
    refuse(b"<!DOCTYPE html><html>", "web_page")
    refuse(b"<?xml version='1.0'?><a/>", "xml")
    refuse(b"<?xml version='1.0'?><AmazonEnvelope><return_details>", "xml_torn")
    refuse(b'{"a": 1}', "json")
    refuse(bytes(range(256)) * 40, "not_text")
    refuse(b"a\x00b\tc\n" * 50, "not_text")
    refuse(b"hello\tworld\n1\t2\n", "unknown_header")
    refuse(b"x" * 300_000, "line_too_long")
    refuse(one + b"y" * 300_000, "line_too_long")
    refuse(sheet(list(JAPANESE), ROW, {**ROW, "出品者SKU": "5.80293E+13"}), "skus_are_numbers")
    refuse(sheet(list(JAPANESE), {**ROW, "フルフィルメント・チャンネル": "AMAZON_NA"}), "other_country")
    refuse(sheet(list(JAPANESE), {**ROW, "フルフィルメント・チャンネル": "ＡＭＡＺＯＮ＿ＮＡ"}), "other_country")
    refuse(b"sku,item-name,price\nA," + b"x" * 140_000 + b",1\n", "unclosed_quote")
    refuse(sheet(list(JAPANESE), {**ROW, "出品日": "2022-03-15 02:26:37 PDT"}), "other_country")
    refuse(sheet(list(JAPANESE), {**ROW, "価格": "15.69 USD"}), "other_country")
    refuse(sheet(list(JAPANESE), {**ROW, "価格": "abc"}), "all_refused")
    refuse(one.split(b"\r\n")[1], "unknown_header")


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("amazon-order-id\tpurchase-date\torder-status\tsku\titem-price", "orders"),
        ("order-id\torder-item-id\tpurchase-date\tpayments-date\tbuyer-name\tsku", "orders"),
        ("order-id\torder-item-id\tpurchase-date\tpayments-date\tbuyer-name\tsku\tquantity-to-ship", "unshipped_orders"),
        ("Order ID\tOrder date\tReturn request date\tReturn Reason\tCategory\tMerchant SKU", "returns"),
        ("return-date\torder-id\tsku\tasin\tdetailed-disposition\treason\tlicense-plate-number", "fba_returns"),
        ("order-id,sku,carrier-name,ship-method,tracking-number", "shipments"),
        ("settlement-id\tsettlement-start-date\tdeposit-date\ttotal-amount", "settlement"),
        ("sku,category,hazmat", "facts"),
        ("sku\tpoints_percent", "points_list"),
        (
            "TemplateType=PriceInventory\tVersion=2018.0924\tx\n商品管理番号\t販売価格\nsku\tprice\tstandard-price-points\trestock-date",
            "price_file",
        ),
        ("TemplateType=InventoryLoader\tVersion=2020.0805\tx\n商品管理番号\t価格\nsku\tprice\tquantity", "upload_file"),
    ],
)
def test_another_report_is_called_by_its_name(header: str, kind: str, tmp_path: Path) -> None:
    file = tmp_path / "listings.txt"
    file.write_text(header + "\nA\t1\n", encoding="cp932")
    with pytest.raises(UnreadableFile) as refused:
        listings_report(file)
    assert refused.value.code == "wrong_kind"
    for lang in LANGUAGES:
        assert kinds()[kind].name.in_(lang) in fault_words(refused.value, lang)


@settings(max_examples=300)
@given(st.binary(max_size=600))
def test_no_bytes_crash_the_readers(data: bytes) -> None:
    expect_a_verdict(data)


@settings(max_examples=200)
@given(st.data())
def test_no_mutation_of_a_real_file_crashes_the_readers(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(sorted(REAL)))
    changed = bytearray(REAL[kind])
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(changed) - 1))
        what = data.draw(st.sampled_from(["flip", "cut", "double", "insert"]))
        if what == "flip":
            changed[place] = data.draw(st.integers(0, 255))
        elif what == "cut":
            del changed[place : place + data.draw(st.integers(1, 200))]
            changed = changed or bytearray(b"x")
        elif what == "double":
            changed[place:place] = changed[place : place + 300]
        else:
            changed[place:place] = data.draw(st.binary(max_size=20))
    expect_a_verdict(bytes(changed))


def expect_a_verdict(data: bytes) -> None:
    """Either the file is read, with refusals that have words, or it is refused with words."""
    try:
        content = any_report(Path("x.txt"), data).content
    except Fault as fault:
        for lang in LANGUAGES:
            assert fault_words(fault, lang)
        return
    for refused in content.refused:
        assert refused.line > 1
        assert refused.expected in messages()["expected"]
        assert refused.fix in messages()["fix"]
        assert len(refused.value) <= 80


def real_files() -> dict[str, bytes]:
    """A made shop's files, by name."""
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), times=1)
        return {file.name: file.read_bytes()[:4000] for file in sorted(Path(folder).iterdir())}


REAL = real_files()

"""Returns reports as people have them: spellings, months in English, several rows of an order, XML, and what is refused."""

from datetime import date
from pathlib import Path

import msgspec
import pytest

from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.readers.opening import is_xml
from sellerdesk.readers.returns import Returns
from sellerdesk.workflows.files import Source, any_report, return_report

HEADER = (
    "Order ID|Order date|Return request date|Return request status|Amazon RMA ID|Merchant RMA ID|Label type|Label cost|Currency code|"
    "Return carrier|Tracking ID|Label to be paid by|A-to-Z Claim|Is prime|ASIN|Merchant SKU|Item Name|Return quantity|Return Reason|"
    "In policy|Return type|Resolution|Invoice number|Return delivery date|Order Amount|Order quantity|SafeT Action reason|"
    "SafeT claim id|SafeT claim state|SafeT claim creation time|SafeT claim reimbursement amount|Refunded Amount"
)
ROW = {
    "Order ID": "249-1", "Order date": "01-Sep-2026", "Return request date": "20-Sep-2026", "Return request status": "Approved",
    "Amazon RMA ID": "D1", "Label cost": "600", "Currency code": "JPY", "Label to be paid by": "Customer", "Is prime": "Y",
    "Merchant SKU": "S-1", "Item Name": 'バッグ "大"', "Return quantity": "1", "Return Reason": "CR-UNWANTED_ITEM", "In policy": "Y",
    "Return delivery date": "29-Sep-2026", "Order Amount": "1980", "Order quantity": "1", "Refunded Amount": "",
}  # fmt: skip
WANTED = ReturnedItem(
    "249-1", "CR-UNWANTED_ITEM", line=2, ordered_on=date(2026, 9, 1), arrived_on=date(2026, 9, 29), sku="S-1", sfp=None, is_prime="yes",
    requested_on=date(2026, 9, 20), status="approved", label_payer="customer", label_cost=600, label="D1", in_policy="yes", amount=1980,
    order_quantity=1, quantity=1,
)  # fmt: skip


def read(folder: Path, *rows: dict[str, str], header: str = HEADER, encoding: str = "cp932") -> tuple[Source, Returns]:
    """The returns of a report with these rows; what a row does not tell is as in ROW."""
    names = header.split("|")
    lines = [names, *([{**ROW, **row}.get(name, "") for name in names] for row in rows)]
    file = folder / "returns.txt"
    file.write_bytes("".join("\t".join(line) + "\r\n" for line in lines).encode(encoding))
    return return_report(file)


@pytest.mark.parametrize("encoding", ["cp932", "utf-8", "utf-8-sig", "utf-16"])
def test_a_row_as_the_report_has_it(tmp_path: Path, encoding: str) -> None:
    source, told = read(tmp_path, {}, encoding=encoding)
    assert told.items == [WANTED]
    assert (source.kind, source.rows, source.refused) == ("returns", 1, [])


def test_letter_case_and_further_columns_do_not_matter(tmp_path: Path) -> None:
    header = HEADER.replace("Return Reason", "Return reason").replace("A-to-Z", "A-to-z").replace("Merchant RMA", "Seller RMA")
    rows = {"Return reason": "CR-UNWANTED_ITEM", "Category": "Shoes", "Order Item ID": "9"}
    _source, told = read(tmp_path, rows, header=header + "|Category|Order Item ID")
    assert (told.items[0].reason, told.items[0].category) == ("CR-UNWANTED_ITEM", "Shoes")


@pytest.mark.parametrize(
    ("text", "day"),
    [("29-Sep-2026", date(2026, 9, 29)), ("1-feb-2024", date(2024, 2, 1)), ("29-Sep-26", date(2026, 9, 29)), ("2026/09/29", date(2026, 9, 29)),
     ("", None)],
)  # fmt: skip
def test_days_as_the_report_and_a_spreadsheet_write_them(tmp_path: Path, text: str, day: date | None) -> None:
    assert read(tmp_path, {"Return delivery date": text})[1].items[0].arrived_on == day


@pytest.mark.parametrize(
    ("column", "text"),
    [("Return delivery date", "31-Sep-2026"), ("Return delivery date", "29-Sepp-2026"), ("Label cost", "12x"), ("Order ID", ""),
     ("Label cost", "0.5"), ("Is prime", "perhaps")],
)  # fmt: skip
def test_a_cell_that_cannot_be_read_refuses_its_row(tmp_path: Path, column: str, text: str) -> None:
    source, told = read(tmp_path, {}, {column: text})
    shown = "…" if text in ("29-Sepp-2026", "12x", "perhaps") else text  # words may be a buyer's name
    assert ([item.line for item in told.items], [(one.line, one.column, one.value) for one in source.refused]) == (
        [2],
        [(3, column, shown)],
    )


def test_a_blank_cell_is_not_known(tmp_path: Path) -> None:
    blank = dict.fromkeys(["Label to be paid by", "Label cost", "Is prime", "In policy", "Return Reason", "Return request status"], "")
    item = read(tmp_path, blank)[1].items[0]
    told = (item.label_payer, item.label_cost, item.is_prime, item.in_policy, item.reason, item.status, item.refunded)
    assert told == (None,) * 7


def test_several_rows_of_an_order_know_of_each_other(tmp_path: Path) -> None:
    other = {"Return Reason": "CR-DEFECTIVE"}
    _source, told = read(tmp_path, {}, other, {"Order ID": "249-2"}, {"Order ID": "249-3"}, {"Order ID": "249-3", "Label cost": "?!"})
    assert [(item.subject, item.alone) for item in told.items] == [("249-1", False), ("249-1", False), ("249-2", True), ("249-3", False)]


def test_a_row_that_says_the_same_as_another_counts_once(tmp_path: Path) -> None:
    source, told = read(tmp_path, {}, {"Label cost": "700"}, {}, {"Label cost": "?!"}, {"Label cost": "?!"})
    assert [item.line for item in told.items] == [2, 3]
    assert (source.rows, [row.line for row in source.refused]) == (5, [5, 6]), "what cannot be read is named each time"
    assert [(mend.kind, mend.times) for mend in source.unread.mended] == [("repeated", 1)]
    assert read(tmp_path, {}, {})[1].items[0].alone


def test_a_report_pasted_below_itself_says_no_more_than_once(tmp_path: Path) -> None:
    read(tmp_path, {}, {"Order ID": "249-2"})
    file = tmp_path / "returns.txt"
    file.write_bytes(file.read_bytes() * 2)
    source, told = return_report(file)
    assert [(item.subject, item.line, item.alone) for item in told.items] == [("249-1", 2, True), ("249-2", 3, True)]
    assert [(mend.kind, mend.times) for mend in source.unread.mended] == [("repeated", 2)]


@pytest.mark.parametrize(("ended", "alone"), [("Cancelled", [False, True]), ("Declined", [False, True]), ("Approved", [False, False])])
def test_a_cancelled_or_declined_row_makes_no_part_of_the_other_one(tmp_path: Path, ended: str, alone: list[bool]) -> None:
    _source, told = read(tmp_path, {"Return request status": ended}, {"Return Reason": "CR-DEFECTIVE"})
    assert [item.alone for item in told.items] == alone


def test_a_file_of_another_country_is_refused_whole(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="other_country"):
        read(tmp_path, {"Currency code": "EUR"})


def test_a_report_without_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no_returns"):
        read(tmp_path)


FBA = "return-date\torder-id\tsku\tasin\tfnsku\tproduct-name\tquantity\tfulfillment-center-id\tdetailed-disposition\treason\tstatus"


@pytest.mark.parametrize(
    ("header", "code"),
    [
        (FBA, "fba_returns"),
        ("settlement-id\tdeposit-date\ttotal-amount", "wrong_kind"),
        ("seller-sku\tprice\tquantity\tasin1", "wrong_kind"),
    ],
)
def test_other_reports_are_told_apart(tmp_path: Path, header: str, code: str) -> None:
    file = tmp_path / "returns.txt"
    file.write_text(header + "\n" + "\t".join("1" for _ in header.split("\t")) + "\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=code) as refused:
        return_report(file)
    assert refused.value.facts["path"] == "returns.txt"


ITEM = (
    "<item_details><item_name>a&amp;b</item_name><asin>B01</asin><return_reason_code>CR-UNWANTED_ITEM</return_reason_code>"
    "<merchant_sku>S-1</merchant_sku><in_policy>Y</in_policy><return_quantity>1</return_quantity><resolution>StandardRefund</resolution>"
    "</item_details>"
)
XML = (
    '<?xml version="1.0" encoding="{encoding}"?>{before}<AmazonEnvelope><Header><DocumentVersion>1.00</DocumentVersion></Header>'
    "<MessageType>Returns-Report</MessageType><Message><return_details>{items}<order_id>249-1</order_id>"
    "<order_date>2026-08-31T15:00:00Z</order_date><amazon_rma_id>D1</amazon_rma_id><buyer_name>NAME</buyer_name>"
    "<return_request_date>2026-09-20T12:44:17Z</return_request_date><return_request_status>Approved</return_request_status>"
    "<is_prime>Y</is_prime><label_details><currency_code>JPY</currency_code><label_cost>600.0</label_cost></label_details>"
    "<label_to_be_paid_by>Customer</label_to_be_paid_by><order_amount>1980.0</order_amount><order_quantity>1</order_quantity>{after}"
    "</return_details></Message></AmazonEnvelope>"
)


def read_xml(folder: Path, *, encoding: str = "UTF-8", items: str = ITEM, before: str = "", after: str = "") -> list[ReturnedItem]:
    """The returns of an XML report."""
    file = folder / "returns.xml"
    file.write_bytes(XML.format(encoding=encoding, items=items, before=before, after=after).encode(encoding))
    return return_report(file)[1].items


@pytest.mark.parametrize("encoding", ["UTF-8", "UTF-16"])
def test_xml_says_the_same_but_for_the_day_of_arrival(tmp_path: Path, encoding: str) -> None:
    (item,) = read_xml(tmp_path, encoding=encoding)
    assert item == msgspec.structs.replace(WANTED, arrived_on=None, line=1, resolution="refund")


def test_every_item_of_xml_is_a_row_and_blank_is_not_known(tmp_path: Path) -> None:
    items = read_xml(tmp_path, items=ITEM + ITEM.replace("CR-UNWANTED_ITEM", "CR-DEFECTIVE").replace("<in_policy>Y", "<in_policy>"))
    assert [(item.line, item.reason, item.in_policy, item.alone) for item in items] == [
        (1, "CR-UNWANTED_ITEM", "yes", False),
        (2, "CR-DEFECTIVE", None, False),
    ]


def test_nothing_about_the_buyer_is_read(tmp_path: Path) -> None:
    assert "NAME" not in repr(read_xml(tmp_path))


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("before", [LAUGHS, OUTSIDE, '<!DOCTYPE x SYSTEM "http://localhost/x.dtd">', "<!DOCTYPE x>"])
def test_entities_are_never_expanded(tmp_path: Path, before: str) -> None:
    with pytest.raises(UnreadableFile, match="xml_entities"):
        read_xml(tmp_path, before=before, after="<category>&c;</category>" if before is LAUGHS else "")


@pytest.mark.parametrize("text", ["<?xml version='1.0'?><AmazonEnvelope><Message>", "<?xml version='1.0' encoding='no-such'?><a/>"])
def test_torn_xml_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "returns.xml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableFile, match="xml_torn"):
        return_report(file)


def test_other_xml_and_web_pages_are_no_returns(tmp_path: Path) -> None:
    for text, code in (("<?xml version='1.0'?><a/>", "xml"), ("<!DOCTYPE html><html></html>", "web_page")):
        file = tmp_path / "returns.xml"
        file.write_text(text, encoding="utf-8")
        with pytest.raises(UnreadableFile, match=f"^{code}$"):
            return_report(file)
    assert not is_xml(b"Order ID\tOrder date")


@pytest.mark.parametrize(
    "header", ["order-id,order-date,return reason,carrier,tracking number", "注文番号,注文日,返品理由,配送業者,伝票番号"]
)
def test_an_owners_own_sheet_of_returns_is_no_sheet_of_shipments(tmp_path: Path, header: str) -> None:
    file = tmp_path / "mine.csv"
    file.write_text(f"{header}\n250-1234567-1234567,2026-01-02,UNWANTED_ITEM,Yamato,1234-5678-9012\n", encoding="utf-8")
    assert any_report(file).source.kind == "returns"


@pytest.mark.parametrize("label", ["DQjOMteiYRRMA", "DxEKwNlCTRRMA", "DpRtZqWmKx", "D2X", "DABCDEFRRMA"])
@pytest.mark.parametrize("beside", ["", "|Buyer phone number"])
def test_an_rma_id_that_has_drawn_no_digit_is_an_id(tmp_path: Path, label: str, beside: str) -> None:
    source, told = read(tmp_path, {"Amazon RMA ID": label}, header=HEADER + beside)
    assert (source.refused, [item.label for item in told.items]) == ([], [label])


@pytest.mark.parametrize("label", ["Taro Yamada", "山田太郎", "Yamada", "McDonald", "090-1234-5678", "taro@example.com"])
def test_a_buyers_name_or_number_is_no_rma_id(tmp_path: Path, label: str) -> None:
    source, _told = read(tmp_path, {}, {"Amazon RMA ID": label}, header=HEADER + "|Buyer phone number", encoding="utf-8")
    assert [one.line for one in source.refused] == [3]


@pytest.mark.parametrize("column", ["Resolution", "Return Reason", "Merchant SKU", "Amazon RMA ID", "Return request status"])
def test_a_row_with_a_buyers_data_names_the_column_that_holds_them(tmp_path: Path, column: str) -> None:
    source, told = read(tmp_path, {}, {"Order ID": "249-2", column: "090-1234-5678 〒231-0999 横浜市中区本町"})
    assert len(told.items) == 1
    assert [(one.column, one.value, one.expected) for one in source.refused] == [(column, "", "cells_in_place")]
    assert (source.refused[0].fix == "put_back_cells") == (column == "Merchant SKU"), "the way out of a SKU is for SKUs alone"

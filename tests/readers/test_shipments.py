"""The seller's shipment sheet and the shipping-confirmation upload, in every form that occurs."""

import csv
import io
from pathlib import Path

import pytest

from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.domain.shipment import Service, Shipment
from sellerdesk.readers.cells import BadCell, Decoder
from sellerdesk.readers.shipments import ShipmentsFile, read_shipments, tracking
from sellerdesk.readers.stamps import moment
from sellerdesk.workflows.files import read as read_file

ENGLISH = (
    "order-id", "sku", "carrier-name", "ship-method", "tracking-number", "tracking-given-at", "shipped-at", "confirmed-at",
    "ship-from-country", "ship-to-prefecture", "promised-by", "delivered-at", "is-prime",
)  # fmt: skip
JAPANESE = (
    "注文番号", "出品者SKU", "配送業者", "配送方法", "お問い合わせ伝票番号", "伝票番号登録日時", "出荷日時", "出荷通知日時", "出荷元国",
    "お届け先都道府県", "お届け予定日", "配達日時", "プライム",
)  # fmt: skip
ROW = (
    "250-0000001-0000001", "0012", "ヤマト運輸", "宅急便", "1234-5678-9013", "2020-07-01T09:55:00Z", "2020/7/1 19:00", "2020-07-01T19:00:00+09:00",
    "東京都", "北海道", "2020-07-03", "2020年7月2日", "はい",
)  # fmt: skip
SHIPMENT = Shipment(
    order_id="250-0000001-0000001", sku="0012", service=Service("ヤマト運輸 宅急便", ("yamato",), ("takkyubin",)), tracking=("123456789013",),
    given_at="2020-07-01 18:55:00", shipped_at="2020-07-01 19:00", confirmed_at="2020-07-01 19:00:00", ship_from="JP",
    promised_by="2020-07-03", delivered_at="2020-07-02", is_prime="yes", line=2,
)  # fmt: skip


def read(data: bytes) -> ShipmentsFile:
    """The shipments of a file of these bytes."""
    told: ShipmentsFile = read_file(Path("shipments.csv"), data, ("shipments",), read_shipments)[1]
    return told


def sheet(*rows: tuple[str, ...], head: tuple[str, ...] = ENGLISH, tab: bool = False, encoding: str = "utf-8") -> bytes:
    """A sheet of these rows."""
    file = io.StringIO()
    if tab:
        file.write("".join("\t".join(row) + "\r\n" for row in (head, *rows)))
    else:
        csv.writer(file).writerows([head, *rows])
    return file.getvalue().encode(encoding)


def cell(name: str, value: str) -> tuple[str, ...]:
    """The row with another value in one column."""
    return tuple(value if column == name else told for column, told in zip(ENGLISH, ROW, strict=True))


@pytest.mark.parametrize("encoding", ["cp932", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("tab", [True, False])
@pytest.mark.parametrize("head", [ENGLISH, JAPANESE])
def test_every_form_tells_the_same(head: tuple[str, ...], encoding: str, *, tab: bool) -> None:
    told = read(sheet(ROW, head=head, tab=tab, encoding=encoding))
    assert (told.shipments, told.refused, told.rows) == ([SHIPMENT], [], 1)


LABELS = ("注文番号", "注文商品番号", "出荷数", "出荷日", "配送業者コード", "配送業者名", "お問い合わせ伝票番号", "配送方法", "代金引換")
KEYS = (
    "order-id", "order-item-id", "quantity", "ship-date", "carrier-code", "carrier-name", "tracking-number", "ship-method",
    "cod-collection-method",
)  # fmt: skip
SENT = ("250-1", "123", "1", "2020-07-01", "Other", "ヤマト運輸", "123456789013", "宅急便", "")


@pytest.mark.parametrize(
    "top",
    [
        [
            ("TemplateType=OrderFulfillment", "Version=2011.1102", "この行はAmazonが使用しますので変更や削除しないでください。"),
            LABELS,
            KEYS,
        ],
        [("TemplateType=OrderFulfillment", "Version=2011.1102", "x"), KEYS],
        [LABELS, KEYS],
        [KEYS],
        [LABELS],
    ],
)
def test_the_upload_of_confirmations_is_read_with_and_without_its_header_rows(top: list[tuple[str, ...]]) -> None:
    told = read("".join("\t".join(row) + "\r\n" for row in [*top, SENT]).encode("cp932"))
    (one,) = told.shipments
    assert (one.order_id, one.sku, one.shipped_at, one.confirmed_at, one.given_at) == ("250-1", None, "2020-07-01", None, None)
    assert (one.service.carriers, one.service.methods, one.tracking) == (("yamato",), ("takkyubin",), ("123456789013",))
    assert (told.rows, told.refused, one.line) == (1, [], len(top) + 1)


def test_the_sheet_of_confirmations_alone_has_no_rows() -> None:
    with pytest.raises(UnreadableFile) as refused:
        read("".join("\t".join(row) + "\r\n" for row in [LABELS, KEYS]).encode("cp932"))
    assert refused.value.code == "no_facts"


def test_a_missing_column_is_not_known_and_a_blank_cell_says_what_its_column_says() -> None:
    (missing,) = read(sheet(("250-1", "ヤマト"), head=("order-id", "carrier-name", "sku"))).shipments
    assert (missing.tracking, missing.confirmed_at, missing.shipped_at, missing.delivered_at) == (None, None, None, None)
    (blank,) = read(sheet(("250-1", *[""] * 12))).shipments
    assert (blank.tracking, blank.confirmed_at, blank.shipped_at, blank.delivered_at) == ((), "none", "none", "none")
    assert (blank.given_at, blank.promised_by, blank.ship_from, blank.is_prime, blank.sku, blank.service) == (
        None,
        None,
        None,
        None,
        None,
        Service(),
    )


def test_what_is_about_the_buyer_is_never_read() -> None:
    head = (*ENGLISH, "buyer-name", "buyer-phone-number", "recipient-name", "ship-address-1")
    (one,) = read(sheet((*ROW, "山田太郎", "090-0000-0000", "山田花子", "千代田1-1"), head=head)).shipments
    assert one == SHIPMENT


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("123456789013", ("123456789013",)), ("１２３４－５６７８－９０１３", ("123456789013",)), ("1234 5678 9013", ("123456789013",)),
        ("'0123-4567-8901", ("012345678901",)), ("1234-5678-9013、1234-5678-9024", ("123456789013", "123456789024")),
        ("123456789013/123456789024", ("123456789013", "123456789024")), ("なし", ()), ("不明", None), ("123456789013.0", ("123456789013",)),
        ("eg123456789jp", ("EG123456789JP",)), ("発送済", ("発送済",)),
    ],
)  # fmt: skip
def test_tracking_numbers_are_folded(written: str, numbers: tuple[str, ...] | None) -> None:
    assert read(sheet(cell("tracking-number", written))).shipments[0].tracking == numbers


WORDS = ("yesterday", "2020-07-03 PDT", "Atlantis", "maybe")
"""Refused cells that may be a buyer's name for all that anybody knows: they are not shown."""


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("order-id", "", "an_order_id"), ("tracking-number", "1.23457E+11", "undamaged"), ("tracking-number", '="1234"', "undamaged"),
        ("sku", "5.80293E+13", "undamaged"), ("shipped-at", "yesterday", "a_moment"), ("confirmed-at", "2020-02-30", "a_moment"),
        ("promised-by", "2020-07-03 PDT", "a_moment"), ("ship-from-country", "Atlantis", "a_country"), ("is-prime", "maybe", "yes_or_no"),
        ("sku", "#N/A", "undamaged"),
    ],
)  # fmt: skip
def test_a_bad_row_is_refused_and_the_good_ones_go_on(column: str, value: str, expected: str) -> None:
    told = read(sheet(ROW, cell(column, value)))
    assert [one.line for one in told.shipments] == [2]
    assert [(one.line, one.column, one.value, one.expected) for one in told.refused] == [
        (3, column, "…" if value in WORDS else value, expected)
    ]


def test_the_origin_may_stand_as_country_or_as_prefecture() -> None:
    head = ("order-id", "carrier-name", "ship-from-country", "ship-from-prefecture")
    rows = [("1", "ヤマト", "JP", "東京都"), ("2", "ヤマト", "", "大阪"), ("3", "ヤマト", "中国", ""), ("4", "ヤマト", "CN", "東京都")]
    told = read(sheet(*rows, head=head))
    assert [one.ship_from for one in told.shipments] == ["JP", "JP", "CN"]
    assert [(one.line, one.expected) for one in told.refused] == [(5, "one_value")]


@pytest.mark.parametrize(
    ("level", "same_day"), [("SameDay", "yes"), ("Same Day", "yes"), ("当日お急ぎ便", "yes"), ("NextDay", "no"), ("?", None), ("", None)]
)
def test_the_service_level_tells_same_day(level: str, same_day: str | None) -> None:
    head = ("order-id", "carrier-name", "tracking-number", "ship-service-level")
    assert read(sheet(("1", "ヤマト", "1", level), head=head)).shipments[0].same_day == same_day


@pytest.mark.parametrize(
    "header",
    [
        "Order ID\tReturn request date\tReturn Reason\tTracking ID\tIs prime\tReturn carrier",
        "amazon-order-id\tpurchase-date\torder-status\tsku\tship-date",
    ],
)
def test_another_report_is_no_shipment_sheet(header: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read((header + "\n1\t2\n").encode())
    assert refused.value.code == "wrong_kind"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("2020-07-01", "2020-07-01"), ("2020/7/1", "2020-07-01"), ("20200701", "2020-07-01"), ("2020年7月1日", "2020-07-01"),
        ("2020-07-01 10:05", "2020-07-01 10:05"), ("2020/07/01 9:05:30", "2020-07-01 09:05:30"), ("2020年7月1日10時5分", "2020-07-01 10:05"),
        ("2020-07-01T10:05:30Z", "2020-07-01 19:05:30"), ("2020-06-30T15:00:00+00:00", "2020-07-01 00:00:00"),
        ("2020-07-01T00:00:00+09:00", "2020-07-01 00:00:00"), ("2020-06-30T20:00:00-0500", "2020-07-01 10:00:00"),
        ("2020/07/01 10:05:30 JST", "2020-07-01 10:05:30"), ("2020-07-01 01:05 UTC", "2020-07-01 10:05"),
        ("2020-07-01T10:05:30.123456+09:00", "2020-07-01 10:05:30"), ("2020-07-01(水) 10:05", "2020-07-01 10:05"), ("不明", None),
    ],
)  # fmt: skip
def test_a_moment_is_japan_time_and_no_more_exact_than_it_was_told(written: str, told: str | None) -> None:
    assert moment(written) == told


@pytest.mark.parametrize(
    "written",
    [
        "2020-13-01",
        "2020-07-01 25:00",
        "2020-07-01 10:05 PDT",
        "0001-01-01T00:00:00+23:00",
        "10:05",
        "7/1",
        "2020-07-0110:05",
        "2020-07-01T10:05+99:00",
    ],
)
def test_what_is_no_moment_is_said(written: str) -> None:
    with pytest.raises(BadCell):
        moment(written)


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("319721648466\u200b", ["319721648466"]), ("\ufeff3197-2164-8466\u200e", ["319721648466"]), ("490,714,955,706", ["490714955706"]),
        ("4907,1495,5706", ["490714955706"]), ("a490714955706a", ["490714955706"]), ("A490714955706B", ["490714955706"]),
        ("*490714955706*", ["490714955706"]), ("4907 1495 5706", ["490714955706"]), ("４９０７－１４９５－５７０６", ["490714955706"]),
        ("490714955706 193715301010", ["490714955706", "193715301010"]), ("490714955706、193715301010", ["490714955706", "193715301010"]),
        ("490714955706,193715301010", ["490714955706", "193715301010"]), ("4907-1495-5706\u30001937-1530-1010", ["490714955706", "193715301010"]),
        ("490714955706と193715301010", ["490714955706", "193715301010"]), ("EJ123456789JP", ["EJ123456789JP"]),
    ],
)  # fmt: skip
def test_what_nobody_sees_or_means_in_a_number_folds_away_and_two_stay_two(cell: str, numbers: list[str]) -> None:
    assert Decoder(tracking)[cell] == tuple(numbers)

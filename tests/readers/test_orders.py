"""Order files: stamps of every zone, several lines of one order, the words of payments, and nothing of a buyer anywhere."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from sellerdesk.domain.order import Dispatch, Order
from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.readers.headers import find_header
from sellerdesk.readers.opening import read_sheet
from sellerdesk.readers.orders import payment
from sellerdesk.readers.private import kept_source
from sellerdesk.workflows.files import any_report, order_report

HEAD = "amazon-order-id\tpurchase-date\torder-status\titem-status\tsku\tquantity\titem-price\tpayment-method\tchanged-payment-method\tship-date\tship-confirmed-date"
UNSHIPPED = [
    "order-id",
    "order-item-id",
    "purchase-date",
    "payments-date",
    "reporting-date",
    "promise-date",
    "days-past-promise",
    "buyer-email",
    "buyer-name",
    "buyer-phone-number",
    "sku",
    "product-name",
    "quantity-purchased",
    "quantity-shipped",
    "quantity-to-ship",
    "ship-service-level",
    "recipient-name",
    "ship-address-1",
    "ship-address-2",
    "ship-address-3",
    "ship-city",
    "ship-state",
    "ship-postal-code",
    "ship-country",
    "payment-method",
    "cod-collectible-amount",
    "already-paid",
    "payment-method-fee",
    "scheduled-delivery-start-date",
    "scheduled-delivery-end-date",
    "points-granted",
    "is-prime",
]
BUYER = {
    "buyer-email": "hanako@example.com", "buyer-name": "山田花子", "buyer-phone-number": "090-0000-1111", "recipient-name": "山田様方",
    "ship-address-1": "港区芝公園4-2-8", "ship-address-2": "青葉荘201", "ship-address-3": "気付", "ship-city": "港区", "ship-postal-code": "105-0011",
}  # fmt: skip


def written(folder: Path, *rows: str, head: str = HEAD) -> Path:
    """A tab-separated file."""
    file = folder / "orders.txt"
    file.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return file


def unshipped(folder: Path, **cells: str) -> Path:
    """An unshipped orders report with one order, its buyer and all."""
    told = {
        "order-id": "250-1", "order-item-id": "9", "purchase-date": "2020-06-30T14:59:59+00:00", "sku": "A", "quantity-purchased": "2", **BUYER, **cells,
    }  # fmt: skip
    return written(folder, "\t".join(told.get(name, "") for name in UNSHIPPED), head="\t".join(UNSHIPPED))


def only_order(path: Path) -> Order:
    """The one order of a file."""
    (order,) = order_report(path)[1].orders
    return order


@pytest.mark.parametrize(
    "stamp",
    [
        "2020-06-30T14:59:59Z", "2020-06-30T14:59:59+00:00", "2020-06-30T23:59:59+09:00", "2020-06-30T23:59:59+0900", "2020/06/30 23:59:59 JST",
        "2020-06-30 23:59:59", "2020-06-30T14:59:59.999Z", "2020年6月30日 23:59:59", "２０２０/06/30 23:59:59", "2020-06-30T06:59:59-08:00",
    ],
)  # fmt: skip
def test_a_stamp_is_the_same_moment_in_every_zone(tmp_path: Path, stamp: str) -> None:
    order = only_order(written(tmp_path, f"1\t{stamp}\tShipped\t\tA\t1\t100\tVisa\t\t2020-07-01\t2020-07-01"))
    assert order.placed == datetime(2020, 6, 30, 14, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize("stamp", ["yesterday", "30/06/2020", "2020-13-01", "2020-06-30 25:00", "44012", "2020-06-30T14:59:59+99:99"])
def test_a_stamp_that_is_none_refuses_its_row(tmp_path: Path, stamp: str) -> None:
    _source, content = order_report(written(tmp_path, f"1\t{stamp}\tShipped", "2\t2020-06-30\tShipped"))
    assert [(one.line, one.column, one.expected) for one in content.refused] == [(2, "purchase-date", "a_moment")]
    assert [order.order_id for order in content.orders] == ["2"]


def test_lines_of_one_order_are_one_order(tmp_path: Path) -> None:
    order = only_order(
        written(
            tmp_path,
            "1\t2020-06-30\tShipped\tShipped\tA\t2\t1,000\tVisa\t\t2020-07-01\t2020-07-01",
            "1\t2020-06-30\tShipped\tShipped\tB\t1\t500 JPY\tVisa\t\t2020-07-02\t2020-07-02",
            "1\t2020-06-30\tShipped\tCancelled\tC\t1\t9999\tVisa\t\t\t",
        )
    )
    assert (order.amount, order.units, len(order.parcels), order.line) == (1500, (("A", 2), ("B", 1)), 2, 2)


def test_a_missing_column_is_not_known_and_a_blank_cell_is_none(tmp_path: Path) -> None:
    blank = only_order(written(tmp_path, "1\t2020-06-30\tUnshipped\t\tA\t1\t\tVisa\t\t\t"))
    assert (blank.changed_to, blank.parcels, blank.amount) == ("none", (Dispatch("none", "none"),), None)
    missing = only_order(written(tmp_path, "1\t2020-06-30\tUnshipped", head="amazon-order-id\tpurchase-date\torder-status"))
    assert (missing.changed_to, missing.parcels, missing.payment) == (None, (Dispatch(),), None)


@pytest.mark.parametrize(
    ("words", "meaning"),
    [
        ("Visa", "cashless"), ("ＪＣＢ", "cashless"), ("クレジットカード", "cashless"), ("Amazonポイント", "cashless"), ("GiftCard", "cashless"),
        ("Visa, Amazon Points", "cashless"), ("COD", "other"), ("代金引換", "other"), ("ｺﾝﾋﾞﾆ払い", "other"), ("CVS", "other"), ("PayPay", "PayPay"),
        ("au かんたん決済", "au かんたん決済"), ("Visa, PayPay", "Visa, PayPay"), ("COD + Amazon Points", "COD + Amazon Points"), ("クレジットカード(Visa)", "cashless"),
        ("Visaデビット", "cashless"), ("不明", None),
    ],
)  # fmt: skip
def test_payment_words(words: str, meaning: str | None) -> None:
    assert payment(words) == meaning


def test_an_unshipped_report_tells_that_nothing_is_shipped(tmp_path: Path) -> None:
    order = only_order(unshipped(tmp_path, **{"payment-method": "COD"}))
    assert (order.status, order.payment, order.changed_to, order.parcels) == ("unshipped", "other", "none", (Dispatch("none", "none"),))
    assert order.units == (("A", 2),)


def test_nothing_of_a_buyer_is_in_what_we_read_or_keep(tmp_path: Path) -> None:
    report = any_report(unshipped(tmp_path))
    held = repr(report.content) + report.kept.decode()
    for word in BUYER.values():
        assert word not in held
    again = any_report(Path("orders.txt"), report.kept)
    assert again.content == report.content


def test_a_buyers_address_with_broken_bytes_neither_shows_nor_stops_the_order(tmp_path: Path) -> None:
    file = unshipped(tmp_path)
    file.write_bytes(file.read_bytes().replace("港区芝公園4-2-8".encode(), b"\xff\xfe\x81 secret"))
    report = any_report(file)
    assert not report.source.refused
    assert "secret" not in repr(report.content)


def test_what_is_kept_has_every_row_on_its_line(tmp_path: Path) -> None:
    file = tmp_path / "sheet.csv"
    file.write_text('注文番号,注文日,備考,お届け先\n\n1,2020-06-30,"a\nb",東京都\n2,2020-06-30,,大阪\n', encoding="utf-8")
    sheet = read_sheet(file.read_bytes())
    with pytest.raises(UnreadableFile):
        find_header(sheet)
    file.write_text('注文番号,注文日,備考,支払い方法\n\n1,2020-06-30,"a\nb",Visa\n2,2020-06-30,,COD\n', encoding="utf-8")
    sheet = read_sheet(file.read_bytes())
    kept = [line.strip() for line in kept_source(sheet, find_header(sheet), ()).decode().split("\n")]
    assert kept == ["注文番号\t注文日\t支払い方法", "", "1\t2020-06-30\tVisa", "", "2\t2020-06-30\tCOD"]


def test_another_countrys_money_is_refused_whole(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="other_country"):
        order_report(written(tmp_path, "1\t2020-06-30\tUSD", head="amazon-order-id\tpurchase-date\tcurrency\titem-price"))


def test_a_row_whose_cells_have_moved_is_refused_unseen_and_stays_refused_in_what_is_kept(tmp_path: Path) -> None:
    good = "1\t2020-06-30\tShipped\t\tA\t1\t100\tVisa\t\t2020-07-01\t2020-07-01"
    moved = "1\t2020-06-30\tShipped\t\tA\t1\t山田花子\t港区芝公園4-2-8\t090-0000-1111\tVisa\t\t2020-07-01\t2020-07-01"
    report = any_report(written(tmp_path, good, moved))
    again = any_report(tmp_path / "orders.txt", report.kept)
    for one in (report, again):
        (order,) = one.content.orders  # type: ignore[union-attr]
        assert order.torn
        assert {refused.line for refused in one.source.refused} == {3}
    told = repr(report.source.refused) + report.kept.decode()
    assert not any(word in told for word in ("山田", "芝公園", "0000-1111"))


@pytest.mark.parametrize("cell", ["山田花子", "港区芝公園4-2-8", "090-1234-5678", "105-0011", "hanako@example.com", "1 Shibakoen Minato"])
def test_a_cell_that_may_be_a_buyers_is_not_shown_when_it_is_refused(tmp_path: Path, cell: str) -> None:
    refused = order_report(written(tmp_path, f"1\t{cell}\tShipped", "2\t2020-06-30\tShipped"))[1].refused
    assert [one.value for one in refused] == ["…"]


@pytest.mark.parametrize("told", ["none", "なし", "-", "ー", "－"])
def test_a_payment_that_was_not_changed_may_be_told_in_words(tmp_path: Path, told: str) -> None:
    assert only_order(written(tmp_path, f"1\t2020-06-30\tShipped\t\tA\t1\t100\tVisa\t{told}")).changed_to == "none"


def test_words_that_nobody_knows_on_one_line_stand_for_the_whole_order(tmp_path: Path) -> None:
    rows = [f"1\t2020-06-30\t{status}\t\tA\t1\t100\t{payment}\t" for status, payment in (("Shipped", "Visa"), ("Odd", "PayPay"))]
    order = only_order(written(tmp_path, *rows))
    assert (order.payment, order.status) == ("PayPay", "Odd")

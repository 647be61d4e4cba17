"""Fifty made shops of three months: every sown fault is found and none invented, and every file adds up to the yen."""

import random
import re
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellerdesk.domain.account import Account
from sellerdesk.domain.offer import Offer
from sellerdesk.domain.payment import COLUMNS, Payment
from sellerdesk.rules.payments.kinds import NOT_PLACED
from sellerdesk.rules.payments.once import rows_once
from sellerdesk.rules.payments.placed import placed
from sellerdesk.rules.payments.records import Known
from sellerdesk.workflows.files import facts_sheet
from sellerdesk.workflows.payment_kinds import places
from sellerdesk.workflows.payments.report import Report, known_of, read_and_judge
from sellerdesk.workflows.payments.saved import of_file
from tests.payments_maker import Amount, Row, settlement, transactions
from tests.payments_shop import AS_OF, MONTHS, Key, Maker, Shop

SHOPS = range(50)


def known(folder: Path, shop: Shop) -> Known:
    """What the shop knows beside its payments."""
    (folder / "returns.txt").write_bytes(shop.returns())
    (folder / "facts.csv").write_bytes(shop.facts())
    offers = [Offer(one.sku, price=one.price, points=one.points) for one in shop.items]
    return known_of(of_file(folder / "returns.txt", AS_OF), facts_sheet(folder / "facts.csv")[1], offers, (Account(), AS_OF), {})


def judged(folder: Path, shop: Shop, files: list[bytes]) -> Report:
    """The shop's payments judged."""
    paths = []
    for number, data in enumerate(files):
        paths.append(folder / f"{number}.csv")
        paths[-1].write_bytes(data)
    return read_and_judge(paths, AS_OF, known(folder, shop))


def found(report: Report) -> Key:
    """What is to be mended or looked at, by rule and subject."""
    return {(one.rule, one.subject) for one in report.audit.findings if one.outcome != "ok" and not one.missing}


def adds_up(report: Report, shop: Shop) -> bool:
    """Whether all sums are those of the rows that were made."""
    total = sum(one.total for one in shop.rows)
    return report.sums.total == total == report.sums.placed + report.sums.not_placed and report.sums.not_placed == shop.not_placed


@pytest.mark.parametrize("number", SHOPS)
def test_every_sown_fault_is_found_and_none_invented(tmp_path: Path, number: int) -> None:
    shop = Maker(number).make()
    lang, columns, encoding = [("ja", 30, "utf-8-sig"), ("ja", 28, "cp932"), ("ja", 27, "utf-8"), ("en", 30, "utf-8")][number % 4]
    report = judged(tmp_path, shop, [transactions(shop.month(name), lang, columns, encoding) for name in MONTHS])
    assert found(report) == shop.key
    assert adds_up(report, shop)


@pytest.mark.parametrize("number", SHOPS)
def test_shuffled_rows_and_overlapping_months_say_the_same(tmp_path: Path, number: int) -> None:
    shop, chance = Maker(number).make(), random.Random(number)  # noqa: S311 (made data)
    june, july, august = (shop.month(name) for name in MONTHS)
    files = [june + july[:20], july, july[10:] + august[: len(august) // 2], august, june]
    for rows in files:
        chance.shuffle(rows)
    told = [transactions(rows, "en" if place % 2 else "ja", 28 if place % 2 else 30) for place, rows in enumerate(files)]
    report = judged(tmp_path, shop, told)
    assert found(report) == shop.key
    assert adds_up(report, shop)
    assert sum(one.doubled for one in report.files) == sum(map(len, files)) - len(shop.rows)


@pytest.mark.parametrize("number", SHOPS)
def test_a_file_cut_in_the_middle_is_said_and_its_whole_rows_add_up(tmp_path: Path, number: int) -> None:
    shop = Maker(number).make()
    data = transactions(shop.month(MONTHS[0]))
    report = judged(tmp_path, shop, [data[: len(data) // 2 + number]])
    assert report.files[0].cut or data[: len(data) // 2 + number].endswith(b"\r\n")
    assert report.sums.total == report.sums.placed + report.sums.not_placed == sum(one.total for one in report.payments)


@pytest.mark.parametrize("number", range(1_000, 1_010))
def test_files_that_a_spreadsheet_saved_again_say_the_same(tmp_path: Path, number: int) -> None:
    shop, chance = Maker(number).make(), random.Random(number)  # noqa: S311 (made data)
    june, july, august = (shop.month(name) for name in MONTHS)
    files = [[*june, *july[:20]], july, [*july[10:], *august[:30]], august, [*june]]
    for rows in files:
        chance.shuffle(rows)
    data = list(map(transactions, files))
    for place in (0, 2):
        data[place] = re.sub(rb"(\d\d:\d\d):\d\d JST", rb"\1", data[place])
    data[1] = data[1].replace(b'","', b'";"')
    data[3] += ("合計" + "," * 27 + "123,,\r\n").encode()
    report = judged(tmp_path, shop, data)
    assert found(report) == shop.key
    assert adds_up(report, shop)
    assert not report.lacking


kinds_written = st.sampled_from(
    ["注文", "返金", "注文外料金", "調整", "振込み", "まったく新しい", "Refund", "FBA手数料", "Amazon手数料", "配送サービス - 取り消し"]
)
texts = st.sampled_from(["月額登録料", "広告費用", "見たことのない料金", "FBA在庫の返金 - 紛失:", "その他：", "", "Amazon Easy Ship料金"])
yen = st.integers(-999_999, 999_999)
payments = st.builds(
    lambda kind, text, amounts, apart: Payment(1, "2026-07-03 12:00:00", kind, "", "", text, tuple(amounts), sum(amounts) + apart),
    kinds_written, texts, st.lists(yen, min_size=len(COLUMNS), max_size=len(COLUMNS)), st.sampled_from([0, 0, 0, 120, -1]),
)  # fmt: skip
amounts = st.builds(
    lambda kind, amount_type, text, amount: Payment(
        1, "2026-07-03 12:00:00", kind, "", "", text, (amount,), amount, settlement="1", amount_type=amount_type, report="settlement"
    ),
    st.sampled_from(["Order", "Refund", "other-transaction", "Quite new"]), st.sampled_from(["ItemPrice", "ItemFees", "Points", "?"]),
    st.sampled_from(["Principal", "Tax", "Commission", "RefundCommission", "PointsGranted", "Never seen"]), yen,
)  # fmt: skip


@given(st.lists(st.one_of(payments, amounts), max_size=30))
def test_placed_and_not_placed_come_to_the_total_of_whatever_rows(rows: list[Payment]) -> None:
    sums = placed(rows, places())
    assert sums.placed + sums.not_placed == sums.total == sum(one.total for one in rows)
    assert sum(one.yen for one in sums.kinds) == sums.total
    for one in rows:
        assert sum(part for _kind, part in places().parts(one)) == one.total
    by_parts = dict.fromkeys((one.kind for one in sums.kinds), 0)
    for one in rows:
        for kind, part in places().parts(one):
            by_parts[kind] += part
    assert by_parts == {one.kind: one.yen for one in sums.kinds}


@given(st.lists(payments, max_size=12), st.integers(0, 12), st.integers(0, 12))
def test_rows_of_files_that_overlap_are_counted_once_and_none_is_lost(rows: list[Payment], begin: int, end: int) -> None:
    rows = [Payment(place, f"2026-07-03 12:00:{place:02}", *one_of(one)) for place, one in enumerate(rows)]
    whole = rows_once([rows[: max(begin, end)], rows[min(begin, end) :], rows], places()).payments
    assert sorted(one.at for one in whole) == [one.at for one in rows]


def one_of(one: Payment) -> tuple[str, str, str, str, tuple[int, ...], int]:
    """A row without its line and moment."""
    return one.type, one.order_id, one.sku, one.text, one.amounts, one.total


def test_two_equal_rows_of_one_file_are_both_true() -> None:
    one = Payment(1, "2026-07-03 12:00:00", "注文", "1", "A", "", (100, *[0] * 13), 100)
    assert len(rows_once([[one, one], [one]], places()).payments) == 2
    assert len(rows_once([[one], [one, one, one]], places()).payments) == 3


def test_a_settlement_and_the_transactions_of_it_are_counted_once(tmp_path: Path) -> None:
    shop = Maker(1).make()
    order = "250-1234567-1234567"
    told = [Amount("Order", "ItemPrice", "Principal", 1_800, order, "A-1"), Amount("Order", "ItemFees", "Commission", -297, order, "A-1")]
    rows = [
        Row("2026-07-03 12:34:56", "注文", {"product_sales": 1_800, "selling_fees": -297}, order, "A-1", settlement="111"),
        Row("2026-07-20 00:00:00", "振込み", {"other": -1_503}, text="次が末尾の口座へ： 123", settlement="111"),
    ]
    report = judged(tmp_path, shop, [settlement("111", told), transactions(rows)])
    assert {one.kind: one.yen for one in report.sums.kinds} == {"sale": 1_800, "referral_fee": -297, "transfer": -1_503}
    assert [one.doubled for one in report.files] == [0, 1]


def test_every_settlement_of_a_file_is_counted_once_beside_its_transactions(tmp_path: Path) -> None:
    told = [Amount("Order", "ItemPrice", "Principal", 1_800, "250-1234567-1234567", "A-1")]
    two = settlement("111", told) + settlement("222", told).partition(b"\n")[2]
    rows = [
        Row("2026-07-03 12:34:56", "注文", {"product_sales": 1_800}, "250-1234567-1234567", "A-1", settlement=name)
        for name in ("111", "222")
    ]
    report = judged(tmp_path, Maker(1).make(), [two, transactions(rows)])
    assert (report.sums.total, [one.doubled for one in report.files]) == (3_600, [0, 2])


ORDER = "250-1234567-1234567"
SALE = [Amount("Order", "ItemPrice", "Principal", 1_800, ORDER, "A-1"), Amount("Order", "ItemFees", "Commission", -297, ORDER, "A-1")]
BACK = [Amount("Refund", "ItemPrice", "Principal", -1_800, ORDER, "A-1"), Amount("Refund", "ItemFees", "Commission", 267, ORDER, "A-1")]
ROWS = [
    Row("2026-07-03 12:34:56", "注文", {"product_sales": 1_800, "selling_fees": -297}, ORDER, "A-1", settlement="111"),
    Row("2026-07-09 12:34:56", "返金", {"product_sales": -1_800, "selling_fees": 267}, ORDER, "A-1", settlement="111"),
]


@pytest.mark.parametrize("lines", range(1, 5))
def test_a_settlement_that_was_cut_displaces_no_row_that_it_does_not_hold(tmp_path: Path, lines: int) -> None:
    whole = settlement("111", [*SALE, *BACK]).split(b"\n")
    report = judged(tmp_path, Maker(1).make(), [b"\n".join([*whole[: 2 + lines], b""]), transactions(ROWS)])
    assert {one.kind: one.yen for one in report.sums.kinds} == {
        "sale": 1_800, "referral_fee": -297, "refund_price": -1_800, "referral_fee_returned": 267,
    }  # fmt: skip
    said = next(one for one in report.audit.findings if one.rule == "payments.sum")
    assert said.outcome == ("ok" if lines == 4 else "check")
    assert said.facts["parts"] == f"{sum(one.yen for one in [*SALE, *BACK][:lines]):,}"


def test_a_settlement_of_the_same_number_displaces_the_orders_that_it_holds(tmp_path: Path) -> None:
    other = [one._replace(order="250-7654321-7654321") for one in SALE]
    report = judged(tmp_path, Maker(1).make(), [transactions(ROWS), settlement("111", other)])
    assert {one.kind: one.yen for one in report.sums.kinds} == {
        "sale": 3_600, "referral_fee": -594, "refund_price": -1_800, "referral_fee_returned": 267,
    }  # fmt: skip


def test_transactions_that_name_no_settlement_are_told_by_their_orders_and_yen(tmp_path: Path) -> None:
    bare = [row._replace(settlement="") for row in ROWS]
    kinds = {"sale": 1_800, "referral_fee": -297, "refund_price": -1_800, "referral_fee_returned": 267}
    report = judged(tmp_path, Maker(1).make(), [transactions(bare), settlement("111", [*SALE, *BACK])])
    assert {found.kind: found.yen for found in report.sums.kinds} == kinds
    other = [row._replace(order="250-7654321-7654321") for row in bare]
    report = judged(tmp_path, Maker(1).make(), [transactions(other), settlement("111", [*SALE, *BACK])])
    assert {found.kind: found.yen for found in report.sums.kinds} == {kind: 2 * yen for kind, yen in kinds.items()}


def test_a_settlement_whose_total_is_not_met_carries_no_breach(tmp_path: Path) -> None:
    whole = settlement("111", [*SALE, *BACK]).split(b"\n")
    for lines in (1, 2, 3):
        report = judged(tmp_path, Maker(1).make(), [b"\n".join([*whole[: 2 + lines], b""])])
        assert [one.rule for one in report.audit.findings if one.outcome == "breach"] == []


def test_a_settlement_whose_rows_are_not_its_total_is_named(tmp_path: Path) -> None:
    told = [Amount("Order", "ItemPrice", "Principal", 1_800), Amount("Order", "Quite new", "Never seen", -50)]
    for wrong, outcome in ((0, "ok"), (77, "check")):
        report = judged(tmp_path, Maker(1).make(), [settlement("111", told, wrong=wrong)])
        assert [one.outcome for one in report.audit.findings if one.rule == "payments.sum"] == [outcome]
        assert next(one.yen for one in report.sums.kinds if one.kind == NOT_PLACED) == -50


def differing(report: Report) -> dict[str, tuple[object, object]]:
    """The orders on which two reports differ, each with the yen of both."""
    found = [one for one in report.audit.findings if one.rule == "payments.reports-differ" and one.outcome == "check"]
    return {one.subject: (one.facts["listed"], one.facts["settled"]) for one in found}


@pytest.mark.parametrize("order", ["files", "turned"])
def test_an_order_of_which_two_reports_tell_other_yen_is_named_with_both(tmp_path: Path, order: str) -> None:
    other = [SALE[0]._replace(yen=1_700), SALE[1], *BACK]
    files = [transactions(ROWS), settlement("111", other)]
    report = judged(tmp_path, Maker(1).make(), files if order == "files" else files[::-1])
    assert differing(report) == {ORDER: ("267", "167")} or differing(report) == {ORDER: ("-30", "-130")}
    assert sum(one.yen for one in report.sums.kinds) == sum(one.yen for one in other)
    (said,) = [one for one in report.audit.findings if one.rule == "payments.reports-differ"]
    assert (said.facts["month"], said.facts["settlement"]) == ("2026-07", "111")


def test_orders_on_which_two_reports_agree_are_silent(tmp_path: Path) -> None:
    report = judged(tmp_path, Maker(1).make(), [transactions(ROWS), settlement("111", [*SALE, *BACK])])
    assert differing(report) == {}
    assert report.audit.summary["payments.reports-differ"] == {"ok": 1, "check": 0}


def test_a_refund_that_one_of_two_reports_lacks_is_named(tmp_path: Path) -> None:
    late = ROWS[1]._replace(at="2026-07-20 12:34:56", order="250-7654321-7654321")
    for rows, amounts in (([*ROWS, late], SALE), ([ROWS[0], late], [*SALE, *BACK])):
        report = judged(tmp_path, Maker(1).make(), [transactions(rows), settlement("111", amounts)])
        assert ORDER in differing(report)


def test_a_part_of_an_order_whose_month_is_not_there_is_no_difference(tmp_path: Path) -> None:
    august = [one._replace(at="2026/08/02 03:34:56 UTC") for one in SALE]
    report = judged(tmp_path, Maker(1).make(), [transactions(ROWS[:1]), settlement("111", [*SALE, *august])])
    assert differing(report) == {}


@pytest.mark.parametrize("lines", range(1, 4))
def test_a_settlement_that_was_cut_is_compared_with_nothing(tmp_path: Path, lines: int) -> None:
    whole = settlement("111", [*SALE, *BACK]).split(b"\n")
    report = judged(tmp_path, Maker(1).make(), [b"\n".join([*whole[: 2 + lines], b""]), transactions(ROWS)])
    assert differing(report) == {}


def settled(rows: Sequence[Row], number: str) -> bytes:
    """The settlement of some transactions, an amount for each."""
    kinds = {"注文": "Order", "返金": "Refund"}
    amounts = []
    for row in rows:
        at = datetime.fromisoformat(row.at) - timedelta(hours=9)
        amount_type = "ItemPrice" if row.kind in kinds else "other-transaction"
        amounts.append(
            Amount(
                kinds.get(row.kind, row.kind),
                amount_type,
                row.text or "Principal",
                row.total,
                row.order,
                row.sku,
                f"{at:%Y/%m/%d %H:%M:%S} UTC",
            )
        )
    return settlement(number, amounts)


@pytest.mark.parametrize("number", range(6))
def test_whole_months_beside_their_settlements_differ_on_nothing(tmp_path: Path, number: int) -> None:
    shop = Maker(number).make()
    numbers = sorted({row.settlement for row in shop.rows})
    months = [transactions(shop.month(name)) for name in MONTHS]
    settlements = [settled([row for row in shop.rows if row.settlement == name], name) for name in numbers]
    for files in ([*months, *settlements], [months[0], *settlements]):
        report = judged(tmp_path, shop, files)
        assert differing(report) == {}
        assert report.audit.summary["payments.reports-differ"]["ok"] > 10


@pytest.mark.parametrize("number", range(6))
def test_months_without_settlement_numbers_count_once_beside_their_settlements(tmp_path: Path, number: int) -> None:
    shop = Maker(number).make()
    numbers = sorted({row.settlement for row in shop.rows})
    months = [transactions([row._replace(settlement="") for row in shop.month(name)]) for name in MONTHS]
    for some in (numbers, numbers[:1], numbers[1:]):
        settlements = [settled([row for row in shop.rows if row.settlement == name and row.kind != "振込み"], name) for name in some]
        report = judged(tmp_path, shop, [*months, *settlements])
        assert (report.sums.total, differing(report)) == (sum(one.total for one in shop.rows), {})


LATER = ROWS[0]._replace(at="2026-07-05 10:00:00", settlement="")
BARE = [row._replace(settlement="", at=f"2026-07-03 12:34:{56 + place}") for place, row in enumerate(ROWS)]
FEES = [
    Row(f"2026-07-{day} 12:34:56", "注文外料金", {"other": yen}, text=text, quantity="", settlement="")
    for day, text, yen in (("12", "月額登録料", -5_390), ("12", "広告費用", -1_100))
]
CHARGED = [
    Amount("other-transaction", "other-transaction", "Subscription Fee", -5_390, at="2026/07/12 03:34:56 UTC"),
    Amount("ServiceFee", "Cost of Advertising", "TransactionTotalAmount", -1_100, at="2026/07/12 03:34:56 UTC"),
]


@pytest.mark.parametrize(
    ("rows", "total", "said"),
    [
        ([*BARE, *FEES], -30 - 6_490, {}),
        ([*BARE, LATER, *FEES], -30 + 1_503 - 6_490, {}),
        ([*BARE, BARE[0], *FEES], -30 + 1_503 - 6_490, {}),
        ([*BARE, FEES[0], FEES[1]._replace(yen={"other": -1_200})], -30 - 6_490 - 1_200, {"111": ("-1,200", "-1,100")}),
        ([*BARE, *FEES, FEES[1]._replace(at="2026-07-20 10:00:00")], -30 - 6_490 - 1_100, {}),
        ([BARE[0]._replace(yen={"product_sales": 1_900}), BARE[1], *FEES], -30 - 6_490, {ORDER: ("367", "-30")}),
    ],
)
def test_rows_without_a_number_count_beside_a_settlement_what_it_has_not(
    tmp_path: Path, rows: list[Row], total: int, said: dict[str, tuple[str, str]]
) -> None:
    report = judged(tmp_path, Maker(1).make(), [transactions(rows), settlement("111", [*SALE, *BACK, *CHARGED])])
    assert (report.sums.total, differing(report)) == (total, said)


NUMBERED = [row._replace(settlement="111") for row in FEES]
DEARER = NUMBERED[1]._replace(yen={"other": -1_200})
RESERVE = Amount("other-transaction", "other-transaction", "Current Reserve Amount", -5_000, at="2026/07/12 03:34:56 UTC")


@pytest.mark.parametrize(
    ("rows", "amounts", "said"),
    [
        (NUMBERED, CHARGED, {}),
        ([NUMBERED[0], DEARER], CHARGED, {"111": ("-1,200", "-1,100")}),
        ([NUMBERED[0], DEARER], [*CHARGED, RESERVE], {"111": ("-1,200", "-1,100")}),
        (NUMBERED, [*CHARGED, RESERVE], {}),
        ([*NUMBERED, NUMBERED[1]._replace(yen={"other": -300})], [*CHARGED, CHARGED[1]._replace(yen=-300, order=ORDER)], {}),
        ([*NUMBERED, NUMBERED[1]._replace(yen={"other": -300})], [*CHARGED, CHARGED[1]._replace(yen=-300, amount_type="X", text="Y")], {}),
        (NUMBERED, [*CHARGED, CHARGED[1]._replace(at="2026/08/02 03:34:56 UTC")], {}),
    ],
)
def test_charges_without_an_order_of_which_two_reports_tell_other_yen_are_named(
    tmp_path: Path, rows: list[Row], amounts: list[Amount], said: dict[str, tuple[str, str]]
) -> None:
    report = judged(tmp_path, Maker(1).make(), [transactions([*ROWS, *rows]), settlement("111", [*SALE, *BACK, *amounts])])
    assert differing(report) == said


def test_tax_that_the_marketplace_withholds_of_shipping_is_tax_on_shipping(tmp_path: Path) -> None:
    parts = {"Principal": -90, "Shipping": -20}
    held = [Amount("Order", "ItemWithheldTax", f"MarketplaceFacilitatorTax-{part}", yen, ORDER, "A-1") for part, yen in parts.items()]
    report = judged(tmp_path, Maker(1).make(), [settlement("111", [*SALE, *held])])
    kinds = {one.kind: one.yen for one in report.sums.kinds}
    assert (kinds["sale_tax"], kinds["shipping_tax"]) == (-90, -20)


def test_a_settlement_of_many_orders_beside_transactions_of_others_takes_no_time() -> None:
    begin = datetime(2026, 7, 1)  # noqa: DTZ001 (Japan's, as the rows tell it)
    many = 10_000

    def row(number: int, report: Literal["payments", "settlement"], month: int) -> Payment:
        at = (begin.replace(month=month) + timedelta(minutes=number)).isoformat(" ")
        amounts = (1_000,) if report == "settlement" else (1_000, *[0] * (len(COLUMNS) - 1))
        told = ("Order", "Principal", "11", "ItemPrice") if report == "settlement" else ("注文", "本", "", "")
        return Payment(number, at, told[0], f"250-{month:07}-{number:07}", "A", told[1], amounts, 1_000, 1, told[2], told[3], report)

    files = [[row(number, "settlement", 7) for number in range(many)], [row(number, "payments", 8) for number in range(many)]]
    before = time.process_time()
    assert len(rows_once(files, places(), {"11"}).payments) == 2 * many
    assert time.process_time() - before < 5, "every order against every other one took minutes"

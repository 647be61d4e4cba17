"""Payment reports in all the ways they are written: every yen is read, nothing of a buyer, and what is wrong is named."""

import csv
from pathlib import Path

import pytest

from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.readers.payments import PaymentFile
from sellerdesk.workflows.files import any_report, payment_reports
from tests.payments_maker import SECRETS, Amount, Row, settlement, transactions

SALE = Row(
    "2026-07-03 12:34:56",
    "注文",
    {"product_sales": 1_800, "product_sales_tax": 180, "points": -40, "selling_fees": -297},
    "250-1234567-1234567",
    "A-1",
    "本",
)
BACK = Row("2026-07-05 09:00:00", "返金", {"product_sales": -1_800, "selling_fees": 267}, "250-1234567-1234567", "A-1", "本")
FEE = Row("2026-07-06 00:00:00", "注文外料金", {"other": -4_900}, text="月額登録料", quantity="")
ROWS = [SALE, BACK, FEE]


def read(tmp_path: Path, data: bytes) -> PaymentFile:
    """A report that lies on the disk."""
    file = tmp_path / "2026JulMonthlyTransaction.csv"
    file.write_bytes(data)
    return payment_reports(file)[1]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp932", "utf-16"])
@pytest.mark.parametrize("columns", [27, 28, 30])
def test_a_report_is_read_in_each_encoding_and_width(tmp_path: Path, encoding: str, columns: int) -> None:
    content = read(tmp_path, transactions(ROWS, columns=columns, encoding=encoding))
    assert [one.total for one in content.content.payments] == [1_643, -1_533, -4_900]
    assert content.content.payments[0].at == "2026-07-03 12:34:56"
    assert (content.refused, content.rows, content.content.cut) == ([], 3, False)


def test_english_reports_say_the_same(tmp_path: Path) -> None:
    ja, en = (read(tmp_path, transactions(ROWS, lang)).content.payments for lang in ("ja", "en"))
    assert [(one.at, one.order_id, one.sku, one.amounts) for one in ja] == [(one.at, one.order_id, one.sku, one.amounts) for one in en]
    assert [one.type for one in en] == ["Order", "Refund", "Service Fee"]


@pytest.mark.parametrize("minus", ["-", "−", "▲", "△", "－"])
def test_a_minus_is_written_in_many_ways(tmp_path: Path, minus: str) -> None:
    assert [one.total for one in read(tmp_path, transactions(ROWS, minus=minus)).content.payments] == [1_643, -1_533, -4_900]


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("2026年7月3日 12:34:56", "2026-07-03 12:34:56"),
        ("2026-07-03 03:34:56 UTC", "2026-07-03 12:34:56"),
        ("Jul 3, 2026 12:34:56 AM JST", "2026-07-03 00:34:56"),
        ("3 Jul 2026 12:34:56 JST", "2026-07-03 12:34:56"),
        ("2026/7/3", "2026-07-03 00:00:00"),
        ("2026-07-03T12:34:56+09:00", "2026-07-03 12:34:56"),
    ],
)
def test_moments_are_read_as_people_and_reports_write_them(tmp_path: Path, written: str, at: str) -> None:
    data = transactions(ROWS).decode("utf-8-sig").replace("2026/07/03 12:34:56 JST", written, 1)
    assert read(tmp_path, data.encode()).content.payments[0].at == at


@pytest.mark.parametrize(("cell", "column"), [("12x", "商品売上"), ("1.5", "商品売上"), ("", "合計")])
def test_a_cell_that_is_no_yen_refuses_its_row_and_no_other(tmp_path: Path, cell: str, column: str) -> None:
    text = transactions(ROWS).decode("utf-8-sig")
    data = text.replace('"1,800"' if column == "商品売上" else '"1,643"', f'"{cell}"', 1).encode()
    content = read(tmp_path, data)
    assert [(one.column, one.expected) for one in content.refused] == [(column, "whole_yen")]
    assert len(content.content.payments) == 2


def test_a_row_whose_sum_is_not_its_total_is_kept_as_it_stands(tmp_path: Path) -> None:
    (one,) = read(tmp_path, transactions([SALE._replace(wrong=-120)])).content.payments
    assert (one.total, one.difference) == (1_523, -120)


@pytest.mark.parametrize("less", [3, 40, 90, 200])
def test_a_file_that_was_cut_is_said_to_be(tmp_path: Path, less: int) -> None:
    content = read(tmp_path, transactions(ROWS)[:-less])
    assert content.content.cut
    assert len(content.content.payments) >= 2


def test_a_settlement_has_an_amount_a_row_and_prints_its_total(tmp_path: Path) -> None:
    amounts = [
        Amount("Order", "ItemPrice", "Principal", 1_800, "250-1234567-1234567", "A-1"),
        Amount("Order", "ItemFees", "Commission", -297),
    ]
    content = read(tmp_path, settlement("111", amounts)).content
    assert [(one.total, one.at, one.report) for one in content.payments] == [
        (1_800, "2026-07-03 12:34:56", "settlement"), (-297, "2026-07-03 12:34:56", "settlement")
    ]  # fmt: skip
    assert [(one.settlement, one.yen) for one in content.printed] == [("111", 1_503)]


def test_what_is_kept_reads_the_same_and_holds_no_buyer(tmp_path: Path) -> None:
    for name, data in (
        ("a.csv", transactions(ROWS, encoding="cp932")),
        ("b.txt", settlement("111", [Amount("Order", "ItemPrice", "Tax", 18)])),
    ):
        report = any_report(tmp_path / name, data)
        again = any_report(tmp_path / name, report.kept)
        assert again.content == report.content
        assert not [word for word in SECRETS if word in report.kept.decode()]
    assert not [word for word in SECRETS if word in str(read(tmp_path, transactions(ROWS)))]


def test_text_that_may_be_a_buyers_is_hidden_and_its_yen_are_kept(tmp_path: Path) -> None:
    (one,) = read(tmp_path, transactions([FEE._replace(text="広島県福山市 南蔵王町3丁目")])).content.payments
    assert (one.text, one.total) == ("…", -4_900)


@pytest.mark.parametrize(
    ("title", "cell"), [("市町村", "106-0041"), ("都道府県", "090-1111-2222"), ("郵便番号", "東京都"), ("郵便番号", "港区")]
)
def test_a_row_whose_town_stands_elsewhere_is_refused_and_shows_nothing(tmp_path: Path, title: str, cell: str) -> None:
    lines = transactions(ROWS, encoding="utf-8").decode().splitlines()
    head = next(line for line in lines if "トランザクションの種類" in line)
    place = next(csv.reader([head])).index(title)
    row = next(csv.reader([lines[lines.index(head) + 1]]))
    row[place] = cell
    lines[lines.index(head) + 1] = ",".join(f'"{part}"' for part in row)
    content = read(tmp_path, "\r\n".join(lines).encode())
    assert [one.total for one in content.content.payments] == [-1_533, -4_900]
    assert [(one.expected, one.value) for one in content.refused] == [("cells_in_place", "")]
    assert cell not in str(content.refused)


def test_other_downloads_are_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "view.csv"
    file.write_text(
        "日付,トランザクションのステータス,トランザクションの種類,注文番号,商品の詳細,商品価格合計,合計 (JPY)\n2026/07/03,a,注文に対する支払い,1,x,1,1\n",
        encoding="utf-8",
    )
    with pytest.raises(UnreadableFile) as fault:
        payment_reports(file)
    assert fault.value.code == "other_form"
    assert "トランザクション一覧" in str(fault.value.facts["found"])


def test_equal_rows_of_one_file_are_all_read(tmp_path: Path) -> None:
    rows = read(tmp_path, transactions([SALE, SALE, SALE])).content.payments
    assert [one.total for one in rows] == [1_643] * 3


def test_a_sheet_without_the_columns_of_the_amounts_is_no_settlement() -> None:
    data = b"settlement-id\tdeposit-date\ttransaction-type\n1\t2026/07/01\tOrder\n"
    with pytest.raises(UnreadableFile) as raised:
        any_report(Path("settlement.txt"), data)
    assert raised.value.code == "unknown_header"


def test_a_settlement_in_dollars_is_no_yen_in_any_of_its_rows(tmp_path: Path) -> None:
    amounts = [Amount("Order", "ItemPrice", "Principal", 100, order="250-1234567-1234560")] * 2
    yen, dollars = settlement("11", amounts), settlement("22", amounts).replace(b"JPY", b"USD")
    (file := tmp_path / "two.txt").write_bytes(yen + yen + dollars.partition(b"\n")[2])
    source, content = payment_reports(file)
    assert {one.settlement for one in content.content.payments} == {"11"}
    assert len(source.refused) == 3
    (file := tmp_path / "dollars.txt").write_bytes(dollars)
    with pytest.raises(UnreadableFile) as error:
        payment_reports(file)
    assert error.value.code == "other_country"


def test_a_settlement_that_prints_no_total_is_not_said_to_print_0(tmp_path: Path) -> None:
    amount = Amount("Order", "ItemPrice", "Principal", 100, order="250-1234567-1234560")
    (file := tmp_path / "a.txt").write_bytes(settlement("11", [amount]).replace(b"100.00\tJPY", b"\tJPY"))
    source, content = payment_reports(file)
    assert (len(source.refused), content.content.printed) == (1, [])


def test_a_settlement_that_stands_twice_in_one_file_counts_once(tmp_path: Path) -> None:
    amounts = [Amount("Order", "ItemPrice", "Principal", yen, "250-1234567-1234567", "A-1") for yen in (900, 900, 1_800)]
    head, *rows = settlement("111", amounts).decode().splitlines(keepends=True)
    once, twice, more = (
        read(tmp_path, "".join(lines).encode()).content for lines in ([head, *rows], [head, *rows, *rows], [head, *rows, *rows[:3]])
    )
    assert [one.total for one in twice.payments] == [one.total for one in once.payments] == [900, 900, 1_800]
    assert ([one.yen for one in twice.printed], twice.repeated) == ([3_600], 4)
    assert [one.total for one in more.payments] == [900, 900, 1_800, 900, 900], "no second whole: every row stays, and the sum tells"

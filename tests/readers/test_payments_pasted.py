"""Payment reports of several months in one file, columns that nobody knows, and headers that lack one: read by name, or refused in words."""

import csv
import io
import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from sellerdesk.domain.payment import UnknownColumn
from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.readers.payment_cells import signed_yen
from sellerdesk.readers.payments import PaymentFile
from sellerdesk.workflows.files import any_report
from tests.conftest import Desk
from tests.payments_maker import SECRETS, TITLES, Amount, Row, settlement, transactions
from tests.readers.test_payments import BACK, FEE, ROWS, SALE, read

AUGUST = [row._replace(at=row.at.replace("2026-07", "2026-08")) for row in ROWS]


def table(data: bytes) -> list[list[str]]:
    """The cells of a report."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def written(rows: Sequence[Sequence[str]]) -> bytes:
    """Cells as a report."""
    made = io.StringIO()
    csv.writer(made, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return made.getvalue().encode("utf-8-sig")


def shuffled(data: bytes, number: int) -> bytes:
    """A report with its columns in another order."""
    rows = table(data)
    order = list(range(len(TITLES["ja"].split("|"))))
    random.Random(number).shuffle(order)  # noqa: S311 (made data)
    return written([[row[place] for place in order] if len(row) == len(order) else row for row in rows])


def retitled(data: bytes, *titles: tuple[str, str]) -> bytes:
    """A report with other titles of columns."""
    text = data.decode("utf-8-sig")
    for old, new in titles:
        text = text.replace(f'"{old}"', f'"{new}"')
    return text.encode("utf-8-sig")


@pytest.mark.parametrize("number", range(12))
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_month_is_read_by_the_header_that_stands_above_it(tmp_path: Path, number: int, lang: str) -> None:
    later = shuffled(transactions(AUGUST, lang), number)
    content = read(tmp_path, transactions(ROWS) + later)
    assert [(one.total, one.amounts, one.sku) for one in content.content.payments] == [
        (one.total, one.amounts, one.sku) for month in (ROWS, AUGUST) for one in read(tmp_path, transactions(month)).content.payments
    ]
    assert (content.refused, content.rows, content.content.cut) == ([], 6, False)


def test_a_month_whose_header_lacks_a_column_of_amounts_is_refused_in_words(tmp_path: Path) -> None:
    later = retitled(transactions(AUGUST, above=False), ("合計", "総額"))
    with pytest.raises(UnreadableFile) as fault:
        read(tmp_path, transactions(ROWS) + later)
    assert fault.value.code == "unknown_header"


def test_a_file_that_ends_inside_its_second_month_is_cut(tmp_path: Path) -> None:
    whole = transactions(ROWS) + shuffled(transactions(AUGUST), 5)
    assert read(tmp_path, whole[:-9]).content.cut


def test_a_column_of_money_that_nobody_knows_is_named_with_its_sum(tmp_path: Path) -> None:
    head, *rows = table(transactions([SALE, BACK, FEE], above=False))
    place = head.index("合計")
    made = [[*head, "規制手数料", "市外局番", "商品ID"]]
    for row, yen in zip(rows, (-50, -5, 0), strict=True):
        total = f"{signed_yen(row[place]) + yen:,}"
        made.append([*row[:place], total, *row[place + 1 :], str(yen or ""), "", "1234567"])
    content = read(tmp_path, written(made)).content
    assert content.unknown == [UnknownColumn("規制手数料", -55, 2)]
    assert sum(one.difference for one in content.payments) == -55


def test_a_fee_under_another_title_is_said_and_no_breach(desk: Desk, tmp_path: Path) -> None:
    (sold := tmp_path / "july.csv").write_bytes(transactions([SALE]))
    (back := tmp_path / "august.csv").write_bytes(retitled(transactions([BACK]), ("手数料", "販売の手数料")))
    named = desk("payments", sold, back, "--json").json
    (column,) = named["files"][1]["unknown_columns"]
    assert (column["title"], column["yen"]) == ("販売の手数料", BACK.yen["selling_fees"])
    assert not [one for one in named["findings"] if one["rule"] in ("payments.refund-fee", "payments.sum")], "it is named once"
    assert "The column “販売の手数料” holds amounts that are not known here" in desk("payments", sold, back, lang="en").out
    desk("import", sold)
    desk("import", back)
    saved = desk("payments", "--json").json
    assert saved["files"][1]["unknown_columns"] == [column]
    assert "列「販売の手数料」は、このソフトの知らない金額の列です" in desk("payments", lang="ja").out


@pytest.mark.parametrize("titles", [["合計"], ["トランザクションの種類"], ["日付/時間"], ["日付/時間", "合計", "手数料", "商品売上"]])
@pytest.mark.parametrize("above", [True, False])
def test_a_report_without_a_needed_column_is_never_called_a_price_file(desk: Desk, tmp_path: Path, titles: list[str], above: bool) -> None:  # noqa: FBT001 (a case)
    data = retitled(transactions(ROWS, above=above), *((title, f"X{place}") for place, title in enumerate(titles)))
    (file := tmp_path / "july.csv").write_bytes(data)
    for command in (("payments", file), ("import", file)):
        answer = desk(*command, lang="ja")
        assert answer.status == 2
        assert "トランザクション(期間別)のようですが" in answer.err
        assert titles[0] in answer.err
        assert not any(secret in answer.out + answer.err for secret in SECRETS)


@pytest.mark.parametrize(("titles", "count"), [((("トランザクションの種類", "種類"),), 3), ((("合計", "合計 (JPY)"),), 3)])
def test_titles_that_were_shortened_or_have_their_unit_are_known(tmp_path: Path, titles: tuple[tuple[str, str]], count: int) -> None:
    assert len(read(tmp_path, retitled(transactions(ROWS), *titles)).content.payments) == count


@pytest.mark.parametrize("day", ["03.07.2026 12:34:56", "3.7.2026 12:34:56 JST", "03.07.2026 03:34:56 UTC"])
def test_a_day_with_full_stops_begins_with_the_day(tmp_path: Path, day: str) -> None:
    (one,) = read(tmp_path, transactions([SALE]).replace(b"2026/07/03 12:34:56 JST", day.encode())).content.payments
    assert one.at == "2026-07-03 12:34:56"


@pytest.mark.parametrize("cell", ["1\u00a0234", "1\u202f234", "1 234", "1\u2009234", "JPY 1,234", "'1,234", "￥1,234"])
def test_thousands_may_be_parted_by_a_blank(cell: str) -> None:
    assert signed_yen(cell.replace("￥", "¥")) == 1_234
    assert signed_yen(f"-{cell.removeprefix(chr(39)).removeprefix('JPY ').replace('￥', '¥')}") == -1_234


def second(rows: Sequence[Row], lang: str = "ja") -> bytes:
    """Months as they are pasted below others: their own header, without the mark at the beginning of a file."""
    return transactions(rows, lang, encoding="utf-8", above=False)


GROWN = [*ROWS, SALE._replace(at="2026-07-30 08:00:00", order="250-7654321-7654321")]


@pytest.mark.parametrize(
    ("parts", "counts"),
    [
        ([ROWS, ROWS], (3, 3)),
        ([ROWS, ROWS, ROWS], (3, 6)),
        ([ROWS, GROWN], (4, 3)),
        ([GROWN, ROWS], (4, 3)),
        ([ROWS, AUGUST], (6, 0)),
        ([ROWS, AUGUST, ROWS], (6, 3)),
        ([[SALE, SALE], [SALE, SALE]], (2, 2)),
        ([[SALE, SALE], [SALE]], (2, 1)),
        ([[SALE], [SALE, SALE]], (2, 1)),
    ],
)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_download_that_a_file_holds_twice_counts_once(
    desk: Desk, tmp_path: Path, parts: Sequence[Sequence[Row]], counts: tuple[int, int], lang: str
) -> None:
    kept, repeated = counts
    data = transactions(parts[0]) + b"".join(second(rows, lang) for rows in parts[1:])
    content = read(tmp_path, data)
    assert (len(content.content.payments), content.content.repeated, content.rows) == (kept, repeated, kept + repeated)
    assert content.refused == []
    (file := tmp_path / "twice.csv").write_bytes(data)
    named = desk("payments", file, "--json").json
    taken = desk("import", file, "--json").json
    saved = desk("payments", "--json").json
    assert (named["rows"], named["total"]) == (saved["rows"], saved["total"]) == (kept, sum(one.total for one in content.content.payments))
    for answer in (named["files"][0], taken, saved["files"][0]):
        assert [(mend["kind"], mend["count"]) for mend in answer.get("mended_text", [])] == ([("repeated", repeated)] if repeated else [])
    assert ("1回だけ数えました" in desk("payments", lang="ja").out) == bool(repeated)


def test_a_settlement_that_a_file_holds_twice_counts_once(desk: Desk, tmp_path: Path) -> None:
    told = [
        Amount("Order", "ItemPrice", "Principal", 1_800, SALE.order, "A-1"),
        Amount("Order", "ItemFees", "Commission", -297, SALE.order, "A-1"),
    ]
    (file := tmp_path / "set.txt").write_bytes(2 * settlement("111", told))
    named = desk("payments", file, "--json").json
    desk("import", file)
    saved = desk("payments", "--json").json
    assert (named["total"], saved["total"]) == (1_503, 1_503)
    assert named["summary"]["payments.sum"] == saved["summary"]["payments.sum"] == {"ok": 1, "check": 0}


def test_an_unknown_column_of_a_download_pasted_twice_counts_once(tmp_path: Path) -> None:
    head, *rows = table(transactions([SALE], above=False))
    place = head.index("合計")
    made = [[*head, "規制手数料"], *([*row[:place], f"{signed_yen(row[place]) - 50:,}", *row[place + 1 :], "-50"] for row in rows)]
    assert read(tmp_path, written([*made, *made])).content.unknown == [UnknownColumn("規制手数料", -50, 1)]


@pytest.mark.parametrize("later", [ROWS, GROWN, AUGUST])
def test_what_an_import_keeps_of_pasted_months_is_read_as_they_were(tmp_path: Path, later: Sequence[Row]) -> None:
    (file := tmp_path / "pasted.csv").write_bytes(transactions(ROWS) + second(later))
    report = any_report(file)
    again = any_report(tmp_path / "kept.csv", report.kept)
    assert isinstance(report.content, PaymentFile)
    assert isinstance(again.content, PaymentFile)
    assert again.content.content.payments == report.content.content.payments
    assert again.content.content.headers == report.content.content.headers


def test_a_row_of_both_parts_that_is_mended_in_both_counts_once(desk: Desk, tmp_path: Path) -> None:
    broken = (transactions(ROWS) + second(ROWS)).replace(b"2026/07/05 09:00:00 JST", b"soon")
    (file := tmp_path / "twice.csv").write_bytes(broken)
    desk("import", file, "--refused", tmp_path / "refused.csv")
    mended = (
        (tmp_path / "refused.csv").read_text("utf-8-sig").replace("soon", "2026/07/05 09:00:00 JST").replace("…", "2026/07/05 09:00:00 JST")
    )
    (tmp_path / "refused.csv").write_text(mended, "utf-8-sig")
    assert desk("import", tmp_path / "refused.csv").status == 0
    assert desk("payments", "--json").json["total"] == sum(row.total for row in ROWS)


def test_rows_above_the_titles_are_named_as_not_read(desk: Desk, tmp_path: Path) -> None:
    rows = [Row(f"2026-07-0{day} 12:00:00", "注文", {"product_sales": 1_000}, f"250-{day}", "A") for day in (1, 2, 3)]
    whole = transactions(rows, above=False).decode("utf-8-sig").splitlines(keepends=True)
    file = tmp_path / "turned.csv"
    file.write_text("".join([*whole[1:3], whole[0], whole[3]]), encoding="utf-8")
    answer = desk("import", file, lang="en")
    assert answer.status == 1
    assert answer.out.count("a row below the line of titles") == 2
    assert "rows that could not be read" in desk("payments", "--as-of", "2026-08-03", lang="en").out

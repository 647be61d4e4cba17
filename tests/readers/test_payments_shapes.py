"""Payment reports as spreadsheets and other countries leave them: read where they say one thing alone, refused in words where not."""

import csv
import io
from pathlib import Path

import pytest

from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.readers.cells import amount, yen
from sellerdesk.readers.payment_cells import signed_yen, state
from sellerdesk.rules.payments.once import rows_once
from sellerdesk.workflows.files import any_report, payment_reports
from sellerdesk.workflows.payment_kinds import places
from tests.payments_maker import Amount, Row, settlement, transactions
from tests.readers.test_payments import BACK, FEE, ROWS, SALE, read

OWN_SHOP = SALE._replace(order="250-1234567-1234568", settlement="22")


def abroad(rows: list[Row], market: str, *, only: str = "") -> bytes:
    """A report of another marketplace; `only` for the rows of a settlement."""
    lines = transactions(rows, above=False).decode("utf-8-sig").split("\r\n")
    return "\r\n".join(line.replace("amazon.co.jp", market) if only in line else line for line in lines).encode()


@pytest.mark.parametrize("market", ["amazon.com", "Amazon.de", "amazon.co.uk", "amazon.com.au", "SI US Prod Marketplace", "Non-Amazon CA"])
def test_rows_of_another_marketplace_are_never_yen(tmp_path: Path, market: str) -> None:
    foreign = SALE._replace(order="250-7654321-1234567", settlement="99")
    content = read(tmp_path, abroad([SALE, BACK, foreign], market, only='"99"'))
    assert [one.settlement for one in content.content.payments] == [SALE.settlement] * 2
    assert [(one.expected, one.fix) for one in content.refused] == [("of_japan", "kept_apart")]
    assert content.refused[0].value.casefold() in market.casefold()
    with pytest.raises(UnreadableFile) as fault:
        read(tmp_path, abroad([SALE, BACK], market))
    assert fault.value.code == "other_country"


def test_a_fee_that_names_no_marketplace_belongs_to_that_of_its_settlement(tmp_path: Path) -> None:
    fees = [FEE._replace(settlement="99"), FEE._replace(settlement="11")]
    rows = [SALE._replace(settlement="99"), SALE._replace(settlement="11"), *fees, *[BACK._replace(settlement="11")] * 3]
    data = abroad(rows, "amazon.com", only='"99"').decode().replace('"月額登録料","","amazon.com"', '"月額登録料","",""')
    data = data.replace('"月額登録料","","amazon.co.jp"', '"月額登録料","",""')
    content = read(tmp_path, data.encode())
    assert {one.settlement for one in content.content.payments} == {"11"}
    assert len(content.refused) == 2
    alone = abroad([SALE, *fees, *fees], "amazon.com").decode().replace('"月額登録料","","amazon.com"', '"月額登録料","",""')
    with pytest.raises(UnreadableFile) as fault:
        read(tmp_path, alone.encode())
    assert fault.value.code == "other_country"


@pytest.mark.parametrize(
    "market", ["amazon.co.jp", "Amazon.co.jp", "sim1.stores.amazon.co.jp", "", "SI JP Prod Marketplace", "Non-Amazon JP"]
)
def test_marketplaces_of_japan_and_of_the_shop_itself_stay(tmp_path: Path, market: str) -> None:
    content = read(tmp_path, abroad(ROWS, market))
    assert (len(content.content.payments), content.refused) == (3, [])


def test_a_file_that_says_it_is_in_dollars_is_no_yen(tmp_path: Path) -> None:
    data = b'"All amounts in USD, unless specified"\r\n' + transactions([FEE], "en", above=False).removeprefix(b"\xef\xbb\xbf")
    with pytest.raises(UnreadableFile) as fault:
        read(tmp_path, data.replace(b'"amazon.co.jp"', b'""'))
    assert (fault.value.code, fault.value.facts["value"]) == ("other_country", "USD")
    read(tmp_path, data.replace(b"USD", b"JPY").replace(b'"amazon.co.jp"', b'""'))


def test_a_settlement_without_its_first_row_of_another_marketplace_is_no_yen(tmp_path: Path) -> None:
    lines = settlement("11", [Amount("Order", "ItemPrice", "Principal", 100, "250-1234567-1234560")] * 2).decode().split("\n")
    place = lines[0].split("\t").index("marketplace-name")
    rows = ["\t".join([*(cells := line.split("\t"))[:place], "Amazon.com", *cells[place + 1 :]]) for line in lines[2:4]]
    (file := tmp_path / "a.txt").write_text("\n".join([lines[0], *rows, ""]), encoding="utf-8")
    with pytest.raises(UnreadableFile) as fault:
        payment_reports(file)
    assert fault.value.code == "other_country"


@pytest.mark.parametrize(
    ("written", "at"),
    [
        ("2026/07/03 12:34:56 日本標準時", "2026-07-03 12:34:56"),
        ("2026/07/02 20:34:56 PDT", "2026-07-03 12:34:56"),
        ("Jan 2, 2026 7:34:56 PM PST", "2026-01-03 12:34:56"),
        ("２０２６/０７/０３ １２:３４:５６ JST", "2026-07-03 12:34:56"),
        ("2026/07/03 12:３４:５６ JST", "2026-07-03 12:34:56"),
        ("3-Jul-26", "2026-07-03 00:00:00"),
        ("15-Jul-26 12:34:56", "2026-07-15 12:34:56"),
        ("15-Jul-2026", "2026-07-15 00:00:00"),
        ("2026/7/3 12:34", "2026-07-03 12:34"),
    ],
)
def test_moments_of_spreadsheets_and_other_zones_are_read(tmp_path: Path, written: str, at: str) -> None:
    data = transactions(ROWS).decode("utf-8-sig").replace("2026/07/03 12:34:56 JST", written, 1)
    content = read(tmp_path, data.encode())
    assert content.refused == []
    assert content.content.payments[0].at == at


@pytest.mark.parametrize("written", ["2026/13/45 12:34:56 JST", "Jul 45, 2026 PDT", "2026年7月99日", "25:61:00 JST"])
def test_a_day_that_is_none_is_shown_where_it_is_refused(tmp_path: Path, written: str) -> None:
    data = transactions(ROWS).decode("utf-8-sig").replace("2026/07/03 12:34:56 JST", written, 1)
    assert [(one.value, one.expected) for one in read(tmp_path, data.encode()).refused] == [(written, "a_moment")]


@pytest.mark.parametrize("written", ["広島県福山市", "090-1234-5678", "山田 7月"])
def test_what_may_be_a_buyers_is_not_shown_in_a_day_either(tmp_path: Path, written: str) -> None:
    data = transactions(ROWS).decode("utf-8-sig").replace("2026/07/03 12:34:56 JST", written, 1)
    assert [one.value for one in read(tmp_path, data.encode()).refused] == ["…"]


@pytest.mark.parametrize(("written", "whole"), [("-", 0), ("－", 0), ("1,234-", -1_234), ("1234 －", -1_234), ("¥500-", -500)])
def test_dashes_of_account_programs_are_zero_or_a_minus(written: str, whole: int) -> None:
    assert signed_yen(written) == whole


@pytest.mark.parametrize(
    ("written", "whole"), [("1,234,567", 1_234_567), ("-999999999", -999_999_999), ("0012", 12), ("-0", 0), ("-1,234", -1_234)]
)
def test_plain_amounts_are_whole_yen(written: str, whole: int) -> None:
    assert signed_yen(written) == whole


@pytest.mark.parametrize("written", ["--", "-5-", "1-2", "1,234--", "1,2345", "12,34", "1234567890", "1,234,567,890"])
def test_other_dashes_and_digits_are_no_yen(written: str) -> None:
    with pytest.raises(ValueError, match="whole_yen"):
        signed_yen(written)


@pytest.mark.parametrize("written", ["1.000", "-12.000", "¥999.000", "1.000円"])
def test_a_full_stop_that_may_part_thousands_is_asked_about(tmp_path: Path, written: str) -> None:
    data = transactions(ROWS).decode("utf-8-sig").replace('"1,800"', f'"{written}"', 1)
    assert [(one.value, one.expected) for one in read(tmp_path, data.encode()).refused] == [(written, "whole_yen")]
    if not written.startswith("-"):
        for parse in (yen, amount):
            with pytest.raises(ValueError, match="whole_yen"):
                parse(written)


@pytest.mark.parametrize(("written", "whole"), [("28.00", 28), ("1000.000", 1_000), ("1,000.000", 1_000), ("0.000", 0), ("5.0000", 5)])
def test_noughts_that_part_no_thousands_are_sen(written: str, whole: int) -> None:
    assert (signed_yen(written), amount(written)) == (whole, whole)


def test_a_file_parted_by_semicolons_is_read(tmp_path: Path) -> None:
    data = transactions(ROWS).decode("utf-8-sig").replace('","', '";"')
    assert [one.total for one in read(tmp_path, data.encode()).content.payments] == [one.total for one in ROWS]


@pytest.mark.parametrize("word", ["", "合計", "合計：", "総計", "Total", "Grand Total"])
def test_a_line_of_sums_is_no_row(tmp_path: Path, word: str) -> None:
    text = transactions(ROWS).decode("utf-8-sig")
    last = [word, *[""] * 26, "4,790", "", ""]
    content = read(tmp_path, (text + ",".join(f'"{cell}"' for cell in last) + "\r\n").encode())
    assert (content.rows, content.refused, content.content.cut) == (3, [], False)
    alone = read(tmp_path, f'{text}"{word or "計"} ¥4,790"\r\n'.encode())
    assert (alone.rows, alone.refused, alone.content.cut) == (3, [], False)


def test_the_number_of_a_settlement_that_a_spreadsheet_destroyed_is_refused_in_words(tmp_path: Path) -> None:
    rows = [SALE, BACK, FEE._replace(settlement="1.23E+10")]
    (one,) = read(tmp_path, transactions(rows)).refused
    assert (one.column, one.value, one.expected) == ("決済番号", "1.23E+10", "undamaged")


@pytest.mark.parametrize("written", ["11,111,000,001", "11111000001.0", "11111000001.00", "11,111,000,001.0"])
def test_the_number_of_a_settlement_that_a_spreadsheet_wrote_as_an_amount_is_the_same_number(tmp_path: Path, written: str) -> None:
    rows = [row._replace(settlement=written) for row in (SALE, BACK)]
    assert {payment.settlement for payment in read(tmp_path, transactions(rows)).content.payments} == {"11111000001"}


def shortened(rows: list[Row], cells: int, place: int) -> bytes:
    """A report of which a row lacks cells: at its end, or from a place on."""
    lines = transactions(rows, above=False).decode("utf-8-sig").split("\r\n")
    own = lines[1].split('","')
    lines[1] = '","'.join(own[:-cells] if place < 0 else own[:place] + own[place + cells :])
    lines[1] += '"' * (not lines[1].endswith('"'))
    return "\r\n".join(lines).encode()


@pytest.mark.parametrize("cells", [1, 2])
def test_a_row_may_lack_the_blank_columns_at_its_end(tmp_path: Path, cells: int) -> None:
    content = read(tmp_path, shortened([FEE, *ROWS], cells, -1))
    assert (len(content.content.payments), content.refused, content.content.cut) == (4, [], False)
    last = read(tmp_path, shortened([FEE], cells, -1))
    assert (len(last.content.payments), last.content.cut) == (1, False)


@pytest.mark.parametrize("place", range(1, 27))
def test_a_row_that_lacks_a_cell_in_its_middle_is_never_summed(tmp_path: Path, place: int) -> None:
    content = read(tmp_path, shortened([SALE, *ROWS], 1, place))
    assert len(content.refused) == 1
    assert [one.total for one in content.content.payments] == [one.total for one in ROWS]


def unquoted(rows: list[Row], lang: str, *, blanks: int = 0, stripped: bool = False) -> bytes:
    """A report whose cells stand in no quotation marks: 1,100 becomes two of them; blank cells beyond the header, or none at the end."""
    head, *lines = transactions(rows, lang, above=False).decode("utf-8-sig").split("\r\n")[:-1]
    made = [line.replace('"', "") for line in lines]
    made = [line.rstrip(",") if stripped else line + "," * blanks for line in made]
    return "\r\n".join([head, *made, ""]).encode()


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize(
    "yen", [{"product_sales": 1_100, "selling_fees": -198}, {"shipping": 1_050, "points": -100}, {"product_sales": 900, "other": -1_000}]
)
@pytest.mark.parametrize("stripped", [False, True])
@pytest.mark.parametrize("blanks", [0, 1, 2])
def test_a_row_whose_thousands_became_cells_is_refused_even_where_its_last_cell_is_blank(
    tmp_path: Path, lang: str, yen: dict[str, int], blanks: int, *, stripped: bool
) -> None:
    torn = Row("2026-07-03 12:34:56", "注文", yen, "250-1234567-1234567", "A-1", "本", state="保留中")
    sound = torn._replace(yen={"product_sales": 800, "selling_fees": -80}, order="250-1234567-1234568", state="リリース済み")
    content = read(tmp_path, unquoted([torn, sound], lang, blanks=blanks, stripped=stripped))
    assert [(one.line, one.expected) for one in content.refused] == [(2, "as_many_cells")]
    assert [(one.total, one.state) for one in content.content.payments] == [(720, "released")]


@pytest.mark.parametrize("blanks", [1, 3])
def test_blank_cells_beyond_the_header_take_no_row_away(tmp_path: Path, blanks: int) -> None:
    data = transactions(ROWS, above=False).decode("utf-8-sig").replace("\r\n", ',""' * blanks + "\r\n").encode()
    for content in (read(tmp_path, data), read(tmp_path, data.replace(b',""' * blanks + b"\r\n", b"\r\n", 1))):
        assert ([one.total for one in content.content.payments], content.refused) == ([one.total for one in ROWS], [])


@pytest.mark.parametrize("yen", [1_100, -1_100])
def test_an_amount_of_a_settlement_that_became_two_cells_is_refused(tmp_path: Path, yen: int) -> None:
    amounts = [Amount("Order", "ItemPrice", "Principal", one, "250-1234567-1234567", "A-1") for one in (yen, 900)]
    data = settlement("11", amounts).decode().replace("1100.00", "1\t100.00").encode()
    content = read(tmp_path, data.replace(b"total-amount\t\t", b""))
    assert [one.expected for one in content.refused][-1] == "as_many_cells"
    assert [one.total for one in content.content.payments] == [900]


def test_a_row_whose_seconds_a_spreadsheet_left_away_is_the_same_row(tmp_path: Path) -> None:
    whole = transactions(ROWS).decode("utf-8-sig")
    short = whole.replace("12:34:56 JST", "12:34").replace("09:00:00 JST", "9:00").replace("00:00:00 JST", "0:00")
    files = [read(tmp_path, text.encode()).content.payments for text in (short, whole)]
    for order in (files, files[::-1], [*files, files[0]]):
        assert sorted(one.total for one in rows_once(order, places()).payments) == sorted(one.total for one in ROWS)
    twice = [[*files[0], files[0][0]], files[1]]
    assert len(rows_once(twice, places()).payments) == 4


def test_rows_of_one_minute_that_are_both_true_stay_two(tmp_path: Path) -> None:
    other = SALE._replace(at="2026-07-03 12:34:10")
    whole = read(tmp_path, transactions([SALE, other])).content.payments
    short = read(tmp_path, transactions([SALE]).replace(b"12:34:56 JST", b"12:34")).content.payments
    assert len(rows_once([short, whole], places()).payments) == 2


V1 = (
    "settlement-id\tsettlement-start-date\tsettlement-end-date\tdeposit-date\ttotal-amount\tcurrency\ttransaction-type\torder-id\t"
    "merchant-order-id\tadjustment-id\tshipment-id\tmarketplace-name\tshipment-fee-type\tshipment-fee-amount\torder-fee-type\t"
    "order-fee-amount\tfulfillment-id\tposted-date\torder-item-code\tmerchant-order-item-id\tmerchant-adjustment-item-id\tsku\t"
    "quantity-purchased\tprice-type\tprice-amount\titem-related-fee-type\titem-related-fee-amount\tmisc-fee-amount\tother-fee-amount\t"
    "other-fee-reason-description\tpromotion-id\tpromotion-type\tpromotion-amount\tdirect-payment-type\tdirect-payment-amount\tother-amount"
)


@pytest.mark.parametrize("titles", [V1, V1.replace("total-amount\t", ""), V1.replace("deposit-date\ttotal-amount\t", "")])
def test_a_settlement_of_the_old_form_is_told_apart_and_says_which_to_get(tmp_path: Path, titles: str) -> None:
    (file := tmp_path / "v1.txt").write_text(f"{titles}\n11\t2026/07/01\t2026/07/15\t2026/07/17\t1000\tJPY\n", encoding="utf-8")
    with pytest.raises(UnreadableFile) as fault:
        payment_reports(file)
    assert fault.value.code == "other_form"
    assert "V2" in str(fault.value.facts["found"])


@pytest.mark.parametrize("title", ['モニター 24"', '9"x7" 額'])
def test_an_inch_in_a_settlement_is_no_cut(tmp_path: Path, title: str) -> None:
    amounts = [Amount("Order", "ItemPrice", "Principal", 100, "250-1234567-1234560", title)]
    (file := tmp_path / "a.txt").write_bytes(settlement("11", amounts))
    content = payment_reports(file)[1].content
    assert (len(content.payments), content.cut) == (1, False)


def test_a_cell_of_two_lines_at_the_end_is_no_cut(tmp_path: Path) -> None:
    content = read(tmp_path, transactions([SALE, BACK._replace(text="本\n二行目")]))
    assert (len(content.content.payments), content.content.cut) == (2, False)


@pytest.mark.parametrize("less", [1, 2, 3])
def test_a_total_that_lost_its_last_figures_is_no_total(tmp_path: Path, less: int) -> None:
    data = transactions([SALE, BACK], columns=28, above=False).replace(b'"1,', b'"1').replace(b'"-1,', b'"-1').replace(b'"', b"")
    content = read(tmp_path, data.rstrip()[:-less])
    assert (len(content.content.payments), content.content.cut) == (1, True)
    assert read(tmp_path, data.rstrip()).content.cut is False


def test_a_file_whose_last_row_was_cut_reads_again_from_what_was_kept() -> None:
    head = "日付/時間\t決済番号\tトランザクションの種類\t注文番号\t合計\t商品売上\n"
    whole = "2026/07/03 12:34:56 JST\t12345678901\t注文\t249-1234567-1234500\t1,683\t1,980\n"  # its amounts miss its total
    report = any_report(Path("payments.txt"), (head + whole + "2026/07/03 12:3").encode())
    again = any_report(Path("payments.txt"), report.kept)
    assert [payment.order_id for payment in again.content.content.payments] == ["249-1234567-1234500"]  # type: ignore[union-attr]  # a payment file


@pytest.mark.parametrize(
    "word", ["Deferred (reserve)", "繰延トランザクション", "延期中", "留保中", "Pending", "Pending release date", "DEFERRED_TRANSACTION"]
)
def test_words_that_begin_like_a_status_of_no_money_yet_are_held_back(word: str) -> None:
    assert state(word) == "deferred"


@pytest.mark.parametrize("word", ["保留解除", "Deferred - Released", "Blocked", ""])
def test_other_words_of_a_status_are_not_known(word: str) -> None:
    assert state(word) == "unknown"


def as_tabs(data: bytes, *, every: bool) -> bytes:
    """A report as a spreadsheet saves it as text parted by tabs: marks around all cells, or around those that need them alone."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    out = io.StringIO()
    csv.writer(out, delimiter="\t", quoting=csv.QUOTE_ALL).writerows(rows)
    if every:
        return out.getvalue().encode("utf-8")
    plain = ("\t".join(f'"{cell}"' if "," in cell or '"' in cell else cell for cell in row) for row in rows)
    return "\r\n".join(plain).encode("utf-16")


@pytest.mark.parametrize("every", [True, False])
def test_a_report_that_a_spreadsheet_saved_with_tabs_is_read(tmp_path: Path, *, every: bool) -> None:
    rows = [*ROWS, *(row._replace(yen={name: yen * 100 for name, yen in row.yen.items()}) for row in ROWS)]
    (plain := tmp_path / "plain.csv").write_bytes(transactions(rows))
    (tabs := tmp_path / "tabs.txt").write_bytes(as_tabs(transactions(rows), every=every))
    found, wanted = (payment_reports(file)[1].content.payments for file in (tabs, plain))
    assert [(row.at, row.total, row.amounts) for row in found] == [(row.at, row.total, row.amounts) for row in wanted]


def test_a_settlement_whose_cells_are_all_quoted_is_read(tmp_path: Path) -> None:
    amounts = [
        Amount("Order", "ItemPrice", "Principal", 3_000, "250-1234567-1234567", "A"),
        Amount("Order", "ItemFees", "Commission", -300),
    ]
    text = settlement("12345678901", amounts).decode()
    quoted = "\n".join("\t".join(f'"{cell}"' for cell in line.split("\t")) for line in text.splitlines()) + "\n"
    (file := tmp_path / "settlement.txt").write_text(quoted, encoding="utf-8")
    assert sum(row.total for row in payment_reports(file)[1].content.payments) == 2_700

"""One cell at a time: what is read, and what is refused rather than guessed."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellerdesk.readers import cells
from sellerdesk.readers.cells import Bad, BadCell, Decoder, Foreign
from sellerdesk.readers.countries import country
from sellerdesk.readers.stamps import moment


@given(
    st.lists(st.text("0123456789", max_size=11) | st.sampled_from(["1,299", "12x", "１２", " 7 ", "½", "", None]), max_size=8),
    st.integers(0, 1),
)
def test_a_column_of_digits_is_read_as_each_of_its_cells(column: list[str | None], least: int) -> None:
    parse = cells.yen if least else cells.count
    at_once, one_by_one = Decoder(parse, least=least), Decoder(parse)
    at_once.look_at_once(column)
    for cell in column:
        read, expected = at_once[cell], one_by_one[cell]
        assert read.expected == expected.expected if isinstance(read, Bad) and isinstance(expected, Bad) else read == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [("1299", 1299), ("1,299 JPY", 1299), ("1299.0", 1299), ("1299.00", 1299), ("¥1,299", 1299), ("￥１，２９９", 1299), ("1299円", 1299),
     (" 12 ", 12)],
)  # fmt: skip
def test_a_price_is_whole_yen(text: str, value: int) -> None:
    assert Decoder(cells.yen)[text] == value


@pytest.mark.parametrize("text", ["12x", "1299.5", "1,29", "1_000", "--5", "1e3", "0x10", "1299 1299", "9" * 5000, "٣", "½", "1²"])
def test_what_is_no_whole_yen_is_refused(text: str) -> None:
    value = Decoder(cells.yen)[text]
    assert isinstance(value, Bad)


@pytest.mark.parametrize("text", ["0", "-5", "0.0"])
def test_a_price_is_above_zero(text: str) -> None:
    value = Decoder(cells.yen)[text]
    assert isinstance(value, Bad)
    assert value.expected == "yen_above_zero"


@pytest.mark.parametrize("text", ["15.69 USD", "$15", "€ 3", "£3.99"])
def test_another_countrys_money_is_a_row_of_another_country(text: str) -> None:
    assert isinstance(Decoder(cells.yen)[text], Foreign)


@given(st.integers(1, 999_999_999))
def test_a_price_reads_back_from_every_form(price: int) -> None:
    forms = (f"{price}", f"{price:,}", f"{price:,} JPY", f"{price}.0", f"¥{price:,}", f"{price}円")
    assert {Decoder(cells.yen)[form] for form in forms} == {price}


@given(st.text(max_size=12))
def test_no_text_makes_a_parser_raise(text: str) -> None:
    parsers = [
        cells.count,
        cells.points,
        cells.day,
        cells.yes_no,
        cells.hazmat,
        cells.restock,
        country,
        cells.scaled("kg", {"kg": 1000}),
    ]
    for parse in parsers:
        Decoder(parse)[text]
    Decoder(cells.yen)[text]


@pytest.mark.parametrize("text", ["5.80293E+13", '="0012"', "Jun-08", "8-Jun", "#N/A", "#REF!"])
def test_what_a_spreadsheet_did_is_named(text: str) -> None:
    value = Decoder(cells.count)[text]
    assert isinstance(value, Bad)
    assert (value.expected, value.fix) == ("undamaged", "export_again")


def test_points_are_a_count_and_blank_is_what_the_column_says() -> None:
    points = Decoder(cells.points, blank=0)
    assert (points[""], points["  "], points[None], points["40"], points["40pt"]) == (0, 0, None, 40, 40)
    percent = points["2%"]
    assert isinstance(percent, Bad)
    assert percent.fix == "points_not_percent"


@pytest.mark.parametrize(
    "text", ["2020-08-03", "2020/8/3", "20200803", "2020年8月3日", "2020.08.03", "２０２０/８/３", "2020-08-03 10:00:00"]
)
def test_a_day_is_read_in_every_usual_form(text: str) -> None:
    assert Decoder(cells.day)[text] == date(2020, 8, 3)


@pytest.mark.parametrize("text", ["2020-13-01", "2020-02-30", "08/03/2020", "44046", "tomorrow", "3 Aug"])
def test_a_day_that_is_none_is_refused(text: str) -> None:
    assert isinstance(Decoder(cells.day)[text], Bad)


@pytest.mark.parametrize(
    ("text", "value"),
    [("はい", "yes"), ("ＹＥＳ", "yes"), ("○", "yes"), ("いいえ", "no"), ("0", "no"), ("不明", None), ("？", None), ("", None)],
)
def test_answers_are_understood(text: str, value: str | None) -> None:
    assert Decoder(cells.yes_no)[text] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [("JP", "JP"), ("日本", "JP"), ("大阪府", "JP"), ("東京", "JP"), ("Osaka", "JP"),
     ("北海道", "JP"), ("東京都港区", "JP"), ("日本国", "JP"), ("中国", "CN"), ("cn", "CN"), ("de", "DE")],
)  # fmt: skip
def test_places_are_understood(text: str, value: str) -> None:
    assert Decoder(country)[text] == value


@pytest.mark.parametrize("text", ["どこか", "JA", "XX", "EU", "no"])
def test_a_place_nobody_knows_is_refused(text: str) -> None:
    assert isinstance(Decoder(country)[text], Bad)


def test_a_moment_with_its_zone_is_a_day_in_japan() -> None:
    assert Decoder(cells.day)["2020-08-03T16:00:00+00:00"] == date(2020, 8, 4)
    assert Decoder(cells.day)["2020-08-03T14:59:59Z"] == date(2020, 8, 3)


def test_a_size_is_never_taken_for_a_smaller_class() -> None:
    assert Decoder(cells.scaled("cm", {"cm": 1}))["60.1"] == 61


@pytest.mark.parametrize(
    ("text", "grams"), [("0.5", 500), ("500g", 500), ("1.2kg", 1200), ("１．２ｋｇ", 1200), ("30", 30000), ("0.3", 300)]
)
def test_a_weight_is_whole_grams(text: str, grams: int) -> None:
    assert Decoder(cells.scaled("kg", {"kg": 1000, "g": 1}))[text] == grams


@pytest.mark.parametrize(
    "text",
    ["2026-11-25", "2026/11/25", "20261125", "2026年11月25日", "令和8年11月25日", "R8.11.25", "R8/11/25", "令和8/11/25", "２０２６年１１月２５日", "20261125093000",
     "2026/11/25\u200b"],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written_in_japan(text: str) -> None:
    assert Decoder(cells.day)[text] == date(2026, 11, 25)


@pytest.mark.parametrize("text", ["令和元年5月1日", "R元.5.1", "平成31年5月1日", "H31/05/01"])
def test_the_first_year_of_an_era_is_a_year(text: str) -> None:
    assert Decoder(cells.day)[text] == date(2019, 5, 1)


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("20261125093000", "2026-11-25 09:30:00"), ("202611250930", "2026-11-25 09:30"), ("2026/11/25 午前9:30", "2026-11-25 09:30"),
        ("2026/11/25 午後9時30分", "2026-11-25 21:30"), ("2026/11/25 9:30 AM", "2026-11-25 09:30"), ("2026/11/25 09:30:15 pm", "2026-11-25 21:30:15"),
        ("2026-11-25 12:00 AM", "2026-11-25 00:00"), ("2026-11-25 12:00 p.m.", "2026-11-25 12:00"), ("2026/11/25 24:00", "2026-11-26 00:00"),
        ("令和8年11月25日 午後2時5分", "2026-11-25 14:05"), ("2026年11月25日(水) 9:30", "2026-11-25 09:30"), ("2026/12/31 24:00:00", "2027-01-01 00:00:00"),
        ("2026/11/25 午後0:10", "2026-11-25 12:10"), ("R8.11.25 9:30", "2026-11-25 09:30"),
    ],
)  # fmt: skip
def test_a_time_is_read_however_it_is_written_in_japan(text: str, stamp: str) -> None:
    assert Decoder(moment)[text] == stamp


@pytest.mark.parametrize(
    "text", ["2026/11/25 24:01", "2026/11/25 午前13:00", "令和0年1月1日", "R8.13.1", "12月1日", "20261325093000", "2026/11/25 25:00"]
)
def test_what_is_no_day_or_time_is_refused(text: str) -> None:
    assert isinstance(Decoder(moment)[text], Bad)


@pytest.mark.parametrize("parse", [cells.yen, cells.amount, cells.count])
def test_a_number_that_is_too_large_is_said_to_be_so(parse: Callable[[str], int]) -> None:
    with pytest.raises(BadCell, match="smaller_number"):
        parse("9999999999")


@pytest.mark.parametrize(
    ("text", "cm"),
    [("30x20x10", 60), ("30 × 20.5 × 10 cm", 61), ("300*200*100mm", 60), ("3✕2✕1", 6), ("30x20", None), ("30x20x10x5", None)],
)
def test_a_size_may_be_written_by_its_three_sides(text: str, cm: int | None) -> None:
    if cm is not None:
        assert cells.size()(text) == cm
        return
    with pytest.raises(cells.BadCell):
        cells.size()(text)

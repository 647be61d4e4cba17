"""The sheet of shipping templates in the words that people write, and nothing guessed."""

from pathlib import Path

import pytest

from sellerdesk.readers.templates import TemplatesFile, read_templates
from sellerdesk.workflows.files import read as read_file

JAPANESE = "配送パターン,地域,配送方法,お届け日数,送料(プライム会員),送料(会員以外)"
ENGLISH = "Template,Region,Service,Days,Fee (Prime),Fee (others)"


def read(text: str, encoding: str = "utf-8") -> TemplatesFile:
    """The cells of a sheet."""
    told: TemplatesFile = read_file(Path("templates.csv"), text.encode(encoding), ("templates",), read_templates)[1]
    return told


def one(region: str = "本州", service: str = "お急ぎ便", days: str = "1", fee: str = "0", others: str = "0") -> TemplatesFile:
    """A sheet of one row."""
    fine = "P,四国,通常配送,1,0,0\n"  # a file of which no row can be read is refused whole
    return read(f'{JAPANESE}\n{fine}P,"{region}",{service},{days},{fee},{others}\n')


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
@pytest.mark.parametrize("tab", [True, False])
@pytest.mark.parametrize("head", [JAPANESE, ENGLISH])
def test_every_form_tells_the_same(head: str, encoding: str, *, tab: bool) -> None:
    text = f"{head}\nP,本州,お急ぎ便,翌日,0,800\n"
    told = read(text.replace(",", "\t") if tab else text, encoding)
    (cell,) = told.cells
    assert (cell.name, cell.days, cell.prime_fee, cell.other_fee, cell.offered, cell.line) == (
        "P / honshu / expedited",
        1,
        0,
        800,
        "yes",
        2,
    )
    assert told.refused == []


@pytest.mark.parametrize(
    ("written", "places"),
    [
        ("本州", ["honshu"]), ("ＨＯＮＳＨＵ", ["honshu"]), ("Kyūshū", ["kyushu"]), ("リトウ", []), ("Ritou", ["remote"]), ("離島", ["remote"]),
        ("沖縄・離島", ["okinawa", "remote"]), ("Hokkaido, Okinawa, Ritou", ["hokkaido", "okinawa", "remote"]), ("四国 / 九州", ["shikoku", "kyushu"]),
        ("全国", ["honshu", "shikoku", "kyushu", "hokkaido", "okinawa", "remote"]), ("Honshu and Shikoku", ["honshu", "shikoku"]),
        ("東京都", ["東京都"]), ("Tokyo", ["Tokyo"]), ("沖縄県", ["okinawa"]), ("北海道", ["hokkaido"]), ("関東", ["関東"]), ("海外", ["international"]),
        ("佐渡島", ["佐渡島"]), ("中国", []), ("中国地方", ["中国地方"]), ("台湾", ["台湾"]), ("どこか", []), ("本州(離島を除く)", []),
    ],
)  # fmt: skip
def test_places(written: str, places: list[str]) -> None:
    told = one(region=written)
    assert [cell.place or cell.region for cell in told.cells[1:]] == places
    assert [refused.expected for refused in told.refused] == ([] if places else ["a_region"])


@pytest.mark.parametrize(
    ("written", "region"),
    [
        ("青森県", "honshu"), ("山口", "honshu"), ("徳島", "shikoku"), ("高知県", "shikoku"), ("福岡", "kyushu"), ("鹿児島県", "kyushu"),
        ("広島", "honshu"), ("東北", "honshu"), ("沖縄本島", "okinawa"), ("宮古島", "okinawa"), ("石垣島", "okinawa"), ("Ishigaki", "okinawa"), ("利尻島", "hokkaido"), ("礼文島", "hokkaido"), ("奥尻島", "hokkaido"), ("佐渡島", "island"), ("Sado Island", "island"), ("韓国", "international"),
    ],
)  # fmt: skip
def test_a_part_lies_in_its_region(written: str, region: str) -> None:
    cell = one(region=written).cells[1]
    assert (cell.region, cell.place) == (region, written)


@pytest.mark.parametrize(
    ("written", "days", "offered"),
    [
        ("1", 1, "yes"), ("１日", 1, "yes"), ("1-2", 2, "yes"), ("1〜2日", 2, "yes"), ("1日～3日", 3, "yes"), ("2 days", 2, "yes"), ("翌日", 1, "yes"),
        ("Next Day", 1, "yes"), ("Two Day Delivery", 2, "yes"), ("当日", 0, "yes"), ("0", 0, "yes"), ("", None, "yes"), ("不明", None, "yes"),
        ("対象外", None, "no"), ("not offered", None, "no"),
    ],
)  # fmt: skip
def test_days(written: str, days: int | None, offered: str) -> None:
    cell = one(days=written).cells[1]
    assert (cell.days, cell.offered) == (days, offered)


@pytest.mark.parametrize("written", ["2営業日", "3-1", "soon", "1.5", "-1"])
def test_what_is_no_number_of_days_is_refused(written: str) -> None:
    assert [refused.expected for refused in one(days=written).refused] == ["days"]


@pytest.mark.parametrize(
    ("written", "fee"), [("0", 0), ("無料", 0), ("Free", 0), ("¥1,200", 1200), ("500円", 500), ("", None), ("-", None)]
)
def test_a_blank_fee_is_not_known_and_never_0(written: str, fee: int | None) -> None:
    told = one(fee=f'"{written}"')
    assert told.cells[1].prime_fee == fee


@pytest.mark.parametrize("written", ["なし", "500円/kg", "10%"])
def test_what_is_no_fee_is_refused(written: str) -> None:
    assert [refused.expected for refused in one(fee=written).refused] == ["whole_yen"]


def test_two_rows_that_contradict_each_other_are_both_refused() -> None:
    told = read(f"{ENGLISH}\nP,Honshu,Standard,1,0,0\nP,本州,通常配送,1,100,0\nP,Shikoku,Standard,1,0,0\nP,四国,standard,1,0,0\n")
    assert [(one.line, one.expected) for one in told.refused] == [(2, "cell_once"), (3, "cell_once")]
    assert [cell.name for cell in told.cells] == ["P / shikoku / standard"]


def test_a_sheet_without_a_column_of_templates_is_one_template() -> None:
    (cell,) = read("region,service,days,prime fee\nHonshu,Standard,1,0\n").cells
    assert (cell.template, cell.name, cell.other_fee) == ("", "honshu / standard", None)


def test_a_blank_name_among_others_is_refused() -> None:
    assert [one.expected for one in read(f"{ENGLISH}\nP,Honshu,Standard,1,0,0\n,Shikoku,Standard,1,0,0\n").refused] == ["a_template"]

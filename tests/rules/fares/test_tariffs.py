"""Tariffs against figures typed by hand: cells and sums of every table, both ends of every period, and files that are refused."""

from datetime import date, timedelta
from itertools import product

import msgspec
import pytest

from sellerdesk import assets
from sellerdesk.domain.parcel import Fare
from sellerdesk.rules.fares.tables import load_carrier, load_methods, load_tariff
from sellerdesk.rules.resource import TariffError
from sellerdesk.workflows import fares
from sellerdesk.workflows.figures.in_force import Taken
from tests.rules.asked import LATE_2025, NEIGHBOUR, TAKKYUBIN, YAMATO, YUPACK, ZONES, asked, why, yen

# Typed from the price lists, size class by size class.
ROWS: list[tuple[str, str, str, str, tuple[int, ...]]] = [
    ("takkyubin", "2024-04-01", "東京都", "埼玉県", (940, 1230, 1530, 1850, 2190, 2510, 3060, 3720)),
    ("takkyubin", "2025-09-30", "東京都", "大阪府", (1060, 1350, 1650, 1970, 2310, 2630, 3730, 4500)),
    ("takkyubin", "2025-09-30", "北海道", "沖縄県", (2340, 2950, 3590, 4240, 4910, 5560, 9080, 10730)),
    ("takkyubin", "2024-12-31", "福岡県", "宮城県", (1760, 2050, 2360, 2680, 3020, 3340, 5540, 6860)),
    ("takkyubin", "2025-10-01", "東京都", "東京都", (940, 1230, 1530, 2040, 2630, 3020, 3680, 4470)),
    ("takkyubin", "2026-06-30", "東京都", "大阪府", (1060, 1350, 1650, 2170, 2780, 3160, 4480, 5410)),
    ("takkyubin", "2026-06-30", "秋田県", "長崎県", (1760, 2050, 2360, 2940, 3620, 4010, 6650, 8230)),
    ("takkyubin", "2026-06-30", "東京都", "沖縄県", (1460, 2070, 2710, 3360, 4030, 4680, 7210, 8860)),
    ("takkyubin", "2026-06-30", "長野県", "沖縄県", (1610, 2230, 2860, 3510, 4180, 4830, 8020, 9670)),
    ("takkyubin", "2026-06-30", "沖縄県", "沖縄県", (940, 1230, 1530, 1850, 2190, 2510, 3060, 3720)),
    ("takkyubin", "2025-11-10", "東京都", "東京都", (790, 1090, 1410, 1730, 2090, 2410, 3030, 3690)),
    ("takkyubin", "2026-06-30", "北海道", "北海道", (790, 1090, 1410, 1730, 2090, 2410, 3030, 3690)),
    ("yupack", "2023-10-01", "東京都", "東京都", (820, 1130, 1450, 1770, 2120, 2450, 3000)),
    ("yupack", "2025-01-01", "千葉県", "千葉県", (820, 1130, 1450, 1770, 2120, 2450, 3000)),
    ("yupack", "2025-01-01", "千葉県", "東京都", (880, 1200, 1500, 1830, 2170, 2500, 3070)),
    ("yupack", "2026-09-30", "東京都", "大阪府", (990, 1310, 1620, 1940, 2300, 2610, 3750)),
    ("yupack", "2026-09-30", "福岡県", "北海道", (1740, 2040, 2350, 2650, 3010, 3330, 5030)),
    ("yupack", "2026-09-30", "青森県", "沖縄県", (1750, 2050, 2380, 2680, 3060, 3380, 5090)),
]


@pytest.mark.parametrize(("method", "day", "start", "end", "row"), ROWS)
def test_cells_typed_by_hand(method: str, day: str, start: str, end: str, row: tuple[int, ...]) -> None:
    sizes = TAKKYUBIN if method == "takkyubin" else YUPACK
    assert tuple(yen(method, day, size, start, end) for size in sizes) == row
    assert tuple(yen(method, day, size, end, start) for size in sizes) == row


@pytest.mark.parametrize(
    ("start", "end", "price"),
    [("東京都", "東京都", 650), ("東京都", "大阪府", 710), ("北海道", "沖縄県", 1200), ("福岡県", "沖縄県", 820), ("宮城県", "沖縄県", 980),
     ("大阪府", "北海道", 1040), ("広島県", "北海道", 1090), ("石川県", "北海道", 930), ("沖縄県", "沖縄県", 650)],
)  # fmt: skip
def test_compact_has_its_box_on_a_line_of_its_own_and_no_fare_within_a_prefecture(start: str, end: str, price: int) -> None:
    found = asked("takkyubin_compact", LATE_2025, None, start, end)
    assert isinstance(found, Fare)
    assert (found.yen, found.total, [(extra.kind, extra.yen) for extra in found.extras]) == (price, price + 70, [("box", 70)])


def sums(method: str, day: str, sizes: tuple[int, ...], places: tuple[str, ...]) -> list[int]:
    """For every size the sum over all pairs of regions, both prefectures never the same where a region has two."""
    pairs = [(start, NEIGHBOUR.get(end, end) if start == end else end) for start, end in product(places, places)]
    return [sum(yen(method, day, size, *pair) for pair in pairs) for size in sizes]


# Added up from the price lists by other means; October 2025 lies before the fares within one prefecture.
SUMS: list[tuple[str, str, tuple[int, ...], tuple[str, ...], list[int]]] = [
    ("takkyubin", "2025-09-30", TAKKYUBIN, YAMATO, [183360, 232040, 283200, 336540, 392760, 446100, 649160, 798400]),
    ("takkyubin", "2025-10-31", TAKKYUBIN, YAMATO, [183360, 232040, 283200, 362330, 452480, 513710, 744620, 916410]),
    ("takkyubin_compact", "2025-10-31", (60,), YAMATO, [113720]),
    ("yupack", "2026-09-30", YUPACK, ZONES, [167700, 213190, 258750, 304680, 355490, 401810, 549930]),
]


@pytest.mark.parametrize(("method", "day", "sizes", "places", "by_size"), SUMS)
def test_sums_over_all_pairs_of_regions(method: str, day: str, sizes: tuple[int, ...], places: tuple[str, ...], by_size: list[int]) -> None:
    assert sums(method, day, sizes, places) == by_size


def test_a_fare_is_the_same_both_ways_and_never_falls_with_size() -> None:
    for method, sizes in (("takkyubin", TAKKYUBIN), ("yupack", YUPACK)):
        for start, end in product(YAMATO, YAMATO):
            row = [yen(method, "2026-01-15", size, start, end) for size in sizes]
            assert row == sorted(row) == [yen(method, "2026-01-15", size, end, start) for size in sizes]


def test_within_one_prefecture_the_fares_of_november_2025_hold_but_not_in_okinawa() -> None:
    assert yen("takkyubin", LATE_2025, 60, "東京都", "Tokyo") == 790
    assert yen("takkyubin", "2025-11-09", 60, "東京都", "東京都") == 940
    assert yen("takkyubin", LATE_2025, 60, "東京都", "千葉県") == 940
    assert yen("takkyubin", LATE_2025, 60, "沖縄県", "沖縄県") == 940
    found = asked("takkyubin", LATE_2025, 60, "東京都", "東京都")
    assert isinstance(found, Fare)
    assert found.tariff
    assert (found.start, found.tariff.en) == (date(2025, 11, 10), "TA-Q-BIN within one prefecture, November 2025")


PERIODS = [
    ("takkyubin", "2024-04-01", None, "2024-04-01 2025-10-01 2025-11-10"),
    ("takkyubin_compact", "2024-04-01", None, "2024-04-01"),
    ("yupack", "2023-10-01", "2026-09-30", "2023-10-01"),
    ("letter_pack_plus", "2019-10-01", None, "2019-10-01 2024-10-01"),
    ("letter_pack_light", "2019-10-01", None, "2019-10-01 2024-10-01"),
]


@pytest.mark.parametrize(("method", "first", "last", "starts"), PERIODS)
def test_the_table_of_the_day_counts_and_beyond_them_a_fare_is_none_or_assumed(
    method: str, first: str, last: str | None, starts: str
) -> None:
    for start in map(date.fromisoformat, starts.split()):
        found = asked(method, start.isoformat(), 60, "東京都", "東京都")
        assert isinstance(found, Fare)
        assert found.start == start
        before = asked(method, (start - timedelta(days=1)).isoformat(), 60, "東京都", "東京都")
        assert before.start < start if isinstance(before, Fare) else before.code == "tariff_not_begun"
    begun = date.fromisoformat(first)
    early = why(method, (begun - timedelta(days=1)).isoformat(), 60, "東京都", "東京都")
    assert (early.code, early.facts["from"]) == ("tariff_not_begun", begun)
    if last:
        assert yen(method, last, 60, "東京都", "東京都")
        late = asked(method, (date.fromisoformat(last) + timedelta(days=1)).isoformat(), 60, "東京都", "東京都")
        assert isinstance(late, Fare)
        assert (late.yen, late.assumed_after) == (yen(method, last, 60, "東京都", "東京都"), date.fromisoformat(last))
        before = asked(method, last, 60, "東京都", "東京都")
        assert isinstance(before, Fare)
        assert before.assumed_after is None
        ended = msgspec.structs.replace(fares.tariff(method), carries_on=False)
        assert not ended.assumed_on(date.fromisoformat(last) + timedelta(days=1))
    else:
        assert yen(method, "2026-11-22", 60, "東京都", "東京都")


@pytest.mark.parametrize(
    ("method", "day", "price"),
    [("letter_pack_plus", "2024-09-30", 520), ("letter_pack_plus", "2024-10-01", 600), ("letter_pack_light", "2024-09-30", 370),
     ("letter_pack_light", "2024-10-01", 430)],
)  # fmt: skip
def test_an_envelope_needs_neither_size_nor_prefectures(method: str, day: str, price: int) -> None:
    assert yen(method, day) == price
    assert yen(method, day, 60, "nowhere", "東京都", weight=4000) == price


def tampered(file: str, old: str, new: str) -> str:
    """A resource with some of its words changed."""
    text = assets.text(f"tariffs/{file}.toml")
    assert old in text
    return text.replace(old, new, 1)


def load(file: str, text: str) -> object:
    """What a resource's text holds."""
    if file == "methods":
        return load_methods(text, "methods.toml")
    if file == "yamato":
        return load_carrier(text, "yamato.toml")
    method = fares.methods()[file]
    return load_tariff(text, f"{file}.toml", method, fares.carrier(method.carrier))


REFUSED: list[tuple[str, str, str, str]] = [
    ("methods", "30_000, 30_000]", "30_000]", "as many weights"),
    ("methods", "[60, 80,", "[80, 60,", "do not go up"),
    ("methods", "largest = 200", "largest = 210", "last of the sizes"),
    ("methods", "any_shape", "any_shapes", "any_shapes"),
    ("yamato", '"ca"', '"c"', "half a square"),
    ("yamato", "[2, 3, 5]", "[2, 3, 4]", "exactly one region"),
    ("takkyubin", "to = 2025-09-30", "to = 2025-10-01", "overlaps"),
    ("takkyubin", "to = 2025-09-30", "to = 2024-03-31", "before it begins"),
    ("takkyubin", "3060,  3720]", "3060]", "fare_row_length"),
    ("takkyubin", "\nb = ", "\nx = ", "fare_row_unknown"),
    ("takkyubin", "  940,", "    0,", ">= 1"),
    ("takkyubin", "checked = 2026-09-11\n", "", "checked"),
    ("nekoposu", "cap", "caps", "caps"),
    ("takkyubin", "[[table]]", "[[table]", "takkyubin.toml"),
    ("takkyubin_time", "unpriced", "# unpriced", "either tables"),
    ("yupack", "from = 2026-10-01", "from = 2026-09-30", "overlaps"),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), REFUSED)
def test_a_tariff_in_which_anything_is_wrong_is_refused(file: str, old: str, new: str, said: str) -> None:
    with pytest.raises(TariffError, match=said) as refused:
        load(file, tampered(file, old, new))
    assert f"{file}.toml" in str(refused.value)


def test_a_tariff_is_read_when_the_first_parcel_needs_it() -> None:
    fares.own_tariff.cache_clear()
    Taken.number += 1
    yen("letter_pack_plus", LATE_2025)
    assert fares.own_tariff.cache_info().currsize == 1
    assert all(fares.tariff(method).table or fares.tariff(method).unpriced for method in fares.methods())

"""Fares of a parcel: size classes, limits, charges on top, what is not known, and the owner's own fares."""

from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellerdesk.domain.parcel import ContractFare, Fare, NoFare, Parcel
from sellerdesk.domain.returned_item import ReturnedItem
from sellerdesk.rules.fares.fare import wrong_terms
from sellerdesk.workflows import fares
from tests.rules.asked import LATE_2025, YAMATO, asked, why, yen


@pytest.mark.parametrize(
    ("method", "size", "weight", "size_class"),
    [("takkyubin", 1, None, 60), ("takkyubin", 60, None, 60), ("takkyubin", 61, None, 80), ("takkyubin", 170, None, 180),
     ("takkyubin", 200, 30_000, 200), ("takkyubin", 60, 2_000, 60), ("takkyubin", 60, 2_001, 80), ("takkyubin", 60, 5_001, 100),
     ("takkyubin", 60, 10_001, 120), ("takkyubin", 60, 15_001, 140), ("takkyubin", 60, 20_001, 160), ("takkyubin", 60, 25_001, 180),
     ("takkyubin", 60, 30_000, 180), ("takkyubin", 120, 4_000, 120), ("yupack", 60, 25_000, 60), ("yupack", 161, 100, 170)],
)  # fmt: skip
def test_size_classes_by_sides_and_for_yamato_by_weight(method: str, size: int, weight: int | None, size_class: int) -> None:
    found = asked(method, "2026-01-15", size, "東京都", "大阪府", weight=weight)
    assert isinstance(found, Fare)
    assert found.size_class == size_class
    assert found.yen == yen(method, "2026-01-15", size_class, "東京都", "大阪府")


@pytest.mark.parametrize(
    ("method", "size", "weight", "code", "takers"),
    [("takkyubin", 201, None, "too_large", ()), ("takkyubin", 60, 30_001, "too_heavy", ()), ("takkyubin", None, 30_001, "too_heavy", ()),
     ("yupack", 171, None, "too_large", ("takkyubin",)), ("yupack", 60, 30_001, "too_heavy", ()),
     ("takkyubin_compact", 61, 9_000, "too_large", ("takkyubin", "yupack")), ("nekoposu", 60, 1_001, "too_heavy", ("takkyubin", "yupack")),
     ("nekoposu", 180, 900, "too_large", ("takkyubin",)), ("letter_pack_plus", 60, 4_001, "too_heavy", ("takkyubin", "yupack")),
     ("letter_pack_light", 80, 4_000, "too_large", ("takkyubin", "yupack"))],
)  # fmt: skip
def test_limits_refuse_with_the_methods_that_would_take_it(
    method: str, size: int | None, weight: int | None, code: str, takers: tuple[str, ...]
) -> None:
    refused = why(method, "2026-01-15", size, "東京都", "大阪府", weight=weight)
    assert (refused.code, refused.takers) == (code, takers)


def test_a_heavy_yupack_costs_its_charge_on_top_up_to_30_kg() -> None:
    assert yen("yupack", "2026-01-15", 100, "東京都", "大阪府", weight=25_000) == 1620
    assert yen("yupack", "2026-01-15", 100, "東京都", "大阪府", weight=25_001) == 1620 + 560
    assert yen("yupack", "2026-01-15", 100, "東京都", "大阪府", weight=30_000) == 1620 + 560
    assert yen("yupack", "2026-10-01", 100, "東京都", "大阪府", weight=30_000) == 1620 + 620
    own = [ContractFare(method="yupack", yen=900, start=date(2026, 1, 1))]
    assert yen("yupack", "2026-10-01", 100, weight=30_000, contracts=own) == 900 + 620


def test_what_is_not_known_is_said() -> None:
    assert why(None, LATE_2025).lacking == ("method",)
    assert why("pigeon", LATE_2025).code == "unknown_method"
    assert why("takkyubin", LATE_2025).lacking == ("size", "from_prefecture", "to_prefecture")
    assert why("takkyubin", LATE_2025, None, "東京都", "東京都", weight=500).lacking == ("size",)
    assert why("takkyubin", LATE_2025, 60, "東京都", "").lacking == ("to_prefecture",)
    assert why("takkyubin_compact", LATE_2025).lacking == ("from_prefecture", "to_prefecture")
    unread = why("takkyubin", LATE_2025, 60, "Tokio", "東京都")
    assert (unread.code, unread.facts) == ("unknown_prefecture", {"from_prefecture": "Tokio"})
    assert (why("nekoposu", LATE_2025).code, why("nekoposu", LATE_2025).facts["cap"]) == ("contract_price_needed", 385)
    assert why("takkyubin_time", LATE_2025, 60, "東京都", "東京都").code == "no_known_price"


def own(price: int, start: str = "2025-01-01", end: str | None = None, method: str = "takkyubin", **terms: Any) -> ContractFare:
    """A fare of the owner's."""
    return ContractFare(method=method, yen=price, start=date.fromisoformat(start), end=date.fromisoformat(end) if end else None, **terms)


def test_the_owners_fare_goes_before_the_list_and_the_most_specific_wins() -> None:
    contracts = [
        own(700),
        own(500, size=60),
        own(480, "2025-07-01", "2025-12-31", size=60),
        own(450, from_region="kanto", to_region="kansai", size=60),
        own(430, "2025-06-01", from_region="kanto", to_region="kansai", size=60),
    ]
    assert yen("takkyubin", "2025-12-31", 100, "東京都", "大阪府", contracts=contracts) == 700
    assert yen("takkyubin", "2025-12-31", 60, "大阪府", "東京都", contracts=contracts) == 480
    assert yen("takkyubin", "2026-01-01", 60, "大阪府", "東京都", contracts=contracts) == 500
    assert yen("takkyubin", "2025-05-31", 60, "東京都", "大阪府", contracts=contracts) == 450
    assert yen("takkyubin", "2025-06-01", 60, "東京都", "大阪府", contracts=contracts) == 430
    assert yen("takkyubin", "2024-12-31", 60, "東京都", "大阪府", contracts=contracts) == 1060
    assert yen("takkyubin", "2025-12-31", 60, "東京都", "大阪府", weight=2_001, contracts=contracts) == 700
    assert yen("takkyubin", "2025-12-31", 60, "大阪府", "東京都", contracts=[own(1), own(2)]) == 2


def test_an_owners_fare_that_hangs_on_a_missing_fact_is_not_taken_for_granted() -> None:
    contracts = [own(700), own(500, size=60, to_region="kansai")]
    assert why("takkyubin", LATE_2025, None, "東京都", "大阪府", contracts=contracts).lacking == ("size",)
    assert yen("takkyubin", LATE_2025, 80, "東京都", contracts=contracts) == 700
    assert why("takkyubin", LATE_2025, 60, "東京都", "Osakka", contracts=contracts).code == "unknown_prefecture"
    assert why("takkyubin", LATE_2025, 201, contracts=contracts).code == "too_large"


def test_an_owners_fare_gives_a_price_where_the_public_has_none() -> None:
    found = asked("nekoposu", LATE_2025, contracts=[own(198, method="nekoposu", size=60)])
    assert isinstance(found, Fare)
    assert (found.yen, found.tariff, found.start) == (198, None, date(2025, 1, 1))
    assert yen("takkyubin_time", LATE_2025, 60, contracts=[own(900, method="takkyubin_time")]) == 900
    assert yen("yupack", "2026-11-22", 60, contracts=[own(600, method="yupack")]) == 600
    compact = asked("takkyubin_compact", LATE_2025, contracts=[own(400, method="takkyubin_compact")])
    assert isinstance(compact, Fare)
    assert (compact.yen, compact.total) == (400, 470)
    early = own(400, "2023-01-01", method="takkyubin_compact")
    assert why("takkyubin_compact", "2024-03-31", contracts=[early]).code == "tariff_not_begun"  # what the box cost then is not known


def test_an_owners_fare_that_no_parcel_can_meet_is_named() -> None:
    tariffs = fares.tariffs()
    assert wrong_terms(own(700, size=60, from_region="kanto"), tariffs) == ()
    assert wrong_terms(own(700, method="pigeon"), tariffs) == ("method",)
    wrong = own(0, "2025-01-02", "2025-01-01", size=70, from_region="tokyo", to_region="?")
    assert wrong_terms(wrong, tariffs) == ("yen", "size", "from_region", "to_region", "end")


PLACES = st.sampled_from([None, "", "?", *YAMATO])
PARCELS = st.builds(
    Parcel, st.sampled_from([*fares.methods()]), st.dates(date(2018, 1, 1), date(2030, 1, 1)), st.none() | st.integers(1, 300),
    st.none() | st.integers(1, 40_000), PLACES, PLACES,
)  # fmt: skip


@given(PARCELS)
def test_every_parcel_has_whole_yen_or_a_reason(parcel: Parcel) -> None:
    found = fares.fare(parcel)
    if isinstance(found, Fare):
        assert 0 < found.yen <= found.total
        assert found.start <= parcel.day
    else:
        assert bool(found.lacking) == (found.code == "lacking_facts")


DAYS = st.dates(date(2023, 6, 1), date(2027, 6, 1))
CONTRACTS = st.lists(st.builds(
    ContractFare, method=st.sampled_from(["takkyubin", "nekoposu"]), yen=st.integers(1, 900), start=DAYS, end=st.none() | DAYS | st.just(date.max),
    size=st.sampled_from([None, 60]), from_region=st.sampled_from([None, "kanto"]),
), max_size=3)  # fmt: skip
ITEMS = st.builds(
    ReturnedItem, method=st.sampled_from([None, "?", *fares.methods()]), arrived_on=DAYS, size=st.sampled_from([None, 60, 300]),
    weight=st.sampled_from([None, 30_000]), from_prefecture=st.sampled_from([None, "東京都", "?"]), to_prefecture=st.just("大阪府"),
)  # fmt: skip


def told(found: Fare | NoFare | None) -> tuple[Any, ...]:
    """All that a fare says, or why there is none."""
    assert found is not None
    return type(found), msgspec.structs.astuple(found)


@given(st.lists(ITEMS, min_size=2, max_size=40), CONTRACTS)
def test_a_sheet_is_priced_as_parcel_by_parcel(items: list[ReturnedItem], contracts: list[ContractFare]) -> None:
    days = [one.arrived_on for one in items if one.arrived_on]
    found = map(fares.pricer(contracts), items, days)
    for one, day, price in zip(items, days, found, strict=True):
        parcel = Parcel(one.method, day, one.size, one.weight, one.from_prefecture, one.to_prefecture)
        assert told(price) == told(fares.fare(parcel, contracts))


def test_the_day_on_which_a_fare_turns_is_priced_anew() -> None:
    days = [date(2025, 5, 31), date(2025, 6, 1), date(2025, 6, 30), date(2025, 7, 1)]
    sent = [ReturnedItem(method="takkyubin", size=60, from_prefecture="東京都", to_prefecture="大阪府")] * len(days)
    found = map(fares.pricer([own(700, "2025-06-01", "2025-06-30")]), sent, days)
    assert [one.yen if isinstance(one, Fare) else None for one in found] == [1060, 700, 700, 1060]

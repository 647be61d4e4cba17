"""Who may join, told by a table of shops with every limit and one beside it; the badge's days; the interview's way."""

from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sellerdesk.domain.account import QUESTIONS, Account
from sellerdesk.workflows.points.enrolment import badge_dates, judged, limits, next_question, speaking, steps

DAY = date(2020, 8, 3)
SMB: dict[str, Any] = {
    "participant": "no", "new_seller": "yes", "excluded": "no", "business": "retail", "capital": 50_000_000, "employees": 50, "income": "no",
    "owned": "no", "reduced": "no",
}  # fmt: skip
LIMITS = {
    "manufacturing": (300_000_000, 300), "wholesale": (100_000_000, 100), "services": (50_000_000, 100), "retail": (50_000_000, 50),
    "ryokan": (50_000_000, 200), "software": (300_000_000, 300),
}  # fmt: skip


def verdict(readings: dict[str, str] | None = None, **answers: Any) -> str:
    """The case of points.eligible for these answers."""
    account = msgspec.convert({name: value for name, value in answers.items() if value is not None}, Account)
    return next(one.case for one in judged(account, readings or {}, DAY) if one.rule == "points.eligible")


@pytest.mark.parametrize("business", LIMITS)
@pytest.mark.parametrize(
    ("more_capital", "more_people", "case"), [(0, 0, "new_smb"), (1, 0, "new_smb"), (0, 1, "new_smb"), (1, 1, "too_large")]
)
def test_one_of_capital_and_employees_within_the_limit_is_enough(business: str, more_capital: int, more_people: int, case: str) -> None:
    capital, people = LIMITS[business]
    told = {**SMB, "business": business, "capital": capital + more_capital, "employees": people + more_people}
    assert verdict(**told) == case
    assert (limits(DAY)[business].capital, limits(DAY)[business].employees) == LIMITS[business]


@pytest.mark.parametrize(
    ("changes", "case"),
    [
        ({"participant": "yes"}, "ok"),
        ({"participant": "yes", "excluded": "yes", "capital": 10**12, "employees": 10**6}, "ok"),
        ({"participant": "unknown"}, "new_smb"),
        ({"participant": "unknown", "new_seller": "no"}, "missing"),
        ({"participant": "unknown", "excluded": "yes"}, "missing"),
        ({"new_seller": "no"}, "not_new"),
        ({"new_seller": "unknown"}, "missing"),
        ({"new_seller": "unknown", "income": "yes"}, "income"),
        *[({name: "yes"}, name) for name in ("excluded", "income", "owned", "reduced")],
        *[({name: "unknown"}, "missing") for name in ("excluded", "income", "owned", "reduced")],
        ({"capital": "unknown"}, "new_smb"),
        ({"employees": "unknown"}, "new_smb"),
        ({"capital": "unknown", "employees": "unknown"}, "missing"),
        ({"capital": 50_000_001, "employees": "unknown"}, "missing"),
        ({"capital": "unknown", "employees": 51}, "missing"),
        ({"business": "unknown"}, "new_smb"),
        ({"business": "unknown", "capital": 50_000_001, "employees": 51}, "missing"),
        ({"business": "unknown", "capital": 300_000_001, "employees": 301}, "too_large"),
        ({"business": "unknown", "capital": 300_000_001, "employees": 300}, "missing"),
        ({"business": "unknown", "capital": "unknown", "employees": 50}, "new_smb"),
        ({"capital": 0, "employees": 1}, "new_smb"),
    ],
)
def test_a_shop_is_judged_by_the_answer_that_decides(changes: dict[str, Any], case: str) -> None:
    assert verdict(**{**SMB, **changes}) == case


def test_by_the_strict_reading_only_participants_may_join() -> None:
    assert verdict({"AMB-04": "participants"}, **SMB) == "participants_only"
    assert verdict({"AMB-04": "participants"}, **{**SMB, "participant": "unknown"}) == "missing"
    assert verdict({"AMB-04": "participants"}, participant="yes") == "ok"


def may_join(case: str) -> bool | None:
    """Yes, no, or not known."""
    return None if case == "missing" else case in ("ok", "new_smb")


ANSWERS: dict[str, list[Any]] = {
    **{name: ["yes", "no", "unknown"] for name in ("participant", "new_seller", "excluded", "income", "owned", "reduced")},
    "business": [*LIMITS, "unknown"], "capital": [0, 50_000_000, 50_000_001, 300_000_001, "unknown"], "employees": [1, 50, 51, 301, "unknown"],
}  # fmt: skip


@given(st.fixed_dictionaries({name: st.sampled_from(values) for name, values in ANSWERS.items()}))
def test_the_interview_stops_as_soon_as_the_verdict_is_certain(shop: dict[str, Any]) -> None:
    """Walked question by question, it comes to the verdict of all answers, or lacks only what was answered "don't know"."""
    told: dict[str, Any] = {}
    asked = []
    while (question := next_question(msgspec.convert(told, Account), {}, DAY)) is not None:
        assert verdict(**told) == "missing", "nothing is asked once the verdict stands"
        asked.append(question)
        told[question] = shop[question]
    assert may_join(verdict(**told)) == may_join(verdict(**shop))
    assert len(asked) == len(set(asked))
    assert asked == [name for name in QUESTIONS if name in asked]


@given(st.fixed_dictionaries({name: st.sampled_from(values) for name, values in ANSWERS.items()}), st.sampled_from(QUESTIONS))
def test_dont_know_never_makes_a_shop_eligible(shop: dict[str, Any], name: str) -> None:
    """With one answer unknown a shop is eligible only when it is so whatever that answer may be."""
    if verdict(**{**shop, name: "unknown"}) in ("ok", "new_smb"):
        assert all(verdict(**{**shop, name: value}) in ("ok", "new_smb") for value in ANSWERS[name])


def test_the_badge_is_due_on_one_of_two_days_and_the_owners_days_off_move_it() -> None:
    dates = badge_dates(Account(), {}, DAY)
    assert dates == (date(2020, 8, 17), date(2020, 8, 14), date(2020, 8, 17))
    early = badge_dates(Account(), {"AMB-02": "day-1"}, DAY)
    assert early is not None
    assert early.deadline == date(2020, 8, 14)
    closed = Account(applied_on=date(2020, 7, 20), closed_days=(date(2020, 8, 13),))
    finding = next(one for one in judged(closed, {}, DAY) if one.rule == "points.badge-date")
    assert (finding.case, finding.facts["badge_by"], finding.facts["closed"]) == ("moved", date(2020, 8, 18), ("2020-08-13",))


def test_steps_show_what_is_done_and_what_is_next() -> None:
    account = msgspec.convert({"participant": "yes", "applied_on": "2020-07-20", "offers": {"total": 9, "short": 2, "unsure": 0}}, Account)
    found = judged(account, {}, DAY)
    told = {step.name: (step.state, step.day) for step in steps(account, found, {}, DAY)}
    assert told == {
        "eligible": ("done", None), "applied": ("done", date(2020, 7, 20)), "offers": ("trouble", None), "badge": ("waiting", date(2020, 8, 17)),
    }  # fmt: skip
    spoken = speaking(found)
    assert spoken is not None
    assert (spoken.rule, spoken.case) == ("points.all-offers", "short")

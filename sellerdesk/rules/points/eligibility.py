"""Who may join the points programme: participants of METI's project, and new sellers that count as SMBs by its definition.

Source: clause P2-10; the definition of an SMB is the project's (capital or regular employees within the limit of the main
business). Every question is answered yes, no or not known, and a verdict is only certain when no open answer can turn it.
"""

from collections.abc import Mapping

import msgspec

from sellerdesk.domain.account import QUESTIONS, Account
from sellerdesk.domain.facts import SkuFacts
from sellerdesk.domain.finding import MISSING, Change, Finding, Verdict
from sellerdesk.rules.engine.check import Judge, Run, lacking


class Limits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The most capital (yen) and the most regular employees of an SMB in a main business."""

    capital: int
    employees: int


class Smb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The limits by main business."""

    business: dict[str, Limits]


DISQUALIFIERS = ("excluded", "income", "owned", "reduced")
"""Questions of which a yes ends it."""

CASES = ("new_smb", "not_new", "too_large", *DISQUALIFIERS, "participants_only")
SHUT_OUT = CASES[1:]
"""Cases of a shop that surely may not join."""
CaseAndLacks = tuple[str, tuple[str, ...]]
"""A case, and the questions that it waits for."""


def eligible(params: Smb, run: Run) -> Judge[Account]:
    """The verdict with the answer that decided it; "don't know" never makes a shop eligible."""

    def judge(account: Account, _known: SkuFacts) -> Verdict | None:
        case, open_questions = verdict(account, params, run.readings)
        if case == MISSING:
            return lacking(*open_questions)
        return Verdict(case, named_figures(account, params, case))

    return judge


def named_figures(account: Account, params: Smb, case: str) -> dict[str, int | str]:
    """The figures that a verdict names."""
    limits = params.business.get(account.business or "")
    facts: dict[str, int | str] = {}
    for name in ("capital", "employees"):
        value = getattr(account, name)
        if case in ("new_smb", "too_large") and isinstance(value, int):
            facts[name] = value
        if case in ("new_smb", "too_large") and limits is not None:
            facts[f"most_{name}"] = getattr(limits, name)
    return facts


def verdict(account: Account, params: Smb, readings: Mapping[str, str]) -> CaseAndLacks:
    """The case of a shop: by METI's project first, then as a new SMB seller (P2-10, AMB-04)."""
    if account.participant == "yes":
        return "ok", ()
    by_project = () if account.participant == "no" else ("participant",)
    if readings.get("AMB-04") == "participants":
        return (MISSING, by_project) if by_project else ("participants_only", ())
    case, open_questions = new_smb(account, params)
    if case == MISSING:
        return MISSING, (*by_project, *open_questions)
    if case == "new_smb" or not by_project:
        return case, ()
    return MISSING, by_project


def new_smb(account: Account, params: Smb) -> CaseAndLacks:
    """Whether the shop joins as a new seller that counts as an SMB; one sure no ends it, whatever is open."""
    if account.new_seller == "no":
        return "not_new", ()
    for name in DISQUALIFIERS:
        if getattr(account, name) == "yes":
            return name, ()
    size, open_size = within_limits(account, params)
    if size == "too_large":
        return "too_large", ()
    open_questions = [name for name in ("new_seller", *DISQUALIFIERS) if getattr(account, name) != "no" and name != "new_seller"]
    if account.new_seller != "yes":
        open_questions.insert(0, "new_seller")
    unknown = tuple(name for name in QUESTIONS if name in (*open_questions, *open_size))
    return (MISSING, unknown) if unknown else ("new_smb", ())


def within_limits(account: Account, params: Smb) -> CaseAndLacks:
    """Capital or employees within the limit of the main business; without the business, within or above every one's."""
    limits = [params.business[account.business]] if account.business in params.business else list(params.business.values())
    amounts = {name: value for name in ("capital", "employees") if isinstance(value := getattr(account, name), int)}
    if any(all(value <= getattr(limit, name) for limit in limits) for name, value in amounts.items()):
        return "ok", ()
    above = {name for name, value in amounts.items() if all(value > getattr(limit, name) for limit in limits)}
    if len(above) == len(("capital", "employees")):
        return "too_large", ()
    business = () if account.business in params.business else ("business",)
    return MISSING, (*business, *(name for name in ("capital", "employees") if name not in amounts))


def next_question(account: Account, params: Smb, readings: Mapping[str, str]) -> str | None:
    """The next question whose answer can still matter and that was not asked; None when the verdict stands or all was asked."""
    case, open_questions = verdict(account, params, readings)
    if case != MISSING:
        return None
    if account.participant is None:
        return "participant"
    dead_end = new_smb(account, params)[0] not in (MISSING, "new_smb")
    if dead_end:
        return None
    return next((name for name in QUESTIONS if name in open_questions and getattr(account, name) is None), None)


def change_of_eligibility(finding: Finding) -> tuple[Change, ...]:
    """What would have to be otherwise; who the shop is, nobody sets."""
    fact = {"not_new": "new_seller", "too_large": "capital", "participants_only": "participant"}.get(finding.case, finding.case)
    return (Change(finding.subject, fact, None, "would"),)

"""The terms and the rules in force, loaded once from the resources."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

import msgspec
import rtoml

from sellerdesk import assets
from sellerdesk.domain.clause import Clause, Terms
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.rules.rulebook import Rule, load

if TYPE_CHECKING:
    from sellerdesk.rules.obligations import Obligation


@cache
def terms() -> Terms:
    """Both documents with every clause, every unclear passage and every text for the seller."""
    told = [rtoml.loads(assets.text(f"terms/{name}.toml")) for name in ("clauses", "ambiguities", "guidance")]
    return msgspec.convert(told[0] | told[1] | told[2], Terms)


CALCULATIONS: Mapping[str, tuple[str, ...]] = {
    "cashless --category": ("CP-01",),
    "cashless": ("CL-13",),
    "cost": ("P2-01", "P2-03", "P2-09", "P2-11", "P2-15"),
    "fix": ("P2-01", "P2-02"),
    "account": ("P2-06", "P2-08"),
}
"""The commands that compute what a clause says, beside the rules that judge by it."""

SCOPES: Mapping[str, tuple[str, ...]] = {"audit": ("S-01", "S-38"), "import": ("S-38",), "shipments": ("S-01", "S-02")}
"""The commands whose choice of what they look at is a clause's: SFP offers, every order of theirs, and files of Japan only."""

STEPS: Mapping[str, tuple[str, ...]] = {
    "eligible": ("P2-10",), "applied": ("P2-04", "P2-05"), "offers": ("P2-02", "P2-12"), "badge": ("P2-06", "P2-13", "P2-14"),
    "cancelled": ("P2-07",),
}  # fmt: skip
"""The steps of the programme, in their order, with the clauses behind each."""


def reached(clause_id: str) -> list[dict[str, str]]:
    """Where the program carries a clause: rules, calculations, scopes, steps, texts, obligations, each by its kind and name."""
    by_rule = [
        one.id for one in rules().values() if clause_id in one.clauses or any(clause_id in case.clauses for case in one.case.values())
    ]
    places = {
        "rule": by_rule,
        "calculation": [name for name, clauses in CALCULATIONS.items() if clause_id in clauses],
        "scope": [name for name, clauses in SCOPES.items() if clause_id in clauses],
        "step": [name for name, clauses in STEPS.items() if clause_id in clauses],
        "text": [name for name, one in terms().text.items() if clause_id in one.clauses],
        "obligation": [name for name, one in obligations().items() if clause_id in one.clauses],
    }
    return [{"kind": kind, "name": name} for kind, names in places.items() for name in names]


@cache
def obligations() -> "dict[str, Obligation]":
    """What the terms ask of a shop beyond its offers' settings, by id. Raises ValueError for a clause or a condition that is none."""
    from sellerdesk.rules.obligations import CONDITIONS, Obligation  # noqa: PLC0415 (few commands speak of them)

    told = msgspec.convert(rtoml.loads(assets.text("terms/obligations.toml"))["obligation"], dict[str, Obligation])
    for name, one in told.items():
        if one.when not in CONDITIONS or not set(one.clauses) <= set(terms().clause):
            raise ValueError(f"obligations.toml: {name}")
    return told


@cache
def rules() -> dict[str, Rule]:
    """Every rule by id. Raises RulebookError when a rulebook may not be used."""
    from sellerdesk.rules.explain import CHECKS  # noqa: PLC0415 (as below)

    return load(assets.texts("rules"), terms(), CHECKS)


CHECKED_BY: Mapping[str, tuple[str, ...]] = {"return_reports": ("labels", "refunds")}
"""The modules that hold the checks of a rulebook, where it is not the one of its name; all together take 5 ms to load."""


@cache
def rules_in(*files: str) -> dict[str, Rule]:
    """The rules of some rulebooks by id, for what needs no others: each takes some milliseconds to read. Raises RulebookError."""
    texts = {name: assets.text(f"rules/{name}.toml") for name in files}
    modules = [import_module(f"sellerdesk.rules.{module}") for name in files for module in CHECKED_BY.get(name, (name,))]
    return load(texts, terms(), {check.name: check for module in modules for check in module.CHECKS})


def rules_of(checks: Iterable[str]) -> list[Rule]:
    """The rules whose check is one of these, in the order of the rulebooks."""
    wanted = set(checks)
    return [rule for rule in rules().values() if rule.check in wanted]


def rule(name: str) -> Rule:
    """A rule by id. Raises UnusableArgument."""
    try:
        return rules()[name]
    except KeyError as error:
        raise UnusableArgument("no_such_rule", name=name) from error


def clause(name: str) -> Clause:
    """A clause by id, in any case. Raises UnusableArgument."""
    try:
        return terms().clause[name.upper()]
    except KeyError as error:
        raise UnusableArgument("no_such_clause", name=name) from error

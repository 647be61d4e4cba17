"""The terms and the rules in force, loaded once from the resources."""

import tomllib
from collections.abc import Iterable
from functools import cache

import msgspec

from sellerdesk import assets
from sellerdesk.domain.clause import Clause, Terms
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.rules.explain import CHECKS
from sellerdesk.rules.rulebook import Rule, load


@cache
def terms() -> Terms:
    """Both documents with every clause and every unclear passage."""
    told = [tomllib.loads(assets.text(f"terms/{name}.toml")) for name in ("clauses", "ambiguities")]
    return msgspec.convert(told[0] | told[1], Terms)


@cache
def rules() -> dict[str, Rule]:
    """Every rule by id. Raises RulebookError when a rulebook may not be used."""
    return load(assets.texts("rules"), terms(), CHECKS)


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

"""The terms and the rules in force, loaded once from the resources."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

import msgspec
import rtoml

from sellerdesk import assets
from sellerdesk.domain.clause import Clause, Terms
from sellerdesk.domain.refusal import UnusableArgument
from sellerdesk.rules.engine.by_figures import named, resolved
from sellerdesk.rules.engine.rulebook import Rule, load
from sellerdesk.rules.figures.figure import Figures
from sellerdesk.workflows.figures.in_force import by_figures, figures

if TYPE_CHECKING:
    from sellerdesk.rules.sfp.obligations import Obligation


@cache
def terms() -> Terms:
    """Both documents with every clause, every unclear passage and every text for the seller."""
    texts = [rtoml.loads(assets.text(f"terms/{name}.toml")) for name in ("clauses", "ambiguities", "guidance")]
    return msgspec.convert(texts[0] | texts[1] | texts[2], Terms)


@cache
def obligations() -> "dict[str, Obligation]":
    """What the terms ask of a shop beyond its offers' settings, by id. Raises ValueError for a clause or a condition that is none."""
    from sellerdesk.rules.sfp.obligations import CONDITIONS, Obligation  # noqa: PLC0415 (few commands speak of them)

    found = msgspec.convert(rtoml.loads(assets.text("terms/obligations.toml"))["obligation"], dict[str, Obligation])
    for name, obligation in found.items():
        if (
            obligation.when not in CONDITIONS
            or bool(obligation.clauses) == bool(obligation.figure)
            or not set(obligation.clauses) <= set(terms().clause)
        ):
            raise ValueError(f"obligations.toml: {name}")
    return found


@by_figures
def rules() -> dict[str, Rule]:
    """Every rule by id, with the figures in force. Raises RulebookError when a rulebook may not be used, and FigureFault."""
    return resolved(bare_rules(), figures())


@cache
def bare_rules() -> dict[str, Rule]:
    """Every rule by id, as the rulebooks have it. Raises RulebookError."""
    from sellerdesk.rules.checks import CHECKS  # noqa: PLC0415 (as below)

    return load(assets.texts("rules"), terms(), CHECKS)


@by_figures
def rules_in(*files: str) -> dict[str, Rule]:
    """The rules of some rulebooks by id, with the figures in force. Raises RulebookError, FigureFault."""
    return resolved(bare_rules_in(*files), figures())


@cache
def bare_rules_in(*files: str) -> dict[str, Rule]:
    """The rules of some rulebooks by id, for what needs no others: each takes some milliseconds to read. Raises RulebookError.

    A rulebook stands where the module of its checks does: "returns/payer" is resources/rules/returns/payer.toml.
    """
    texts = {name: assets.text(f"rules/{name}.toml") for name in files}
    modules = [import_module(f"sellerdesk.rules.{name.replace('/', '.')}") for name in files]
    return load(texts, terms(), {check.name: check for module in modules for check in module.CHECKS})


def unfit(figures: Figures) -> Iterator[tuple[str, tuple[str, ...], date]]:
    """The rules that cannot be bound with some figures: the rule's id, the figures that it names, the first day (Japan) of it."""
    from sellerdesk.rules.checks import CHECKS  # noqa: PLC0415 (as above)

    bare = bare_rules()
    for name, rule in resolved(bare, figures).items():
        named_figures = tuple(figure for version in bare[name].version for figure in named(version).values())
        for version in rule.version if named_figures else ():
            try:
                msgspec.convert(version.params, CHECKS[rule.check].params)
            except msgspec.ValidationError:
                yield name, named_figures, version.start


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

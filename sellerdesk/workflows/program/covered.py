"""Which clauses of the terms the program covers, and by what."""

from collections.abc import Mapping

from sellerdesk.workflows.points.enrolment import STEPS
from sellerdesk.workflows.terms import obligations, rules, terms
from sellerdesk.writers.words import say

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


def carrier(kind: str, name: str, lang: str) -> str:
    """What carries a clause, in words: a rule by its own sentence, a text or an obligation by its title."""
    words_by_kind = {
        "rule": lambda: rules()[name].text.in_(lang),
        "text": lambda: terms().text[name].title.in_(lang),
        "obligation": lambda: obligations()[name].title.in_(lang),
        "step": lambda: say(lang, f"step.{name}"),
    }
    words = words_by_kind[kind]() if kind in words_by_kind else ""
    return f"{say(lang, f'carrier.{kind}')}{': ' if words else ''}{words}"


def covered(lang: str) -> list[tuple[str, str, list[tuple[str, str, list[str]]]]]:
    """The documents with their clauses: title and date of each, and of every clause its id, our words, and what carries it."""
    documents = []
    for key, document in terms().document.items():
        clauses = [
            (name, clause.text.in_(lang), list(dict.fromkeys(carrier(place["kind"], place["name"], lang) for place in reached(name))))
            for name, clause in terms().clause.items()
            if clause.document == key
        ]
        documents.append((document.title.in_(lang), document.dated, clauses))
    return documents


def reached(clause_id: str) -> list[dict[str, str]]:
    """Where the program carries a clause: rules, calculations, scopes, steps, texts, obligations, each by its kind and name."""
    by_rule = [
        rule.id for rule in rules().values() if clause_id in rule.clauses or any(clause_id in case.clauses for case in rule.case.values())
    ]
    places = {
        "rule": by_rule,
        "calculation": [name for name, clauses in CALCULATIONS.items() if clause_id in clauses],
        "scope": [name for name, clauses in SCOPES.items() if clause_id in clauses],
        "step": [name for name, clauses in STEPS.items() if clause_id in clauses],
        "text": [name for name, guide in terms().text.items() if clause_id in guide.clauses],
        "obligation": [name for name, obligation in obligations().items() if clause_id in obligation.clauses],
    }
    return [{"kind": kind, "name": name} for kind, names in places.items() for name in names]

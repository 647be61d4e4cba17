"""The guide inside the program: first steps, where files come from, what changed; and the clauses with what carries each."""

from functools import cache

import msgspec

from sellerdesk import assets
from sellerdesk.domain.clause import Text, Words
from sellerdesk.reports.words import say
from sellerdesk.workflows.terms import obligations, reached, rules, terms


class Section(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the guide; a line of the body that begins with "- " is a step."""

    id: Text
    title: Words
    body: Words


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a version brought, in plain words."""

    version: Text
    text: Words


class Guide(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole guide."""

    section: list[Section]
    change: list[Change]


@cache
def guide() -> Guide:
    """The guide."""
    return msgspec.toml.decode(assets.text("help/guide.toml"), type=Guide)


def lines(text: str) -> list[str]:
    """The lines of a body, without the marks of steps."""
    return [line.removeprefix("- ") for line in text.strip().splitlines()]


def carrier(kind: str, name: str, lang: str) -> str:
    """What carries a clause, in words: a rule by its own sentence, a text or an obligation by its title."""
    told = {
        "rule": lambda: rules()[name].text.in_(lang),
        "text": lambda: terms().text[name].title.in_(lang),
        "obligation": lambda: obligations()[name].title.in_(lang),
        "step": lambda: say(lang, f"step.{name}"),
    }
    words = told[kind]() if kind in told else ""
    return f"{say(lang, f'carrier.{kind}')}{': ' if words else ''}{words}"


def covered(lang: str) -> list[tuple[str, str, list[tuple[str, str, list[str]]]]]:
    """The documents with their clauses: title and date of each, and of every clause its id, our words, and what carries it."""
    told = []
    for key, document in terms().document.items():
        clauses = [
            (name, one.text.in_(lang), list(dict.fromkeys(carrier(place["kind"], place["name"], lang) for place in reached(name))))
            for name, one in terms().clause.items()
            if one.document == key
        ]
        told.append((document.title.in_(lang), document.dated, clauses))
    return told

"""Figures that change on a day to come, in words: each with its value before and after."""

from sellerdesk.rules.figures.figure import Figure
from sellerdesk.workflows.figures.in_force import figures
from sellerdesk.workflows.judged.coming import DAY, Coming
from sellerdesk.writers import words
from sellerdesk.writers.figure_words import value_words


def coming_words(change: Coming, lang: str) -> str:
    """The figures that change on a day, each with its value before and after; one that a pack brought and that is gone has none."""
    there = [known for name in change.figures if (known := figures().get(name)) is not None]
    named = [words.say(lang, "need.coming_figure", **change_facts(known, change, lang)) for known in there]
    return words.say(lang, "source.comma").join(named)


def change_facts(figure: Figure, change: Coming, lang: str) -> dict[str, object]:
    """A figure's name with its value before a day and on it."""
    before, after = (figure.on(day) for day in (change.start - DAY, change.start))
    values = {"before": before, "after": after}
    shown = {
        name: words.say(lang, "source.unknown") if version is None else value_words(figure.id, version.value, lang)
        for name, version in values.items()
    }
    return {"name": figure.name, **shown}

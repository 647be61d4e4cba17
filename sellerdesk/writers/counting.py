"""English sentences about exactly one thing: they are written for several."""

import re
from collections.abc import Mapping
from functools import cache

NOUNS = (
    "offer", "row", "day", "hour", "point", "label", "return", "verdict", "cell", "order", "record", "thing", "refund", "shipment",
    "import", "fact", "decision", "unit", "reading", "character", "SKU", "column", "question",
)  # fmt: skip
VERBS = {
    "are": "is", "were": "was", "have": "has", "do": "does", "need": "needs", "break": "breaks", "cost": "costs", "wait": "waits",
    "settle": "settles", "stand": "stands", "come": "comes",
}  # fmt: skip
SEVERAL = rf"(\{{(\w+)(?::,)?\}} (?:{'|'.join(NOUNS)}))s\b( (?:{'|'.join(VERBS)})\b)?"
"""A place for a number, what is counted, and perhaps what it does."""
ONE = (1, "1")


@cache
def counted_in(template: str) -> tuple[str, ...]:
    """The places of a template that count something; most of a few hundred templates have none."""
    return tuple({found[2] for found in re.finditer(SEVERAL, template)})


def for_one(template: str, facts: Mapping[str, object]) -> str:
    """A template as it stands where what it counts is one; what fills its places is not touched."""
    counted = counted_in(template)
    if not counted or not any(facts.get(name) in ONE for name in counted):
        return template
    if not any(value in ONE for value in facts.values() if type(value) in (int, str)):
        return template

    def form(found: re.Match[str]) -> str:
        if facts.get(found[2]) not in ONE:
            return found[0]
        return found[1] + (f" {VERBS[found[3].strip()]}" if found[3] else "")

    return re.sub(SEVERAL, form, template)

"""Rows that also stand in another file under another settlement's number, said to a person: sums may count them twice."""

from collections.abc import Sequence

from sellerdesk.domain.payment import AlsoIn
from sellerdesk.writers import words


def lines(file: str, number: int, others: Sequence[AlsoIn], lang: str) -> list[str]:
    """A sentence for each other file, and what to do; `number` is that of the file's import (0: none, a file that was named)."""
    mend = words.say(lang, "say.elsewhere_imported", file=file, number=number) if number else words.say(lang, "say.elsewhere_named")
    return [words.say(lang, "say.payments_elsewhere", file=file, other=other.file, count=other.rows, mend=mend) for other in others]

"""Payments of other countries' marketplaces: their amounts are no yen, and are never added up as yen."""

import re
from collections.abc import Iterable, Sequence

from sellerdesk.domain.expressions import expression
from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.readers.cells import Bad

FOREIGN = "of_japan"
"""What is expected of a row of another country's marketplace."""
ABROAD = Bad(FOREIGN, "kept_apart")
CURRENCY = expression(r"\b(?:USD|CAD|MXN|GBP|EUR|AUD|SGD|INR|SEK|PLN|TRY|AED|BRL)\b")
YEN = expression(r"\bJPY\b|\byen\b|円", re.IGNORECASE)


class Countries:
    """Which settlements are of Japan's marketplace, and which of another's; `unnamed` are lines that name none, with their settlement."""

    def __init__(self) -> None:
        """No row yet."""
        self.home: set[str] = set()
        self.abroad: set[str] = set()
        self.unnamed: dict[int, str] = {}

    def add(self, line: int, number: str, *, is_named: bool) -> None:
        """Add the line of a settlement of Japan's marketplace, or of one that is not named."""
        if is_named:
            self.home.add(number)
        else:
            self.unnamed[line] = number

    def of(self, lines: Iterable[int]) -> set[int]:
        """Those of some lines that name no marketplace, and are of another country all the same.

        A settlement is of one marketplace; a file in which every marketplace that is named is abroad is of that country whole.
        """
        if not self.abroad:
            return set()
        foreign = self.abroad - self.home
        return {line for line in lines if line in self.unnamed and (not self.home or self.unnamed[line] in foreign)}


def refuse_top(lines: Sequence[str]) -> None:
    """Refuse a file whose lines of explanation name another country's money alone ("All amounts in USD"). Raises UnreadableFile."""
    text = "\n".join(lines)
    found = CURRENCY.search(text)
    if found is not None and YEN.search(text) is None:
        raise UnreadableFile("other_country", value=found[0])

"""In English one thing is said to be one, and nothing else of a sentence changes."""

from typing import Any

import pytest

from sellerdesk.ui.style.translate import Sentence
from sellerdesk.writers.counting import for_one
from sellerdesk.writers.words import say


@pytest.mark.parametrize(
    ("template", "facts", "sentence"),
    [
        ("{days} days left", {"days": 1}, "1 day left"),
        ("{days} days left", {"days": 21}, "21 days left"),
        ("{count} things need you", {"count": "1"}, "1 thing needs you"),
        ("{count} things need you", {"count": "1,001"}, "1,001 things need you"),
        ("“{file}” is written: {count:,} rows.", {"file": "1 orders.txt", "count": 1}, "“1 orders.txt” is written: 1 row."),
        ("{rows:,} rows, {offers:,} offers", {"rows": 1, "offers": 3}, "1 row, 3 offers"),
        ("{name}: {count} cells break the terms", {"name": "1", "count": 1}, "1: 1 cell breaks the terms"),
        ("{count} returns wait for an answer", {"count": 1}, "1 return waits for an answer"),
        ("No report tells how {count} orders were paid.", {"count": "1"}, "No report tells how 1 order was paid."),
        ("{count:,} rows stand in another file too", {"count": 1}, "1 row stands in another file too"),
        ("Fix {count} SKUs", {"count": 1}, "Fix 1 SKU"),
    ],
)
def test_one_is_one(template: str, facts: dict[str, Any], sentence: str) -> None:
    assert for_one(template, facts).format_map(facts) == sentence


def test_a_message_says_it_so() -> None:
    assert say("en", "say.table_written", count=1) == "1 row is written."
    assert say("en", "say.table_written", count=2) == "2 rows are written."
    assert say("ja", "say.table_written", count=1).startswith("1行")


def test_a_sentence_of_the_window_says_it_so() -> None:
    assert [Sentence("{days} days left").format(days=days) for days in (1, 2)] == ["1 day left", "2 days left"]

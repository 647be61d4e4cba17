"""Seller Desk for other Python programs: read a file, judge offers, explain a verdict, quote a return.

What stands here stays, with its names and meanings, through all versions of one major number; everything else of the package may
change. Nothing is saved, and nothing leaves the computer. A file or an argument that cannot be used raises `Fault`, whose sentence
in a language is `sentence(fault, lang)`. All days are Japan's, all amounts whole yen.

    >>> from datetime import date
    >>> from sellerdesk import api
    >>> judged = api.judge(api.demo_listings(), as_of=date(2020, 8, 3))
    >>> judged.summary["points.two-percent"]["breach"]
    4
    >>> breaches = (finding for finding in judged.findings if finding.outcome == "breach")
    >>> first = next(finding for finding in breaches if finding.rule == "points.two-percent")
    >>> first.subject, first.clauses
    ('TWL-002', ('P2-01', 'P2-02', 'P2-12'))
    >>> print(api.explain(first, "en").fix)
    Set the points to 60 or more: 2% in Points Central, or the number itself in the price-and-quantity file.
    >>> api.quote({"reason": "12", "category": "Shoes", "price": "6800"}, as_of=date(2026, 11, 1)).payer
    'seller'
"""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Literal

from sellerdesk import assets
from sellerdesk.domain.finding import Finding
from sellerdesk.domain.refusal import Fault
from sellerdesk.readers.quotes import typed
from sellerdesk.rules.engine.judge import Audit
from sellerdesk.workflows.files import Report, any_report
from sellerdesk.workflows.offers.audit import Files, audit
from sellerdesk.workflows.returns import quote as quotes
from sellerdesk.workflows.returns.quote import Quote
from sellerdesk.workflows.terms import rules
from sellerdesk.writers import words
from sellerdesk.writers.words import Worded

__all__ = ["Audit", "Fault", "Finding", "Quote", "Report", "Worded", "demo_listings", "explain", "judge", "quote", "read", "sentence"]
Lang = Literal["ja", "en"]


def demo_listings() -> Path:
    """The listings report of the demo shop, which is made up."""
    return assets.path("demo/listings.txt")


def read(file: Path) -> Report:
    """A report of any kind that the program knows, recognised by its header: `source` says what it is, `content` holds its rows.

    Raises Fault.
    """
    return any_report(file)


def judge(
    listings: Path, *, as_of: date, facts: Path | None = None, price_file: Path | None = None, prime_templates: Sequence[str] = ()
) -> Audit:
    """Every offer of a listings report by the points and SFP rules in force on a day.

    `findings` are all verdicts, those that are ok among them; `summary` counts them by rule and outcome, `missing` names the facts
    that are not known. Raises Fault.
    """
    return audit(Files(listings, facts, price_file, tuple(prime_templates)), None, as_of, everything=True).audit


def explain(finding: Finding, lang: Lang) -> Worded:
    """A verdict in words: `text` says it, `fix` what mends it ("" where nothing is to be mended), `compared` what was compared."""
    return words.worded(finding, rules()[finding.rule], lang)


def quote(inputs: Mapping[str, str], *, as_of: date) -> Quote:
    """Who pays a return and what it costs, by inputs as a person types them; the names are those of the options of `quote`.

    An input that is not given is not known. Raises Fault.
    """
    return quotes.quote(typed(inputs), as_of)


def sentence(fault: Fault, lang: Lang) -> str:
    """What a fault says, in one sentence."""
    return words.fault_words(fault, lang)

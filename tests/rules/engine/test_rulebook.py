"""Every refusal of a rulebook, by the sentence it gives; and the rulebooks that ship hold every clause they name."""

import re
import tomllib
from datetime import date

import pytest

from sellerdesk import assets
from sellerdesk.rules.checks import CHECKS
from sellerdesk.rules.engine.rulebook import RulebookError, load
from sellerdesk.workflows.terms import rules, terms

ENTRY = """
[[rule]]
id = "points.cap"
check = "cap"
severity = "offer"
dated_by = "run_day"
clauses = ["P2-01"]
text.ja = "上限"
text.en = "cap"
[rule.case.ok]
outcome = "ok"
text.ja = "可"
text.en = "fine"
[rule.case.over]
outcome = "breach"
text.ja = "超過"
text.en = "over"
compared.ja = "比較"
compared.en = "compared"
fix.ja = "減らす"
fix.en = "less"
short.ja = "超過"
short.en = "over"
[rule.case.rounding]
outcome = "check"
text.ja = "端数"
text.en = "rounded"
compared.ja = "端数の比較"
compared.en = "rounded"
fix.ja = "確かめる"
fix.en = "look"
short.ja = "端数"
short.en = "rounded"
[[rule.version]]
from = 2020-07-01
to = 2020-12-31
params = { per_cent = 50 }
[[rule.version]]
from = 2021-01-01
params = { per_cent = 40 }
[[rule.example]]
case = "ok"
given = { price = 10, points = 1 }
[[rule.example]]
case = "over"
given = { price = 10, points = 9 }
[[rule.example]]
case = "rounding"
given = { price = 11, points = 6 }
[[rule.example]]
case = "missing"
given = { price = 10 }
missing = ["points"]
"""
ONE = {"cap": CHECKS["cap"]}


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ('check = "cap"', 'check = "capp"', "points.cap: unknown check 'capp'"),
        ('text.en = "cap"\n', "", "points.cap: Object missing required field `en` - at `$.text`"),
        ('fix.en = "less"', 'fix.en = ""', "points.cap: Expected `str` of length >= 1 - at `$.case[...].fix.en`"),
        ("P2-01", "P2-99", "points.cap: clause P2-99 does not exist"),
        ("to = 2020-12-31", "to = 2021-01-01", "the versions from 2020-07-01 and from 2021-01-01 overlap"),
        ("to = 2020-12-31\n", "", "the versions from 2020-07-01 and from 2021-01-01 overlap"),
        ("to = 2020-12-31", "to = 2020-06-30", "the version from 2020-07-01 ends before it begins"),
        ('case = "over"', 'case = "ok"', "no example of the case 'over'"),
        ('case = "missing"', 'case = "ok"', "no example of the case 'missing'"),
        (
            "[[rule.example]]",
            '[[rule.example]]\ncase = "mising"\ngiven = {}\n[[rule.example]]',
            "an example names the unknown case 'mising'",
        ),
        ("per_cent = 50", "percent = 50", "the params from 2020-07-01: Object contains unknown field `percent`"),
        ("per_cent = 50", 'per_cent = "50"', "the params from 2020-07-01: Expected `int`, got `str`"),
        ("[rule.case.over]", "[rule.case.ower]", "the case 'ower' is not one that the check can give"),
        ('outcome = "breach"', 'outcome = "bad"', "Invalid enum value 'bad'"),
        ('severity = "offer"', 'severity = "high"', "Invalid enum value 'high'"),
        ('dated_by = "run_day"\n', "", "missing required field `dated_by`"),
        ('clauses = ["P2-01"]', "clauses = []", "it rests on clauses, or on a source"),
        ('outcome = "ok"', 'outcome = "advice"', "no case is ok"),
        ('fix.ja = "減らす"\nfix.en = "less"\n', "", "the case 'over' lacks short, compared or fix"),
        ('severity = "offer"', 'severity = "offer"\nreplaces = ["x.y"]', "replaces unknown rules x.y"),
        ('severity = "offer"', 'severity = "offer"\nweight = 3', "unknown field `weight`"),
        ("[[rule]]", "[[rules]]", "book.toml: unknown tables rules"),
        ("[[rule]]", "[[rule]", "book.toml: "),
    ],
)
def test_a_rulebook_that_does_not_hold_is_refused(old: str, new: str, complaint: str) -> None:
    assert old in ENTRY
    with pytest.raises(RulebookError, match=re.escape(complaint)):
        load({"book.toml": ENTRY.replace(old, new, 1)}, terms(), ONE)


def test_the_untouched_entry_is_accepted_and_dated() -> None:
    rule = load({"book.toml": ENTRY}, terms(), ONE)["points.cap"]
    versions = [rule.on(date(2020, 6, 30)), rule.on(date(2020, 7, 1)), rule.on(date(2020, 12, 31)), rule.on(date(2021, 1, 1))]
    assert [version and version.params["per_cent"] for version in versions] == [None, 50, 50, 40]


def test_an_id_stands_once() -> None:
    with pytest.raises(RulebookError, match="this id stands twice"):
        load({"a.toml": ENTRY, "b.toml": ENTRY}, terms(), ONE)


def test_a_check_that_nobody_uses_is_refused() -> None:
    with pytest.raises(RulebookError, match="no rule uses the check medical"):
        load({"book.toml": ENTRY}, terms(), {**ONE, "medical": CHECKS["medical"]})


def test_the_rules_of_the_contract_are_there() -> None:
    names = "points.two-percent points.cap points.impossible-price points.badge-item sfp.pre-order sfp.restock-date sfp.out-of-stock "
    names += "sfp.duplicate-offer sfp.hazmat sfp.medical sfp.ship-from returns.payer "
    names += "sfp.carrier-method sfp.tracking-id sfp.tracking-before-confirmation sfp.shipment-origin sfp.late-delivery sfp.same-day"
    assert set(names.split()) <= set(rules())


def test_rules_hold_from_their_first_day() -> None:
    assert rules()["points.two-percent"].on(date(2020, 6, 30)) is None
    assert rules()["points.two-percent"].on(date(2026, 1, 1)) is not None
    assert rules()["sfp.hazmat"].on(date(2018, 1, 1)) is not None


def test_every_clause_of_both_documents_is_there_in_both_languages() -> None:
    counted = {"CP": 1, "CL": 13, "P2": 15, "S": 38}
    wanted = {f"{prefix}-{number:02d}" for prefix, count in counted.items() for number in range(1, count + 1)}
    assert set(terms().clause) == wanted
    assert {clause.document for clause in terms().clause.values()} == set(terms().document)


def test_no_key_of_the_clauses_is_spelled_wrong() -> None:
    raw = tomllib.loads(assets.text("terms/clauses.toml"))
    assert set(raw) == {"document", "section", "clause"}

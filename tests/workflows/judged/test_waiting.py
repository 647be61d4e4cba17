"""What waits for a fact is counted by offers and by returns, each once, however many verdicts on it wait."""

from sellerdesk.domain.judged_row import JudgedReturn, JudgedRow
from sellerdesk.workflows.judged.need import sentence
from sellerdesk.workflows.judged.waiting import of_facts


def offer(sku: str, sfp: str = "", points: str = "") -> JudgedRow:
    """An offer that waits for facts of each group."""
    return JudgedRow(**dict.fromkeys(JudgedRow._fields) | {"sku": sku, "missing": sfp, "points_why": points})  # type: ignore[arg-type]  # only these are looked at


def returned(order: str, sku: str, missing: str) -> JudgedReturn:
    """A returned item that waits for facts."""
    return JudgedReturn(**dict.fromkeys(JudgedReturn._fields) | {"order_id": order, "sku": sku, "missing": missing})  # type: ignore[arg-type]  # as above


def test_returns_are_counted_once_and_not_by_their_verdicts() -> None:
    judged = {"returns": {"missing": [{"fact": "refunded", "records": 3, "settles": 6}]}}
    rows = [returned("1", "A", "refunded"), returned("1", "B", "refunded"), returned("2", "A", "refunded hazmat")]
    (need,) = of_facts(judged, [], rows)
    assert "already" not in sentence(need, "en")
    assert (need.count, need.subjects, need.page) == (2, ("1", "2"), "returned")
    assert "2" in sentence(need, "en")
    assert "2件" in sentence(need, "ja")


def test_rows_that_wait_and_are_a_breach_already_are_named_so() -> None:
    judged = {"returns": {"missing": [{"fact": "refunded", "records": 2, "settles": 2}]}}
    rows = [returned("1", "A", "refunded")._replace(verdict=0), returned("2", "A", "refunded")._replace(verdict=1)]
    (need,) = of_facts(judged, [], rows)
    assert "found already, by another verdict: 1" in sentence(need, "en")
    assert "このうち1件は、ほかの判定で「要修正」です。" in sentence(need, "ja")


def test_offers_are_shown_on_the_page_whose_verdict_waits() -> None:
    judged = {"missing": [{"fact": "price", "records": 2, "settles": 8}, {"fact": "hazmat", "records": 1, "settles": 1}]}
    rows = [offer("A", points="missing:points price"), offer("B", "hazmat", "missing:price"), offer("C", points="points.two-percent:x")]
    (need,) = of_facts(judged, rows, [])
    assert (need.page, need.subjects, need.count, need.more) == ("points", ("A", "B"), 2, (("hazmat", 1),))


def test_a_fact_that_settles_nothing_alone_asks_for_nothing() -> None:
    judged = {"missing": [{"fact": "price", "records": 2, "settles": 0}]}
    assert [*of_facts(judged, [offer("A", points="missing:price")], [])] == []

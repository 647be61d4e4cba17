"""What became bad or good between two reports, and nothing that only a missing fact hides is called good."""

from pathlib import Path

import pytest

from tests.conftest import Answer, Desk

HEAD = "seller-sku\titem-name\tprice\tPoints\titem-condition\tquantity\tfulfillment-channel\tmerchant-shipping-group\tstatus\n"


def report(folder: Path, name: str, **offers: tuple[str, str, str]) -> Path:
    """A report of offers with price, points and quantity."""
    file = folder / name
    rows = (f"{sku}\tt\t{price}\t{points}\t11\t{stock}\tDEFAULT\tP\tActive\n" for sku, (price, points, stock) in offers.items())
    file.write_text(HEAD + "".join(rows), encoding="utf-8")
    return file


def keys(answer: Answer, name: str) -> set[tuple[str, str]]:
    """The rules and SKUs of a group."""
    return {(one["rule"], one["subject"]) for one in answer.json[name]}


def test_what_came_and_went(desk: Desk, tmp_path: Path) -> None:
    first = report(
        tmp_path, "a.txt", A=("1000", "20", "1"), B=("1000", "5", "1"), C=("1000", "5", "0"), D=("1000", "5", "1"), E=("1000", "20", "0")
    )
    desk("import", first, "--prime-template", "P")
    assert desk("since").status == 2
    second = report(
        tmp_path, "b.txt", A=("1000", "19", "1"), B=("1000", "20", "0"), C=("", "5", "1"), E=("1000", "20", ""), N=("100", "0", "1")
    )
    desk("import", second)
    answer = desk("since", "--as-of", "2020-08-03", "--json")
    assert answer.status == 0
    assert keys(answer, "bad") == {("points.two-percent", "A"), ("sfp.out-of-stock", "B"), ("points.two-percent", "N")}
    assert keys(answer, "good") == {("points.two-percent", "B"), ("sfp.out-of-stock", "C")}
    assert keys(answer, "unsure") == {("points.two-percent", "C"), ("sfp.out-of-stock", "E")}
    assert keys(answer, "gone") == {("points.two-percent", "D")}
    assert answer.json["new"] == ["N"]
    assert (answer.json["before"]["file"], answer.json["last"]["file"]) == ("a.txt", "b.txt")


def test_the_same_offers_change_nothing(desk: Desk, tmp_path: Path) -> None:
    desk("import", report(tmp_path, "a.txt", A=("1000", "5", "0")), "--prime-template", "P")
    desk("import", report(tmp_path, "b.txt", A=("1001", "5", "0")))
    answer = desk("since", "--json")
    assert [answer.json[name] for name in ("bad", "good", "unsure", "gone", "new")] == [[], [], [], [], []]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_person_reads_what_changed(desk: Desk, tmp_path: Path, lang: str) -> None:
    assert desk("since", lang=lang).status == 2
    desk("import", report(tmp_path, "a.txt", A=("1000", "5", "1")))
    desk("import", report(tmp_path, "b.txt", A=("1000", "20", "1")))
    out = desk("since", lang=lang).out
    assert {"ja": "✓ 直った 1\n  A: ", "en": "✓ became good 1\n  A: "}[lang] in out
    assert "{" not in out


def test_a_report_that_was_taken_away_is_no_report_before(desk: Desk, tmp_path: Path) -> None:
    def changed() -> object:
        return desk("today", "--as-of", "2020-08-03", "--json").json["changed"]

    judged = ("--judge", "--as-of", "2020-08-03")
    desk("import", report(tmp_path, "a.txt", A=("1000", "20", "1")), *judged)
    desk("import", report(tmp_path, "b.txt", A=("1000", "5", "1")), *judged)
    assert changed(), "A became worse"
    desk("imports", "remove", 2, *judged)
    assert not changed()
    desk("import", report(tmp_path, "c.txt", A=("1000", "5", "1")), *judged)
    assert changed(), "the next report is held against the one that came back"

"""Figures that begin on a day to come: the preview of a pack names the offers, Today announces the day, and says when it has come."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

from sellerdesk import assets
from sellerdesk.clock import now
from tests.conftest import Desk

HEAD = "seller-sku\titem-name\tprice\tPoints\titem-condition\n"
TODAY = now().date()
START = TODAY + timedelta(days=20)


def pack(folder: Path, figure: str, value: str, start: str) -> Path:
    """A pack with one figure from a day on."""
    file = folder / "new.toml"
    names = 'name = { ja = "数字", en = "Figure" }\nwhere = { ja = "案内", en = "notice" }'
    version = f'[[figure.version]]\nfrom = {start}\nvalue = {value}\nsource = {{ ja = "案内", en = "notice" }}\nchecked = 2026-11-28'
    file.write_text(f'pack = 1\n[[figure]]\nid = "{figure}"\n{names}\n{version}\n', encoding="utf-8")
    return file


def shop(desk: Desk, folder: Path) -> None:
    """A shop with one offer above a cap of 50% (A), one above 60% too (B), one within both (C)."""
    file = folder / "listings.txt"
    file.write_text(HEAD + "A\tt\t1000\t550\t11\nB\tt\t1000\t700\t11\nC\tt\t1000\t30\t11\n", encoding="utf-8")
    desk("import", file, "--judge", "--as-of", TODAY.isoformat())


def needs(desk: Desk, day: str, name: str) -> list[dict[str, object]]:
    """What Today says under a name on a day."""
    return [need for need in desk("today", "--as-of", day, "--json").json["needs"] if need["need"] == name]


@pytest.mark.parametrize(("lang", "said"), [("ja", "出品1件の判定が変わります"), ("en", "verdicts of 1 offer change")])
def test_the_preview_of_a_pack_that_raises_the_cap_names_the_offers_that_it_turns(desk: Desk, tmp_path: Path, lang: str, said: str) -> None:
    shop(desk, tmp_path)
    file = pack(tmp_path, "points.cap", "60", START.isoformat())
    (line,) = (line for line in desk("figures", "import", file, "--preview", lang=lang).out.splitlines() if said in line)
    assert START.isoformat() in line
    assert line.endswith(": A")
    (turn,) = desk("figures", "import", file, "--preview", "--json").json["verdicts"]
    assert turn == {"day": START.isoformat(), "skus": ["A"], "worse": 0, "better": 1}
    assert desk("figures", "--json").json["conflicts"] == [], "a preview takes nothing in"
    none = pack(tmp_path, "points.cap", "52", START.isoformat())
    assert "no offer's verdict changes" in desk("figures", "import", none, "--preview", lang="en").out


def test_an_offer_that_keeps_its_breach_of_sfp_counts_as_put_right_in_points(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "listings.txt"
    titles = "seller-sku\titem-name\tprice\tPoints\titem-condition\tquantity\tfulfillment-channel\tmerchant-shipping-group\tstatus\n"
    file.write_text(titles + "A\tt\t1000\t550\t11\t0\tDEFAULT\tPrime\tActive\n", encoding="utf-8")
    desk("import", file, "--prime-template", "Prime", "--judge", "--as-of", TODAY.isoformat())
    rules = desk("audit", "--as-of", TODAY.isoformat(), "--json").findings()
    assert (rules["points.cap"]["breach"], rules["sfp.out-of-stock"]["breach"]) == ({"A"}, {"A"})
    raised = pack(tmp_path, "points.cap", "60", START.isoformat())
    (turn,) = desk("figures", "import", raised, "--preview", "--json").json["verdicts"]
    assert (turn["skus"], turn["worse"], turn["better"]) == (["A"], 0, 1)


def test_a_pack_that_is_over_turns_nothing_and_one_in_force_turns_today(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path)
    file = pack(tmp_path, "points.cap", "60", "2026-01-01")
    assert desk("figures", "import", file, "--preview", "--json").json["verdicts"][0]["day"] == TODAY.isoformat()
    file.write_text(file.read_text(encoding="utf-8").replace("from = 2026-01-01", "from = 2026-01-01\nto = 2026-01-31"), encoding="utf-8")
    assert desk("figures", "import", file, "--preview", "--json").json["verdicts"] == []


def test_today_announces_a_figure_thirty_days_before_and_says_what_it_moved_when_it_has_come(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path)
    start = TODAY + timedelta(days=60)
    desk("figures", "import", pack(tmp_path, "points.cap", "60", start.isoformat()))

    def day(before: int) -> str:
        return (start - timedelta(days=before)).isoformat()

    assert needs(desk, day(31), "coming_verdicts") == []
    (need,) = needs(desk, day(30), "coming_verdicts")
    assert (need["count"], need["days"], need["fact"]) == (1, 30, "A")
    assert start.isoformat() in str(need["text"])
    assert "50% → 60%" in str(need["text"])
    assert needs(desk, day(1), "coming_verdicts")
    assert needs(desk, day(1), "moved_by_day") == []
    assert needs(desk, day(-4), "coming_verdicts") == []
    (moved,) = needs(desk, day(-4), "moved_by_day")
    assert moved["fact"] == "A"
    assert start.isoformat() in str(moved["text"])
    assert needs(desk, day(-5), "moved_by_day"), "it is still said the next day"


def test_an_offer_that_goes_from_a_check_to_ok_is_counted_before_the_day_and_after_it(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "listings.txt"
    file.write_text(HEAD + "A\tt\t1000\t501\t11\nB\tt\t999\t500\t11\nC\tt\t1000\t30\t11\n", encoding="utf-8")
    desk("import", file, "--judge", "--as-of", TODAY.isoformat())
    desk("figures", "import", pack(tmp_path, "points.cap", "60", START.isoformat()))
    (coming,) = needs(desk, (START - timedelta(days=1)).isoformat(), "coming_verdicts")
    (moved,) = needs(desk, START.isoformat(), "moved_by_day")
    assert (coming["count"], coming["fact"]) == (moved["count"], moved["fact"]) == (2, "A, B")
    told = desk("today", "--as-of", START.isoformat(), "--json").json["moved_by_figures"]
    assert (told["worse"], told["better"], told["others"]) == ([], ["A"], ["B"])


def test_a_pack_taken_away_and_back_moved_nothing_on_the_days_before_its_figures(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path)
    desk("figures", "import", pack(tmp_path, "points.cap", "60", START.isoformat()))
    desk("today", "--as-of", START.isoformat())
    desk("figures", "drop", "new.toml")
    desk("today", "--as-of", START.isoformat())
    desk("undo")
    for days in (1, 10):
        told = desk("today", "--as-of", (START - timedelta(days=days)).isoformat(), "--json").json
        assert told["moved_by_figures"] is None
        assert not [need for need in told["needs"] if need["need"].startswith("moved_")]
    assert needs(desk, START.isoformat(), "moved_by_day")


def test_a_fee_that_rises_is_announced_only_to_a_shop_with_offers_of_its_category(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path)
    (tmp_path / "facts.csv").write_text("sku,category\nA,シューズ\nC,シューズ\n", encoding="utf-8")
    file = pack(tmp_path, "fee.referral.shoes", "{ steps = [{ per_mille = 140 }] }", START.isoformat())
    desk("figures", "import", file)
    assert needs(desk, TODAY.isoformat(), "coming_fee") == []
    desk("facts", "import", tmp_path / "facts.csv")
    (need,) = needs(desk, TODAY.isoformat(), "coming_fee")
    assert (need["count"], need["yen"], need["fact"]) == (2, 32, "A, C")  # 14% of 1,000 yen less 12.4% of it, twice
    assert START.isoformat() in str(need["text"])
    assert START.isoformat() in desk("today", "--as-of", TODAY.isoformat(), lang="ja").out


def test_a_rise_whose_yen_hang_on_an_unknown_price_has_no_sum(desk: Desk, tmp_path: Path) -> None:
    listings, facts = tmp_path / "listings.txt", tmp_path / "facts.csv"
    listings.write_text(HEAD + "A\tt\t1000\t20\t11\nC\tt\t\t20\t11\n", encoding="utf-8")
    facts.write_text("sku,category\nA,シューズ\nC,シューズ\n", encoding="utf-8")
    desk("import", listings, "--judge", "--as-of", TODAY.isoformat())
    desk("facts", "import", facts)
    desk("figures", "import", pack(tmp_path, "fee.referral.shoes", "{ steps = [{ per_mille = 140 }] }", START.isoformat()))
    assert needs(desk, TODAY.isoformat(), "coming_fee") == []
    (need,) = needs(desk, TODAY.isoformat(), "coming_fee_unknown")
    assert need["fact"] == "A, C"


def test_a_rate_of_sfp_is_announced_to_a_shop_with_sfp_offers_only(desk: Desk, tmp_path: Path) -> None:
    shop(desk, tmp_path)
    measure = '{ counts = "valid_tracking", days = 7, least_percent = 97 }'
    desk("figures", "import", pack(tmp_path, "sfp.measure.valid-tracking", measure, START.isoformat()))
    assert needs(desk, TODAY.isoformat(), "coming_shop") == []
    desk("figures", "import", pack(tmp_path, "tax.consumption", "{ per_mille = 120 }", START.isoformat()))
    (need,) = needs(desk, TODAY.isoformat(), "coming_shop")
    assert "10%" in str(need["text"]), "a tax concerns every shop"
    said = desk("today", "--as-of", TODAY, lang="ja").out
    assert re.search(r"」\([^)]+ → [^)]+\)が変わります", said), "a figure changes, and nothing changes into it"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_sentences_on_the_cap_of_a_pack_name_the_pack_and_its_day_and_no_other(desk: Desk, tmp_path: Path, lang: str) -> None:
    file = tmp_path / "listings.txt"
    file.write_text(HEAD + "B\tt\t1000\t700\t11\nONE\tt\t1\t1\t11\n", encoding="utf-8")
    desk("import", file)
    desk("figures", "import", pack(tmp_path, "points.cap", "60", "2027-01-01"))

    def said(day: str) -> list[str]:
        found = desk("audit", "--as-of", day, "--json", lang=lang).json["findings"]
        return [f"{one['text']} {one['fix']}" for one in found if one["rule"] in ("points.cap", "points.impossible-price")]

    terms = {"ja": "Amazonポイントの規約", "en": "terms of Amazon points"}[lang]
    for text in said("2027-01-05"):
        assert "60%" in text
        assert "2027-01-01" in text
        assert "new.toml" in text
        assert terms not in text
        assert {"ja": "2023年3月21日からは、ポイントセントラル", "en": "since 21 March 2023 choose"}[lang] not in text
    before = said("2026-12-31")
    assert len(before) == 2
    assert any(terms in text and "50%" in text for text in before)
    assert not any("new.toml" in text for text in before)


@pytest.mark.parametrize(("lang", "why"), [("ja", "40ポイントに足りなくなる"), ("en", "fewer than 40 points")])
def test_a_percent_above_the_rate_says_that_rounding_asks_for_it(desk: Desk, tmp_path: Path, lang: str, why: str) -> None:
    file = tmp_path / "listings.txt"
    file.write_text(HEAD + "D\tt\t1980\t39\t11\nE\tt\t1000\t10\t11\n", encoding="utf-8")
    (row,) = (line for line in desk("fix", file, lang=lang).out.splitlines() if " D: " in line)
    assert "3%" in row
    assert why in row
    assert why in desk("audit", file, lang=lang).out
    (other,) = (line for line in desk("fix", file, lang=lang).out.splitlines() if " E: " in line)
    assert "(2%)" in other, "20 points of 1,000 yen are 2% by every rounding"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_when_a_pack_is_over_the_figure_before_it_is_said_to_hold_since_its_own_day(desk: Desk, tmp_path: Path, lang: str) -> None:
    file = pack(tmp_path, "fee.referral.media", "{ steps = [{ per_mille = 140 }] }", "2027-01-01\nto = 2027-01-31")
    assert desk("figures", "import", file).status == 0
    after = {one["id"]: one for one in desk("figures", "--as-of", "2027-02-05", "--json").json["figures"]}
    assert after["fee.referral.media"]["from"] == "2026-04-01"
    asked = ("quote", "--reason", "3", "--category", "DVD", "--price", "1000", "--ordered-on", "2027-02-05", "--arrived-on", "2027-02-07")
    for answer in (desk("figures", "--as-of", "2027-02-05", lang=lang), desk(*asked, "--as-of", "2027-02-08", lang=lang)):
        assert "2026-04-01" in answer.out
        assert "2027-02-01" not in answer.out
    cap = pack(tmp_path, "points.cap", "60", "2027-01-01\nto = 2027-01-31")
    assert desk("figures", "import", cap).status == 0
    assert "2018-03-01" in desk("rules", "points.cap", "--as-of", "2027-02-05", lang=lang).out
    out = tmp_path / "out.toml"
    desk("figures", "export", out)
    assert "begun" not in out.read_text(encoding="utf-8")
    assert desk("figures", "import", out, "--preview").status == 0


FAULTS = {
    "number": ("value = 60", "value = 101", "100"),
    "least": ("days = 7", "days = 0", "1"),
    "word": ('"valid_tracking"', '"tracking"', "on_time_delivery"),
    "sure": ('"one source"', '"perhaps"', "sources differ"),
    "reason": ("row = 12", "row = 23", "22"),
    "id": ('id = "points.cap"', 'id = "Points"', "points.cap"),
    "field": ("checked = 2026-11-28", "chequed = 2026-11-28", "checked"),
    "payment": ('kind = "return_label"', 'kind = "label"', "return_label"),
}


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_of_a_pack_says_what_would_be_right(desk: Desk, tmp_path: Path, name: str, lang: str) -> None:
    right, wrong, said = FAULTS[name]
    text = assets.path("help/pack_example.toml").read_text(encoding="utf-8")
    (file := tmp_path / "p.toml").write_text(text.replace(right, wrong, 1), encoding="utf-8")
    answer = desk("figures", "import", file, lang=lang)
    assert answer.status == 2
    assert said in answer.err.partition(": ")[2], answer.err

"""`figures` as a user runs it: what is in force, a fact pack taken in, its days, undo, and damaged packs refused at their place."""

import random
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from sellerdesk import assets
from sellerdesk.clock import now
from sellerdesk.rules.figures.lines import HEADER, KEY
from sellerdesk.workflows.figures.in_force import last_checked, value_on
from sellerdesk.workflows.judged import by_figures, origins
from sellerdesk.workflows.shop import packs
from tests.conftest import Desk

EXAMPLE = assets.path("help/pack_example.toml")
HEAD = "seller-sku\titem-name\tprice\tPoints\titem-condition\n"
BEFORE, FIRST = "2026-12-31", "2027-01-01"
SEED = 20270101


def listings(folder: Path) -> Path:
    """An offer at 55% points: above a cap of 50%, below one of 60%."""
    file = folder / "listings.txt"
    file.write_text(HEAD + "A\tt\t1000\t550\t11\n", encoding="utf-8")
    return file


def test_today_names_once_a_month_which_figures_to_look_up_and_where(desk: Desk, tmp_path: Path) -> None:
    report = tmp_path / "listings.txt"
    report.write_text("seller-sku\titem-name\tprice\tPoints\titem-condition\nA\tt\t2000\t40\t11\n", encoding="utf-8")
    desk("import", report, "--as-of", "2027-02-03")

    def due(day: str, *more: str) -> list[dict[str, str]]:
        told = desk("today", "--as-of", day, "--json", *more).json["needs"]
        return next((one["figures"] for one in told if one["need"] == "look_up"), [])

    assert due("2020-08-03") == []
    ids = [one["id"] for one in due("2027-02-03")]
    assert ids.index("assumed.margin") < ids.index("fee.referral.media")
    assert "tariff.yupack" in ids
    assert all(one["where"] for one in due("2027-02-03"))
    assert "Payments" in desk("today", "--as-of", "2027-02-03").out
    assert desk("figures", "looked-up", "--as-of", "2027-02-10").status == 0
    assert due("2027-02-28") == []
    assert due("2027-03-01")


def test_every_figure_in_force_has_its_source_and_its_day(desk: Desk) -> None:
    found = {one["id"]: one for one in desk("figures", "--json", "--as-of", "2026-11-28").json["figures"]}
    assert all(one["source"] and one["checked"] and one["sure"] and one["from"] for one in found.values())
    assert found["points.cap"]["value"] == 50
    assert (found["points.default"]["value"], found["points.default"]["from"]) == (1, "2021-11-01")
    assert (found["claim.days"]["value"], found["claim.most"]["value"], found["fee.plan"]["value"]) == (30, 500_000, 4900)
    assert found["fee.refund"]["value"] == {"per_mille": 100, "most": 500}
    assert found["sfp.trial"]["sure"] == "sources differ"
    assert found["fee.referral.shoes"]["value"]["steps"][1] == {"up_to": 7500, "per_mille": 124, "whole": False}
    assert found["sfp.measure.cancellation"]["value"]["most_percent"] == 1
    assert found["sfp.standard-size"]["value"] == {"grams": 9000, "sides_cm": [45, 35, 20]}
    assert found["points.form"]["value"] == "points-central"
    assert "tariff.takkyubin" in {name.rsplit(".", 1)[0] for name in found} | set(found)
    earlier = {one["id"]: one["value"] for one in desk("figures", "--json", "--as-of", "2023-03-20").json["figures"]}
    assert earlier["points.form"] == "price-file"
    assert "fee.referral.shoes" not in earlier, "before June 2024 that fee is not known"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_person_reads_where_a_fee_comes_from(desk: Desk, lang: str) -> None:
    out = desk("figures", "--as-of", "2026-11-28", lang=lang).out
    assert {"ja": "7,500円まで12.4%", "en": "up to ¥7,500 12.4%"}[lang] in out
    assert {"ja": "推定", "en": "assumption"}[lang] in out.splitlines()[1], "the unsure come first"
    assert "pack = 1" in desk("figures", "--format", lang=lang).out


def cap(desk: Desk, folder: Path, day: str) -> bool:
    """Whether the offer of 55% is above the cap of a day."""
    found = desk("audit", listings(folder), "--as-of", day, "--json").findings()
    return "breach" in found.get("points.cap", {})


def quoted(desk: Desk, day: str) -> tuple[int | None, str]:
    """Fee and table of a return of a day."""
    item = ("--reason", "3", "--category", "Robot pets", "--price", "8000", "--points", "0", "--shipping-charged", "0", "--gift-wrap", "0")
    way = ("--method", "yupack", "--size", "60", "--from-prefecture", "東京都", "--to-prefecture", "東京都")
    (one,) = desk("quote", *item, *way, "--ordered-on", day, "--arrived-on", day, "--tax-on-fees", "no", "--json").json["quotes"]
    return one["referral_fee_returned"], one["fare_tariff"] or ""


def test_a_pack_turns_the_verdicts_of_its_days_and_of_no_other_and_undo_takes_it_back(desk: Desk, tmp_path: Path) -> None:
    assert (cap(desk, tmp_path, BEFORE), cap(desk, tmp_path, FIRST)) == (True, True)
    shown = desk("figures", "import", EXAMPLE, "--preview", "--json").json
    first = shown["changes"][0]
    assert (first["id"], first["from"], first["before"], first["after"]) == ("points.cap", FIRST, 50, 60)
    assert cap(desk, tmp_path, FIRST), "a preview takes nothing in"
    assert desk("figures", "import", EXAMPLE).status == 0
    assert (cap(desk, tmp_path, BEFORE), cap(desk, tmp_path, FIRST)) == (True, False)
    assert quoted(desk, FIRST)[0] == 930  # 12% of 7,500 yen and 6% of 500 yen
    assert "an example" in quoted(desk, FIRST)[1]
    assert quoted(desk, BEFORE)[0] is None
    rates = desk("figures", "--json", "--as-of", FIRST).json["figures"]
    assert {one["id"]: one["pack"] for one in rates if one["pack"]} == dict.fromkeys(
        ("points.cap", "fee.referral.pet-robots", "sfp.measure.valid-tracking", "tariff.yupack"), "pack_example.toml"
    )
    assert desk("undo").status == 0
    assert cap(desk, tmp_path, FIRST)
    assert quoted(desk, FIRST)[0] is None
    assert desk("redo").status == 0
    assert not cap(desk, tmp_path, FIRST)
    assert desk("figures", "drop", "pack_example.toml").status == 0
    assert cap(desk, tmp_path, FIRST)
    assert desk("figures", "drop", "pack_example.toml").status == 2


def moved(desk: Desk) -> tuple[str, list[str], list[str]] | None:
    """What the figures moved in the saved shop: why, SKUs that became a breach, SKUs that are none any more."""
    told = desk("today", "--as-of", FIRST, "--json").json
    found = told["moved_by_figures"]
    named = {one["need"]: one["count"] for one in told["needs"] if one["need"].startswith("moved_")}
    offers, returns = (
        (0, 0) if found is None else (len(found["worse"]) + len(found["better"]) + len(found["others"]), len(found["returns"]))
    )
    assert sorted(named.values()) == sorted(count for count in (offers, returns) if count), "offers and returns each open on their own page"
    return None if found is None else (found["why"], found["worse"], found["better"])


def test_what_a_pack_moved_in_the_shop_is_said_until_the_next_report(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "listings.txt"
    file.write_text(HEAD + "A\tt\t1000\t550\t11\nB\tt\t1000\t20\t11\n", encoding="utf-8")
    desk("import", file, "--judge", "--as-of", FIRST)
    assert moved(desk) is None
    desk("figures", "import", EXAMPLE)
    assert moved(desk) == ("figures", [], ["A"])
    assert moved(desk) == ("figures", [], ["A"]), "it is still said the next time"
    assert "A" in next(line for line in desk("today", "--as-of", FIRST).out.splitlines() if "figures taken in" in line)
    desk("undo")
    assert moved(desk) is None, "taken back, it has moved nothing"
    desk("redo")
    assert moved(desk) == ("figures", [], ["A"])
    desk("undo")
    file.write_text(HEAD + "A\tt\t1000\t550\t11\n", encoding="utf-8")
    desk("import", file, "--judge", "--as-of", FIRST)
    assert moved(desk) is None


def test_a_shop_that_was_judged_by_an_older_program_says_what_its_rules_moved(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk("import", listings(tmp_path), "--judge", "--as-of", FIRST)
    monkeypatch.setattr(by_figures, "marks", lambda: by_figures.Marks(1, 0))
    monkeypatch.setattr(origins, "marks", by_figures.marks)
    assert moved(desk) is None, "other marks and the same verdicts: nothing moved"


def test_a_verdict_on_an_unsure_figure_says_so(desk: Desk, tmp_path: Path) -> None:
    pack = tmp_path / "low.toml"
    pack.write_text(EXAMPLE.read_text(encoding="utf-8").replace("value = 60", "value = 40"), encoding="utf-8")
    desk("figures", "import", pack)
    (finding,) = (
        one for one in desk("audit", listings(tmp_path), "--as-of", FIRST, "--json").json["findings"] if one["rule"] == "points.cap"
    )
    assert finding["facts"]["unsure"] == "one source"
    assert "one source" in finding["text"]
    (before,) = (
        one for one in desk("audit", listings(tmp_path), "--as-of", BEFORE, "--json").json["findings"] if one["rule"] == "points.cap"
    )
    assert "unsure" not in before["facts"]


def test_figures_that_begin_on_one_day_and_differ_are_said(desk: Desk, tmp_path: Path) -> None:
    pack = tmp_path / "other.toml"
    pack.write_text(
        EXAMPLE.read_text(encoding="utf-8").replace("from = 2027-01-01\nvalue = 60", "from = 2018-03-01\nvalue = 60"), encoding="utf-8"
    )
    told = desk("figures", "import", pack, "--json").json["conflicts"]
    assert [(one["figure"], one["holds"]["value"], one["gives_way"]["value"]) for one in told] == [("points.cap", 60, 50)]


def test_what_goes_out_comes_in_again(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "out.toml"
    assert desk("figures", "export", file).status == 0
    told = desk("figures", "import", file, "--json")
    assert (told.status, told.json["changes"], told.json["conflicts"]) == (0, [], [])
    assert desk("figures", "export", file, "--only", "nothing.").status == 2


def test_all_of_a_pack_goes_out_with_the_words_that_the_owner_taught(desk: Desk, tmp_path: Path) -> None:
    desk("figures", "import", EXAMPLE)
    desk("account", "payment-word", "ReturnPostageX=return_label")
    desk("account", "reason", "SOME_CODE", "3")
    desk("account", "reason", "DEFECTIVE", "12")
    file = tmp_path / "out.toml"
    told = desk("figures", "export", file)
    assert "reason.DEFECTIVE" in told.out, "what goes against the program's own table is named, for it stays behind"
    text = file.read_text(encoding="utf-8")
    for word in ("NO_REASON_GIVEN", "SOME_CODE", "ペットロボット", "ReturnPostageAdjustment", "ReturnPostageX", "Yu-Pack (an example)"):
        assert word in text
    assert '"DEFECTIVE"' not in text
    assert "Nothing in it is new" in desk("figures", "import", EXAMPLE, "--preview").out
    desk("figures", "drop", "pack_example.toml")
    desk("account", "payment-word", "ReturnPostageX=")
    taken = desk("figures", "import", file, "--json").json
    assert taken["codes"] == {"NO_REASON_GIVEN": 12, "SOME_CODE": 3}
    assert taken["payments"] == {"ReturnPostageAdjustment": "return_label", "ReturnPostageX": "return_label"}
    assert [(one["table"]["en"], one["start"]) for one in taken["tables"]] == [("Yu-Pack (an example)", FIRST)]
    assert "an example" in quoted(desk, FIRST)[1]


@pytest.mark.parametrize(
    ("only", "head", "others"),
    [
        ("tariff.yupack", "[[tariff]]", ("[[figure]]", "[[reason]]", "[[payment]]", "letter_pack")),
        ("tariff.takkyubin.1", "[[tariff]]", ("[[figure]]", "yupack")),
        ("payment", "[[payment]]", ("[[figure]]", "[[tariff]]", "[[reason]]", "[[category]]")),
        ("category.", "[[category]]", ("[[figure]]", "[[tariff]]", "[[reason]]", "[[payment]]")),
    ],
)
def test_fares_and_words_go_out_alone_by_their_ids(desk: Desk, tmp_path: Path, only: str, head: str, others: tuple[str, ...]) -> None:
    desk("figures", "import", EXAMPLE)
    file = tmp_path / "out.toml"
    assert desk("figures", "export", file, "--only", only).status == 0
    text = file.read_text(encoding="utf-8")
    assert head in text
    assert not [other for other in others if other in text]
    assert desk("figures", "import", file).status == 0


def test_a_table_of_a_pack_is_marked_and_leaves_the_fares_that_it_does_not_have(desk: Desk, tmp_path: Path) -> None:
    desk("figures", "import", EXAMPLE)
    packs_by_id = {one["id"]: one["pack"] for one in desk("figures", "--json", "--as-of", FIRST).json["figures"]}
    assert packs_by_id["tariff.yupack"] == "pack_example.toml"
    assert packs_by_id["tariff.letter-pack-plus"] == ""
    file = tmp_path / "fares.toml"
    desk("figures", "export", file, "--only", "tariff.takkyubin.1")
    text = file.read_text(encoding="utf-8").replace("from = 2025-10-01", "from = 2025-10-02")
    file.write_text(text, encoding="utf-8")
    way = ("--reason", "10", "--category", "Home", "--price", "3000", "--method", "takkyubin", "--size", "60")
    route = ("--from-prefecture", "東京都", "--to-prefecture", "大阪府", "--arrived-on", "2026-11-20")
    (before,) = desk("quote", *way, *route, "--json").json["quotes"]
    desk("figures", "import", file)
    (after,) = desk("quote", *way, *route, "--json").json["quotes"]
    assert before["fare"] == after["fare"] > 0


def test_a_preview_shows_every_word_of_payments_and_counts_only_what_is_new(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "words.toml"
    file.write_text('pack = 1\n[[payment]]\nword = "テスト手数料"\nkind = "return_label"\n', encoding="utf-8")
    told = desk("figures", "import", file, "--preview")
    assert "words of payments added: 1" in told.out
    assert "category words added: 0" in told.out
    assert "テスト手数料" in told.out.splitlines()[-1]
    assert desk("figures", "import", file, "--preview", "--json").json["category_words"] == 0


@pytest.mark.parametrize(("word", "kind"), [("振込み", "sale"), ("注文", "transfer"), ("Order_Retrocharge", "sale")])
def test_a_word_of_payments_that_the_program_places_itself_is_not_placed_otherwise(
    desk: Desk, tmp_path: Path, word: str, kind: str
) -> None:
    file = tmp_path / "words.toml"
    file.write_text(f'pack = 1\n[[payment]]\nword = "{word}"\nkind = "{kind}"\n', encoding="utf-8")
    refused = desk("figures", "import", file)
    assert refused.status == 2
    assert "line 4, kind" in refused.err
    assert word in refused.err
    assert desk("account", "payment-word", f"{word}={kind}").status == 2


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("l = [1800, 2150", 'l = ["1800", 2150', ("row “l”, size 60",)),
        ("2450, 2750, 3150, 3500, 5200]", "2450, 2750, 0, 3500, 5200]", ("row “l”, size 140",)),
        ("g = [1450, 1750, ", "g = [1750, ", ("row “g” (6)",)),
        ("a = [900, 1200,", "a = [900, 200,", ("row “a”", "size 80", "¥200", "size 60", "¥900")),
        ("a = [900,", "a = [900000000,", ("row “a”, size 60", "100,000")),
        ("[[payment]]", "[[paiment]]", ("paiment",)),
        ("\nfrom = 2027-01-01\nvalue = 60", '\nfrom = "2027"\nvalue = 60', ("from", "a day such as")),
        ("\nfrom = 2027-01-01\nvalue = 60", "\nfrom = 2027-02-30\nvalue = 60", ("from", "2027-02-30", "calendar")),
        ("least_percent = 97 }", "least_percent = 97, below = true }", ("value", "most percent")),
    ],
)
def test_a_fault_is_named_by_the_line_that_it_stands_in(desk: Desk, tmp_path: Path, old: str, new: str, said: tuple[str, ...]) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert old in text
    made = text.replace(old, new, 1)
    line = next(
        number for number, (one, other) in enumerate(zip(text.splitlines(), made.splitlines(), strict=True), start=1) if one != other
    )
    file = tmp_path / "pack.toml"
    file.write_text(made, encoding="utf-8")
    refused = desk("figures", "import", file)
    assert refused.status == 2
    assert f"line {line}, " in refused.err, refused.err
    assert not [words for words in said if words not in refused.err], refused.err


def rate_pack(folder: Path, name: str, figure: str, value: int) -> Path:
    """A pack that sets a rate of points from 2027-04-01, checked no earlier than any figure of the program's: the newer one holds."""
    file = folder / name
    source = f'source = {{ ja = "案内", en = "notice" }}\nchecked = {last_checked()}'
    head = f'pack = 1\n[[figure]]\nid = "{figure}"\nname = {{ ja = "率", en = "Rate" }}\nwhere = {{ ja = "a", en = "b" }}\n'
    file.write_text(f"{head}[[figure.version]]\nfrom = 2027-04-01\nvalue = {value}\n{source}\n", encoding="utf-8")
    return file


def test_a_least_rate_must_stay_below_the_cap(desk: Desk, tmp_path: Path) -> None:
    cap, least = value_on("points.cap", date(2027, 4, 1)), value_on("points.least", date(2027, 4, 1))
    for figure, value in (("points.least", cap + 10), ("points.least", cap), ("points.cap", 0), ("points.cap", least)):
        told = desk("figures", "import", rate_pack(tmp_path, "rate.toml", figure, value))
        assert told.status == 2
        assert "line 8, value" in told.err, told.err
        assert "must be below" in told.err
        assert "2027-04-01" in told.err
    assert desk("figures", "import", rate_pack(tmp_path, "rate.toml", "points.least", cap - 1)).status == 0


def test_words_take_the_rate_from_the_figure_and_name_the_pack_that_it_comes_from(desk: Desk, tmp_path: Path) -> None:
    report = tmp_path / "listings.txt"
    report.write_text(HEAD + "A\tt\t2080\t42\t11\n", encoding="utf-8")  # 2.02%
    desk("figures", "import", rate_pack(tmp_path, "rate.toml", "points.least", 3))
    desk("import", report, "--judge", "--as-of", "2027-04-01")
    named = re.compile("2%以上ポイントプログラム|2%\\+")
    for lang, source in (("ja", "案内"), ("en", "notice")):
        told = desk("audit", "--as-of", "2027-04-01", lang=lang).out
        assert "2%" not in named.sub("", told)
        assert "3%" in told
        assert f"rate.toml” ({source})" in told or f"「rate.toml」({source})" in told
        assert "2%" not in named.sub("", desk("today", "--as-of", "2027-04-01", lang=lang).out)
    assert desk("cost", "--units", "10", "--as-of", "2027-04-01", "--json").json["percent"] == 3
    assert desk("cost", "--units", "10", "--as-of", "2027-03-31", "--json").json["percent"] == 2


def test_a_day_far_beyond_the_last_check_says_that_its_figures_are_not_confirmed(desk: Desk, tmp_path: Path) -> None:
    report, far, near = listings(tmp_path), ("--as-of", "2029-01-10"), ("--as-of", "2027-11-28")
    desk("import", report)
    item = ("quote", "--reason", "12", "--category", "Shoes", "--price", "6800")
    for asked in (item, ("cost", "--units", "10"), ("figures",), ("audit",), ("today",)):
        assert f"more than a year after the figures were last checked ({last_checked()})" in desk(*asked, *far).out.replace("\n", " "), (
            asked
        )
        assert "2029-01-10" in desk(*asked, *far, "--json").json["not_confirmed"]
        assert "last checked" not in desk(*asked, *near).out, asked
        assert "not_confirmed" not in desk(*asked, *near, "--json").json


def test_a_quote_of_a_day_far_ahead_says_so_too(desk: Desk) -> None:
    asked = ("quote", "--reason", "12", "--category", "Shoes", "--price", "6800", "--as-of", "2026-11-28", "--ordered-on")
    assert desk(*asked, "2029-01-10").out.count(f"last checked ({last_checked()})") == 1
    assert "2029-01-10" in desk(*asked, "2029-01-10", "--json").json["not_confirmed"]
    assert "not_confirmed" not in desk(*asked, "2026-11-20", "--json").json


def test_every_answer_names_the_packs_whose_figures_hold_on_its_day(desk: Desk, tmp_path: Path) -> None:
    desk("import", listings(tmp_path), "--judge")
    desk("figures", "import", rate_pack(tmp_path, "rate.toml", "points.least", 3))
    for command in ("today", "audit", "account"):
        assert "rate.toml" in desk(command, "--as-of", "2027-04-01").out, command
        assert desk(command, "--as-of", "2027-04-01", "--json").json["packs"] == ["rate.toml"]
        assert "packs" not in desk(command, "--as-of", "2026-12-01", "--json").json


def test_a_quote_names_the_packs_that_it_used_and_no_other(desk: Desk) -> None:
    desk("figures", "import", EXAMPLE)
    item = ("quote", "--reason", "3", "--price", "8000", "--points", "0", "--shipping-charged", "0", "--gift-wrap", "0")
    robot, way = ("--category", "Robot pets"), ("--method", "yupack", "--size", "60", "--from-prefecture", "東京都")
    after = ("--ordered-on", "2027-01-02", "--arrived-on", "2027-01-05")
    before = ("--ordered-on", "2026-09-20", "--arrived-on", "2026-09-25")
    today = ("--as-of", "2026-11-29")
    route = (*way, "--to-prefecture", "大阪府")
    assert desk(*item, *robot, *after, *today, "--json").json["packs"] == ["pack_example.toml"]
    assert desk(*item, "--category", "Shoes", *route, *after, *today, "--json").json["packs"] == ["pack_example.toml"], "its fare"
    assert "[pack_example.toml]" in desk(*item, "--category", "Shoes", *route, *after, *today).out
    assert "are counted with: pack_example.toml" in desk(*item, *robot, *after, *today).out
    in_2027 = ("--as-of", FIRST)
    assert "packs" not in desk(*item, "--category", "Shoes", *route, *before, *in_2027, "--json").json
    assert "pack_example" not in desk(*item, "--category", "Shoes", *route, *before, *in_2027).out


@pytest.mark.parametrize("with_pack", [False, True])
def test_a_surcharge_of_a_fare_is_named_with_its_yen_and_how_sure_it_is(desk: Desk, *, with_pack: bool) -> None:
    if with_pack:
        desk("figures", "import", EXAMPLE)
    day = FIRST if with_pack else "2026-10-01"
    item = ("quote", "--reason", "10", "--category", "Home", "--price", "3000", "--arrived-on", day)
    way = ("--size", "60", "--weight-kg", "26", "--method", "yupack", "--from-prefecture", "東京都", "--to-prefecture", "大阪府")
    told = desk(*item, *way).out
    assert "heavy Yu-Pack ¥620" in told
    assert "rests on one source" in told
    (listed,) = (one for one in desk("figures", "--as-of", day, "--json").json["figures"] if one["id"] == "tariff.yupack.heavy")
    assert (listed["value"], listed["sure"], listed["from"]) == (620, "one source", "2026-10-01")
    assert "¥620" in next(line for line in desk("figures", "--as-of", day).out.splitlines() if "tariff.yupack.heavy" in line)


def test_a_verdict_that_is_good_by_a_pack_says_so(desk: Desk, tmp_path: Path) -> None:
    desk("import", listings(tmp_path))
    desk("figures", "import", rate_pack(tmp_path, "low.toml", "points.least", 1))
    answer = desk("audit", "--as-of", "2027-04-01", "--all", "--json").json["findings"]
    good = [found for found in answer if found["rule"] == "points.two-percent" and found["outcome"] == "ok"]
    assert good
    assert all(found["facts"]["pack"] == "low.toml" for found in good)
    quote = desk("quote", "--reason", "12", "--category", "Shoes", "--price", "6800", "--as-of", "2027-04-01", "--json").json
    assert "packs" not in quote, "no rate of points is used for a return"


def test_packs_that_differ_on_one_day_are_said_as_long_as_both_are_there(desk: Desk, tmp_path: Path) -> None:
    desk("figures", "import", rate_pack(tmp_path, "one.toml", "points.least", 3))
    assert desk("figures", "--json").json["conflicts"] == []
    desk("figures", "import", rate_pack(tmp_path, "two.toml", "points.least", 4))
    (found,) = desk("figures", "--json").json["conflicts"]
    assert (found["figure"], found["holds"]["pack"], found["gives_way"]["pack"]) == ("points.least", "two.toml", "one.toml")
    assert "two.toml" in desk("figures").out


def test_days_that_a_pack_leaves_out_between_two_versions_are_refused_unless_it_says_so(desk: Desk, tmp_path: Path) -> None:
    file = rate_pack(tmp_path, "hole.toml", "points.least", 3)
    text = file.read_text(encoding="utf-8").replace("from = 2027-04-01", "from = 2027-04-01\nto = 2027-04-30")
    later = text[text.index("[[figure.version]]") :].replace("2027-04-01\nto = 2027-04-30", "2027-06-01").replace("= 3", "= 4")
    file.write_text(text + later, encoding="utf-8")
    refused = desk("figures", "import", file)
    assert refused.status == 2
    assert "2027-05-01" in refused.err
    assert "2027-05-31" in refused.err
    gap = '[[figure.gap]]\nfrom = 2027-05-01\nto = 2027-05-31\nwhy = { ja = "不明", en = "not known" }\n'
    file.write_text(text + later + gap, encoding="utf-8")
    assert desk("figures", "import", file).status == 0


def test_packs_that_need_each_other_are_taken_away_in_order(desk: Desk, tmp_path: Path) -> None:
    assert desk("figures", "import", rate_pack(tmp_path, "cap.toml", "points.cap", 80)).status == 0
    assert desk("figures", "import", rate_pack(tmp_path, "least.toml", "points.least", 60)).status == 0
    refused = desk("figures", "drop", "cap.toml")
    assert refused.status == 2
    assert "least.toml" in refused.err
    assert desk("figures", "drop", "least.toml").status == 0
    assert desk("figures", "drop", "cap.toml").status == 0


def damaged(text: str) -> Iterator[str]:
    """The example, damaged in one place each: lines gone, fields misnamed, values of another kind, days turned, marks lost."""
    lines = text.splitlines()
    fields = [place for place, line in enumerate(lines) if KEY.match(line)]
    plain = [
        place
        for place in fields
        if re.match(r"(id|from|value|source|checked|name|where|method|row|code|word|means|sure|pack|\w) =", lines[place])
    ]
    for place in plain:
        key, _equals, value = lines[place].partition(" = ")
        for made in (f"{key}x = {value}", f"{key} = ", f"{key} = [", f'{key} = "\\q"', f"{key} = -1", f"{key} = {value} {value}"):
            yield "\n".join([*lines[:place], made, *lines[place + 1 :]])
    for place in (place for place, line in enumerate(lines) if HEADER.match(line)):
        yield "\n".join([*lines[:place], lines[place].replace("]]", "]"), *lines[place + 1 :]])
        yield "\n".join([*lines[:place], lines[place].replace("[[", "[[un"), *lines[place + 1 :]])


def test_damaged_packs_are_each_refused_in_a_sentence_that_names_line_and_field(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "pack.toml"
    texts = list(dict.fromkeys(damaged(EXAMPLE.read_text(encoding="utf-8"))))
    chosen = random.Random(SEED).sample(texts, 220)  # noqa: S311 (no secret)
    for place, text in enumerate(chosen):
        file.write_text(text, encoding="utf-8")
        answer = desk("figures", "import", file, lang=("ja", "en")[place % 2])
        assert answer.status == 2, text
        assert re.search(r"pack\.toml.*(?:\d+行目、|line \d+, )[\w-]+: .+", answer.err), answer.err
        assert answer.err.count("\n") == 1


@pytest.mark.parametrize("data", [b"", b"\x93\xfa", b"pack = 1\n", b"pack = 2\n[[reason]]\ncode = 'X'\nrow = 3\n", b"x" * 1_000_001])
def test_what_is_no_pack_is_refused(desk: Desk, tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "pack.toml"
    file.write_bytes(data)
    answer = desk("figures", "import", file)
    assert answer.status == 2
    assert "pack.toml" in answer.err


FEE_PACK = """pack = 1
[[figure]]
id = "fee.referral.shoes"
name = { ja = "シューズ", en = "Shoes" }
where = { ja = "ヘルプ", en = "Help" }
[[figure.version]]
from = 2027-04-01
value = { steps = [{ per_mille = 500 }] }
source = { ja = "お知らせ", en = "a notice" }
checked = 2026-11-29
"""


def test_a_pack_says_what_a_rise_costs_a_month_by_last_months_orders(desk: Desk, tmp_path: Path) -> None:
    (pack := tmp_path / "rise.toml").write_text(FEE_PACK, encoding="utf-8")
    (tmp_path / "listings.txt").write_text(HEAD + "S\tt\t10000\t0\t11\nT\tt\t10000\t0\t11\n", encoding="utf-8")
    (tmp_path / "facts.csv").write_text("sku,category\nS,シューズ\nT,シューズ\n", encoding="utf-8")
    desk("import", tmp_path / "listings.txt")
    desk("facts", "import", tmp_path / "facts.csv")

    def change() -> dict[str, object]:
        return dict(desk("figures", "import", pack, "--preview", "--json").json["changes"][0])

    assert (change()["offers"], change()["monthly"]) == (2, None), "no orders are known"
    day = (now() - timedelta(days=3)).strftime("%Y-%m-%dT10:00:00+09:00")
    order = "amazon-order-id\tpurchase-date\torder-status\tsku\tquantity\tcurrency\titem-price\tpayment-method\n"
    (tmp_path / "orders.txt").write_text(order + f"250-1234567-1234567\t{day}\tShipped\tS\t3\tJPY\t30000\tVisa\n", encoding="utf-8")
    desk("import", tmp_path / "orders.txt")
    told = change()
    assert told["yen"] is not None
    assert told["monthly"] == int(str(told["yen"])) // 2 * 3, "three of S, none of T"
    assert "a month" in desk("figures", "import", pack, "--preview", lang="en").out


def test_a_figure_says_how_many_returns_it_touches(desk: Desk, tmp_path: Path) -> None:
    assert all(one["returns"] is None for one in desk("figures", "--json").json["figures"])
    head = "Order ID\tMerchant SKU\tCategory\tReturn request date\tReturn Reason\tLabel to be paid by\n"
    lines = "".join(f"250-1234567-123456{n}\tS\tシューズ\t2026-11-0{n + 1}\tCR-UNWANTED_ITEM\tCustomer\n" for n in range(2))
    (tmp_path / "returns.txt").write_text(head + lines, encoding="utf-8")
    desk("import", tmp_path / "returns.txt", "--judge", "--as-of", "2026-11-10")
    desk("returns", "all-prime", "yes")
    desk("today", "--as-of", "2026-11-10")
    told = {one["id"]: one["returns"] for one in desk("figures", "--as-of", "2026-11-10", "--json").json["figures"]}
    assert (told["fee.referral.shoes"], told["fee.referral.media"]) == (2, 0)


OVERTURNS = {
    "reason": ('[[reason]]\ncode = "DEFECTIVE"\nrow = 12\n', "line 4, row", "DEFECTIVE"),
    "prefix": ('[[reason]]\ncode = "cr-defective"\nrow = 1\n', "line 4, row", "cr-defective"),
    "category": ('[[category]]\nword = "Shoes"\nmeans = "other"\n', "line 4, means", "Shoes"),
    "compound": ('[[category]]\nword = "メンズシューズ"\nmeans = "other"\n', "line 4, means", "メンズシューズ"),
    "unlike itself": ('[[reason]]\ncode = "ZZ"\nrow = 1\n[[reason]]\ncode = "CR-ZZ"\nrow = 3\n', "line 6, code", "CR-ZZ"),
}


@pytest.mark.parametrize("name", OVERTURNS)
def test_a_pack_that_overturns_the_terms_is_refused(desk: Desk, tmp_path: Path, name: str) -> None:
    text, place, word = OVERTURNS[name]
    (file := tmp_path / "twist.toml").write_text(f"pack = 1\n{text}", encoding="utf-8")
    answer = desk("figures", "import", file, lang="en")
    assert answer.status == 2
    assert place in answer.err
    assert word in answer.err
    assert desk("figures", "import", file, lang="ja").status == 2


def test_an_overturning_pack_that_an_older_program_took_in_overturns_nothing(desk: Desk, tmp_path: Path) -> None:
    desk("account", "set", "participant=yes")
    text = "pack = 1\n" + OVERTURNS["reason"][0] + OVERTURNS["category"][0] + '[[reason]]\ncode = "CR-NEW"\nrow = 12\n'
    packs.keep(tmp_path / "data/shops/main.db", "old.toml", text, now())
    paid = [
        desk("quote", "--reason", reason, "--category", category, "--json").json["quotes"][0]["payer"]
        for reason, category in (("CR-DEFECTIVE", "Toys"), ("12", "Shoes"), ("CR-NEW", "Toys"))
    ]
    assert paid == ["seller", "seller", "customer"]


def test_a_word_of_a_pack_and_one_taught_against_the_table_are_named(desk: Desk, tmp_path: Path) -> None:
    (file := tmp_path / "words.toml").write_text(
        'pack = 1\n[[reason]]\ncode = "CR-NEW"\nrow = 12\n[[category]]\nword = "ロボ"\nmeans = "other"\n', encoding="utf-8"
    )
    shown = desk("figures", "import", file, lang="en").out
    assert "“CR-NEW” is read as reason 12" in shown
    assert "“ロボ” is read as none of them" in shown
    assert "CR-NEW → 12 (from a fact pack)" in desk("account", "reason", lang="en").out
    assert "program's own" not in desk("account", "category", lang="en").out
    assert "CR-DEFECTIVE → 12 (the program's own table says reason 10)" in desk("account", "reason", "CR-DEFECTIVE", "12", lang="en").out
    assert desk("account", "category", "靴=other", "--json").json["against_own"] == {"靴": "shoes"}


def test_a_pack_that_was_checked_after_today_is_refused(desk: Desk, tmp_path: Path) -> None:
    for place, text in enumerate((FEE_PACK, EXAMPLE.read_text(encoding="utf-8"))):
        day = re.findall(r"checked = (\S+)", text)[-1]
        ahead = text[::-1].replace(f"checked = {day}"[::-1], "checked = 2099-01-01"[::-1], 1)[::-1]
        (file := tmp_path / f"{place}.toml").write_text(ahead, encoding="utf-8")
        answer = desk("figures", "import", file, lang="en")
        assert answer.status == 2
        assert "checked: it was checked on 2099-01-01, which is after today" in answer.err


def test_no_figure_is_checked_days_before_it_is_shown_for(desk: Desk) -> None:
    assert "-" not in "".join(re.findall(r"、(-?[\d,]+)日前", desk("figures", "--as-of", "2020-08-03", lang="ja").out))
    ages = {one["age_days"] for one in desk("figures", "--as-of", "2020-08-03", "--json").json["figures"]}
    assert ages == {None}
    assert not re.search(r"public|copy|list of", desk("figures", "--as-of", "2026-11-29", lang="ja").out), (
        "sources of fares are told in Japanese"
    )


@pytest.mark.parametrize("text", ["# no figure\n" * 100_000, "#" * 1_200_000])
def test_a_pack_above_the_limit_is_called_a_pack(desk: Desk, tmp_path: Path, text: str) -> None:
    (file := tmp_path / "large.toml").write_text(text, encoding="utf-8")
    answer = desk("figures", "import", file)
    assert (answer.status, answer.err) == (2, "“large.toml” is too large (1,000,000 bytes at most).\n")

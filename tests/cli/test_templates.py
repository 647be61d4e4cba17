"""The grid of shipping templates marks exactly the wrong cells, and says why."""

from pathlib import Path

import pytest

from sellerdesk.readers import prefectures
from tests.conftest import Desk

HEAD = "template,region,service,days,fee for prime,fee for others"
FINE = {
    ("honshu", "expedited"): "1,0,500", ("shikoku", "expedited"): "1,0,", ("kyushu", "expedited"): "翌日,無料,0", ("hokkaido", "expedited"): "2,0,900",
    ("okinawa", "expedited"): "1-2,0,1500", ("remote", "expedited"): "1,0,1500", ("honshu", "standard"): "3,0,0", ("kyushu", "scheduled"): "5,0,300",
    ("international", "standard"): "14,0,4000",
}  # fmt: skip
"""A template to which the terms object in nothing: days, fee for Prime members, fee for others."""

FEE, SPEED = "sfp.free-for-prime", "sfp.region-speed"
Wrong = dict[tuple[str, str], tuple[str, set[str]]]
"""What a cell says instead, with the rules that must mark it."""

TEMPLATES: list[Wrong] = [
    {},
    {("honshu", "expedited"): ("2,0,0", {SPEED})},
    {("honshu", "expedited"): ("1-2,0,0", {SPEED})},
    {("shikoku", "expedited"): ("2,0,0", {SPEED})},
    {("kyushu", "expedited"): ("2日,0,0", {SPEED})},
    {("hokkaido", "expedited"): ("1,0,0", set())},
    {("hokkaido", "expedited"): ("3,0,0", {SPEED})},
    {("okinawa", "expedited"): ("3,0,0", {SPEED})},
    {("remote", "expedited"): ("2,0,0", set())},
    {("remote", "expedited"): ("1-3,0,0", {SPEED})},
    {("honshu", "expedited"): ("1,1,500", {FEE})},
    {("honshu", "expedited"): ("2,500,0", {FEE, SPEED})},
    {("honshu", "standard"): ("3,350,350", {FEE})},
    {("honshu", "standard"): ("10,0,9999", set())},
    {("kyushu", "scheduled"): ("5,300,300", {FEE})},
    {("kyushu", "scheduled"): (",0,", set())},
    {("international", "standard"): ("30,0,0", set())},
    {("international", "standard"): ("30,2000,2000", {FEE})},
    {("international", "expedited"): ("3,0,0", {SPEED})},
    {("international", "expedited"): ("3,800,0", {FEE, SPEED})},
    {("international", "scheduled"): ("3,0,0", {SPEED})},
    {("international", "expedited"): ("対象外,,", set())},
    {("honshu", "expedited"): ("対象外,900,", set())},
    {("okinawa", "standard"): ("7,0,1000", set())},
    {("remote", "standard"): ("7,1500,1500", {FEE})},
    {("hokkaido", "expedited"): ("当日,0,0", set())},
    {("honshu", "expedited"): ("2,0,0", {SPEED}), ("shikoku", "expedited"): ("3,0,0", {SPEED}), ("remote", "standard"): ("3,10,0", {FEE})},
    {("okinawa", "expedited"): ("4,900,900", {FEE, SPEED}), ("international", "expedited"): ("4,900,900", {FEE, SPEED})},
    {key: (days + ",100,100", {FEE}) for key, days in {("kyushu", "expedited"): "1", ("honshu", "standard"): "3", ("hokkaido", "expedited"): "2"}.items()},
    {("honshu", "expedited"): ("1,0,0", set()), ("kyushu", "expedited"): ("1,0,0", set())},
]  # fmt: skip


def sheet(folder: Path, *rows: str, head: str = HEAD) -> Path:
    """A sheet of these rows."""
    file = folder / "templates.csv"
    file.write_text("\n".join([head, *rows, ""]), encoding="utf-8")
    return file


def test_the_grid_marks_exactly_the_wrong_cells_of_thirty_templates(desk: Desk, tmp_path: Path) -> None:
    assert len(TEMPLATES) == 30
    rows: list[str] = []
    expected: dict[str, set[str]] = {}
    for number, wrong in enumerate(TEMPLATES):
        for key, told in {**FINE, **{key: told for key, (told, _rules) in wrong.items()}}.items():
            rows.append(f"T{number:02d},{key[0]},{key[1]},{told}")
        expected |= {f"T{number:02d} / {key[0]} / {key[1]}": rules for key, (_told, rules) in wrong.items() if rules}
    answer = desk("templates", sheet(tmp_path, *rows), "--as-of", "2022-06-01", "--json")
    marked = {one["subject"]: set(one["marks"]) for one in answer.json["grid"] if one["marks"]}
    assert (answer.status, marked) == (1, expected)
    assert {one["outcome"] for one in answer.json["findings"]} == {"breach"}
    assert answer.json["missing"] == []
    found: dict[str, set[str]] = {}
    for one in answer.json["findings"]:
        found.setdefault(one["subject"], set()).add(one["rule"])
    assert found == expected


def test_a_blameless_template_leaves_nothing_to_do(desk: Desk, tmp_path: Path) -> None:
    file = sheet(tmp_path, *(f"P,{region},{service},{told}" for (region, service), told in FINE.items()))
    answer = desk("templates", file, "--json")
    assert (answer.status, answer.json["findings"]) == (0, [])
    assert desk("templates", file).out.endswith("Nothing to fix.\n")


def test_what_is_blank_is_missing_and_no_verdict(desk: Desk, tmp_path: Path) -> None:
    answer = desk("templates", sheet(tmp_path, "P,Honshu,Expedited,,,"), "--json")
    assert (answer.status, answer.json["findings"]) == (1, [])
    assert {one["fact"] for one in answer.json["missing"]} == {"days", "prime_fee", "served"}
    assert [sum(counts.values()) for counts in answer.json["summary"].values()] == [1, 1, 6], "no area is known to be served"


def test_a_finding_names_its_cell_its_clause_and_its_change(desk: Desk, tmp_path: Path) -> None:
    (one,) = desk("templates", sheet(tmp_path, "P,東京都,お急ぎ便,2,0,0"), "--json").json["findings"]
    assert (one["subject"], one["line"], one["clauses"]) == ("P / 東京都 / expedited", 2, ["S-04", "S-03"])
    assert one["facts"] == {"template": "P", "region": "honshu", "place": "東京都", "service": "expedited", "days": 2, "most": 1}
    assert one["change"] == [{"subject": "P / 東京都 / expedited", "fact": "days", "to": 1, "kind": "mend"}]
    assert "東京都" in one["text"]


@pytest.mark.parametrize(("answer", "status", "outcomes"), [(None, 1, []), ("yes", 0, []), ("no", 1, ["breach"]), ("unknown", 1, [])])
def test_same_day_rests_on_what_the_owner_tells_of_the_shop(
    desk: Desk, tmp_path: Path, answer: str | None, status: int, outcomes: list[str]
) -> None:
    file = sheet(tmp_path, "P,Honshu,Same Day,0,0,0", "P,全国,Standard,3,0,0")
    if answer:
        assert desk("account", "set", f"same_day_region={answer}").status == 0
    found = desk("templates", file, "--json")
    assert (found.status, [one["outcome"] for one in found.json["findings"]]) == (status, outcomes)
    assert [one["fact"] for one in found.json["missing"]] == (["same_day_region"] if answer in (None, "unknown") else [])


def test_an_island_by_name_is_a_check_until_the_owner_reads_it(desk: Desk, tmp_path: Path) -> None:
    file = sheet(tmp_path, "P,佐渡島,Expedited,2,0,0", "P,宮古島,Expedited,1,0,0")
    (one,) = desk("templates", file, "--json").json["findings"]
    assert (one["outcome"], one["subject"], one["ambiguity"]) == ("check", "P / 佐渡島 / expedited", "AMB-12")
    desk("account", "reading", "AMB-12=every-island")
    assert desk("templates", file, "--json").json["findings"] == []


ROWS = ("P,Honshu,Standard,3,500,500", "Q,Honshu,Standard,3,500,500")


@pytest.mark.parametrize(
    ("rows", "args", "judged"),
    [
        (ROWS, (), ["P", "Q"]),
        (ROWS, ("--prime-template", "Q"), ["Q"]),
        (tuple(f"{row},{prime}" for row, prime in zip(ROWS, ("yes", "no"), strict=True)), (), ["P"]),
        (tuple(f"{row},{prime}" for row, prime in zip(ROWS, ("", "no"), strict=True)), (), ["P"]),
        (tuple(f"{row},{prime}" for row, prime in zip(ROWS, ("", "yes"), strict=True)), (), ["Q"]),
    ],
)
def test_only_prime_templates_are_judged(
    desk: Desk, tmp_path: Path, rows: tuple[str, ...], args: tuple[str, ...], judged: list[str]
) -> None:
    file = sheet(tmp_path, *rows, head=HEAD + ",prime")
    answer = desk("templates", file, *args, "--json").json
    assert answer["templates"] == judged
    assert sorted(answer["templates"] + answer["not_judged"]) == ["P", "Q"]
    assert [one["subject"][0] for one in answer["findings"]] == judged


def test_the_saved_shop_tells_which_templates_are_prime(desk: Desk, tmp_path: Path) -> None:
    listings = tmp_path / "listings.txt"
    listings.write_text(
        "seller-sku\titem-name\tprice\tfulfillment-channel\tmerchant-shipping-group\nA\tt\t1\tDEFAULT\tQ\n", encoding="utf-8"
    )
    desk("import", listings, "--prime-template", "Q")
    assert desk("templates", sheet(tmp_path, *ROWS), "--json").json["templates"] == ["Q"]


def test_what_cannot_be_used_is_one_sentence(desk: Desk, tmp_path: Path) -> None:
    answer = desk("templates", sheet(tmp_path, *ROWS), "--prime-template", "X")
    assert (answer.status, answer.out, answer.err) == (2, "", "There is no shipping template “X” in the file. It has: P, Q\n")
    file = tmp_path / "listings.txt"
    file.write_text("seller-sku\titem-name\tprice\nA\tt\t1\n", encoding="utf-8")
    answer = desk("templates", file)
    assert (answer.status, "choose a sheet of shipping templates" in answer.err) == (2, True)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_person_reads_names_and_no_ids(desk: Desk, tmp_path: Path, lang: str) -> None:
    out = desk("templates", sheet(tmp_path, *ROWS, "P,remote,expedited,9,,"), lang=lang).out
    assert {"ja": "離島へのお急ぎ便が9日です。2日以内でなければなりません。", "en": "Shipping to remote islands (expedited) takes 9 days"}[
        lang
    ] in out
    assert "{" not in out
    assert "None" not in out


def test_the_words_of_an_answer_are_those_of_its_language(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "templates.csv"
    head = "配送パターン,地域,配送オプション,お届け日数,プライム会員の送料,通常送料\n"
    file.write_text(
        head + "プライム,本州・四国,お急ぎ便,2,0,500\nプライム,四国,お急ぎ便,1,0,500\nプライム,九州,お急ぎ便,1,0,500\n",
        encoding="utf-8-sig",
    )
    japanese, english = desk("templates", file, lang="ja").out, desk("templates", file, lang="en").out
    assert "プライム / 四国 / お急ぎ便" in japanese
    file.write_text(head + "プライム,本州・四国,お急ぎ便,2,0,500\n", encoding="utf-8-sig")
    japanese, english = desk("templates", file, lang="ja").out, desk("templates", file, lang="en").out
    assert "プライム / 本州 / お急ぎ便:" in japanese
    assert not any(word in japanese for word in ("honshu", "shikoku", "expedited"))
    assert "プライム / Honshu / expedited" in english


PROMISES = """配送パターン,地域,配送方法,日数,プライム会員の送料
P,本州,お急ぎ便,1,0
P,四国,お急ぎ便,1,0
P,北海道,お急ぎ便,2,0
P,岡山県,お急ぎ便,1,0
P,広島県,通常配送,,0
P,九州,お急ぎ便,1,0
"""


def not_kept(desk: Desk, tmp_path: Path, start: str, day: str = "2026-11-01") -> set[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """The places of promises that no carrier keeps: those that it holds for wholly, and in parts."""
    (file := tmp_path / "promises.csv").write_text(PROMISES, encoding="utf-8")
    told = desk("templates", file, "--from-prefecture", start, "--as-of", day, "--json", lang="ja").json["promises"]
    return {(one["place"] or one["region"], tuple(one["whole"]), tuple(one["partly"])) for one in told["not_kept"]}


def test_a_promise_of_the_next_day_that_yamato_does_not_keep_is_named_with_its_prefectures(desk: Desk, tmp_path: Path) -> None:
    assert not_kept(desk, tmp_path, "東京") == {
        ("honshu", ("鳥取県", "岡山県"), ("島根県", "広島県")),
        ("shikoku", ("徳島県", "香川県", "愛媛県", "高知県"), ()),
        ("岡山県", ("岡山県",), ()),
    }
    assert not_kept(desk, tmp_path, "Osaka") == {("honshu", ("岩手県",), ())}
    assert not_kept(desk, tmp_path, "福岡県") == set()
    assert not_kept(desk, tmp_path, "東京", "2023-05-31") == set()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_routes_that_no_figure_names_are_never_said_to_be_kept(desk: Desk, tmp_path: Path, lang: str) -> None:
    (file := tmp_path / "promises.csv").write_text(PROMISES, encoding="utf-8")
    words = {"ja": "このアプリには分かりません", "en": "not known here"}[lang]
    assert words in desk("templates", file, "--from-prefecture", "福岡", lang=lang).out
    asks = desk("templates", file, lang=lang)
    assert "ships_from" in asks.out
    desk("account", "set", "ships_from=大阪府")
    assert ("岩手県" if lang == "ja" else "Iwate") in desk("templates", file, lang=lang).out


def test_what_is_no_prefecture_is_refused(desk: Desk, tmp_path: Path) -> None:
    (file := tmp_path / "promises.csv").write_text(PROMISES, encoding="utf-8")
    assert desk("templates", file, "--from-prefecture", "Paris").status == 2
    assert desk("account", "set", "ships_from=Paris").status == 2


NATIONWIDE = "sfp.nationwide"
EVERYWHERE = ("honshu", "shikoku", "kyushu", "hokkaido", "okinawa", "remote")


def nationwide(desk: Desk, file: Path, *rows: str, day: str = "2026-11-28") -> tuple[dict[str, int], set[str]]:
    """What is said of nation-wide delivery: how many of which outcome, and the cells that are not fine."""
    file.write_text("\n".join([HEAD, *(f"P,{row}" for row in rows)]) + "\n", encoding="utf-8")
    told = desk("templates", file, "--as-of", day, "--all", "--json").json
    counts = {outcome: count for outcome, count in told["summary"].get(NATIONWIDE, {}).items() if count}
    return counts, {one["subject"] for one in told["findings"] if one["rule"] == NATIONWIDE and one["outcome"] != "ok"}


def test_an_area_that_a_sheet_leaves_out_or_blank_is_not_served_for_sure(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "templates.csv"
    parts = nationwide(desk, file, "東京都,expedited,1,0,500", "北海道,expedited,2,0,500")
    assert parts == ({"ok": 1, "check": 5}, {f"P / {area} / standard" for area in EVERYWHERE if area != "hokkaido"})
    assert "Nothing to fix" not in desk("templates", file, "--as-of", "2026-11-28", lang="en").out
    assert desk("templates", file, "--as-of", "2026-11-28").status == 1
    assert nationwide(desk, file, "honshu,standard,3,0,0")[0] == {"ok": 1, "check": 5}
    assert nationwide(desk, file, "全国,standard,3,0,0", "四国,expedited,,,")[0] == {"ok": 6}
    blank = nationwide(desk, file, *(f"{area},standard," + (",," if area == "shikoku" else "3,0,0") for area in EVERYWHERE))
    assert blank == ({"ok": 5, "check": 1}, {"P / shikoku / standard"})
    assert nationwide(desk, file, "全国,expedited,1,0,500")[0] == {"ok": 6}, "rows of express services count as well"
    assert nationwide(desk, file, "全国,expedited,1,0,500", "四国,standard,対象外,,")[0] == {"ok": 6}, "another service goes there"
    assert nationwide(desk, file, "honshu,standard,3,0,0", "四国,standard,対象外,,")[0] == {"ok": 1, "advice": 1, "check": 4}
    assert nationwide(desk, file, "honshu,standard,3,0,0", day="2021-07-14")[0] == {}


def test_a_column_that_is_not_read_is_named(desk: Desk, tmp_path: Path) -> None:
    (file := tmp_path / "templates.csv").write_text(f"{HEAD},memo\nP,全国,standard,3,0,0,x\n", encoding="utf-8")
    assert "memo" in desk("templates", file, lang="en").out
    assert desk("templates", file, "--json").json["source"]["unread_columns"] == ["memo"]


def test_sources_differ_on_the_areas_of_nation_wide_delivery(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "templates.csv"
    nationwide(desk, file, "honshu,standard,3,0,0", "okinawa,standard,対象外,,")
    told = desk("templates", file, "--as-of", "2026-11-28", "--json").json["findings"]
    (found,) = (one for one in told if one["rule"] == NATIONWIDE and one["outcome"] == "advice")
    assert found["facts"]["unsure"] == "sources differ"
    assert "excepts Okinawa" in found["text"]


def test_with_all_the_cells_that_are_fine_or_lack_a_fact_are_listed_in_text_too(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "templates.csv"
    nationwide(desk, file, "honshu,standard,3,0,0", "shikoku,standard,,,")
    few, every = (desk("templates", file, "--as-of", "2026-11-28", *more).out for more in ((), ("--all", "--limit", "0")))
    assert "This area is served." not in few
    assert "This area is served." in every
    assert len(every.splitlines()) > len(few.splitlines()) + 5


def test_a_template_that_names_every_prefecture_serves_its_regions_and_one_left_out_is_named(desk: Desk, tmp_path: Path) -> None:
    file, every = tmp_path / "templates.csv", [f"{name},standard,3,0,0" for name in prefectures.listed("ja")]
    remote = "P / remote / standard"
    assert nationwide(desk, file, *every) == ({"ok": 50, "check": 1}, {remote})
    assert nationwide(desk, file, *(row for row in every if "鳥取" not in row))[1] == {"P / 鳥取県 / standard", remote}
    assert nationwide(desk, file, *(row.replace("standard", "expedited") for row in every))[1] == {remote}
    few = nationwide(desk, file, *every[:10])[1]
    assert few == {f"P / {area} / standard" for area in ("honshu", "shikoku", "kyushu", "okinawa", "remote")}

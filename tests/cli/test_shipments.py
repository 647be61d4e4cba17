"""The shipments of SFP offers on the command line: what is judged, what is asked, and what is said."""

from pathlib import Path

import pytest

from tests.conftest import Desk

DAY = "2020-08-03"
HEAD = "order-id,sku,carrier-name,ship-method,tracking-number,tracking-given-at,shipped-at,confirmed-at,ship-from-country,promised-by,delivered-at"
TIMES = "2020-07-30T01:00:00Z,2020-07-30T03:00:00Z,2020-07-30T12:00:00+09:00,JP,2020-07-31,2020-07-31 18:00"
ROWS = (
    f"250-1,PRIME,ヤマト運輸,宅急便,1234-5678-9013,{TIMES}",
    f"250-2,PRIME,佐川急便,飛脚宅配便,123456789012,{TIMES}",
    f"250-3,PLAIN,佐川急便,飛脚宅配便,,{TIMES}",
    f"250-4,PRIME,日本郵便,ゆうパック,123456789014,{TIMES}",
    f"250-5,PRIME,ヤマト運輸,,123456789024,{TIMES}",
)
LISTINGS = """seller-sku\titem-name\tprice\tquantity\tfulfillment-channel\tmerchant-shipping-group\tstatus
PRIME\tt\t1000\t1\tDEFAULT\tP\tActive
PLAIN\tt\t1000\t1\tDEFAULT\tQ\tActive
"""


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """A shipment sheet as a spreadsheet saves it in Japan."""
    file = tmp_path / "shipments.csv"
    file.write_text("\n".join([HEAD, *ROWS, ""]), encoding="cp932")
    return file


@pytest.fixture
def listings(tmp_path: Path) -> Path:
    """The listings beside it."""
    file = tmp_path / "listings.txt"
    file.write_text(LISTINGS, encoding="utf-8")
    return file


def test_only_the_shipments_of_sfp_offers_are_judged(desk: Desk, sheet: Path, listings: Path) -> None:
    answer = desk("shipments", sheet, "--listings", listings, "--prime-template", "P", "--as-of", DAY, "--json")
    assert (answer.status, answer.err) == (1, "")
    assert answer.findings() == {"sfp.carrier-method": {"breach": {"250-2"}}, "sfp.tracking-id": {"check": {"250-4"}}}
    told = answer.json
    assert (told["version"], told["as_of"], told["source"]["kind"], told["source"]["encoding"]) == (1, DAY, "shipments", "cp932")
    assert told["summary"]["sfp.carrier-method"] == {"ok": 2, "breach": 1, "check": 1}
    assert told["missing"] == [{"fact": "ship_method", "records": 1, "settles": 2}]
    breach = next(one for one in told["findings"] if one["outcome"] == "breach")
    assert (breach["line"], breach["clauses"], breach["facts"]["carriers"]) == (3, ["S-10", "S-02", "S-03"], ["sagawa"])
    assert "Neko-posu" in breach["fix"]
    assert breach["change"][0] == {"subject": "250-2", "fact": "ship_method", "to": "takkyubin", "kind": "would"}
    check = next(one for one in told["findings"] if one["outcome"] == "check")
    assert (check["facts"]["digit"], check["facts"]["expected"]) == (4, 3)


def test_the_rates_of_the_week_stand_beside_the_verdicts(desk: Desk, sheet: Path) -> None:
    measures = desk("shipments", sheet, "--all-prime", "--as-of", DAY, "--json").json["measures"]
    assert [(one["measure"], one["counted"], one["met"], one["unknown"], one["holds"], one["failures_left"]) for one in measures] == [
        ("on_time_delivery", 5, 5, 0, True, 1),
        ("valid_tracking", 1, 1, 4, True, 1),
        ("cancellation", 0, 0, 5, None, None),
        ("ordinary_tracking", 1, 1, 4, True, 1),
        ("express_tracking", 1, 1, 4, True, 1),
        ("express_delivery", 5, 5, 0, True, 1),
        ("express_cancellation", 0, 0, 5, None, None),
    ]
    assert (measures[2]["least_percent"], measures[2]["most_percent"], measures[2]["below"]) == (None, 1, False)
    assert {one["sure"] for one in measures[3:]} == {"one source"}
    assert (measures[0]["from"], measures[0]["to"], measures[0]["least_percent"], measures[0]["checked"]) == (
        "2020-07-28",
        DAY,
        96,
        "2026-11-28",
    )


def test_cancelled_orders_and_the_trial_are_told_from_the_same_sheet(desk: Desk, tmp_path: Path) -> None:
    head = "注文番号,配送業者,配送方法,追跡番号,注文日時,出荷期限,出荷日時,お届け予定日,キャンセル"
    sent = "250-{0},ヤマト運輸,宅急便,123456789013,2026-11-20 10:00,2026-11-20,2026-11-20 17:00,2026-11-21,"
    gone = "250-{0},,,,2026-11-20 10:00,2026-11-20,,2026-11-21,{1}"
    lines = [head, *(sent.format(number) for number in range(11)), gone.format(98, "出品者"), gone.format(99, "購入者")]
    (file := tmp_path / "sheet.csv").write_text("\n".join(lines), encoding="utf-8")
    answer = desk("shipments", file, "--all-prime", "--as-of", "2026-11-22", "--json")
    rates = {one["measure"]: (one["counted"], one["met"], one["holds"]) for one in answer.json["measures"]}
    assert rates["cancellation"] == (13, 12, False)
    assert not {"250-98", "250-99"} & {one["subject"] for one in answer.json["findings"]}
    assert [(one["orders"], one["there"]) for one in answer.json["trial"]] == [(10, 10), (50, 13)]
    told = desk("shipments", file, "--all-prime", "--as-of", "2026-11-22", lang="ja").out
    assert "出前" not in told
    assert "出荷前キャンセル率" in told
    assert "トライアル" in told


def test_not_known_is_one_check_and_no_breach(desk: Desk, sheet: Path, listings: Path) -> None:
    for args in ([], ["--listings", listings]):
        answer = desk("shipments", sheet, *args, "--as-of", DAY, "--json")
        assert (answer.status, answer.json["findings"]) == (1, [])
        assert sum(counts.get("check", 0) for counts in answer.json["summary"].values()) == 1
        assert sum(counts.get("breach", 0) for counts in answer.json["summary"].values()) == 0
        assert answer.json["missing"] == [{"fact": "prime_template", "records": 5, "settles": 30}]
    (one,) = desk("shipments", sheet, "--all", "--json").json["findings"]
    assert (one["subject"], one["outcome"], one["missing"]) == ("shipments.csv", "check", ["prime_template"])


def test_an_is_prime_column_tells_which_are_judged(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "prime.csv"
    file.write_text(f"{HEAD},is-prime\n{ROWS[1]},no\n{ROWS[0]},yes\n", encoding="utf-8-sig")
    answer = desk("shipments", file, "--as-of", DAY, "--json", "--all")
    assert answer.status == 0
    assert {one["subject"] for one in answer.json["findings"]} == {"250-1"}
    assert {one["outcome"] for one in answer.json["findings"]} == {"ok"}


def test_the_owners_facts_tell_the_origin(desk: Desk, tmp_path: Path) -> None:
    file, facts = tmp_path / "sent.csv", tmp_path / "facts.csv"
    file.write_text("order-id,sku,carrier-name,ship-method,tracking-number\n250-1,A,ヤマト,ネコポス,123456789013\n", encoding="utf-8")
    facts.write_text("sku,ship_from\nA,CN\n", encoding="utf-8")
    assert desk("shipments", file, "--all-prime", "--facts", facts, "--json").findings() == {"sfp.shipment-origin": {"breach": {"250-1"}}}


def test_a_sku_that_lost_its_zeros_is_named(desk: Desk, tmp_path: Path, sheet: Path) -> None:
    listings = tmp_path / "zeros.txt"
    listings.write_text(LISTINGS.replace("PRIME", "0012"), encoding="utf-8")
    sheet.write_text(f"{HEAD}\n{ROWS[1].replace('PRIME', '12')}\n", encoding="utf-8")
    answer = desk("shipments", sheet, "--listings", listings, "--prime-template", "P", "--json")
    assert (answer.json["strays"], answer.json["missing"][0]["fact"]) == (
        [{"file": "shipments.csv", "skus": 1, "lost_zeros": 1}],
        "is_prime",
    )
    assert answer.json["findings"] == []


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_person_reads_what_to_do(desk: Desk, sheet: Path, lang: str) -> None:
    out = desk("shipments", sheet, "--all-prime", "--as-of", DAY, lang=lang).out
    assert {"ja": "「佐川急便 飛脚宅配便」は、マケプレプライムで使える配送方法ではありません。", "en": "none of the methods allowed"}[
        lang
    ] in out
    assert {"ja": "追跡可能率: 2020-07-28から1件中1件(不明4件)", "en": "valid tracking: 1 of 1 (4 not known)"}[lang] in out
    assert "{" not in out
    assert "None" not in out


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["--prime-template", "P"], "--prime-template needs --listings"),
        (["--all-prime", "--prime-template", "P"], "--all-prime cannot be used together with --listings"),
        (["--facts", "nowhere.csv"], "nowhere.csv: There is no such file."),
        (["--listings", "LISTINGS", "--prime-template", "X"], "There is no shipping template “X” in the file. It has: "),
        (["--listings", "SHEET"], "choose a listings report"),
    ],
)
def test_what_cannot_be_used_is_one_sentence(desk: Desk, sheet: Path, listings: Path, args: list[str], sentence: str) -> None:
    answer = desk("shipments", sheet, *({"LISTINGS": str(listings), "SHEET": str(sheet)}.get(one, one) for one in args))
    assert (answer.status, len(answer.err.splitlines()), answer.out) == (2, 1, "")
    assert sentence in answer.err


def test_a_file_that_is_no_shipment_sheet_is_refused(desk: Desk, listings: Path) -> None:
    answer = desk("shipments", listings, "--all-prime")
    assert (answer.status, "choose a shipments sheet" in answer.err) == (2, True)


def test_an_answer_goes_to_a_file_and_never_over_what_is_read(desk: Desk, sheet: Path, tmp_path: Path) -> None:
    assert desk("shipments", sheet, "--all-prime", "--json", "--out", tmp_path / "answer.json").status == 1
    assert (tmp_path / "answer.json").read_bytes().startswith(b'{"version":1')
    assert desk("shipments", sheet, "--all-prime", "--out", sheet).status == 2


def test_a_row_that_cannot_be_read_is_named(desk: Desk, sheet: Path) -> None:
    sheet.write_text(f"{HEAD}\n{ROWS[0]}\n{ROWS[0].replace('2020-07-31,', 'soon,')}\n", encoding="utf-8")
    answer = desk("shipments", sheet, "--all-prime", "--as-of", DAY, "--json")
    (refused,) = answer.json["source"]["refused"]
    assert (answer.status, refused["line"], refused["column"], refused["value"]) == (1, 3, "promised-by", "…")


RATED = "order-id,sku,carrier-name,ship-method,tracking-number,shipped-at,promised-by,delivered-at,purchase-date,order-status,cancelled-by,is-prime\n"


def sheet_of(file: Path, *, orders: int, cancelled: int = 0, ordered: str = "2026-11-25 09:00", shipped: str = "2026-11-25 15:00") -> Path:
    """A sheet of SFP orders, the first of them cancelled by the seller."""
    gone = "250-{0:07}-1000000,S1,,,,,2026-11-29,," + ordered + ",Cancelled,seller,Y\n"
    sent = "250-{0:07}-1000000,S1,ヤマト運輸,宅急便,123456000006," + shipped + ",2026-11-29,2026-11-29," + ordered + ",Shipped,,Y\n"
    file.write_text(RATED + "".join((gone if n < cancelled else sent).format(n) for n in range(orders)), encoding="utf-8")
    return file


def test_a_rate_that_is_missed_is_said_to_be_missed_and_needs_the_owner(desk: Desk, tmp_path: Path) -> None:
    file = sheet_of(tmp_path / "sheet.csv", orders=100, cancelled=2)
    told = desk("shipments", file, "--as-of", "2026-11-30", lang="en")
    assert told.status == 1
    assert "Nothing to fix" not in told.out
    assert "Rates that are missed: cancellation by the seller 2 of 100 (to keep: 1% or less)" in told.out
    assert "below." not in told.out
    assert "下回" not in desk("shipments", file, "--as-of", "2026-11-30", lang="ja").out
    desk("import", file, "--judge", "--as-of", "2026-11-30")
    (need,) = [one for one in desk("today", "--as-of", "2026-11-30", "--json").json["needs"] if one["need"] == "rates_missed"]
    assert (need["outcome"], need["count"]) == ("breach", 2), "that of SFP and that of express delivery"
    assert "2 of 100" in need["text"]
    kept = sheet_of(tmp_path / "kept.csv", orders=100, cancelled=1)
    assert [one["holds"] for one in desk("shipments", kept, "--as-of", "2026-11-30", "--json").json["measures"]][2] is True


@pytest.mark.parametrize(
    ("ordered", "shipped", "rate"),
    [
        ("2026-11-25 09:00", "2026-11-25 15:00", (10, 10)),  # its own day
        ("2026-11-25 09:00", "2026-11-26 10:00", (0, 0)),  # the next day: in time after the hour up to which orders leave on their day
        ("2026-11-25 09:00", "2026-11-27 10:00", (10, 0)),  # too late whatever that hour is
        ("2026-11-21 20:00", "2026-11-24 10:00", (0, 0)),  # Saturday, and Monday 23 November is a holiday: Tuesday may be in time
        ("2026-11-21 20:00", "2026-11-25 10:00", (10, 0)),
    ],
)
def test_the_trial_counts_what_surely_left_late(desk: Desk, tmp_path: Path, ordered: str, shipped: str, rate: tuple[int, int]) -> None:
    file = sheet_of(tmp_path / "sheet.csv", orders=10, ordered=ordered, shipped=shipped)
    answer = desk("shipments", file, "--as-of", "2026-11-30", "--json").json["trial"][0]["measures"][0]
    assert (answer["counted"], answer["met"]) == rate
    assert answer["missing"] == ([] if rate[0] else ["ship_by"])
    told = desk("shipments", file, "--as-of", "2026-11-30", lang="en").out
    assert ("ship by date" in told) == bool(answer["missing"])

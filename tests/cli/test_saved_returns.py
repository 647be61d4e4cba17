"""Returns reports that are saved: nothing of a buyer is kept, rows for the window, what each return costs, and the shop's assumptions."""

import json
import zlib
from pathlib import Path

import pytest

from sellerdesk.clock import now
from sellerdesk.domain.judged_row import JudgedReturn
from sellerdesk.paths import DEFAULT_SHOP, store_of
from sellerdesk.store import imports, judged
from sellerdesk.store.database import opened
from sellerdesk.store.facts import put_setting
from sellerdesk.store.history import doing
from sellerdesk.workflows.judged.state import State, contents
from sellerdesk.workflows.judged.why import reasons_of
from tests.conftest import Desk

DAY = "2020-08-03"
HEAD = (
    "Order ID|Order date|Return request date|Return request status|Amazon RMA ID|Label cost|Currency code|Label to be paid by|Is prime|"
    "Item Name|Buyer name|Merchant SKU|Return quantity|Return reason|In policy|Return delivery date|Order Amount|Order quantity|"
    "Refunded Amount|Category"
)
ROWS = (
    "249-1|10-Jul-2020|20-Jul-2020|Approved|D1|600|JPY|Customer|Y|バッグ|山田花子|S-1|1|CR-DEFECTIVE|Y|30-Jul-2020|1980|1|0|Toys",
    "249-2|10-Jul-2020|20-Jul-2020|Approved|D2|700|JPY|Seller|Y|靴|山田花子|S-2|1|CR-UNWANTED_ITEM|Y|30-Jul-2020|3000|1|3000|Toys",
    "249-3|10-Jun-2020|20-Jun-2020|Approved|D3|800|JPY|Seller|Y|服|山田花子|S-1|1|CR-DEFECTIVE|Y|22-Jun-2020|1000|1|1000|Apparel",
    "249-4|10-Jul-2020|20-Jul-2020|Cancelled|D4|900|JPY|Seller|Y|服|山田花子|S-3|1|CR-DEFECTIVE|Y||1000|1|0|Apparel",
)
XML = """<?xml version="1.0"?><AmazonEnvelope><Message><return_details><item_details><merchant_sku>S-1</merchant_sku>
<return_reason_code>CR-DEFECTIVE</return_reason_code><item_name>SECRET</item_name><category>Toys</category></item_details>
<order_id>249-9</order_id><order_date>2020-07-10T00:00:00Z</order_date><is_prime>Y</is_prime><buyer_name>SECRET</buyer_name>
<return_delivery_date>2020-07-30</return_delivery_date><label_details><label_cost>600</label_cost><currency_code>JPY</currency_code></label_details>
<label_to_be_paid_by>Customer</label_to_be_paid_by></return_details></Message></AmazonEnvelope>"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A returns report with a buyer's name in it."""
    file = tmp_path / "returns.txt"
    file.write_text("".join(line.replace("|", "\t") + "\r\n" for line in (HEAD, *ROWS)), encoding="cp932")
    return file


def rows(folder: Path) -> dict[str, JudgedReturn]:
    """The judged rows of the saved returns, by order."""
    with opened(store_of(DEFAULT_SHOP, folder / "data")) as db:
        return {one.order_id: one for chunk in judged.chunks(db, JudgedReturn) for one in chunk if isinstance(one, JudgedReturn)}


def test_a_report_is_kept_without_its_buyers_and_judged_into_rows(desk: Desk, report: Path, tmp_path: Path) -> None:
    answer = desk("import", report, "--judge", "--as-of", DAY, "--json")
    assert (answer.status, answer.json["import"]["kind"]) == (0, "returns")
    data = store_of(DEFAULT_SHOP, tmp_path / "data")
    with opened(data) as db:
        kept = imports.source(db, 1).decode()
    assert "S-1" in kept
    assert "山田" not in kept
    assert "バッグ" not in kept
    assert b"\xe5\xb1\xb1\xe7\x94\xb0" not in data.read_bytes()
    found = rows(tmp_path)
    assert list(found) == ["249-1", "249-2", "249-3", "249-4"]
    one = found["249-1"]
    assert (one.payer, one.charged, one.difference, one.refund_by, one.days_left) == ("seller", "customer", 600, "2020-08-03", 0)
    assert (one.why, one.verdict, one.requested_on) == ("returns.label-payer:charged_buyer", 0, "2020-07-20")
    assert any(reason.rule == "returns.label-payer" and reason.text for reason in reasons_of(one.findings, "ja"))
    assert (found["249-2"].days_left, found["249-3"].difference, found["249-4"].days_left) == (None, 0, None)
    state = next(iter(contents(data)))
    assert isinstance(state, State)
    assert state.returns is not None


def test_the_xml_form_is_kept_flat_and_judged_the_same(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "returns.xml"
    file.write_text(XML, encoding="utf-8")
    assert desk("import", file, "--judge", "--as-of", DAY).status == 0
    with opened(store_of(DEFAULT_SHOP, tmp_path / "data")) as db:
        (packed,) = db.conn.execute("select source from import").fetchone()
    assert b"SECRET" not in zlib.decompress(packed)
    (one,) = rows(tmp_path).values()
    assert (one.order_id, one.sku, one.payer, one.difference, one.refund_by) == ("249-9", "S-1", "seller", 600, "2020-08-03")


def test_taking_a_report_away_gives_its_orders_back_to_the_one_before(desk: Desk, report: Path, tmp_path: Path) -> None:
    desk("import", report, "--judge", "--as-of", DAY)
    second = tmp_path / "second.txt"
    second.write_text("\n".join(line.replace("|", "\t") for line in (HEAD, ROWS[0].replace("|600|", "|650|"))), encoding="utf-8")
    desk("import", second, "--judge", "--as-of", DAY)
    assert [(one.order_id, one.difference) for one in rows(tmp_path).values() if one.order_id == "249-1"] == [("249-1", 650)]
    assert len(rows(tmp_path)) == 4
    assert desk("imports", "remove", 2, "--json").json["restored"] == 1
    desk("judge", "--as-of", DAY)
    assert rows(tmp_path)["249-1"].difference == 600
    assert len(rows(tmp_path)) == 4


def test_an_fba_report_is_told_apart_at_import(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "fba.txt"
    header = "return-date\torder-id\tsku\tasin\tdetailed-disposition\treason\tlicense-plate-number"
    file.write_text(header + "\n" + "\t".join("1" for _ in header.split("\t")) + "\n", encoding="utf-8")
    answer = desk("import", file)
    assert (answer.status, "Amazon handles these" in answer.err) == (2, True)


def test_what_the_returns_cost_by_the_shops_assumptions(desk: Desk, report: Path) -> None:
    before = desk("returns", report, "--as-of", DAY, "--json").json["costs"]
    assert [(one["subject"], one["cost"], one["at_least"]) for one in before["returns"]] == [
        ("249-1", 600, True), ("249-2", None, True), ("249-3", 800, True),
    ]  # fmt: skip
    assert before["total"] == {"count": 3, "yen": 1400, "at_least": 3}
    assert desk("account", "set", "handling_cost=200", "value_loss_percent=10%").status == 0
    after = desk("returns", report, "--as-of", DAY, "--json").json["costs"]
    assert [one["cost"] for one in after["returns"]] == [998, 500, 1100]
    assert {one["key"]: (one["yen"], one["count"]) for one in after["by"]["reason"]} == {"10": (2098, 2), "12": (500, 1)}
    assert {one["key"]: one["yen"] for one in after["by"]["sku"]} == {"S-1": 2098, "S-2": 500}
    assert {one["key"]: one["yen"] for one in after["by"]["category"]} == {"Toys": 1498, "Apparel": 1100}
    assert [(one["key"], one["yen"]) for one in after["by"]["month"]] == [("2020-06", 1100), ("2020-07", 1498)]
    assert "handling_cost" in before["returns"][0]["missing"]
    assert "handling_cost" not in after["returns"][0]["missing"]
    desk("undo")
    assert desk("returns", report, "--as-of", DAY, "--json").json["costs"]["total"]["yen"] == 1400


def test_a_refunded_return_leaves_the_board_and_stays_away(desk: Desk, report: Path) -> None:
    def board() -> list[tuple[str, int, bool]]:
        return [
            (one["order_id"], one["days_left"], one["later"]) for one in desk("returns", report, "--as-of", DAY, "--json").json["deadlines"]
        ]

    assert board() == [("249-1", 0, False)]
    desk("import", report, "--judge", "--as-of", DAY)
    assert desk("decide", "returns.refund-deadline", "249-1", "later").status == 0
    assert board() == [("249-1", 0, True)]
    assert desk("decide", "returns.refund-deadline", "249-1", "refunded").status == 0
    assert board() == []
    assert desk("decide", "returns.label-payer", "249-1", "claimed").status == 0
    told = desk("returns", report, "--as-of", DAY, "--json").json["findings"]
    assert [one["decision"]["decision"] for one in told if one["subject"] == "249-1" and "decision" in one] == ["claimed", "refunded"]
    desk("undo")
    desk("undo")
    assert board() == [("249-1", 0, True)]


@pytest.mark.parametrize("args", [("returns.label-payer", "249-1", "refunded"), ("points.two-percent", "249-1", "claimed")])
def test_a_decision_of_another_rule_is_one_sentence(desk: Desk, report: Path, args: tuple[str, ...]) -> None:
    desk("import", report)
    answer = desk("decide", *args)
    assert (answer.status, "There is no decision" in answer.err) == (2, True)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_costs_are_told_to_a_person(desk: Desk, report: Path, lang: str) -> None:
    out = desk("returns", report, "--as-of", DAY, lang=lang).out
    for word in {
        "ja": ("返品にかかる費用", "少なくとも", "月ごとの費用"),
        "en": ("cost of the returns", "at least ¥1,400", "by month of the request"),
    }[lang]:
        assert word in out


def test_assumptions_hold_for_a_quote(desk: Desk) -> None:
    asked = ("quote", "--reason", "3", "--price", "1000", "--referral-percent", "15", "--fare", "600", "--json")
    desk("account", "set", "tax_on_fees=no", "handling_cost=100", "value_loss_percent=12.5")
    (one,) = desk(*asked).json["quotes"]
    told = {line["kind"]: line["yen"] for line in one["lines"]}
    assert (told["handling"], told["value_loss"], one["referral_fee_returned"]) == (100, 125, 150)


@pytest.mark.parametrize(
    "told",
    ["handling_cost=-1", "handling_cost=100001", "value_loss_percent=101", "tax_on_fees=perhaps", "claim_days=0", "claim_days=x",
     "claim_days=367", "claim_days=9999999", "claim_days=99999999999"],
)  # fmt: skip
def test_an_assumption_that_is_none_is_one_sentence(desk: Desk, told: str) -> None:
    answer = desk("account", "set", told)
    assert (answer.status, len(answer.err.splitlines())) == (2, 1)
    assert "bug" not in answer.err


@pytest.mark.parametrize(("lang", "range_"), [("ja", "1から366まで"), ("en", "from 1 to 366")])
def test_what_days_can_be_told_is_said(desk: Desk, lang: str, range_: str) -> None:
    assert range_ in desk("account", "set", "claim_days=1000000", lang=lang).err
    assert desk("account", "set", "claim_days=366", lang=lang).status == 0


def test_days_beyond_all_reason_that_an_older_program_kept_break_nothing(desk: Desk, report: Path, tmp_path: Path) -> None:
    desk("import", report, "--judge", "--as-of", DAY)
    with doing(store_of(DEFAULT_SHOP, tmp_path / "data"), "account", now()) as db:
        put_setting(db, "account.claim_days", 9_999_999, now())
    assert "claim_days" not in desk("account", "--json").json["account"]


def test_a_fare_that_no_parcel_costs_is_not_kept(desk: Desk) -> None:
    answer = desk("account", "fare", "add", "yupack", "900000", "--from", "2025-01-01")
    assert (answer.status, "900000" in answer.err) == (2, True)


def test_a_contract_fare_is_kept_used_undone_and_removed(desk: Desk) -> None:
    asked = ("quote", "--reason", "3", "--method", "ゆうパック", "--size", "60", "--from-prefecture", "東京", "--to-prefecture", "大阪",
             "--arrived-on", "2025-12-01", "--json")  # fmt: skip
    listed = desk(*asked).json["quotes"][0]["fare"]
    kept = desk("account", "fare", "add", "yupack", "５００円", "--from", "２０２５-01-01", "--size", "60", "--from-region", "東京都")
    assert kept.status == 0
    assert [name in desk("account", "fare", lang=lang).out for name, lang in (("東京都", "ja"), ("Tokyo", "en"))] == [True, True]
    (one,) = desk(*asked).json["quotes"]
    assert (one["fare"], "2025-01-01" in one["fare_tariff"]) == (500, True)
    assert [fare["yen"] for fare in desk("account", "fare", "--json").json["fares"]] == [500]
    desk("undo")
    assert desk(*asked).json["quotes"][0]["fare"] == listed
    desk("redo")
    assert desk("account", "fare", "remove", "1").status == 0
    assert desk("account", "fare", "--json").json["fares"] == []
    assert desk("account", "fare", "remove", "1").status == 2


@pytest.mark.parametrize(
    "args",
    [("sagawa", "500", "--from", "2025-01-01"), ("yupack", "0", "--from", "2025-01-01"), ("yupack", "x", "--from", "2025-01-01"),
     ("yupack", "500", "--from", "2025-01-01", "--size", "61"), ("yupack", "500", "--from", "2025-01-01", "--to", "2024-01-01"),
     ("yupack", "500", "--from", "2025-01-01", "--to-region", "nowhere"), ("yupack", "500", "--from", "soon")],
)  # fmt: skip
def test_a_fare_that_no_parcel_could_have_is_one_sentence(desk: Desk, args: tuple[str, ...]) -> None:
    answer = desk("account", "fare", "add", *args)
    assert (answer.status, len(answer.err.splitlines())) == (2, 1)
    assert "bug" not in answer.err


# Suppositions, the yen of the year's returns then: 600 and 800 are the labels that the shop pays, each return costs 100 beside it.
WHAT_IFS = [
    ("category=Toys fare=500", 1600), ("sku=S-1 fare=500", 1300), ("reason:10=0.5", 900), ("reason:12=0", 1600), ("reason:10=2", 3300),
    ("sku=S-1 method=letter_pack_plus", 1340), ("category=Apparel fare=100, reason:12=0", 900), ("category=None fare=1", 1700),
]  # fmt: skip


@pytest.mark.parametrize(("text", "yen"), WHAT_IFS)
def test_what_the_year_would_have_cost(desk: Desk, report: Path, text: str, yen: int) -> None:
    desk("account", "set", "handling_cost=100", "value_loss_percent=0")
    told = desk("returns", report, "--as-of", DAY, "--what-if", text, "--json").json["what_if"]
    assert (told["count"], told["before"]["yen"], told["after"]["yen"], told["difference"]) == (3, 1700, yen, yen - 1700)
    assert told["since"] == "2020-06-20"


@pytest.mark.parametrize(
    ("lang", "none", "first"), [("ja", "当てはまる返品はありません", "1番目"), ("en", "No return matches", "supposition 1")]
)
def test_a_supposition_that_no_return_matches_says_so_and_no_difference(desk: Desk, report: Path, lang: str, none: str, first: str) -> None:
    def asked(text: str) -> str:
        return desk("returns", report, "--as-of", DAY, "--what-if", text, lang=lang).out.rpartition("what if")[2]

    assert none in asked("sku=NOPE fare=800")
    assert "+0" not in asked("sku=NOPE fare=800")
    both = asked("sku=NOPE fare=800, reason:12=0.5")
    assert first in both
    assert {"ja": "差: ", "en": "difference: "}[lang] in both
    assert none not in asked("sku=S-1 fare=500")


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_method_without_a_fare_is_said(desk: Desk, report: Path, lang: str) -> None:
    answer = desk("returns", report, "--as-of", DAY, "--what-if", "sku=S-1 method=yupack", lang=lang)
    assert {"ja": "変えたとき: 少なくとも", "en": "as it would be: at least"}[lang] in answer.out
    assert desk("returns", report, "--what-if", "sku=S-1 method=yupack", "--as-of", DAY, "--json").json["what_if"]["lacking"]


def test_a_fare_supposed_of_a_table_that_has_ended_is_said_to_be_assumed(desk: Desk, tmp_path: Path, report: Path) -> None:
    late = tmp_path / "late.txt"
    late.write_bytes(report.read_bytes().replace(b"-2020", b"-2026").replace(b"-Jul-", b"-Oct-").replace(b"-Aug-", b"-Oct-"))
    text = "sku=S-1 method=yupack size=60 from=東京 to=大阪"
    asked = ("returns", late, "--as-of", "2026-11-03", "--what-if", text)
    told = desk(*asked, "--json").json["what_if"]
    assert told["assumed"] > 0
    assert "fare" in told["lacking"]
    assert "is assumed" in desk(*asked).out
    assert "仮定" in desk(*asked, lang="ja").out


def test_a_fare_supposed_not_to_be_known_is_what_is_lacking(desk: Desk, report: Path) -> None:
    told = desk("returns", report, "--as-of", DAY, "--what-if", "fare=unknown", "--json").json["what_if"]
    assert "fare" in told["lacking"]
    assert "method" not in told["lacking"]


def test_today_names_what_verdicts_on_returns_wait_for_and_how_many_facts_more(desk: Desk, report: Path) -> None:
    desk("import", report, "--judge", "--as-of", DAY)
    missing = desk("returns", report, "--as-of", DAY, "--json").json["missing"]
    assert len(missing) > 1
    (need,) = (one for one in desk("today", "--as-of", DAY, "--json").json["needs"] if one["need"] == "missing_returns")
    assert need["fact"] in {one["fact"] for one in missing}
    assert {need["fact"], *(one["fact"] for one in need["more"])} == {one["fact"] for one in missing}
    (line,) = (line for line in desk("today", "--as-of", DAY, lang="en").out.splitlines() if "Returns with a verdict that waits" in line)
    assert f"Further facts that verdicts wait for: {len(need['more'])}" in line


def labels(folder: Path, cost: str, reason: str = "CR-DEFECTIVE", refunded: str = "") -> Path:
    """A report of two returns of Electronics whose prepaid labels cost so much, as it stands in the cell."""
    last = ("Order quantity", "Refunded Amount", "Category")
    names = ("Order ID", "Order date", "Return request date", "Return request status", "Label type", "Label cost", "Label to be paid by")
    titles = (*names, "Is prime", "Merchant SKU", "Return quantity", "Return Reason", "Return delivery date", "Order Amount", *last)
    head = ("01-Sep-2026", "05-Sep-2026", "Approved", "AmazonPrePaidLabel")
    tail = ("1", reason, "10-Sep-2026", "3000", "1", refunded, "Electronics")
    rows = [(f"250-000000{place}-0000009", *head, cost, "Seller", "Y", f"SKU{place}", *tail) for place in (5, 6)]
    file = folder / f"labels_{cost or 'blank'}.txt"
    file.write_text("".join("\t".join(row) + "\n" for row in (titles, *rows)), encoding="utf-8")
    return file


@pytest.mark.parametrize(("status", "shown"), [("OnHold", "OnHold"), ("調査中", "調査中"), ("Weird", "…")])
def test_a_status_that_nobody_knows_is_quoted_where_it_is_no_name_and_its_line_is_named(
    desk: Desk, tmp_path: Path, status: str, shown: str
) -> None:
    file = labels(tmp_path, "600")
    text = file.read_text(encoding="utf-8").replace("Approved", status, 1)
    file.write_text(text, encoding="utf-8")
    out = desk("returns", file, "--all-prime", "--as-of", "2026-11-29", lang="en").out
    assert f"return request status “{shown}” (line 2 of the report)" in out


@pytest.mark.parametrize(("cost", "refunded", "said"), [("5000", "0", "at least ¥4,000"), ("600", "3000", "(¥1,200)")])
def test_of_labels_above_their_orders_today_counts_what_is_out_for_certain(
    desk: Desk, tmp_path: Path, cost: str, refunded: str, said: str
) -> None:
    desk("import", labels(tmp_path, cost, "CR-UNWANTED_ITEM", refunded), "--judge", "--as-of", "2026-11-29")
    desk("account", "prime-returns", "yes")
    (line,) = (
        line for line in desk("today", "--as-of", "2026-11-29", lang="en").out.splitlines() if "charged to the shop wrongly: 2" in line
    )
    assert said in line


def test_a_difference_from_a_fare_that_is_not_known_is_not_given(desk: Desk, tmp_path: Path) -> None:
    asked = ("--as-of", "2026-11-29", "--what-if", "category=Electronics fare=800")
    told = desk("returns", labels(tmp_path, ""), *asked, "--json").json["what_if"]
    assert (told["difference"], told["fare_not_known"]) == (None, 2)
    assert "fare" in told["lacking"]
    said = desk("returns", labels(tmp_path, ""), *asked, lang="en").out
    assert "difference: not known" in said
    assert "+1,600" not in said
    assert desk("returns", labels(tmp_path, "600"), *asked, "--json").json["what_if"]["difference"] == 400


def test_a_fare_supposed_of_labels_that_cost_nobody_anything_is_said_not_to_be_put_in(desk: Desk, tmp_path: Path) -> None:
    asked = ("--as-of", "2026-11-29", "--what-if", "category=Electronics fare=800")
    told = desk("returns", labels(tmp_path, "0"), *asked, "--json").json["what_if"]
    assert (told["difference"], told["kept"]) == (0, 2)
    assert "label costs nobody anything: 2" in desk("returns", labels(tmp_path, "0"), *asked, lang="en").out
    assert desk("returns", labels(tmp_path, "600"), *asked, "--json").json["what_if"]["kept"] == 0


@pytest.mark.parametrize("text", ["fare", "colour=red", "sku=S-1", "reason:12=x", "reason:1=1 reason:2=1", "sku=S-1 fare=x"])
def test_what_cannot_be_supposed_is_one_sentence(desk: Desk, report: Path, text: str) -> None:
    answer = desk("returns", report, "--what-if", text)
    assert (answer.status, len(answer.err.splitlines())) == (2, 1)
    assert "bug" not in answer.err


def test_a_refused_row_stays_refused_when_the_saved_report_is_judged(desk: Desk, report: Path, tmp_path: Path) -> None:
    text = report.read_text("cp932")
    report.write_text(
        text.replace("249-2\t10-Jul-2020", "249-2\t2020-99-99").replace("服\t山田花子\tS-3", "服\t山田\t花子\tS-3"), encoding="cp932"
    )
    answer = desk("import", report, "--judge", "--as-of", DAY, "--json")
    assert {one["line"] for one in answer.json["refused"]} == {3, 5}
    assert list(rows(tmp_path)) == ["249-1", "249-3"]


def test_today_names_the_labels_that_were_charged_wrongly(desk: Desk, report: Path) -> None:
    desk("import", report, "--judge", "--as-of", DAY, "--json")
    answer = desk("today", "--as-of", DAY, "--json")
    told = {one["need"]: (one["count"], one["yen"]) for one in answer.json["needs"]}
    assert told["charged_buyer"] == (1, 600)


def test_what_an_older_program_kept_is_told_in_few_words(desk: Desk, report: Path, tmp_path: Path) -> None:
    desk("import", report, "--judge", "--as-of", DAY, "--json")
    kept = rows(tmp_path)["249-2"].findings
    older = json.dumps([{**one, "facts": {}} for one in json.loads(kept)])
    told = [(one.rule, one.outcome, bool(one.title)) for one in reasons_of(older, "ja")]
    assert told == [(one.rule, one.outcome, True) for one in reasons_of(kept, "ja")]
    assert any(one.text != one.title for one in reasons_of(kept, "ja"))


def test_a_reason_is_named_and_its_month_is_that_of_the_request_also_where_the_item_may_be_no_sfp_one(desk: Desk, tmp_path: Path) -> None:
    report = tmp_path / "returns.txt"
    heads = "Order ID\tMerchant SKU\tReturn Reason\tReturn request date\tReturn delivery date\tIs prime\tOrder Amount\n"
    rows = ("249-1\tA\tCR-DEFECTIVE\t2020-06-30\t2020-07-02\tY\t1000\n", "249-2\tB\tCR-DEFECTIVE\t2020-06-30\t2020-07-02\tN\t1000\n")
    report.write_text(heads + "".join(rows), encoding="utf-8")
    desk("import", report)
    desk("account", "set", "handling_cost=100", "value_loss_percent=0")
    costs = desk("returns", "--as-of", DAY, "--json").json["costs"]
    assert [(one["key"], one["count"]) for one in costs["by"]["reason"]] == [("10", 2)]
    assert [one["key"] for one in costs["by"]["month"]] == ["2020-06"]

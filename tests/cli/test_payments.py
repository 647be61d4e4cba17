"""`payments` and `export payments` as a person types them, over files and over the saved shop."""

import csv
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar
from python_calamine import CalamineWorkbook

from sellerdesk.workflows.payments.found import BACK, cells_of
from sellerdesk.workflows.payments.kept import ROWS
from sellerdesk.workflows.payments.saved import saved
from sellerdesk.writers import words
from tests.conftest import Desk
from tests.payments_maker import SECRETS, Amount, Row, settlement, transactions
from tests.payments_shop import MONTHS, Maker

DAY = "2026-09-25"
FEE = Row("2026-07-06 00:00:00", "注文外料金", {"other": -4_900}, text="月額登録料", quantity="")


def months(folder: Path, number: int = 3) -> list[Path]:
    """Three months of a made shop, and its returns report beside them."""
    shop = Maker(number).make()
    files = [folder / f"{name}.csv" for name in MONTHS]
    for file, name in zip(files, MONTHS, strict=True):
        file.write_bytes(transactions(shop.month(name)))
    (folder / "returns.txt").write_bytes(shop.returns())
    (folder / "facts.csv").write_bytes(shop.facts())
    return files


def test_what_a_report_holds_is_told_as_the_contract_says(desk: Desk, tmp_path: Path) -> None:
    shop = Maker(3).make()
    answer = desk("payments", *months(tmp_path), "--returns", tmp_path / "returns.txt", "--as-of", DAY, "--json")
    told = answer.json
    assert answer.status == 1
    assert told["placed"] + told["not_placed"] == told["total"] == sum(one.total for one in shop.rows)
    assert sum(one["yen"] for one in told["kinds"]) == told["total"]
    assert told["rows"] == len(shop.rows)
    assert {one["kind"] for one in told["kinds"]} >= {"sale", "transfer", "not_placed", "return_label"}
    wanted = {(rule, subject) for rule, subject in shop.key if rule not in ("payments.referral-rate", "payments.points")}
    assert {(one["rule"], one["subject"]) for one in told["findings"]} == wanted


@pytest.mark.parametrize("by", ["month", "sku", "order"])
def test_sums_by_group_come_to_the_same_total(desk: Desk, tmp_path: Path, by: str) -> None:
    told = desk("payments", *months(tmp_path), "--by", by, "--as-of", DAY, "--json").json
    assert sum(one["total"] for one in told["groups"]) == told["total"]
    assert sum(one["rows"] for one in told["groups"]) == told["rows"]


@pytest.mark.parametrize(("limit", "shown"), [(None, 10), (3, 3), (0, 12)])
def test_a_limit_holds_for_orders_and_skus_too_and_none_shows_all(desk: Desk, tmp_path: Path, limit: int | None, shown: int) -> None:
    orders = [f"250-1234567-12345{place:02}" for place in range(12)]
    rows = [Row("2026-07-01 12:00:00", "注文", {"product_sales": 1_000}, order, f"S{order[-2:]}") for order in orders]
    (file := tmp_path / "m.csv").write_bytes(transactions(rows))
    for by, names in (("order", orders), ("sku", [f"S{order[-2:]}" for order in orders])):
        out = desk("payments", file, "--by", by, *(() if limit is None else ("--limit", limit))).out
        assert sum(f"{name}:" in out for name in names) == shown
        assert (f"and {12 - shown} more" in out) == (shown < 12)


@pytest.mark.parametrize("lang", words.LANGUAGES)
def test_it_is_told_to_a_person_in_both_languages(desk: Desk, tmp_path: Path, lang: str) -> None:
    for by in ("kind", "month"):
        answer = desk("payments", *months(tmp_path), "--by", by, "--as-of", DAY, lang=lang)
        assert ("未分類" if lang == "ja" else "not placed") in answer.out
        assert "{" not in answer.out
        assert not [word for word in SECRETS if word in answer.out + answer.err]


def test_nothing_to_mend_ends_with_0(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "july.csv"
    file.write_bytes(transactions([FEE]))
    assert desk("payments", file).status == 0


def test_a_cut_file_is_said_and_ends_with_1(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "july.csv"
    file.write_bytes(transactions([FEE, FEE])[:-9])
    answer = desk("payments", file, lang="en")
    assert (answer.status, "ends inside a row" in answer.out) == (1, True)


def test_a_sku_that_looks_like_a_telephone_number_is_said_to_be_hidden(desk: Desk, tmp_path: Path) -> None:
    row = Row("2026-07-03 12:34:56", "注文", {"product_sales": 1_800}, "250-1234567-1234567", "090-1111-2222", "本")
    (file := tmp_path / "months.csv").write_bytes(transactions([row]))
    answer = desk("payments", file, "--json")
    assert (answer.json["files"][0]["hidden"], answer.json["total"]) == (1, 1_800)
    told = desk("payments", file, lang="en").out
    assert "In 1 row the SKU looks like a telephone number" in told
    assert "090-1111" not in answer.out + told


def test_another_report_and_no_report_are_one_sentence(desk: Desk, tmp_path: Path) -> None:
    months(tmp_path)
    for args in ((tmp_path / "returns.txt",), ()):
        answer = desk("payments", *args)
        assert (answer.status, len(answer.err.splitlines())) == (2, 1)


def test_saved_months_stand_beside_each_other_and_each_row_counts_once(desk: Desk, tmp_path: Path) -> None:
    shop, files = Maker(3).make(), months(tmp_path)
    desk("import", tmp_path / "returns.txt")
    desk("facts", "import", tmp_path / "facts.csv")
    for file in (*files, files[0]):
        assert desk("import", file).status == 0
    grown = tmp_path / "grown.csv"
    grown.write_bytes(transactions([*shop.month(MONTHS[2]), FEE], "en", 28))
    desk("import", grown)
    told = desk("payments", "--as-of", DAY, "--json").json
    assert told["total"] == sum(one.total for one in shop.rows) + FEE.total
    assert [one["doubled"] for one in told["files"]] == [0, 0, 0, len(shop.month(MONTHS[2]))]
    assert {one["rule"] for one in told["findings"]} >= {"payments.return-without-refund", "payments.label", "payments.referral-rate"}
    numbers = [one["number"] for one in desk("imports", "--json").json["imports"] if one["kind"] == "payments"]
    desk("imports", "remove", str(numbers[2]))
    assert desk("payments", "--as-of", DAY, "--json").json["total"] == told["total"]
    desk("imports", "remove", str(numbers[3]))
    left = desk("payments", "--as-of", DAY, "--json").json
    assert left["total"] == sum(one.total for name in MONTHS[:2] for one in shop.month(name))


def unrefunded(desk: Desk) -> dict[str, dict[str, object]]:
    """What is found of returns without a refund, by order."""
    found = desk("payments", "--as-of", DAY, "--json", lang="en").json["findings"]
    return {one["subject"]: one for one in found if one["rule"] == "payments.return-without-refund" and one["outcome"] != "ok"}


def test_a_refund_recorded_as_made_is_not_asked_for_again(desk: Desk, tmp_path: Path) -> None:
    files = months(tmp_path)
    for file in (tmp_path / "returns.txt", *files):
        desk("import", file)
    order, before = next((order, one) for order, one in unrefunded(desk).items() if one["outcome"] == "breach")
    assert "refund it at once" in str(before["fix"])
    breaches = desk("payments", "--as-of", DAY, "--json").json["summary"]["payments.return-without-refund"]["breach"]
    desk("decide", "returns.refund-deadline", order, "refunded")
    after = unrefunded(desk)[order]
    assert after["outcome"] == "check"
    assert "recorded as made" in str(after["text"])
    assert "Do not refund again: open the payment report of the next month" in str(after["fix"])
    assert desk("payments", "--as-of", DAY, "--json").json["summary"]["payments.return-without-refund"]["breach"] == breaches - 1
    assert "返金済みと記録されています。" in desk("payments", "--as-of", DAY, lang="ja").out


def test_a_backup_and_a_move_carry_the_payments(desk: Desk, tmp_path: Path) -> None:
    for file in months(tmp_path):
        desk("import", file)
    before = desk("payments", "--as-of", DAY, "--json").json
    desk("move-out", tmp_path / "shop.sellerdesk")
    answer = desk("--shop", "other", "move-in", tmp_path / "shop.sellerdesk")
    assert answer.status == 0, answer.err
    assert desk("--shop", "other", "payments", "--as-of", DAY, "--json").json == before


@pytest.mark.parametrize("by", ["month", "sku", "order", "kind", "row"])
def test_tables_go_out_with_every_yen(desk: Desk, tmp_path: Path, by: str) -> None:
    shop, out = Maker(3).make(), tmp_path / "out.csv"
    assert desk("export", "payments", *months(tmp_path), "--by", by, "--out", out).status == 0
    with out.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    (title,) = [title for title in lines[0] if title.lstrip("'") == "yen"]
    assert sum(int(line[title].lstrip("'")) for line in lines) == sum(one.total for one in shop.rows)
    assert not [word for word in SECRETS if word in out.read_text(encoding="utf-8-sig")]
    assert desk("export", "payments", *months(tmp_path), "--by", by, "--out", tmp_path / "out.xlsx").status == 0


def test_a_text_that_was_not_placed_is_taught_once_and_undone(desk: Desk, tmp_path: Path) -> None:
    odd = FEE._replace(text="ReturnFee 2027", kind="新しい取引", yen={"other": -612})
    (tmp_path / "july.csv").write_bytes(transactions([FEE, odd]))
    desk("import", tmp_path / "july.csv")

    def unplaced() -> int:
        told = desk("payments", "--json").json
        assert told["placed"] + told["not_placed"] == told["total"] == -5_512
        return int(told["not_placed"])

    assert unplaced() == -612
    assert desk("account", "payment-word", "returnfee 2027=return_label", "--json").json["payment_words"] == {
        "returnfee 2027": "return_label"
    }
    assert unplaced() == 0
    assert desk("account", "payment-word", "新しい取引=nonsense").status == 2
    desk("undo")
    assert unplaced() == -612
    desk("account", "payment-word", "新しい取引=return_label")
    assert unplaced() == 0
    desk("account", "payment-word", "新しい取引=")
    assert unplaced() == -612


def test_a_pack_with_a_kind_that_is_none_is_refused_at_its_line(desk: Desk, tmp_path: Path) -> None:
    (pack := tmp_path / "words.toml").write_text('pack = 1\n[[payment]]\nword = "x"\nkind = "nonsense"\n', encoding="utf-8")
    answer = desk("figures", "import", pack, lang="en")
    assert (answer.status, "4" in answer.err, "nonsense" in answer.err) == (2, True, True)


def test_a_shop_with_payments_alone_is_not_asked_for_its_first_report(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "july.csv").write_bytes(transactions([FEE]))
    desk("import", tmp_path / "july.csv", "--judge", "--as-of", DAY)
    told = desk("today", "--as-of", DAY, lang="en").out
    assert "no report yet" not in told


def test_the_claim_pack_of_payments_holds_what_may_come_back_with_its_rows(desk: Desk, tmp_path: Path) -> None:
    files, out = months(tmp_path), tmp_path / "claims.xlsx"
    given = (*files, "--returns", tmp_path / "returns.txt", "--as-of", DAY)
    found = desk("payments", *given, "--json", lang="en").json["findings"]
    no_claim = ("claim ended", "is not among them", "among the wrong charges already.")
    back = [one for one in found if one["rule"] in BACK and not any(words in one["text"] for words in no_claim)]
    assert desk("export", "payment-claims", *given, "--without", back[0]["subject"], "--out", out).status == 0
    claims, first, proof, _notes = (CalamineWorkbook.from_path(out).get_sheet_by_index(place).to_python() for place in range(4))
    wanted = {one["subject"] for one in back} - {back[0]["subject"]}
    assert {row[0] for row in claims[1:-1]} == wanted
    assert claims[-1][3] == sum(int(str(row[3]).removesuffix(".0")) for row in claims[1:-1])
    assert {row[0] for row in proof[1:]} <= wanted | {row[0] for row in first[1:-1]}
    assert proof[1:]


def test_the_rows_behind_a_figure_come_to_it(desk: Desk, tmp_path: Path) -> None:
    for file in months(tmp_path):
        desk("import", file, "--judge", "--as-of", DAY)
    by_month = {
        one["key"]: {kind["kind"]: kind["yen"] for kind in one["kinds"]}
        for one in desk("payments", "--by", "month", "--json").json["groups"]
    }
    for row, kinds in ROWS.items():
        for month, yen in by_month.items():
            told = desk("export", "payment-rows", row, month, "--limit", 2, "--json").json
            assert told["yen"] == sum(yen.get(kind, 0) for kind in kinds)
            assert len(told["rows"]) == min(2, told["count"])


def texts(desk: Desk, file: Path, rule: str) -> dict[str, str]:
    """What is said of each SKU by a rule, in English."""
    return {one["subject"]: one["text"] for one in desk("payments", file, "--json", lang="en").json["findings"] if one["rule"] == rule}


def test_a_fee_is_held_against_the_table_with_the_tax_that_the_shop_pays(desk: Desk, tmp_path: Path) -> None:
    sales = [("2026-04-01", -100, "A"), ("2026-04-01", -329, "B"), ("2021-05-31", -300, "C")]
    rows = [
        Row(
            f"{day} 12:00:00", "注文", {"product_sales": 1_000, "points": -10, "selling_fees": fee}, f"250-1234567-123456{number}", sku, "1"
        )
        for number, (day, fee, sku) in enumerate(sales)
    ]
    (file := tmp_path / "m.csv").write_bytes(transactions(rows))
    for sku in "ABC":
        assert desk("facts", "set", sku, "category=おもちゃ").status == 0
    told = texts(desk, file, "payments.referral-rate")
    assert "both with 10% consumption tax on the fee; sales: 1, ¥13 less" in told["A"]
    assert "sales: 1, ¥216 more" in told["B"]
    assert "no table is known for the days" in told["C"]
    desk("account", "set", "tax_on_fees=no")
    assert "¥226 more" in texts(desk, file, "payments.referral-rate")["B"]


@pytest.mark.parametrize("word", ["Home", "Zubehör"])
def test_a_category_that_the_table_of_fees_lacks_is_named(desk: Desk, tmp_path: Path, word: str) -> None:
    row = Row("2026-04-01 12:00:00", "注文", {"product_sales": 1_000, "selling_fees": -109}, "250-1234567-1234567", "A")
    (file := tmp_path / "m.csv").write_bytes(transactions([row]))
    (tmp_path / "facts.csv").write_text(f"sku,category\nA,{word}\n", encoding="utf-8")
    assert desk("facts", "import", tmp_path / "facts.csv").status == 0
    assert f"“{word}” is no row of the table of referral fees" in texts(desk, file, "payments.referral-rate")["A"]
    assert "category: not known" not in desk("payments", file).out


def test_a_sku_in_capitals_and_in_small_letters_is_one(desk: Desk, tmp_path: Path) -> None:
    rows = [
        Row(f"2026-{day} 12:00:00", "注文", {"product_sales": 1_000, "selling_fees": -109}, f"250-1234567-123456{place}", sku)
        for place, (day, sku) in enumerate((("04-01", "Sk-1"), ("05-02", "SK-1"), ("05-03", "sk-1"), ("05-04", "SK-2")))
    ]
    (file := tmp_path / "m.csv").write_bytes(transactions(rows))
    told = desk("payments", file, "--by", "sku", "--json").json["groups"]
    assert {one["key"]: one["total"] for one in told} == {"Sk-1": 3 * 891, "SK-2": 891}
    desk("export", "payments", file, "--by", "sku", "--out", tmp_path / "out.csv")
    assert "SK-1" not in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    desk("import", file)
    report = saved(tmp_path / "data" / "shops" / "main.db", date(2026, 8, 1))
    found = [one for one in report.audit.findings if one.rule == "payments.referral-rate"]
    assert dict(zip((one.subject for one in found), cells_of(found, report.payments, ROWS), strict=True))["Sk-1"][1] == [
        "2026-04",
        "2026-05",
    ]


@pytest.mark.parametrize(
    ("yen", "said"),
    [
        ({"product_sales": -1_000, "selling_fees": 99}, "Of the fee ¥10 was kept at the refund, within the ¥11 that may be."),
        ({"product_sales": -1_000, "selling_fees": 97}, "where ¥11 may be: the difference of ¥1 is no more than rounding."),
        (
            {"product_sales": -1_000, "selling_fees": 200},
            "¥200 of fees came back at the refund, more than the fee of what was refunded (¥109)",
        ),
        (
            {"product_sales": -1_000, "selling_fees": 50},
            "Of the fee ¥59 did not come back at the refund, where ¥11 may be kept (¥48 more).",
        ),
    ],
)
def test_what_was_kept_of_a_fee_is_said_without_nonsense(desk: Desk, tmp_path: Path, yen: dict[str, int], said: str) -> None:
    sold = Row("2026-07-01 12:00:00", "注文", {"product_sales": 1_000, "selling_fees": -109}, "250-1234567-1234567", "A")
    desk("facts", "set", "A", "category=Camera")
    back = sold._replace(at="2026-07-09 12:00:00", kind="返金", yen=yen)
    (file := tmp_path / "m.csv").write_bytes(transactions([sold, back]))
    told = [one["text"] for one in desk("payments", file, "--all", "--json").json["findings"] if one["rule"] == "payments.refund-fee"]
    assert said in told[0]


def test_shipping_refunded_alone_names_no_carrier_that_nobody_knows(desk: Desk, tmp_path: Path) -> None:
    sold = Row("2026-07-01 12:00:00", "注文", {"product_sales": 1_000, "shipping": 500}, "250-1234567-1234567", "A")
    back = sold._replace(at="2026-07-09 12:00:00", kind="返金", yen={"shipping": -500})
    (file := tmp_path / "m.csv").write_bytes(transactions([sold, back]))
    for lang in ("en", "ja"):
        (late,) = [one for one in desk("payments", file, "--json", lang=lang).json["findings"] if one["rule"] == "payments.lateness"]
        assert "?" not in late["text"] + late["compared"]


def test_points_of_a_sale_without_a_quantity_are_not_said_to_be_beyond_the_listing(desk: Desk, tmp_path: Path) -> None:
    head = "seller-sku\titem-name\tprice\tPoints\titem-condition\tfulfillment-channel\tmerchant-shipping-group\tstatus\tquantity\tasin1\n"
    (listings := tmp_path / "l.txt").write_text(head + "A\tt\t1000\t20\t11\tDEFAULT\tx\tActive\t3\tB0A\n", "utf-8")
    assert desk("import", listings).status == 0
    row = Row("2026-04-01 12:00:00", "注文", {"product_sales": 2_000, "points": -50}, "250-1234567-1234560", "A", "本", quantity="")
    (file := tmp_path / "m.csv").write_bytes(transactions([row]))
    assert "sales without a quantity (1)" in texts(desk, file, "payments.points")["A"]


@pytest.mark.parametrize(
    ("charged", "said"),
    [
        ((1_400, 77, 2), ""),
        ((12_000, 1_637, 2), ""),
        ((9_000, 1_228, 3), ""),
        ((800, 66, 2), ""),
        ((1_400, 191, 2), "¥114 more"),
        ((700, 39, 1), ""),
    ],
)
def test_each_piece_of_a_sale_pays_its_own_fee(desk: Desk, tmp_path: Path, charged: tuple[int, int, int], said: str) -> None:
    sale, fee, pieces = charged
    row = Row("2026-06-01 12:00:00", "注文", {"product_sales": sale, "selling_fees": -fee}, "250-1234567-1234560", "A", "靴", str(pieces))
    (file := tmp_path / "m.csv").write_bytes(transactions([row]))
    desk("facts", "set", "A", "category=シューズ")
    assert (said or "as the table") in texts(desk, file, "payments.referral-rate").get("A", "as the table")


def test_a_closing_fee_in_the_same_column_is_no_referral_fee(desk: Desk, tmp_path: Path) -> None:
    fee = 169 + 154  # 15.4% of 1,000 yen and 140 yen for a book, with tax
    row = Row("2026-06-01 12:00:00", "注文", {"product_sales": 1_000, "selling_fees": -fee}, "250-1234567-1234560", "A", "本")
    (file := tmp_path / "m.csv").write_bytes(transactions([row]))
    desk("facts", "set", "A", "category=本")
    said = texts(desk, file, "payments.referral-rate").get("A", "")
    assert "more" not in said
    assert "less" not in said


REFUND = {"product_sales": -3_000, "selling_fees": 300}


@pytest.mark.parametrize(
    "other",
    [
        Row("2026-07-10 12:00:00", "マーケットプレイス保証申請", REFUND, "250-1234567-1234560", "A"),
        Row("2026-07-10 12:00:00", "払い戻し", REFUND, "250-1234567-1234560", "A"),
        Row("2026-07-10 12:00:00", "返金", {**REFUND, "other": 0}, "250-1234567-1234560", "A", quantity="-1"),
        None,
    ],
    ids=["A-to-z", "a kind that nobody knows", "a negative quantity", "no row in July"],
)
def test_nobody_is_told_to_refund_again_what_may_be_refunded(desk: Desk, tmp_path: Path, other: Row | None) -> None:
    rows = [Row("2026-06-20 12:00:00", "注文", {"product_sales": 3_000, "selling_fees": -300}, "250-1234567-1234560", "A"), other,
            Row("2026-08-02 12:00:00", "注文", {"product_sales": 100}, "250-1234567-1234561", "B")]  # fmt: skip
    (file := tmp_path / "m.csv").write_bytes(transactions([row for row in rows if row is not None]))
    returns = tmp_path / "r.txt"
    returns.write_text(
        "Order ID\tOrder date\tReturn request date\tReturn request status\tReturn delivery date\tReturn Reason\tMerchant SKU\n"
        "250-1234567-1234560\t20-Jun-2026\t01-Jul-2026\tCompleted\t08-Jul-2026\tCR-DEFECTIVE\tA\n",
        "utf-8",
    )
    answer = desk("payments", file, "--returns", returns, "--as-of", "2026-08-05", "--json")
    assert answer.status in (0, 1), answer.err
    assert answer.json["files"][0]["refused"] == []
    assert not [one for one in answer.json["findings"] if one["rule"] == "payments.return-without-refund" and one["outcome"] == "breach"]


def test_a_taught_text_tells_more_than_the_kind_of_transaction(desk: Desk, tmp_path: Path) -> None:
    row = Row("2026-07-10 12:00:00", "配送サービス", {"other": -800}, "250-1234567-1234560", text="戻り品のシール代")
    (file := tmp_path / "m.csv").write_bytes(transactions([row]))
    before = {one["kind"] for one in desk("payments", file, "--json").json["kinds"]}
    assert desk("account", "payment-word", "戻り品のシール代=return_label").status == 0
    after = {one["kind"] for one in desk("payments", file, "--json").json["kinds"]}
    assert "return_label" in after - before


def test_in_a_settlement_a_closing_fee_has_a_row_of_its_own(desk: Desk, tmp_path: Path) -> None:
    order = "250-1234567-1234560"
    amounts = [Amount("Order", "ItemPrice", "Principal", 1_000, order, "A", quantity="1"), Amount("Order", "ItemFees", "Commission", -200, order, "A"),
               Amount("Order", "ItemFees", "VariableClosingFee", -154, order, "A")]  # fmt: skip
    (file := tmp_path / "s.txt").write_bytes(settlement("11", amounts))
    desk("facts", "set", "A", "category=本")
    assert "¥31 more" in texts(desk, file, "payments.referral-rate")["A"]


def test_the_days_for_a_claim_are_those_that_held_on_the_day_of_the_refund(desk: Desk, tmp_path: Path) -> None:
    pack = 'name = { ja = "期限", en = "Days" }\nwhere = { ja = "a", en = "b" }\n[[figure.version]]\nfrom = 2026-08-01\nvalue = 10\n'
    source = 'source = { ja = "a", en = "b" }\nchecked = 2026-11-28\n'
    (tmp_path / "days.toml").write_text(f'pack = 1\n[[figure]]\nid = "claim.days"\n{pack}{source}', encoding="utf-8")
    assert desk("figures", "import", tmp_path / "days.toml").status == 0
    asked = ("payments", *months(tmp_path), "--returns", tmp_path / "returns.txt", "--as-of", DAY, "--json")
    facts = [one["facts"] for one in desk(*asked).json["findings"] if one["facts"].get("claim_by") and one["facts"].get("last")]
    days = {(date.fromisoformat(one["claim_by"]) - date.fromisoformat(one["last"])).days: one["last"] for one in facts}
    assert set(days) == {10, 30}
    assert days[30] < "2026-08-01" <= days[10]


SOONER = "2026-08-20"
"""A day on which claims of July can still be made."""


def test_the_calendar_of_a_shop_holds_the_last_days_of_its_claims(desk: Desk, tmp_path: Path) -> None:
    for file in (*months(tmp_path), tmp_path / "returns.txt"):
        desk("import", file)
    out = tmp_path / "days.ics"
    assert desk("export", "deadlines", "--as-of", SOONER, "--out", out, lang="en").status == 0
    events = [event for event in Calendar.from_ical(out.read_bytes()).walk("VEVENT") if "last day to claim" in str(event["summary"])]
    claims = tmp_path / "claims.xlsx"
    assert desk("export", "payment-claims", "--as-of", SOONER, "--out", claims).status == 0
    rows = CalamineWorkbook.from_path(claims).get_sheet_by_index(0).to_python()[1:-1]
    wanted = {(str(row[0]), row[4]) for row in rows if isinstance(row[4], date) and row[4] >= date.fromisoformat(SOONER)}
    assert wanted
    assert {(str(event["uid"]).split(".payments")[0], event.decoded("dtstart")) for event in events} == wanted


def test_a_preview_counts_the_rows_that_no_saved_report_has(desk: Desk, tmp_path: Path) -> None:
    half, whole, other = (tmp_path / f"{name}.csv" for name in ("half", "whole", "other"))
    sold = Row("2026-07-03 12:00:00", "注文", {"product_sales": 1_800, "selling_fees": -270}, "250-1234567-1234567", "A-1", "本")
    half.write_bytes(transactions([FEE, sold]))
    whole.write_bytes(transactions([FEE, sold, sold, sold._replace(order="250-1234567-1234568")]))
    other.write_bytes(transactions([FEE._replace(at="2026-08-06 00:00:00")]))
    assert desk("import", half).status == 0
    assert desk("import", whole, "--compare", "--json").json["compared"]["new"] == ["250-1234567-1234567", "250-1234567-1234568"]
    assert "1 new, 0 gone, 0 changed" in desk("import", other, "--compare").out


@pytest.mark.parametrize(
    ("zone", "is_said"), [("PDT", True), ("PST", True), ("太平洋標準時", True), ("JST", False), ("日本標準時", False), ("UTC", False)]
)
@pytest.mark.parametrize("ending", ["csv", "tsv"])
def test_times_of_another_countrys_store_are_said_and_turned_into_japan_time(
    desk: Desk, tmp_path: Path, zone: str, ending: str, *, is_said: bool
) -> None:
    sold = Row("2026-07-31 20:34:56", "注文", {"product_sales": 1_000}, "250-0000000-0000001", "A-1")
    data = transactions([sold, sold._replace(at="2026-07-30 20:34:56", order="250-0000000-0000002")])
    text = data.decode("utf-8-sig").replace(" JST", f" {zone}")
    (file := tmp_path / f"july.{ending}").write_text(text if ending == "csv" else text.replace('","', '"\t"'), encoding="utf-8")
    words = "Its times are in Pacific time (PDT or PST)."
    assert (words in desk("payments", file, lang="en").out) == is_said
    assert ("日時が太平洋時間" in desk("import", file, "--compare", lang="ja").out) == is_said
    assert (words in desk("import", file, lang="en").out) == is_said

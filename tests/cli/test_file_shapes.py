"""Files as they come from other programs: each is read, or said to be unread, and never half."""

from pathlib import Path

import pytest

from tests.conftest import Desk

JAPANESE = (
    "商品名\t商品の説明\t出品ID\t出品者SKU\t価格\t数量\t出品日\t商品IDタイプ\tコンディション説明\tコンディション\t商品ID\t"
    "フルフィルメント・チャンネル\tmerchant-shipping-group\tポイント\tステータス\n"
)
WHOLE = "タオル\t\tL2\tA-2\t1980\t5\t2026/04/02 10:15:00 JST\t1\t\t11\tB0TEST0002\tDEFAULT\tP\t40\tActive\n"
TORN = (
    "タオル\t\tL1\tA-1\t1980\t5\t2026/04/02 10:15:00 JST\t1\t箱なし{}\n",
    "を{}ください\t11\tB0TEST0001\tDEFAULT\tP\t40\tActive\n",
)


def file_of(folder: Path, text: str, encoding: str = "cp932", name: str = "report.txt") -> Path:
    """A file of this text."""
    file = folder / name
    file.write_bytes(text.encode(encoding))
    return file


def offers(desk: Desk) -> dict[str, tuple[object, object]]:
    """Price and points of the saved offers."""
    return {one["sku"]: (one["price"], one["points"]) for one in desk("offers", "--json").json["offers"]}


def test_a_line_break_in_a_note_leaves_the_offer_whole_and_is_said(desk: Desk, tmp_path: Path) -> None:
    answer = desk("import", file_of(tmp_path, JAPANESE + "".join(TORN).format("", "") + WHOLE), "--json")
    assert (answer.status, answer.json["import"]["rows"], answer.json["import"]["refused"]) == (0, 2, 0)
    assert [(one["kind"], one["lines"]) for one in answer.json["mended_text"]] == [("lines", [2])]
    assert offers(desk) == {"A-1": (1980, 40), "A-2": (1980, 40)}
    assert "line break" in desk("import", tmp_path / "report.txt", "--compare").out


def test_a_note_of_several_lines_with_a_blank_one_is_joined(desk: Desk, tmp_path: Path) -> None:
    desk("import", file_of(tmp_path, JAPANESE + TORN[0].format("\n\nあり") + TORN[1].format("\n見て") + WHOLE))
    assert offers(desk) == {"A-1": (1980, 40), "A-2": (1980, 40)}


def test_a_torn_row_that_cannot_be_joined_is_refused_in_both_its_lines(desk: Desk, tmp_path: Path) -> None:
    torn = TORN[0].format("") + "を\tください\t11\tB0TEST0001\tDEFAULT\tP\t40\n"
    answer = desk("import", file_of(tmp_path, JAPANESE + torn.replace("11\tB0", "11\t\t\tB0") + WHOLE), lang="ja")
    assert answer.status == 1
    assert "改行" in answer.out
    told = desk("import", tmp_path / "report.txt", "--compare", "--json").json
    assert ([one["line"] for one in told["refused_rows"]], told["rows"]) == ([2, 3], 1)
    assert list(offers(desk)) == ["A-2"]


def test_rows_without_the_tabs_at_their_end_stay_rows(desk: Desk, tmp_path: Path) -> None:
    text = "seller-sku\titem-name\tprice\tquantity\tfulfillment-channel\nA\tx\t100\nB\ty\t200\t1\nC\tz\n" + "D\tw\t300\t1\tDEFAULT\n"
    answer = desk("import", file_of(tmp_path, text), "--json")
    assert answer.json["mended_text"] == []
    assert set(offers(desk)) >= {"A", "B", "D"}


def test_a_zone_in_a_torn_note_makes_no_file_of_another_country(desk: Desk, tmp_path: Path) -> None:
    rows = [WHOLE.replace("2026/04/02 10:15:00 JST", "DEFAULT").replace("A-2", "A-3"), WHOLE]
    assert desk("import", file_of(tmp_path, JAPANESE + "".join(rows))).status == 0
    assert set(offers(desk)) == {"A-2", "A-3"}


@pytest.mark.parametrize(
    ("before", "after"),
    [("JST", "PDT"), ("1980", "19.80 USD"), ("DEFAULT", "AMAZON_NA"), ("JST", "GMT")],
)  # fmt: skip
def test_one_row_of_another_country_is_refused_alone_and_most_rows_refuse_the_file(
    desk: Desk, tmp_path: Path, before: str, after: str
) -> None:
    foreign = WHOLE.replace(before, after)
    some = foreign + "".join(WHOLE.replace("A-2", f"B-{number}") for number in range(3))
    answer = desk("import", file_of(tmp_path, JAPANESE + some), "--json")
    assert answer.status == 1
    assert [one["line"] for one in answer.json["refused"]] == [2]
    most = foreign + foreign.replace("A-2", "A-3") + WHOLE.replace("A-2", "A-4")
    answer = desk("import", file_of(tmp_path, JAPANESE + most))
    assert (answer.status, "another country" in answer.err) == (2, True)


@pytest.mark.parametrize("padding", ["\x05" * 5, "\x00" * 9, "\x1a", "\x10" * 16, "\ufeff"])
def test_what_fills_a_file_up_is_no_offer(desk: Desk, tmp_path: Path, padding: str) -> None:
    assert desk("import", file_of(tmp_path, JAPANESE + WHOLE + padding, "utf-8")).status == 0
    assert set(offers(desk)) == {"A-2"}


@pytest.mark.parametrize("footer", ["合計", "合計\t2件", "\x07\x07", "以上"])
def test_a_footer_is_no_offer(desk: Desk, tmp_path: Path, footer: str) -> None:
    text = "出品者SKU\t商品名\t価格\t数量\tポイント\nA-1\tタオル\t1980\t5\t40\n" + footer + "\nA-2\tかさ\t500\t1\t10\n"
    answer = desk("import", file_of(tmp_path, text, "utf-8"), "--json")
    assert [one["line"] for one in answer.json["refused"]] == [3]
    assert set(offers(desk)) == {"A-1", "A-2"}


def test_a_chinese_header_whose_title_stands_twice_is_read(desk: Desk, tmp_path: Path) -> None:
    head = "商品名称\t商品编码\t卖家 SKU\t价格\t数量\t开售日期\t商品编码类型\t商品备注\t商品状况\tASIN1\t商品编码\t配送渠道\t卖家配送组\n"
    row = "伞\tL1\tA-1\t2032\t10\t2026/04/15 15:15:46 JST\t1\t干净\t2\tB0TEST0001\tB0TEST0001\tDEFAULT\tMigrated Template\n"
    told = desk("import", file_of(tmp_path, head + row, "utf-8"), "--json").json
    assert (told["refused"], told["unread_columns"]) == ([], [])
    offer = desk("offers", "--json").json["offers"][0]
    wanted = {"asin": "B0TEST0001", "condition": 2, "channel": "seller", "shipping_template": "Migrated Template"}
    assert {name: offer[name] for name in wanted} == wanted


HEAD = ["商品名", "出品者SKU", "価格", "数量", "ポイント"]


def in_marks(row: list[str]) -> str:
    """A row with every cell in quotation marks."""
    return "\t".join(f'"{cell}"' for cell in row) + "\n"


@pytest.mark.parametrize(
    "text",
    [
        in_marks(HEAD) + in_marks(["タオル", "A-1", "1980", "5", "40"]),
        in_marks(HEAD) + in_marks(['タオル ""大""', "A-1", "1980", "5", "40"]),
        in_marks(HEAD) + in_marks(["タオル\n大", "A-1", "1980", "5", "40"]),
        "\t".join(HEAD) + '\n"タオル, ""大"""\t"A-1"\t"1,980"\t5\t40\n'.replace('"A-1"', "A-1"),
        "\t".join(HEAD) + '\n"タオル\t大"\tA-1\t1980\t5\t40\n"木"材\tA-2\t1\t1\t1\n',
        "\t".join(HEAD) + '\n"タオル, 大"\tA-1\t"1,980"\t5\t40\n',
    ],
)
def test_marks_of_a_spreadsheet_are_taken_off_and_that_is_said(desk: Desk, tmp_path: Path, text: str) -> None:
    told = desk("import", file_of(tmp_path, text), "--json").json
    assert told["refused"] == []
    assert told["mended_text"]
    assert offers(desk)["A-1"] == (1980, 40)


def test_marks_of_the_report_itself_stay(desk: Desk, tmp_path: Path) -> None:
    text = "\t".join(HEAD) + '\n"大" タオル, 白\tA-1\t1980\t5\t40\n24" モニター\tA-2\t1980\t5\t40\n"限定"\t"A-3"\t1980\t5\t40\n'
    told = desk("import", file_of(tmp_path, text), "--json").json
    assert told["mended_text"] == []
    assert {one["sku"]: one["title"] for one in desk("offers", "--json").json["offers"]} == {
        "A-1": '"大" タオル, 白', "A-2": '24" モニター', '"A-3"': '"限定"',
    }  # fmt: skip


@pytest.mark.parametrize(("wrong", "right"), [("latin-1", "cp932"), ("cp1252", "utf-8"), ("latin-1", "utf-8")])
@pytest.mark.parametrize("head", [HEAD, ["item-name", "seller-sku", "price", "quantity", "Points"]])
def test_garbled_japanese_is_turned_back_and_that_is_said(desk: Desk, tmp_path: Path, wrong: str, right: str, head: list[str]) -> None:
    text = "\t".join(head) + "\nポップ手袋\tA-1\t1980\t5\t40\n"
    garbled = "".join(
        chr(byte) if bytes([byte]).decode(wrong, "ignore") == "" else bytes([byte]).decode(wrong) for byte in text.encode(right)
    )
    told = desk("import", file_of(tmp_path, garbled, "utf-8"), "--json").json
    assert [one["kind"] for one in told["mended_text"]] == ["latin"]
    assert desk("offers", "--json").json["offers"][0]["title"] == "ポップ手袋"


def test_utf_8_that_was_read_as_cp932_is_turned_back(desk: Desk, tmp_path: Path) -> None:
    garbled = "item-name\tseller-sku\tprice\tquantity\n" + "かなかな".encode().decode("cp932") + "\tA-1\t1980\t5\n"
    desk("import", file_of(tmp_path, garbled, "utf-8"))
    assert desk("offers", "--json").json["offers"][0]["title"] == "かなかな"


@pytest.mark.parametrize("title", ["Crème brûlée", "It’s a café", "naïve – né", "Ünï©ode", "ﾀｵﾙ", "£5 “deal”", "Žižek’s œuvre"])
def test_letters_of_other_languages_stay_what_they_are(desk: Desk, tmp_path: Path, title: str) -> None:
    text = f"item-name\tseller-sku\tprice\tquantity\n{title}\tA-1\t1980\t5\n"
    assert desk("import", file_of(tmp_path, text, "utf-8"), "--json").json["mended_text"] == []
    assert desk("offers", "--json").json["offers"][0]["title"] == title


def test_the_separator_under_which_the_header_is_known_wins(desk: Desk, tmp_path: Path) -> None:
    told = desk("facts", "import", file_of(tmp_path, "sku\tcategory\nA-1\tHealth, Household, Baby\n", name="facts.tsv"), "--json").json
    assert (told["saved"], told["refused"]) == (1, [])
    assert desk("facts", "--json").json["facts"] == {"A-1": {"category": "Health, Household, Baby"}}


def test_columns_with_a_unit_or_a_question_are_read_and_the_others_are_named(desk: Desk, tmp_path: Path) -> None:
    head = "SKU,カテゴリー,出荷元の国,入荷予定,危険物かどうか,サイズ（三辺計）,重さ(グラム),メモ,価格(税抜),サイズ(S/M/L)\n"
    file = file_of(tmp_path, head + "A-1,Home,JP,2026/12/1,いいえ,60,500,赤,100,M\n", "utf-8", "facts.csv")
    answer = desk("facts", "import", file, "--json")
    assert answer.json["unread_columns"] == ["メモ", "価格(税抜)", "サイズ(S/M/L)"]
    assert desk("facts", "--json").json["facts"] == {
        "A-1": {"category": "Home", "hazmat": "no", "ship_from": "JP", "restock_date": "2026-12-01", "size_cm": "60", "weight_g": "500"}
    }
    assert "メモ" in desk("facts", "import", file).out
    assert "メモ" in " ".join(desk("import", file, "--compare", "--json").json["said"])


def test_every_json_of_an_import_says_what_was_not_read(desk: Desk, tmp_path: Path) -> None:
    file = file_of(tmp_path, JAPANESE + WHOLE)
    for told in (
        desk("import", file, "--compare", "--json").json,
        desk("import", file, "--json").json,
        desk("import", file, "--json").json,
    ):
        assert (told["sheet"], told["unread_columns"], told["mended_text"]) == (None, ["商品の説明"], [])

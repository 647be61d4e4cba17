"""Import with eyes open: columns named once, a comparison before anything is taken, refused rows mended and imported alone."""

import csv
import io
import re
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.conftest import Desk
from tests.payments_maker import Row, transactions

HEAD = "出品者SKU\t商品名\t価格\tポイント\tフルフィルメント・チャンネル\tステータス\n"
ROWS = ("A-1\t靴\t1000\t20\tDEFAULT\tActive\n", "A-2\t鞄\t2000\t40\tDEFAULT\tActive\n", "A-3\t帽子\t3000\t60\tDEFAULT\tActive\n")
OWN = "品番\t品名\t売値\tpt\nA-1\t靴\t900\t18\nA-2\t鞄\t1900\t38\n"
NAMES = ("--map", "品番=出品者SKU", "--map", "品名=商品名", "--map", "売値=price", "--map", "pt=ポイント")
ORDERS = (
    "amazon-order-id\tpurchase-date\torder-status\tsku\titem-price\tship-city\tbuyer-name\n"
    "249-1\t2020-07-01T00:00:00+00:00\tShipped\tA-1\t1000\t渋谷区\t山田花子\n"
    "249-2\t2020-99-01T00:00:00+00:00\tShipped\tA-1\t1000\t渋谷区\t山田花子\n"
    "249-3\t2020-07-01T00:00:00+00:00\tShipped\tA-2\t山田\t花子\t渋谷区\t東京\n"
)


def listings(folder: Path, name: str, *rows: str) -> Path:
    """A listings report."""
    file = folder / name
    file.write_text(HEAD + "".join(rows), encoding="utf-8")
    return file


def prices(desk: Desk) -> dict[str, int]:
    """SKU → price of the saved catalogue."""
    return {one["sku"]: one["price"] for one in desk("offers", "--json").json["offers"]}


def test_undo_says_that_a_report_which_came_after_stays(desk: Desk, tmp_path: Path) -> None:
    desk("import", listings(tmp_path, "right.txt", *ROWS))
    desk("facts", "set", "A-1", "hazmat=no")
    desk("facts", "set", "A-1", "medical=no")
    desk("import", listings(tmp_path, "wrong.txt", ROWS[0]))
    undone = desk("undo", "--lang", "en")
    assert "“wrong.txt”, which was imported after it, stays. To take it away: imports remove 2" in undone.out
    assert desk("undo", "--json").json["import_stays"] == 2
    assert prices(desk) == {"A-1": 1000}
    desk("facts", "set", "A-1", "hazmat=no")
    assert desk("undo", "--json").json["import_stays"] is None, "it came before what was undone"
    desk("redo")
    desk("imports", "remove", "2")
    undone = desk("undo", "--lang", "en")
    assert "Import 2, which was taken away after it, stays away. To use it again, import its file once more." in undone.out
    desk("redo")
    told = desk("undo", "--json").json
    assert (told["import_stays"], told["import_gone"]) == (None, 2)
    desk("facts", "set", "A-1", "hazmat=yes")
    assert desk("undo", "--json").json["import_gone"] is None, "it was taken away before what was undone"


def test_columns_are_named_once(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "own.txt"
    file.write_text(OWN, encoding="cp932")
    assert desk("import", file).status == 2
    assert desk("import", file, *NAMES).status == 0
    assert prices(desk) == {"A-1": 900, "A-2": 1900}
    file.write_text(OWN.replace("900", "800"), encoding="cp932")
    assert desk("import", file).status == 0, "the names are kept with the header"
    assert prices(desk) == {"A-1": 800, "A-2": 1800}
    desk("imports", "remove", "2")
    assert prices(desk) == {"A-1": 900, "A-2": 1900}, "an import comes back by the names it was taken with"
    assert "named columns" in desk("undo").out
    assert desk("import", file).status == 2


@pytest.mark.parametrize(("named", "said"), [("品番=nothing", "nothing"), ("無い=price", "無い"), ("品番", "TITLE=COLUMN")])
def test_a_wrong_name_is_refused_in_a_sentence(desk: Desk, tmp_path: Path, named: str, said: str) -> None:
    file = tmp_path / "own.txt"
    file.write_text(OWN, encoding="cp932")
    done = desk("import", file, "--map", named)
    assert done.status == 2
    assert said in done.err
    assert desk("imports", "--json").json["imports"] == []


def test_what_would_change_is_said_before_it_is_taken(desk: Desk, tmp_path: Path) -> None:
    desk("import", listings(tmp_path, "a.txt", *ROWS))
    second = listings(tmp_path, "b.txt", ROWS[0].replace("1000", "1100"), ROWS[1], "A-9\tペン\t100\t2\tDEFAULT\tActive\n")
    told = desk("import", second, "--compare", "--json").json
    assert (told["compared"]["new"], told["compared"]["gone"]) == (["A-9"], ["A-3"])
    assert told["compared"]["changed"] == [{"subject": "A-1", "field": "price", "name": "price", "before": 1000, "after": 1100}]
    assert told["rows"] == 3
    assert "1 new, 1 gone, 1 changed" in desk("import", second, "--compare").out
    assert prices(desk) == {"A-1": 1000, "A-2": 2000, "A-3": 3000}, "nothing is taken yet"
    assert "already imported (import 1)" in desk("import", tmp_path / "a.txt", "--compare").out
    again = desk("import", tmp_path / "a.txt")
    assert "Nothing was changed" in again.out
    assert len(desk("imports", "--json").json["imports"]) == 1


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_refused_rows_are_mended_and_imported_alone(desk: Desk, tmp_path: Path, ending: str) -> None:
    bad = listings(tmp_path, "a.txt", ROWS[0], ROWS[1].replace("2000", "2x"), ROWS[2])
    out = tmp_path / f"refused{ending}"
    assert desk("import", bad, "--refused", out).status == 1
    if ending == ".csv":
        rows = list(csv.reader(io.StringIO(out.read_text("utf-8-sig"))))
        assert "whole yen" in rows[1][-1]
        rows[1][2] = "2500"
        out.write_text("\n".join(",".join(f'"{cell}"' for cell in row) for row in rows), encoding="utf-8-sig")
    else:
        import xlsxwriter  # noqa: PLC0415 (one case only)

        told = CalamineWorkbook.from_path(out).get_sheet_by_index(0).to_python()
        assert "whole yen" in str(told[1][-1])
        with xlsxwriter.Workbook(out) as book:
            page = book.add_worksheet()
            for line, row in enumerate(told):
                page.write_row(line, 0, row)
            page.write_number(1, 2, 2500)
    assert desk("import", out).status == 0
    assert prices(desk) == {"A-1": 1000, "A-2": 2500, "A-3": 3000}
    assert "Nothing was changed" in desk("import", out).out
    desk("import", listings(tmp_path, "c.txt", ROWS[0]))
    late = desk("import", out)
    assert late.status == 2
    assert "import 1" in late.err


def test_refused_rows_are_put_into_no_other_file_that_has_the_same_number(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "refused.csv"
    desk("import", listings(tmp_path, "a.txt", ROWS[0], ROWS[1].replace("2000", "2x"), ROWS[2]), "--refused", out)
    out.write_text(out.read_text("utf-8-sig").replace("2x", "2500"), "utf-8-sig")
    desk("--shop", "two", "import", listings(tmp_path, "b.txt", ROWS[2], ROWS[0].replace("1000", "1100")))
    other = desk("--shop", "two", "import", out)
    assert (other.status, "rows of another file: import 1 of this shop is b.txt" in other.err) == (2, True)
    assert {one["sku"]: one["price"] for one in desk("--shop", "two", "offers", "--json").json["offers"]} == {"A-1": 1100, "A-3": 3000}
    assert desk("import", out).status == 0


def test_refused_rows_written_before_they_bore_a_mark_are_put_into_no_report_of_another_kind(desk: Desk, tmp_path: Path) -> None:
    file, out = tmp_path / "july.csv", tmp_path / "refused.csv"
    sale = Row("2026-07-03 12:34:56", "注文", {"product_sales": 1_111, "selling_fees": -100}, "250-1234567-0000001", "A-1", "本")
    file.write_bytes(transactions([sale, sale._replace(yen={"product_sales": 900})]).decode("utf-8-sig").replace("1,111", "1.11x").encode())
    desk("import", file, "--refused", out)
    out.write_text(re.sub(r"#1-[0-9a-f]{8}", "#1", out.read_text("utf-8-sig")).replace("1.11x", '"1,111"'), "utf-8-sig")
    desk("--shop", "two", "import", listings(tmp_path, "a.txt", *ROWS))
    assert "rows of another file" in desk("--shop", "two", "import", out).err
    assert desk("import", out).status == 0


def test_refused_rows_of_orders_hold_nothing_of_a_buyer(desk: Desk, tmp_path: Path) -> None:
    file, out = tmp_path / "orders.txt", tmp_path / "refused.csv"
    file.write_text(ORDERS, encoding="utf-8")
    assert desk("import", file, "--refused", out).status == 1
    text = out.read_text("utf-8-sig")
    assert "249-2" in text
    assert "249-3" in text
    assert not any(word in text for word in ("山田", "花子", "渋谷", "東京"))
    rows = list(csv.reader(io.StringIO(text)))
    rows = [rows[0], *([cell.replace("2020-99-01", "2020-07-02") for cell in row] for row in rows[1:] if "249-2" in row[0])]
    with out.open("w", encoding="utf-8-sig", newline="") as opened:
        csv.writer(opened).writerows(rows)
    done = desk("import", out, "--json")
    assert {one["line"] for one in done.json["refused"]} == {4}
    assert done.json["import"]["rows"] == 3

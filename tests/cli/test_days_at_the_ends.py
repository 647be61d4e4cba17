"""Days at the ends of all years are refused in words wherever a day is told, and nothing else is lost with them."""

from pathlib import Path

import pytest

from tests.conftest import Desk

ENDS = ("9999-12-31", "0001-01-01", "9999-12-30", "1899-12-31", "3000-01-01")


@pytest.mark.parametrize("day", ENDS)
@pytest.mark.parametrize(
    "command",
    [("audit", "--demo"), ("cashless", "FILE"), ("quote", "--reason", "12"), ("cost",), ("today",), ("account",), ("obligations",)],
)
def test_as_an_option(desk: Desk, tmp_path: Path, day: str, command: tuple[str, ...]) -> None:
    file = tmp_path / "orders.csv"
    file.write_text("order-id,purchase-date,order-status,item-price\n1,2020-06-20,Shipped,100\n", encoding="utf-8")
    answer = desk(*(file if one == "FILE" else one for one in command), "--as-of", day)
    assert (answer.status, answer.err.count("\n"), day in answer.err) == (2, 1, True)
    assert "out of range" in answer.err, "it is written as a day is"


@pytest.mark.parametrize("stamp", [*ENDS, "9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+23:00"])
def test_in_a_row_of_a_report(desk: Desk, tmp_path: Path, stamp: str) -> None:
    rows = {
        "orders.csv": ("cashless", "order-id,purchase-date,order-status,item-price,payment-method,ship-date,ship-confirmed-date", f"1,{stamp},Shipped,100,Visa,,"),
        "returns.txt": ("returns", "Order ID\tReturn request date\tLabel to be paid by\tReturn Reason\tReturn delivery date", f"1\t2020-07-20\tSeller\tCR-DEFECTIVE\t{stamp}"),
        "ship.csv": ("shipments", "order-id,carrier-name,ship-method,tracking-number,confirmed-at", f"1,ヤマト運輸,宅急便,1,{stamp}"),
        "quotes.csv": ("quote", "reason,category,price,arrived_on", f"12,Toys,1000,{stamp}"),
    }  # fmt: skip
    for name, (command, head, row) in rows.items():
        file = tmp_path / name
        good = row.replace(stamp, "2020-07-20").replace("1,", "2,", 1).replace("1\t", "2\t", 1)
        file.write_text(f"{head}\n{row}\n{good}\n", encoding="utf-8")
        answer = desk(command, *(["--batch"] if command == "quote" else []), file, "--as-of", "2020-08-03")
        assert answer.status in (0, 1), answer.err
        assert stamp in answer.out, (name, answer.out)

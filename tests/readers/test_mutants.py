"""Damaged files of every kind are read, or refused in a sentence, at once; packaging/breaking.py tries thousands."""

import io
import time
import tracemalloc
import zipfile

import pytest

from tests.mutants import mutants, read_any, seeds

MOST_BYTES = 64 * 1024 * 1024


def test_the_sound_files_are_read() -> None:
    assert {name: came for name, data in seeds().items() if (came := read_any(name, data)) != "read"} == {}


@pytest.mark.parametrize("seed", range(20, 25))
def test_damaged_files_are_read_or_refused_at_once(seed: int) -> None:
    tracemalloc.start()
    for name, data in mutants(100, seed):
        begun = time.process_time()
        assert read_any(name, data)
        assert time.process_time() - begun < 1, name
    assert tracemalloc.get_traced_memory()[1] < MOST_BYTES
    tracemalloc.stop()


@pytest.mark.parametrize("line", ["\t宅急便", ""])
def test_a_row_that_ends_before_its_order_is_refused(line: str) -> None:
    text = f"ship-method\ttracking-number\torder-id\tconfirmed-at\n宅急便\t123456789012\t249-1\t2020-07-01\n宅急便{line}\n"
    assert read_any("shipments.txt", text.encode()) == "refused rows"


def test_a_byte_that_is_no_text_leaves_what_an_import_keeps_in_its_encoding() -> None:
    rows = "".join(f"249-1234567-123450{number},S,ヤマト運輸,宅急便\n" for number in range(3)).encode()
    bad = b"".join(b"\x81@,S,x,y\n249-1234567-1234505,S,\xff,y\n" for _row in range(30))
    assert read_any("shipments.csv", b"order-id,sku,carrier-name,ship-method\n" + rows + bad) == "refused rows"


def test_a_zero_byte_in_a_workbooks_cell_does_not_spoil_what_an_import_keeps() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(seeds()["shipments.xlsx"])) as sound, zipfile.ZipFile(made, "w") as harmed:
        for name in sound.namelist():
            harmed.writestr(name, sound.read(name).replace(b"123456789004", b"12345678900\x004"))
    assert read_any("shipments.xlsx", made.getvalue()) == "read"

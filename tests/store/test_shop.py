"""What is saved comes back, survives the next import, and is left whole by whatever goes wrong."""

import os
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT, Desk
from tests.made_shop import DAY, PRIME, make

if TYPE_CHECKING:
    import subprocess

Program = Callable[..., "subprocess.Popen[bytes]"]


def listings(folder: Path, *prices: int, name: str = "listings.txt") -> Path:
    """A report of offers with these prices, 20 points each."""
    file = folder / name
    rows = "".join(f"S{number}\tt\t{price}\t20\t11\tDEFAULT\tP\tActive\t3\n" for number, price in enumerate(prices))
    head = "seller-sku\titem-name\tprice\tPoints\titem-condition\tfulfillment-channel\tmerchant-shipping-group\tstatus\tquantity\n"
    file.write_text(head + rows, encoding="utf-8")
    return file


def test_import_audit_and_offers_without_a_file(desk: Desk, tmp_path: Path) -> None:
    shop = make(tmp_path / "shop", times=2)
    assert desk("import", shop.folder / "listings.txt", "--prime-template", PRIME).status == 0
    assert desk("import", shop.folder / "facts.csv").status == 0
    assert desk("import", shop.folder / "price_file.txt").status == 0
    saved = desk("audit", "--as-of", DAY, "--json")
    assert saved.findings() == desk(*shop.audit(), "--json").findings()
    assert saved.json["missing"] == []
    rows = (shop.folder / "listings.txt").read_text("cp932").splitlines()[1:]
    offers = desk("offers", "--json").json["offers"]
    assert [one["sku"] for one in offers] == [row.split("\t")[2] for row in rows]
    assert {"sku", "asin", "price", "points", "status"} <= set(offers[0])


def test_audit_save_saves_all_that_it_read(desk: Desk, tmp_path: Path) -> None:
    shop = make(tmp_path / "shop", times=1)
    first = desk(*shop.audit(), "--json", "--save")
    assert desk("audit", "--as-of", DAY, "--json").findings() == first.findings()


def test_audit_of_a_file_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    desk("audit", listings(tmp_path, 100))
    assert not (tmp_path / "data").exists()


def test_the_same_file_twice_changes_nothing_and_says_so(desk: Desk, tmp_path: Path) -> None:
    file = listings(tmp_path, 100)
    desk("import", file)
    again = desk("import", file, "--json").json
    assert again["repeated"]
    assert len(desk("imports", "--json").json["imports"]) == 1


def test_told_facts_survive_the_next_import(desk: Desk, tmp_path: Path) -> None:
    desk("import", listings(tmp_path, 1000), "--prime-template", "P")
    assert desk("facts", "set", "S0", "hazmat=はい").status == 0
    desk("import", listings(tmp_path, 900))
    assert desk("facts", "--json").json["facts"] == {"S0": {"hazmat": "yes"}}
    assert desk("audit", "--json").findings()["sfp.hazmat"] == {"advice": {"S0"}}
    desk("facts", "set", "S0", "hazmat=")
    assert desk("facts", "--json").json["facts"] == {}


def test_facts_go_out_and_come_back(desk: Desk, tmp_path: Path) -> None:
    for fact in (
        "hazmat=potential",
        "category=Shoes",
        "weight_g=1.2kg",
        "size_cm=60",
        "restock_date=2030-01-02",
        "ship_from=東京",
        "asin=B1",
    ):
        assert desk("facts", "set", "A", "B", fact).status == 0, fact
    before = desk("facts", "--json").json["facts"]
    assert before["A"]["ship_from"] == "JP"
    desk("facts", "export", tmp_path / "facts.csv")
    shutil.rmtree(tmp_path / "data")
    assert desk("facts", "import", tmp_path / "facts.csv").status == 0
    assert desk("facts", "--json").json["facts"] == before


@pytest.mark.parametrize(("fact", "word"), [("hazmat=perhaps", "perhaps"), ("colour=red", "colour"), ("hazmat", "facts set")])
def test_a_fact_that_is_none_is_refused(desk: Desk, fact: str, word: str) -> None:
    answer = desk("facts", "set", "A", fact)
    assert answer.status == 2
    assert word in answer.err


def test_taking_an_import_away_puts_the_one_before_back_whole(desk: Desk, tmp_path: Path) -> None:
    desk("import", listings(tmp_path, 100, 200))
    desk("import", listings(tmp_path, 300))
    assert desk("imports", "remove", 2, "--json").json == {"version": 1, "removed": 2, "restored": 1}
    assert [one["price"] for one in desk("offers", "--json").json["offers"]] == [100, 200]
    desk("imports", "remove", 1)
    assert desk("offers").status == 2
    assert desk("imports", "remove", 7).status == 2


def price_file(folder: Path, restock: str) -> Path:
    """A price file that tells the restock date of S0."""
    file = folder / f"prices{len(list(folder.glob('prices*')))}.txt"
    file.write_text(f"sku\tprice\tstandard-price-points\trestock-date\nS0\t1000\t20\t{restock}\n", "utf-8")
    return file


def test_the_price_file_named_beats_the_saved_one_and_the_saved_one_counts_beside_a_sheet(desk: Desk, tmp_path: Path) -> None:
    file, facts = listings(tmp_path, 1000), tmp_path / "facts.csv"
    facts.write_text("sku,hazmat\nS0,no\n", "utf-8")
    desk("import", file, "--prime-template", "P")
    desk("import", price_file(tmp_path, ""))
    named = desk("audit", file, "--price-file", price_file(tmp_path, "2020-09-01"), "--as-of", DAY, "--json").findings()
    assert named["sfp.restock-date"] == {"breach": {"S0"}}
    beside = desk("audit", file, "--facts", facts, "--as-of", DAY, "--json").json
    assert beside["summary"]["sfp.restock-date"]["ok"] == 1


def test_exported_facts_are_the_owners_own(desk: Desk, tmp_path: Path) -> None:
    desk("import", listings(tmp_path, 1000), "--prime-template", "P")
    desk("import", price_file(tmp_path, ""))
    desk("facts", "export", tmp_path / "x.csv")
    desk("facts", "import", tmp_path / "x.csv")
    desk("import", price_file(tmp_path, "2020-09-01"))
    assert desk("audit", "--as-of", DAY, "--json").findings()["sfp.restock-date"] == {"breach": {"S0"}}


def test_a_prime_template_that_no_offer_has_is_refused_and_nothing_is_imported(desk: Desk, tmp_path: Path) -> None:
    answer = desk("import", listings(tmp_path, 1000), "--prime-template", "NOPE")
    assert (answer.status, "NOPE" in answer.err) == (2, True)
    assert desk("imports", "--json").json["imports"] == []
    assert desk("import", listings(tmp_path, 1000), "--prime-template", " P ").status == 0
    assert desk("audit", "--json").json["summary"]["sfp.out-of-stock"]["ok"] == 1


def test_a_renamed_template_is_asked_for_again(desk: Desk, tmp_path: Path) -> None:
    desk("import", listings(tmp_path, 1000), "--prime-template", "P")
    renamed = tmp_path / "renamed.txt"
    renamed.write_text(listings(tmp_path, 1000).read_text("utf-8").replace("\tP\t", "\tPrime2020\t"), "utf-8")
    answer = desk("audit", renamed, "--json")
    assert (answer.status, answer.json["missing"][0]["fact"]) == (1, "prime_template")


def test_an_audit_of_what_is_saved_remembers_the_rows_refused(desk: Desk, tmp_path: Path) -> None:
    file = listings(tmp_path, 1000)
    file.write_text(file.read_text("utf-8") + "S1\tt\t12x\t20\t11\tAMAZON_JP\t\tActive\t\n", "utf-8")
    desk("import", file)
    source = desk("audit", "--json").json["source"]
    assert (source["rows"], [one["line"] for one in source["refused"]]) == (2, [3])


def test_zeros_that_a_spreadsheet_took_are_named(desk: Desk, tmp_path: Path) -> None:
    file, facts = tmp_path / "listings.txt", tmp_path / "facts.csv"
    file.write_text("seller-sku\titem-name\tprice\tPoints\n0012\tt\t1000\t20\n", "utf-8")
    facts.write_text("sku,hazmat\n12,no\nX,no\n", "utf-8")
    assert desk("audit", file, "--facts", facts, "--json").json["strays"] == [{"file": "facts.csv", "skus": 2, "lost_zeros": 1}]
    assert "taken the zeros" in desk("audit", file, "--facts", facts).out


def test_a_fact_may_be_called_as_in_the_sheet(desk: Desk) -> None:
    for told in ("危険物=いいえ", "Ship-From=日本", "weight=1.5kg"):
        assert desk("facts", "set", "A", told).status == 0, told
    assert desk("facts", "--json").json["facts"] == {"A": {"hazmat": "no", "ship_from": "JP", "weight_g": "1500"}}
    assert desk("facts", "set", " ", "hazmat=no").status == 2


def test_two_imports_at_once_wait_for_each_other(desk: Desk, program: Program, tmp_path: Path) -> None:
    files = [listings(tmp_path, *range(1, 500 + number), name=f"l{number}.txt") for number in range(6)]
    for process in [program("import", file) for file in files]:
        _out, err = process.communicate(timeout=60)
        assert process.returncode == 0, err.decode()
    assert len(desk("imports", "--json").json["imports"]) == 6


def test_another_programs_database_is_said(desk: Desk, tmp_path: Path) -> None:
    store = tmp_path / "data/shops/main.db"
    store.parent.mkdir(parents=True)
    with sqlite3.connect(store) as db:
        db.execute("create table import (x)")
    db.close()
    answer = desk("offers")
    assert (answer.status, "not Seller Desk's" in answer.err) == (2, True)


@pytest.mark.parametrize("name", ["../x", " main", "CON", "", "x" * 201, "a/b"])
def test_a_shop_name_that_is_no_file_name_is_refused(desk: Desk, name: str) -> None:
    answer = desk("--shop", name, "offers")
    assert (answer.status, len(answer.err.splitlines())) == (2, 1)


def test_shops_are_apart(desk: Desk, tmp_path: Path) -> None:
    desk("--shop", "お店 太陽堂", "import", listings(tmp_path, 100))
    assert desk("offers").status == 2
    assert desk("--shop", "お店 太陽堂", "offers").status == 0
    assert desk("--shop", "../x", "offers").status == 2


def test_a_refused_row_is_told_and_the_rest_is_saved(desk: Desk, tmp_path: Path) -> None:
    file = listings(tmp_path, 100)
    file.write_text(file.read_text("utf-8") + "S1\tt\t12x\t20\t11\tDEFAULT\tP\tActive\t3\n", "utf-8")
    answer = desk("import", file, "--json")
    assert answer.status == 1
    assert [one["line"] for one in answer.json["refused"]] == [3]
    assert [one["sku"] for one in desk("offers", "--json").json["offers"]] == ["S0"]


def test_a_newer_store_is_refused_and_left_alone(desk: Desk, tmp_path: Path) -> None:
    desk("import", listings(tmp_path, 100))
    store = tmp_path / "data/shops/main.db"
    with sqlite3.connect(store) as db:
        db.execute("insert into _sqlite_migrations (migration_set, name, applied_at) values ('sellerdesk', 'next', 'later')")
    db.close()
    before = store.read_bytes()
    answer = desk("offers")
    assert answer.status == 2
    assert "newer Seller Desk" in answer.err
    assert store.read_bytes() == before


def test_a_file_that_is_no_store_is_said(desk: Desk, tmp_path: Path) -> None:
    store = tmp_path / "data/shops/main.db"
    store.parent.mkdir(parents=True)
    store.write_bytes(b"this is not a database" * 100)
    answer = desk("offers")
    assert (answer.status, "damaged" in answer.err) == (2, True)


def test_a_store_in_use_is_said(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sellerdesk.store.database.WAIT_SECONDS", 0.1)
    desk("import", listings(tmp_path, 100))
    other = sqlite3.connect(tmp_path / "data/shops/main.db")
    other.execute("begin immediate")
    answer = desk("import", listings(tmp_path, 200))
    other.close()
    assert answer.status == 2
    assert "Another Seller Desk" in answer.err
    assert [one["price"] for one in desk("offers", "--json").json["offers"]] == [100]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere, and Windows has no such modes")
def test_a_folder_that_cannot_be_written_is_said(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir(mode=0o500)
    answer = desk("import", listings(tmp_path, 100))
    assert (answer.status, "cannot be written" in answer.err) == (2, True)


def test_a_file_in_place_of_the_data_folder_is_said(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x")
    answer = desk("import", listings(tmp_path, 100))
    assert (answer.status, len(answer.err.splitlines())) == (2, 1)


@pytest.mark.skipif(os.name == "nt", reason="a limit on file sizes is POSIX")
def test_a_full_disk_leaves_the_old_catalogue(desk: Desk, program: Program, tmp_path: Path) -> None:
    import resource  # noqa: PLC0415 (POSIX only)

    desk("import", listings(tmp_path, 100))

    def small() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

    process = program("import", listings(tmp_path, *range(1, 30_000)), preexec_fn=small)
    _out, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert len(err.decode().splitlines()) == 1
    assert [one["price"] for one in desk("offers", "--json").json["offers"]] == [100]


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is POSIX")
def test_a_killed_import_leaves_the_old_catalogue_or_the_new_one(desk: Desk, program: Program, tmp_path: Path) -> None:
    many = 20_000
    desk("import", listings(tmp_path, 100))
    file = listings(tmp_path, *range(1, many + 1), name="new.txt")
    started = time.monotonic()
    whole = program("import", file)
    whole.communicate(timeout=60)
    length = time.monotonic() - started
    desk("imports", "remove", 2)
    seen = set()
    for step in range(10):
        process = program("import", file)
        time.sleep(length * (step + 1) / 10)
        process.kill()
        process.communicate()
        count = len(desk("offers", "--json").json["offers"])
        assert count in (1, many)
        imports = desk("imports", "--json").json["imports"]
        assert imports[-1]["rows"] == count
        seen.add(count)
        if count == many:
            desk("imports", "remove", imports[-1]["number"])
    assert 1 in seen


def test_a_store_of_the_first_schema_opens_with_all_that_it_holds(desk: Desk, tmp_path: Path) -> None:
    kept = ROOT / "tests/data/stores/first.db"
    (tmp_path / "data/shops").mkdir(parents=True)
    shutil.copy(kept, tmp_path / "data/shops/main.db")
    assert [one["sku"] for one in desk("offers", "--json").json["offers"]] == ["S0", "S1"]
    assert desk("facts", "--json").json["facts"] == {"S0": {"hazmat": "no"}}
    assert desk("audit", "--as-of", DAY, "--json").findings() == {"points.two-percent": {"breach": {"S1"}}}

"""The other commands, run as a user runs them, and what holds for all of them."""

import os
import re
import sqlite3
import subprocess
import sys
import tomllib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from sellerdesk import assets
from sellerdesk.app import main
from sellerdesk.screen import Obstacle
from sellerdesk.writers.words import messages
from tests.conftest import ROOT, Desk

Program = Callable[..., "subprocess.Popen[bytes]"]

WATCH = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(args) if event.startswith("socket.") else None)
from sellerdesk.app import main
for args in (["audit", "--demo"], ["--data", sys.argv[1], "import", sys.argv[2]], ["--data", sys.argv[1], "offers"], ["self-test"]):
    main(args)
print("SOCKETS", len(opened))
"""


def test_no_command_opens_a_socket(tmp_path: Path) -> None:
    args = [sys.executable, "-c", WATCH, str(tmp_path), str(ROOT / "resources/demo/listings.txt")]
    out = subprocess.run(args, capture_output=True, check=True, cwd=ROOT).stdout.decode()
    assert out.splitlines()[-1] == "SOCKETS 0"


def test_alone_and_without_a_screen_it_shows_the_main_job(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sellerdesk.screen.obstacle", lambda: Obstacle("no_screen"))
    assert main([]) == 0, "what is to be mended are only the demo's offers"
    out, err = capfdbinary.readouterr()
    assert "ポイントが足りません" in out.decode()
    assert "体験用ショップ" in err.decode()
    assert "has no screen" in err.decode()


def test_self_test(desk: Desk) -> None:
    answer = desk("self-test", "--json")
    assert (answer.status, set(answer.json["checks"].values())) == (0, {"ok"})


def test_quote_says_who_pays(desk: Desk) -> None:
    quote = desk("quote", "--reason", "12", "--category", "Shoes", "--price", "3000", "--json")
    assert quote.status == 0
    (one,) = quote.json["quotes"]
    assert (one["payer"], one["clauses"]) == ("seller", ["S-29", "S-25"])
    (twin,) = desk("quote", "--reason", "15", "--category", "Toys", "--json").json["quotes"]
    assert twin["payer"] == "customer"
    assert len(twin["warnings"]) == 1
    assert desk("quote", "--reason", "12", "--json").status == 1
    assert desk("quote").status == 2


def test_quotes_come_in_the_order_of_the_file(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "returns.csv"
    file.write_text("reason,category,price\n12,Toys,1\nCR-DEFECTIVE,,2\n,Luggage,3\nCR-POOR_FIT,Toys,4\n12,,5\n", encoding="utf-8-sig")
    quotes = desk("quote", "--batch", file, "--json").json["quotes"]
    assert [one["payer"] for one in quotes] == ["customer", "seller", "seller", "check", "check"]
    assert [one["subject"] for one in quotes] == ["1", "2", "3", "4", "5"]


def test_a_batch_gives_one_answer_for_every_row(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "returns.txt"
    file.write_text('返品理由\tカテゴリー\t価格\n"12\tToys\t\n\t\t3000\n12\tToys\t\n', encoding="cp932")
    answer = desk("quote", "--batch", file, "--json")
    assert [one["payer"] for one in answer.json["quotes"]] == ["check", "check", "customer"]
    assert desk("quote", "--batch", file, "--reason", "3").status == 2
    assert desk("quote", "--batch", tmp_path / "nope.csv").err.startswith("nope.csv: ")


def test_before_the_terms_begin_nothing_is_quoted(desk: Desk) -> None:
    answer = desk("quote", "--reason", "12", "--as-of", "2017-01-01")
    assert (answer.status, "before the terms begin" in answer.err) == (2, True)


def test_an_answer_never_overwrites_what_is_read(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "listings.txt"
    file.write_bytes((ROOT / "resources/demo/listings.txt").read_bytes())
    assert desk("audit", file, "--json", "--out", file).status == 2
    assert file.read_bytes() == (ROOT / "resources/demo/listings.txt").read_bytes()


@pytest.mark.parametrize(
    "args",
    [["audit", "--demo", "--why", "a\nb"], ["facts", "set", "A", "hazmat=a\nb"], ["--shop", "a\nb", "offers"], ["audit", "no\nfile.txt"]],
)
def test_a_fault_is_one_line_whatever_it_repeats(desk: Desk, args: list[str]) -> None:
    answer = desk(*args)
    assert (answer.status, len(answer.err.splitlines())) == (2, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="no file name there has a line break")
@pytest.mark.parametrize("stored", [False, True], ids=["from the disk", "from a store"])
def test_a_name_with_a_line_break_makes_no_line_of_its_own(desk: Desk, tmp_path: Path, stored: bool) -> None:  # noqa: FBT001 (a case)
    file = tmp_path / ("a.txt" if stored else "a\n#9 all.txt: all is well.txt")
    file.write_bytes((ROOT / "resources/demo/listings.txt").read_bytes())
    assert desk("import", file).status == 0
    if stored:
        with closing(sqlite3.connect(tmp_path / "data/shops/main.db")) as db:
            db.execute("update import set file = 'a\n#9 all.txt: all is well.txt'")
            db.commit()
    for command in ("imports", "history"):
        assert not [line for line in desk(command).out.splitlines() if line.startswith("#9 all")]


@pytest.mark.parametrize(
    ("args", "word"), [(["--lang=en", "audit", "nope"], "There is"), (["audit", "en", "--lang", "ja"], "見つかりません")]
)
def test_a_fault_speaks_the_language_asked_for(args: list[str], word: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(args) == 2
    assert word in capfdbinary.readouterr().err.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="file names there are text")
def test_a_file_name_that_is_no_text_is_read_and_shown(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "\udcff.txt"
    file.write_bytes((ROOT / "resources/demo/listings.txt").read_bytes())
    for args in (["audit", file, "--json"], ["import", file]):
        process = program(*args)
        _out, err = process.communicate(timeout=30)
        assert (process.returncode, err) in ((0, b""), (1, b""))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux only")
def test_a_full_disk_behind_the_output_is_no_bug(program: Program) -> None:
    with Path("/dev/full").open("wb") as full:
        process = program("audit", "--demo", "--json")
        process.communicate(timeout=30)
        command = [*process.args]  # type: ignore[misc]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, env={**os.environ, "PYTHONPATH": str(ROOT)})
    assert done.returncode == 2
    assert b"bug" not in done.stderr


def test_rules_and_clauses_are_shown(desk: Desk) -> None:
    clauses = tomllib.loads(assets.text("terms/clauses.toml"))["clause"]
    assert [one["id"] for one in desk("clauses", "--json").json["clauses"]] == [*clauses]
    assert "sfp.pre-order" in desk("clauses", "s-33").out
    rule = desk("rules", "points.two-percent", "--json").json["rules"][0]
    assert rule["in_force"]["params"]["per_cent"] == 2
    assert desk("rules", "points.two-percent", "--as-of", "2020-06-30", "--json").json["rules"][0]["in_force"] is None
    assert "前です" in desk("rules", "points.two-percent", "--as-of", "2020-06-30", lang="ja").out
    assert desk("rules", "no.such").status == 2
    assert desk("clauses", "X-1").status == 2


def test_an_answer_goes_to_a_file(desk: Desk, tmp_path: Path) -> None:
    answer = desk("audit", "--demo", "--json", "--out", tmp_path / "answer.json")
    assert answer.out == ""
    assert (tmp_path / "answer.json").read_bytes().startswith(b'{"version":1')
    assert desk("rules", "--out", tmp_path / "no" / "such").status == 2


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_language_stands_before_or_behind_the_command(desk: Desk, lang: str) -> None:
    words = {"ja": "要修正", "en": "breach"}[lang]
    other = {"ja": "en", "en": "ja"}[lang]
    assert words in desk("audit", "--demo", lang=lang).out
    assert words in desk("audit", "--demo", "--lang", lang, lang=other).out


def test_a_bug_is_a_sentence_without_shop_data(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object, **_options: object) -> None:
        raise RuntimeError("SECRET-SKU")

    monkeypatch.setattr("sellerdesk.cli.audit.audit", broken)
    answer = desk("audit", "--demo")
    assert answer.status == 2
    assert "RuntimeError" in answer.err
    assert "SECRET" not in answer.err
    assert "Traceback" not in answer.err


def test_a_reader_that_leaves_early_is_no_fault(program: Program) -> None:
    with program("audit", "--demo", "--all", "--json") as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.wait(timeout=30) in (0, 1)
        assert b"Traceback" not in process.stderr.read()


def test_help_lists_every_command(desk: Desk) -> None:
    out = desk("--help").out
    for name in ("audit", "shipments", "offers", "import", "imports", "facts", "quote", "rules", "clauses", "self-test", "fix",
                 "cashless", "account", "cost", "undo", "redo", "history", "guidance"):  # fmt: skip
        assert name in out
        assert desk(name, "--help").status == 0


def test_every_message_is_used_and_every_fact_has_a_name() -> None:
    code = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "sellerdesk").rglob("*.py"))
    for section, keys in messages().items():
        for key in keys:
            stem = key.rpartition("_")[0] + "_"
            assert (
                f'"{key}"' in code
                or f"{section}.{key}" in code
                or f"{section}.{stem}{{" in code
                or section
                in (
                    "fact",
                    "outcome",
                    "figure",
                    "method",
                    "other_method",
                    "carriers",
                    "category",
                    "step",
                    "step_state",
                    "question",
                    "deed",
                    "did",
                    "state",
                    "source",
                    "packfault",
                )
            ), key


def test_every_change_that_can_be_undone_has_its_words() -> None:
    code = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "sellerdesk").rglob("*.py"))
    named = set(re.findall(r'doing\(\s*store, "(\w+)"', code))
    assert len(named) > 10
    assert named <= set(messages()["deed"])


@pytest.mark.parametrize("day", ["2020-13-01", "2020-1a-8-03", "20_20-08-03", "2020-08", "20200803", "2020-08-03-01", "2020-02-30", ""])
def test_what_is_no_day_is_refused_by_name(desk: Desk, day: str) -> None:
    answer = desk("audit", "--demo", "--as-of", day)
    assert (answer.status, answer.out) == (2, "")
    assert "--as-of" in answer.err


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("nothing",), "「nothing」というコマンドはありません。sellerdesk --help"),
        (("facts", "nothing"), "「nothing」というコマンドはありません。sellerdesk facts --help"),
        (("audit", "--as-of"), "「--as-of」には値が必要です"),
        (("audit", "--json=1"), "「--json」に値は付けられません"),
        (("audit", "--demo", "--out", "/"), "「--out」にはフォルダーではなくファイルを"),
        (("today", "more"), "「more」は余分です"),
        (("import",), "「FILE」が足りません"),
        (("audit", "--demo", "--as-of", "2020-13-01"), "「--as-of」の「2020-13-01」は日付として読めません"),
        (("audit", "--demo", "--limit", "-1"), "「--limit」には0以上の整数"),
        (("cost", "--percent", "0"), "「--percent」には1から50までの整数"),
        (("imports", "remove", "first"), "「NUMBER」には整数"),
        (("decide", "points.two-percent", "S", "perhaps"), "「DECISION」に使えるのは: done、"),
        (("quote", "--batch", "a.csv", "--reason", "1"), "「--batch」は「--reason」と一緒には使えません"),
        (("facts", "answer", "hazmat"), "この形で書いてください: facts answer FACT=VALUE"),
        (("shipments", "a.txt", "--prime-template", "P"), "「--prime-template」を使うときは「--listings」も必要です"),
    ],
)
def test_a_command_written_wrongly_is_one_sentence_in_the_owners_language(desk: Desk, args: tuple[str, ...], sentence: str) -> None:
    answer = desk(*args, lang="ja")
    assert (answer.status, answer.out, len(answer.err.splitlines())) == (2, "", 1)
    assert answer.err.startswith(sentence)


@pytest.mark.parametrize("command", ["today", "offers", "imports", "backup", "undo"])
def test_no_answer_is_written_over_the_shop_or_a_backup(desk: Desk, tmp_path: Path, command: str) -> None:
    desk("import", "--demo")
    desk("backup")
    backup = next((tmp_path / "data/backups").glob("*.db"))
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "data/shops/main.db")
    for target in (tmp_path / "data/shops/main.db", tmp_path / "data/shops/main.db-wal", backup, tmp_path / "data/backups/x.csv", link):
        before = backup.read_bytes()
        answer = desk(command, "--out", target)
        assert (answer.status, "shop's own data" in answer.err) == (2, True), target
        assert backup.read_bytes() == before
    assert desk("imports").status == 0


def test_no_device_or_large_file_is_read_as_a_fact_pack(desk: Desk, tmp_path: Path) -> None:
    large = tmp_path / "large.toml"
    with large.open("wb") as file:
        file.truncate(3 << 30)
    assert desk("figures", "import", large).status == 2
    assert desk("figures", "import", "/dev/zero").status == 2

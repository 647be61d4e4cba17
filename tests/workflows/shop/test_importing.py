"""Looking at damaged files before an import raises nothing but a sentence, with a catalogue at hand and SKUs to be mended."""

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sellerdesk.clock import JAPAN
from sellerdesk.domain.refusal import Fault
from sellerdesk.workflows.shop import imports, saved
from sellerdesk.workflows.shop.columns import unread
from sellerdesk.workflows.shop.mended import Wanted, refused_rows
from tests.mutants import mutants, seeds

NOW = datetime(2020, 8, 3, 10, tzinfo=JAPAN)


def test_damaged_files_are_looked_at_without_a_trace(tmp_path: Path) -> None:
    store, file = tmp_path / "shop.db", tmp_path / "listings.txt"
    file.write_bytes(seeds()["listings.txt"])
    imported = imports.import_file(store, file, NOW).one
    looked = 0
    for name, data in mutants(250, seed=9):
        file = tmp_path / name
        file.write_bytes(data)
        with suppress(Fault):
            unread(file)
        with suppress(Fault):
            _ready, report, _compared, _same = imports.look(store, file, Wanted(repair=True))
            refused_rows(report, imported, {one.line: "" for one in report.source.refused}, "")
            looked += 1
    assert looked > 0
    assert len(saved.all_imports(store)) == 1

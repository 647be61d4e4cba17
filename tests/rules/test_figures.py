"""Files of figures that do not hold are refused at the line and the field of the fault; versions of packs find their place."""

from datetime import date

import pytest

from sellerdesk import assets
from sellerdesk.domain.clause import Words
from sellerdesk.rules.figures import known
from sellerdesk.rules.figures.figure import Version
from sellerdesk.rules.figures.joined import timeline
from sellerdesk.rules.figures.lines import line_of
from sellerdesk.rules.figures.loading import FigureFault, FigureFile, checked, load, read
from tests.conftest import ROOT

WHOLE = """# a cap
[[figure]]
id = "points.cap"
name = { ja = "上限", en = "Cap" }
where = { ja = "ここ", en = "here" }
[[figure.version]]
from = 2020-01-01
to = 2020-12-31
value = 50
source = { ja = "甲", en = "A" }
checked = 2026-01-01
[[figure.version]]
from = 2021-01-01
value = 40
source = { ja = "甲", en = "A" }
checked = 2026-01-01
"""
DAMAGED = [
    ("from = 2021-01-01", "from = 2020-12-31", 13, "from", "overlap"),
    ("from = 2021-01-01", "from = 2021-01-02", 13, "from", "gap"),
    ("to = 2020-12-31", "to = 2019-12-31", 8, "to", "backwards"),
    ("from = 2020-01-01", "from = 0001-01-01", 7, "from", "day_out_of_range"),
    ("from = 2021-01-01", "from = 2021-01-01\nto = 9999-12-31", 14, "to", "day_out_of_range"),
    ("checked = 2026-01-01\n[[", "[[", 6, "checked", "missing"),
    ('source = { ja = "甲", en = "A" }\nchecked = 2026-01-01\n[[', "checked = 2026-01-01\n[[", 6, "source", "missing"),
    ("value = 40", "value = 101", 14, "value", "at_most"),
    ("value = 40", 'value = "40"', 14, "value", "wants_whole_number"),
    ("value = 40", "value = 40.5", 14, "value", "wants_whole_number"),
    ("value = 40", "value =", 14, "TOML", "syntax"),
    ("value = 40", "valeu = 40", 14, "valeu", "unknown_field"),
    ('id = "points.cap"', 'id = "points.hat"', 3, "id", "read_by_nothing"),
    ('where = { ja = "ここ", en = "here" }', 'where = { ja = "ここ" }', 5, "en", "missing"),
    ("value = 40", 'value = 40\nsure = "perhaps"', 15, "sure", "one_of"),
    ("value = 40", 'value = 40\nsure = "sources differ"', 12, "other", "missing"),
    ("value = 50", 'value = 50\nnote = "x"', 10, "note", "unknown_field"),
]


@pytest.mark.parametrize(("old", "new", "line", "field", "code"), DAMAGED)
def test_a_damaged_file_is_refused_at_its_place(old: str, new: str, line: int, field: str, code: str) -> None:
    read(WHOLE, FigureFile, "x.toml", checked)
    assert old in WHOLE
    with pytest.raises(FigureFault) as caught:
        read(WHOLE.replace(old, new, 1), FigureFile, "x.toml", checked)
    assert (caught.value.line, caught.value.field, caught.value.code) == (line, field, code)


def test_a_gap_that_is_declared_is_none() -> None:
    gap = '[[figure.gap]]\nfrom = 2021-01-01\nto = 2021-01-31\nwhy = { ja = "不明", en = "not known" }\n'
    read(WHOLE.replace("from = 2021-01-01", "from = 2021-02-01") + gap, FigureFile, "x.toml", checked)


def test_one_word_names_one_category_on_a_day() -> None:
    own = assets.texts("figures")
    crossed = own["referral"].replace('"gl_watch"', '"Shoes"')
    assert crossed != own["referral"]
    with pytest.raises(FigureFault, match="word_twice"):
        load({**own, "referral": crossed})
    with pytest.raises(FigureFault, match="not_there"):
        load({name: text for name, text in own.items() if name != "claims"})


def version(start: str, end: str | None, value: int, checked_on: str = "2026-01-01") -> Version:
    """A version of a figure."""
    last = None if end is None else date.fromisoformat(end)
    return Version(start=date.fromisoformat(start), end=last, value=value, source=Words("甲", "A"), checked=date.fromisoformat(checked_on))


def test_on_each_day_the_version_that_begins_latest_holds() -> None:
    old, new = version("2018-03-01", None, 50), version("2027-01-01", "2027-06-30", 60)
    found = [(one.start.isoformat(), one.end and one.end.isoformat(), one.value) for one in timeline([old, new])]
    assert found == [("2018-03-01", "2026-12-31", 50), ("2027-01-01", "2027-06-30", 60), ("2027-07-01", None, 50)]
    assert [one.value for one in timeline([old, version("2018-03-01", None, 55)])] == [55]
    assert [one.value for one in timeline([old, version("2018-03-01", None, 55, "2025-12-31")])] == [50]


def test_every_figure_that_may_stand_in_a_file_is_read_by_some_module() -> None:
    names = {name: value for name, value in vars(known).items() if isinstance(value, str) and name.isupper()}
    home = ROOT / "sellerdesk/rules/figures/known.py"
    code = "".join(module.read_text(encoding="utf-8") for module in (ROOT / "sellerdesk").rglob("*.py") if module != home)
    rules = "".join(assets.texts("rules").values())
    unread = {name for name, value in names.items() if name not in code and f'"{value}"' not in rules}
    assert unread <= {
        "NATIONWIDE",
        "STANDARD_SIZE",
        "LEAST_POINTS",
        "MOST_POINTS",
        "DEFAULT_POINTS",
        "POINTS_FORM",
    }


def test_lines_are_found_by_their_path() -> None:
    assert line_of(WHOLE, "figure[0].version[1].value") == 14
    assert line_of(WHOLE, "$.figure[0].where.ja") == 5
    assert line_of(WHOLE, "$") == 1

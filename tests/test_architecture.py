"""The house keeps its shape: imports run downward only, and every module says what it is for."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from importlinter.cli import lint_imports

from tests.conftest import ROOT

MODULES = sorted((ROOT / "sellerdesk").rglob("*.py"))


def test_imports_keep_their_contracts() -> None:
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


def test_every_module_begins_with_a_sentence() -> None:
    for module in MODULES:
        first = (ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or "").split("\n")[0]
        assert first.endswith((".", ":")) or "?" in first or "`" in first, module
        assert first, module


MOST_LINES, MOST_OF_A_FUNCTION = 350, 40


def test_modules_and_functions_are_short() -> None:
    for module in MODULES:
        lines = len(read(module).splitlines())
        assert lines <= MOST_LINES, f"{module}: {lines} lines; part it by what it speaks of"
        for node in ast.walk(ast.parse(read(module))):
            if isinstance(node, ast.FunctionDef):
                length = (node.end_lineno or 0) - node.lineno
                assert length <= MOST_OF_A_FUNCTION, f"{module}:{node.lineno} {node.name}: {length} lines; give its parts names"


FLOORS = {"rules": ("resources/rules", ".toml")}
"""Floors of the program with the folder of resources that mirrors them."""


OLD_NAMES = (
    "ui/widgets/parts.py", "ui/widgets/arranged.py", "ui/widgets/taking.py", "ui/keeping.py", "ui/staying.py", "ui/widgets/standing.py",
    "ui/dressing.py", "ui/answers.py", "ui/widgets/fall.py", "ui/widgets/flow.py", "ui/widgets/reason.py", "cli/looking.py",
    "rules/knowing.py", "rules/refunding.py", "workflows/showing.py", "workflows/judging.py", "workflows/reading.py", "ui/duties_page.py",
)  # fmt: skip
"""Modules called by a gesture before the house was ordered by feature; their words stand in CONTRIBUTING.md's map now."""


JSON = ("dict[str, Any]", "Mapping[str, Any]")
"""What a command's JSON and a TOML file are read as."""
ANYTHING = {
    "cli/answer.py": "functions as click takes them", "cli/help.py": "as above", "cli/sources.py": "as above",
    "cli/quote_json.py": "what is remembered of functions of several kinds", "domain/expressions.py": "all that an expression has",
    "domain/offer.py": "columns of several types", "readers": "columns of several types, each with a parser of its own",
    "rules/checks.py": "checks of every kind of subject", "rules/engine": "as above", "workflows/payments/report.py": "as above",
    "writers/as_json.py": "as above", "rules/figures": "values of figures, checked as they are read", "workflows/figures": "as above",
    "workflows/program": "as above", "writers/figure_words.py": "as above", "store": "rows of SQLite, checked by store/values.py",
    "ui/desk": "answers to whatever was asked", "ui/lists": "rows of every kind", "ui/returns/waterfall.py": "as Qt has it",
    "workflows/files.py": "what a reader of any kind of file gives", "workflows/shop": "values of facts of several types",
    "workflows/judged/today.py": "rows of every kind", "workflows/judged/waiting.py": "as above",
}  # fmt: skip
"""Where anything may stand in place of a type, and why."""


def test_any_stands_for_a_type_only_where_it_has_a_reason() -> None:
    for module in MODULES:
        place = module.relative_to(ROOT / "sellerdesk").as_posix()
        if any(place == known or place.startswith(known + "/") for known in ANYTHING):
            continue
        tree = ast.parse(read(module))
        whole = {part: ast.unparse(node) for node in ast.walk(tree) if isinstance(node, ast.Subscript) for part in ast.walk(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and node.id == "Any":
                said = whole.get(node, "Any")
                assert any(json in said for json in JSON), f"{module}:{node.lineno} {said}: name the type, or the reason in ANYTHING"


def test_every_place_where_anything_may_stand_has_some() -> None:
    for place in ANYTHING:
        modules = [ROOT / "sellerdesk" / place] if place.endswith(".py") else [*(ROOT / "sellerdesk" / place).rglob("*.py")]
        assert any("Any" in read(module) for module in modules), f"{place}: no Any is left there; take it off the list"


def test_no_module_has_an_old_name() -> None:
    back = [name for name in OLD_NAMES if (ROOT / "sellerdesk" / name).exists()]
    assert not back, "put it in the folder of its feature, under the name of the thing"


def test_rulebooks_stand_where_their_checks_do() -> None:
    for floor, (folder, ending) in FLOORS.items():
        for book in (ROOT / folder).rglob(f"*{ending}"):
            module = ROOT / "sellerdesk" / floor / book.relative_to(ROOT / folder).with_suffix(".py")
            assert module.is_file(), f"{book} has no module {module}: a rulebook is loaded with the checks of the same path"


def test_tests_stand_where_the_modules_do() -> None:
    for folder in (path for path in (ROOT / "tests").rglob("*") if path.is_dir() and any(path.glob("test_*.py"))):
        place = folder.relative_to(ROOT / "tests")
        mirrored = ROOT / "sellerdesk" / place
        assert mirrored.is_dir() or place.as_posix() == "packaging", f"{folder}: tests of a part stand in the folder of its name"


CHANGES = re.compile(r"`((?:sellerdesk|resources|tests|packaging)/[^`]*)`")


def test_every_file_that_contributing_names_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    named = [name for name in CHANGES.findall(text) if "<" not in name]
    assert len(named) > 30
    missing = [name for name in named if not list(ROOT.glob(name))]
    assert not missing, "CONTRIBUTING.md names files that are not there: mend the list with the move"


def test_no_float_comes_near_money() -> None:
    for module in [*ROOT.glob("sellerdesk/domain/*.py"), *ROOT.glob("sellerdesk/rules/**/*.py"), *ROOT.glob("sellerdesk/readers/*.py")]:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            is_float = isinstance(node, ast.Constant) and isinstance(node.value, float)
            divides = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and is_number_line(node)
            named = isinstance(node, ast.Name) and node.id == "float"
            near = is_float or divides or named
            assert not near, f"{module}:{getattr(node, 'lineno', 0)}"


def is_number_line(node: ast.BinOp) -> bool:
    """Whether a division is of numbers, not of paths."""
    return isinstance(node.right, ast.Constant) and isinstance(node.right.value, int)


def test_packaging_is_no_package() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_the_clock_is_read_in_one_place_only() -> None:
    readers = [module for module in MODULES if "datetime.now(" in module.read_text(encoding="utf-8") or "date.today(" in read(module)]
    assert [module.relative_to(ROOT).as_posix() for module in readers] == ["sellerdesk/clock.py"]


PLAIN, PAGES = "sellerdesk/ui/style/plain.py", "sellerdesk/ui/style/plain_pages.py"
MADE = {
    r"\bQLabel\(": (),  # a plain.Label is made
    r"\bQMessageBox\b(?!\")": (PLAIN,),
    r"\.setToolTip\(": (PLAIN,),
    r"\bQToolTip\b": (),
    r"\bQTableWidgetItem\(": (PLAIN,),
    r"\bQTextBrowser\b|\bQTextEdit\b": (PAGES,),
    r"\bQTextDocument\b": (PAGES,),
    r"\bQErrorMessage\b|\bQSystemTrayIcon\b|\bQStatusBar\b|\.setStatusTip\(|\.setWhatsThis\(": (),
    r"TextFormat\.(?!PlainText)|\.AutoText": ("sellerdesk/ui/shell/header.py",),  # the label of the day: our own word, whose & is a key
    r"\.setHtml\(|\.insertHtml\(|\.appendHtml\(": (
        "sellerdesk/ui/shell/help_dialog.py",  # our own help
        "sellerdesk/ui/paper/document_paper.py",  # escaped, on Paper, which loads nothing
        "sellerdesk/ui/paper/pdf.py",  # as above
    ),
    r"\(QDialog\):": ("sellerdesk/ui/widgets/dialog.py",),  # a Dialog is subclassed: it goes with its shop
    r"\bQFileDialog\b": ("sellerdesk/ui/widgets/file_dialogs.py",),
    r"\.addItems\(": (),  # of file texts: plain.offer
    r"QProgressDialog\((?!\"\")": (),  # its own label guesses: it gets one of parts.label
    r"\.replace\(\"&\", \"&&\"\)": (PLAIN, "sellerdesk/writers/workbooks.py"),  # Excel's heads of pages know such codes, too
}
"""What may show a text of a file as something else, by pattern, with the only modules that may use it."""


def test_what_may_take_a_text_for_html_is_made_in_one_place() -> None:
    for pattern, only in MADE.items():
        users = {module.relative_to(ROOT).as_posix() for module in MODULES if re.search(pattern, read(module))}
        assert users == set(only), pattern


def test_only_the_labels_of_one_place_are_taken_by_their_class() -> None:
    for module in (ROOT / "sellerdesk/ui").rglob("*.py"):
        for base in re.findall(r"^class \w+\(([^)]*)\)", read(module), re.MULTILINE):
            assert "QLabel" not in base or module.name == "plain.py", module


def read(module: Path) -> str:
    """A module's text."""
    return module.read_text(encoding="utf-8")


INLINED = (ast.ListComp, ast.SetComp, ast.DictComp)


def test_no_comprehension_hides_what_another_one_of_its_function_uses() -> None:
    """Python 3.12.1 puts both into one scope: `fix` would end there with an UnboundLocalError."""
    found = [f"{module.name} {fault}" for module in MODULES for fault in hidden_names(ast.parse(read(module)))]
    assert found == [], "give the comprehension's variable another name"


def hidden_names(tree: ast.Module) -> Iterator[str]:
    """Names of a module that one comprehension of a function takes for its variable and another one uses."""
    own = {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    own |= {(name.asname or name.name) for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom) for name in node.names}
    for function in ast.walk(tree):
        inlined = [node for node in ast.walk(function) if isinstance(node, INLINED)] if isinstance(function, ast.FunctionDef) else []
        for name in {name for node in inlined for name in variables(node)} & own:
            there = {(part.lineno, part.col_offset) for node in inlined for part in named(node, name)}
            taken = {(part.lineno, part.col_offset) for node in inlined if name in variables(node) for part in named(node, name)}
            yield from (f"{line}: {name}" for line, _column in sorted(there - taken))


def named(node: ast.AST, name: str) -> Iterator[ast.Name]:
    """Every use of a name in a part of a tree."""
    return (part for part in ast.walk(node) if isinstance(part, ast.Name) and part.id == name)


def variables(node: ast.AST) -> set[str]:
    """The variables of a comprehension."""
    targets = [part.target for part in getattr(node, "generators", ())]
    return {name.id for target in targets for name in ast.walk(target) if isinstance(name, ast.Name)}


def test_what_waits_has_a_timer_of_its_own() -> None:
    for module in MODULES:
        waits = set(re.findall(r"QTimer\.singleShot\((\w+)", read(module))) - {"0"}
        assert not waits, f"{module}: a QTimer.singleShot that waits can crash as it is taken apart; use single_shot of ui/desk/tasks.py"

"""Which tests a change can have broken: those that import a changed module, or one that imports it, the nearest first."""

import ast
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FARTHEST = 2
"""Imports between a test and a change: farther away, nearly every test of the window depends on nearly every module."""


OF_RESOURCES: Mapping[str, tuple[str, ...]] = {
    "resources/figures": (
        "tests/test_figures_home.py",
        "tests/rules/test_figures.py",
        "tests/rules/test_fees.py",
        "tests/cli/test_figures.py",
    ),
    "resources/headers": ("tests/readers/test_listings.py", "tests/readers/test_shapes.py", "tests/readers/test_payments_shapes.py"),
    "resources/tariffs": ("tests/rules/fares",),
    "resources/payments": ("tests/rules/payments",),
    "resources/rules": (
        "tests/rules/engine/test_examples.py",
        "tests/workflows/judged/test_changes_turn.py",
        "tests/workflows/test_words.py",
    ),
    "resources/terms": ("tests/workflows/test_words.py", "tests/rules/engine"),
    "resources/i18n": ("tests/workflows/test_words.py", "tests/ui/shell/test_look.py", "tests/cli/test_help.py"),
    "resources/help": ("tests/cli/test_help.py", "tests/ui/shell/test_help.py", "tests/packaging/test_readme.py"),
    "resources/schema.sql": ("tests/store/test_views.py", "tests/store/test_old_stores.py"),
    "resources/demo": ("tests/ui/shell/test_five_tasks.py", "tests/ui/payments"),
}
"""The tests of what no module imports, by the beginning of its path."""


def affected_tests() -> list[str]:
    """The test files to run for what differs from the last commit, by path, the nearest to the change first; none when none is near."""
    names = changed_files()
    changed = {ROOT / name for name in names}
    near = {test: distance for test in tests() if (distance := steps_to(test, changed)) is not None}
    near |= {test: 0 for test in tests() if any(mirrors(test, file) for file in changed)}
    near |= {test: 0 for test in tests() if any(reads(test, name) for name in names)}
    return [test.relative_to(ROOT).as_posix() for test in sorted(near, key=lambda test: (near[test], test))]


def changed_files() -> list[str]:
    """Files that differ from the last commit, new ones too; those of the last commit itself when nothing differs."""
    differs = lines("diff", "--name-only", "HEAD") + lines("ls-files", "--others", "--exclude-standard")
    return differs or lines("diff", "--name-only", "HEAD~1", "HEAD")


def lines(*command: str) -> list[str]:
    """The lines that a git command prints."""
    if shutil.which("git") is None:
        raise SystemExit("--fast asks git what was changed, and git is not installed: run the whole suite (dev.py test), or one file.")
    return subprocess.run(["git", *command], cwd=ROOT, capture_output=True, text=True, check=False).stdout.splitlines()


def tests() -> list[Path]:
    """Every test file."""
    return sorted((ROOT / "tests").rglob("test_*.py"))


def mirrors(test: Path, file: Path) -> bool:
    """Whether a test stands where a changed rulebook or module does: tests/rules/fares beside resources/tariffs has no such place."""
    place = file.parent.relative_to(ROOT)
    return file.suffix in (".toml", ".py") and place.parts[:1] in (("resources",), ("sellerdesk",)) and (
        test.parent == ROOT / "tests" / Path(*place.parts[1:])
    )  # fmt: skip


def reads(test: Path, name: str) -> bool:
    """Whether a test is one of those of a changed resource."""
    place = test.relative_to(ROOT).as_posix()
    return any(place.startswith(tests) for begin, several in OF_RESOURCES.items() if name.startswith(begin) for tests in several)


def steps_to(test: Path, changed: Iterable[Path]) -> int | None:
    """How many imports lie between a test and the nearest changed file; None for more than FARTHEST."""
    wanted, seen, row = {*changed}, {test}, {test}
    for distance in range(FARTHEST + 1):
        if row & wanted:
            return distance
        row = {imported for module in row for imported in imports_of(module)} - seen
        seen |= row
    return None


@cache
def imports_of(module: Path) -> tuple[Path, ...]:
    """The files of ours that a file imports."""
    return tuple(found for name in imported_names(module) if (found := modules().get(name)) is not None)


def imported_names(module: Path) -> Iterator[str]:
    """The dotted names that a file imports, each also with what it takes from there."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


@cache
def modules() -> Mapping[str, Path]:
    """Every module of the program and its tests by dotted name."""
    files = [*(ROOT / "sellerdesk").rglob("*.py"), *(ROOT / "tests").rglob("*.py")]
    return {file.relative_to(ROOT).with_suffix("").as_posix().removesuffix("/__init__").replace("/", "."): file for file in files}

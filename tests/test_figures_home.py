"""No yen and no percent of Amazon's or a carrier's stands in code: figures have one home, resources/figures."""

import ast
import re
from pathlib import Path

from tests.conftest import ROOT

MODULES = sorted((ROOT / "sellerdesk").rglob("*.py"))
VALUES, WATERFALL = ROOT / "sellerdesk/rules/figures/values.py", ROOT / "sellerdesk/ui/returns/waterfall.py"
"""Bounds of what a figure can be, and widths of columns."""
MONEY = re.compile(r"(?i)(?:^|_)(?:yen|percent|per_cent|per_mille|fee|rate|rates|tax|cap|claim)(?:_|$)")
"""Names of what is counted in yen, percent or days."""
SAID = re.compile(r"\d[\d,.]*\s*(?:%|円|％|yen\b)|[¥￥]\d")
ARITHMETIC = {0, 1, -1, 100, 1000}
"""None, one, the whole of a percentage and of a per mille."""
OURS = {
    "sellerdesk/ui/paper/document_paper.py",  # widths of a table's columns
    "sellerdesk/ui/points/programme_card.py",  # the programme's own name
    "sellerdesk/ui/returns/calculator_words.py",  # a choice of the owner's
    "sellerdesk/ui/returns/analysis_words.py",  # the unit of a scale
    "sellerdesk/ui/cashless/orders_page.py",  # the project's own rate, of 2019-20
}
"""Modules whose sentences name a percentage that is no figure of the day."""


def docstrings(tree: ast.AST) -> set[int]:
    """The places of strings that only explain."""
    return {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)}


def numbers(module: Path) -> list[str]:
    """Numbers that a module gives a name of money, per cent or days."""
    found = []
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        names = [one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)]
        value = getattr(node, "value", None)
        if value is not None and any(MONEY.search(name) for name in names):
            held = [one.value for one in ast.walk(value) if isinstance(one, ast.Constant) and type(one.value) is int]
            found += [f"{names} = {number}" for number in held if number not in ARITHMETIC]
    return found


def sentences(module: Path) -> list[str]:
    """Strings of a module that name yen or per cent."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    explaining = docstrings(tree)
    texts = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [str(node.value) for node in texts if id(node) not in explaining and SAID.search(str(node.value))]


def test_no_figure_has_a_name_in_code() -> None:
    assert not {
        module.relative_to(ROOT).as_posix(): found for module in MODULES if module not in (VALUES, WATERFALL) and (found := numbers(module))
    }


def test_no_sentence_in_code_names_yen_or_percent() -> None:
    told = {module.relative_to(ROOT).as_posix(): found for module in MODULES if (found := sentences(module))}
    assert set(told) <= OURS, {module: found for module, found in told.items() if module not in OURS}

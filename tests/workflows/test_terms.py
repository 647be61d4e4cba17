"""Every clause of the two documents has its place in the program."""

import pytest

from sellerdesk.cli import COMMANDS
from sellerdesk.workflows.program.covered import CALCULATIONS, SCOPES, reached
from sellerdesk.workflows.terms import obligations, terms
from tests.conftest import Desk


@pytest.mark.parametrize("clause", list(terms().clause))
def test_every_clause_is_reached(clause: str) -> None:
    assert reached(clause)


def test_the_command_line_names_where(desk: Desk) -> None:
    told = {one["id"]: one["reached"] for one in desk("clauses", "--json").json["clauses"]}
    assert {name[:2] for name in told} == {"CP", "CL", "P2", "S-"}
    assert {"kind": "rule", "name": "sfp.region-speed"} in told["S-04"]
    assert {"kind": "obligation", "name": "return_address"} in told["S-23"]
    assert {"kind": "scope", "name": "audit"} in told["S-38"]


def test_what_names_a_clause_names_one_that_exists() -> None:
    named = [clause for clauses in (*CALCULATIONS.values(), *SCOPES.values()) for clause in clauses]
    assert set(named) <= set(terms().clause)
    assert {name.split(maxsplit=1)[0] for name in (*CALCULATIONS, *SCOPES)} <= set(COMMANDS)
    assert len(obligations()) == 11, "S-24 among them"

"""The list of all that is inside the built program, for programs that look for known weaknesses (CycloneDX 1.5)."""

from __future__ import annotations

import json
import platform
import re
from importlib.metadata import distribution

import licences

from sellerdesk import __version__

SPDX = re.compile(r"[A-Za-z0-9.+-]+(?: (?:OR|AND|WITH) [A-Za-z0-9.+-]+)*")


def bill() -> str:
    """The list as JSON: the program, Python, and every package of the lock that goes in, with its version and licence."""
    parts = [python_part(), *(package_part(name) for name in licences.bundled())]
    content = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "sellerdesk",
                "name": "sellerdesk",
                "version": __version__,
                "licenses": [{"license": {"id": "MIT"}}],
            }
        },
        "components": parts,
        "dependencies": [{"ref": "sellerdesk", "dependsOn": [str(part["bom-ref"]) for part in parts]}],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def python_part() -> dict[str, object]:
    """The Python that is inside."""
    version = platform.python_version()
    part = {"type": "platform", "bom-ref": f"python@{version}", "name": "python", "version": version}
    return {**part, "cpe": f"cpe:2.3:a:python:python:{version}:*:*:*:*:*:*:*", "licenses": [{"license": {"id": "PSF-2.0"}}]}


def package_part(name: str) -> dict[str, object]:
    """A package as it is installed."""
    found = distribution(name)
    address = f"pkg:pypi/{name.lower()}@{found.version}"
    licence = licences.licence_of(found)
    licence_entry = (
        {"expression": licence} if found.metadata["License-Expression"] and SPDX.fullmatch(licence) else {"license": {"name": licence}}
    )
    return {"type": "library", "bom-ref": address, "name": name, "version": found.version, "purl": address, "licenses": [licence_entry]}

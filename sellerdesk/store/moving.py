"""A shop as one file for another computer: its store, and a manifest that says what must arrive."""

import hashlib
import os
import sqlite3
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import msgspec

from sellerdesk.domain.refusal import UnreadableFile
from sellerdesk.parts import clear_beside, clear_parts, part_of
from sellerdesk.paths import is_shop
from sellerdesk.store import copying, fresh, private
from sellerdesk.store.changed import MADE
from sellerdesk.store.faults import plain_faults

STORE, MANIFEST = "shop.db", "manifest.json"
MOST_BYTES = 8 * 1024**3
"""A store larger than this is none of ours; a zip of a few bytes can claim any size."""
CHUNK = 1 << 20
REFUSED = {
    "damaged": "moved_damaged", "foreign": "moved_foreign", "value": "moved_value", "rows": "moved_rows", "differs": "moved_differs",
    "unsealed": "moved_unsealed",
}  # fmt: skip
"""Why a shop is not taken in."""
LARGEST_MANIFEST, VERSION = 1_000_000, 1
"""Bytes of a manifest, and the one version there is."""


class Manifest(msgspec.Struct, frozen=True):
    """What a packed shop holds: name, when it was packed (Japan time), size in bytes, SHA-256, rows by table."""

    shop: str
    packed_at: str
    program: str
    bytes: int
    sha256: str
    rows: dict[str, int]
    version: int


def pack(store: Path, file: Path, packed_at: str, program: str) -> Manifest:
    """Write a shop into a file, aside first and then in its place. Raises UnusableStore."""
    copy, part = part_of(file, "old"), part_of(file)
    try:
        with plain_faults(file):
            private.touch(part)
            clear_beside(part)
        copying.copy(store, copy)
        with plain_faults(file):
            manifest_ = Manifest(store.stem, packed_at, program, copy.stat().st_size, sha256(copy), rows(copy, alone=True), VERSION)
            with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr(MANIFEST, msgspec.json.format(msgspec.json.encode(manifest_)))
                archive.write(copy, STORE)
            with part.open("rb+") as written:
                os.fsync(written.fileno())
            part.replace(file)
        MADE.append(("moved", str(file)))
    finally:
        private.remove(copy)
        part.unlink(missing_ok=True)
    return manifest_


@contextmanager
def unpacked(file: Path, beside: Path) -> Iterator[tuple[Path, Manifest]]:
    """A fresh store with the rows of a packed shop, beside another and looked through, removed at the end; and what was packed.

    Raises UnreadableFile for a file that is none, did not arrive whole or holds what this program does not write, UnusableStore.
    """
    part = beside.with_name(f".{beside.stem}.{os.getpid()}.part")
    try:
        with plain_faults(part):
            private.make_folder(part.parent)
            private.remove(part)
            private.touch(part)
            clear_parts(part.parent, part.stat().st_mtime)
            manifest_ = extract(file, part)
        with taking(file), fresh.built(part, beside) as made:
            if rows(part, alone=True) != manifest_.rows:
                raise UnreadableFile("moved_damaged", path=file.name)
            yield made, manifest_
    finally:
        private.remove(part)


@contextmanager
def taking(file: Path) -> Iterator[None]:
    """Say of a file why its store is not taken in. Raises UnreadableFile."""
    try:
        yield
    except fresh.Refused as refused:
        raise UnreadableFile(REFUSED[refused.why], path=file.name, **refused.where) from refused


def extract(file: Path, part: Path) -> Manifest:
    """Unpack the store and compare its size and sum. Raises UnreadableFile."""
    try:
        with zipfile.ZipFile(file) as archive:
            manifest_ = manifest(archive)
            if manifest_.bytes > MOST_BYTES or archive.getinfo(STORE).file_size != manifest_.bytes:
                raise UnreadableFile("moved_damaged", path=file.name)
            with archive.open(STORE) as packed, part.open("wb") as into:
                while chunk := packed.read(CHUNK):
                    into.write(chunk)
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, RuntimeError, ValueError, struct.error, zlib.error) as error:
        raise UnreadableFile("not_a_shop", path=file.name) from error
    if sha256(part) != manifest_.sha256:
        raise UnreadableFile("moved_damaged", path=file.name)
    return manifest_


def manifest(archive: zipfile.ZipFile) -> Manifest:
    """What a packed shop says of itself. Raises ValueError (msgspec's are among them) for what this program does not write."""
    if archive.getinfo(MANIFEST).file_size > LARGEST_MANIFEST:
        raise ValueError(MANIFEST)
    found = msgspec.json.decode(archive.read(MANIFEST), type=Manifest)
    if found.version != VERSION or found.bytes < 0 or not is_shop(found.shop):
        raise ValueError(MANIFEST)
    datetime.fromisoformat(found.packed_at)
    return found


def sha256(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def rows(store: Path, *, alone: bool = False) -> dict[str, int]:
    """How many rows every table has; `alone` as in copying.reading()."""
    with closing(copying.reading(store, alone=alone)) as db:
        names = [name for (name,) in db.execute("select name from sqlite_master where type = 'table' order by name")]
        return {name: db.execute(f'select count(*) from "{name}"').fetchone()[0] for name in names}  # noqa: S608 (its own tables)


def steps(store: Path) -> list[str]:
    """The steps of the schema that a store has; none for another program's."""
    with closing(copying.reading(store)) as db:
        try:
            return [name for (name,) in db.execute("select name from _sqlite_migrations where migration_set = 'sellerdesk'")]
        except sqlite3.OperationalError:
            return []

"""A shop as one file for another computer: its store, and a manifest that says what must arrive."""

import hashlib
import os
import sqlite3
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import msgspec

from sellerdesk.domain.refusal import UnreadableFile, UnusableStore
from sellerdesk.store import copying
from sellerdesk.store.faults import plain_faults

STORE, MANIFEST = "shop.db", "manifest.json"
MOST_BYTES = 8 * 1024**3
"""A store larger than this is none of ours; a zip of a few bytes can claim any size."""
CHUNK = 1 << 20


class Manifest(msgspec.Struct, frozen=True):
    """What a packed shop holds: name, when it was packed (Japan time), size in bytes, SHA-256, rows by table."""

    shop: str
    packed_at: str
    program: str
    bytes: int
    sha256: str
    rows: dict[str, int]
    version: int = 1


def pack(store: Path, file: Path, packed_at: str, program: str) -> Manifest:
    """Write a shop into a file, aside first and then in its place. Raises UnusableStore."""
    copy, part = (file.with_name(f".{file.name}.{os.getpid()}.{ending}") for ending in ("db", "part"))
    try:
        copying.copy(store, copy)
        with plain_faults(file):
            told = Manifest(store.stem, packed_at, program, copy.stat().st_size, sha256(copy), rows(copy))
            with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr(MANIFEST, msgspec.json.format(msgspec.json.encode(told)))
                archive.write(copy, STORE)
            with part.open("rb+") as written:
                os.fsync(written.fileno())
            part.replace(file)
    finally:
        copy.unlink(missing_ok=True)
        part.unlink(missing_ok=True)
    return told


@contextmanager
def unpacked(file: Path, beside: Path) -> Iterator[tuple[Path, Manifest]]:
    """The store of a packed shop, unpacked beside another and looked through, removed at the end.

    Raises UnreadableFile for a file that is none or did not arrive whole, UnusableStore.
    """
    part = beside.with_name(f".{beside.stem}.{os.getpid()}.part")
    try:
        with plain_faults(part):
            part.parent.mkdir(parents=True, exist_ok=True)
            told = extract(file, part)
            try:
                with closing(copying.reading(part)) as db:
                    copying.check(db, part)
            except (sqlite3.DatabaseError, UnusableStore) as error:
                raise UnreadableFile("moved_damaged", path=file.name) from error
            if rows(part) != told.rows:
                raise UnreadableFile("moved_damaged", path=file.name)
        yield part, told
    finally:
        part.unlink(missing_ok=True)


def extract(file: Path, part: Path) -> Manifest:
    """Unpack the store and compare its size and sum. Raises UnreadableFile."""
    try:
        with zipfile.ZipFile(file) as archive:
            told = msgspec.json.decode(archive.read(MANIFEST), type=Manifest)
            if told.bytes > MOST_BYTES or archive.getinfo(STORE).file_size != told.bytes:
                raise UnreadableFile("moved_damaged", path=file.name)
            with archive.open(STORE) as packed, part.open("wb") as into:
                while chunk := packed.read(CHUNK):
                    into.write(chunk)
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError, RuntimeError, msgspec.DecodeError, zlib.error) as error:
        raise UnreadableFile("not_a_shop", path=file.name) from error
    if sha256(part) != told.sha256:
        raise UnreadableFile("moved_damaged", path=file.name)
    return told


def sha256(file: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def rows(store: Path) -> dict[str, int]:
    """How many rows every table has."""
    with closing(copying.reading(store)) as db:
        names = [name for (name,) in db.execute("select name from sqlite_master where type = 'table' order by name")]
        return {name: db.execute(f'select count(*) from "{name}"').fetchone()[0] for name in names}  # noqa: S608 (its own tables)


def steps(store: Path) -> list[str]:
    """The steps of the schema that a store has; none for another program's."""
    with closing(copying.reading(store)) as db:
        try:
            return [name for (name,) in db.execute("select name from _sqlite_migrations where migration_set = 'sellerdesk'")]
        except sqlite3.OperationalError:
            return []

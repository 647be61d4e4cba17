"""A connection to a shop's store, as all that reads and writes it takes it."""

import sqlite3
from typing import NamedTuple


class Database(NamedTuple):
    """An open store. sqlite-utils makes and changes its tables; it takes 0.1 s to load, and a store that is up to date needs none of it."""

    conn: sqlite3.Connection

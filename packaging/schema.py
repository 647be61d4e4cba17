#!/usr/bin/env python3
"""Write resources/schema.sql anew, the schema of a new shop's store: run it after a step was added to sellerdesk/store/migrations.py."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from sellerdesk.store.migrations import whole_schema

if __name__ == "__main__":
    (ROOT / "resources/schema.sql").write_text(whole_schema(), encoding="utf-8")

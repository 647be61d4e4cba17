"""Whether Qt for Python loses references: 10,000 calls that return nothing, and the count of references to None before and after.

Ends with 0 when none is lost. PySide6 6.12.0 loses one a call on Python 3.11, whose None is not immortal, and the process aborts.
"""

import sys

from PySide6.QtWidgets import QApplication, QLabel

CALLS = 10_000
STRAY = 100
"""References that come and go by themselves."""

if __name__ == "__main__":
    app = QApplication([])
    label = QLabel()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        label.setToolTip("")
    lost = before - sys.getrefcount(None)
    sys.stdout.write(f"{lost} references lost in {CALLS} calls\n")
    sys.stdout.flush()
    sys.exit(lost > STRAY)

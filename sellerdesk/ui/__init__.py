"""The window: the only place that knows Qt.

Qt for Python puts a way of importing of its own in place of Python's, which reads the whole source of every module imported
after it, to see whether the module asks for its snake_case. Nobody here does: without it the first window stands 5% sooner.
"""

import builtins

import PySide6.QtCore  # noqa: F401 (puts its way in place)

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)

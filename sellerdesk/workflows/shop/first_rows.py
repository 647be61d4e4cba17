"""The shop's file as the window first meets it: whether it is there, its first rows, and staying with it after an edit."""

from sellerdesk.store.backups import check_not_lost, is_lost
from sellerdesk.store.database import linger
from sellerdesk.store.judged import glimpse
from sellerdesk.store.opening import Lying, forget, lying

__all__ = ["Lying", "check_not_lost", "forget", "glimpse", "is_lost", "linger", "lying"]

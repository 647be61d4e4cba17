"""Who holds the shop's file: one window at a time may change it, and says what it was found to be when it was opened."""

from sellerdesk.store.holding import give_back, is_ours, take
from sellerdesk.store.notices import take as notices

__all__ = ["give_back", "is_ours", "notices", "take"]

"""The backups of a shop as the window lists them, and the folder that they are kept in."""

from sellerdesk.store.backups import Backup, choose_folder, chosen_folder, every, folder_now

__all__ = ["Backup", "choose_folder", "chosen_folder", "every", "folder_now"]

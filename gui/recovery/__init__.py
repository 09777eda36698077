"""What is shown where an office cannot be opened: what is wrong, and every way on."""

from gui.recovery.screen import AGAIN, OPEN, OTHER, QUIT, READ, RESTORE, Wish, ask_way_on

__all__ = ["AGAIN", "OPEN", "OTHER", "QUIT", "READ", "RESTORE", "Wish", "ask_way_on"]

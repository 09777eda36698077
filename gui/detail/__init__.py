"""One record, read: its facts, its rows, what it is linked with, and what happened to it."""

from gui.detail.pane import DetailPane

__all__ = ["DetailPane"]

"""Tortures of the stored data: run one with ``python -m tests.torture NAME --times N``."""

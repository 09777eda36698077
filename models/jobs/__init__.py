"""Single jobs without a window, so that a task scheduler can run them; none of them imports Qt but print."""

from models.jobs.run import run, window_options

__all__ = ["run", "window_options"]

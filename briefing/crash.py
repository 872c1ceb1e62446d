"""Writes the traceback of a failure that nobody foresaw into the log file."""

from __future__ import annotations

import sys
import traceback
from datetime import UTC, datetime

from briefing import paths
from briefing.clean import clean_line

_LARGEST = 1 << 20  # bytes; an older log is kept beside it


def log(error: BaseException) -> str:
    """Append the traceback and return a sentence that says where it is, or how to see it."""
    try:
        version = sys.modules["briefing"].__version__  # an import of it would point against the arrows
        file = paths.log_file()
        if file.exists() and file.stat().st_size > _LARGEST:
            file.replace(file.with_suffix(".old.log"))
        with file.open("a", encoding="utf-8", errors="backslashreplace") as out:
            out.write(f"{datetime.now(UTC).isoformat(timespec='seconds')} briefing {version}\n")
            out.write("".join(traceback.format_exception(error)) + "\n")
    except OSError:
        return "Run it again with --debug to see where."
    return f"Where, is in {clean_line(str(file))}; please report it."

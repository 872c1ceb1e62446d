"""Puts bytes where they were asked for: standard output, or a file that is whole or not there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from briefing.clean import clean_line
from briefing.errors import UsageError


def put(data: bytes, output: str | None) -> None:
    """Write to standard output (None or '-') or to a file, which appears only when it is complete.

    Raises `UsageError` when the file can't be written, `BrokenPipeError` when nobody reads any more.
    """
    if output is None or output == "-":
        if sys.stdout is None:
            raise UsageError("Standard output is closed. Name a file with -o.")
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    path = Path(output)
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a device or a named pipe can't be replaced
            return
        path = path.resolve()
        part = path.with_name(f".{path.name}.{os.getpid()}.part")
        try:
            part.write_bytes(data)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(output, error) from error


def unwritable(output: str, error: OSError) -> UsageError:
    """The error for an output file that the system refuses."""
    why = clean_line(error.strerror or str(error))
    return UsageError(f"{clean_line(output)} can't be written: {why}. Name another file with -o.")

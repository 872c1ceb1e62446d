"""What can go wrong, as one line for the reader: what failed, why, and what to do next."""

from __future__ import annotations


class BriefingError(Exception):
    """An error that is told in one line. `exit_code` is the status that the command ends with."""

    exit_code = 1


class UnreadableError(BriefingError):
    """The article can't be read: missing, empty, binary, no text."""


class AnalysisError(BriefingError):
    """The analysis could not be made or ended early."""


class LibraryError(BriefingError):
    """The library on disk can't be opened or written."""


class UsageError(BriefingError):
    """What was asked for makes no sense: an option, a value, a configuration file."""

    exit_code = 2


class PipelineError(UsageError):
    """A spaCy pipeline that is not installed or can't serve."""


class NetworkError(BriefingError):
    """Something on the network failed."""

    exit_code = 3

"""The SQLite file: opened for safe writing, brought up to date by numbered migrations, errors in one line.

A change is one transaction, on the disk before it is acknowledged (WAL with synchronous=FULL).
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.clean import clean_line
from briefing.errors import LibraryError

MIGRATIONS = Path(__file__).parent / "migrations"
_WAIT = 5000  # milliseconds for another reader of the same library to finish its change


def connect(file: Path) -> sqlite3.Connection:
    """A connection to the library in `file`, made or migrated to the newest version.

    Raises `LibraryError` when the file is damaged, no library, of a newer version, or can't be written.
    """
    with telling(file):
        _make_private(file)
        connection = sqlite3.connect(file, isolation_level=None, check_same_thread=False)
    try:
        with telling(file):
            connection.execute(f"PRAGMA busy_timeout = {_WAIT}")
            connection.execute("PRAGMA foreign_keys = ON")
            _migrate(connection, file)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def change(connection: sqlite3.Connection, file: Path) -> Iterator[None]:
    """One transaction: everything inside is kept, or nothing."""
    with telling(file):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise


@contextmanager
def telling(file: Path) -> Iterator[None]:
    """Turns what SQLite and the system say into a `LibraryError` that names the file."""
    shown = clean_line(str(file))
    try:
        yield
    except sqlite3.OperationalError as error:
        why = clean_line(str(error))
        if "locked" in why or "busy" in why:
            advice = "Another Briefing is writing to it; try again in a moment."
        elif "readonly" in why or "unable to open" in why:
            advice = "Make it and its folder writable for you, or set XDG_DATA_HOME to another folder."
        elif "full" in why:
            advice = "Free some space on the disk."
        else:
            advice = "Move the file aside to start a new library."
        raise LibraryError(f"The library {shown} can't be used: {why}. {advice}") from error
    except sqlite3.DatabaseError as error:
        raise LibraryError(
            f"The library {shown} is damaged: {clean_line(str(error))}. Move the file aside to start a new one; "
            "'sqlite3 FILE .recover' may save what is in it."
        ) from error
    except OSError as error:
        why = clean_line(error.strerror or str(error))
        raise LibraryError(
            f"The library {shown} can't be used: {why}. "
            "Make its folder writable for you, or set XDG_DATA_HOME to another one."
        ) from error


def migrations() -> list[tuple[int, str]]:
    """The numbered migrations in order, as (version that it leads to, SQL)."""
    found = [(int(file.name[:4]), file.read_text("utf-8")) for file in MIGRATIONS.glob("[0-9]*.sql")]
    return sorted(found)


def _migrate(connection: sqlite3.Connection, file: Path) -> None:
    steps = migrations()
    newest = steps[-1][0]
    if _version(connection) == newest:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        version = _version(connection)  # another process may have migrated while this one waited
        if version > newest:
            raise LibraryError(
                f"The library {clean_line(str(file))} was made by a newer Briefing (version {version}, this one knows "
                f"{newest}). Install the newer Briefing, or move the file aside to start a new library."
            )
        for number, sql in steps:
            if number > version:
                for statement in _statements(sql):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {number}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _statements(sql: str) -> Iterator[str]:
    """The statements of a script one by one: `executescript` would end the transaction."""
    statement = ""
    for line in re.sub(r"--.*", "", sql).splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _make_private(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not file.exists():
        file.touch(mode=0o600)

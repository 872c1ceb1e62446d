"""Nothing acknowledged is lost, and a library that can't serve says so in one line."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from briefing import paths
from briefing.article import Article
from briefing.errors import LibraryError
from briefing.library import Library, database

WRITER = """
import sys
from pathlib import Path
from briefing.findings import Claim
from briefing.library import Library
from briefing.readers import read_bytes
library = Library(Path(sys.argv[1]))
article = read_bytes(b"An article of one sentence, long enough to be marked a hundred times and more.")
library.keep_article(article)
for number in range(100000):
    library.add_bookmark(article.id, Claim("c", number, number + 1, 1, None, None, (), "asserted"), f"w{number}", None)
    print(number, flush=True)
"""


def test_a_killed_writer_loses_nothing_that_it_was_told_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "library.sqlite3"
    for kill_after in (3, 11, 29):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(file)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as writer:
            assert writer.stdout is not None
            acknowledged = [int(writer.stdout.readline()) for _ in range(kill_after)]
            writer.send_signal(signal.SIGKILL)
            acknowledged += [int(line) for line in writer.stdout if line.endswith("\n")]
        assert writer.returncode == -signal.SIGKILL
        with Library(file) as library:
            kept = {bookmark.words for bookmark in library.bookmarks()}
        assert {f"w{number}" for number in acknowledged} <= kept
        with sqlite3.connect(file) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_every_change_is_on_the_disk_before_it_is_acknowledged(library: Library) -> None:
    assert library._connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert library._connection.execute("PRAGMA synchronous").fetchone()[0] == 2  # FULL
    assert library._connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1


def test_a_failed_change_leaves_everything_as_it_was(library: Library, article: Article) -> None:
    def begin_and_fail() -> None:
        with library._change() as connection:
            connection.execute("DELETE FROM articles")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        begin_and_fail()
    assert library.article(article.id) == article


def test_the_folder_and_the_file_are_their_owners_alone(file: Path) -> None:
    Library(file).close()
    assert file.stat().st_mode & 0o077 == 0
    assert file.parent.stat().st_mode & 0o077 == 0


def test_the_default_is_the_users_data_folder(private_home: Path) -> None:
    with Library() as library:
        assert library.file == paths.library_file()
        assert private_home in library.file.parents


def test_a_library_of_a_newer_version_is_left_alone(file: Path) -> None:
    Library(file).close()
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = file.read_bytes()
    with pytest.raises(LibraryError, match="newer Briefing"):
        Library(file)
    assert file.read_bytes() == before


@pytest.mark.parametrize(
    "junk", [b"this is no database at all, but some text\n" * 100, b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_a_damaged_library_is_told_with_its_path_and_left_alone(tmp_path: Path, junk: bytes) -> None:
    file = tmp_path / "library.sqlite3"
    file.write_bytes(junk)
    with pytest.raises(LibraryError, match=r"library\.sqlite3 .*Move the file aside") as refused:
        Library(file)
    assert "\n" not in str(refused.value)
    assert file.read_bytes() == junk


def test_damage_found_later_is_told_too(library: Library, file: Path, article: Article) -> None:
    library.close()
    data = bytearray(file.read_bytes())
    data[4096:] = b"\xee" * (len(data) - 4096)
    file.write_bytes(data)
    with pytest.raises(LibraryError, match="damaged"):
        Library(file).articles()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LibraryError, match="can't be used"):
        Library(tmp_path / "file" / "library.sqlite3")


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(LibraryError, match="can't be used"):
        Library(tmp_path / "library.sqlite3")


def test_another_writer_is_waited_for_and_then_told(library: Library, file: Path, article: Article) -> None:
    library._connection.execute("PRAGMA busy_timeout = 10")
    with sqlite3.connect(file, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="try again in a moment"):
            library.keep_article(article)
        other.execute("ROLLBACK")
    library.keep_article(article)


def test_migrations_are_numbered_without_a_gap() -> None:
    assert [number for number, _ in database.migrations()] == list(range(1, len(database.migrations()) + 1))


def test_an_interrupted_migration_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "library.sqlite3"
    steps = database.migrations()
    broken = [*steps, (len(steps) + 1, "CREATE TABLE more (x);\nCREATE TABLE articles (x);\n")]
    Library(file).close()
    monkeypatch.setattr(database, "migrations", lambda: broken)
    with pytest.raises(LibraryError):
        Library(file)
    monkeypatch.undo()
    Library(file).close()
    with sqlite3.connect(file) as connection:
        assert connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'more'").fetchone() == (0,)

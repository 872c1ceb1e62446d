"""What a batch takes a path for."""

import os
from pathlib import Path

from briefing.batch import expand


def test_a_folder_is_its_articles_by_name_and_those_below(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "c.pdf", "notes", ".hidden.txt", "sub/z.txt", "sub/a.txt", ".git/x.txt", "A.TXT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [str(Path(path).relative_to(tmp_path)) for path in expand([str(tmp_path)])]
    assert found == ["A.TXT", "a.md", "b.txt", "sub/a.txt", "sub/z.txt"]


def test_files_stay_as_they_are_named_and_where_they_are_named(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.txt").write_text("x")
    first, last = str(tmp_path / "z.anything"), "missing.txt"
    assert expand([first, str(tmp_path / "folder"), last]) == [first, str(tmp_path / "folder" / "a.txt"), last]


def test_a_pipe_in_a_folder_is_left_out_and_a_link_to_nothing_stays_to_be_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "lost.txt").symlink_to("nowhere")
    assert [Path(path).name for path in expand([str(tmp_path)])] == ["lost.txt"]


def test_an_empty_folder_is_nothing(tmp_path: Path) -> None:
    assert expand([str(tmp_path)]) == []

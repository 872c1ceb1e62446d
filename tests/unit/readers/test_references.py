"""Paths, standard input and addresses: what is read, and the one line when it can't be."""

import io
import sys
from pathlib import Path

import pytest

from briefing.errors import UnreadableError, UsageError
from briefing.readers import files, read, read_bytes

TEXT = "The minister said on Friday that the talks had stalled.\n"


def test_a_path_is_kept_whole_with_the_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "-odd 'name'.txt").write_text(TEXT)
    monkeypatch.chdir(tmp_path)
    assert read("-odd 'name'.txt").path == str(tmp_path / "-odd 'name'.txt")


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    article = read("-")
    assert (article.text, article.path) == (TEXT, None)


def test_empty_standard_input_is_called_by_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    with pytest.raises(UnreadableError, match="standard input is empty"):
        read("-")


@pytest.mark.parametrize("address", ["https://example.org/x", "HTTP://example.org", "file:///etc/hostname"])
def test_an_address_is_a_usage_error_that_says_what_to_do(address: str) -> None:
    with pytest.raises(UsageError, match="Save the page"):
        read(address)


def test_what_cannot_be_read_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "page.html").write_text("<p>hello there</p>")
    (tmp_path / "paper.pdf").write_text("no pdf at all")
    cases = {
        "missing.txt": "no such file",
        "empty.txt": "is empty",
        "page.html": "a web page",
        "paper.pdf": "a PDF document",
        ".": "is a folder",
        "empty.txt/x": "can't be read",
        "nul\0name": "can't be read",
        "x" * 5000: "can't be read",
    }
    for name, said in cases.items():
        with pytest.raises(UnreadableError, match=said) as refused:
            read(f"{tmp_path}/{name}")
        assert "\n" not in str(refused.value)


def test_a_path_with_control_characters_is_told_without_them(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError) as refused:
        read(str(tmp_path / "\x1b[31mred"))
    assert "\x1b" not in str(refused.value)


def test_what_is_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 1000)
    (tmp_path / "large.txt").write_text("word " * 201)
    with pytest.raises(UnreadableError, match="larger than"):
        read(str(tmp_path / "large.txt"))


def test_bytes_are_plain_text_unless_the_path_says_markdown() -> None:
    assert read_bytes(b"**bold** words").text == "**bold** words"
    assert read_bytes(b"**bold** words", path="x.MD").text == "bold words\n"

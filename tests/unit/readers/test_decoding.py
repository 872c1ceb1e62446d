"""Bytes to text: encodings, and what is no text."""

import random
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import UnreadableError
from briefing.readers.decoding import decode

SENTENCE = "Mr. Müller said on Friday that the “café” in Łódź had closed – for €5. "
WESTERN = "Mr. Müller said on Friday that the café had closed. “Enough”, he said – twice. "


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_or_without_a_mark(codec: str) -> None:
    assert decode((SENTENCE * 3).encode(codec), "x") == SENTENCE * 3


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_known_by_its_zeros(codec: str) -> None:
    assert decode((WESTERN * 3).encode(codec), "x") == WESTERN * 3


def test_windows_text_is_read_with_its_quotation_marks() -> None:
    assert decode((WESTERN * 5).encode("cp1252"), "x") == WESTERN * 5


def test_latin_1_text_is_read() -> None:
    text = "Mr. Müller said on Friday that the café had closed. " * 10
    assert decode(text.encode("latin-1"), "x") == text


def test_cyrillic_text_is_read() -> None:
    text = (
        "Министр сказала в пятницу, что переговоры остановились. «Мы попробуем снова», — сказала она журналистам. " * 4
    )
    assert decode(text.encode("cp1251"), "x") == text


def test_utf_8_with_few_bad_bytes_is_utf_8() -> None:
    good = (SENTENCE * 30).encode()
    assert decode(good[:100] + b"\xff" + good[100:], "x").count("\ufffd") == 1
    short = "“We will try again,” she said to Mr. Novak.".encode()
    assert decode(short.replace(b"Novak", b"Nov\xffak"), "x") == "“We will try again,” she said to Mr. Nov\ufffdak."


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"{\\rtf1 hello}", "word-processor"),
        (b"<!DOCTYPE html><html><p>Hello", "web page"),
        (b"\n <html lang='en'>", "web page"),
        (b"\0" * 100, "binary"),
        (random.Random(7).randbytes(5000), "binary"),
        (b"some text\0 with a zero in it", "binary"),
    ],
)
def test_what_is_no_text_is_refused_by_its_kind(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableError, match=what) as refused:
        decode(data, "file.txt")
    assert str(refused.value).startswith("file.txt is ")


def test_text_made_for_a_terminal_is_text() -> None:
    assert decode(b"\x1b[31mred\x1b[0m and \x07 bell, then some more words", "x").startswith("\x1b[31mred")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with suppress(UnreadableError):
        assert isinstance(decode(data, "x"), str)

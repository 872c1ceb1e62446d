"""Bytes to text: the encoding by BOM, then UTF-8, then by what the bytes look like; binary data refused."""

from __future__ import annotations

import re

from briefing.errors import UnreadableError

_BOMS = (  # the longer mark first: UTF-32's little-endian one begins with UTF-16's
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive, e-book or word-processor document"),
    (b"\xd0\xcf\x11\xe0", "a word-processor document"),
    (b"{\\rtf", "a word-processor document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_WEB_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
# escape, bell, backspace and form feed occur in text that was meant for a terminal or a printer
_CONTROLS = re.compile(rb"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# what news text is written in where it is not Unicode; every codec there is would guess wildly on short texts
_CODECS = [
    "cp1252", "latin_1", "cp1250", "iso8859_2", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1256", "cp1255",
    "mac_roman", "cp437", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr",
]  # fmt: skip
_SAMPLE = 1 << 16


def decode(data: bytes, shown: str) -> str:
    """The text of a file, without its BOM. `shown` is what the file is called in an error.

    UTF-8 with less than 0.1 % bad bytes, or with fewer bad bytes than good characters beyond ASCII,
    is UTF-8 with U+FFFD. Raises `UnreadableError` for binary data.
    """
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(codec, "replace")
    if (wide := _utf16_without_bom(data)) is not None:
        return data.decode(wide, "replace")
    refuse_binary(data, shown)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    if bad < 0.001 * len(data) or bad < len(_MULTIBYTE.findall(data)):
        return text
    return data.decode(_guessed(data), "replace")


def refuse_binary(data: bytes, shown: str) -> None:
    """Raises `UnreadableError` when the bytes are no plain text: known formats, NULs, control characters."""
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise not_text(shown, what)
    if _WEB_PAGE.match(data[:4096]):
        raise not_text(shown, "a web page")
    sample = data[:_SAMPLE]
    if b"\0" in sample or len(_CONTROLS.findall(sample)) > 3 + 0.05 * len(sample):
        raise not_text(shown, "binary data")


def not_text(shown: str, what: str) -> UnreadableError:
    """The error for a file that is `what` ("a PDF document") and can't be read."""
    return UnreadableError(
        f"{shown} is {what}; Briefing reads plain text and Markdown. Save the article as a text file and open that."
    )


def _utf16_without_bom(data: bytes) -> str | None:
    """UTF-16 of mostly Latin text has a zero in every other byte."""
    sample = data[:4096]
    if len(sample) < 8 or len(data) % 2:
        return None
    even, odd = sample[::2].count(0) / len(sample[::2]), sample[1::2].count(0) / len(sample[1::2])
    if odd > 0.6 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 and odd < 0.05 else None


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes  # needs 30 ms, seldom called for

    best = from_bytes(data[:_SAMPLE], cp_isolation=_CODECS, preemptive_behaviour=False).best()
    # bytes 80-9F are typography in Windows' code page and unsafe controls in the ISO one
    return "cp1252" if best is None or best.encoding in ("latin_1", "ascii") else best.encoding

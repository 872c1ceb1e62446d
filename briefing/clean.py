"""Makes any text safe to show and to keep. Here and nowhere else.

An article is text that somebody else wrote: it may carry terminal control sequences, bidirectional
overrides that make it read other than it is, and invisible characters. Each such character becomes
U+FFFD, one for one, so that offsets into the text stay what they are.
"""

from __future__ import annotations

import re
import unicodedata

REPLACEMENT = "\ufffd"

# C0 but for tab and line feed, DEL, C1, zero-width space, bidi marks and controls, BOM, lone surrogates.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_JOINER = re.compile("[\u200c\u200d]")
_BREAKS = re.compile("\r\n?")


def clean(text: str) -> str:
    """`text` with each unsafe character as U+FFFD: the same length, nothing else changed."""
    text = _UNSAFE.sub(REPLACEMENT, text)
    if "\u200d" in text or "\u200c" in text:
        text = _JOINER.sub(lambda match: _joiner(match, text), text)
    return text


def unify_breaks(text: str) -> str:
    """A decoded file with one leading BOM dropped, CRLF and CR made LF."""
    return _BREAKS.sub("\n", text.removeprefix("\ufeff"))


def clean_line(text: str) -> str:
    """`text` as one line: cleaned, runs of white space as one space, no space at the ends."""
    return " ".join(clean(text).split())


def _joiner(match: re.Match[str], text: str) -> str:
    """A joiner between letters or emoji shapes them and stays; anywhere else it only hides."""
    start, end = match.span()
    if start and end < len(text) and _joins(text[start - 1]) and _joins(text[end]):
        return match.group()
    return REPLACEMENT


def _joins(character: str) -> bool:
    # letters and marks; symbols and the modifiers and variation selectors that emoji are built with
    return unicodedata.category(character)[0] in "LM" or unicodedata.category(character) in ("So", "Sk")

"""For terminals without UTF-8: everything that reaches the screen as ASCII, decided and done here alone.

Widgets draw with box lines, stars and blocks as they like; a line filter, the last before the
terminal, turns each character into one of the same width.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.filter import LineFilter

from briefing.tui.glyphs import ASCII, UTF8, Glyphs

if TYPE_CHECKING:
    from textual.color import Color


def is_plain_terminal(environment: Mapping[str, str] | None = None) -> bool:
    """Whether the locale says that the terminal has no UTF-8, or it is the Linux console, whose fonts lack most of it.

    Python itself turns LC_CTYPE to C.UTF-8 under the C locale (PEP 538), and the encoding of its
    output with it, so neither tells; LC_CTYPE counts only when it says more than that.
    """
    env = os.environ if environment is None else environment
    if env.get("TERM") in ("linux", "dumb"):
        return True
    ctype = env.get("LC_CTYPE", "")
    coerced = ctype in ("C.UTF-8", "C.utf8", "UTF-8") and env.get("LANG", "") in ("C", "POSIX")
    named = env.get("LC_ALL") or ("" if coerced else ctype) or env.get("LANG") or ""
    return bool(named) and "utf8" not in named.lower().replace("-", "")


class PlainText(LineFilter):
    """Replaces every character outside ASCII by ASCII of the same number of cells."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        return [
            segment if segment.control or segment.text.isascii() else Segment(to_ascii(segment.text), segment.style)
            for segment in segments
        ]


@lru_cache(4096)
def to_ascii(text: str) -> str:
    """`text` in ASCII, as wide as before."""
    if text.isascii():
        return text
    width = cell_len(text)
    plain = "".join(_character(character) for character in text)
    return plain[:width].ljust(width)


def _character(character: str) -> str:
    if character.isascii():
        return character
    known = _KNOWN.get(character)
    if known is not None:
        return known
    width = cell_len(character)
    base = unicodedata.normalize("NFKD", character)[:1]
    if width == 1 and base.isascii() and base.isprintable():
        return base
    return "?" * width


_PAIRS = '‘\' ’\' ‚, “" ”" „" ‹< ›> «< »> –- —- ―- …. •* ●o ○? ◆o ◇o ☆* ✓x ✗x §S ×x →> ←< ↑^ ↓v ▹> ►> ▶> ▾v ▼v △^ ◀< ▔-'
_KNOWN = {pair[0]: pair[1] for pair in _PAIRS.split()}
_KNOWN |= dict.fromkeys("━┄┅┈┉╌╍═╴╶╸╺▀", "-") | dict.fromkeys("┃┆┇┊┋╎╏║▏▎▍▌▐▕╵╷", "|")
_KNOWN |= dict.fromkeys("┌┐├┤┬┴┼╭╮╔╗╠╣╦╩╬┏┓┣┫┳┻╋", "+") | dict.fromkeys("└┘╰╯╚╝┗┛", "`")
for _field in Glyphs._fields:
    _pretty, _plain = getattr(UTF8, _field), getattr(ASCII, _field)
    if len(_pretty) == len(_plain):
        _KNOWN |= dict(zip(_pretty, _plain, strict=True))

"""The characters that the reader draws with: one set for terminals with UTF-8, one for all others."""

from __future__ import annotations

import codecs
import locale
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One drawing character (or a few) a purpose; the widths of both sets agree, but for the ellipsis."""

    name: str
    star: str
    """A bookmark."""
    pilcrow: str
    """Before the number of a paragraph."""
    marker: str
    """Before the current row of a list."""
    ellipsis: str
    dot: str
    """Between two facts on one line."""
    dash: str
    """Between the ends of a range."""
    arrow: str
    """From a principal to its proxy, from a key to what it does."""
    direct: str
    """Two cells: everything stands in quotation marks."""
    mixed: str
    """Two cells: some of it does."""
    indirect: str
    """Two cells: none of it does."""
    levels: str
    """Sparkline: the first for nothing, then from little to much."""
    axis: str
    """Timeline: time goes on."""
    leap: str
    """Timeline: time is left out."""
    event: str
    announced: str
    """Timeline: an event still to come."""
    stroke: str
    """Timeline: from an event to its words, and from its year to the event."""
    published: str
    """Timeline: the day of publication."""
    branch: str
    """Tree, three cells: one of several."""
    last_branch: str
    trunk: str
    """Tree, three cells: beside the lines of a branch that others follow."""


UTF8 = Glyphs(
    name="utf-8",
    star="★",
    pilcrow="¶",
    marker="▸",
    ellipsis="…",
    dot="·",
    dash="–",
    arrow="→",
    direct="“”",
    mixed="“ ",
    indirect="  ",
    levels="▁▂▃▄▅▆▇█",
    axis="│",
    leap="⋮",
    event="●",
    announced="○",
    stroke="─",
    published="▲",
    branch="├─ ",
    last_branch="└─ ",
    trunk="│  ",
)

ASCII = Glyphs(
    name="ascii",
    star="*",
    pilcrow="#",
    marker=">",
    ellipsis="...",
    dot="-",
    dash="-",
    arrow=">",
    direct='""',
    mixed='" ',
    indirect="  ",
    levels=".:-=+*#%",
    axis="|",
    leap=":",
    event="o",
    announced="?",
    stroke="-",
    published="^",
    branch="|- ",
    last_branch="`- ",
    trunk="|  ",
)


def glyphs_for(encoding: str | None, env: Mapping[str, str]) -> Glyphs:
    """The characters for a terminal that is written to in `encoding` (`sys.stdout.encoding`).

    The Linux console shows UTF-8 but its fonts have few of the characters, so it counts as one without.
    """
    if env.get("TERM") in ("linux", "dumb"):
        return ASCII
    if encoding:
        try:
            return UTF8 if codecs.lookup(encoding).name in _UNICODE else ASCII
        except LookupError:
            return ASCII
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        if value := env.get(name):
            return UTF8 if "utf" in locale.normalize(value).lower() else ASCII
    return ASCII


_UNICODE = frozenset({"utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"})

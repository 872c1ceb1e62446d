"""The characters that the reader draws with: one set for terminals with UTF-8, one for all others."""

from __future__ import annotations

from typing import NamedTuple


class Glyphs(NamedTuple):
    """One drawing character (or a few) a purpose; the widths of both sets agree, but for the ellipsis."""

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

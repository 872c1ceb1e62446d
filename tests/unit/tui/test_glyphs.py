"""The two sets of drawing characters."""

from __future__ import annotations

from rich.cells import cell_len

from briefing.tui.glyphs import ASCII, UTF8, Glyphs


def test_the_plain_set_is_ascii() -> None:
    assert all(characters.isascii() for characters in ASCII)


def test_both_sets_are_equally_wide_so_that_columns_stay() -> None:
    apart = {
        name for name, one, other in zip(Glyphs._fields, UTF8, ASCII, strict=True) if cell_len(one) != cell_len(other)
    }
    assert apart == {"ellipsis"}  # "..." is cut into the room that there is


def test_what_must_be_told_apart_is() -> None:
    for glyphs in (UTF8, ASCII):
        assert len({glyphs.event, glyphs.announced, glyphs.published, glyphs.axis, glyphs.leap}) == 5
        assert len({glyphs.direct, glyphs.mixed, glyphs.indirect}) == 3
        assert len(set(glyphs.levels)) == len(glyphs.levels)

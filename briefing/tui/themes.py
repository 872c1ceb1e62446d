"""The reader's own two themes; Textual's stand beside them."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="briefing-dark",
    dark=True,
    background="#15181d",
    surface="#1b1f26",
    panel="#272c36",
    foreground="#d9dce3",
    primary="#78a9d8",
    secondary="#b49ad6",
    accent="#e3a857",
    success="#8fbf87",
    warning="#e2c275",
    error="#dd7878",
)

LIGHT = Theme(
    name="briefing-light",
    dark=False,
    background="#fbf9f4",
    surface="#f2eee6",
    panel="#e3ddd0",
    foreground="#25272b",
    primary="#1d5c94",
    secondary="#6d4a9c",
    accent="#9c5300",
    success="#2f7036",
    warning="#8a6100",
    error="#ad2b2b",
)

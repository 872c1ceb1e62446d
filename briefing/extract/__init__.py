"""Finds actors, quotes, claims, history and proxies in a parsed article.

`VERSION` names the rules: it changes whenever they would find something else in the same parse, so
that a kept analysis is known to be old.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefing.extract.analysis import analyse

__all__ = ["VERSION", "analyse"]

VERSION = "5"


def __getattr__(name: str) -> Any:
    # opening an article that was analysed before asks for VERSION alone: the rules and their tables stay unread
    if name == "analyse":
        from briefing.extract.analysis import analyse

        return analyse
    raise AttributeError(f"module 'briefing.extract' has no attribute {name!r}")

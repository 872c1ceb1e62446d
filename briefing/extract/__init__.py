"""Finds actors, quotes, claims, history and proxies in a parsed article.

`VERSION` names the rules: it changes whenever they would find something else in the same parse, so
that a kept analysis is known to be old.
"""

from __future__ import annotations

from briefing.extract.analysis import analyse

__all__ = ["VERSION", "analyse"]

VERSION = "1"

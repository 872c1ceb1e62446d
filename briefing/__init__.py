"""Briefing: a news article as actors, quotes, history, proxies and claims, each leading back to its words.

    import briefing
    article = briefing.read("article.txt")                  # path, URL, '-' or bytes -> Article
    result = briefing.analyse(article, published=date(...)) # Article or str -> Briefing

Importing this package loads neither spaCy nor Textual; `analyse` loads spaCy on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Article", "Briefing", "__version__", "analyse", "decode", "encode", "read"]

if TYPE_CHECKING:
    from briefing.api import analyse, read
    from briefing.article import Article
    from briefing.findings import Briefing, decode, encode

_HOMES = {
    "Article": "briefing.article",
    "Briefing": "briefing.findings",
    "analyse": "briefing.api",
    "decode": "briefing.findings",
    "encode": "briefing.findings",
    "read": "briefing.api",
}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    if name in ("language", "extract", "readers", "export", "library"):
        return import_module(f"briefing.{name}")
    raise AttributeError(f"module 'briefing' has no attribute {name!r}")

"""Who says something: the name of the speaker, else the words that the text has for the source."""

from __future__ import annotations

from briefing.clean import clean_line
from briefing.findings import Briefing

_NAMELESS = frozenset(("", "who", "which", "that", "whose", "you"))
NOBODY = "no source named"
"""Said of what the text attributes without words for who says it ("is said to back")."""


class Sayers:
    """The names of a briefing's actors, and the sources of its quotes and attributions, each as one safe line."""

    def __init__(self, briefing: Briefing) -> None:
        self._article = briefing.article
        self._names = {actor.id: clean_line(actor.name) for actor in briefing.actors}
        self._quotes = {quote.id: quote for quote in (*briefing.quotes, *briefing.attributions)}

    def name(self, actor: str) -> str:
        """The name of an actor; its id where the briefing has no such actor."""
        return self._names.get(actor, actor)

    def of(self, attribution: str | None, speaker: str | None = None) -> str:
        """Who says what is attributed so; "" for what nobody but the article says. `speaker` goes first, if known."""
        if speaker in self._names:
            return self._names[speaker]
        quote = self._quotes.get(attribution or "")
        if quote is None:
            return ""
        if quote.speaker in self._names:
            return self._names[quote.speaker]
        source = clean_line(self._article.slice(quote.source)) if quote.source else ""
        return source if source.lower() not in _NAMELESS else NOBODY

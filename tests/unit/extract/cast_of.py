"""A cast made by hand from the names in a text, so that a finding is tested without the finding of actors."""

from __future__ import annotations

import re

from briefing.article import Span
from briefing.extract.relations import Cast
from briefing.findings import Actor, ActorKind, Mention, ProxyRelation
from briefing.language import Reading

KINDS: dict[str, ActorKind] = {"c": "country", "o": "organization", "g": "group", "p": "person", "l": "place"}


def cast_of(reading: Reading, names: str) -> Cast:
    """Actors as in "c:Iran=Iranian=Tehran; g:its proxy forces"; the id is the first name.

    Where mentions nest, the innermost has the token.
    """
    text = reading.article.text
    actors: list[Actor] = []
    held: list[tuple[int, int, str]] = []
    for entry in filter(None, (part.strip() for part in names.split(";"))):
        kind, _, forms = entry.partition(":")
        name, *aliases = forms.split("=")
        spans = sorted(
            {m.span() for form in (name, *aliases) for m in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text)}
        )
        assert spans, f"{name} is not in the text"
        mentions = tuple(Mention(start, end, "name") for start, end in spans)
        actors.append(Actor(name, name, KINDS[kind], aliases=tuple(aliases), mentions=mentions))
        held += [(*reading.tokens(Span(start, end)), name) for start, end in spans]
    of_token: dict[int, str] = {}
    of_head: dict[int, str] = {}
    for first, last, name in sorted(held, key=lambda item: item[0] - item[1]):
        for token in range(first, last):
            of_token[token] = name
        head = next((t for t in range(first, last) if not first <= reading.doc[t].head.i < last), last - 1)
        of_head.setdefault(reading.doc[head].i, name)
    return Cast(tuple(actors), of_token, of_head)


def told(found: tuple[ProxyRelation, ...]) -> set[str]:
    """Relations as "Iran backs militia"; of actors named by `cast_of` the ids are their names."""
    return {f"{p.principal} {p.relation} {p.proxy}" for p in found}

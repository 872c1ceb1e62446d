"""Runs every extractor over an article, in the order in which they need each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing.article import Article
from briefing.extract import actors, attributions, claims, history, mentions, proxies, speakers
from briefing.findings import Briefing
from briefing.language import identity_of, read_article

if TYPE_CHECKING:
    from spacy.language import Language

Progress = Callable[[str, float], None]
Partial = Callable[[Briefing], None]


def analyse(
    article: Article, nlp: Language, progress: Progress | None = None, partial: Partial | None = None
) -> Briefing:
    """Parse an article and find everything in it.

    `progress` is told (what is under way, share done from 0 to 1); `partial` gets the briefing as
    far as it is known, for a screen that fills as it goes.
    """
    tell = progress or (lambda stage, share: None)
    show = partial or (lambda briefing: None)
    tell("reading", 0.0)
    reading = read_article(article, nlp, lambda done, total: tell("reading", 0.8 * done / max(total, 1)))
    pipeline = identity_of(nlp.meta)
    found = mentions.find(reading)
    entities = mentions.entities(reading, found)
    show(Briefing(article=article, pipeline=pipeline, entities=entities))
    tell("quotes", 0.8)
    relations = attributions.find(reading)
    tell("actors", 0.88)
    cast = actors.find(reading, found, relations)
    entities = mentions.entities(reading, found, cast)
    quotes, others = speakers.link(reading, relations, cast)
    show(
        Briefing(
            article=article,
            pipeline=pipeline,
            entities=entities,
            actors=cast.actors,
            quotes=quotes,
            attributions=others,
        )
    )
    tell("claims", 0.94)
    stated = claims.find(reading, relations, quotes, others, cast)
    tell("history", 0.96)
    events = history.find(reading, cast)
    tell("proxies", 0.98)
    backed, denied = proxies.find(reading, cast, quotes, others)
    tell("done", 1.0)
    return Briefing(
        article=article,
        pipeline=pipeline,
        entities=entities,
        actors=cast.actors,
        quotes=quotes,
        attributions=others,
        claims=stated,
        history=events,
        proxies=backed,
        denied_proxies=denied,
    )

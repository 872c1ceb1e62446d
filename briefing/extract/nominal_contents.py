"""What a noun or an adjective attributes: "the claim that ...", "her view is that ...", "critical of ..."."""

from __future__ import annotations

from briefing.extract.content import CIRCUMSTANCE, Content, until_end
from briefing.extract.syntax import Syntax

_NOT_OF_NOUNS = CIRCUMSTANCE - {"than"} | {"in", "at", "from", "if", "during", "like", "that"}
_OF_ADJECTIVES = frozenset(("of", "about", "with", "on", "over", "for", "to"))


def of_noun(syntax: Syntax, noun: int) -> Content | None:
    """What a noun carries: a that-clause, an infinitive, a phrase with of, for, on, about ..."""
    first = noun + 1
    if first >= syntax.ceiling(noun) - 1:
        return None
    tag, word = syntax.tags[first], syntax.words[first]
    if word == "that" and tag in {"IN", "WDT"} and syntax.labels[first] in {"mark", "case", "advmod"}:
        return until_end(syntax, "that", noun, first)
    if tag == "TO" and syntax.tags[first + 1] == "VB":
        return until_end(syntax, "inf", noun, first)
    if tag == "IN" and word not in _NOT_OF_NOUNS:
        return until_end(syntax, f"prep:{word}", noun, first + 1, first + 1)
    return None


def of_predicate(syntax: Syntax, noun: int) -> Content | None:
    """What a noun is said to be: "Her view is that ...", "The aim of the party was to ..."."""
    predicate = syntax.heads[noun]
    if not syntax.labels[noun].startswith("nsubj") or predicate < noun:
        return None
    for be in range(noun + 1, min(predicate, syntax.ceiling(noun) - 2)):
        if syntax.labels[be] == "cop" and syntax.heads[be] == predicate and syntax.lemmas[be] == "be":
            clause = syntax.words[be + 1] == "that"
            if clause or (syntax.tags[be + 1] == "TO" and syntax.tags[be + 2] == "VB"):
                return until_end(syntax, "is-that" if clause else "is-inf", be, be + 1, be + 1)
    return None


def of_adjective(syntax: Syntax, adjective: int) -> Content | None:
    """What an adjective carries: "confident that", "critical of", "eager to"."""
    first = adjective + 1
    if first >= syntax.ceiling(adjective) - 1:
        return None
    tag, word = syntax.tags[first], syntax.words[first]
    if word == "that" and tag in {"IN", "WDT"}:
        return until_end(syntax, "adj-that", adjective, first)
    if tag == "TO" and syntax.tags[first + 1] == "VB":
        return until_end(syntax, "adj-inf", adjective, first)
    if word in _OF_ADJECTIVES:
        return until_end(syntax, f"adj-prep:{word}", adjective, first + 1, first + 1)
    return None

"""Who says it where the parse is no help: noun phrases after "said" and "according to", read from the tags alone."""

from __future__ import annotations

from briefing.extract.cues import group
from briefing.extract.names import is_person_noun
from briefing.extract.relations import Tokens
from briefing.extract.syntax import FINAL, FINITE, MARKS, NOUNS, PHRASE, Syntax

_CONNECTING = frozenset(("of", "for", "from", "with", "at", "in", "on", "to"))


def after(syntax: Syntax, token: int, ceiling: int) -> Tokens | None:
    """The noun phrase that begins at a token ("said | Ann Lee, a teacher in Ohio, in a letter"), by tags."""
    if token >= ceiling:
        return None
    if syntax.tags[token] in {"PRP", "WP"}:
        return token, token + 1
    last = _chunk(syntax, token, ceiling)
    if last is None:
        return None
    named = syntax.tags[last - 1] in {"NNP", "NNPS"}
    while last < ceiling and syntax.words[last] in _CONNECTING:
        if syntax.words[last] != "of" and (named or syntax.words[last] in {"in", "on", "at", "to"}):
            break
        further = _chunk(syntax, last + 1, ceiling)
        if further is None:
            break
        last = further
    return token, _apposition(syntax, last, ceiling)


def _chunk(syntax: Syntax, token: int, ceiling: int) -> int | None:
    """The end of the bare noun phrase that begins at a token, or None."""
    at, noun = token, False
    while at < ceiling and syntax.words[at] not in MARKS:
        tag = syntax.tags[at]
        # the tagger takes rare surnames for adjectives or verbs
        capital = syntax.capital(at) and tag in {"JJ", "VB", "VBN", "VBG", "RB", "FW", "VBP"}
        if tag in NOUNS or tag == "CD" or capital:
            if noun and syntax.words[at] in group("time"):
                break
            noun = True
        elif tag == "CC" and noun and at + 1 < ceiling and syntax.tags[at + 1] in PHRASE:
            pass
        elif (tag == "DT" and noun and syntax.tags[at - 1] not in {"CC", "PDT"}) or tag not in PHRASE:
            break
        at += 1
    while noun and at > token and syntax.tags[at - 1] in {"CC", "DT", "VBN", "JJ"} and not syntax.capital(at - 1):
        at -= 1
    return at if noun else None


def apposed(syntax: Syntax, first: int, last: int) -> int:
    """Where a source before a comma ends with its apposition: "the minister, Ann Lee, |", "Ann Lee, a teacher, |".

    Only a name after a title, or an occupation after a name, is one: "according to police, the army ..." has none.
    """
    ceiling = syntax.ceiling(first)
    end = _apposition(syntax, last, ceiling)
    if end == last or end >= ceiling or syntax.words[end] != ",":
        return last
    inner = range(last + 1, end)
    title = any(is_person_noun(syntax.words[t]) for t in range(first, last))
    named = all(syntax.tags[t] in {"NNP", "NNPS", "HYPH"} for t in inner) and len(inner) < 5
    if named and title:
        return end
    bare = next((t for t in inner if syntax.tags[t] in {"IN", "TO", "VBN", "VBG"}), end)
    occupation = any(is_person_noun(syntax.words[t]) for t in range(last + 1, bare))
    return end if occupation and syntax.tags[last - 1] == "NNP" and not named else last


def _apposition(syntax: Syntax, last: int, ceiling: int) -> int:
    """Where an apposition after a name ends; `last` itself when none follows."""
    if last + 1 >= ceiling or syntax.words[last] != ",":
        return last
    if syntax.tags[last + 1] not in {"DT", "NN", "JJ", "PRP$", "CD", "NNP", "NNS"}:
        return last
    at = last + 1
    while at < min(ceiling, last + 30):
        if syntax.words[at] == "," or syntax.words[at] in FINAL:
            break
        if syntax.tags[at] in {"VBD", "VBZ", "VBP", "MD", "WP", "WDT", "PRP"} or syntax.words[at] in MARKS:
            return last
        at += 1
    closed = at == ceiling or (at < ceiling and (syntax.words[at] == "," or syntax.words[at] in FINAL))
    return at if closed and at > last + 1 else last


def stripped(syntax: Syntax, first: int, last: int) -> int:
    """The end of a source without the preposition of a relative clause: "one of the charges | on [which]"."""
    while last > first + 1 and syntax.tags[last - 1] in {"IN", "TO"}:
        last -= 1
    return last


def relative_end(syntax: Syntax, token: int) -> int:
    """Where a relative clause that begins at a token ends: at the comma after its verb; the token itself for none.

    A participle can open it too: "a report, | written by the union, | ...".
    """
    ceiling = syntax.ceiling(min(token, len(syntax.words) - 1))
    if token >= ceiling or syntax.tags[token] not in {"WP", "WDT", "VBN"}:
        return token
    verb = next((t for t in range(token, ceiling) if syntax.tags[t] in FINITE), ceiling)
    verb = token if syntax.tags[token] == "VBN" else verb
    return next((t for t in range(verb, ceiling) if syntax.words[t] == "," and syntax.run_of[t] < 0), token)

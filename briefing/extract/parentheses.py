"""Cues that follow or interrupt their content: "..., said Ann Lee", "The bill, officials said, ...", "“A,” he said. “B.”"."""

from __future__ import annotations

from briefing.extract import sources
from briefing.extract.contents import Content
from briefing.extract.cues import group, is_speech
from briefing.extract.extents import trimmed
from briefing.extract.relations import Tokens
from briefing.extract.syntax import FINAL, FINITE, SHORT_RUN, Syntax


def around(syntax: Syntax, verb: int, start: int, source: Tokens | None) -> tuple[Content, Tokens | None] | None:
    """A content before the cue, or before and after it: "..., officials said, ..."; with its source."""
    floor, ceiling = syntax.sentences[syntax.sentence_of[verb]]
    if not any(syntax.tags[t] in FINITE for t in range(start, verb + 1)):
        return None
    placed = _beside(syntax, verb, start, source)
    if placed is None:
        return None
    source, inner, last = placed
    left = trimmed(syntax, floor, inner)
    if left is None:
        return None
    run = syntax.run_of[left[1] - 1]
    if run >= 0 and syntax.runs[run].last <= inner and (syntax.runs[run].words > 3 or syntax.runs[run].first <= left[0] + 1):
        return Content("left-quote", (left, *_resumed(syntax, last, ceiling)), verb + 1), source
    close = _parenthesis_end(syntax, last, ceiling)
    if close is None:
        return None
    stands = _main_clause(syntax, left, verb)
    rest = trimmed(syntax, close, ceiling) if close < ceiling else None
    if rest is None or (syntax.tags[rest[0]] == "VBG" and stands):
        return (Content("left", (left,), verb + 1), source) if stands else None
    resumes = last == verb + 1 == close and any(syntax.tags[t] in FINITE for t in range(*rest))
    if not stands and not (syntax.words[close] == "," and (resumes or _predicate(syntax, rest))):
        return None
    return Content("amid", (left, rest), verb + 1), source


def _beside(syntax: Syntax, verb: int, start: int, source: Tokens | None) -> tuple[Tokens, int, int] | None:
    """The source next to a cue that follows its content, where source and cue begin, and where they end."""
    floor, ceiling = syntax.sentences[syntax.sentence_of[verb]]
    options = [source]
    if start > floor and syntax.tags[start - 1] in sources.NOUNS | {"PRP"}:
        options.append(sources.leftward(syntax, start - 1))
    if start > floor and syntax.words[start - 1] == ",":
        option = sources.fenced(syntax, start - 1)
        if option is not None:
            fits = floor < option[0] and _closes(syntax, option[0] - 1)
            return (option, option[0], verb + 1) if fits else None
    for option in options:
        if option is not None and floor < option[0] < start and start - option[1] <= 2 and _closes(syntax, option[0] - 1):
            return option, option[0], verb + 1
    if start == verb and start > floor and _closes(syntax, start - 1) and syntax.lemmas[verb] != "tell" and is_speech(syntax.lemmas[verb]):
        found = sources.after(syntax, verb + 1, ceiling)
        if found is not None:
            return found, start, found[1]
    return None


def _closes(syntax: Syntax, token: int) -> bool:
    """Whether a content can end with this token: a comma, a dash or the end of a quotation."""
    run = syntax.run_of[token]
    return syntax.words[token] in {",", "—", "--", "–"} or (run >= 0 and token == syntax.runs[run].last - 1)


def _parenthesis_end(syntax: Syntax, first: int, ceiling: int) -> int | None:
    """The mark that closes "he said on Friday" when only adverbials stand before it, else None."""
    object_allowed = first < ceiling and syntax.lemmas[first - 1] in RECIPIENT
    for token in range(first, min(ceiling, first + 20)):
        word, tag = syntax.words[token], syntax.tags[token]
        if word in {",", "—", "--", ";", ":"} or word in FINAL or syntax.quoted(token):
            return token
        if token == first and not object_allowed and not (
            tag in {"IN", "TO", "RB", "RP", "VBG"} or word in sources.TIMES or word in {"last", "this", "that", "at"}
        ):
            return None
        if tag in FINITE or word in {"that", "if", "whether"}:
            return None
    return ceiling if ceiling - first <= 20 else None


def _resumed(syntax: Syntax, first: int, ceiling: int) -> tuple[Tokens, ...]:
    """The second half of a quotation that the cue interrupts: "“A,” he said on Monday, “B.”"."""
    for token in range(first, min(ceiling, first + 25)):
        run = syntax.run_of[token]
        if run >= 0:
            begins = syntax.runs[run].first == token and syntax.words[token - 1] in {",", ":", "—", "--", ";", "."}
            return ((token, syntax.runs[run].last),) if begins else ()
        if syntax.tags[token] in FINITE or syntax.tags[token] == "VBG":
            return ()
    return ()


def _main_clause(syntax: Syntax, span: Tokens, verb: int) -> bool:
    """Whether a range before a cue holds a clause that can stand alone, not just "When asked," or "In June,"."""
    first, last = span
    while first < last - 1 and syntax.tags[first] in {"CC", "RB"} and syntax.words[first + 1] != ",":
        first += 1
    if syntax.tags[first] in {"IN", "WRB", "VBN", "VBG"} and syntax.words[first] != "that":
        comma = next((t for t in range(first, last) if syntax.words[t] == "," and syntax.run_of[t] < 0), -1)
        if comma < 0:
            return any(
                syntax.tags[t] in FINITE and syntax.labels[t] == "ccomp" and syntax.heads[t] == verb for t in range(first, last)
            )
        first = comma
    return any(syntax.tags[t] in FINITE for t in range(first, last))


def _predicate(syntax: Syntax, span: Tokens) -> bool:
    """Whether a range begins like a predicate: what a subject before the cue goes on with."""
    for token in range(span[0], min(span[1], span[0] + 3)):
        if syntax.tags[token] in FINITE or syntax.tags[token] == "TO":
            return True
        if syntax.tags[token] != "RB":
            return False
    return False

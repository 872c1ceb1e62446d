"""Cues after or amid their content: "..., said Ann Lee", "The bill, officials said, ...", "“A,” he said. “B.”"."""

from __future__ import annotations

from briefing.extract import sources, sources_after
from briefing.extract.content import Content
from briefing.extract.cues import certainty, group, is_speech
from briefing.extract.extents import trimmed
from briefing.extract.quotation import Run
from briefing.extract.relations import Tokens
from briefing.extract.syntax import FINAL, FINITE, NOUNS, SHORT_RUN, Syntax

# Words of a source between "as" and its verb: "as a new analysis of the figures by Ann Lee’s team showed".
_LONGEST_ASIDE = 20
# Tokens between a cue and the quotation that it leads in.
_LEAD = 12
_OBJECTS = NOUNS | {"DT", "PRP$", "CD", "JJ"}
_SUBORDINATING = frozenset(("IN", "WRB", "VBN", "VBG"))


def around(syntax: Syntax, verb: int, start: int, source: Tokens | None) -> tuple[Content, Tokens] | None:
    """What stands before a cue, or before and after it, with its source.

    `start` is where the verb group begins, `source` the subject that the parse gives it.
    """
    if not any(syntax.tags[t] in FINITE for t in range(start, verb + 1)):
        return None
    placed = _beside(syntax, verb, start, source)
    if placed is None:
        return None
    source, begin, last = placed
    left = trimmed(syntax, syntax.floor(verb), begin)
    if left is None:
        return None
    if syntax.words[left[0]] == "asked":  # "Asked whether it was late, she said ...": others ask that
        run = syntax.run_of[left[1] - 1]
        if run < 0 or syntax.words[syntax.runs[run].first - 1] != ",":
            return None
        left = syntax.runs[run].first, left[1]
    if _quoted_to_its_end(syntax, left, begin):
        return Content("left-quote", (_last_said(syntax, left), *_resumed(syntax, last)), verb + 1), source
    close = _closing_mark(syntax, last)
    if close is None:
        return None
    stands = _stands_alone(syntax, left, verb)
    rest = trimmed(syntax, close, syntax.ceiling(verb))
    adds = rest is not None and syntax.tags[rest[0]] == "VBG" and _attributes_on(syntax, rest[0])
    told = stands or (adds and any(syntax.tags[t] in FINITE or _told_by(syntax, t, verb) for t in range(*left)))
    if rest is None or (syntax.tags[rest[0]] == "VBG" and told):
        return (Content("left", (left,), verb + 1), source) if told else None
    if _begins_anew(syntax, rest):
        return Content("quote", ((rest[0], syntax.runs[syntax.run_of[rest[0]]].last),), verb + 1), source
    after = verb + 1 + (verb + 1 < len(syntax.tags) and syntax.tags[verb + 1] == "RP")  # "he pointed out,"
    goes_on = last == verb + 1 and close == after and any(syntax.tags[t] in FINITE for t in range(*rest))
    if stands or (syntax.words[close] == "," and (goes_on or _predicate(syntax, rest))):
        return Content("amid", (left, rest), verb + 1), source
    return None


def aside(syntax: Syntax, verb: int, start: int) -> tuple[Content, Tokens] | None:
    """The sentence around "As Lee told the paper, ...", "..., as a study showed, ..." and "(as a study showed)".

    `start` is where the verb group begins; the source is all between it and "as".
    """
    floor, ceiling = syntax.floor(verb), syntax.ceiling(verb)
    attributes = is_speech(syntax.lemmas[verb]) or certainty(syntax.lemmas[verb]) == "assessed"
    if not attributes or not any(syntax.tags[t] in FINITE for t in range(start, verb + 1)):
        return None
    lead = start - 1
    while lead >= floor and lead > start - _LONGEST_ASIDE and syntax.words[lead] != "as":
        if syntax.tags[lead] in FINITE or syntax.run_of[lead] >= 0 or syntax.words[lead] in {",", ";", ":", "(", ")"}:
            return None
        lead -= 1
    if lead < floor or lead > start - 2 or syntax.words[lead] != "as":
        return None
    before = syntax.words[lead - 1] if lead > floor else ""
    if before not in {"", ",", "—", "--", "("}:
        return None
    ranges = [trimmed(syntax, floor, lead - (before == "("))]
    if before != "(":  # what a bracket tells of stands before it
        close = _closing_mark(syntax, verb + 1)
        ranges.append(trimmed(syntax, close, ceiling) if close is not None else None)
        if close is None:
            return None
    found = tuple(part for part in ranges if part is not None)
    told = any(syntax.tags[t] in FINITE for part in found for t in range(*part))
    return (Content("amid" if before else "left", found, verb + 1), (lead + 1, start)) if told else None


def _beside(syntax: Syntax, verb: int, start: int, source: Tokens | None) -> tuple[Tokens, int, int] | None:
    """The source next to a cue that follows its content; where the two begin, and where they end."""
    floor = syntax.floor(verb)
    if start == floor:
        return None
    near = start - 1
    if syntax.words[near] == ",":
        fenced = sources.fenced(syntax, near)
        turned = start == verb and syntax.tags[min(verb + 1, len(syntax.tags) - 1)] in _OBJECTS
        beside = fenced is not None and floor < fenced[0] and _closes(syntax, fenced[0] - 1)
        if fenced is not None and beside:
            return fenced, fenced[0], verb + 1
        if fenced is not None and not turned:
            return None
    by_tags = sources.leftward(syntax, near) if syntax.tags[near] in NOUNS | {"PRP"} else None
    for option in (source, by_tags):
        if option is not None and floor < option[0] < start <= option[1] + 2 and _closes(syntax, option[0] - 1):
            return option, option[0], verb + 1
    lemma = syntax.lemmas[verb]
    if start == verb and _closes(syntax, near) and is_speech(lemma) and lemma != "tell":
        inverted = sources_after.after(syntax, verb + 1, syntax.ceiling(verb))
        return None if inverted is None else (inverted, start, inverted[1])
    return None


def _closes(syntax: Syntax, token: int) -> bool:
    """Whether a content can end with this token: a comma, a dash or the end of a quotation."""
    run = syntax.run_of[token]
    return syntax.words[token] in {",", "—", "--", "–"} or (run >= 0 and token == syntax.runs[run].last - 1)


def _quoted_to_its_end(syntax: Syntax, left: Tokens, begin: int) -> bool:
    """Whether a range ends with a quotation that is more than a scare quote."""
    number = syntax.run_of[left[1] - 1]
    if number < 0:
        return False
    run = syntax.runs[number]
    return run.last <= begin and (run.words > SHORT_RUN or run.first <= left[0] + 1)


def _begins_anew(syntax: Syntax, rest: Tokens) -> bool:
    """Whether what follows a cue begins with a whole quotation: "When I asked, he replied, | “I had no choice.”"."""
    number = syntax.run_of[rest[0]]
    return number >= 0 and syntax.runs[number].words > SHORT_RUN and _opens_with_capital(syntax, syntax.runs[number])


def _told_by(syntax: Syntax, token: int, verb: int) -> bool:
    return syntax.labels[token] == "ccomp" and syntax.heads[token] == verb


def _attributes_on(syntax: Syntax, participle: int) -> bool:
    """Whether a participle after a cue attributes more: "..., he said, | stressing that ..."."""
    following = syntax.words[participle + 1] if participle + 1 < len(syntax.words) else ""
    return is_speech(syntax.lemmas[participle]) or following == "that"


def _opens_with_capital(syntax: Syntax, run: Run) -> bool:
    first = next((t for t in range(run.first, run.last) if syntax.is_word(t)), run.first)
    return syntax.capital(first)


def _last_said(syntax: Syntax, left: Tokens) -> Tokens:
    """What a cue after a quotation attributes: it alone where another cue led it in: "Lee said, | “A,” he added"."""
    run = syntax.runs[syntax.run_of[left[1] - 1]]
    lead = run.first - 1
    if lead <= left[0] or syntax.words[lead] not in {",", ":"} or not _opens_with_capital(syntax, run):
        return left
    cue = next((t for t in range(lead - 1, max(left[0], lead - _LEAD) - 1, -1) if syntax.tags[t] in FINITE), -1)
    return (run.first, left[1]) if cue >= 0 and is_speech(syntax.lemmas[cue]) else left


def _resumed(syntax: Syntax, first: int) -> tuple[Tokens, ...]:
    """The second half of a quotation that the cue interrupts: "“A,” he said on Monday, | “B.”"."""
    for token in range(first, min(syntax.ceiling(first - 1), first + 25)):
        run = syntax.run_of[token]
        if run >= 0:
            begins = syntax.runs[run].first == token and syntax.words[token - 1] in {",", ":", "—", "--", ";", "."}
            return ((token, syntax.runs[run].last),) if begins else ()
        if syntax.tags[token] in FINITE or syntax.tags[token] == "VBG":
            return ()
    return ()


def _closing_mark(syntax: Syntax, first: int) -> int | None:
    """The mark that closes "he said on Friday" when nothing but adverbials stands before it, else None."""
    ceiling = syntax.ceiling(first - 1)
    addressed = syntax.lemmas[first - 1] in group("recipient")
    for token in range(first, min(ceiling, first + 20)):
        word, tag = syntax.words[token], syntax.tags[token]
        if word in {",", "—", "--", ";", ":"} or word in FINAL or syntax.quoted(token):
            return token
        adverbial = tag in {"IN", "TO", "RB", "RP", "VBG"} or word in group("time") or word in {"last", "this"}
        if token == first and not addressed and not adverbial:
            return None
        if token == first and tag == "TO" and token + 1 < ceiling and syntax.tags[token + 1] == "VB":
            return None  # "decided to close it"
        if tag == "RP" and token + 1 < ceiling and syntax.tags[token + 1] in _OBJECTS:
            return None  # "has ruled out an apology"
        if tag in FINITE or word in {"that", "if", "whether"}:
            return None
    return ceiling if ceiling - first <= 20 else None


def _stands_alone(syntax: Syntax, span: Tokens, verb: int) -> bool:
    """Whether a range before a cue holds a clause of its own, not just "When asked," or "In June,"."""
    first, last = span
    while first < last - 1 and syntax.tags[first] in {"CC", "RB"} and syntax.words[first + 1] != ",":
        first += 1
    if syntax.tags[first] in _SUBORDINATING and syntax.words[first] != "that":
        if _opened_by_phrase(syntax, first, last):
            return True
        comma = next((t for t in range(first, last) if syntax.words[t] == "," and syntax.run_of[t] < 0), -1)
        if comma < 0:
            return any(
                syntax.tags[t] in FINITE and syntax.labels[t] == "ccomp" and syntax.heads[t] == verb
                for t in range(first, last)
            )
        first = comma
    return any(syntax.tags[t] in FINITE for t in range(first, last))


def _opened_by_phrase(syntax: Syntax, first: int, last: int) -> bool:
    """Whether a main clause follows a prepositional phrase without a comma: "On Monday prices rose, | he said"."""
    if syntax.labels[first] != "case":
        return False
    for token in range(first, last):
        if syntax.words[token] in {",", "that"} or syntax.tags[token] in {"WDT", "WP", "WP$", "WRB"}:
            return False
        if syntax.tags[token] in FINITE:
            return True
    return False


def _predicate(syntax: Syntax, span: Tokens) -> bool:
    """Whether a range begins like a predicate: what a subject before the cue goes on with."""
    for token in range(span[0], min(span[1], span[0] + 3)):
        if syntax.tags[token] in FINITE or syntax.tags[token] == "TO":
            return True
        if syntax.tags[token] != "RB":
            return False
    return False

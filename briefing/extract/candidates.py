"""Every place where something could be attributed: a verb, noun, adjective or phrase with what follows or precedes it.

A candidate says in which construction its word stands; `cues` knows how often the word is a cue there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.extract import contents, sources
from briefing.extract.contents import Content
from briefing.extract.relations import Tokens
from briefing.extract.syntax import FINAL, MARKS, Syntax


_VIEWS = frozenset("view opinion words eyes judgment judgement estimation telling assessment account reckoning".split())
# Their subject belongs to what is attributed, and nobody is named: "The plan seems to work".
_RAISING = frozenset(("seem", "appear"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible attribution. `word` at `head` in `construction` ("that", "quote", "left", "prep:about" ...)."""

    head: int
    word: str
    construction: str
    cue: Tokens
    content: tuple[Tokens, ...]
    source: Tokens | None


def find(syntax: Syntax, lemma_of: dict[str, str]) -> Iterator[Candidate]:
    """All candidates of an article in the order of their words. `lemma_of` gives the base form of known verb forms."""
    for token, tag in enumerate(syntax.tags):
        if syntax.quoted(token):
            continue
        if tag.startswith("VB"):
            found = _verb(syntax, token, lemma_of.get(syntax.words[token], syntax.lemmas[token]))
        elif tag in {"NN", "NNS"}:
            found = _noun(syntax, token)
        elif tag in {"JJ", "JJR"} or (tag == "RB" and syntax.words[token] == "according"):
            found = _adjective(syntax, token)
        elif syntax.words[token] == "according":
            found = _according(syntax, token)
        elif tag == "RB" and syntax.words[token].endswith("edly"):
            found = _adverb(syntax, token)
        elif syntax.words[token] == "in" and token + 3 < len(syntax.words):
            found = _view(syntax, token)
        elif syntax.words[token] == ":":
            found = _colon(syntax, token)
        else:
            continue
        if found is not None and found.content:
            yield found


def _verb(syntax: Syntax, verb: int, lemma: str) -> Candidate | None:
    if lemma in {"be", "have", "do"} and syntax.labels[verb] in {"aux", "aux:pass", "cop"}:
        return None
    if syntax.words[verb] == "according":
        return _according(syntax, verb)
    start = sources.group_start(syntax, verb)
    floor, ceiling = syntax.sentences[syntax.sentence_of[verb]]
    passive = syntax.tags[verb] == "VBN" and any(
        syntax.words[t] in {"be", "is", "are", "was", "were", "been", "being", "'s", "'re"} for t in range(start, verb)
    )
    if passive:
        return _passive(syntax, verb, start, lemma)
    if syntax.tags[verb] == "VBN" and start == verb and syntax.labels[verb] in {"acl", "amod", "advcl"}:
        return None
    found = contents.right(syntax, verb, start)
    source = sources.before(syntax, verb)
    placed = contents.around(syntax, verb, start, source)
    firm = found is not None and found.construction in {"quote", "that", "wh"}
    split = placed is not None and len(placed[0].content) > 1 and placed[0].construction == "left-quote"
    if found is not None and placed is not None and placed[0].construction == "amid" and syntax.words[verb + 1] == ",":
        split = True  # "He believes, they say, that ...": the clause goes on from before the cue
    if found is not None and firm and not split and not (found.construction == "wh" and placed is not None):
        if source is None:
            source = _inverted(syntax, verb, start, found.content[0][0])
        return _made(syntax, verb, lemma, start, found, source, source is not None and sources.own(syntax, verb) is None)
    if placed is not None:
        content, source = placed
        return _made(syntax, verb, lemma, start, content, source)
    if found is None:
        return None
    if lemma in _RAISING and found.construction == "inf" and source is not None and source[1] <= start:
        return Candidate(verb, lemma, "raising", (start, verb + 1), (source, *found.content), None)
    return _made(syntax, verb, lemma, start, found, source, source is not None and sources.own(syntax, verb) is None)


def _made(syntax: Syntax, head: int, word: str, start: int, found: Content, source: Tokens | None, shared: bool = False) -> Candidate:
    if source is not None and any(a < source[1] and source[0] < b for a, b in found.content):
        inside = any(a <= source[0] and source[1] <= b for a, b in found.content)
        if inside:
            source = None
    last = max(head + 1, found.cue_end)
    return Candidate(head, word, f"{found.construction}~{sources.kind(syntax, source)}{'+' if shared and source else ''}", (start, last), found.content, source)


def _inverted(syntax: Syntax, verb: int, start: int, ceiling: int) -> Tokens | None:
    """The subject between a fronted verb and what is said ("Said Ann Lee: ...")."""
    if start != verb or syntax.tags[verb] not in {"VBD", "VBZ"} or verb != syntax.sentences[syntax.sentence_of[verb]][0]:
        return None
    return sources.after(syntax, verb + 1, ceiling)


def _passive(syntax: Syntax, verb: int, start: int, lemma: str) -> Candidate | None:
    found = contents.right(syntax, verb, start)
    subject = syntax.child(verb, "nsubj:pass", "nsubj")
    agent = syntax.child(verb, "obl:agent")
    source = None
    if agent > verb:
        source = sources.phrase(syntax, agent)
    if found is not None and found.construction in {"quote", "that", "wh", "clause"}:
        return _made(syntax, verb, lemma, start, Content("passive-" + found.construction, found.content, found.cue_end), source)
    if 0 <= subject < start:
        span = sources.phrase(syntax, subject, limit=start)
        construction = "passive"
        content: tuple[Tokens, ...] = (span,)
        if found is not None:
            construction = "passive-" + found.construction.split(":")[0]
            content = (span, found.content[0])
        elif agent > verb:
            construction = "passive-by"
        return _made(syntax, verb, lemma, start, Content(construction, content, verb + 1), source)
    return None


def _according(syntax: Syntax, token: int) -> Candidate | None:
    """"according to X" before, amid or after its content."""
    floor, ceiling = syntax.sentences[syntax.sentence_of[token]]
    if token + 2 >= ceiling or syntax.words[token + 1] != "to":
        return None
    last = contents.phrase_end(syntax, token + 2, ceiling)
    source = (token + 2, last)
    content = contents.outside(syntax, token, last)
    if not content:
        return None
    return Candidate(token, "according", "to", (token, token + 2), content, source)


def _view(syntax: Syntax, token: int) -> Candidate | None:
    """"in the view of X", "in X's words" before, amid or after its content."""
    floor, ceiling = syntax.sentences[syntax.sentence_of[token]]
    noun = next((t for t in range(token + 1, min(ceiling, token + 7)) if syntax.words[t] in _VIEWS), -1)
    if noun < 0:
        return None
    if syntax.words[token + 1] == "the" and noun + 2 < ceiling and syntax.words[noun + 1] == "of":
        last = contents.phrase_end(syntax, noun + 2, ceiling)
        source, cue = (noun + 2, last), (token, noun + 2)
    elif noun > token + 1 and (syntax.tags[noun - 1] in {"POS", "PRP$"} or syntax.tags[noun - 2] in {"POS", "PRP$"}):
        last, cue = noun + 1, (noun, noun + 1)
        owner = noun - 1 if syntax.tags[noun - 1] in {"POS", "PRP$"} else noun - 2
        source = (token + 1, owner + (syntax.tags[owner] == "PRP$"))
    else:
        return None
    open_before = token == floor or contents.separated(syntax, token - 1)
    if source[0] >= source[1] or not open_before or not (last == ceiling or contents.separated(syntax, last)):
        return None
    content = contents.outside(syntax, token, last)
    return Candidate(noun, syntax.words[noun], "in-view", cue, content, source) if content else None


def _noun(syntax: Syntax, noun: int) -> Candidate | None:
    """"X's claim that ...", "criticism of ...", "a plan to ..."."""
    found = contents.of_noun(syntax, noun)
    if found is None:
        return None
    source = None
    owner = next((c for c in syntax.children[noun] if c < noun and syntax.labels[c] == "nmod:poss"), -1)
    if owner < 0 and noun and syntax.tags[noun - 1] == "PRP$":
        owner = noun - 1
    start = noun
    if owner >= 0:
        source = (owner, owner + 1) if syntax.tags[owner] == "PRP$" else sources.leftward(syntax, owner)
    else:
        governor = _support_verb(syntax, noun)
        if governor >= 0:
            source = sources.before(syntax, governor)
            start = sources.group_start(syntax, governor) if source is not None else noun
    kind = "their-" if owner >= 0 else "verb-" if start < noun else "the-"
    content = Content(kind + found.construction, found.content, found.cue_end)
    return _made(syntax, noun, syntax.lemmas[noun] if syntax.tags[noun] == "NNS" else syntax.words[noun], start, content, source)


def _support_verb(syntax: Syntax, noun: int) -> int:
    """The verb that a noun is the object of ("issued a statement", "has no doubt"), or -1."""
    head = syntax.heads[noun]
    if head < noun and syntax.labels[noun] in {"obj", "obl"} and syntax.tags[head].startswith("VB"):
        return head
    at = noun - 1
    floor = syntax.sentences[syntax.sentence_of[noun]][0]
    while at > max(floor, noun - 4) and syntax.tags[at] in {"DT", "JJ", "RB", "JJR"}:
        at -= 1
    return at if syntax.tags[at].startswith("VB") and at != noun else -1


def _adjective(syntax: Syntax, adjective: int) -> Candidate | None:
    """"is confident that ...", "critical of ..."."""
    found = contents.of_adjective(syntax, adjective)
    if found is None:
        return None
    start = sources.group_start(syntax, adjective)
    source = sources.before(syntax, adjective)
    if source is None and syntax.labels[adjective] in {"amod", "acl"} and syntax.heads[adjective] < adjective:
        source = sources.phrase(syntax, syntax.heads[adjective], limit=adjective)
    return _made(syntax, adjective, syntax.words[adjective], start, found, source)


def _adverb(syntax: Syntax, adverb: int) -> Candidate | None:
    """"reportedly", "allegedly": nobody named says the sentence that holds it."""
    if syntax.words[adverb] not in {"reportedly", "allegedly", "purportedly", "supposedly"}:
        return None
    content = contents.outside(syntax, adverb, adverb + 1)
    return Candidate(adverb, syntax.words[adverb], "adverb", (adverb, adverb + 1), content, None) if content else None


def _colon(syntax: Syntax, colon: int) -> Candidate | None:
    """"NAME: words", in headlines and transcripts."""
    floor, ceiling = syntax.sentences[syntax.sentence_of[colon]]
    if colon - floor > 7 or colon == floor or colon + 2 >= ceiling:
        return None
    if any(syntax.tags[t] not in sources.NOUNS | {"JJ", "POS", "DT", "CC", "HYPH", "CD", "-LRB-", "-RRB-"} for t in range(floor, colon)):
        return None
    if not any(syntax.tags[t] in sources.NOUNS for t in range(floor, colon)):
        return None
    where = "headline" if syntax.reading.numbers[colon] == 0 else "line"
    kind = "name" if syntax.tags[colon - 1] == "NNP" else "noun"
    end = contents.trimmed(syntax, colon + 1, ceiling)
    if end is None:
        return None
    return Candidate(colon, ":", f"{where}-{kind}", (colon, colon + 1), (end,), (floor, colon))

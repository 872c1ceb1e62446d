"""The pipe "briefing_article_names": what a whole article says of its names corrects the recogniser's guesses.

A recogniser sees a few words around a name; an article names somebody in full once and by surname after. So: one
label a name, surnames after full names, an acronym with the label of what it shortens, and names seen in one
place and missed in another. Majority labels over a document follow Finkel et al., "Incorporating Non-local
Information" (ACL 2005), as a rule instead of sampling.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

Key = tuple[str, ...]

VOTED = frozenset(("PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"))
_PLACES = frozenset(("GPE", "LOC", "NORP"))
_PROPER = frozenset(("NNP", "NNPS"))
_ARTICLES = frozenset(("the", "The", "a", "an"))
_SMALL = frozenset(("of", "for", "the", "and", "in", "on", "to", "de", "da", "do", "del", "la", "&", "-", "'s", "’s"))
_PLACED_BY = frozenset(("in", "to", "from", "at", "near", "across", "outside"))


@Language.factory("briefing_article_names", requires=["doc.ents"], assigns=["doc.ents"], retokenizes=False)
def make_article_names(nlp: Language, name: str) -> ArticleNames:
    """The pipe for `nlp.add_pipe("briefing_article_names")`."""
    return ArticleNames()


class ArticleNames:
    """Corrects `doc.ents` of a whole article. `document_level`: parts of an article must be joined first."""

    document_level = True

    def __call__(self, doc: Doc) -> Doc:
        if doc.ents:
            names = {(e.start, e.end): e.label_ for e in doc.ents if e.label_ in VOTED}
            _vote(doc, names)
            _surnames(doc, names)
            _acronyms(doc, names)
            _again(doc, names)
            others = [e for e in doc.ents if e.label_ not in VOTED]
            spans = [Span(doc, start, end, label) for (start, end), label in names.items()]
            # A name that the article explains is surer than a number found in it.
            doc.set_ents(sorted([*filter_spans([*spans, *others])], key=lambda span: span.start))
        return doc


Names = dict[tuple[int, int], str]


def key_of(doc: Doc, start: int, end: int) -> Key:
    """The words of a name by which it is the same elsewhere: no article, no case but an acronym's."""
    words = [token.text for token in doc[start:end]]
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return tuple(word if word.isupper() and len(word) < 6 else word.lower() for word in words)


def _vote(doc: Doc, names: Names) -> None:
    votes: dict[Key, Counter[str]] = defaultdict(Counter)
    for (start, end), label in names.items():
        # In a headline of capitals a name is uncertain.
        votes[key_of(doc, start, end)][label] += 1 if doc[start].is_upper and len(doc[start]) > 5 else 2
    for (start, end), label in names.items():
        counted = votes[key_of(doc, start, end)]
        best, most = counted.most_common(1)[0]
        if most > counted[label]:
            names[start, end] = best


def _surnames(doc: Doc, names: Names) -> None:
    """Single words that end (or, hyphenated given names, begin) a person's full name mean that person."""
    bearers = {
        doc[end - 1].text
        for (start, end), label in names.items()
        if label == "PERSON" and end - start > 1 and len(doc[end - 1]) > 2 and doc[end - 1].text[0].isupper()
    }
    as_place = {
        doc[start].text
        for (start, end), label in names.items()
        if end - start == 1 and label in _PLACES and start and doc[start - 1].lower_ in _PLACED_BY
    }
    taken = {i for start, end in names for i in range(start, end)}
    for (start, end), label in names.items():
        word = doc[start].text
        family = word.removesuffix("s") if len(word) > 4 else word  # "the Lopezes" apart, "the Moores"
        if end - start == 1 and label != "PERSON" and {word, family} & bearers and word not in as_place:
            names[start, end] = "PERSON"
    for token in doc:
        if token.text in bearers and token.i not in taken and token.tag_ in _PROPER and _alone(doc, token):
            names[token.i, token.i + 1] = "PERSON"


def _alone(doc: Doc, token: Token) -> bool:
    """Whether a word is no part of a longer capitalized name."""
    before, after = token.i - 1, token.i + 1
    joined = before >= 0 and doc[before].tag_ in _PROPER and doc[before].ent_type_ == "" and not token.is_sent_start
    return not joined and not (after < len(doc) and doc[after].tag_ in _PROPER)


def _acronyms(doc: Doc, names: Names) -> None:
    """Capitals that shorten a name, or stand in brackets after it, have its label."""
    meant: dict[str, str] = {}
    for (start, end), label in names.items():
        if label in ("ORG", "EVENT", "LAW", "FAC", "PRODUCT") and end - start > 1:
            meant.update(dict.fromkeys(initials(doc, start, end), label))
            if (short := _bracketed(doc, end)) is not None and is_acronym(short):
                meant[short.text] = label
    within = {i for start, end in names if end - start > 1 for i in range(start, end)}
    for token in doc:
        if token.text in meant and token.i not in within and is_acronym(token):
            names[token.i, token.i + 1] = meant[token.text]


def _bracketed(doc: Doc, at: int) -> Token | None:
    """The one token in brackets that begin at `at`."""
    single = at + 2 < len(doc) and doc[at].text == "(" and doc[at + 2].text == ")"
    return doc[at + 1] if single else None


def initials(doc: Doc, start: int, end: int) -> set[str]:
    """The acronyms that a name may have: first letters of its words, with and without the small ones."""
    words = [token.text for token in doc[start:end] if token.text[0].isalpha()]
    big = "".join(word[0] for word in words if word not in _SMALL)
    every = "".join(word[0] for word in words).upper()
    return {short for short in (big.upper(), every) if len(short) > 1}


def is_acronym(token: Token) -> bool:
    """Two to eight capitals, without or with points."""
    letters = token.text.replace(".", "")
    return 1 < len(letters) < 9 and letters.isupper() and letters.isalpha()


def _again(doc: Doc, names: Names) -> None:
    """Names of two words and more that the recogniser saw in one place and missed in another."""
    known: dict[str, list[tuple[Key, str]]] = defaultdict(list)
    for (start, end), label in names.items():
        words = tuple(token.text for token in doc[start:end])
        if len(words) > 1 and words[0][0].isupper():
            known[words[0]].append((words, label))
    taken = {i for start, end in names for i in range(start, end)}
    for token in doc:
        for words, label in known.get(token.text, ()):
            run = range(token.i, token.i + len(words))
            if run.stop <= len(doc) and not taken.intersection(run) and tuple(doc[i].text for i in run) == words:
                names[run.start, run.stop] = label
                taken.update(run)

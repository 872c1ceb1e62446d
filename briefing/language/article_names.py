"""The pipe "briefing_article_names": what a whole article says of its names corrects the recogniser's guesses.

A recogniser sees a few words around a name; an article names somebody in full once and by surname after. So: one
label a name, surnames after full names, an acronym with the label of what it shortens, and names seen in one
place and missed in another. Majority labels over a document follow Finkel et al., "Incorporating Non-local
Information" (ACL 2005), as a rule instead of sampling. Numbers, dates and their like stay as they are.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

VOTED = frozenset(("PERSON", "NORP", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"))
_SHORTENED = frozenset(("ORG", "EVENT", "LAW", "FAC", "PRODUCT"))
_PLACES = frozenset(("GPE", "LOC"))
_PROPER = frozenset(("NNP", "NNPS"))
_ARTICLES = frozenset(("the", "The", "a", "an"))
_SUFFIXES = frozenset(("Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"))
_SMALL = frozenset(("of", "for", "the", "and", "in", "on", "to", "de", "da", "do", "del", "la", "&", "-", "'s", "’s"))
_PLACED_BY = frozenset(("in", "to", "from", "at", "near", "across", "outside"))
_BARE_ACRONYM = 3  # letters from which initials alone tell what is meant: "US", "PM" and "AI" mean too much else

Names = dict[tuple[int, int], str]
"""(first token, last + 1) -> label."""


@Language.factory(
    "briefing_article_names",
    requires=["doc.ents", "token.tag", "token.is_sent_start"],
    assigns=["doc.ents"],
    retokenizes=False,
)
def make_article_names(nlp: Language, name: str) -> ArticleNames:
    """The pipe for `nlp.add_pipe("briefing_article_names")`."""
    return ArticleNames()


class ArticleNames:
    """Corrects `doc.ents` of a whole article. `document_level`: parts of an article must be joined first."""

    document_level = True

    def __call__(self, doc: Doc) -> Doc:
        before = {(e.start, e.end): e for e in doc.ents}
        names = {place: e.label_ for place, e in before.items() if e.label_ in VOTED}
        if names:
            taken = {i for start, end in before for i in range(start, end)}
            _vote(doc, names)
            _surnames(doc, names, taken)
            _acronyms(doc, names, taken)
            _again(doc, names, taken)
            doc.ents = tuple(_spans(doc, before, names))
        return doc


def key_of(doc: Doc, start: int, end: int) -> tuple[str, ...]:
    """The words of a name by which it is the same elsewhere: no article, no case but an acronym's."""
    words = [token.text for token in doc[start:end]]
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return tuple(word if word.isupper() and len(word) < 6 else word.lower() for word in words)


def initials(doc: Doc, start: int, end: int) -> set[str]:
    """The acronyms that a name may have: first letters of its words, with and without the small ones."""
    words = [token.text for token in doc[start:end] if token.text[0].isalpha()]
    big = "".join(word[0] for word in words if word not in _SMALL)
    every = "".join(word[0] for word in words)
    return {short.upper() for short in (big, every) if len(short) > 1}


def is_acronym(token: Token) -> bool:
    """Two to eight capitals, without or with points."""
    letters = token.text.replace(".", "")
    return 1 < len(letters) < 9 and letters.isupper() and letters.isalpha()


def _spans(doc: Doc, before: dict[tuple[int, int], Span], names: Names) -> list[Span]:
    """The entities with their labels; one that keeps its label keeps its ids."""
    spans = dict(before)
    for (start, end), label in names.items():
        old = before.get((start, end))
        if old is None or old.label_ != label:
            spans[start, end] = Span(doc, start, end, label)
    return [spans[place] for place in sorted(spans)]


def _vote(doc: Doc, names: Names) -> None:
    votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for (start, end), label in names.items():
        # In a headline of capitals a name is uncertain.
        votes[key_of(doc, start, end)][label] += 1 if doc[start].is_upper and len(doc[start]) > 5 else 2
    for (start, end), label in names.items():
        counted = votes[key_of(doc, start, end)]
        best, most = counted.most_common(1)[0]
        if most > counted[label]:
            names[start, end] = best


def _surnames(doc: Doc, names: Names, taken: set[int]) -> None:
    """Single words that end a person's full name mean that person, unless they mean more often something else."""
    bearers: Counter[str] = Counter()
    alone: dict[str, Counter[str]] = defaultdict(Counter)
    placed: set[str] = set()
    for (start, end), label in names.items():
        if label == "PERSON" and end - start > 1:
            while end - start > 2 and doc[end - 1].text in _SUFFIXES:
                end -= 1
            word = doc[end - 1].text
            if len(word) > 2 and word[0].isupper() and word not in _SUFFIXES:
                bearers[word] += 1
        elif end - start == 1:
            alone[doc[start].text][label] += 1
            if label in _PLACES and start and doc[start - 1].lower_ in _PLACED_BY:
                placed.add(doc[start].text)
    for (start, end), label in names.items():
        word = doc[start].text
        if end - start > 1 or label in ("PERSON", "NORP") or word in placed:
            continue
        named = bearers[word] + alone[word]["PERSON"]
        family = label == "ORG" and len(word) > 4 and word[-1] == "s" and bearers[word[:-1]]  # "the Moores"
        if (bearers[word] and named >= alone[word][label]) or family:
            names[start, end] = "PERSON"
    for token in doc:
        if token.text in bearers and token.i not in taken and token.tag_ in _PROPER:
            usual = alone[token.text].most_common(1)
            if (not usual or usual[0][0] == "PERSON") and _stands_alone(doc, token.i, token.i + 1, taken):
                names[token.i, token.i + 1] = "PERSON"
                taken.add(token.i)


def _stands_alone(doc: Doc, start: int, end: int, taken: set[int]) -> bool:
    """Whether words are no part of a longer capitalized name."""
    joined = start > 0 and doc[start - 1].tag_ in _PROPER and start - 1 not in taken and not doc[start].is_sent_start
    return not joined and not (end < len(doc) and doc[end].tag_ in _PROPER)


def _acronyms(doc: Doc, names: Names, taken: set[int]) -> None:
    """Capitals that shorten a name, or stand in brackets after it, have its label."""
    given: dict[str, Counter[str]] = defaultdict(Counter)
    by_letters: dict[str, Counter[str]] = defaultdict(Counter)
    for (start, end), label in names.items():
        if label in _SHORTENED and end - start > 1:
            for short in initials(doc, start, end):
                by_letters[short][label] += 1
            inside = _bracketed(doc, end)
            if inside is not None and is_acronym(inside) and _within(inside.text, doc[start:end].text):
                given[inside.text][label] += 1
    known = Counter(doc[start].text for start, end in names if end - start == 1)
    within = {i for start, end in names if end - start > 1 for i in range(start, end)}
    for token in doc:
        text = token.text
        free = token.i not in taken or (token.i, token.i + 1) in names
        if not is_acronym(token) or token.i in within or not free or token.tag_ not in _PROPER:
            continue
        # Initials may be anybody's: what the recogniser saw twice is left to it.
        sure = text in given or (len(text) >= _BARE_ACRONYM and known[text] < 2)
        meant = given.get(text) or by_letters.get(text)
        if sure and meant:
            names[token.i, token.i + 1] = meant.most_common(1)[0][0]
            taken.add(token.i)


def _bracketed(doc: Doc, at: int) -> Token | None:
    """The one token in brackets that begin at `at`."""
    single = at + 2 < len(doc) and doc[at].text == "(" and doc[at + 2].text == ")"
    return doc[at + 1] if single else None


def _within(short: str, name: str) -> bool:
    """Whether the letters of an acronym occur in a name in their order."""
    letters = iter(name.upper())
    return all(letter in letters for letter in short.replace(".", ""))


def _again(doc: Doc, names: Names, taken: set[int]) -> None:
    """Names of two words and more that the recogniser saw in one place and missed in another."""
    known: dict[tuple[str, ...], str] = {}
    lengths: dict[str, set[int]] = defaultdict(set)
    for (start, end), label in names.items():
        words = tuple(token.text for token in doc[start:end])
        if len(words) > 1 and words[0][0].isupper():
            known[words] = label
            lengths[words[0]].add(len(words))
    for token in doc:
        if token.text not in lengths or token.i in taken:
            continue
        for length in sorted(lengths[token.text], reverse=True):
            end = token.i + length
            found = known.get(tuple(t.text for t in doc[token.i : end])) if end <= len(doc) else None
            free = found is not None and taken.isdisjoint(range(token.i, end))
            if found is not None and free and _stands_alone(doc, token.i, end, taken):
                names[token.i, end] = found
                taken.update(range(token.i, end))
                break

"""Corrects names by the article itself: one label a name, names missed elsewhere, surnames, acronyms."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from briefing.extract.board import Board, Found
from briefing.extract.lexicon import Lexicon
from briefing.extract.names import initials, is_acronym, is_given, key_of, name_words
from briefing.extract.places import lookup
from briefing.extract.tables import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc

_VOTED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "MISC", "PRODUCT", "NORP", "EVENT", "WORK_OF_ART"})
# Capitalized in news without being an organization.


def vote(board: Board) -> None:
    """One label for one name in an article: the commonest, a name of the tables being sure of its own."""
    votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for found in board:
        if found.label in _VOTED:
            weight = 0.5 if _shouted(board, found) else 1.0
            votes[key_of(board.text(found))][found.label] += 100 if found.place is not None else weight  # type: ignore[assignment]
    for found in board:
        counted = votes.get(key_of(board.text(found)))
        if found.label in _VOTED and counted and len(counted) > 1 and found.place is None:
            label = counted.most_common(1)[0][0]
            if label != found.label:
                board.relabel(found, label, lookup(board.text(found)) if label in ("GPE", "LOC", "NORP") else None)


def _shouted(board: Board, found: Found) -> bool:
    """In a headline whose words are all capitalized a name is uncertain."""
    return bool(board.doc[found.first].is_upper and not is_acronym(board.doc[found.first].text))


def surnames(board: Board) -> None:
    """The last words of a full name of the article mean the person elsewhere too, and the other way round: an
    unexplained name whose last word is elsewhere a person's is a full name."""
    doc = board.doc
    bearers: dict[str, int] = {}  # surname -> where its bearer is named
    alone: Counter[str] = Counter()
    full: set[str] = set()
    endings: set[str] = set()  # of names of three words and more, without the first
    for found in board:
        if found.label != "PERSON":
            continue
        word = doc[found.last - 1].text
        if found.last - found.first == 1:
            alone[word] += 1
            continue
        endings.update(board.words(i, found.last) for i in range(found.first + 1, found.last - 1))
        if is_given(doc[found.first].text) or found.title or board.text(found) in full:
            bearers.setdefault(word, found.first)
        full.add(board.text(found))
    for found in board:
        if found.label not in ("ORG", "GPE", "LOC", "MISC", "PRODUCT", "FAC", "NORP"):
            continue
        word = doc[found.last - 1].text
        if found.last - found.first == 1:
            means = word in bearers and not _surely_place(board, found, bearers[word])
        else:
            explained = word in name_words() or not _like_a_person(board, found)
            family_first = alone[doc[found.first].text] > 2  # "Sun Lijun", then "Sun" alone
            means = not explained and (word in alone or family_first or board.text(found) in endings)
        if means:
            board.relabel(found, "PERSON")


def _like_a_person(board: Board, found: Found) -> bool:
    """Two to four capitalized words that no table explains."""
    doc = board.doc
    if not 2 <= found.last - found.first <= 4 or found.place is not None or is_acronym(doc[found.first].text):
        return False
    return all(doc[i].tag_ in ("NNP", "NNPS") for i in range(found.first, found.last))


def _surely_place(board: Board, found: Found, named: int) -> bool:
    """A state or capital that is also a surname: the place after a preposition, or before the person is named."""
    if found.place is None or not found.place.of_state:
        return False
    before = board.doc[found.first - 1].lower_ if found.first else ""
    return found.first < named or before in ("in", "to", "from", "at", "near", "of", "the")


def known_again(board: Board) -> None:
    """Names that the recognizer saw in one place and missed in another; surnames of people likewise."""
    phrases: dict[str, str] = {}
    for found in board:
        if found.label not in _VOTED - {"NORP"} or found.place is not None:
            continue
        text = board.text(found)
        if len(text) > 2 and text[0].isupper():
            phrases[text] = found.label
        if found.label == "PERSON" and found.last - found.first >= 2:
            surname = board.doc[found.last - 1].text
            if len(surname) > 2 and surname[0].isupper():
                phrases.setdefault(surname, "PERSON")
            if _family_first(board, found):  # "Han Seo-yun": the family name comes first
                phrases.setdefault(board.doc[found.first].text, "PERSON")
            if found.last - found.first >= 3:
                phrases.setdefault(board.words(found.first + 1, found.last), "PERSON")
    lexicon = Lexicon(phrases)
    doc = board.doc
    at = 0
    while at < len(doc):
        hit = lexicon.match(doc, at) if doc[at].text[:1].isupper() else None
        if hit is None:
            at += 1
            continue
        last, label = hit
        if board.free(at, last) and (last - at > 1 or _stands_alone(doc, at)):
            board.put(Found(at, last, label))
        at = last


def _family_first(board: Board, found: Found) -> bool:
    """Whether a name is one word and a second one with a hyphen and a small letter after it."""
    words = board.text(found).split()
    head, _, tail = words[-1].partition("-")
    return len(words) == 2 and bool(head) and tail[:1].islower() and len(words[0]) > 1


def _stands_alone(doc: Doc, at: int) -> bool:
    """A single word that is no part of a longer capitalized name, and no plain word at a sentence's beginning."""
    token = doc[at]
    if token.tag_ not in ("NNP", "NNPS") and not (token.tag_ in ("NN", "JJ", "NNS") and not token.is_sent_start):
        return False
    return not (at and doc[at - 1].tag_ in ("NNP", "NNPS") and is_given(doc[at - 1].text))


def acronyms(board: Board) -> None:
    """Capitals that shorten a name of the article ("IRC" after "International Rescue Committee"), or that are
    given with it in brackets, are that organization."""
    known: set[str] = set()
    for found in board:
        if found.label in ("ORG", "FAC", "MISC", "EVENT", "LAW", "GPE") and found.last - found.first > 1:
            key = key_of(board.text(found))
            for short in initials(key):
                known |= {short, *(letter + short for letter in _owner_initials(board, found))}
    doc = board.doc
    for token in doc:
        if not is_acronym(token.text) or not board.free(token.i, token.i + 1):
            continue
        if token.text in word_set("no_organization"):
            continue
        folded = key_of(token.text)[0]
        if len(folded) < 2 or token.ent_type_ in ("DATE", "TIME", "DURATION", "MONEY"):
            continue
        bracketed = 0 < token.i < len(doc) - 1 and doc[token.i - 1].text == "(" and doc[token.i + 1].text == ")"
        acting = token.dep_.startswith("nsubj") or token.dep_ == "nmod:poss"
        alone = not any(
            0 <= n < len(doc) and doc[n].is_upper and len(doc[n].text) > 1 for n in (token.i - 1, token.i + 1)
        )
        acting = acting and alone and token.tag_ == "NNP" and token.text.isalpha() and 3 <= len(token.text) <= 6
        if acting or folded in known or (bracketed and token.i > 1 and board.at(token.i - 2) is not None):
            board.put(Found(token.i, token.i + 1, "ORG"))


def _owner_initials(board: Board, found: Found) -> set[str]:
    """First letters that an acronym may carry for the name's owner: "India's Railway Corps" -> "i"."""
    doc, letters = board.doc, set()
    before = found.first - 1
    if before > 0 and doc[before].tag_ == "POS":
        before -= 1
    owner = board.at(before) if before >= 0 else None
    if owner is not None and owner.place is not None:
        text = owner.place.name if owner.place.of_state else board.text(owner)
        letters = {text[0].lower(), "".join(word[0] for word in text.split()).lower()}
    return letters

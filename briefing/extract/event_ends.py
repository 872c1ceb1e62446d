"""Where the words of an event end, where the parser has cut them or gone on into another event."""

from __future__ import annotations

from dataclasses import replace

from briefing.extract.clauses import Clauses, Named
from briefing.extract.relations import Tokens
from briefing.extract.runs import FINITE, LONGEST

# Words that open a clause of its own, whatever the parser takes them for.
_OPENING = frozenset(
    ("after", "before", "when", "while", "because", "since", "if", "although", "though", "as", "until", "once", "so",
     "whereas", "unless", "till", "than", "amid", "despite", "according")
)  # fmt: skip
# Words that open what a verb says or a noun is, where no mark stands before them.
_CONTENT = frozenset(("who", "that", "which", "whose", "whom", "where", "how", "why", "what", "whether"))
_POINTING = frozenset(("that", "this", "it", "these", "those"))
_OPENING_MARKS = frozenset(('"', "“", "‘", "``"))
# Words between a clause with a subject of its own and what it only tells the time or the cause of.
_APART = frozenset(("after", "before", "because", "when", "while", "although", "until"))
# Words behind an event that still may belong to the clause that it breaks off in.
_NEAR = 10


def completed(clauses: Clauses, named: Named, last: int, when: Tokens) -> int:
    """The end of a clause that breaks off where no other begins."""
    high = min(clauses.sentence(when[0])[1], named.head + LONGEST, max(named.head, when[1]) + LONGEST)
    end, content = last, False
    while end < high:
        lower, tag = clauses.lowers[end], clauses.tags[end]
        opens = lower in _CONTENT and tag in ("WDT", "WP", "WP$", "WRB", "IN") and not clauses.doc[end - 1].is_punct
        if opens and tag == "IN" and not last - 1 <= clauses.heads[clauses.heads[end]] < end:
            opens = clauses.is_stating(named.head)  # the content of a verb around it
            if not opens and end > named.head:
                break
        if opens and end > named.head:
            content = True
        elif lower in _OPENING_MARKS and not clauses.doc[end - 1].is_punct:
            pass
        elif clauses.is_mark(end) and lower != "/":
            break
        elif tag in FINITE and not content and _is_counted_from(clauses, named.head, end):
            content = True  # "a day after the mayor | announced it"
        elif tag in FINITE and not content:
            return last  # before a finite verb stands the subject of another clause
        elif _joins_verbs(clauses, named.head, end):
            content = True  # "armed and sent | boats"
        elif tag == "CC":
            if _joins_a_clause(clauses, end, high):
                break
        elif _opens_another(clauses, end, content) and not _of_manner(clauses, end):
            break
        end += 1
    while end > last and clauses.tags[end - 1] in ("IN", "TO", "DT", "CC", "WDT", "WP", "WRB", "``"):
        end -= 1
    return end


def _is_counted_from(clauses: Clauses, head: int, finite: int) -> bool:
    """Whether the subject before a finite verb stands behind "after" or "before", so that a time counts from it."""
    for token in range(finite - 1, head, -1):
        if clauses.is_mark(token) or clauses.tags[token] in FINITE:
            return False
        if clauses.lowers[token] in ("after", "before"):
            return token < finite - 1
    return False


def _joins_verbs(clauses: Clauses, head: int, conjunction: int) -> bool:
    """Whether two verbs stand side by side with one object: "armed and sent boats"."""
    following = conjunction + 1
    beside = conjunction == head + 1 and clauses.tags[conjunction] == "CC"
    return beside and clauses.tags[following] in ("VBD", "VBN") and clauses.child(following, "obj") >= 0


def _joins_a_clause(clauses: Clauses, conjunction: int, high: int) -> bool:
    """Whether a conjunction goes on with more than another noun: a verb, or a subject and its verb."""
    token = conjunction + 1
    if token < high and clauses.tags[token][:2] in ("VB", "MD", "RB", "IN", "TO", "WD", "WR", "WP"):
        return True
    while token < high and not clauses.is_mark(token):
        if clauses.tags[token] in FINITE:
            return True
        token += 1
    return False


def _opens_another(clauses: Clauses, token: int, content: bool) -> bool:
    """Whether a clause begins that is no content of this one; within content only its own words count."""
    if clauses.lowers[token] in _OPENING:
        return True
    return clauses.labels[token] == "mark" and clauses.tags[token] != "TO" and not content


def _of_manner(clauses: Clauses, token: int) -> bool:
    """Whether a participle follows: "as working with a shark", "by closing the weir"."""
    following = token + 1
    if clauses.tags[following : following + 1] == ["VBG"] and clauses.lowers[token] not in _APART | {"since", "if"}:
        return True
    return (
        clauses.lowers[token] == "as"
        and following < len(clauses.doc)
        and clauses.tags[following] in ("VBG", "VBN", "DT", "NN", "NNP", "NNS", "JJ", "PRP$")
        and clauses.labels[token] != "mark"
    )


def with_its_verb(clauses: Clauses, named: Named, last: int) -> int:
    """The end of the main verb where a plural is taken for another: "the building works at Lund | started"."""
    head, main = named.head, clauses.heads[named.head]
    taken = (
        clauses.labels[head] == "advcl" and clauses.tags[head] == "VBZ" and clauses.child(head, "mark", "advmod") < 0
    )
    if not taken or main != last or clauses.subject(main) >= 0 or clauses.tags[main] not in FINITE:
        return last
    return completed(clauses, replace(named, head=main), main + 1, (main, main + 1))


def parted_from_the_next(clauses: Clauses, named: Named, last: int, when: Tokens) -> int:
    """The end of an event before one with a date of its own: "It opens before 2025 | and closes by 2040"."""
    # what a verb says goes on behind a conjunction, but not what it does
    whole = not clauses.is_stating(named.head) or clauses.child(named.head, "obj") >= 0
    for token in range(max(when[1], named.head + 1), last - 1):
        if clauses.lowers[token] == ";" or (whole and _adds_a_clause(clauses, token, last)):
            return token
        mark = clauses.lowers[token] == ","
        joins = mark or (clauses.tags[token] == "CC" and not clauses.is_mark(token - 1))
        following = token + 1
        apart = clauses.lowers[token] in _APART and clauses.labels[token] == "mark"
        verb = clauses.tags[following] in (*FINITE, "VB", "VBN") and clauses.labels[following] != "amod"
        listed = mark and clauses.lowers[following] in ("including", "such", "followed")
        if not apart and not (joins and (verb or listed)):
            continue
        if any(clauses.doc[t].ent_type_ == "DATE" for t in range(following, last)):
            return token
    return last


def _adds_a_clause(clauses: Clauses, comma: int, last: int) -> bool:
    """Whether a conjunction begins another main clause: "he will row, and then the mayor will speak"."""
    conjunction = comma + (clauses.lowers[comma] == ",")
    if clauses.lowers[conjunction] not in ("and", "but") or clauses.labels[conjunction] != "cc":
        return False
    high = min(clauses.sentence(comma)[1], last + _NEAR)
    beyond = next((t for t in range(last, high) if clauses.is_mark(t)), high)
    verbs = [t for t in range(conjunction + 1, max(last, beyond)) if clauses.tags[t] in FINITE]
    if not verbs or clauses.labels[verbs[0]] == "acl:relcl" or "CC" in clauses.tags[conjunction + 1 : verbs[0]]:
        return False
    if conjunction == comma and any(clauses.is_mark(t) or clauses.tags[t][0] == "W" for t in range(comma, verbs[0])):
        return False  # a list: "between Lund and Malmö, where they ..."
    main = clauses.heads[verbs[0]] if clauses.labels[verbs[0]] in ("aux", "aux:pass", "cop") else verbs[0]
    subject = clauses.subject(main)
    return comma < subject < main and clauses.tags[subject] not in ("WDT", "WP")


def parted_from_the_main(clauses: Clauses, named: Named, last: int, when: Tokens) -> int:
    """The end of a relative clause before the main verb: "Two cooks who were fined last week | are asking"."""
    clause = named.head
    while clauses.labels[clause] in ("xcomp", "advcl", "ccomp"):
        clause = clauses.heads[clause]
    noun = clauses.heads[clause]
    if clauses.labels[clause] != "acl:relcl" or clauses.labels[noun] not in ("nsubj", "nsubj:pass"):
        return last
    main = clauses.heads[noun]
    verbs = [main, *clauses.all(main, "aux", "aux:pass", "cop")]
    return min((t for t in verbs if max(when[1], clause + 1) <= t < last), default=last)


def with_what_is_meant(clauses: Clauses, named: Named, first: int, last: int) -> int:
    """The end of the clause that a subject only points to: "That was shown a year later, | when the mill closed"."""
    subject = clauses.subject(named.head)
    high = clauses.sentence(first)[1]
    if subject < 0 or clauses.lowers[subject] not in _POINTING or clauses.children[subject] or last + 1 >= high:
        return last
    if clauses.lowers[last + (clauses.lowers[last] == ",")] != "when":
        return last
    end = last + 2
    while end < min(high, last + LONGEST) and not clauses.is_mark(end):
        end += 1
    return end

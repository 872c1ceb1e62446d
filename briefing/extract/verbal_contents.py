"""What a verb attributes after it: a quotation, a clause, an infinitive, an object, a prepositional phrase."""

from __future__ import annotations

from briefing.extract.content import CIRCUMSTANCE, Content, until_end
from briefing.extract.cues import group, is_speech
from briefing.extract.extents import EDGES, clause_end
from briefing.extract.syntax import FINAL, FINITE, MARKS, SHORT_RUN, Syntax

_NOMINAL = frozenset(("DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "PRP", "POS", "JJS", "JJR"))
# How far a quotation, and a conjunction, may stand from the cue: "told a small crowd in a park in Ohio, ...".
_FAR, _NEAR = 25, 20


def of_verb(syntax: Syntax, verb: int) -> Content | None:
    """What follows a verb, in the construction that says most."""
    ceiling = syntax.ceiling(verb)
    quoted = _quotation(syntax, verb, ceiling) or _next_paragraph(syntax, verb, ceiling)
    if quoted is not None:
        return quoted
    if verb + 1 >= ceiling or syntax.words[verb + 1] in FINAL:
        return None
    mark = _conjunction(syntax, verb, ceiling)
    if mark is not None:
        return until_end(syntax, mark[1], verb, mark[0])
    clause = _bare_clause(syntax, verb, ceiling)
    if clause is not None:
        return until_end(syntax, "clause", verb, clause)
    return _phrase(syntax, verb, ceiling)


def as_what(syntax: Syntax, participle: int) -> Content | None:
    """What a passive verb takes its subject for: "is seen | as a success"."""
    return until_end(syntax, "as", participle, participle + 1)


def _quotation(syntax: Syntax, verb: int, ceiling: int) -> Content | None:
    """A quotation that the verb introduces: "said, “...”", "told reporters in Ohio: “...”"."""
    if syntax.tags[verb] == "VB" and not is_speech(syntax.lemmas[verb]):
        return None
    for token in range(verb + 1, min(ceiling, verb + _FAR)):
        word, tag, before = syntax.words[token], syntax.tags[token], syntax.words[token - 1]
        if syntax.run_of[token] >= 0:
            run = syntax.runs[syntax.run_of[token]]
            led = before in {",", ":"}
            if run.words <= SHORT_RUN and not (led and run.closed):
                return None
            whole = token == verb + 1 and syntax.capital(min(token + 1, ceiling - 1))
            return _from_quotation(syntax, verb, run.first, ceiling) if led or whole else None
        if word in {"that", ";"} or word in FINAL or tag == "VB" or (tag in FINITE and token > verb + 1):
            return None
        if tag == "CC" and token + 1 < ceiling and syntax.tags[token + 1].startswith("VB"):
            return None
        if tag.startswith("VB") and before in {",", "by"}:
            return None
    return None


def _from_quotation(syntax: Syntax, verb: int, first: int, ceiling: int) -> Content:
    last = _listed(syntax, syntax.runs[syntax.run_of[first]].last, ceiling)
    if last < ceiling and syntax.words[last] not in {",", ".", ";"} and syntax.words[last - 2] not in FINAL | {","}:
        # the sentence runs on out of the marks: “A” and “B”, or quoted words within a clause of his
        last = max(last, clause_end(syntax, verb, first))
    return Content("quote", ((first, last),), verb + 1)


def _listed(syntax: Syntax, last: int, ceiling: int) -> int:
    """Where the last of several quotations ends: "chanted “Peace,” “Bread,” and “Land”"."""
    at = last
    while at < min(ceiling, last + 3) and syntax.words[at] in {",", "and", "or"}:
        at += 1
    if at >= ceiling or syntax.run_of[at] < 0:
        return last
    return _listed(syntax, syntax.runs[syntax.run_of[at]].last, ceiling)


def _next_paragraph(syntax: Syntax, verb: int, ceiling: int) -> Content | None:
    """A quotation in the paragraph after a cue that ends with a colon: "Lee continued:"."""
    if ceiling >= len(syntax.words) or syntax.words[ceiling - 1] != ":" or ceiling - verb > _FAR:
        return None
    if any(syntax.tags[t] in FINITE or syntax.run_of[t] >= 0 for t in range(verb + 1, ceiling)):
        return None
    run = syntax.run_of[ceiling]
    return Content("quote", ((ceiling, syntax.runs[run].last),), verb + 1) if run >= 0 else None


def _conjunction(syntax: Syntax, verb: int, ceiling: int) -> tuple[int, str] | None:
    """The "that" or question word that opens the verb's clause, past recipients, days and places."""
    for token in range(verb + 1, min(ceiling, verb + _NEAR)):
        word, tag = syntax.words[token], syntax.tags[token]
        if syntax.quoted(token):
            return None
        if word == "that" and syntax.words[token - 1] in {"so", "now", "provided"}:
            return None  # "needs support so that she can go on"
        if word == "that":
            # "found proof that ..." says less of the verb than "found that ..." and "told residents that ..."
            noun = syntax.tags[token - 1] in {"NN", "NNS"} and syntax.words[token - 1] not in group("time")
            owned = noun and syntax.lemmas[verb] not in group("recipient")
            return (token, "that:noun" if owned else "that") if _opens_clause(syntax, token, verb, ceiling) else None
        if word in group("question word") and word != "which":
            if token == verb + 1:
                return token, "wh:when" if word in {"when", "where"} else "wh"
            nominal = all(syntax.tags[t] in _NOMINAL for t in range(verb + 1, token))
            if word in {"whether", "if"} and token <= verb + 5 and nominal:
                return token, "wh"
        if tag in FINITE or tag in {"VB", "TO", "WP", "WDT", "CC"} or word in FINAL or word in {";", ":", "—", "--"}:
            return None
        if tag in {"VBG", "VBN"} and syntax.labels[token] not in {"amod", "compound"}:
            return None
    return None


def _opens_clause(syntax: Syntax, that: int, verb: int, ceiling: int) -> bool:
    """Whether "that" is a conjunction and neither a pronoun nor a determiner, whatever the tagger says."""
    tag, label = syntax.tags[that], syntax.labels[that]
    if tag == "IN" or label == "mark":
        return True
    if that > verb + 1 and tag == "WDT" and label not in {"nsubj", "obj", "nsubj:pass"}:
        return True
    following = syntax.tags[that + 1] if that + 1 < ceiling else "."
    if following in {"DT", "PRP", "NNP", "PRP$", "EX", "NNS"} and label != "nsubj":
        return True
    return label == "det" and syntax.tags[syntax.heads[that]] in {"NNS", "NNPS"}


def _bare_clause(syntax: Syntax, verb: int, ceiling: int) -> int | None:
    """Where a clause without "that" begins after a verb, or None."""
    first = verb + 1
    if syntax.words[first] == "," and syntax.lemmas[verb] in group("clause taking"):
        return _after_comma(syntax, verb)
    if syntax.words[first] in EDGES or (syntax.words[first] in MARKS and not syntax.quoted(first)):
        return None
    for child in syntax.children[verb]:
        if child > verb and child < ceiling and syntax.labels[child] in {"ccomp", "parataxis"}:
            begin = _clause_of(syntax, verb, child)
            if begin is not None:
                return begin
    finite = next((t for t in range(first, min(ceiling, verb + 14)) if syntax.tags[t] in FINITE), -1)
    if finite == first or (finite == first + 1 and syntax.tags[first] == "RB"):
        return first if _lacks_subject(syntax, verb) else None
    if finite < 0 or any(
        (syntax.labels[t] == "mark" and syntax.words[t] in group("subordinator"))
        or syntax.words[t] in {",", "that", "which", ":", ";", "—"}
        or syntax.tags[t] in {"WP", "WDT", "TO", "WRB"}
        or (syntax.tags[t] == "CC" and not (first < t < finite - 1 and _joins_nouns(syntax, t)))
        for t in range(first, finite)
    ):
        return None
    candidates = (*syntax.children[finite], *syntax.children[syntax.heads[finite]][:_FAR])
    subject = next((c for c in candidates if first <= c < finite and syntax.labels[c].startswith("nsubj")), -1)
    return None if subject < 0 else _opening(syntax, verb, max(first, syntax.left(subject)), finite)


def _after_comma(syntax: Syntax, verb: int) -> int | None:
    """Where a clause begins that only a comma parts from its cue: "He said, | the mine is shut"."""
    ceiling, floor = syntax.ceiling(verb), syntax.floor(verb)
    first = verb + 2
    if first >= ceiling - 2 or any(syntax.words[t] == "," for t in range(floor, verb)) or verb - floor > 12:
        return None
    finite = next((t for t in range(first, min(ceiling, first + 14)) if syntax.tags[t] in FINITE), -1)
    if finite <= first or any(
        syntax.words[t] in {",", ";", ":"} or syntax.run_of[t] >= 0 for t in range(first, finite)
    ):
        return None
    if syntax.tags[first] in {"VBG", "VBN", "IN", "CC", "WDT", "WP", "WRB", "TO"}:
        return None
    return first


def _joins_nouns(syntax: Syntax, conjunction: int) -> bool:
    """ "$2 million or 3 percent", "Lee and the board": no verb begins behind the conjunction."""
    return all(syntax.tags[t] in _NOMINAL | {"$"} for t in (conjunction - 1, conjunction + 1))


def _clause_of(syntax: Syntax, verb: int, child: int) -> int | None:
    """Where the clause of a dependent verb begins, or None when it is no content of the verb's."""
    first = verb + 1
    begin = max(first, syntax.left(child))
    mark = syntax.child(child, "mark")
    if begin > first and "WRB" in syntax.tags[begin : begin + 2]:  # "played it down at a briefing, | where he said ..."
        return None
    if begin > verb + 8 or (0 <= mark < child and syntax.words[mark] not in {"that", "if", "whether"}):
        return None
    if any(syntax.words[t] in FINAL or syntax.words[t] in {"—", "--", ";"} for t in range(first, begin)):
        return None
    if not any(syntax.tags[t] in FINITE for t in range(first, min(child, verb + 200) + 1)):
        return None
    return _opening(syntax, verb, begin, child)


def _opening(syntax: Syntax, verb: int, begin: int, limit: int) -> int:
    """Where a clause without "that" begins: right after the verb, unless a recipient, day or place comes between."""
    first = verb + 1
    timed = any(syntax.words[t] in group("time") for t in range(first, begin))
    if (
        syntax.lemmas[verb] not in group("recipient")
        and syntax.tags[first] in _NOMINAL | {"EX", "VBG", "$"}
        and not timed
    ):
        begin = min(begin, first)
    while begin < limit and syntax.words[begin] in group("time"):
        begin += 1
    if syntax.lemmas[verb] in group("recipient"):  # "told the Herald, | his plan would ..."
        comma = next((t for t in range(begin, min(limit, begin + 6)) if syntax.words[t] == ","), -1)
        if comma > begin and all(syntax.tags[t] in {"NNP", "NNPS", "DT"} for t in range(begin, comma)):
            begin = comma
    return begin + (begin < limit and syntax.words[begin] == ",")


def _lacks_subject(syntax: Syntax, verb: int) -> bool:
    """Whether the clause lost its subject to a relative pronoun: "which the board said | caused ..."."""
    places = range(max(syntax.floor(verb), verb - 10), verb)
    return any(syntax.words[t] in {"which", "that", "who", "whom", "what"} for t in places)


def _phrase(syntax: Syntax, verb: int, ceiling: int) -> Content | None:
    """An infinitive, gerund, object or prepositional phrase after a verb."""
    first = verb + 1
    particle = f":{syntax.words[first]}" if syntax.tags[first] == "RP" else ""
    if particle:
        first += 1
    while first < ceiling and syntax.tags[first] == "RB" and syntax.words[first] != "not":
        first += 1
    if first >= ceiling - 1:
        return None
    tag, word = syntax.tags[first], syntax.words[first]
    if tag == "TO" and syntax.tags[first + 1] in {"VB", "RB"}:
        return until_end(syntax, f"inf{particle}", verb, first)
    if tag in {"IN", "TO"}:
        if word in CIRCUMSTANCE:
            return None
        return until_end(syntax, f"prep:{word}{particle}", verb, first + 1, first + 1)
    if tag == "VBG":
        return until_end(syntax, f"gerund{particle}", verb, first)
    if tag in _NOMINAL or word in MARKS:
        return until_end(syntax, _object(syntax, verb, first) + particle, verb, first)
    return None


def _object(syntax: Syntax, verb: int, first: int) -> str:
    """What kind of object begins at `first`: one with an infinitive, with "as", with quoted words, or a plain one."""
    end = clause_end(syntax, verb, first)
    if any(
        c > first and syntax.labels[c] == "xcomp" and not syntax.tags[c].startswith("VB") for c in syntax.children[verb]
    ):
        return "obj-pred"  # "called the vote a farce"
    for token in range(first + 1, end):
        infinitive = syntax.tags[token] == "TO" and token + 1 < end and syntax.tags[token + 1] == "VB"
        if infinitive and syntax.heads[token + 1] == verb:
            return "obj-inf"
        if syntax.words[token] == "as" and syntax.tags[token] == "IN" and token < first + 12:
            return "obj-as"
    return "obj-quote" if any(syntax.run_of[t] >= 0 for t in range(first, end)) else "obj"

"""What is attributed: the words after, before or around a cue, within the sentence that holds whole quotations."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract import sources
from briefing.extract.cues import is_speech
from briefing.extract.relations import Tokens
from briefing.extract.syntax import FINAL, FINITE, MARKS, Syntax

_WH = frozenset(("whether", "if", "why", "how", "what", "when", "where", "who", "which"))

_NOUN_PHRASE = frozenset(("DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "CD", "PRP", "POS", "JJS", "JJR"))
RECIPIENT = frozenset(("tell", "ask", "remind", "assure", "inform", "warn", "advise", "write", "promise", "show", "text", "email"))
BLOCK = False
_EDGES = frozenset((",", ";", ":", "-", "--", "—", "–", "."))
_OPENERS = frozenset(('"', "“", "``", "„", "«", "‘", "'"))


@dataclass(frozen=True, slots=True)
class Content:
    """The construction that a content stands in, its ranges, and where the cue ends (0: after its head)."""

    construction: str
    content: tuple[Tokens, ...]
    cue_end: int = 0


def right(syntax: Syntax, verb: int, start: int) -> Content | None:
    """What follows a verb: a quotation, a clause, an infinitive, an object."""
    ceiling = syntax.sentences[syntax.sentence_of[verb]][1]
    quoted = _quotation(syntax, verb, ceiling) or _next_paragraph(syntax, verb, ceiling)
    if quoted is not None:
        return quoted
    if verb + 1 >= ceiling or syntax.words[verb + 1] in FINAL:
        return None
    mark = _marker(syntax, verb, ceiling)
    if mark is not None:
        token, construction = mark
        return _until_end(syntax, construction, verb, token)
    clause = _clause(syntax, verb, ceiling)
    if clause is not None:
        return _until_end(syntax, "clause", verb, clause)
    return _phrase_after(syntax, verb, ceiling)


def _quotation(syntax: Syntax, verb: int, ceiling: int) -> Content | None:
    """A quotation that the verb introduces: "said, “...”", "told reporters in Ohio: “...”"."""
    if syntax.tags[verb] == "VB" and not is_speech(syntax.lemmas[verb]):
        return None
    for token in range(verb + 1, min(ceiling, verb + 25)):
        word, tag = syntax.words[token], syntax.tags[token]
        run = syntax.run_of[token]
        if run >= 0:
            opened = syntax.runs[run]
            before = syntax.words[token - 1]
            if opened.words <= 3 and not (before in {",", ":"} and opened.closed):
                return None
            if before in {",", ":"} or (token == verb + 1 and syntax.reading.doc[min(token + 1, ceiling - 1)].text[:1].isupper()):
                return _from_quotation(syntax, verb, opened.first, ceiling)
            if before in {"that", "if", "whether", "as"} or tag in FINITE:
                return None
            return None
        if word == ":":
            continue
        if word in {"that", ";"} or (tag in FINITE and token > verb + 1) or word in FINAL:
            return None
        if tag == "CC" and token + 1 < ceiling and syntax.tags[token + 1].startswith("VB"):
            return None
        if tag == "VB" or (tag.startswith("VB") and syntax.words[token - 1] in {",", "by"}):
            return None
    return None


def _next_paragraph(syntax: Syntax, verb: int, ceiling: int) -> Content | None:
    """What stands in the paragraph after a cue that ends with a colon: "Lee continued:"."""
    if ceiling >= len(syntax.words) or syntax.words[ceiling - 1] != ":" or ceiling - verb > 25:
        return None
    if any(syntax.tags[t] in FINITE or syntax.run_of[t] >= 0 for t in range(verb + 1, ceiling)):
        return None
    first, last = syntax.sentences[syntax.sentence_of[ceiling]]
    if syntax.run_of[first] >= 0:
        return Content("quote", ((first, syntax.runs[syntax.run_of[first]].last),), verb + 1)
    if BLOCK:
        number = syntax.reading.numbers[first]
        while last < len(syntax.words) and syntax.reading.numbers[last] == number:
            last = syntax.sentences[syntax.sentence_of[last]][1]
        return Content("block", ((first, last),), verb + 1)
    return None


def _from_quotation(syntax: Syntax, verb: int, first: int, ceiling: int) -> Content | None:
    run = syntax.runs[syntax.run_of[first]]
    last = run.last
    if last < ceiling and syntax.words[last] not in {",", ".", ";"} and syntax.words[last - 2] not in FINAL | {","}:
        # the sentence runs on out of the marks: “A” and “B”, or quoted words within his clause
        end = clause_end(syntax, verb, first, ceiling)
        last = max(last, end)
    return Content("quote", ((first, last),), verb + 1)


def _marker(syntax: Syntax, verb: int, ceiling: int) -> tuple[int, str] | None:
    """The "that" or wh-word that opens the verb's clause, past recipients, days and places."""
    for token in range(verb + 1, min(ceiling, verb + 20)):
        word, tag = syntax.words[token], syntax.tags[token]
        if syntax.quoted(token):
            return None
        if word == "that":
            following = syntax.tags[token + 1] if token + 1 < ceiling else "."
            if tag == "IN" or syntax.labels[token] == "mark" or (token > verb + 1 and tag == "WDT" and _closes_relative(syntax, token)):
                return token, "that"
            if following in {"DT", "PRP", "NNP", "PRP$", "EX", "NNS"} and syntax.labels[token] != "nsubj":
                return token, "that"
            if syntax.labels[token] == "det" and syntax.tags[syntax.heads[token]] in {"NNS", "NNPS"}:
                return token, "that"
            return None
        if word in _WH and token == verb + 1 and word != "which":
            return token, "wh:when" if word in {"when", "where"} else "wh"
        if word in {"whether", "if"} and token <= verb + 5 and all(syntax.tags[t] in _NOUN_PHRASE for t in range(verb + 1, token)):
            return token, "wh"
        if tag in FINITE or tag in {"VB", "TO", "WP", "WDT", "CC"} or word in FINAL or word in {";", ":", "—", "--"}:
            return None
        if tag in {"VBG", "VBN"} and syntax.labels[token] not in {"amod", "compound"}:
            return None
    return None


def _closes_relative(syntax: Syntax, token: int) -> bool:
    return syntax.labels[token] not in {"nsubj", "obj", "nsubj:pass"}


def _clause(syntax: Syntax, verb: int, ceiling: int) -> int | None:
    """Where a clause without "that" begins after a verb, or None."""
    first = verb + 1
    if syntax.words[first] in _EDGES or syntax.words[first] in MARKS and not syntax.quoted(first):
        return None
    for child in syntax.children[verb]:
        if child > verb and syntax.labels[child] in {"ccomp", "parataxis"} and child < ceiling:
            marked = syntax.child(child, "mark")
            if 0 <= marked < child and syntax.words[marked] not in {"that", "if", "whether"}:
                continue
            if any(syntax.tags[t] in FINITE for t in range(first, child + 1)):
                begin = max(first, syntax.lefts[child])
                if begin > verb + 8:
                    continue
                between = range(first, begin)
                if not any(syntax.words[t] in FINAL | {"—", "--", ";"} for t in between):
                    return _past_time(syntax, _opening(syntax, verb, begin), child)
    finite = next((t for t in range(first, min(ceiling, verb + 14)) if syntax.tags[t] in FINITE), -1)
    if finite == first or (finite == first + 1 and syntax.tags[first] == "RB"):
        return first if _relative_gap(syntax, verb) else None
    if finite < 0:
        return None
    if any(
        syntax.words[t] in {",", "that", "who", "which", ":", ";", "—"} or syntax.tags[t] in {"CC", "WP", "WDT", "TO", "WRB"}
        for t in range(first, finite)
    ):
        return None
    subject = next((c for c in syntax.children[finite] + syntax.children[syntax.heads[finite]] if first <= c < finite and syntax.labels[c].startswith("nsubj")), -1)
    if subject >= 0:
        return _past_time(syntax, _opening(syntax, verb, max(first, syntax.lefts[subject])), finite)
    return None


def _opening(syntax: Syntax, verb: int, begin: int) -> int:
    """Where a clause without "that" begins: right after the verb, unless a recipient, day or place comes between."""
    first = verb + 1
    if syntax.lemmas[verb] in RECIPIENT or begin <= first:
        return begin
    if syntax.tags[first] in _NOUN_PHRASE | {"EX", "VBG"} and not any(syntax.words[t] in sources.TIMES for t in range(first, begin)):
        return first
    return begin


def _relative_gap(syntax: Syntax, verb: int) -> bool:
    """"which the board said caused ...": the clause lost its subject to the relative pronoun."""
    floor = syntax.sentences[syntax.sentence_of[verb]][0]
    return any(syntax.words[t] in {"which", "that", "who", "whom", "what"} for t in range(max(floor, verb - 10), verb))


def _past_time(syntax: Syntax, first: int, limit: int) -> int:
    while first < limit and syntax.words[first] in sources.TIMES:
        first += 1
    if first < limit and syntax.words[first] == ",":
        first += 1
    return first


def _phrase_after(syntax: Syntax, verb: int, ceiling: int) -> Content | None:
    """An infinitive, object, gerund or prepositional phrase after a verb."""
    first = verb + 1
    particle = first < ceiling and syntax.tags[first] == "RP"
    if particle:
        first += 1
    while first < ceiling and syntax.tags[first] == "RB" and syntax.words[first] != "not":
        first += 1
    if first >= ceiling - 1:
        return None
    tag, word = syntax.tags[first], syntax.words[first]
    suffix = f":{syntax.words[verb + 1]}" if particle else ""
    if tag == "TO" and syntax.tags[first + 1] in {"VB", "RB"}:
        return _until_end(syntax, "inf" + suffix, verb, first)
    if tag == "IN" or tag == "TO":
        if word in {"as", "than", "after", "before", "because", "since", "while", "until", "by"}:
            return None
        found = _until_end(syntax, f"prep:{word}{suffix}", verb, first + 1)
        return None if found is None else Content(found.construction, found.content, first + 1)
    if tag == "VBG":
        return _until_end(syntax, "gerund" + suffix, verb, first)
    if tag in _NOUN_PHRASE or syntax.words[first] in _OPENERS:
        end = clause_end(syntax, verb, first, ceiling)
        construction = "obj"
        for token in range(first + 1, end):
            if syntax.tags[token] == "TO" and token + 1 < end and syntax.tags[token + 1] == "VB" and syntax.heads[token + 1] == verb:
                construction = "obj-inf"
                break
            if syntax.words[token] == "as" and syntax.tags[token] == "IN" and token < first + 12:
                construction = "obj-as"
                break
        run = syntax.run_of[first + 1] if first + 1 < ceiling else -1
        if construction == "obj" and any(syntax.run_of[t] >= 0 for t in range(first, end)):
            construction = "obj-quote"
        del run
        return _until_end(syntax, construction + suffix, verb, first)
    return None


def _until_end(syntax: Syntax, construction: str, verb: int, first: int) -> Content | None:
    ceiling = syntax.sentences[syntax.sentence_of[verb]][1]
    clause = construction in {"that", "clause", "wh", "wh:when"}
    end = clause_end(syntax, verb, first, ceiling, clause)
    span = trimmed(syntax, first, end)
    return None if span is None else Content(construction, (span,))


def of_noun(syntax: Syntax, noun: int) -> Content | None:
    """What a noun carries: a that-clause, an infinitive, a phrase with of, for, on, about ..."""
    ceiling = syntax.sentences[syntax.sentence_of[noun]][1]
    first = noun + 1
    if first >= ceiling - 1:
        return None
    tag, word = syntax.tags[first], syntax.words[first]
    if word == "that" and tag in {"IN", "WDT"} and syntax.labels[first] in {"mark", "case", "advmod"}:
        return _until_end(syntax, "that", noun, first)
    if tag == "TO" and syntax.tags[first + 1] == "VB":
        return _until_end(syntax, "inf", noun, first)
    if tag == "IN" and word not in {"as", "in", "at", "from", "by", "if", "because", "after", "before", "during", "like", "that"}:
        found = _until_end(syntax, f"prep:{word}", noun, first + 1)
        return None if found is None else Content(found.construction, found.content, first + 1)
    return None


def of_adjective(syntax: Syntax, adjective: int) -> Content | None:
    """What an adjective carries: "confident that", "critical of", "eager to"."""
    ceiling = syntax.sentences[syntax.sentence_of[adjective]][1]
    first = adjective + 1
    if first >= ceiling - 1:
        return None
    tag, word = syntax.tags[first], syntax.words[first]
    if word == "that" and tag in {"IN", "WDT"}:
        return _until_end(syntax, "adj-that", adjective, first)
    if tag == "TO" and syntax.tags[first + 1] == "VB":
        return _until_end(syntax, "adj-inf", adjective, first)
    if word in {"of", "about", "with", "on", "over", "for", "to"}:
        found = _until_end(syntax, f"adj-prep:{word}", adjective, first + 1)
        return None if found is None else Content(found.construction, found.content, first + 1)
    return None



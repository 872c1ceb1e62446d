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


def clause_end(syntax: Syntax, verb: int, first: int, ceiling: int, clause: bool = False) -> int:
    """Where a content that begins at `first` ends: with its sentence, unless the cue's own clause ends or goes on."""
    end = ceiling
    for token in _coordinated(syntax, verb):
        if first < token < end and syntax.run_of[token] < 0:
            end = token
    subordinate = syntax.labels[verb].split(":")[0] in {"advcl", "acl", "csubj"} or syntax.labels[verb] == "ccomp"
    edge = max(first + 1, syntax.rights[verb]) if subordinate else ceiling
    if clause and subordinate:
        finite = next((t for t in range(first, ceiling) if syntax.tags[t] in FINITE), ceiling)
        edge = max(edge, finite + 2)
    for token in range(first + 1, end):
        if syntax.run_of[token] >= 0:
            continue
        word = syntax.words[token]
        if word == ";":
            return token
        if token >= edge and (word in {",", "—", "--", ")"} or syntax.tags[token] in FINITE):
            return token
        if word == "," and token + 1 < end and _leaves(syntax, verb, token + 1):
            return token
    return end


def _coordinated(syntax: Syntax, verb: int) -> list[int]:
    """Where the clauses that are coordinated with the cue's begin: at their conjunctions."""
    siblings = list(syntax.children[verb])
    if syntax.labels[verb] == "conj":
        siblings += syntax.children[syntax.heads[verb]]
    begins = []
    for other in siblings:
        if other > verb and syntax.labels[other] == "conj" and syntax.tags[other][0] in "VM":
            link = syntax.child(other, "cc")
            begin = link if verb < link else syntax.lefts[other]
            if "that" not in syntax.words[begin : begin + 2]:  # "that A, and that B" is one content
                begins.append(begin)
    return begins


def _leaves(syntax: Syntax, verb: int, token: int) -> bool:
    """Whether the words after a comma belong to the cue's clause, not to its content."""
    word, tag, head = syntax.words[token], syntax.tags[token], syntax.heads[token]
    if word == "according":
        return True
    if tag == "VBG":
        return head == verb or is_speech(syntax.lemmas[token])
    if tag in {"IN", "WRB"} and syntax.labels[token] in {"mark", "advmod"}:
        return syntax.labels[head] == "advcl" and syntax.heads[head] == verb
    return False


def around(syntax: Syntax, verb: int, start: int, source: Tokens | None) -> tuple[Content, Tokens | None] | None:
    """A content before the cue, or before and after it: "..., officials said, ..."; with its source."""
    floor, ceiling = syntax.sentences[syntax.sentence_of[verb]]
    if not any(syntax.tags[t] in FINITE for t in range(start, verb + 1)):
        return None
    placed = _beside(syntax, verb, start, source)
    if placed is None:
        return None
    source, inner, last = placed
    left = trimmed(syntax, floor, inner)
    if left is None:
        return None
    run = syntax.run_of[left[1] - 1]
    if run >= 0 and syntax.runs[run].last <= inner and (syntax.runs[run].words > 3 or syntax.runs[run].first <= left[0] + 1):
        return Content("left-quote", (left, *_resumed(syntax, last, ceiling)), verb + 1), source
    close = _parenthesis_end(syntax, last, ceiling)
    if close is None:
        return None
    stands = _main_clause(syntax, left, verb)
    rest = trimmed(syntax, close, ceiling) if close < ceiling else None
    if rest is None or (syntax.tags[rest[0]] == "VBG" and stands):
        return (Content("left", (left,), verb + 1), source) if stands else None
    resumes = last == verb + 1 == close and any(syntax.tags[t] in FINITE for t in range(*rest))
    if not stands and not (syntax.words[close] == "," and (resumes or _predicate(syntax, rest))):
        return None
    return Content("amid", (left, rest), verb + 1), source


def _beside(syntax: Syntax, verb: int, start: int, source: Tokens | None) -> tuple[Tokens, int, int] | None:
    """The source next to a cue that follows its content, where source and cue begin, and where they end."""
    floor, ceiling = syntax.sentences[syntax.sentence_of[verb]]
    options = [source]
    if start > floor and syntax.tags[start - 1] in sources.NOUNS | {"PRP"}:
        options.append(sources.leftward(syntax, start - 1))
    if start > floor and syntax.words[start - 1] == ",":
        option = sources.fenced(syntax, start - 1)
        if option is not None:
            fits = floor < option[0] and _closes(syntax, option[0] - 1)
            return (option, option[0], verb + 1) if fits else None
    for option in options:
        if option is not None and floor < option[0] < start and start - option[1] <= 2 and _closes(syntax, option[0] - 1):
            return option, option[0], verb + 1
    if start == verb and start > floor and _closes(syntax, start - 1) and syntax.lemmas[verb] != "tell" and is_speech(syntax.lemmas[verb]):
        found = sources.after(syntax, verb + 1, ceiling)
        if found is not None:
            return found, start, found[1]
    return None


def _predicate(syntax: Syntax, span: Tokens) -> bool:
    """Whether a range begins like a predicate: what a subject before the cue goes on with."""
    for token in range(span[0], min(span[1], span[0] + 3)):
        if syntax.tags[token] in FINITE or syntax.tags[token] == "TO":
            return True
        if syntax.tags[token] != "RB":
            return False
    return False


def _closes(syntax: Syntax, token: int) -> bool:
    """Whether a content can end with this token: a comma, a dash or the end of a quotation."""
    run = syntax.run_of[token]
    return syntax.words[token] in {",", "—", "--", "–"} or (run >= 0 and token == syntax.runs[run].last - 1)


def _parenthesis_end(syntax: Syntax, first: int, ceiling: int) -> int | None:
    """The mark that closes "he said on Friday" when only adverbials stand before it, else None."""
    object_allowed = first < ceiling and syntax.lemmas[first - 1] in RECIPIENT
    for token in range(first, min(ceiling, first + 20)):
        word, tag = syntax.words[token], syntax.tags[token]
        if word in {",", "—", "--", ";", ":"} or word in FINAL or syntax.quoted(token):
            return token
        if token == first and not object_allowed and not (
            tag in {"IN", "TO", "RB", "RP", "VBG"} or word in sources.TIMES or word in {"last", "this", "that", "at"}
        ):
            return None
        if tag in FINITE or word in {"that", "if", "whether"}:
            return None
    return ceiling if ceiling - first <= 20 else None


def _resumed(syntax: Syntax, first: int, ceiling: int) -> tuple[Tokens, ...]:
    """The second half of a quotation that the cue interrupts: "“A,” he said on Monday, “B.”"."""
    for token in range(first, min(ceiling, first + 25)):
        run = syntax.run_of[token]
        if run >= 0:
            begins = syntax.runs[run].first == token and syntax.words[token - 1] in {",", ":", "—", "--", ";", "."}
            return ((token, syntax.runs[run].last),) if begins else ()
        if syntax.tags[token] in FINITE or syntax.tags[token] == "VBG":
            return ()
    return ()


def _main_clause(syntax: Syntax, span: Tokens, verb: int) -> bool:
    """Whether a range before a cue holds a clause that can stand alone, not just "When asked," or "In June,"."""
    first, last = span
    while first < last - 1 and syntax.tags[first] in {"CC", "RB"} and syntax.words[first + 1] != ",":
        first += 1
    if syntax.tags[first] in {"IN", "WRB", "VBN", "VBG"} and syntax.words[first] != "that":
        comma = next((t for t in range(first, last) if syntax.words[t] == "," and syntax.run_of[t] < 0), -1)
        if comma < 0:
            return any(
                syntax.tags[t] in FINITE and syntax.labels[t] == "ccomp" and syntax.heads[t] == verb for t in range(first, last)
            )
        first = comma
    return any(syntax.tags[t] in FINITE for t in range(first, last))


def outside(syntax: Syntax, first: int, last: int) -> tuple[Tokens, ...]:
    """The sentence around a parenthesis [first, last): "..., according to X, ..."."""
    floor, ceiling = syntax.sentences[syntax.sentence_of[first]]
    parts = (trimmed(syntax, floor, first), trimmed(syntax, last, ceiling))
    return tuple(part for part in parts if part is not None)


def separated(syntax: Syntax, token: int) -> bool:
    """Whether a token parts a parenthesis from its sentence."""
    return syntax.words[token] in _EDGES or syntax.words[token] in FINAL or syntax.run_of[token] >= 0


def phrase_end(syntax: Syntax, first: int, ceiling: int) -> int:
    """Where a source after "according to" ends: at a comma that closes it, or with the sentence."""
    for token in range(first, ceiling):
        word = syntax.words[token]
        if word in {",", ";", "—", "--", ":", ")"} or word in FINAL or (word in MARKS and syntax.quoted(token)):
            return token
        if token > first and syntax.tags[token] in {"WP", "WDT"}:
            return token
    return ceiling


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


def trimmed(syntax: Syntax, first: int, last: int) -> Tokens | None:
    """A range without separators at its ends; None when no word is left."""
    while first < last and (syntax.words[first] in _EDGES or syntax.words[first] in FINAL):
        first += 1
    while last > first and (syntax.words[last - 1] in _EDGES or syntax.words[last - 1] in FINAL):
        last -= 1
    if not any(syntax.words[t][0].isalnum() or syntax.words[t][-1].isalnum() for t in range(first, last)):
        return None
    return first, last

"""Claims: the contents of quotes and attributions, and what the article states in its own voice.

A claim of the article is a main clause: a sentence, or each of its coordinated clauses with a subject
of their own, less what stands inside an attribution. Questions and fragments assert nothing.
"""

from __future__ import annotations

from briefing.extract import hedging, sources, syntax
from briefing.extract.cues import is_speech
from briefing.extract.extents import trimmed
from briefing.extract.relations import Cast, Relation, Tokens
from briefing.extract.syntax import FINITE, NOUNS, Syntax
from briefing.findings import Certainty, Claim, Quote
from briefing.language import Reading

_FEWEST_WORDS = 4
_OPENS_CLAUSE = frozenset(("WDT", "WP", "WP$", "WRB"))
_DANGLING = frozenset(("CC", "WDT", "WP", "IN", "TO", ",", ":", "WRB", "-LRB-"))
_RELATIVE = frozenset(("WDT", "WP"))
_SUBORDINATE = frozenset(("acl:relcl", "acl", "advcl", "advcl:relcl"))


def find(
    reading: Reading,
    relations: tuple[Relation, ...],
    quotes: tuple[Quote, ...],
    attributions: tuple[Quote, ...],
    cast: Cast,
) -> tuple[Claim, ...]:
    """All claims in the order of the text; `quotes` and `attributions` are what `relations` became, in their order."""
    view = syntax.of(reading)
    spoken, other = iter(quotes), iter(attributions)
    made: list[tuple[Tokens, Quote | None, Certainty]] = []
    telling = []
    for relation in relations:
        quote = next(spoken if relation.speech else other)
        if _tells(view, relation):
            telling.append(relation)
            made.append(((relation.content[0][0], relation.content[-1][1]), quote, relation.certainty))
    for clause in _stated(view, tuple(telling)):
        made.append((clause, None, "hedged" if hedging.hedged(view, *clause) else "asserted"))
    made.sort(key=lambda item: (item[0][0], -item[0][1]))
    return tuple(_claim(reading, number, *item, cast) for number, item in enumerate(made, 1))


def _tells(view: Syntax, relation: Relation) -> bool:
    """Whether a content says something by itself: with a verb, quoted words or "as", unlike "thanked | the players".

    Of other attributions the clause that holds them is the claim: "Lee thanked the players".
    """
    tokens = [t for part in relation.content for t in range(*part)]
    if relation.kind != "indirect":
        return True
    for token in tokens:
        infinitive = view.tags[token] == "TO" and view.tags[min(token + 1, len(view.tags) - 1)] in {"VB", "RB"}
        if infinitive and len(tokens) > _FEWEST_WORDS and view.labels[view.heads[token]] not in {"acl", "advcl"}:
            return True
        if _asserting(view, token) or (view.words[token] == "as" and token > tokens[0] and view.tags[token] == "IN"):
            return True
    return view.tags[tokens[0]] == "VBG" and len(tokens) > _FEWEST_WORDS


def _claim(
    reading: Reading, number: int, tokens: Tokens, quote: Quote | None, certainty: Certainty, cast: Cast
) -> Claim:
    span = reading.span(*tokens)
    actors = dict.fromkeys(cast.of_token[t] for t in range(*tokens) if t in cast.of_token)
    return Claim(
        id=f"c{number}",
        start=span.start,
        end=span.end,
        paragraph=reading.article.paragraph_at(span.start),
        attribution=quote.id if quote else None,
        speaker=quote.speaker if quote else None,
        actors=tuple(actors),
        certainty=certainty,
    )


def _stated(view: Syntax, relations: tuple[Relation, ...]) -> list[Tokens]:
    """The article's own statements: what no attribution covers of each clause."""
    covered = _covered(view, relations)
    found: list[Tokens] = []
    for first, last in view.sentences:
        if not view.reading.numbers[first] or _asks(view, first, last):
            continue
        for clause in _clauses(view, first, last):
            found += _left_over(view, clause, covered)
    return found


def _covered(view: Syntax, relations: tuple[Relation, ...]) -> list[bool]:
    """Which tokens belong to an attribution; a belief named in passing leaves the statement around it whole."""
    covered = [False] * len(view.words)
    for relation in relations:
        cue = relation.cue
        parts = [*relation.content, *([cue] if cue else [])]
        if relation.source and cue and min(abs(cue[0] - relation.source[1]), abs(relation.source[0] - cue[1])) < 4:
            parts.append((min(relation.source[0], cue[0]), max(relation.source[1], cue[1])))
        if not relation.speech:
            by_cue = cue is not None and any(_main(view, t) for t in range(*cue))
            around = any(view.heads[t] == t for part in relation.content for t in range(*part))
            if _by_noun(view, relation) or not (by_cue or around):
                continue
        if cue and (any(view.labels[t] == "acl:relcl" for t in range(*cue)) or _governed(view, cue)):
            continue
        for first, last in parts:
            covered[first:last] = [True] * (last - first)
    return covered


def _governed(view: Syntax, cue: Tokens) -> bool:
    """Whether a cue only completes what another verb says: "is urging people to ask for ...", "by proposing ..."."""
    verb = next((t for t in range(cue[1] - 1, cue[0] - 1, -1) if view.tags[t].startswith("VB")), -1)
    if verb <= view.floor(max(verb, 0)) or cue[0] == view.floor(cue[0]) or _main(view, verb):
        return False
    before = view.tags[cue[0] - 1] if view.words[cue[0] - 1] != "as" else ""  # "is quoted as saying"
    return (view.tags[verb] == "VB" and before == "TO") or (view.tags[verb] == "VBG" and before == "IN")


def _by_noun(view: Syntax, relation: Relation) -> bool:
    """Whether a noun carries the content: "have found no proof that ..." states more than what is attributed."""
    if relation.cue is None:
        return False
    first, last = relation.cue
    begin = relation.content[0][0]
    return any(view.tags[t] in {"NN", "NNS"} for t in range(first, begin if last < begin < last + 8 else last))


def _asks(view: Syntax, first: int, last: int) -> bool:
    return any(view.words[t] == "?" and view.run_of[t] < 0 for t in range(max(first, last - 2), last))


def _clauses(view: Syntax, first: int, last: int) -> list[Tokens]:
    """A sentence as its coordinated main clauses."""
    cuts = [first]
    for token in range(first, last):
        if view.labels[token] in {"conj", "parataxis"} and view.run_of[token] < 0 and _main(view, view.heads[token]):
            subject = view.child(token, "nsubj", "nsubj:pass", "expl")
            begin = view.left(token)
            opened = any(tag in _OPENS_CLAUSE for tag in view.tags[begin : begin + 2])
            reported = view.labels[token] == "parataxis" and is_speech(view.lemmas[view.heads[token]])
            if opened or reported:
                continue
            if 0 <= subject < token and cuts[-1] + _FEWEST_WORDS <= begin and token + 2 < last and _parted(view, begin):
                cuts.append(begin)
        elif view.tags[token] == "CC" and _coordinates(view, token, cuts[-1], last):
            cuts.append(token)
    return list(zip(cuts, [*cuts[1:], last], strict=True))


def _coordinates(view: Syntax, conjunction: int, first: int, last: int) -> bool:
    """Whether ", and" or ", but" joins two main clauses where the parser saw none: both have subject and verb."""
    if view.run_of[conjunction] >= 0 or view.words[conjunction - 1] != "," or conjunction - first < _FEWEST_WORDS:
        return False
    before = range(first, conjunction)
    if any(view.tags[t] in _OPENS_CLAUSE or view.words[t] == "that" for t in before):
        return False
    if not any(view.tags[t] in FINITE for t in before):
        return False
    for verb in range(conjunction + 2, min(last, conjunction + 12)):
        if view.tags[verb] in FINITE:
            subject = view.child(verb, "nsubj", "nsubj:pass", "expl")
            return conjunction < subject < verb
        if view.words[verb] in {",", ";"} or view.run_of[verb] >= 0:
            return False
    return False


def _main(view: Syntax, token: int) -> bool:
    """Whether a token heads a main clause: the root, or coordinated with it."""
    for _ in range(8):
        if view.heads[token] == token:
            return True
        if view.labels[token] not in {"conj", "parataxis"}:
            return False
        token = view.heads[token]
    return False


def _parted(view: Syntax, begin: int) -> bool:
    """Whether a clause is set off: by a conjunction, a comma, a semicolon or a dash."""
    return view.tags[begin] in {"CC", ",", ":"} or view.words[begin - 1] in {",", ";", "—", "--", ":", "and", "but"}


def _left_over(view: Syntax, clause: Tokens, covered: list[bool]) -> list[Tokens]:
    """The runs of a clause outside attributions that hold a finite verb."""
    runs: list[Tokens] = []
    start = clause[0]
    for token in range(clause[0], clause[1] + 1):
        if token == clause[1] or covered[token]:
            run = _tidy(view, start, token, clause[0])
            whole = (start, token) == clause
            extended = run is not None and run[0] < start
            if run is not None and not whole and not extended and not any(_asserting(view, t) for t in range(*run)):
                run = None
            if run is not None:
                runs.append(run)
            start = token + 1
    return runs


def _tidy(view: Syntax, first: int, last: int, clause_start: int) -> Tokens | None:
    """A run without loose words at its ends; None when too little is left to assert something."""
    at_start = first == view.floor(clause_start)
    span = trimmed(view, first, last) if last > first else None
    if span is None:
        return None
    first, last = span
    while not at_start and first < last and view.tags[first] in {"CC", ",", "-RRB-"}:
        first += 1
    if not at_start and first < last and view.tags[first] in _RELATIVE:
        # "said Ann Lee, | who leads the inquiry": understood with whom it speaks of
        noun = first - 2 if view.words[first - 1] == "," else first - 1
        if noun < view.floor(first) or view.tags[noun] not in NOUNS:
            return None
        first = sources.leftward(view, noun)[0]
    elif not at_start and first < last:
        verb = next((t for t in range(first, last) if view.tags[t] != "RB"), first)
        if view.tags[verb] in FINITE:
            # "Lee called it a fraud and | left the room": understood with its subject, whoever is quoted before it
            first = clause_start
            if view.quoted(first):
                return None
    if view.tags[last - 1].startswith("VB") and is_speech(view.lemmas[last - 1]) and last < view.ceiling(first) - 1:
        return None  # "A member is quoted as saying | that ..."
    while last > first and view.tags[last - 1] in _DANGLING:
        last -= 1
    words = [t for t in range(first, last) if view.is_word(t)]
    said = sum(view.quoted(t) for t in words)
    finite = any(view.tags[t] in FINITE and not view.quoted(t) for t in words)
    if len(words) < _FEWEST_WORDS - 1 or not finite or 2 * said > len(words):
        return None
    return first, last


def _asserting(view: Syntax, finite: int) -> bool:
    """Whether a token is a finite verb that heads a clause of its own, not one that modifies a noun or a clause."""
    if view.tags[finite] not in FINITE or view.quoted(finite):
        return False
    verb = view.heads[finite] if view.labels[finite] in {"aux", "aux:pass", "cop"} else finite
    return view.labels[verb] not in _SUBORDINATE

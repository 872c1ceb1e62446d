"""What the article states in its own voice: main clauses, less what stands inside an attribution.

A statement is a sentence, or each of its coordinated clauses with a subject of their own. Questions and fragments
state nothing; a clause of which an attribution takes only a part that it needs is stated whole.
"""

from __future__ import annotations

from briefing.extract import sources
from briefing.extract.assertions import SUBJECTS, has_subject, is_main, predicate
from briefing.extract.cues import group, is_speech
from briefing.extract.extents import trimmed
from briefing.extract.relations import Relation, Tokens
from briefing.extract.syntax import FINITE, NOUNS, Syntax

_FEWEST_WORDS = 4
_LONGEST_ASIDE = 40
_FENCES = frozenset((",", "—", "--", "–"))
_OPENS_CLAUSE = frozenset(("WDT", "WP", "WP$", "WRB"))
_DANGLING = frozenset(("CC", "WDT", "WP", "IN", "TO", ",", ":", "WRB", "-LRB-"))
_RELATIVE = frozenset(("WDT", "WP"))
_SUBORDINATE = frozenset(("acl:relcl", "acl", "advcl", "advcl:relcl"))
# What may stand before the first word of a clause.
_LOOSE = frozenset(("CC", "RB", ",", ":", "UH"))
_NOMINAL = NOUNS | {"DT", "PRP$", "JJ", "POS", "CD", "HYPH"}
# What a word is that stands beside a clause and leaves it whole.
_APART = frozenset(("conj", "cc", "parataxis", "punct", "ccomp", "discourse", "vocative", "list"))


def find(view: Syntax, relations: tuple[Relation, ...]) -> list[Tokens]:
    """The article's own statements: what none of the relations covers of each clause."""
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
        elif relation.source and cue and _fenced(view, relation.source[1], cue[0]):
            parts.append((relation.source[0], cue[1]))
        # a content that holds the verb of the sentence leaves nothing of it to state
        around = any(view.heads[t] == t for part in relation.content for t in range(*part))
        if not around and not relation.speech:
            by_cue = cue is not None and any(is_main(view, t) for t in range(*cue))
            if _by_noun(view, relation) or not by_cue:
                continue
        subordinate = cue is not None and any(view.labels[t] == "acl:relcl" for t in range(*cue))
        if cue and not around and (subordinate or _governed(view, cue)):
            continue
        for first, last in parts:
            covered[first:last] = [True] * (last - first)
    return covered


def _fenced(view: Syntax, first: int, last: int) -> bool:
    """Whether an aside stands between a source and its cue: "Ann Lee — on a panel in May — | said"."""
    return 0 < last - first < _LONGEST_ASIDE and view.words[first] in _FENCES and view.words[last - 1] in _FENCES


def _governed(view: Syntax, cue: Tokens) -> bool:
    """Whether a cue only completes what another verb says: "is urging people to ask for ...", "by proposing ..."."""
    verb = next((t for t in range(cue[1] - 1, cue[0] - 1, -1) if view.tags[t].startswith("VB")), -1)
    if verb <= view.floor(max(verb, 0)) or cue[0] == view.floor(cue[0]) or is_main(view, verb):
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
        if view.labels[token] in {"conj", "parataxis"} and view.run_of[token] < 0 and is_main(view, view.heads[token]):
            subject = view.child(token, *SUBJECTS)
            begin = view.left(token)
            opened = any(tag in _OPENS_CLAUSE for tag in view.tags[begin : begin + 4])  # ", few of which worked"
            reported = view.labels[token] == "parataxis" and is_speech(view.lemmas[view.heads[token]])
            if opened or reported or _lists(view, begin, first):
                continue
            if 0 <= subject < token and cuts[-1] + _FEWEST_WORDS <= begin and token + 2 < last and _parted(view, begin):
                cuts.append(begin)
        elif view.tags[token] == "CC" and _coordinates(view, token, cuts[-1], last):
            cuts.append(token)
    return [(begin, end) for begin, end in zip(*_apart(view, cuts, last), strict=True)]


def _apart(view: Syntax, cuts: list[int], last: int) -> tuple[list[int], list[int]]:
    """Where the clauses begin and end, those cut that state nothing before their main clause comes."""
    kept = cuts[:1]
    for begin in cuts[1:]:
        opening = next((t for t in range(begin, last) if view.tags[t] not in _LOOSE), begin)
        if _open(view, kept[-1], begin) or view.tags[opening] in {"VBG", "VBN"}:
            continue
        kept.append(begin)
    return kept, [*kept[1:], last]


def _open(view: Syntax, first: int, last: int) -> bool:
    """Whether a clause still waits for its main one: "As the siege went on, and ..." has no other finite verb."""
    while first < last and (view.tags[first] in _LOOSE or not view.is_word(first)):
        first += 1
    heads = {predicate(view, t) for t in range(first, last) if _asserting(view, t)}
    if not any(first <= head < last and has_subject(view, head, (first, last)) for head in heads):
        return True
    opened = (
        first < last
        and view.tags[first] == "IN"
        and (view.labels[first] == "mark" or view.words[first] in group("opens sentence"))
    )
    return opened and len(heads) < 2 and first < view.heads[first] < last


def _coordinates(view: Syntax, conjunction: int, first: int, last: int) -> bool:
    """Whether ", and" or ", but" joins two main clauses where the parser saw none: both have subject and verb."""
    if view.run_of[conjunction] >= 0 or view.words[conjunction - 1] != "," or conjunction - first < _FEWEST_WORDS:
        return False
    before = range(first, conjunction)
    if any(view.tags[t] in _OPENS_CLAUSE or view.words[t] == "that" for t in before):
        return False
    if not any(_asserting(view, t) for t in before) or _lists(view, conjunction, first):
        return False
    for verb in range(conjunction + 2, min(last, conjunction + 12)):
        if view.tags[verb] in FINITE:
            subject = view.child(verb, "nsubj", "nsubj:pass", "expl")
            return conjunction < subject < verb
        if view.words[verb] in {",", ";"} or view.run_of[verb] >= 0:
            return False
    return False


def _lists(view: Syntax, conjunction: int, first: int) -> bool:
    """Whether a conjunction ends a list of nouns, and what follows is no subject alone: "India, Nepal, and Laos"."""
    comma = conjunction - 1
    if view.tags[conjunction] != "CC" or comma <= first or view.words[comma] != ",":
        return False
    before = comma - 1
    while before > first and view.tags[before] in _NOMINAL:
        before -= 1
    return before < comma - 1 and view.words[before] == "," and view.tags[before - 1] in NOUNS


def _parted(view: Syntax, begin: int) -> bool:
    """Whether a clause is set off: by a conjunction, a comma, a semicolon or a dash."""
    return view.tags[begin] in {"CC", ",", ":"} or view.words[begin - 1] in {",", ";", "—", "--", ":", "and", "but"}


def _left_over(view: Syntax, clause: Tokens, covered: list[bool]) -> list[Tokens]:
    """The runs of a clause outside attributions that state something; the clause itself where they only cut it."""
    runs: list[Tokens] = []
    cut = False
    start = clause[0]
    for token in range(clause[0], clause[1] + 1):
        if token == clause[1] or covered[token]:
            run = _tidy(view, start, token, clause[0])
            whole = (start, token) == clause
            if run is not None and not whole and run[0] >= start:
                if _cuts(view, start, token, clause[1]):
                    run, cut = None, True
                elif not _states(view, run) or _goes_on(view, start, clause[0]):
                    run = None
            if run is not None:
                runs.append(run)
            start = token + 1
    if not runs and cut and not any(covered[t] and is_main(view, predicate(view, t)) for t in _finite(view, clause)):
        run = _tidy(view, *clause, clause[0])
        return [run] if run is not None else []
    return runs


def _finite(view: Syntax, tokens: Tokens) -> list[int]:
    return [t for t in range(*tokens) if view.tags[t] in FINITE]


def _states(view: Syntax, run: Tokens) -> bool:
    """Whether a run has a finite verb of a clause of its own, whose governors in the run are such clauses too."""
    for finite in range(*run):
        head = predicate(view, finite)
        subject = view.child(head, *SUBJECTS)
        relative = subject >= 0 and view.tags[subject] in _RELATIVE  # "Lee, who is married | to ..., says"
        if not _asserting(view, finite) or not has_subject(view, head, run) or relative:
            continue
        while (
            run[0] <= view.heads[head] < run[1] and view.heads[head] != head and view.labels[head] not in _SUBORDINATE
        ):
            head = view.heads[head]
        bound = view.labels[head] in _SUBORDINATE or (view.labels[head] == "ccomp" and view.heads[head] < run[0])
        if not bound or (view.labels[head] == "ccomp" and has_subject(view, head, run)):
            return True
    return False


def _cuts(view: Syntax, first: int, last: int, end: int) -> bool:
    """Whether a run ends within a phrase or before an adverbial, without a mark: "his talks came | after reports"."""
    if last >= end or not view.is_word(last) or view.tags[last] == "CC" or view.tags[last - 1] == "CC":
        return False
    token = last
    for _ in range(8):
        label, head = view.labels[token], view.heads[token]
        if head == token:
            return False
        if first <= head < last:
            return label not in _APART
        token = head
    return False


def _goes_on(view: Syntax, start: int, first: int) -> bool:
    """Whether a run is what the words before it are said to or about: "told | two hundred people gathered in Lima"."""
    if start <= first or not view.is_word(start) or view.tags[start] in _LOOSE | {"WDT", "WP"}:
        return False
    token = start
    while view.heads[token] > token:
        token = view.heads[token]
    return first <= view.heads[token] < start and view.labels[token] not in _APART - {"ccomp"}


def _tidy(view: Syntax, first: int, last: int, clause_start: int) -> Tokens | None:
    """A run without loose words at its ends; None when too little is left to assert something."""
    at_start = first == view.floor(clause_start)
    span = trimmed(view, first, last) if last > first else None
    if span is None:
        return None
    first, last = span
    while not at_start and first < last and view.tags[first] in {"CC", ",", "-RRB-"}:
        first += 1
    if first < last and view.tags[first] in FINITE and is_speech(view.lemmas[first]) and view.run_of[first - 1] >= 0:
        return None  # "“...,” | stated the minister, who ..."
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
        elif view.words[first] == "that" and view.tags[first] == "IN":
            return None
    if view.tags[last - 1].startswith("VB") and is_speech(view.lemmas[last - 1]) and last < view.ceiling(first) - 1:
        return None  # "A clerk is quoted as saying | that ..."
    while last > first and view.tags[last - 1] in _DANGLING:
        last -= 1
    if view.labels[last - 1] in {"cop", "aux", "aux:pass"} and last < view.ceiling(first) - 1:
        return None  # "The five largest are | :"
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
    return view.labels[predicate(view, finite)] not in _SUBORDINATE

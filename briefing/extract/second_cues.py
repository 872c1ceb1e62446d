"""A speaker who goes on with another verb of speech: "said the road was shut | and urged drivers to wait".

The parser hangs the second verb on the clause before it, as if the road had urged the drivers.
"""

from __future__ import annotations

from briefing.extract.cues import group, is_speech
from briefing.extract.syntax import FINITE, Syntax


def after(syntax: Syntax, cue: int, first: int, end: int) -> int:
    """Where what a past cue attributes from `first` on is over because the speaker goes on; `end` where he does not."""
    finite = next((t for t in range(first, end) if syntax.tags[t] in FINITE), end)
    for token in range(finite + 1, end - 1 if syntax.tags[cue] == "VBD" else 0):
        if syntax.words[token] == "and" and syntax.run_of[token] < 0 and goes_on(syntax, token + 1):
            return token
    return end


def goes_on(syntax: Syntax, verb: int) -> bool:
    """Whether a verb behind "and" is one that speakers go on with."""
    return syntax.tags[verb] == "VBD" and syntax.lemmas[verb] in group("goes on") and syntax.words[verb - 1] == "and"


def cue_before(syntax: Syntax, verb: int) -> int:
    """The past cue whose speaker goes on with this verb, or -1."""
    head = syntax.heads[verb]
    if not goes_on(syntax, verb) or syntax.labels[verb] != "conj" or syntax.labels[head] != "ccomp" or head > verb:
        return -1
    cue = syntax.heads[head]
    return cue if is_speech(syntax.lemmas[cue]) and syntax.tags[cue] == "VBD" and cue < head else -1

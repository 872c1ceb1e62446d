"""Quotations that go on without a cue of their own: in the next sentences, and in the next paragraphs.

"“A,” said X. “B.”" is one attribution (PolNeAR guidelines), and so is what the following paragraphs
quote when nobody else is named there.
"""

from __future__ import annotations

from collections.abc import Collection

from briefing.extract.relations import Tokens
from briefing.extract.syntax import FINAL, Syntax


def following(syntax: Syntax, content: tuple[Tokens, ...], head: int, cued: Collection[int]) -> tuple[Tokens, ...]:
    """The content with the wholly quoted sentences that follow it; `cued` are sentences with a cue of their own."""
    last_span = content[-1]
    if syntax.run_of[last_span[1] - 1] < 0:
        return content
    spans = list(content)
    number = max(syntax.sentence_of[head], syntax.sentence_of[last_span[1] - 1])
    for after in range(number + 1, len(syntax.sentences)):
        first, last = syntax.sentences[after]
        if after in cued or syntax.run_of[first] < 0 or not whole(syntax, first, last):
            break
        if syntax.reading.numbers[first] != syntax.reading.numbers[first - 1]:
            before = syntax.run_of[first - 1]
            left_open = before >= 0 and not syntax.runs[before].closed
            if not left_open and not _alone(syntax, after, cued):
                break
        spans.append((first, last))
    return tuple(spans) if len(spans) > len(content) else content


def _alone(syntax: Syntax, sentence: int, cued: Collection[int]) -> bool:
    """Whether a paragraph that begins with this sentence is quoted from its first word to its last."""
    paragraph = syntax.reading.numbers[syntax.sentences[sentence][0]]
    for number in range(sentence, min(len(syntax.sentences), sentence + 12)):
        first, last = syntax.sentences[number]
        if syntax.reading.numbers[first] != paragraph:
            break
        if number in cued or not whole(syntax, first, last):
            return False
    return True


def whole(syntax: Syntax, first: int, last: int) -> bool:
    """Whether all words of a sentence stand in quotation marks."""
    return all(syntax.run_of[t] >= 0 or syntax.words[t] in FINAL or not syntax.is_word(t) for t in range(first, last))

"""Clauses that begin at a time, which the parser hangs elsewhere or whose subject it loses before the time."""

from __future__ import annotations

from briefing.extract.clauses import Clauses, Named
from briefing.extract.runs import BESIDE, FINITE, LONGEST

_SUBJECT_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "VBD", "VBZ", "VBP"))
# Words that open a clause beside the one whose date stands before them ("today - after she left - it ...").
OPENING = frozenset(("after", "before", "when", "while", "because", "since", "if", "although", "as", "until", "once"))
# What a subject begins with.
_SUBJECT_LEADS = frozenset(("DT", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ", "CD", "VBN"))
# Words that a lost subject may lie before its verb.
_REACH = 25
# The same where the subject is known to begin.
_NEAR = 10


class OpenedClauses(Clauses):
    """Clauses of a parsed document that are found by their words, where the parse has no verb for a time."""

    def opened_by(self, first: int, last: int) -> int:
        """The verb of a clause that a time opens where the parser hangs the time elsewhere, or -1.

        So it is behind "that" ("he said that last year, ...") and where a clause in commas follows ("In May, after
        it fell, ...").
        """
        low, high = self.sentence(first)
        lead = first - (first > low and self.tags[first - 1] == "IN" and self.lowers[first - 1] != "that")
        while lead > low and self.labels[lead] == "fixed":
            lead -= 1  # "as of 2 August"
        if lead > low + 1 and self.lowers[lead - 1] in ("“", '"', "‘"):
            lead -= 1
        if last + 1 >= high or (self.lowers[last] != "," and not self._begins_at(lead, last)):
            return -1
        if lead > low and self.lowers[lead - 1] == "that" and self.tags[lead - 1] in ("IN", "WDT", "DT"):
            start = last
        elif lead == low and (self.lowers[last + 1] in OPENING or self.tags[last + 1] == "IN"):
            far = min(high, last + LONGEST)
            start = next((c for c in range(last + 2, far) if self._closes_an_aside(last, c)), high)
        else:
            return -1
        window = range(start, min(high, start + _REACH))
        finite = [t for t in window if self.tags[t] in FINITE]
        # after a comma a participle is taken for a past tense: "ten boats, bought for little, were sold"
        return next((t for t in finite if self.lowers[t - 1] != "," or t == finite[-1]), -1)

    def _begins_at(self, lead: int, last: int) -> bool:
        """Whether a subject and its verb follow a time behind "that" ("he said that on Monday they would leave")."""
        if lead == 0 or self.lowers[lead - 1] != "that" or self.tags[last] not in _SUBJECT_LEADS:
            return False
        near = range(last + 1, min(self.sentence(last)[1], last + _NEAR))
        ends = next((t for t in near if self._bounds(t) or self.tags[t] in FINITE), -1)
        return ends >= 0 and self.tags[ends] in FINITE

    def _closes_an_aside(self, first: int, comma: int) -> bool:
        """Whether the main clause begins behind a comma: a subject, and a finite verb soon."""
        if self.lowers[comma] != "," or comma + 2 >= len(self.doc) or self.tags[comma + 1] not in _SUBJECT_LEADS:
            return False
        told = any(self.tags[t] in FINITE for t in range(first, comma))
        for token in range(comma + 2, min(self.sentence(comma)[1], comma + _NEAR)):
            if self._bounds(token):
                return False
            if self.tags[token] in FINITE:
                return told
        return False

    def opened(self, finite: int, first: int, last: int) -> Named:
        """The clause from a time to the end of what its verb, with or without auxiliary, says."""
        verb = self.heads[finite] if self.labels[finite] in ("aux", "aux:pass", "cop") else finite
        end = max(self._run(verb, BESIDE, True)[1], verb + 1)
        low, lead = self.sentence(first)[0], first
        while lead > low and self.tags[lead - 1] == "IN" and self.lowers[lead - 1] != "that":
            lead -= 1
        tokens = self._trimmed(lead, end, (first, last))
        return Named(verb, tokens, False, self.tense(verb), tokens)

    def with_lost_subject(self, found: Named | None, first: int, last: int) -> Named | None:
        """A clause that the parser begins at its date, "Lee | on Monday blasted ...", with what stands before that."""
        low = self.sentence(first)[0]
        lead = first - (first > low and self.tags[first - 1] == "IN")
        verb = next((t for t in range(last, min(last + 3, len(self.doc))) if self.tags[t] != "RB"), last)
        before = self.tags[lead - 1] if lead > low else ""
        finite = verb < len(self.doc) and self.tags[verb] in ("VBD", "VBN")
        if (found is not None and found.tokens[0] < lead) or not finite or before not in _SUBJECT_TAGS:
            return found
        start = lead - 1
        while start > low and lead - start < _REACH and not self._bounds(start - 1):
            start -= 1
        ahead = self.tags[start:lead].count("MD") > 0
        end = found.tokens[1] if found is not None else self._run(verb, BESIDE)[1]
        if end <= verb + 1:  # the parser has taken the verb for a modifier of its object
            head = self.heads[verb]
            end = self._run(head, BESIDE)[1] if head > verb else verb + 1
        end = max(end, verb + 1)
        return Named(verb, (start, self._completed(start, end)), False, 1 if ahead else -1, (start, end))

"""What someone is, where the text says it: titles, appositions, "who heads ...", "is the ...".

Roles are found beside the names of people (and, as appositions, of organizations) by the tags around
them; the patterns are those of news writing, their head nouns in `data/person_nouns.tsv`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.extract.drafts import Company, Draft
from briefing.extract.names import is_person_noun, organization_nouns, titles
from briefing.extract.noun_phrases import NOUNS, end_of, start_of
from briefing.extract.relations import Tokens
from briefing.extract.tables import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc

_CLOSERS = frozenset({",", ".", ";", ":", "—", "–", "-", "--", ")", "(", "?", "!", "”", '"', "’"})
_BE = frozenset(
    {
        "is",
        "was",
        "are",
        "were",
        "be",
        "been",
        "being",
        "became",
        "become",
        "becomes",
        "remains",
        "remained",
        "’s",
        "'s",
    }
)
_DENYING = frozenset({"not", "n’t", "n't", "never", "hardly", "neither"})
_CHOSEN = frozenset({"elected", "named", "appointed", "re-elected", "reelected"})
_COURTESY = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "mister", "messrs", "messrs.", "dear"})
_OFFICIAL = frozenset({"NNP", "NNPS", "IN", "TO", "DT", "CC", "POS"})
_MOST = 14  # tokens of a role; longer runs are no role but a parse gone wrong
_OFFICE = 18  # tokens between an office and its name


def find_roles(doc: Doc, company: Company) -> None:
    """Give every person and organization the roles that stand beside their names."""
    for draft in company.drafts:
        if draft.kind not in ("person", "organization"):
            continue
        person = draft.kind == "person"
        for (first, last), form in list(draft.places.items()):
            if form != "name":
                continue
            start = first
            if person:
                title = _office(doc, company, first) or _title(doc, company, first)
                if title is not None:
                    start = title[0]
                    _note(doc, draft, title)
                _note(doc, draft, _before_comma(doc, company, start, last))
            _note(doc, draft, _after_comma(doc, company, last, person))
            if person:
                _note(doc, draft, _stated(doc, company, last))


def pronoun_roles(doc: Doc, company: Company) -> None:
    """Give people the roles that are stated of their pronouns: "She is the mayor of Leeds"."""
    for draft in company.drafts:
        for (_, last), form in list(draft.places.items()):
            if draft.kind == "person" and form == "pronoun" and not _supposed(doc, last):
                _note(doc, draft, _stated(doc, company, last))


def _supposed(doc: Doc, last: int) -> bool:
    """ "If she were president": what is not so."""
    return last >= len(doc) or doc[last].lower_ == "were" or any(t.lower_ == "if" for t in doc[max(0, last - 4) : last])


def _note(doc: Doc, draft: Draft, role: Tokens | None) -> None:
    if role is not None and doc[role[0]].lower_ in _COURTESY:
        role = (role[0] + 1, role[1])
    if role is not None and 0 < role[1] - role[0] <= _OFFICE:
        draft.roles.setdefault(role, _head_noun(doc, role))


def _head_noun(doc: Doc, role: Tokens) -> str:
    """The noun of a role, folded: "minister" of "minister of state"."""
    for at in range(*role):
        if is_person_noun(doc[at].text) and (at + 1 == role[1] or doc[at + 1].tag_ not in NOUNS):
            return str(doc[at].lower_)
    named = (at for at in range(*role) if is_person_noun(doc[at].text))  # "Ambassador Extraordinary and ..."
    return str(doc[next(named, role[1] - 1)].lower_)


def _title(doc: Doc, company: Company, first: int) -> Tokens | None:
    """The words before a name: "Defense Secretary", "Treasury spokesperson", "Kenya's foreign minister"."""
    at = first - 1
    if at < 0 or doc[first].is_sent_start or not _titular(doc, at):
        return None
    owner = company.at(at)
    if owner is not None and owner.kind in ("person", "organization", "place") and doc[at].tag_ != "NN":
        return None
    if doc[at].lower_ in _COURTESY and (at == 0 or not is_person_noun(doc[at - 1].text)):
        return at, first  # "told the court Ms. Lee had left": no office
    start = start_of(doc, at, openers=False)
    # "and" joins two offices of one person: "negotiator and deputy minister Ali ..."
    while (
        start > 1
        and doc[start - 1].lower_ == "and"
        and is_person_noun(doc[start - 2].text)
        and company.at(start - 2) is None
    ):
        start = start_of(doc, start - 2, openers=False)
    while start < at and doc[start].tag_ in ("CD", "VBN"):
        start += 1
    # another person before it owns it only with a possessive: "Macron's aide Jake ..."; else they are a list
    for token in range(start, at):
        owns = any(doc[k].tag_ == "POS" for k in range(token + 1, at))
        if not owns and _is_person(company, token) and doc[token].tag_ in NOUNS:
            start = token + 1
    return (start, first) if start < first else None


def _office(doc: Doc, company: Company, first: int) -> Tokens | None:
    """An office with what it is of, right before the name: "Ambassador of China to Mongolia | Wei Chen"."""
    at = first - 1
    if at < 2 or doc[first].is_sent_start or doc[at].tag_ not in ("NNP", "NNPS") or _is_person(company, at):
        return None
    linked = False
    while at > max(-1, first - _OFFICE) and doc[at].tag_ in _OFFICIAL and not _is_person(company, at):
        linked = linked or doc[at].lower_ in ("of", "to", "for")
        if (
            linked
            and doc[at].tag_ == "NNP"
            and is_person_noun(doc[at].text)
            and doc[at + 1].tag_ in ("IN", "TO", "NNP")
        ):
            return start_of(doc, at, openers=False), first
        if doc[at].is_sent_start:
            return None
        at -= 1
    return None


def _titular(doc: Doc, at: int) -> bool:
    word = doc[at].text
    return (word in titles() and doc[at].tag_ not in ("IN", "DT")) or (is_person_noun(word) and doc[at].tag_ in NOUNS)


def _before_comma(doc: Doc, company: Company, start: int, last: int) -> Tokens | None:
    """The description that a name closes: "the head of Kenya's navy, [Adm.] X," and "Kenya's envoy, X, ..."."""
    if start < 2 or doc[start - 1].text != "," or doc[start].is_sent_start or not _closed(doc, last):
        return None
    comma = start - 1
    head = comma - 1
    for _ in range(_MOST):
        token = doc[head]
        if token.tag_ in NOUNS and is_person_noun(token.text) and _reaches(doc, head, comma):
            break
        if token.is_sent_start or token.text in _CLOSERS or token.tag_ in ("VB", "VBD", "VBZ", "VBP"):
            return None
        head -= 1
    else:
        return None
    if head < 0 or _is_person(company, head):
        return None
    first = start_of(doc, head, openers=False)
    while first > 1 and doc[first - 1].lower_ == "and" and is_person_noun(doc[first - 2].text):
        first = start_of(doc, first - 2, openers=False)
    before = doc[first - 1].lower_ if first else ""
    if before in ("to", "told") and _closed(doc, last) and not any(doc[k].tag_ == "POS" for k in range(first, head)):
        return (first, comma) if doc[last].text in (",", "—", "–") else None
    return first, comma


def _reaches(doc: Doc, head: int, comma: int) -> bool:
    """Whether a noun phrase with this head ends at the comma."""
    return head + 1 == comma or end_of(doc, head) == comma


def _closed(doc: Doc, last: int) -> bool:
    return last >= len(doc) or doc[last].text in _CLOSERS or bool(doc[last].is_sent_start)


def _is_person(company: Company, token: int) -> bool:
    owner = company.at(token)
    return owner is not None and owner.kind == "person"


def _after_comma(doc: Doc, company: Company, last: int, person: bool) -> Tokens | None:
    """The apposition after a name: "X, [45, a former] spokesman for the army," and "X, the powerful militia, ..."."""
    at = last
    if at + 1 >= len(doc) or doc[at].is_sent_start or doc[at].text not in (",", "—", "–", "("):
        return None
    at += 1
    if doc[at].tag_ == "CD" and at + 1 < len(doc) and doc[at + 1].text == ",":
        at += 2
    if at + 1 < len(doc) and doc[at].lower_ in ("who", "which") and doc[at + 1].text in _BE:
        at += 2
    return _phrase_at(doc, company, at, person)


def _phrase_at(doc: Doc, company: Company, at: int, person: bool) -> Tokens | None:
    """A noun phrase that begins at a token and whose head says what somebody is, without its article."""
    limit = min(len(doc), at + _MOST)
    first = at
    opened = at < limit and doc[at].tag_ in ("DT", "PRP$")
    if at < limit and doc[at].tag_ == "DT":
        first = at = at + 1
    elif at < limit and doc[at].tag_ == "PRP$":
        at += 1
    head = None
    while at < limit and not (doc[at].is_sent_start and at > first):
        token = doc[at]
        if token.tag_ in NOUNS or token.tag_ in ("JJ", "JJS", "JJR", "HYPH", "POS", "CD", "VBN", "VBG", "RB", "AFX"):
            head = at if token.tag_ in NOUNS else head
        elif token.lower_ == "and" and at + 1 < limit and head is not None and is_person_noun(doc[head].text):
            nearest = _phrase_at(doc, company, at + 1, person) if doc[at + 1].tag_ in NOUNS | {"JJ"} else None
            return (first, nearest[1]) if nearest is not None else (first, head + 1)
        else:
            break
        at += 1
    if head is None or head >= limit:
        return None
    noun = doc[head].text
    fits = is_person_noun(noun) if person else (opened and noun.lower() in organization_nouns())
    if not fits or doc[head].tag_ in ("NNPS", "NNS") or _is_person(company, head):
        return None
    end = end_of(doc, head)
    after = doc[end] if end < len(doc) else None
    if after is not None and not after.is_sent_start and _is_person(company, end):
        return None  # the title of the next person in a list
    if after is not None and after.tag_ in NOUNS and not after.is_sent_start:
        return None
    return first, end


def _stated(doc: Doc, company: Company, last: int) -> Tokens | None:
    """ "X is the minister of ...", "X, who heads the agency": what the text states of a person."""
    at = last
    if at < len(doc) and doc[at].text == "," and not doc[at].is_sent_start:
        at += 1
    if at < len(doc) and doc[at].lower_ == "who":
        at += 1
        if at < len(doc) and doc[at].lemma_ in word_set("leads") and doc[at].tag_.startswith("VB"):
            noun = at + 1
            while noun < min(len(doc), at + 8) and doc[noun].tag_ in NOUNS | {"DT", "JJ", "POS", "PRP$", "HYPH"}:
                noun += 1
            return (at, end_of(doc, noun - 1)) if noun > at + 1 and doc[noun - 1].tag_ in NOUNS else None
    elif at > last:
        return None
    if at < len(doc) and doc[at].text in _BE and doc[at].tag_.startswith("VB") and not doc[at].is_sent_start:
        at += 1
        while at < len(doc) and (doc[at].tag_ == "RB" or doc[at].lower_ in _CHOSEN) and doc[at].lower_ not in _DENYING:
            at += 1
        return _phrase_at(doc, company, at, True)
    return None

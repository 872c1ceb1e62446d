"""Offices shortened to capitals that the pipeline takes for people: "the PM said", "the LG added"."""

from __future__ import annotations

from briefing.extract.drafts import Company, Draft
from briefing.extract.names import initials, is_acronym, key_of
from briefing.language import Reading

_LONGEST = 4


def shortened_offices(reading: Reading, company: Company) -> None:
    """An "actor" that is only capitals becomes a mention of the one person whose office they shorten."""
    for short in [d for d in company.drafts if _is_short(reading, d)]:
        bearers = [d for d in company.drafts if d is not short and d.kind == "person" and _shortens(reading, short, d)]
        if len(bearers) == 1:
            for tokens in short.places:
                company.mention(bearers[0], tokens, "nominal")
            company.drafts.remove(short)


def _is_short(reading: Reading, draft: Draft) -> bool:
    """Whether a draft is capitals for a person; an organization's name has no article when it is one ("LG")."""
    if len(draft.key) != 1 or len(draft.name) > _LONGEST or not is_acronym(draft.name):
        return False
    lowers = reading.columns.lowers
    led = all(first > 0 and (lowers[first - 1] == "the" or lowers[first] == "the") for first, _ in draft.places)
    return draft.kind == "person" or (draft.kind == "organization" and led)


def _shortens(reading: Reading, short: Draft, bearer: Draft) -> bool:
    offices = [reading.doc[first:last].text for first, last in bearer.roles]
    letters = short.key[0]
    return any(shown.startswith(letters) or shown.endswith(letters) for o in offices for shown in initials(key_of(o)))

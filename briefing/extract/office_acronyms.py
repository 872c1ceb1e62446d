"""Offices shortened to capitals that the pipeline takes for people: "the PM said", "the LG added"."""

from __future__ import annotations

from collections import defaultdict

from briefing.extract.drafts import Company, Draft
from briefing.extract.names import initials, is_acronym, key_of
from briefing.language import Reading

_LONGEST = 4


def shortened_offices(reading: Reading, company: Company) -> None:
    """An "actor" that is only capitals becomes a mention of the one person whose office they shorten."""
    short = [draft for draft in company.drafts if _is_short(reading, draft)]
    bearers = _by_office(reading, company) if short else {}
    for draft in short:
        named = [bearer for bearer in bearers.get(draft.key[0], ()) if bearer is not draft]
        if len(named) == 1:
            for tokens in draft.places:
                company.mention(named[0], tokens, "nominal")
            company.drafts.remove(draft)


def _is_short(reading: Reading, draft: Draft) -> bool:
    """Whether a draft is capitals for a person; an organization's name has no article when it is one ("LG")."""
    if len(draft.key) != 1 or len(draft.name) > _LONGEST or not is_acronym(draft.name):
        return False
    lowers = reading.columns.lowers
    led = all(first > 0 and (lowers[first - 1] == "the" or lowers[first] == "the") for first, _ in draft.places)
    return draft.kind == "person" or (draft.kind == "organization" and led)


def _by_office(reading: Reading, company: Company) -> dict[str, list[Draft]]:
    """The people of an article by the first and the last letters of their offices' initials: "dpm", "dp", "pm"."""
    found: dict[str, list[Draft]] = defaultdict(list)
    for draft in company.drafts:
        offices = [reading.doc[first:last].text for first, last in draft.roles] if draft.kind == "person" else []
        shown = {letters for office in offices for letters in initials(key_of(office))}
        ends = {part for letters in shown for n in range(2, _LONGEST + 1) for part in (letters[:n], letters[-n:])}
        for letters in ends:
            found[letters].append(draft)
    return found

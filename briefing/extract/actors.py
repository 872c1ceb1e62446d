"""Who acts in the article: names, descriptions and pronouns gathered into actors."""

from __future__ import annotations

from collections import Counter

from briefing.extract.board import Found
from briefing.extract.descriptions import describe
from briefing.extract.drafts import Company, Draft
from briefing.extract.groups import governments, groups, name_owners, unnamed_bodies
from briefing.extract.office_acronyms import shortened_offices
from briefing.extract.organizations import organizations
from briefing.extract.people import labels, people
from briefing.extract.places import lookup
from briefing.extract.pronouns import resolve
from briefing.extract.relations import Cast, Relation, Tokens
from briefing.extract.roles import find_roles, pronoun_roles
from briefing.extract.scene import scene
from briefing.extract.states import states_and_places
from briefing.findings import Actor, Mention, Role
from briefing.language import Reading


def find(reading: Reading, found: tuple[Found, ...], relations: tuple[Relation, ...]) -> Cast:
    """Every actor of the article with all its mentions; ids "a1", "a2" ... in the order of first mention."""
    company = Company([*people(reading, found), *organizations(reading, found), *states_and_places(reading, found)])
    company = _without_adjectives(reading, company)
    governments(reading, company)
    find_roles(reading.doc, company)
    shortened_offices(reading, company)
    labels(reading, company, relations)
    groups(reading, company, relations)
    where = scene(reading, relations)
    describe(reading, company, where)
    unnamed_bodies(reading, company, relations)
    resolve(reading, company, where, relations)
    pronoun_roles(reading.doc, company)
    name_owners(reading, company)
    return _cast(reading, company)


def _without_adjectives(reading: Reading, company: Company) -> Company:
    """A people or camp that is only an adjective ("Western sanctions") acts nowhere and goes.

    A state's adjective ("Kenyan officials") belongs to the state and is an alias, but is no mention of it where it
    has others: coreference corpora (OntoNotes, GUM) count noun phrases alone.
    """
    kept = []
    for draft in company.drafts:
        adjectives = [tokens for tokens in draft.places if _adjective(reading, tokens)]
        if draft.key[0] == "people" and len(adjectives) == len(draft.places):
            continue
        if draft.kind == "country" and len(adjectives) < len(draft.places):
            for tokens in adjectives:
                del draft.places[tokens]
                draft.also.update(range(*tokens))
        kept.append(draft)
    return Company(kept)


def _adjective(reading: Reading, tokens: Tokens) -> bool:
    """Whether a people's name stands as an adjective: by its tag, or before a noun ("the Thai army")."""
    (first, last), tags = tokens, reading.columns.tags
    itself, before_noun = tags[last - 1] == "JJ", tags[last : last + 1] in (["NN"], ["NNS"], ["JJ"], ["HYPH"])
    if not itself and not before_noun:
        return False
    place = lookup(reading.doc[first:last].text)
    return itself if place is None else place.sense == "adjective" and (itself or before_noun)


def _cast(reading: Reading, company: Company) -> Cast:
    drafts = sorted((d for d in company.drafts if d.places), key=lambda d: min(d.places))
    ids = {id(draft): f"a{number}" for number, draft in enumerate(drafts, 1)}
    ranges = sorted(
        ((tokens, ids[id(draft)]) for draft in drafts for tokens in draft.places),
        key=lambda item: (item[0][0] - item[0][1], item[0][0]),
    )
    of_token: dict[int, str] = {}
    of_head: dict[int, str] = {}
    for (first, last), actor in ranges:  # longest first: inner mentions overwrite tokens, outer ones keep heads
        of_head.setdefault(reading.root(first, last), actor)
        for token in range(first, last):
            of_token[token] = actor
    for draft in drafts:
        for token in draft.also:
            of_head.setdefault(token, ids[id(draft)])
            of_token[token] = ids[id(draft)]
    return Cast(tuple(_actor(reading, draft, ids[id(draft)]) for draft in drafts), of_token, of_head)


def _actor(reading: Reading, draft: Draft, number: str) -> Actor:
    name = _name(reading, draft)
    roles: dict[str, Role] = {}  # the first place of each wording
    for tokens in sorted(draft.roles):
        span, text = reading.span(*tokens), reading.doc[tokens[0] : tokens[1]].text
        roles.setdefault(text.casefold(), Role(text, span.start, span.end))
    mentions = []
    for tokens in sorted(draft.places):
        span = reading.span(*tokens)
        mentions.append(Mention(span.start, span.end, draft.places[tokens]))
    aliases = tuple(alias for alias in draft.aliases if alias != name)
    return Actor(number, name, draft.kind, tuple(roles.values()), aliases, tuple(mentions))


def _name(reading: Reading, draft: Draft) -> str:
    """The fullest form of a person's name in the article; of others the form that they were made with.

    A longer form seen once does not win over a frequent one that it begins with ("Ann Lee" over "Ann Lee Prize").
    """
    if draft.kind != "person":
        return draft.name
    times = Counter(reading.doc[first:last].text for (first, last), form in draft.places.items() if form == "name")
    best = max(times, key=lambda n: (len(n.split()), times[n], len(n)), default=draft.name)
    if times[best] == 1:
        begins = [n for n in times if times[n] > 2 and len(n.split()) > 1 and best.startswith(n + " ")]
        best = max(begins, key=lambda n: times[n], default=best)
    return best

"""Who acts in the article: names, descriptions and pronouns gathered into actors."""

from __future__ import annotations

from briefing.extract.board import Found
from briefing.extract.descriptions import describe
from briefing.extract.drafts import Company, Draft
from briefing.extract.groups import governments, groups
from briefing.extract.organizations import organizations
from briefing.extract.people import people
from briefing.extract.pronouns import resolve
from briefing.extract.relations import Cast, Relation, Tokens
from briefing.extract.roles import find_roles
from briefing.extract.scene import scene
from briefing.extract.states import states_and_places
from briefing.findings import Actor, Mention, Role
from briefing.language import Reading


def find(reading: Reading, found: tuple[Found, ...], relations: tuple[Relation, ...]) -> Cast:
    """Every actor of the article with all its mentions; ids "a1", "a2" ... in the order of first mention."""
    company = Company([*people(reading, found), *organizations(reading, found), *states_and_places(reading, found)])
    _drop_adjectives(reading, company)
    company = Company(company.drafts)
    governments(reading, company)
    find_roles(reading.doc, company)
    groups(reading, company, relations)
    where = scene(reading, relations)
    describe(reading, company, where)
    resolve(reading, company, where, relations)
    return _cast(reading, company)


def _drop_adjectives(reading: Reading, company: Company) -> None:
    """A people or camp that is only an adjective ("Western sanctions") acts nowhere."""
    company.drafts = [
        draft
        for draft in company.drafts
        if draft.key[0] != "people" or any(reading.doc[last - 1].tag_ in ("NNS", "NNPS", "NNP") for _, last in draft.places)
    ]


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
        of_head.setdefault(reading.doc[first:last].root.i, actor)
        for token in range(first, last):
            of_token[token] = actor
    return Cast(tuple(_actor(reading, draft, ids[id(draft)]) for draft in drafts), of_token, of_head)


def _actor(reading: Reading, draft: Draft, number: str) -> Actor:
    name = _name(draft)
    roles = []
    for tokens in sorted(draft.roles):
        span = reading.span(*tokens)
        roles.append(Role(reading.doc[tokens[0] : tokens[1]].text, span.start, span.end))
    mentions = []
    for tokens in sorted(draft.places):
        span = reading.span(*tokens)
        mentions.append(Mention(span.start, span.end, draft.places[tokens]))
    aliases = tuple(alias for alias in draft.aliases if alias != name)
    return Actor(number, name, draft.kind, tuple(roles), aliases, tuple(mentions))


def _name(draft: Draft) -> str:
    """The fullest form of a person's or an organization's name that the article has."""
    if draft.kind == "person":
        return max([draft.name, *draft.aliases], key=lambda n: (len(n.split()), len(n)))
    return draft.name


def heads_of(reading: Reading, tokens: Tokens) -> int:
    """The syntactic head of a token range."""
    return int(reading.doc[tokens[0] : tokens[1]].root.i)

"""Unnamed actors that only a proxy relation makes worth naming: "bombers" whom X arms, "a subsidiary of X"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from briefing.extract import proxies, proxy_tree
from briefing.extract import proxy_words as words
from briefing.extract.drafts import Company
from briefing.extract.names import is_person_noun
from briefing.extract.noun_phrases import NOUNS, start_of
from briefing.extract.places import capitals
from briefing.extract.relations import Cast, Tokens
from briefing.extract.tables import table, word_set
from briefing.extract.tables import words as listed
from briefing.findings import Actor, ActorKind
from briefing.language import Reading

Candidate = tuple[Tokens, int, ActorKind]
"""A noun phrase, its head, and what its actor would be."""

_PRONOUNS = frozenset(("he", "she", "him", "his", "her"))
_MODIFIED = frozenset(("compound", "flat", "amod", "nmod:desc"))


def needed(reading: Reading, company: Company) -> Iterator[Candidate]:
    """The unnamed actors that stand at either end of a relation, with every one of their candidates tried."""
    candidates = {f"?{head}": (span, head, kind) for span, head, kind in _candidates(reading, company)}
    if not candidates:
        return
    heads = {head for _, head, _ in candidates.values()}
    ends = {
        end
        for link in proxies.all_links(reading, _cast(reading, company, candidates), heads)
        for end in (link.principal, link.proxy)
    }
    yield from (candidate for number, candidate in candidates.items() if number in ends)


def _candidates(reading: Reading, company: Company) -> Iterator[Candidate]:
    doc = reading.doc
    described = {at for draft in company.drafts for role in draft.roles for at in range(*role)}
    tags, labels = reading.columns.tags, reading.columns.labels
    for head in proxy_tree.telling(reading):
        noun = reading.columns.lowers[head]
        if _backs(reading, head):
            yield (head, head + 1), head, "group"
            continue
        tag = tags[head]
        if tag not in NOUNS or labels[head] in _MODIFIED or head in described or company.at(head) is not None:
            continue
        if tag in ("NN", "NNP") and tags[head + 1 : head + 2] == ["NNP"] and company.at(head + 1) is not None:
            continue  # "the insurer [Y]"
        if noun in word_set("rulers") and any(_state(company, child.i) for child in doc[head].children):
            continue  # "the government in Khartoum" is the state
        kind = _kind(noun, tag)
        if kind is not None:
            last = _end(reading, head)
            if last == head + 1 or _kind(doc[last - 1].lower_, "NNS") is not None:  # no "group of islands"
                yield (start_of(doc, head), last), head, kind


def _backs(reading: Reading, head: int) -> bool:
    """Whether a government is named as a backer without its state: "[government]-backed militias"."""
    lowers = reading.columns.lowers
    return (
        lowers[head] in ("government", "military")
        and lowers[head + 1 : head + 2] == ["-"]
        and head + 2 < len(lowers)
        and lowers[head + 2] in words.ADJECTIVES
    )


def _state(company: Company, token: int) -> bool:
    draft = company.at(token)
    return draft is not None and (draft.kind == "country" or draft.name in capitals())


def _end(reading: Reading, head: int) -> int:
    """Past the members that a noun stands for: "a group of unidentified investors"."""
    doc, at = reading.doc, head + 1
    if doc[head].lower_ not in words.OF_MEMBERS or at >= len(doc) or doc[at].lower_ != "of":
        return at
    while at + 1 < len(doc) and doc[at + 1].tag_ in ("JJ", "NN", "NNS", "VBN"):
        at += 1
        if doc[at].tag_ == "NNS":
            return at + 1
    return head + 1


def _kind(noun: str, tag: str) -> ActorKind | None:
    singular = _singulars().get(noun)
    if singular is None:
        singular = noun if is_person_noun(noun) else noun.removesuffix("s")
        if not is_person_noun(singular):
            return None
    if singular in words.NEVER_ACTORS or (singular in words.ONLY_SINGULAR and noun != singular):
        return None
    return "person" if is_person_noun(singular) and tag in ("NN", "NNP") and singular == noun else "group"


@cache
def _singulars() -> dict[str, str]:
    """The nouns for groups and organizations, singular and plural, to the singular."""
    nouns = set(words.ACTOR_NOUNS | listed("group_nouns.txt"))
    nouns |= {noun for noun, sense in table("organization_nouns.tsv").items() if sense.startswith("o")}
    return {**{words.plural(noun): noun for noun in nouns}, **{noun: noun for noun in nouns}}


def _cast(reading: Reading, company: Company, candidates: dict[str, Candidate]) -> Cast:
    """The cast as far as it is known, with every candidate and every personal pronoun an actor."""
    drafts = [(str(number), draft) for number, draft in enumerate(company.drafts) if draft.places]
    actors = [Actor(number, draft.name, draft.kind, aliases=tuple(draft.aliases)) for number, draft in drafts]
    actors += [Actor(number, number, kind) for number, (_, _, kind) in candidates.items()]
    actors.append(Actor("?", "?", "person"))
    ranges = [(tokens, number) for number, draft in drafts for tokens in draft.places]
    ranges += [(span, number) for number, (span, _, _) in candidates.items()]
    of_token = {token: "?" for token, lower in enumerate(reading.columns.lowers) if lower in _PRONOUNS}
    of_head = dict.fromkeys(of_token, "?")
    for (first, last), number in sorted(ranges, key=lambda item: (item[0][0] - item[0][1], item[0][0])):
        of_head.setdefault(reading.root(first, last), number)
        of_token.update((token, number) for token in range(first, last) if of_token.get(token) != "?")
    for number, draft in drafts:
        for token in draft.also:
            of_head.setdefault(token, number)
            of_token[token] = number
    return Cast(tuple(actors), of_token, of_head)

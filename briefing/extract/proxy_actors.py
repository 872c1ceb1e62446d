"""Unnamed actors that only a proxy relation makes worth naming: "bombers" whom X arms, "a subsidiary of X"."""

from __future__ import annotations

from bisect import bisect_left
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
    roles = [role for draft in company.drafts for role in draft.roles]
    described = {at for role in roles for at in range(*role)}
    described -= {
        at for at in described if reading.columns.lowers[at] in words.PLACED_PARTS
    }  # "head of the armed wing"
    described |= {reading.root(*role) for role in roles}
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
        think_tank = noun in ("tank", "tanks") and head > 0 and reading.columns.lowers[head - 1] in ("think", "-")
        kind = "organization" if think_tank else _kind(noun, tag)
        if kind is not None:
            last = _end(reading, head)
            if last == head + 1 or _kind(doc[last - 1].lower_, "NNS") is not None:  # no "group of islands"
                yield (_start(reading, head), last), head, kind


def _start(reading: Reading, head: int) -> int:
    """Where a phrase begins; a gerund that governs it does not belong to it ("accused of [training] rebels")."""
    first, columns = start_of(reading.doc, head), reading.columns
    for at in range(first + 1, head):  # "officials [accused] soldiers", read as one phrase
        if columns.tags[at] in ("VBN", "VBD") and columns.tags[at - 1] in ("NNS", "NNPS"):
            first = at + 1
    opening = columns.lowers[first]
    gerund = opening.endswith("ing") and opening in words.verb_bases()
    return first + 1 if first < head and (gerund or opening in ("whose", "least")) else first


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
    if (noun in words.FIGHTER_NOUNS or noun in ("man", "woman")) and tag == "NN":
        return "person"
    singular = _singulars().get(noun)
    if singular is None:
        singular = noun if is_person_noun(noun) else noun.removesuffix("s")
        if noun.endswith("men"):
            singular = noun[:-2] + "an"
            if singular in _singulars():
                return "group"
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


def _pronouns(reading: Reading, company: Company, candidates: dict[str, Candidate]) -> Iterator[tuple[int, str]]:
    """Every personal pronoun with whom it may mean: the last person without a name before it in its sentence or the one
    before, if no name stands between; else somebody, "?"."""
    columns = reading.columns
    persons = sorted((head, number) for number, (_, head, kind) in candidates.items() if kind == "person")
    heads = [head for head, _ in persons]
    names = sorted(first for draft in company.drafts if draft.kind == "person" for first, _ in draft.places)
    for token, lower in enumerate(columns.lowers):
        if lower not in _PRONOUNS:
            continue
        at = bisect_left(heads, token) - 1
        if at < 0 or names[bisect_left(names, heads[at]) : bisect_left(names, token)]:
            yield token, "?"
            continue
        near = sum(columns.starts[heads[at] + 1 : token + 1]) < 2
        yield token, persons[at][1] if near else "?"


def _cast(reading: Reading, company: Company, candidates: dict[str, Candidate]) -> Cast:
    """The cast as far as it is known, with every candidate and every personal pronoun an actor."""
    drafts = [(str(number), draft) for number, draft in enumerate(company.drafts) if draft.places]
    actors = [Actor(number, draft.name, draft.kind, aliases=tuple(draft.aliases)) for number, draft in drafts]
    actors += [Actor(number, number, kind) for number, (_, _, kind) in candidates.items()]
    actors.append(Actor("?", "?", "person"))
    ranges = [(tokens, number) for number, draft in drafts for tokens in draft.places]
    ranges += [(span, number) for number, (span, _, _) in candidates.items()]
    of_token = dict(_pronouns(reading, company, candidates))
    of_head = dict(of_token)
    for (first, last), number in sorted(ranges, key=lambda item: (item[0][0] - item[0][1], item[0][0])):
        of_head.setdefault(reading.root(first, last), number)
        of_token.update((at, number) for at in range(first, last) if reading.columns.lowers[at] not in _PRONOUNS)
    for number, draft in drafts:
        for token in draft.also:
            of_head.setdefault(token, number)
            of_token[token] = number
    return Cast(tuple(actors), of_token, of_head)

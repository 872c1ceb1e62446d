"""Unnamed groups that act: collective sources ("U.S. officials") and forces behind which somebody stands
("X-backed militia groups", "its proxy forces"). Each is an actor of its own, never its owner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extract.drafts import Company, Draft
from briefing.extract.names import fold, head_nouns, is_person_noun, organization_nouns
from briefing.extract.noun_phrases import NOUNS, first_head, start_of
from briefing.extract.proxy_actors import needed
from briefing.extract.relations import Relation, Tokens
from briefing.extract.tables import table, word_set, words
from briefing.language import Reading

# Nouns that need someone behind them ("proxy forces", "Kenya's allies") to be a group worth naming.
_STATE_BODIES = frozenset({"government", "administration"})

# Nouns of actions and qualities: what they show is a source, but no one who acts.
_ABSTRACT = re.compile(r"(?:[ts]ion|ment|ness|[ae]nce|ism|ity|ure|age|ing|price|cost|rate)$")
_UNSAID = frozenset({"the", "a", "an", "some", "these", "those", "many", "several", "other", "all", "both"})


def governments(reading: Reading, company: Company) -> None:
    """ "The U.S. government", "Kenya's government": the state itself, not an actor beside it."""
    doc = reading.doc
    for token, noun in enumerate(reading.columns.lowers):
        if noun not in _STATE_BODIES or token == 0 or company.at(token) is not None:
            continue
        at = token - 1
        if doc[at].tag_ == "POS" and at:
            at -= 1
        owner = company.at(at)
        if owner is not None and owner.kind == "country":
            first = at
            while first and company.at(first - 1) is owner:
                first -= 1
            owner.aliases.setdefault(doc[first : token + 1].text)
            owner.also.add(token)
            company.note((token, token + 1), owner)


def groups(reading: Reading, company: Company, relations: tuple[Relation, ...]) -> None:
    """Add the unnamed groups to the company, in the order of the text."""
    spans = dict(_armed(reading, company))
    sources = list(_collective_sources(reading, company, relations))
    spans.update(source for source in sources if not _may_be_named(reading, source[1]))
    _add_all(reading, company, spans)


def unnamed_bodies(reading: Reading, company: Company, relations: tuple[Relation, ...]) -> None:
    """Add the sources like "the agency" that turned out to be no organization named before, and who is a proxy or
    has one without being named."""
    _add_all(reading, company, dict(_collective_sources(reading, company, relations)))
    candidates = list(needed(reading, company))
    _add_all(reading, company, {span: head for span, head, kind in candidates if kind == "group"})
    for (first, last), _, kind in candidates:
        if kind == "person":
            _add_person(reading, company, (first, last))


def _may_be_named(reading: Reading, head: int) -> bool:
    """Whether a source may be an organization that the article named: "the agency", "the company"."""
    columns = reading.columns
    definite = head > 0 and columns.lowers[head - 1] in ("the", "this")
    return (
        definite and columns.tags[head] == "NN" and "o" in table("organization_nouns.tsv").get(columns.lowers[head], "")
    )


def _add_all(reading: Reading, company: Company, spans: dict[Tokens, int]) -> None:
    by_key = {draft.key: draft for draft in company.drafts if draft.kind == "group"}
    latest = {key[-1]: draft for key, draft in by_key.items() if key[0] == "group"}
    for (first, last), head in sorted(spans.items()):
        _add(reading, company, (first, last), head, by_key, latest)


def _armed(reading: Reading, company: Company) -> Iterator[tuple[Tokens, int]]:
    """Groups by the nouns of `data/group_nouns.txt`, with an owner or an opener ("proxy") where they need one."""
    doc, nouns, openers = reading.doc, words("group_nouns.txt"), words("group_openers.txt")
    described = {at for draft in company.drafts for role in draft.roles for at in range(*role)}
    for at, noun in enumerate(reading.columns.lowers):
        if noun not in nouns:
            continue
        token = doc[at]
        if token.tag_ not in NOUNS or company.at(token.i) is not None or token.i in described:
            continue
        if (
            token.i + 1 < len(doc)
            and not doc[token.i + 1].is_sent_start
            and doc[token.i + 1].tag_ in ("NN", "NNS", "HYPH")
        ):
            continue  # a modifier of another noun
        first = start_of(doc, token.i)
        before = [doc[i].lower_ for i in range(first, token.i)]
        opened = any(word in openers for word in before) or _backed_after(reading, token.i, openers)
        owned = any(company.at(i) is not None for i in range(first, token.i)) or doc[first].tag_ == "PRP$"
        singular = token.tag_ == "NN" and noun not in ("militia", "opposition", "insurgency")
        if (noun in word_set("needs_opener") or singular) and not opened:
            continue
        if noun in word_set("needs_owner") and not (opened or owned):
            continue
        yield (first, token.i + 1), token.i


def _backed_after(reading: Reading, head: int, openers: frozenset[str]) -> bool:
    """ "militia groups [backed by X]", "factions [loyal to X]"."""
    doc, at = reading.doc, head + 1
    while at < len(doc) and doc[at].tag_ in ("RB", ","):
        at += 1
    if at + 1 >= len(doc) or doc[at].is_sent_start:
        return False
    return doc[at].lower_ in openers and doc[at + 1].lower_ in ("by", "to", "with")


def _collective_sources(
    reading: Reading, company: Company, relations: tuple[Relation, ...]
) -> Iterator[tuple[Tokens, int]]:
    """Sources that no name covers and that are several: "U.S. officials", "the minister's aides", "police"."""
    doc = reading.doc
    bodies: dict[str, int] = {}  # noun -> where an organization that is called by it is first named
    for draft in company.drafts:
        if draft.kind == "organization" and draft.places:
            for noun in head_nouns(draft.name):
                bodies[noun] = min(bodies.get(noun, len(doc)), min(draft.places)[0])
    for relation in relations:
        if relation.source is None:
            continue
        first, last = relation.source
        head = first_head(doc, first, last)
        if company.at(head) is not None or _names_itself(reading, company, head, last):
            continue
        if doc[head].lower_ in words("document_nouns.txt"):
            continue
        definite = head > 0 and doc[head - 1].lower_ in ("the", "this")
        if definite and bodies.get(fold(doc[head].text), head) < head:
            continue  # "the ministry" is the one that was named
        collective = doc[head].tag_ in NOUNS and doc[head].lower_ in word_set("collective_source")
        if collective or (doc[head].tag_ in ("NNS", "NNPS") and not _abstract(doc[head].lower_)):
            yield (min(first, start_of(doc, head)), head + 1), head


def _abstract(noun: str) -> bool:
    """Whether a plural means no people, by its ending: "negotiations", "movements"; "authorities" are a body."""
    singular = noun[:-3] + "y" if noun.endswith("ies") else noun.removesuffix("s")
    body = singular in organization_nouns() or singular in word_set("collective_source") or is_person_noun(singular)
    return not body and _ABSTRACT.search(singular) is not None


def _names_itself(reading: Reading, company: Company, head: int, last: int) -> bool:
    """Whether an organization's name stands in apposition: "An advocate group, Clean Hands Ghana"."""
    doc = reading.doc
    if doc[head].tag_ != "NN" or head + 2 >= last or doc[head + 1].text != ",":
        return False
    named = company.at(head + 2)
    return named is not None and named.kind == "organization"


def _add(
    reading: Reading,
    company: Company,
    span: Tokens,
    head: int,
    by_key: dict[tuple[str, ...], Draft],
    latest: dict[str, Draft],
) -> None:
    """A mention of a group: of the one with the same words; a bare noun means the latest group with that head."""
    doc, (first, last) = reading.doc, span
    while first < head and doc[first].lower_ in _UNSAID:
        first += 1
    text = doc[first:last].text
    key = ("group", *_key(reading, company, first, last))
    draft = by_key.get(key) if doc[first].tag_ != "PRP$" else None
    if draft is None and len(key) == 2:
        draft = latest.get(key[-1])
    if draft is None:
        draft = by_key[key] = Draft("group", text, key, plural=True)
        draft.add((first, last), "nominal", text)
        company.add(draft)
    else:
        company.mention(draft, (first, last), "nominal", text)
    latest[key[-1]] = draft


def _add_person(reading: Reading, company: Company, span: Tokens) -> None:
    """Somebody without a name, who is nobody named: "a Spanish businessman"."""
    first, last = span
    while first < last - 1 and reading.doc[first].lower_ in _UNSAID:
        first += 1
    text = reading.doc[first:last].text
    key = ("group", *_key(reading, company, first, last))
    draft = Draft("person", text, key)
    draft.add((first, last), "nominal", text)
    company.add(draft)


def _key(reading: Reading, company: Company, first: int, last: int) -> Iterator[str]:
    """The folded words of a group; "Kenyan", "Kenya’s" and "Nairobi’s" are one word here."""
    for at in range(first, last):
        owner = company.at(at)
        if owner is not None and owner.kind == "country":
            if at == first or company.at(at - 1) is not owner:
                yield "@" + owner.name
        elif reading.doc[at].tag_ != "POS":
            yield fold(reading.doc[at].text)


def name_owners(reading: Reading, company: Company) -> None:
    """ "its proxy forces" is shown under its owner's name, once the pronoun is resolved: "Kenya’s proxy forces"."""
    for draft in company.drafts:
        if draft.kind != "group" or not draft.places:
            continue
        first, last = min(draft.places)
        owner = company.at(first)
        if reading.doc[first].tag_ == "PRP$" and owner is not None and owner is not draft:
            mark = "’" if owner.name.endswith("s") else "’s"
            draft.name = f"{owner.name}{mark} {reading.doc[first + 1 : last].text}"

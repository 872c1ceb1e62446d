"""What a pattern of the proxies finding found, before relations are gathered from it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.extract import proxy_words as words
from briefing.extract.factuality import Status
from briefing.extract.proxy_support import fights, is_people
from briefing.extract.referents import Referents, Who
from briefing.extract.relations import Tokens
from briefing.extract.tree import Tree
from briefing.findings import ProxyVerb


@dataclass(frozen=True, slots=True)
class Link:
    """One principal and one proxy, with the tokens that show it."""

    principal: str
    proxy: str
    relation: ProxyVerb
    tokens: Tokens
    status: Status
    asserted: bool = True  # said by a clause, so that a denial elsewhere is of it; else taken for granted


def linked(
    who: Referents,
    principals: Iterable[Who],
    proxies: Iterable[Who],
    relation: ProxyVerb,
    trigger: Iterable[int],
    status: Status,
    persons: bool = False,
    asserted: bool = True,
) -> list[Link]:
    """A link for each pair of collective actors; with `persons` a person may stand on either side."""
    allowed = ("organization", "group", "country", "person") if persons else ("organization", "group", "country")
    named = persons and relation in ("proxy", "directs")

    def able(end: Who) -> bool:
        return who.kinds.get(end[0]) in allowed or (named and end[0] in who.unsure)

    if relation in ("funds", "directs"):  # women give to many, and own much
        principals = [a for a in principals if who.tree.lowers[a[1]] not in words.KINDS_OF_PEOPLE]
    if relation == "trains" and not any(fights(who, a) for a in principals):
        proxies = [b for b in proxies if not is_people(who, b) or who.tree.lemmas[b[1]] in words.TRAINEES]
    pairs = [(a, b) for a in principals for b in proxies if a[0] != b[0] and able(a) and able(b)]
    if status == "unreal":
        return []
    shown = list(trigger)
    return [Link(a[0], b[0], relation, evidence(who, [*shown, a[1], b[1]]), status, asserted) for a, b in pairs]


def evidence(who: Referents, tokens: Iterable[int]) -> Tokens:
    """One run of the trigger's sentence that holds the tokens, names whole."""
    tree, named = who.tree, who.cast.of_token
    known = sorted(tokens)
    low, high = tree.sentence(known[len(known) // 2])
    inside = [t for t in known if low <= t < high]
    first, last = inside[0], inside[-1] + 1
    if tree.tags[first] == "POS" and first > low:
        first -= 1
    while first > low and (_leads(tree, first - 1, first, last) or named.get(first - 1, "") == named.get(first)):
        first -= 1
    while last < high and (_follows(tree, last) or named.get(last, "") == named.get(last - 1)):
        last += 1
    return first, last


def _leads(tree: Tree, token: int, first: int, last: int) -> bool:
    """Whether a word before the run modifies one in it."""
    return tree.labels[token] in ("compound", "flat", "det", "amod", "nummod") and first <= tree.heads[token] < last


def _follows(tree: Tree, token: int) -> bool:
    """Whether a word after the run belongs to the name that ends it."""
    return (
        tree.labels[token] in ("flat", "appos", "compound")
        and tree.heads[token] < token
        and tree.tags[token][:2] == "NN"
    )

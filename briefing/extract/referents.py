"""Whom a word means: actors by mention, by pronoun, through conjunctions, appositions and borrowed subjects."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from briefing.extract import places, renamings, subjects, tables
from briefing.extract import proxy_words as words
from briefing.extract.described_states import described_state
from briefing.extract.places import capitals
from briefing.extract.relations import Cast
from briefing.extract.renamings import SUBJECTS
from briefing.extract.tree import Tree
from briefing.findings import ActorKind
from briefing.language import Reading

Who = tuple[str, int]
"""An actor's id and the token that means it."""

_OWN = frozenset(("its", "their", "it", "they", "them", "his", "her", "he", "she", "him"))
_RELATIVE = frozenset(("who", "which", "that", "whom", "whose"))
_COLLECTIVE: frozenset[ActorKind] = frozenset(("organization", "group", "country"))
# Names in a row that one word is said of; a longer row is a list, not a phrase.
_MOST = 12


class Referents:
    """Answers by actor id; the cast knows names, nouns and most pronouns, the grammar the rest."""

    def __init__(self, reading: Reading, tree: Tree, cast: Cast, tokens: Sequence[int]) -> None:
        """`tokens` are those that a relation may be told with."""
        self.reading, self.tree, self.cast, self.tokens = reading, tree, cast, tokens
        # Who arms and backs is never a town: a capital here means its state.
        self.kinds: dict[str, ActorKind] = {
            actor.id: "country"
            if actor.kind == "place" and (actor.name in capitals() or actor.name in words.BLOCS)
            else actor.kind
            for actor in cast.actors
        }
        self._names = {
            name.lower(): actor.id for actor in reversed(cast.actors) for name in (*actor.aliases, actor.name)
        }
        # What was taken for a place that no table knows may be a company or a group.
        self.unsure = {a.id for a in cast.actors if a.kind == "place" and places.lookup(a.name) is None}
        self._called = {a.id: a.name for a in cast.actors}
        self._words: dict[str, set[str]] = {}
        self._heads = sorted(cast.of_head)
        states = {actor.name: actor.id for actor in cast.actors if actor.kind == "country"}
        self._states = {
            actor.id: states[state]
            for actor in cast.actors
            if actor.kind == "place" and (state := capitals().get(actor.name)) in states
        }

    def of(self, token: int) -> list[Who]:
        """The actors of the noun phrase that a token heads, each conjunct by itself; [] where there is none."""
        if self.tree.lowers[token] in _RELATIVE and self.tree.labels[token] != "det":
            antecedent = self._antecedent(token)
            if antecedent < 0:
                return []
            of_last = self._last_named(antecedent, token)
            return [(actor, of_last)] if of_last >= 0 and (actor := self.one(of_last)) else self.of(antecedent)
        if self.tree.lowers[token].removesuffix("s") in words.MEASURES and token not in self.cast.of_head:
            tree = self.tree
            measured = [c for c in tree.children[token] if tree.labels[c] == "nmod" and tree.case(c) == "of"]
            return [who for c in measured[:1] for who in self.of(c)]
        if self.tree.lemmas[token] in words.TERRITORIES and self.one(token) is None:  # "the regions of X and Y"
            named = [c for c in self.tree.children[token] if self.tree.case(c) == "of" and c > token]
            return [who for c in named[:1] for who in self.of(c)]
        if self.tree.tags[token] == "CD" and (members := self._members_of(token)):
            return members
        found: list[Who] = []
        for part in [token, *self._conjuncts(token)]:
            actor = self.one(part)
            if actor is not None and all(actor != known for known, _ in found):
                found.append((actor, part))
        if not found and self.tree.lemmas[token] in words.STATE_NOUNS and (state := self._described(token)):
            found.append((state, token))
        return found

    def _members_of(self, number: int) -> list[Who]:
        """Of whom a number is told: "two of the firms"."""
        tree = self.tree
        return [w for c in tree.children[number] if c > number and tree.case(c) == "of" for w in self.of(c)]

    def _described(self, noun: int) -> str | None:
        """The state that "the neighbouring country" is, which is not who acts on it."""
        doer = subjects.of_verb(self.tree, self.tree.heads[noun])
        acting = self.one(doer) if doer >= 0 and doer != noun else None
        return described_state(self.tree, self.cast, self.kinds, noun, acting)

    def named(self, token: int) -> str | None:
        """The actor that the word itself names, be it within a longer mention ("Iranian" in "Iranian proxies")."""
        actor = self.cast.of_head.get(token) or self.cast.of_token.get(token)
        return self._states.get(actor, actor) if actor else None

    def one(self, token: int) -> str | None:
        """The actor that the noun phrase headed by a token means, without its conjuncts."""
        actor = self._name_beside(token) or self._one(token)
        return self._states.get(actor, actor) if actor else None

    def _name_beside(self, token: int) -> str | None:
        """The name that a common noun stands beside: "the bank [Y]", "the group, [Y],", "[Y], a group"."""
        tree, named = self.tree, self.cast.of_token
        if tree.tags[token] not in ("NN", "NNP") or (tree.tags[token] == "NNP" and token in named):
            return None
        own = named.get(token)
        beside = [c for c in tree.all(token, "appos", "flat") if c > token]
        after = token + 1
        if after < len(tree.heads) and tree.tags[after] == "NNP" and tree.sentence(token) == tree.sentence(after):
            beside.append(after)
        elif tree.labels[token] == "appos" and not tree.case(token):
            beside.append(tree.heads[token])
        if tree.labels[token] == "conj" and (before := renamings.name_before(tree, self.cast, token)) >= 0:
            beside.append(before)  # "X and Y, a firm that": hung on X
        for other in beside:
            actor = self.cast.of_head.get(other) or named.get(other)
            if actor in (None, own) or tree.tags[other][:3] != "NNP" or tree.lowers[other - 1] in ("and", "or"):
                continue
            if actor is not None and (self.kinds[actor] in ("organization", "person") or actor in self.unsure):
                return actor
        return None

    def _one(self, token: int) -> str | None:
        actor = self.cast.of_head.get(token)
        if actor is not None:
            return actor
        if self.tree.lowers[token] in _OWN:
            inner = self.cast.of_token.get(token)
            held = inner == self.cast.of_head.get(self.tree.heads[token])  # by the whole phrase: "its proxy forces"
            return self._owner(token) if inner is None or held else inner
        if self.tree.tags[token].startswith("PRP"):
            return self.cast.of_token.get(token)
        inside = self.cast.of_token.get(token)
        if inside is not None:
            return inside
        # "the Houthi movement", "the Iranian government": the name within stands for the whole.
        if self.tree.tags[token] in ("NN", "NNS", "NNP", "NNPS"):
            state = self.tree.lemmas[token] in words.GOVERNMENTS
            for child in self.tree.children[token]:
                label = self.tree.labels[child]
                named = self.named(child)
                if named is None:
                    continue
                if label in ("appos", "flat") and child > token:
                    return named
                if state and label in ("amod", "compound", "nmod:poss", "nmod") and self.kinds[named] == "country":
                    return named
                group = not state and (
                    self.tree.lemmas[token] in tables.words("group_nouns.txt")
                    or tables.table("organization_nouns.tsv").get(self.tree.lowers[token]) == "o"
                )
                if group and label in ("compound", "amod") and self.kinds[named] in ("organization", "group"):
                    return named
        return None

    def words_of(self, actor: str) -> set[str]:
        """The words of an actor's name, folded, singular and plural."""
        if actor not in self._words:
            name = self._called.get(actor, "").lower()
            self._words[actor] = {form for word in re.findall(r"\w+", name) for form in (word, word.removesuffix("s"))}
        return self._words[actor]

    def is_one_word(self, actor: str) -> bool:
        """Whether an actor's name is a single word."""
        return " " not in self._called.get(actor, " ")

    def called(self, name: str) -> str | None:
        """The actor of that name or alias, where a token holds a name and more ("U.S.-backed")."""
        folded = name.lower()
        return self._names.get(folded) or self._names.get("the " + folded)

    def equated(self, noun: int) -> list[Who]:
        """Whom else a noun is said to be: its appositions, what it is in apposition to, the subject of its clause."""
        others = renamings.of_noun(self.tree, self.cast, noun)
        # "in other news, X": what stands before the comma may be nobody, and what is joined to it another
        above, apposed = self.tree.heads[noun], self.tree.labels[noun] == "appos"
        known = above in self.cast.of_head or above in self.cast.of_token or self.tree.tags[above] == "CD"
        others = [t for t in others if t != above or known or not apposed]
        return [who for token in others for who in self.of(token)]

    def members(self, noun: int) -> list[Who]:
        """Whom a plural noun is said to include ("proxies such as X and Y", "including X")."""
        tree = self.tree
        found: list[Who] = []
        for child in tree.children[noun]:
            if (
                child > noun
                and tree.labels[child] == "nmod"
                and tree.case(child) in ("including", "such as", "like", "such")
            ):
                found += self.of(child)
        return found

    def subject(self, verb: int) -> list[Who]:
        """Who does what a verb says, borrowed from the governing clause where its own has no subject."""
        token = self.subject_token(verb)
        if token < 0:
            return []
        sender = subjects.sender_of(self.tree, token)
        return self.of(sender if sender >= 0 else token)

    def subject_token(self, verb: int) -> int:
        """The token of a verb's subject, own or borrowed, or -1."""
        return subjects.of_verb(self.tree, verb)

    def _conjuncts(self, token: int) -> list[int]:
        found: list[int] = []
        stack = [token]
        while stack and len(found) < _MOST:
            for child in self.tree.children[stack.pop()]:
                if self.tree.labels[child] == "conj" and self.tree.tags[child][:2] in ("NN", "PR", "CD", "JJ"):
                    found.append(child)
                    stack.append(child)
        found += self._astray(token)
        if len(found) == 1 and any(
            self.tree.labels[c] == "cc" and c < found[0] and self.tree.lowers[c - 1] == ","
            for c in self.tree.children[found[0]]
        ):
            return []  # "X, and Y": two of a kind take no comma, so the parse joined what does not belong together
        return sorted(found)[:_MOST]

    def _astray(self, token: int) -> list[int]:
        """Conjuncts hung on a place within the phrase: "groups in Mali as well as insurgents in Chad"."""
        tree = self.tree
        if self.kinds.get(self.cast.of_head.get(token, "")) != "group":
            return []
        places = [c for c in tree.children[token] if c > token and tree.labels[c] == "nmod" and self._place(c)]
        return [
            c
            for place in places
            for c in tree.all(place, "conj")
            if tree.tags[c] == "NNS" and self.kinds.get(self.cast.of_head.get(c, "")) == "group"
        ]

    def _place(self, token: int) -> bool:
        return self.kinds.get(self.cast.of_head.get(token, "")) in ("country", "place")

    def _last_named(self, antecedent: int, pronoun: int) -> int:
        """The last of several nouns before a relative pronoun whose verb is singular ("X and Y, which is"), or -1."""
        if self.tree.tags[self._verb_after(pronoun)] != "VBZ":
            return -1
        return max((c for c in self._conjuncts(antecedent) if c < pronoun), default=-1)

    def _verb_after(self, pronoun: int) -> int:
        high = min(self.tree.sentence(pronoun)[1], pronoun + 4)
        return next((t for t in range(pronoun, high) if self.tree.tags[t][:2] in ("VB", "MD")), pronoun)

    def _antecedent(self, pronoun: int) -> int:
        token = pronoun
        for _ in range(6):
            if self.tree.labels[token] in ("acl:relcl", "acl"):
                head = self.tree.heads[token]
                return head if head < pronoun else -1
            if self.tree.heads[token] == token:
                return -1
            token = self.tree.heads[token]
        return -1

    def _owner(self, pronoun: int) -> str | None:
        """Whom "its" or "they" means: the subject of its clause or of one above, else the nearest group before it."""
        tree, low = self.tree, self.tree.sentence(pronoun)[0]
        plural = tree.lowers[pronoun] in ("their", "they", "them")
        if tree.lowers[pronoun] in ("his", "her", "he", "she", "him"):
            return None
        token = tree.heads[pronoun]
        if tree.labels[token] == "conj" and tree.labels[pronoun] == "nmod:poss":  # "the company and its affiliates"
            before = self.one(tree.heads[token])
            state = self.kinds.get(before or "") == "country"  # "the destruction of X and its army": whose is open
            if before is not None and not state and self._fits(before, plural, tree.heads[token]):
                return before
        # an object is not the subject of its own clause: "the UN imposed sanctions on X, accusing it of ..."
        doers = {w for w, _ in self.subject(token)} if tree.labels[pronoun] == "obj" else set()
        for _ in range(0 if doers else 15):
            if tree.lemmas[token] in ("allege", "suspect", "accuse"):  # nobody alleges it of themselves
                break
            for subject in tree.all(token, *SUBJECTS):
                actor = self.cast.of_head.get(subject)
                if actor is not None and subject < pronoun and self._fits(actor, plural, subject):
                    return actor
            if tree.heads[token] == token:
                break
            token = tree.heads[token]
        at = bisect_right(self._heads, pronoun) - 1
        while at >= 0 and self._heads[at] >= low:
            actor = self.cast.of_head[self._heads[at]]
            if self._heads[at] < pronoun and actor not in doers and self._fits(actor, plural, self._heads[at]):
                return actor
            at -= 1
        if low > 0 and self.reading.numbers[low - 1] == self.reading.numbers[low]:
            first, last = tree.sentence(low - 1)
            for token in range(first, last):
                if (
                    tree.labels[token] in SUBJECTS
                    and (actor := self.cast.of_head.get(token))
                    and self._fits(actor, plural, token)
                ):
                    return actor
        return None

    def _fits(self, actor: str, plural: bool, mention: int) -> bool:
        if self.tree.lemmas[mention] == "industry":
            return False
        if plural:
            return self.kinds.get(actor) in ("group", "organization")
        several = self.kinds.get(actor) == "group" and self.tree.tags[mention] == "NNS"
        return self.kinds.get(actor) in _COLLECTIVE and not several

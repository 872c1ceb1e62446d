"""Whom a word means: actors by mention, by pronoun, through conjunctions, appositions and borrowed subjects."""

from __future__ import annotations

from bisect import bisect_right

from briefing.extract import proxy_words as words
from briefing.extract import tables
from briefing.extract.places import capitals
from briefing.extract.relations import Cast
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
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")


class Referents:
    """Answers by actor id; the cast knows names, nouns and most pronouns, the grammar the rest."""

    def __init__(self, reading: Reading, tree: Tree, cast: Cast) -> None:
        self.reading, self.tree, self.cast = reading, tree, cast
        # Who arms and backs is never a town: a capital here means its state.
        self.kinds: dict[str, ActorKind] = {
            actor.id: "country" if actor.kind == "place" and actor.name in capitals() else actor.kind
            for actor in cast.actors
        }
        self._names = {
            name.lower(): actor.id for actor in reversed(cast.actors) for name in (*actor.aliases, actor.name)
        }
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
            return self.of(antecedent) if antecedent >= 0 else []
        found: list[Who] = []
        for part in [token, *self._conjuncts(token)]:
            actor = self.one(part)
            if actor is not None and all(actor != known for known, _ in found):
                found.append((actor, part))
        return found

    def named(self, token: int) -> str | None:
        """The actor that the word itself names, be it within a longer mention ("Iranian" in "Iranian proxies")."""
        actor = self.cast.of_head.get(token) or self.cast.of_token.get(token)
        return self._states.get(actor, actor) if actor else None

    def one(self, token: int) -> str | None:
        """The actor that the noun phrase headed by a token means, without its conjuncts."""
        actor = self._one(token)
        return self._states.get(actor, actor) if actor else None

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
                group = self.tree.lemmas[token] in tables.words("group_nouns.txt") and not state
                if group and label in ("compound", "amod") and self.kinds[named] in ("organization", "group"):
                    return named
        return None

    def called(self, name: str) -> str | None:
        """The actor of that name or alias, where a token holds a name and more ("U.S.-backed")."""
        folded = name.lower()
        return self._names.get(folded) or self._names.get("the " + folded)

    def equated(self, noun: int) -> list[Who]:
        """Whom else a noun is said to be: its appositions, what it is in apposition to, the subject of its clause."""
        tree = self.tree
        tokens = [c for c in tree.children[noun] if tree.labels[c] in ("appos", "flat") and c > noun]
        if (
            tree.labels[noun] in ("appos", "parataxis")
            and tree.heads[noun] < noun
            and self._adjoins(tree.heads[noun], noun)
        ):
            tokens.append(tree.heads[noun])
        if tree.child(noun, "cop") >= 0:
            tokens += tree.all(noun, *_SUBJECTS)
            if tree.labels[noun] == "acl:relcl":
                tokens.append(tree.heads[noun])
        if tree.labels[noun] == "conj" and any(tree.lowers[c] == "other" for c in tree.all(noun, "amod", "det")):
            tokens.append(tree.heads[noun])  # "X, Y and other proxies"
        if tree.case(noun) == "as":
            tokens += self._seen_as(noun)
        return [who for token in tokens for who in self.of(token)]

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
        return self.of(token) if token >= 0 else []

    def subject_token(self, verb: int) -> int:
        """The token of a verb's subject, own or borrowed, or -1."""
        tree, token = self.tree, verb
        for _ in range(15):
            subjects = tree.all(token, *_SUBJECTS)
            if subjects:  # of two, the nearer: "the law firm [Dewey] lobbied" read as two subjects
                return max((s for s in subjects if s < token), default=subjects[0])
            parent, label = tree.heads[token], tree.labels[token]
            if parent == token:
                return -1
            if (
                tree.tags[parent][:2] in ("NN", "PR")
                and parent < token
                and label in ("ccomp", "parataxis", "advcl", "dep")
            ):
                return parent  # a subject that an insertion tore from its verb
            if label in ("acl", "amod") or (label == "acl:relcl" and token == verb):
                # "accusations of arming X" do not arm: whoever is accused does
                if tree.lemmas[parent] in words.ACCUSATIONS:
                    return -1
                while tree.labels[parent] == "conj" and tree.tags[tree.heads[parent]][:2] == "NN" and label == "acl":
                    parent = tree.heads[parent]  # "accused X and Y of arming Z"
                return parent
            if (label in ("xcomp", "advcl", "ccomp", "obl") or tree.tags[token] == "VBG") and tree.lemmas[parent] in (
                "accuse",
                "suspect",
                "blame",
                "allow",
                "help",
            ):
                accused = (
                    tree.child(parent, "nsubj:pass")
                    if tree.child(parent, "aux:pass") >= 0
                    else tree.child(parent, "obj")
                )
                if accused >= 0:
                    return accused
            if label not in ("xcomp", "conj", "advcl", "ccomp", "obl", "parataxis"):
                return -1
            if label in ("ccomp", "parataxis") and tree.tags[token] not in ("VBG", "VBN", "VB", "VBP"):
                return -1
            token = parent
        return -1

    def _conjuncts(self, token: int) -> list[int]:
        found: list[int] = []
        stack = [token]
        while stack and len(found) < _MOST:
            for child in self.tree.children[stack.pop()]:
                if self.tree.labels[child] == "conj" and self.tree.tags[child][:2] in ("NN", "PR", "CD", "JJ"):
                    found.append(child)
                    stack.append(child)
        if len(found) == 1 and any(
            self.tree.labels[c] == "cc" and c < found[0] and self.tree.lowers[c - 1] == ","
            for c in self.tree.children[found[0]]
        ):
            return []  # "X, and Y": two of a kind take no comma, so the parse joined what does not belong together
        return sorted(found)[:_MOST]

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

    def _seen_as(self, noun: int) -> list[int]:
        """The object or passive subject of a verb that takes one thing as another ("uses X as its proxy")."""
        verb = self.tree.heads[noun]
        if self.tree.tags[verb][:2] != "VB":
            return []
        passive = self.tree.all(verb, "nsubj:pass")
        return passive or self.tree.all(verb, "obj")

    def _adjoins(self, head: int, noun: int) -> bool:
        """Whether nothing but a comma, articles and modifiers stands between a name and its apposition."""
        return noun - head <= 12 and any(
            self.tree.lowers[t] in (",", "—", "–", "(", "-") for t in range(head + 1, noun)
        )

    def _owner(self, pronoun: int) -> str | None:
        """Whom "its" or "they" means: the subject of its clause or of one above, else the nearest group before it."""
        tree, low = self.tree, self.tree.sentence(pronoun)[0]
        plural = tree.lowers[pronoun] in ("their", "they", "them")
        if tree.lowers[pronoun] in ("his", "her", "he", "she", "him"):
            return None
        token = tree.heads[pronoun]
        for _ in range(15):
            for subject in tree.all(token, *_SUBJECTS):
                actor = self.cast.of_head.get(subject)
                if actor is not None and subject < pronoun and self._fits(actor, plural):
                    return actor
            if tree.heads[token] == token:
                break
            token = tree.heads[token]
        at = bisect_right(self._heads, pronoun) - 1
        while at >= 0 and self._heads[at] >= low:
            actor = self.cast.of_head[self._heads[at]]
            if self._heads[at] < pronoun and self._fits(actor, plural):
                return actor
            at -= 1
        if low > 0 and self.reading.numbers[low - 1] == self.reading.numbers[low]:
            first, last = tree.sentence(low - 1)
            for token in range(first, last):
                if (
                    tree.labels[token] in _SUBJECTS
                    and (actor := self.cast.of_head.get(token))
                    and self._fits(actor, plural)
                ):
                    return actor
        return None

    def _fits(self, actor: str, plural: bool) -> bool:
        return (
            self.kinds.get(actor) in _COLLECTIVE if not plural else self.kinds.get(actor) in ("group", "organization")
        )

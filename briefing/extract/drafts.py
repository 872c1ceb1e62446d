"""An actor in the making: its mentions by tokens, until all of them are known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.extract.names import Gender
from briefing.extract.relations import Tokens
from briefing.findings import ActorKind, MentionForm


@dataclass(slots=True, eq=False)
class Draft:
    """Two drafts are never equal; `places` maps the token range of each mention to its form."""

    kind: ActorKind
    name: str
    key: tuple[str, ...]
    gender: Gender | None = None
    places: dict[Tokens, MentionForm] = field(default_factory=dict)
    roles: dict[Tokens, str] = field(default_factory=dict)  # range -> its head noun, folded
    aliases: dict[str, None] = field(default_factory=dict)
    plural: bool = False
    also: set[int] = field(default_factory=set)  # tokens of it beside its mentions: "U.S. [government]"

    def add(self, tokens: Tokens, form: MentionForm, alias: str | None = None) -> None:
        """A mention; `alias` is its name without article and possessive."""
        self.places.setdefault(tokens, form)
        if alias:
            self.aliases.setdefault(alias)


class Company:
    """All drafts of an article, and which one a token belongs to (innermost mention first)."""

    def __init__(self, drafts: Iterable[Draft]) -> None:
        self.drafts = list(drafts)
        self._at: dict[int, tuple[int, Draft]] = {}
        for draft in self.drafts:
            for tokens in draft.places:
                self.note(tokens, draft)
            for token in draft.also:
                self.note((token, token + 1), draft)

    def note(self, tokens: Tokens, draft: Draft) -> None:
        """The tokens of a mention belong to a draft, unless a shorter mention has them."""
        length = tokens[1] - tokens[0]
        for token in range(*tokens):
            held = self._at.get(token)
            if held is None or length < held[0]:
                self._at[token] = (length, draft)

    def add(self, draft: Draft) -> None:
        """A new draft with its mentions."""
        self.drafts.append(draft)
        for tokens in draft.places:
            self.note(tokens, draft)

    def mention(self, draft: Draft, tokens: Tokens, form: MentionForm, alias: str | None = None) -> None:
        """One more mention of a draft."""
        draft.add(tokens, form, alias)
        self.note(tokens, draft)

    def at(self, token: int) -> Draft | None:
        """Whom a token belongs to."""
        held = self._at.get(token)
        return held[1] if held else None

    def length_at(self, token: int) -> int:
        """How many tokens the innermost mention at a token has; 0 where there is none."""
        held = self._at.get(token)
        return held[0] if held else 0

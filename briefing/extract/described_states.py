"""Which state a description means: "accused Sudan of ...; the neighbouring country"."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.extract.relations import Cast
from briefing.extract.tree import Tree
from briefing.findings import ActorKind


def described_state(
    tree: Tree, cast: Cast, kinds: Mapping[str, ActorKind], noun: int, acting: str | None
) -> str | None:
    """The id of the last state named before "the country" in its sentence, `acting` apart; None without "the"."""
    if not any(tree.lowers[c] == "the" for c in tree.all(noun, "det")):
        return None
    for token in range(noun - 1, tree.sentence(noun)[0] - 1, -1):
        actor = cast.of_head.get(token)
        if actor is not None and actor != acting and kinds.get(actor) == "country":
            return actor
    return None

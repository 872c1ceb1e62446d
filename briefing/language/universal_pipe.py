"""The pipe "briefing_universal": Universal Dependencies whatever the parser's labels, and noun chunks read off them.

Importing this module registers the factory; spaCy also finds it through its entry point.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from briefing.language.noun_chunks import noun_chunks
from briefing.language.universal import to_universal


@Language.factory(
    "briefing_universal",
    requires=["token.dep", "token.head", "token.tag"],
    assigns=["token.dep", "token.head"],
    retokenizes=False,
)
def make_universal(nlp: Language, name: str) -> Universal:
    """The pipe for `nlp.add_pipe("briefing_universal")`; `Doc.noun_chunks` of this vocabulary reads UD labels."""
    nlp.vocab.get_noun_chunks = noun_chunks  # type: ignore[assignment]  # it is typed for the spans made of these
    return Universal()


class Universal:
    """Rewrites CLEAR labels in place; a UD parse stays as it is."""

    def __call__(self, doc: Doc) -> Doc:
        to_universal(doc)
        return doc

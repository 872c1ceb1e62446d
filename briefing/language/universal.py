"""Hides the difference between dependency-label schemes: what leaves here is Universal Dependencies."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


def to_universal(doc: Doc) -> None:
    """Rewrite heads and labels of a CLEAR-style parse in place; a UD parse stays as it is."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def blank():
    """A pipeline that only splits words: what offsets need."""
    import spacy

    return spacy.blank("en")

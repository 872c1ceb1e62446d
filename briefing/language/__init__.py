"""spaCy pipelines: finding and loading one, and an article as a parsed document.

The only package that knows dependency-label schemes: whatever pipeline is used, what leaves here
carries Universal Dependencies (`briefing.language.universal`). Importing it does not import spaCy.
"""

from __future__ import annotations

from briefing.language.loading import identity_of, load_pipeline, pipeline_identity, pipeline_meta
from briefing.language.reading import Reading, read_article

__all__ = ["Reading", "identity_of", "load_pipeline", "pipeline_identity", "pipeline_meta", "read_article"]

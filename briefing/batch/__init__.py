"""Many articles at once: each a line of JSON, in order, on several processes."""

from __future__ import annotations

from briefing.batch.inputs import expand
from briefing.batch.run import Outcome, analyse_all

__all__ = ["Outcome", "analyse_all", "expand"]

"""The pipe "briefing_blas": matrix products through NumPy's library instead of blis, which comes with spaCy.

NumPy's OpenBLAS uses the widest registers of a processor and is three to four times as fast there (a 3,000 x 384
by 384 x 384 product: 79 against 21 GFLOPS on one core with AVX-512). The choice is a setting of thinc's NumpyOps.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import NumpyOps


@Language.factory("briefing_blas", retokenizes=False)
def make_blas(nlp: Language, name: str) -> Blas:
    """The pipe for `nlp.add_pipe("briefing_blas")`: it acts on the pipes that are there, so it comes last."""
    ops = NumpyOps(use_blis=False)  # the pipeline's own: other pipelines of the process keep theirs
    for _, pipe in nlp.pipeline:
        for layer in pipe.model.walk() if hasattr(pipe, "model") else ():
            if isinstance(layer.ops, NumpyOps):
                layer.ops = ops
    return Blas()


class Blas:
    """Leaves every document as it is."""

    def __call__(self, doc: Doc) -> Doc:
        return doc

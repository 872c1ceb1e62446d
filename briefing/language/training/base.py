"""The blank language that everything is trained on: tokenizer, norms and lexical feature vectors."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.attrs import NORM, ORTH
from spacy.language import Language
from spacy.lookups import load_lookups
from spacy.util import compile_infix_regex

from briefing.language.training.data_files import data_lines
from briefing.language.training.features import add_vectors

# The treebanks split hyphens where the English defaults do not: after an abbreviation ("U.S.-led"),
# between numbers joined by an en dash ("7–8"), after a percent sign, and at a dash after a bracket.
INFIXES = (
    r"(?<=[A-Za-z]\.)[-–](?=[A-Za-z])",
    r"(?<=[0-9])–(?=[0-9])",
    r"(?<=[0-9]%)[-–](?=[0-9])",
    r"(?<=[)\]”\"’'])[—–](?=\w)",
)


def base_language() -> Language:
    """A blank English pipeline with Briefing's tokenizer, spelling norms and feature vectors."""
    nlp = spacy.blank("en")
    customise_tokenizer(nlp)
    _add_norms(nlp)
    add_vectors(nlp)
    return nlp


def save_base(output: Path) -> Language:
    """Build the base language, save it to `output` and return it."""
    nlp = base_language()
    nlp.to_disk(output)
    return nlp


def customise_tokenizer(nlp: Language) -> None:
    """Split as the English treebanks of Universal Dependencies do; the rules are saved with the pipeline."""
    infixes = [*(nlp.Defaults.infixes or ()), *INFIXES]
    nlp.tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    for word in data_lines("abbreviations.txt"):
        nlp.tokenizer.add_special_case(word, [{ORTH: word}])


def _add_norms(nlp: Language) -> None:
    """Give words made of treebank tokens the norms that the tokenizer gives to its own ("n't" -> "not")."""
    table = load_lookups("en", ["lexeme_norm"]).get_table("lexeme_norm")
    norms = nlp.vocab.lookups.set_table("lexeme_norm", table) or table
    for pieces in nlp.tokenizer.rules.values():
        for piece in pieces:
            if len(pieces) > 1 and NORM in piece and piece[ORTH] not in norms:
                norms[piece[ORTH]] = piece[NORM]

"""The blank language that everything is trained on: tokenizer, norms and lexical feature vectors."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import spacy
from spacy.attrs import NORM, ORTH
from spacy.language import Language
from spacy.lookups import load_lookups
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex

from briefing.language.training.data_files import data_lines
from briefing.language.training.features import add_vectors

# The treebanks split hyphens where the English defaults do not: after an abbreviation ("U.S.-led"),
# between numbers joined by an en dash ("7–8") and after a percent sign.
INFIXES = (
    r"(?<=[A-Za-z]\.)[-–](?=[A-Za-z])",
    r"(?<=[0-9])–(?=[0-9])",
    r"(?<=[0-9]%)[-–](?=[0-9])",
    # Footnote marks: "targets.[1]".
    r"(?<=[A-Za-z])[.,](?=\[[0-9])",
    r"(?<=[A-Za-z0-9.,\"”\]])\[(?=[0-9])",
    r"(?<=[0-9])\](?=\[)",
    # A space that is missing between sentences, or at a dash after a bracket.
    r"(?<=[A-Za-z.,!?])[“”](?=[A-Za-z])",
    r"(?<=[A-Za-z])\)(?=[—–])",
    r"(?<=[)\]”\"’'])[—–](?=\w)",
)


ENCLITICS = frozenset(("nt", "d", "ve", "ll", "re", "s", "m"))


def base_language() -> Language:
    """A blank English pipeline with Briefing's tokenizer, spelling norms and feature vectors."""
    nlp = spacy.blank("en")
    customise_tokenizer(nlp)
    _add_norms(nlp)
    drop_chat(nlp)
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
    tokenizer = cast(Tokenizer, nlp.tokenizer)
    tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
    for word in data_lines("abbreviations.txt"):
        tokenizer.add_special_case(word, [{ORTH: word}])


def drop_chat(nlp: Language) -> None:
    """Take out special cases that news has no use for: emoticons, and contractions without an apostrophe.

    They read "wed" as "we'd", and they are a third of the rules, which are a third of the time that loading takes.
    """
    tokenizer = cast(Tokenizer, nlp.tokenizer)
    tokenizer.rules = {word: pieces for word, pieces in tokenizer.rules.items() if not _is_chat(word, pieces)}


def _is_chat(word: str, pieces: list[dict[int, str]]) -> bool:
    if len(pieces) > 1:
        return word.isalpha() and pieces[-1][ORTH] in ENCLITICS
    letters = sum(c.isalpha() for c in word)
    return (
        not (word.isspace() or word[0].isalnum() or word[0] in "'’‘\\") and len(word) > 1 and 2 * letters <= len(word)
    )


def _add_norms(nlp: Language) -> None:
    """Give words made of treebank tokens the norms that the tokenizer gives to its own ("n't" -> "not")."""
    table = load_lookups("en", ["lexeme_norm"]).get_table("lexeme_norm")
    for pieces in cast(Tokenizer, nlp.tokenizer).rules.values():
        for piece in pieces:
            if len(pieces) > 1 and NORM in piece and piece[ORTH] not in table:
                table[piece[ORTH]] = piece[NORM]
    nlp.vocab.lookups.set_table("lexeme_norm", table)

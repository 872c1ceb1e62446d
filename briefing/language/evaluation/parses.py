"""Tags, dependencies and sentence ends against Universal Dependencies treebanks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span

from briefing.language.evaluation import Score
from briefing.language.training.treebank import Sentence, read_conllu

if TYPE_CHECKING:
    from spacy.language import Language

TREEBANKS = {"UD EWT dev": "ud-ewt/dev.conllu", "GUM open dev": "ud-gum/open-dev.conllu"}
SPEECH_VERBS = frozenset(
    ("say", "tell", "add", "ask", "announce", "argue", "claim", "declare", "deny", "explain", "insist", "note",
     "report", "reply", "respond", "state", "suggest", "warn", "write", "admit", "confirm", "believe", "think")
)  # fmt: skip


def scores(nlp: Language, corpora: Path, annotations: Path) -> Iterator[Score]:
    """Tags, UAS, LAS and speech subjects on gold words, and sentence F on raw text, of each treebank."""
    for name, file in TREEBANKS.items():
        if (corpora / file).is_file():
            sentences = list(read_conllu(corpora / file))
            yield from on_gold_words(nlp, name, sentences)
            yield on_raw_text(nlp, name, sentences)


def on_gold_words(nlp: Language, corpus: str, sentences: Iterable[Sentence]) -> Iterator[Score]:
    """Words but punctuation; labels without subtypes; subjects of speech verbs by head and label."""
    count: Counter[str] = Counter()
    for sentence in sentences:
        words = sentence.words
        doc = Doc(nlp.vocab, words=[w.form for w in words], spaces=[w.space for w in words])
        for _, pipe in nlp.pipeline:
            doc = pipe(doc)
        for i, (word, token) in enumerate(zip(words, doc, strict=True)):
            if word.upos == "PUNCT":
                continue
            head_right = token.head.i == word.head
            right = head_right and _plain(token.dep_) == _plain(word.deprel)
            count += Counter(words=1, tag=token.tag_ == word.xpos, UAS=head_right, LAS=right)
            if _plain(word.deprel) == "nsubj" and word.head != i and words[word.head].lemma in SPEECH_VERBS:
                count += Counter(subjects=1, subjects_right=right)
    for measure in ("tag", "UAS", "LAS"):
        yield Score(corpus, measure, 100 * count[measure] / max(count["words"], 1), count["words"])
    yield Score(corpus, "speech subjects", 100 * count["subjects_right"] / max(count["subjects"], 1), count["subjects"])


def on_raw_text(nlp: Language, corpus: str, sentences: Iterable[Sentence]) -> Score:
    """F of sentences with both ends right, over documents as running text with their paragraph breaks."""
    right = ours = gold = 0
    for text, spans in documents(sentences):
        found = {_without_blanks(sentence) for sentence in nlp(text).sents if sentence.text.strip()}
        right, ours, gold = right + len(found & spans), ours + len(found), gold + len(spans)
    return Score(corpus, "sentences F", 200 * right / max(ours + gold, 1), gold)


def _without_blanks(sentence: Span) -> tuple[int, int]:
    text = sentence.text
    return sentence.end_char - len(text.lstrip()), sentence.start_char + len(text.rstrip())


def documents(sentences: Iterable[Sentence]) -> Iterator[tuple[str, set[tuple[int, int]]]]:
    """Each document's text, paragraphs parted by an empty line, and the places of its sentences in it."""
    text, spans, document = "", set[tuple[int, int]](), None
    for sentence in sentences:
        if sentence.document != document and text:
            yield text, spans
            text, spans = "", set()
        document = sentence.document
        if text:
            text = text.rstrip() + ("\n\n" if sentence.new_paragraph else " ")
        words = "".join(w.form + " " * w.space for w in sentence.words)
        spans.add((len(text), len(text) + len(words.rstrip())))
        text += words
    if text:
        yield text, spans


def _plain(label: str) -> str:
    return label.split(":")[0].lower()

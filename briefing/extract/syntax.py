"""The parse as plain lists, with quoted runs and sentences that never end inside a quotation.

The parser cuts sentences inside quotations and runs others together; who said what is asked of the
sentence that holds the whole quotation, so that is what `sentences` are here.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.extract import quotation
from briefing.extract.cues import group, is_speech, lexicon
from briefing.extract.quotation import Run
from briefing.language import Reading

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
PHRASE = NOUNS | {"DT", "PDT", "PRP$", "JJ", "JJR", "JJS", "CD", "POS", "HYPH", "$", "FW", "VBN", "AFX", "ADD"}
FINAL = frozenset((".", "?", "!", "…", "...", ".."))
CLOSERS = frozenset(('"', "”", "''", "’", "'", ")", "]", "»"))
MARKS = frozenset(('"', "“", "”", "``", "''", "„", "«", "»", "‘", "’", "'", "`"))
# What a finite verb can be of its sentence.
_CLAUSES = frozenset(("ROOT", "conj", "ccomp", "parataxis", "acl:relcl", "advcl"))
# Of quoted runs of up to three words 26 % are scare quotes and titles, of longer ones few (PolNeAR train).
SHORT_RUN = 3
# No sentence is longer than this many tokens: it bounds the work on text without full stops.
LONGEST = 400
_LONGEST_DATELINE = 18
_DASHES = frozenset(("-", "–", "—", "--"))
_DATELINE = frozenset(("GPE", "LOC", "DATE"))


@dataclass(frozen=True, slots=True)
class Syntax:
    """Lists with one item a token; `sentences` and `runs` are token ranges in the order of the text.

    `sentence_of`: index into `sentences`; `run_of`: index into `runs`, -1 outside quotation marks.
    """

    reading: Reading
    words: list[str]
    lemmas: list[str]
    tags: list[str]
    labels: list[str]
    heads: list[int]
    children: list[list[int]]
    runs: list[Run]
    run_of: list[int]
    sentences: list[tuple[int, int]]
    sentence_of: list[int]

    def quoted(self, token: int) -> bool:
        """Whether the token stands in a quotation longer than a scare quote."""
        run = self.run_of[token]
        return run >= 0 and (self.runs[run].words > SHORT_RUN or not self.runs[run].closed)

    def floor(self, token: int) -> int:
        """Where the token's sentence begins."""
        return self.sentences[self.sentence_of[token]][0]

    def ceiling(self, token: int) -> int:
        """Where the token's sentence ends, exclusive."""
        return self.sentences[self.sentence_of[token]][1]

    def left(self, token: int) -> int:
        """Where what depends on a token, with itself, begins."""
        children = self.children
        while (of_it := children[token]) and of_it[0] < token:
            token = of_it[0]
        return token

    def right(self, token: int) -> int:
        """Where what depends on a token, with itself, ends, exclusive."""
        children = self.children
        while (of_it := children[token]) and of_it[-1] > token:
            token = of_it[-1]
        return token + 1

    def is_word(self, token: int) -> bool:
        """Whether the token holds a letter or digit."""
        word = self.words[token]
        return word[0].isalnum() or any(c.isalnum() for c in word)

    def capital(self, token: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.reading.doc[token].text[0].isupper()

    def child(self, token: int, *labels: str) -> int:
        """The first dependent of a token with one of the labels, or -1."""
        return next((c for c in self.children[token] if self.labels[c] in labels), -1)


def of(reading: Reading) -> Syntax:
    """The syntax of an article; linear in its tokens."""
    doc = reading.doc
    runs = quotation.find(reading)
    run_of = [-1] * len(doc)
    for number, run in enumerate(runs):
        run_of[run.first : run.last] = [number] * (run.last - run.first)
    children: list[list[int]] = [[] for _ in range(len(doc))]
    columns = reading.columns
    heads = columns.heads
    for token, head in enumerate(heads):
        if head != token:
            children[head].append(token)
    sentences = _sentences(reading, runs, run_of)
    sentence_of = [0] * len(doc)
    for number, (first, last) in enumerate(sentences):
        sentence_of[first:last] = [number] * (last - first)
    return Syntax(
        reading,
        _words(reading),
        columns.lemmas,
        _tags(reading, children),
        columns.labels,
        heads,
        children,
        runs,
        run_of,
        sentences,
        sentence_of,
    )


def _sentences(reading: Reading, runs: list[Run], run_of: list[int]) -> list[tuple[int, int]]:
    words = reading.columns.lowers
    sentences: list[tuple[int, int]] = []
    for _, first, last in reading.paragraphs:
        start = first
        token = _dateline_end(reading, first, last)
        if token > first:
            sentences.append((first, token))
            start = token
        while token < last:
            run = runs[run_of[token]] if run_of[token] >= 0 else None
            if run is not None:
                token = run.last
                ended = token < last and _ends_inside(reading, run) and _begins(reading, token)
                ended = ended and not _tagged(reading, run, last)
            else:
                ended = words[token] in FINAL or (words[token].endswith(".") and _breaks(reading, token, last))
                ended = ended and not _numbered(reading, token, last)
                token += 1
                while ended and token < last and words[token] in CLOSERS and run_of[token] < 0:
                    token += 1
            whole = ended and (run is not None or _begins(reading, token)) if token < last else False
            if whole or (token - start > LONGEST and token < last):
                sentences.append((start, token))
                start = token
        if start < last:
            sentences.append((start, last))
    return sentences


def _dateline_end(reading: Reading, first: int, last: int) -> int:
    """Where the dateline that opens a paragraph ends, with its mark: "LIMA, June 3 (AFP) - "; `first` for none."""
    doc, entities, lowers = reading.doc, reading.columns.entities, reading.columns.lowers
    for token in range(first + 1, min(last - 1, first + _LONGEST_DATELINE)):
        text = lowers[token]
        if text in _DASHES and doc[token].whitespace_ and (doc[token - 1].whitespace_ or text != "-"):
            place = all(entity in {"GPE", "LOC"} for entity in entities[first:token])
            sure = place or any(
                (t.is_upper and len(t.text) > 2) or t.text == "(" or t.ent_type_ == "DATE" for t in doc[first:token]
            )
            return token + 1 if sure else first
        if text == ":" and all(
            t.ent_type_ in _DATELINE or t.is_digit or t.text in {",", "."} for t in doc[first:token]
        ):
            return token + 1
        if not (entities[token] or doc[token].text[0].isupper() or doc[token].is_digit or doc[token].is_punct):
            return first
    return first


def _ends_inside(reading: Reading, run: Run) -> bool:
    """Whether a quotation closes with the end of its sentence: a final mark before the closing one."""
    before = reading.doc[run.last - 2].text if run.last - run.first > 2 else ""
    return before in FINAL or before.endswith((".", "?", "!"))


def _tagged(reading: Reading, run: Run, last: int) -> bool:
    """Whether a question or a cry is followed by who put it: "“Why?” Ann Lee asked."."""
    if reading.doc[run.last - 2].text not in {"?", "!"}:
        return False
    for token in reading.doc[run.last : min(last, run.last + 7)]:
        if token.tag_ in {"VBD", "VBZ"} and token.i > run.last:
            rest = reading.doc[token.i + 1 : min(last, token.i + 6)]
            object_follows = any(t.lower_ in {"that", "to", "about", "if", "whether"} for t in rest)
            return is_speech(token.lemma_.lower()) and not object_follows
        if token.tag_ not in {"NNP", "NN", "NNS", "DT", "JJ", "PRP", "POS", "PRP$", "NNPS", "RB"}:
            return False
    return False


def _begins(reading: Reading, token: int) -> bool:
    """Whether a token can begin a sentence."""
    text = reading.doc[token].text
    if text == "-":
        return bool(reading.doc[token].whitespace_)  # "... on Friday. - Borneo Times"
    return text[0].isupper() or text[0].isdigit() or text in MARKS or text in {"(", "[", "—", "–", "$", "@", "#", "..."}


def _breaks(reading: Reading, token: int, last: int) -> bool:
    """Whether an abbreviation ends its sentence: the parser says that the next word begins one."""
    return token + 1 < last and bool(reading.doc[token + 1].is_sent_start) and len(reading.doc[token]) > 2


def _numbered(reading: Reading, token: int, last: int) -> bool:
    """Whether a full stop shortens the word before a number: "Act No. 1312", "Art. 5"."""
    if token + 1 >= last or not reading.doc[token + 1].text[0].isdigit():
        return False
    short = reading.doc[token].text if reading.doc[token].text != "." else reading.doc[max(token - 1, 0)].text
    return short.rstrip(".") in group("numbered")


def _tags(reading: Reading, children: list[list[int]]) -> list[str]:
    """The Penn tags, mended where the clause shows that the tagger is wrong; "Seo-yun" is no pronoun."""
    columns = reading.columns
    tags = list(columns.tags)
    for token, tag in enumerate(columns.tags):
        if tag == "PRP" and token and columns.lowers[token - 1] in {"-", "‐"}:
            tags[token] = "NNP"
        elif tag == "VBN" and columns.labels[token] in _CLAUSES:
            # a participle that heads a clause without an auxiliary is a past tense
            labels = {columns.labels[child] for child in children[token] if child < token}
            if not any(label.startswith("aux") for label in labels) and (
                "nsubj" in labels or columns.labels[token] == "ccomp"
            ):
                tags[token] = "VBD"
        elif (tag == "NNS" and columns.labels[token] == "ROOT" and _predicates(reading, token)) or (
            tag == "NNS" and columns.lowers[token] == "reports" and _closes_with_name(reading, token)
        ):
            tags[token] = "VBZ"
    return tags


def _predicates(reading: Reading, noun: int) -> bool:
    """Whether a root noun is a verb that the tagger missed: "Video shows that ...", "The Tax Center plans to ..."."""
    columns = reading.columns
    if noun == 0 or noun + 2 >= len(columns.tags) or columns.starts[noun]:
        return False
    after = noun + 1
    opens = (columns.lowers[after] == "that" and columns.labels[after] == "mark") or (
        columns.tags[after] == "TO" and columns.tags[after + 1] == "VB"
    )
    return opens and columns.tags[noun - 1] in {"NN", "NNP", "PRP"} and columns.lowers[noun] in lexicon().lemma_of


def _closes_with_name(reading: Reading, verb: int) -> bool:
    """Whether a verb ends its sentence behind a comma and a name: "..., | Capital Radio | reports."."""
    columns = reading.columns
    if verb + 1 < len(columns.tags) and columns.lowers[verb + 1] not in FINAL:
        return False
    first = verb
    while first > 0 and columns.tags[first - 1] in ("NNP", "NNPS"):
        first -= 1
    return 0 < first < verb and columns.lowers[first - 1] == ","


def _words(reading: Reading) -> list[str]:
    """The tokens in lower case; apostrophes are straight, and a hyphen between blanks is a dash."""
    doc, words = reading.doc, list(reading.columns.lowers)
    for token, word in enumerate(words):
        if word in {"-", "–"}:
            if token and doc[token - 1].whitespace_ and doc[token].whitespace_:
                words[token] = "—"
        elif "’" in word:
            words[token] = word.replace("’", "'")
    return words

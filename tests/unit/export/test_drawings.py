"""The proxies drawn in Mermaid and Graphviz: what is drawn, and that no word of an article gets out of its label."""

from __future__ import annotations

import html
import re

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.article import Article, Paragraph, Span
from briefing.clean import clean_line
from briefing.export import render
from briefing.findings import Actor, Briefing, Evidence, Pipeline, ProxyRelation, Quote

EVIL = (
    'x"] --> evil["y',
    'a"]\nclick n1 href "javascript:alert(1)"',
    '%%{init: {"theme": "dark"}}%%',
    "<img src=x onerror=alert(1)>",
    "`**md** [x](http://x.example)`",
    "#quot; &quot; &lt;b&gt; #60;",
    '\\" ]; evil [label="x',
    "\\N \\G \\l ends so\\",
    "fa:fa-ban $$x^2$$",
    "subgraph end",
    "a\u2028b\x0bc\x85d",
    " ",
)


def drawn(shape: str, briefing: Briefing) -> str:
    return render(briefing, shape).decode()


def made(principal: str, proxy: str, source: str) -> Briefing:
    """One relation that the article asserts and `source` says, one that only `source` says, one that it denies."""
    text = f"{source}."
    place = Span(0, len(source))
    evidence = Evidence(0, 1, 2)
    said = msgspec.structs.replace(evidence, attribution="q")
    return Briefing(
        article=Article(id="a", text=text, paragraphs=(Paragraph(1, 0, len(text)),)),
        pipeline=Pipeline("by-hand", "1"),
        actors=(Actor("p", principal, "country"), Actor("x", proxy, "group"), Actor("y", "Old Lamp", "organization")),
        quotes=(Quote("q", "indirect", (place,), None, place, None, 1, 0.9),),
        proxies=(
            ProxyRelation("r1", "p", "x", "backs", (evidence, msgspec.structs.replace(said, start=3, paragraph=0))),
            ProxyRelation("r2", "p", "y", "arms", (said,)),
        ),
        denied_proxies=(ProxyRelation("r3", "x", "p", "directs", (said,)),),
    )


def test_mermaid_draws_every_pair_with_its_relation_paragraphs_and_source() -> None:
    lines = drawn("mermaid", made("Keldon", "River Guard", "Tomas Rehn")).splitlines()
    assert [line for line in lines if not line.startswith("%%")] == [
        "flowchart LR",
        '    n1["Keldon"]',
        '    n2(["River Guard"])',
        '    n3["Old Lamp"]',
        '    n1 -->|"backs ¶2 headline · said by Tomas Rehn"| n2',
        '    n1 -.->|"arms ¶2 · said by Tomas Rehn"| n3',
        "    subgraph denied [Denied]",
        '        d1(["River Guard"])',
        '        d2["Keldon"]',
        '        d1 --x|"directs ¶2 · denied by Tomas Rehn"| d2',
        "    end",
    ]


def test_graphviz_draws_every_pair_with_its_relation_paragraphs_and_source() -> None:
    lines = drawn("dot", made("Keldon", "River Guard", "Tomas Rehn")).splitlines()
    assert [line.strip() for line in lines if "label=" in line] == [
        'n1 [label="Keldon"]',
        'n2 [label="River Guard", style=rounded]',
        'n3 [label="Old Lamp"]',
        'n1 -> n2 [label="backs ¶2 headline\\nsaid by Tomas Rehn", style=solid]',
        'n1 -> n3 [label="arms ¶2\\nsaid by Tomas Rehn", style=dashed]',
        'label="Denied"',
        'd1 [label="River Guard", style=rounded]',
        'd2 [label="Keldon"]',
        'd1 -> d2 [label="directs ¶2\\ndenied by Tomas Rehn", color=red, arrowhead=tee]',
    ]
    assert lines[-1] == "}"
    assert sum(line.count("{") - line.count("}") for line in lines) == 0


@pytest.mark.parametrize("shape", ["mermaid", "dot"])
def test_an_article_without_relations_is_a_drawing_that_says_so(shape: str, article: Article) -> None:
    text = drawn(shape, Briefing(article=article, pipeline=Pipeline("p", "1")))
    assert "No proxy relations found in this article" in text
    assert not re.search(r"\b[nd]\d", text)


@pytest.mark.parametrize("shape", ["mermaid", "dot"])
def test_denied_relations_alone_are_drawn_as_denied(shape: str) -> None:
    text = drawn(shape, msgspec.structs.replace(made("Keldon", "River Guard", "Tomas Rehn"), proxies=()))
    assert "No proxy relations" not in text
    assert "Denied" in text
    assert not re.search(r"\bn\d", text)


QUOTED = {"mermaid": re.compile(r'"([^"]*)"'), "dot": re.compile(r'"((?:[^"\\]|\\.)*)"')}


def skeleton(shape: str, text: str) -> str:
    """A drawing without what stands in its quotation marks."""
    return QUOTED[shape].sub('""', text)


def read_mermaid(label: str) -> str:
    assert re.fullmatch(r"(?:[^\W_]|[ ,.’¶·-]|#\d+;)*", label), label
    return re.sub(r"#(\d+);", lambda code: chr(int(code[1])), label)


def read_dot(label: str) -> str:
    assert re.fullmatch(r'(?:[^"\\]|\\["\\n])*', label), label
    return html.unescape(re.sub(r"\\(.)", lambda code: code[1], label))


words = st.one_of(st.text(), st.sampled_from(EVIL), st.text(alphabet='"\\[]{}()<>|&#;%`-=\n\r\u2028x '))


@pytest.mark.parametrize("shape", ["mermaid", "dot"])
@given(principal=words, proxy=words, source=words)
def test_no_word_of_an_article_changes_the_drawing_and_all_read_as_themselves(
    shape: str, principal: str, proxy: str, source: str
) -> None:
    text = drawn(shape, made(principal, proxy, source))
    nobody = not clean_line(source)
    assert skeleton(shape, text) == skeleton(shape, drawn(shape, made("Keldon", "River Guard", "Tomas Rehn")))
    read = {"mermaid": read_mermaid, "dot": read_dot}[shape]
    labels = [read(label) for label in QUOTED[shape].findall(text)]
    assert labels[0] == (clean_line(principal) or "?")
    assert labels[1] == (clean_line(proxy) or "?")
    told = "no source named" if nobody else f"said by {clean_line(source)}"
    assert labels[4].endswith(told)


@pytest.mark.parametrize("shape", ["mermaid", "dot"])
@pytest.mark.parametrize("evil", EVIL)
def test_a_hostile_name_is_no_directive_no_html_no_link_and_no_line_of_its_own(shape: str, evil: str) -> None:
    tame, text = drawn(shape, made("Keldon", "River Guard", "Tomas Rehn")), drawn(shape, made(evil, evil, evil))
    assert len(text.splitlines()) == len(tame.splitlines())
    if shape == "mermaid":
        assert not set("<{`$\\") & set(text)
        assert "%%{" not in text
    else:
        assert "&lt;" not in text.replace("&amp;", "")

"""What the panels show of an article's findings, at several widths."""

from __future__ import annotations

import msgspec
import pytest
from rich.cells import cell_len
from sample import TEXT, article, briefing

from briefing.findings import Actor, Briefing, Event, Evidence, Mention, Pipeline, ProxyRelation
from briefing.tui.glyphs import ASCII, UTF8
from briefing.tui.widgets.actors_panel import ActorsPanel
from briefing.tui.widgets.claims_panel import ClaimsPanel
from briefing.tui.widgets.history_panel import HistoryPanel
from briefing.tui.widgets.panel import Panel
from briefing.tui.widgets.proxies_panel import ProxiesPanel
from briefing.tui.widgets.quotes_panel import QuotesPanel
from briefing.tui.widgets.row import Row

PANELS: list[type[Panel]] = [ActorsPanel, QuotesPanel, HistoryPanel, ProxiesPanel, ClaimsPanel]


def lines_of(rows: list[Row]) -> list[str]:
    return ["".join(piece.text for piece in line).rstrip() for row in rows for line in row.lines]


def drawn(kind: type[Panel], width: int = 60, found: Briefing | None = None) -> list[str]:
    panel = kind()
    return lines_of(list(panel.rows_of(_shown(panel, found or briefing()), width)))


def rows(kind: type[Panel], found: Briefing | None = None, width: int = 60) -> list[Row]:
    panel = kind()
    return list(panel.rows_of(_shown(panel, found or briefing()), width))


def _shown(panel: Panel, found: Briefing) -> Briefing:
    panel.show(found)
    return found


@pytest.mark.parametrize("kind", PANELS)
@pytest.mark.parametrize("width", [12, 20, 33, 41, 60, 118])
def test_no_line_is_wider_than_the_panel_and_no_width_loses_a_row(kind: type[Panel], width: int) -> None:
    found = rows(kind, width=width)
    assert max(cell_len(line) for line in lines_of(found)) <= width
    assert [row.finding for row in found] == [row.finding for row in rows(kind)]


@pytest.mark.parametrize("kind", PANELS)
def test_every_row_that_can_be_current_leads_to_words_of_the_article(kind: type[Panel]) -> None:
    for row in rows(kind):
        if row.choosable:
            assert row.places
            assert all(TEXT[span.start : span.end].strip() for place in row.places for span in place)


@pytest.mark.parametrize("kind", PANELS)
def test_without_utf_8_only_ascii_is_drawn_around_the_articles_words(kind: type[Panel]) -> None:
    own = "".join(lines_of([*_ascii(kind)]))
    assert not set("▁█│─├└●○▲⋮…★¶·→") & set(own)


def _ascii(kind: type[Panel]) -> list[Row]:
    panel = kind(glyphs=ASCII)
    return list(panel.rows_of(_shown(panel, briefing()), 40))


@pytest.mark.parametrize(
    ("kind", "heading"),
    [
        (ActorsPanel, "Actors 6"),
        (QuotesPanel, "Quotes 5"),
        (HistoryPanel, "History 5"),
        (ProxiesPanel, "Proxies 1"),
        (ClaimsPanel, "Claims 7"),
    ],
)
def test_the_title_carries_the_count_once_there_is_one(kind: type[Panel], heading: str) -> None:
    panel = kind()
    assert panel.heading == heading.split()[0]
    panel.show(briefing())
    assert panel.heading == heading
    panel.clear()
    assert panel.heading == heading.split()[0]


def test_actors_stand_by_number_of_mentions_and_places_last() -> None:
    names = [row.finding.name for row in rows(ActorsPanel) if isinstance(row.finding, Actor)]
    assert names == ["Keldon", "Mara Lindqvist", "Varnia", "River Guard", "Tomas Rehn", "Sel"]
    assert drawn(ActorsPanel)[-2] == "Places"


def test_an_actors_line_tells_role_count_and_where() -> None:
    line = next(line for line in drawn(ActorsPanel) if line.startswith("Mara Lindqvist"))
    assert line.split()[2:4] == ["President", "3"]
    assert cell_len(line.split()[-1]) == 10
    assert set(line.split()[-1]) <= set(UTF8.levels)


def test_a_role_without_room_moves_below_the_name() -> None:
    shown = drawn(ActorsPanel, 34)
    below = shown[next(number for number, line in enumerate(shown) if line.startswith("Tomas Rehn")) + 1]
    assert below == "  Keldon’s foreign minister"


def test_quotes_stand_under_their_speakers_and_those_of_nobody_last() -> None:
    shown = drawn(QuotesPanel)
    order = [next(n for n, line in enumerate(shown) if line.startswith(name)) for name in ("Mara", "Tomas", "Nobody")]
    assert order == sorted(order)
    assert shown[0] == f"Mara Lindqvist  President{'2':>35}"
    assert shown[2] == f"“” We will not wait for Keldon,{'¶1':>29}"
    assert "   Varnian officials" in shown


def test_an_unsure_quote_is_marked_by_more_than_its_colour() -> None:
    line = next(line for line in drawn(QuotesPanel, 80) if "were trained in" in line)
    assert line.endswith("? ¶4")


def test_beliefs_follow_in_their_own_section_and_do_not_count() -> None:
    shown = drawn(QuotesPanel)
    heading = next(number for number, line in enumerate(shown) if line.startswith("Beliefs and assessments"))
    assert "the dispute may end by summer" in shown[heading + 2]


def test_the_timeline_shows_distance_publication_and_what_is_to_come() -> None:
    shown = drawn(HistoryPanel, 70)
    text = "\n".join(shown)
    years = [shown.index(next(line for line in shown if line.startswith(year))) for year in ("1961", "2019")]
    assert sum("⋮" in line for line in shown[years[0] : years[1]]) == 3
    assert "58 years" in text
    assert "▲  published 12 Mar 2031" in text
    assert text.index("published 12 Mar") < text.index("to come: The two governments")
    assert shown[-3:-1] == ["", "Undated"]
    assert shown[-1].startswith("  Talks broke down")


def test_the_axis_runs_in_one_column() -> None:
    shown = drawn(HistoryPanel, 70)
    shown = shown[: shown.index("")]
    columns = {line.index(glyph) for line in shown for glyph in "●○▲⋮│" if glyph in line}
    assert len(columns) == 1


def test_an_event_told_twice_leads_to_both_places() -> None:
    told = next(row for row in rows(HistoryPanel) if len(row.places) == 2)
    assert [TEXT[place[0].start : place[0].end][-10:] for place in told.places] == ["on Tuesday", "hat a gift"]
    assert any("¶1 ¶5" in "".join(piece.text for piece in line) for line in told.lines)


def test_without_a_publication_date_the_reader_is_told_what_to_do() -> None:
    undated = msgspec.structs.replace(article(), published=None)
    text = " ".join(" ".join(drawn(HistoryPanel, 70, msgspec.structs.replace(briefing(), article=undated))).split())
    assert "d sets the date of publication" in text
    assert "published" not in text
    shown = drawn(HistoryPanel, 70, msgspec.structs.replace(briefing(), article=undated))
    note = shown.index("Undated") + 1
    assert shown[note].startswith("d sets the date of publication")
    assert shown[note + 2].startswith("  Talks broke down"), "the note stands above what it is about"


def test_the_undated_stand_in_the_order_of_the_text() -> None:
    bare = tuple(msgspec.structs.replace(event, date=None) for event in briefing().history)
    found = rows(HistoryPanel, msgspec.structs.replace(briefing(), history=bare))
    events = [row.finding for row in found if isinstance(row.finding, Event)]
    assert [event.id for event in events] == ["e1", "e2", "e3", "e4", "e5"]
    assert [event.start for event in events] == sorted(event.start for event in events)
    assert "published" not in " ".join(lines_of(found))


def test_with_a_publication_date_the_undated_need_no_note() -> None:
    assert "sets the date" not in " ".join(drawn(HistoryPanel))


def test_relations_of_one_pair_are_one_branch_with_all_evidence() -> None:
    branch = next(row for row in rows(ProxiesPanel) if len(row.places) == 2)
    shown = lines_of([branch])
    assert shown[0].startswith("└─ River Guard  arms, trains")
    assert shown[0].endswith("¶2 ¶4")
    assert shown[1:] == ["      ¶2 said by Varnian officials", "      ¶4 said by people who know them"]


def test_what_is_denied_stands_apart() -> None:
    shown = drawn(ProxiesPanel)
    assert shown[shown.index("Denied") + 2 :] == [
        f"└─ River Guard  not: directs  denied by Tomas Rehn{'¶3':>10}",
    ]
    narrow = drawn(ProxiesPanel, 30)
    assert narrow[narrow.index("Denied") + 2 :] == [
        f"└─ River Guard{'¶3':>16}",
        "      not: directs",
        "      denied by Tomas Rehn",
    ]


def one_relation(name: str, *evidence: Evidence) -> Briefing:
    militia = Actor("m", name, "group", mentions=(Mention(0, 5, "name"),))
    relation = ProxyRelation("r", "keldon", "m", "backs", evidence)
    actors = (*briefing().actors, militia)
    return msgspec.structs.replace(briefing(), actors=actors, proxies=(relation,), denied_proxies=())


def test_what_the_article_asserts_is_told_from_what_somebody_says() -> None:
    shown = drawn(ProxiesPanel, 60, one_relation("the militia", Evidence(0, 5, 1)))
    assert shown[1:] == [f"└─ the militia  backs  asserted{'¶1':>29}"]
    shown = drawn(ProxiesPanel, 60, one_relation("the militia", Evidence(0, 5, 1), Evidence(9, 12, 4, "q4")))
    assert shown[1:] == [
        f"└─ the militia  backs{'¶1 ¶4':>39}",
        "      ¶1 asserted",
        "      ¶4 said by Tomas Rehn",
    ]


def test_paragraphs_without_room_are_counted() -> None:
    everywhere = tuple(Evidence(n * 10, n * 10 + 5, n) for n in range(1, 21))
    assert drawn(ProxiesPanel, 40, one_relation("the militia", *everywhere))[1].endswith(" 20 ¶")


def test_a_collective_with_a_long_name_is_told_in_full() -> None:
    found = one_relation("militia groups of the northern coast", Evidence(0, 5, 1))
    assert drawn(ProxiesPanel, 30, found)[1:] == [
        f"└─ militia groups of the{'¶1':>6}",
        "      northern coast",
        "      backs  asserted",
    ]


def test_a_proxy_with_proxies_of_its_own_and_a_circle_are_drawn_once() -> None:
    def actor(name: str) -> Actor:
        return Actor(name, name, "group", mentions=(Mention(0, 5, "name"),))

    def relation(principal: str, proxy: str) -> ProxyRelation:
        return ProxyRelation(f"{principal}-{proxy}", principal, proxy, "backs", (Evidence(0, 5, 1),))

    found = Briefing(
        article=article(),
        pipeline=Pipeline("by-hand", "1"),
        actors=tuple(actor(name) for name in "ABCXY"),
        proxies=(relation("A", "B"), relation("B", "C"), relation("X", "Y"), relation("Y", "X")),
    )
    names = [line.split("  backs")[0].rstrip() for line in drawn(ProxiesPanel, 40, found)]
    assert names == ["A", "└─ B", "   └─ C", "X", "└─ Y", "   └─ X"]


def test_a_claim_tells_paragraph_speaker_and_certainty() -> None:
    shown = drawn(ClaimsPanel, 40)
    assert shown[0] == f"¶1 Mara Lindqvist{'reported':>23}"
    assert shown[1] == "   the port of Sel would reopen within"
    assert f"¶2 The Coast Courier{'asserted':>20}" in shown, "what nobody else says is the article's own"
    assert f"¶2 Varnian officials{'reported':>20}" in shown, "a source that is no actor is called as in the text"
    assert any(line.split() == ["¶3", "Tomas", "Rehn", "denied"] for line in shown)


def test_a_claim_names_whom_its_pronoun_means() -> None:
    found = briefing()
    claim = found.claims[0]
    words = TEXT[claim.start : claim.end].split()
    start = claim.start + TEXT[claim.start : claim.end].index(words[0])
    text = TEXT[:start] + "She".ljust(len(words[0]))[: len(words[0])] + TEXT[start + len(words[0]) :]
    she = Actor("she", "Ann Lee", "person", mentions=(Mention(start, start + 3, "pronoun"),))
    told = msgspec.structs.replace(
        found, article=msgspec.structs.replace(found.article, text=text), actors=(*found.actors, she)
    )
    assert len(words[0]) >= 3
    assert any("She [Ann Lee]" in line for line in drawn(ClaimsPanel, found=told))


def test_what_could_be_markup_or_a_control_sequence_is_shown_as_plain_words() -> None:
    bad = Actor("x", "[b]Acme\x1b[31m[/b]", "organization", mentions=(Mention(0, 5, "name"),))
    shown = drawn(ActorsPanel, 60, msgspec.structs.replace(briefing(), actors=(bad,)))
    assert shown[0].startswith("[b]Acme\ufffd[31m[/b]")


@pytest.mark.parametrize("kind", PANELS)
def test_an_article_without_findings_gets_one_honest_line(kind: type[Panel]) -> None:
    panel = kind()
    panel.show(Briefing(article=article(), pipeline=Pipeline("by-hand", "1")))
    assert lines_of(list(panel.rows_for(60))) == [panel.EMPTY]
    assert panel.current is None

"""Plain text: what is body, what is headline, byline, date, address or source."""

import textwrap
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.article import Article
from briefing.clean import clean, unify_breaks
from briefing.errors import UnreadableError
from briefing.readers import read, read_bytes
from briefing.readers.text import read as read_decoded

FIRST = "The minister, Anna Novak, said on Friday that talks with Hungary had stalled over the price of gas."
SECOND = "“We will try again,” she told reporters in the capital, adding that a date had been agreed upon."
THIRD = "The two states have quarrelled over the river for years, and a court in The Hague is to decide in May."
SEED = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))[0]


def of(text: str) -> Article:
    return read_bytes(text.encode())


def bodies(article: Article) -> list[str]:
    return [" ".join(article.text[p.start : p.end].split()) for p in article.paragraphs]


def test_a_line_is_a_paragraph_where_no_blank_lines_are() -> None:
    article = of(f"{FIRST}\n{SECOND}\n{THIRD}")
    assert bodies(article) == [FIRST, SECOND, THIRD]
    assert article.title is None


def test_blank_lines_part_paragraphs() -> None:
    assert bodies(of(f"{FIRST}\n\n{SECOND}\n \t\n\n{THIRD}\n")) == [FIRST, SECOND, THIRD]


def test_lines_and_blank_lines_mixed_are_all_paragraphs() -> None:
    long = " ".join([THIRD] * 3)
    assert bodies(of(f"{FIRST}\n{long}\n\n{SECOND}\n{long}")) == [FIRST, long, SECOND, long]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    wrapped = "\n\n".join(textwrap.fill(p, 66) for p in (FIRST, SECOND, THIRD))
    article = of(wrapped)
    assert bodies(article) == [FIRST, SECOND, THIRD]
    assert article.text == wrapped, "the text itself stays as it is"


@given(st.integers(40, 100))
def test_text_wrapped_at_any_width_reads_the_same(width: int) -> None:
    paragraphs = [f"{FIRST} {SECOND}", f"{SECOND} {THIRD}", f"{THIRD} {FIRST}"]
    assert bodies(of("\n\n".join(textwrap.fill(p, width, break_on_hyphens=False) for p in paragraphs))) == paragraphs


def test_wrapped_paragraphs_without_blank_lines_end_at_a_short_line() -> None:
    paragraphs = [f"{FIRST} {SECOND} Short end.", f"{THIRD} {FIRST} Another."]
    assert bodies(of("\n".join(textwrap.fill(p, 60) for p in paragraphs))) == paragraphs


def test_items_of_a_list_are_paragraphs_of_their_own_and_keep_their_hanging_lines() -> None:
    text = (
        "The ministers agreed on the following points after a long night of talks\nin the capital, officials said:\n\n"
        "- The border stays open to lorries that carry food and other goods that\n  the towns on both sides need.\n"
        "- The bridge is closed.\n"
    )
    assert bodies(of(text))[1:] == [
        "- The border stays open to lorries that carry food and other goods that the towns on both sides need.",
        "- The bridge is closed.",
    ]


@pytest.mark.parametrize(
    "headline",
    [
        "Talks with Hungary stall",
        "Talks With Hungary Stall as Ministers Leave the Table.",
        "Talks slash prospect for cheaper gas.",
        "Will the talks go on?",
        "Minister: ‘We were never asked’",
        "5 things to know about the talks",
    ],
)
def test_a_headline_is_the_title_and_not_a_paragraph(headline: str) -> None:
    article = of(f"{headline}\n\n{FIRST}\n\n{SECOND}\n")
    assert (article.title, bodies(article)) == (headline, [FIRST, SECOND])
    span = article.headline()
    assert span is not None
    assert article.slice(span) == headline


@pytest.mark.parametrize(
    "lead",
    [
        "The minister said on Friday that the talks had stalled.",
        "PARIS — Talks about gas have stalled.",
        "A man was arrested in the capital on Monday.",
        "“We will try again,” the minister said.",
        "The talks have the minister and the court worried.",
    ],
)
def test_a_short_first_sentence_is_no_headline(lead: str) -> None:
    article = of(f"{lead}\n\n{FIRST}\n\n{SECOND}\n")
    assert (article.title, bodies(article)[0]) == (None, lead)


def test_the_name_of_a_section_above_the_headline_is_not_the_title() -> None:
    article = of(f"WORLD\n\nTalks with Hungary stall\n\n{FIRST}\n\n{SECOND}")
    assert (article.title, bodies(article)) == ("Talks with Hungary stall", [FIRST, SECOND])


def test_a_date_below_the_standfirst_is_the_article_s() -> None:
    standfirst = "The minister says that nobody has an answer; the court is asked for one"
    article = of(
        f"Talks with Hungary stall\n\n{standfirst}\n\nJane Doe in Paris\n\nTue 14 Mar 2023 10.22 GMT\n\n{FIRST}"
    )
    assert (article.published, bodies(article)) == (date(2023, 3, 14), [standfirst, FIRST])


def test_a_date_between_paragraphs_is_not_the_article_s() -> None:
    assert of(f"Talks with Hungary stall\n\n{FIRST}\n\n{SECOND}\n\n14 March 2023\n\n{FIRST}").published is None


@pytest.mark.parametrize("name", ["JANE DOE", "ALI BIN OMAR", "WORLD NEWS"])
def test_a_bare_name_in_capitals_is_no_title(name: str) -> None:
    assert (of(f"{name}\n\n{FIRST}\n\n{SECOND}").title, of(f"{name}\n\n{FIRST}\n\n{SECOND}").headline()) == (None, None)
    below = of(f"{name}\n\nTalks with Hungary stall\n\n{FIRST}\n\n{SECOND}")
    assert (below.title, bodies(below)) == ("Talks with Hungary stall", [FIRST, SECOND])


def test_a_short_headline_in_capitals_is_the_title() -> None:
    article = of(f"HUNGARY TALKS STALL\n\n{FIRST}\n\n{SECOND}")
    assert (article.title, bodies(article)) == ("HUNGARY TALKS STALL", [FIRST, SECOND])


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE", "JANE DOE"),
        ("By Jane Doe and Ali bin Omar, Reuters", "Jane Doe and Ali bin Omar, Reuters"),
        ("Jane Doe | Reuters", "Jane Doe | Reuters"),
        ("Written by Jane Doe | Mumbai |", "Jane Doe | Mumbai"),
        ("Author: Jane Doe", "Jane Doe"),
        ("BYLINE: Jane Doe.", "Jane Doe"),
        ("By Martin Luther King Jr.", "Martin Luther King Jr."),
    ],
)
def test_a_byline_is_kept_and_is_no_paragraph(line: str, byline: str) -> None:
    article = of(f"Talks with Hungary stall\n{line}\n\n{FIRST}\n\n{SECOND}")
    assert (article.title, article.byline, bodies(article)) == ("Talks with Hungary stall", byline, [FIRST, SECOND])


@pytest.mark.parametrize(
    "sentence",
    [
        "By July 2013, both ferries had new names.",
        "By three votes, members also chose the older of two harbours.",
        "By Friday the talks in the capital had ended.",
    ],
)
def test_a_sentence_that_begins_with_by_is_a_paragraph(sentence: str) -> None:
    article = of(f"{FIRST}\n\n{sentence}\n\n{SECOND}")
    assert article.byline is None
    assert sentence in bodies(article)


@pytest.mark.parametrize(
    "line",
    [
        "Published: 3 March 2024",
        "March 3, 2024",
        "2024-03-03",
        "Sunday, 3rd March 2024, 10:15 GMT",
        "Published on March 3, 2024 at 5:00 PM EST",
        "Date: 2024-03-03T10:15:00Z",
        "3 Mar. 2024",
        "Last updated 03.03.2024 10:15",
    ],
)
def test_a_line_with_the_date_dates_the_article(line: str) -> None:
    article = of(f"Talks with Hungary stall\n{line}\n\n{FIRST}\n\n{SECOND}")
    assert (article.published, bodies(article)) == (date(2024, 3, 3), [FIRST, SECOND])


def test_the_first_publication_outranks_an_update() -> None:
    article = of(f"Talks stall\nUpdated: 5 March 2024\nPublished: 3 March 2024\n\n{FIRST}\n\n{SECOND}")
    assert article.published == date(2024, 3, 3)


@pytest.mark.parametrize("line", ["03/04/2024", "March 2024", "2024-02-31"])
def test_a_date_that_is_ambiguous_or_wrong_is_not_guessed(line: str) -> None:
    assert of(f"Talks stall\n{line}\n\n{FIRST}\n\n{SECOND}").published is None


def test_a_byline_may_carry_the_date() -> None:
    article = of(f"Talks with Hungary stall\nJane Doe | Reuters | 28 October 2023\n\n{FIRST}\n\n{SECOND}")
    assert (article.byline, article.published) == ("Jane Doe | Reuters", date(2023, 10, 28))


@pytest.mark.parametrize(
    ("url", "published"),
    [
        ("https://news.example.com/2022/07/19/talks-stall", date(2022, 7, 19)),
        ("https://news.example.com/2022/7/9/talks", date(2022, 7, 9)),
        ("https://www.example.com/world/2022/jul/19/talks", date(2022, 7, 19)),
        ("https://example.net/news/2022-07-31/talks/101286118", date(2022, 7, 31)),
        ("https://example.net/stories/20220726-talks.html", date(2022, 7, 26)),
        ("https://example.net/stories/202207260416.html", date(2022, 7, 26)),
        ("https://example.net/article/23/07/2022/talks", date(2022, 7, 23)),
        ("https://example.net/view.php?ud=20220717000101&np=9", date(2022, 7, 17)),
        ("https://example.net/article/03/04/2022/talks", None),
        ("https://example.net/2022/07/talks", None),
        ("https://[broken/2022/07/19/x", None),
        ("https://example.net/article/623385/talks", None),
        ("https://example.net/2022/13/45/talks", None),
    ],
)
def test_a_bare_address_is_kept_and_may_date_the_article(url: str, published: date | None) -> None:
    article = of(f"{url}\n\n{FIRST}\n\n{SECOND}")
    assert (article.url, article.published, bodies(article)) == (url, published, [FIRST, SECOND])


def test_an_agencys_dateline_with_the_year_dates_the_article_and_stays_in_the_body() -> None:
    first = "PORT ELLEN, Norland, May 14 2021 (XNA) - " + FIRST
    article = of(f"{first}\n\n{SECOND}")
    assert (article.published, bodies(article)[0]) == (date(2021, 5, 14), first)


def test_a_headline_that_begins_with_source_names_no_publisher() -> None:
    article = of(f"Source: Minister used private email at work\n\n{FIRST}\n\n{SECOND}")
    assert (article.title, article.publisher) == ("Source: Minister used private email at work", None)


def test_a_closing_source_line_names_the_publisher() -> None:
    article = of(f"{FIRST}\n{SECOND}\nSource: The Daily Planet")
    assert (article.publisher, bodies(article)) == ("The Daily Planet", [FIRST, SECOND])


@pytest.mark.parametrize(
    "credit",
    [
        "Getty.",
        "Scott Olson via Getty Images.",
        "John Moore/Getty Images",
        "Photo: Bloomberg",
        "(Photo by Jane Doe/AFP)",
        "© Jane Doe",
    ],
)
def test_photo_credits_are_no_paragraphs(credit: str) -> None:
    assert bodies(of(f"{FIRST}\n\n{credit}\n\n{SECOND}")) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "promotion",
    [
        "Also Read: Court seeks the firms’ reply on health cover",
        "READ MORE: Five towns that lost their trains",
        "Related story | Trains return to the valley",
        "Watch: Mayor opens the new bridge",
    ],
)
def test_headlines_of_other_articles_are_no_paragraphs(promotion: str) -> None:
    assert bodies(of(f"{FIRST}\n\n{promotion}\n\n{SECOND}")) == [FIRST, SECOND]


@pytest.mark.parametrize("prose", ["Listen: we have to talk about the trains.", "Read the letter: it says it all."])
def test_sentences_that_begin_like_promotions_are_paragraphs(prose: str) -> None:
    assert bodies(of(f"{FIRST}\n\n{prose}\n\n{SECOND}")) == [FIRST, prose, SECOND]


def test_a_caption_that_ends_with_its_credit_is_no_paragraph() -> None:
    caption = "Houses and the skyline of the capital seen from the harbour wall. Photo: Reuters"
    assert bodies(of(f"{FIRST}\n\n{caption}\n\n{SECOND}")) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "sentence", ["The image shocked many in the capital.", "Photos of the talks were leaked, she said."]
)
def test_a_sentence_about_pictures_is_a_paragraph(sentence: str) -> None:
    assert sentence in bodies(of(f"{FIRST}\n\n{sentence}\n\n{SECOND}"))


def test_section_labels_and_rules_are_no_paragraphs() -> None:
    assert bodies(of(f"{FIRST}\n\nA river and two states\n\n{SECOND}\n\n* * *\n\n{THIRD}")) == [FIRST, SECOND, THIRD]


def test_short_lines_that_introduce_or_list_stay_in_the_body() -> None:
    text = f"{FIRST}\n\nShe named three towns:\n\nHorn\n\nRetz\n\nLaa\n\n{SECOND}\n\nOnly one stayed."
    assert bodies(of(text)) == [FIRST, "She named three towns:", "Horn", "Retz", SECOND, "Only one stayed."]


def test_mail_headers_fill_what_they_name() -> None:
    article = of(
        f"Subject: Talks stall\nFrom: desk@example.org\nDate: 3 March 2024\nURL: https://example.org/x\n\n{FIRST}\n\n{SECOND}"
    )
    assert (article.title, article.published, article.url) == ("Talks stall", date(2024, 3, 3), "https://example.org/x")
    assert bodies(article) == [FIRST, SECOND]


def test_form_feeds_part_paragraphs_and_are_replaced_in_the_text() -> None:
    article = of(f"{FIRST}\f{SECOND}")
    assert bodies(article) == [FIRST, SECOND]
    assert article.text == f"{FIRST}\ufffd{SECOND}"


@pytest.mark.parametrize("text", ["Hello", "THE MINISTER SAID SO.\n\nNOBODY BELIEVED IT.", "a\nb\nc", "Source: X"])
def test_whatever_holds_words_has_a_body(text: str) -> None:
    assert bodies(of(text))


@pytest.mark.parametrize("data", [b"", b" \n\t\n ", b"\xef\xbb\xbf", "“”‘’ — …".encode(), "\u200b\u200b".encode()])
def test_a_text_without_words_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"is empty|holds no text"):
        read_bytes(data, name="x.txt")


@given(st.text(st.characters(codec="utf-8"), max_size=400))
def test_the_text_is_the_decoded_file_cleaned_one_for_one(text: str) -> None:
    decoded = "word " + text
    assert read_decoded(decoded, "x").text == clean(unify_breaks(decoded))


def test_the_sample_has_no_headline_a_publisher_and_a_paragraph_a_line() -> None:
    article = read(str(SEED))
    assert article.title is None
    assert article.publisher
    assert len(article.paragraphs) == len(SEED.read_text("utf-8").splitlines()) - 1


def test_a_given_date_replaces_what_the_text_says() -> None:
    article = read_bytes(f"Talks stall\n2024-03-03\n\n{FIRST}".encode(), published=date(2020, 1, 2))
    assert (article.title, article.published) == ("Talks stall", date(2020, 1, 2))

"""Time expressions of news prose: which words they are, and the days that they come to."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.extract import dates, times
from briefing.extract.dates import resolve
from briefing.extract.time_values import Narrative, Weekday
from briefing.findings import EventDate

SATURDAY = date(2023, 10, 28)

# (text, words of the expression, future tense, "earliest..latest precision" or None), published Saturday 28 October 2023
TABLE = [
    # days
    ("The talks began on 2023-05-04 in Oslo.", "2023-05-04", False, "2023-05-04 day"),
    ("He was born on March 3, 1961, in Lagos.", "March 3, 1961", False, "1961-03-03 day"),
    ("He was born on 3 March 1961 in Lagos.", "3 March 1961", False, "1961-03-03 day"),
    ("She resigned on the 3rd of March, 2019.", "the 3rd of March, 2019", False, "2019-03-03 day"),
    ("The verdict came on Tuesday, June 12, 2018.", "Tuesday, June 12, 2018", False, "2018-06-12 day"),
    ("Hamas’ Oct. 7 attack changed that.", "Oct. 7", False, "2023-10-07 day"),
    ("They met on 3 March.", "3 March", False, "2023-03-03 day"),
    ("They met on December 3.", "December 3", False, "2022-12-03 day"),
    ("They will meet on December 3.", "December 3", True, "2023-12-03 day"),
    ("They will meet on Feb. 2.", "Feb. 2", True, "2024-02-02 day"),
    ("The attack on Oct 7th killed many.", "Oct 7th", False, "2023-10-07 day"),
    ("The festival ran from March 3-5.", "March 3-5", False, "2023-03-03..2023-03-05 day"),
    ("The summit was held June 28 to July 2, 2016, in Rome.", "June 28 to July 2, 2016", False, "2016-06-28..2016-07-02 day"),
    ("The fair takes place 3rd & 4th May 2021.", "3rd & 4th May 2021", False, "2021-05-03..2021-05-04 day"),
    ("It rang eight times between May 9, 2011 and June 2, 2012.", "May 9, 2011 and June 2, 2012", False,
     "2011-05-09..2012-06-02 day"),
    ("She sang from March 2, 2014, until April 9, 2015.", "March 2, 2014, until April 9, 2015", False,
     "2014-03-02..2015-04-09 day"),
    ("They sang it between the 1930s and 1960s.", "the 1930s and 1960s", False, "1930-01-01..1969-12-31 decade"),
    ("Until last July 12 they sold bread.", "last July 12", False, "2023-07-12 day"),
    ("The May 2 and June 9 concerts drew crowds.", "May 2", False, "2023-05-02 day"),
    ("It rained between March 3 and April 5.", "March 3 and April 5", False, "2023-03-03..2023-04-05 day"),
    ("He won the fairs in March and July, she said.", "March and July", False, None),
    ("They sang it between about 1991 and 1995.", "1991 and 1995", False, "1991-01-01..1995-12-31 year"),
    ("Monks sang it around the 14th and 15th centuries.", "the 14th and 15th centuries", False, "1301-01-01..1500-12-31 century"),
    ("It had to close in 2011.", "2011", False, "2011-01-01..2011-12-31 year"),
    ("The office opened on 13/05/2021.", "13/05/2021", False, "2021-05-13 day"),
    ("The office opened on 05/06/2021.", "05/06/2021", False, "2021-01-01..2021-12-31 year"),
    ("The deal was due on February 30, 2020.", None, False, None),
    ("On Monday, September 4, teachers walked out.", "Monday, September 4", False, "2023-09-04 day"),
    ("He left office on January 20 of last year.", "January 20 of last year", False, "2022-01-20 day"),
    # months
    ("the targeted assassination in January 2020 of the head", "January 2020", False, "2020-01-01..2020-01-31 month"),
    ("He was elected in Sept. 2013.", "Sept. 2013", False, "2013-09-01..2013-09-30 month"),
    ("The rules took effect in early March 2021.", "early March 2021", False, "2021-03-01..2021-03-31 month"),
    ("The law was passed in September.", "September", False, "2023-09-01..2023-09-30 month"),
    ("The law was passed in November.", "November", False, "2022-11-01..2022-11-30 month"),
    ("The law will be passed in November.", "November", True, "2023-11-01..2023-11-30 month"),
    ("Fighting has gone on since October.", "October", False, "2023-10-01..2023-10-31 month"),
    ("Voters turned out for the November election.", "November", None, "2023-11-01..2023-11-30 month"),
    ("Between June and August 2019 rain fell.", "June and August 2019", False, "2019-06-01..2019-08-31 month"),
    ("It happened in March of 2004.", "March of 2004", False, "2004-03-01..2004-03-31 month"),
    ("Last March, the company moved.", "Last March", False, "2023-03-01..2023-03-31 month"),
    ("It opens next April.", "next April", True, "2024-04-01..2024-04-30 month"),
    ("The mill was closed last year in May.", "last year in May", False, "2022-05-01..2022-05-31 month"),
    ("She sang at March’s 2014 Fair.", "March’s 2014", False, "2014-03-01..2014-03-31 month"),
    ("He sailed some months back to rest.", "some months back", False, None),
    ("It stays open to the end of this year 2021.", "the end of this year 2021", True, "2021-01-01..2021-12-31 year"),
    ("The plan was agreed in March last year.", "March last year", False, "2022-03-01..2022-03-31 month"),
    ("Sales from December 2021 to February 2022 fell.", "December 2021 to February 2022", False,
     "2021-12-01..2022-02-28 month"),
    ("He may resign, and they march on.", None, False, None),
    # seasons, quarters, halves
    ("Russia annexed Crimea in the spring of 2014.", "the spring of 2014", False, "2014-03-01..2014-05-31 season"),
    ("They married in winter 2010.", "winter 2010", False, "2010-12-01..2011-02-28 season"),
    ("Last summer, fires raged.", "Last summer", False, "2023-06-01..2023-08-31 season"),
    ("The games come next summer.", "next summer", True, "2024-06-01..2024-08-31 season"),
    ("Profit rose in the third quarter of 2022.", "the third quarter of 2022", False, "2022-07-01..2022-09-30 quarter"),
    ("Profit rose in Q3 2022.", "Q3 2022", False, "2022-07-01..2022-09-30 quarter"),
    ("Exports fell in the first half of 2020.", "the first half of 2020", False, "2020-01-01..2020-06-30 season"),
    ("Exports fell in the second quarter of this year.", "the second quarter of this year", False, "2023-04-01..2023-06-30 quarter"),
    ("Revenue grew last quarter.", "last quarter", False, "2023-07-01..2023-09-30 quarter"),
    # years, fiscal years, ranges
    ("both nations have avoided since the Iranian Revolution in 1979", "1979", False, "1979-01-01..1979-12-31 year"),
    ("Since 1979, the two have not spoken.", "1979", False, "1979-01-01..1979-12-31 year"),
    ("President Barack Obama struck a 2015 nuclear deal with Iran", "2015", False, "2015-01-01..2015-12-31 year"),
    ("The deficit widened in fiscal 2023.", "fiscal 2023", False, "2023-01-01..2023-12-31 year"),
    ("He governed from 2015 to 2018.", "2015 to 2018", False, "2015-01-01..2018-12-31 year"),
    ("Between 1991 and 1995, 140,000 people died.", "1991 and 1995", False, "1991-01-01..1995-12-31 year"),
    ("the Iran-Iraq war of 1980-88", "1980-88", False, "1980-01-01..1988-12-31 year"),
    ("He was president (1976–1983).", "1976–1983", False, "1976-01-01..1983-12-31 year"),
    ("The band broke up in early 2012.", "early 2012", False, "2012-01-01..2012-12-31 year"),
    ("It started in mid-2019.", "mid-2019", False, "2019-01-01..2019-12-31 year"),
    ("By the end of 2024 it will be built.", "the end of 2024", True, "2024-01-01..2024-12-31 year"),
    ("About 2000 people and 1500 troops came.", None, False, None),
    ("In 2000 cases, nobody was charged.", None, False, None),
    ("The UN adopted Resolution 1973 and Agenda 2030.", None, False, None),
    ("It cost $2015 and weighed 1,979 tons.", None, False, None),
    # decades and centuries
    ("In the 1990s, inflation fell.", "the 1990s", False, "1990-01-01..1999-12-31 decade"),
    ("In the late 1980s, the wall fell.", "the late 1980s", False, "1980-01-01..1989-12-31 decade"),
    ("She sang in the ’60s.", "the ’60s", False, "1960-01-01..1969-12-31 decade"),
    ("He was jailed in the seventies.", "the seventies", False, "1970-01-01..1979-12-31 decade"),
    ("The temple was built in the 12th century.", "the 12th century", False, "1101-01-01..1200-12-31 century"),
    ("The city was founded in 300 BC.", "300 BC", False, None),
    # days of the week
    ("The strikes in Syria on Friday were designed", "Friday", False, "2023-10-27 day"),
    ("He died Saturday.", "Saturday", False, "2023-10-28 day"),
    ("He spoke on Sunday.", "Sunday", False, "2023-10-22 day"),
    ("They will meet Monday.", "Monday", True, "2023-10-30 day"),
    ("They will meet next Friday.", "next Friday", True, "2023-11-03 day"),
    ("They met last Wednesday.", "last Wednesday", False, "2023-10-18 day"),
    ("Later Friday, Iran’s proxies launched a drone", "Later Friday", False, "2023-10-27 day"),
    ("Friday’s raid killed two.", "Friday", False, "2023-10-27 day"),
    ("The talks ran from Monday to Wednesday.", "Monday to Wednesday", False, "2023-10-23..2023-10-25 day"),
    ("He arrived late on Thursday night.", "late on Thursday night", False, "2023-10-26 day"),
    ("The market opens on Fridays and every Friday.", None, False, None),
    # told from publication
    ("He resigned yesterday.", "yesterday", False, "2023-10-27 day"),
    ("The court sits today.", "today", None, "2023-10-28 day"),
    ("The vote is tomorrow.", "tomorrow", True, "2023-10-29 day"),
    ("It rained last night.", "last night", False, "2023-10-27 day"),
    ("It rained earlier today.", "earlier today", False, "2023-10-28 day"),
    ("They met last week.", "last week", False, "2023-10-16..2023-10-22 week"),
    ("They met earlier this week.", "earlier this week", False, "2023-10-23..2023-10-28 week"),
    ("Prices rose last month.", "last month", False, "2023-09-01..2023-09-30 month"),
    ("Prices rose earlier this month.", "earlier this month", False, "2023-10-01..2023-10-28 month"),
    ("It will open later this year.", "later this year", True, "2023-10-28..2023-12-31 year"),
    ("It will open next year.", "next year", True, "2024-01-01..2024-12-31 year"),
    ("At the end of last year it closed.", "the end of last year", False, "2022-01-01..2022-12-31 year"),
    ("It was bombed last weekend.", "last weekend", False, "2023-10-21..2023-10-22 day"),
    ("Eight years ago, the accord was being negotiated", "Eight years ago", False, "2015-01-01..2015-12-31 year"),
    ("He left two years ago.", "two years ago", False, "2021-01-01..2021-12-31 year"),
    ("He left three months ago.", "three months ago", False, "2023-07-01..2023-07-31 month"),
    ("He left 10 days ago.", "10 days ago", False, "2023-10-18 day"),
    ("He left a week ago.", "a week ago", False, "2023-10-16..2023-10-22 week"),
    ("He left a year and a half ago.", "a year and a half ago", False, "2022-04-01..2022-04-30 month"),
    ("He left nearly 20 years ago.", "nearly 20 years ago", False, "2003-01-01..2004-12-31 year"),
    ("He left more than two weeks ago.", "more than two weeks ago", False, "2023-10-02..2023-10-15 week"),
    ("It was dug half a century ago.", "half a century ago", False, "1968-01-01..1978-12-31 year"),
    ("He left years ago.", "years ago", False, None),
    ("It fired 20 rockets in the past 24 hours.", "the past 24 hours", False, "2023-10-27..2023-10-28 day"),
    ("Prices fell over the past year.", "the past year", False, "2022-10-28..2023-10-28 year"),
    ("Twelve died in the last three weeks.", "the last three weeks", False, "2023-10-07..2023-10-28 week"),
    ("It will be ready within the next two days.", "the next two days", True, "2023-10-28..2023-10-30 day"),
    ("It will be ready in two weeks’ time.", "in two weeks’ time", True, "2023-11-06..2023-11-12 week"),
    # holidays and days with a name
    ("He died on Christmas Day 1989.", "Christmas Day 1989", False, "1989-12-25 day"),
    ("He died on Christmas Eve.", "Christmas Eve", False, "2022-12-24 day"),
    ("They signed it on Good Friday 1998.", "Good Friday 1998", False, "1998-04-10 day"),
    ("Easter Sunday bombs killed 269 people.", "Easter Sunday", False, "2023-04-09 day"),
    ("Security was tightened after 9/11.", "9/11", False, "2001-09-11 day"),
    ("He fought in World War II.", "World War II", False, "1939-09-01..1945-09-02 year"),
    # told from another event: no date by themselves
    ("After 18 months of negotiations, a final deal seemed on the table", "After 18 months of negotiations", False, None),
    ("A year later, he was dead.", "A year later", False, None),
    ("The next day, tanks rolled in.", "The next day", False, None),
    ("He resigned two days after the attack.", "two days after", False, None),
    # nothing that dates an event
    ("They argued for 18 months.", None, False, None),
    ("The 61-year-old has been ill in recent years, as in the past.", None, False, None),
    ("He works 40 hours a week, twice a year.", None, False, None),
    ("He was jailed for two years.", None, False, None),
]  # fmt: skip


def days(text: str | None) -> EventDate | None:
    if text is None:
        return None
    spread, precision = text.rsplit(" ", 1)
    first, _, last = spread.partition("..")
    return EventDate(date.fromisoformat(first), date.fromisoformat(last or first), precision)  # type: ignore[arg-type]


@pytest.mark.parametrize(("text", "when", "future", "expected"), TABLE, ids=[row[0] for row in TABLE])
def test_an_expression_is_found_and_resolved(
    text: str, when: str | None, future: bool | None, expected: str | None
) -> None:
    found = times.find(text)
    words = [text[t.start : t.end] for t in found]
    assert words[:1] == ([when] if when else [])
    if found:
        assert resolve(found[0].value, SATURDAY, future) == days(expected)


@pytest.mark.parametrize(
    ("text", "value"),
    [("Three days later, he fled.", Narrative("day", 3)), ("Thirty-five years later, he fled.", Narrative("year", 35)), ("He fled the following month.", Narrative("month", 1)),
     ("the previous year", Narrative("year", -1)), ("He fled that day.", Narrative("day", 0))],
)  # fmt: skip
def test_an_expression_counts_from_another_event(text: str, value: Narrative) -> None:
    assert [t.value for t in times.find(text)] == [value]


def test_a_narrative_offset_needs_an_anchor_that_is_precise_enough() -> None:
    day = dates.span("day", date(2020, 2, 29))
    year = dates.span("year", date(2020, 1, 1))
    assert resolve(Narrative("day", 1), None, anchor=day) == dates.span("day", date(2020, 3, 1))
    assert resolve(Narrative("year", 1), None, anchor=day) == dates.span("year", date(2021, 1, 1))
    assert resolve(Narrative("day", 1), None, anchor=year) is None
    assert resolve(Narrative("day", 1), date(2023, 1, 1)) is None


def test_without_a_day_of_publication_only_what_names_its_year_is_dated() -> None:
    [friday] = times.find("He left on Friday.")
    [year] = times.find("He left in 2015.")
    assert resolve(friday.value, None) is None
    assert resolve(year.value, None) == days("2015-01-01..2015-12-31 year")


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(0, 6), st.booleans())
def test_a_weekday_is_within_a_week_on_the_side_of_its_tense(published: date, weekday: int, future: bool) -> None:
    found = resolve(Weekday(weekday), published, future)
    assert found is not None
    assert found.earliest == found.latest
    assert found.earliest.weekday() == weekday
    distance = (found.earliest - published).days
    assert 0 <= distance < 7 if future else -7 < distance <= 0


@given(
    st.text(st.sampled_from("0123456789 -–/.’s") | st.characters(codec="utf-8"), max_size=60), st.sampled_from(TABLE)
)
def test_no_text_breaks_the_grammar(noise: str, row: tuple[str, str | None, bool | None, str | None]) -> None:
    for text in (noise, noise + row[0], row[0] + noise):
        end = 0
        for time in times.find(text):
            assert end <= time.start < time.end <= len(text)
            end = time.end
            resolved = resolve(time.value, SATURDAY)
            assert resolved is None or resolved.earliest <= resolved.latest


@given(st.dates(date(1900, 1, 1), date(2099, 1, 1)))
def test_easter_is_a_sunday_between_22_march_and_25_april(day: date) -> None:
    sunday = dates.easter(day.year)
    assert sunday.weekday() == 6
    assert date(day.year, 3, 22) <= sunday <= date(day.year, 4, 25)

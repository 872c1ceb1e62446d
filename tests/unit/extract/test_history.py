"""History on sentences of many domains: which words are the event, when it was, and who is in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from cast_of import cast_of

from briefing.extract import history
from briefing.extract.relations import Cast
from briefing.findings import Event, EventDate
from briefing.language import Reading

Read = Callable[..., Reading]
SATURDAY = date(2023, 10, 28)
NOBODY = Cast((), {}, {})

# (text, words of time, first day as far as its precision goes, words that the event has, words that it has not)
EVENTS = [
    # the noun phrase is the event
    ("The strikes on two stockpiles in Syria on Friday were carefully designed, aides said.", "Friday", "2023-10-27",
     "The strikes on two stockpiles in Syria", "aides"),
    ("The verdict came after the devastation wrought by Hamas’ Oct. 7 attack.", "Oct. 7", "2023-10-07", "Hamas’ Oct. 7 attack", "by Hamas"),
    ("They have avoided a war since the Iranian Revolution in 1979.", "1979", "1979", "the Iranian Revolution in 1979", ""),
    ("It is the kind of open clash that both nations have avoided since the revolution in 1979.", "1979", "1979",
     "the revolution in 1979", "clash"),
    ("Critics recalled the February 2021 coup.", "February 2021", "2021-02", "the February 2021 coup", "Critics"),
    ("Ahead of Sunday’s election, the candidates traded barbs.", "Sunday", "2023-10-29", "Sunday’s election", "barbs"),
    # the clause is the event
    ("Interior Minister Han Seo-yun on Monday blasted police officers for the delay.", "Monday", "2023-10-23",
     "Han Seo-yun on Monday blasted police officers", ""),
    ("Two managers at a company were on Monday granted a pardon.", "Monday", "2023-10-23", "Two managers at a company were on Monday granted", ""),
    ("The agency in March opened offices in eight towns.", "March", "2023-03", "The agency in March opened offices", ""),
    ("At the end of 2020, prices began their long rise.", "2020", "2020", "prices began their long rise", ""),
    ("President Barack Obama struck a 2015 nuclear deal with Iran.", "2015", "2015", "Barack Obama struck a 2015 nuclear deal with Iran", ""),
    # with its verb of saying, what is said
    ("Kirby told reporters Friday that the strikes were aimed at depots.", "Friday", "2023-10-27",
     "Kirby told reporters Friday that the strikes were aimed at depots", ""),
    ("The rangers said last Friday that, to go by the tracks, the wolf was not hunting when it crossed the road.", "last Friday", "2023-10-20",
     "The rangers said last Friday that, to go by the tracks, the wolf was not hunting", ""),
    ("The mine is flooded, two engineers said Sunday.", "Sunday", "2023-10-22", "The mine is flooded, two engineers said Sunday", ""),
    ("The mayor ordered on Monday, October 23, 2023, to drain the canal.", "Monday, October 23, 2023", "2023-10-23",
     "The mayor ordered on Monday, October 23, 2023, to drain the canal", ""),
    ("Meanwhile, the miller on Monday called for closing the weir.", "Monday", "2023-10-23", "the miller on Monday called for closing the weir", ""),
    ("“The bridge is old. We shall close it.” Weber told the council on Monday.", "Monday", "2023-10-23",
     "We shall close it.” Weber told the council on Monday", "bridge"),
    # a subject and a head noun are there from the beginning
    ("The town faces losses, with a budget gap of nearly 9 million forecast by the end of 2025.", "the end of 2025", "2025", "a budget gap of nearly 9 million forecast", "faces"),
    ("The inspectors did not find records of hidden losses reported by the bank in May 2021.", "May 2021", "2021-05", "records of hidden losses reported by the bank", "inspectors"),
    ("Brandt, a potter, moved to the coast and applied to the guild on May 5, 2014 for a licence.", "May 5, 2014", "2014-05-05",
     "Brandt, a potter, moved to the coast and applied to the guild on May 5, 2014 for a licence", ""),
    ("The tower offers a fine view of the fields to be crossed on foot and is open from 12 November.", "12 November", "2023-11-12", "The tower offers", ""),
    ("Opening the fair on Monday (October 23), the mayor praised the bakers.", "October 23", "2023-10-23",
     "Opening the fair on Monday (October 23), the mayor praised the bakers", ""),
    ("Set to be held in November, the spring fair in Lund gathers bakers.", "November", "2023-11", "Set to be held in November, the spring fair in Lund", ""),
    ("A team began test drillings on Monday to study the ground.", "Monday", "2023-10-23", "A team began test drillings on Monday to study the ground", ""),
    ("It was only on Friday that the miller left the village.", "Friday", "2023-10-27", "It was only on Friday that the miller left the village", ""),
    ("This coming Saturday on the 4th of November the hall will open again.", "This coming Saturday on the 4th of November", "2023-11-04",
     "the hall will open again", ""),
    ("The party lost the vote on a policy of net growth by 2035.", "2035", "2035", "a policy of net growth by 2035", "lost"),
    ("The guild bought a barn that stood empty on Friday, which pleased the mayor.", "Friday", "2023-10-27", "a barn that stood empty on Friday", "pleased"),
    ("On Friday, the guild helped neighbours who had lost their barn.", "Friday", "2023-10-27", "helped neighbours who had lost their barn", ""),
    ("Born in a mill in May 1930, Brandt founded a guild.", "May 1930", "1930-05", "Born in a mill in May 1930, Brandt", ""),
    ("Two bakers took a bus to reach the fair on July 20.", "July 20", "2023-07-20", "Two bakers took a bus to reach the fair on July 20", ""),
    ("The director had been placed under investigation in early 2020.", "early 2020", "2020", "The director had been placed under investigation", ""),
    ("Many have spent this year rebuilding the harbour over which they quarrelled.", "this year", "2023", "the harbour over which they quarrelled", ""),
    ("Apple bought the company in 2014, and its founder left.", "2014", "2014", "Apple bought the company in 2014", "founder"),
    ("The bank, which collapsed in 2008, was sold.", "2008", "2008", "The bank, which collapsed in 2008", "sold"),
    ("Bagheri was in Moscow on Friday for consultations.", "Friday", "2023-10-27", "Bagheri was in Moscow on Friday", ""),
    ("The army seized power in March 1976 and killed thousands.", "March 1976", "1976-03", "The army seized power in March 1976", "killed"),
    ("Prices rose 3 percent last month, the statistics office said.", "last month", "2023-09", "Prices rose 3 percent last month", "office"),
    ("Eight years ago, the accord was being negotiated in Austria.", "Eight years ago", "2015", "the accord was being negotiated in Austria", ""),
    ("She was arrested two weeks ago in Minsk.", "two weeks ago", "2023-10-09", "She was arrested two weeks ago in Minsk", ""),
    ("The company has paid no dividend since 2019.", "2019", "2019", "The company has paid no dividend since 2019", ""),
    ("Later Friday, the militia launched a drone, but nobody was hurt.", "Later Friday", "2023-10-27", "the militia launched a drone", "hurt"),
    ("Founded in 2004, the college trains engineers.", "2004", "2004", "Founded in 2004", ""),
    ("On Wednesday, May 11, he called on them to organize.", "Wednesday, May 11", "2022-05-11", "he called on them", ""),
    ("The temple was built in the 12th century by monks.", "the 12th century", "1101-01-01", "The temple was built", ""),
    ("In the summer of 2014, militants overran Mosul.", "the summer of 2014", "2014-06-01", "militants overran Mosul", ""),
    # tense points ahead
    ("The ministers will meet on Monday in Rome.", "Monday", "2023-10-30", "The ministers will meet on Monday in Rome", ""),
    ("The court is expected to rule in November.", "November", "2023-11", "The court is expected to rule in November", ""),
    ("The vote is scheduled for Thursday.", "Thursday", "2023-11-02", "The vote is scheduled for Thursday", ""),
    ("The factory will open next year, officials said.", "next year", "2024", "The factory will open next year", "officials"),
]  # fmt: skip

UNDATED = [
    ("When Biden came into office, he tried to restore the deal.", "When Biden came into office"),
    ("After 18 months of negotiations, a final deal seemed on the table.", "After 18 months of negotiations"),
    ("The church was closed after the revolution.", "after the revolution"),
    ("He moved to Paris years ago.", "years ago"),
    ("Her concerts after 1994 drew no crowds.", "1994"),
    ("The mill burned before 1870.", "1870"),
    ("Over the next six days, they rowed to Lund.", "the next six days"),
    ("The guild sold few boats in the six months to May.", "May"),
    ("They wrote a song about the Easter Sunday bombings.", "Easter Sunday"),
]

NO_EVENTS = [
    "They argued for 18 months.",
    "The 61-year-old has been ill in recent years.",
    "Nobody knew it in the past.",
    "The market opens every Friday.",
    "The hotel serves a large Sunday buffet.",
    "Sales were 20 percent higher compared to 2019.",
    "About 2000 people live there.",
    "Today, most students are women.",
    "April Jones is an actress.",
    "Today, the old ovens can be seen in a museum.",
    "There is no way to refill the lake by 2030.",
    "Berg is unlikely to row for the club this year.",
    "Everyone knows that this year the harvest is the main worry.",
    "The Water Act of 1974 binds the mills.",
    "The mills are bound by Decree No. 12 of 3 May 1990.",
    "The painter Anna Berg (1990-1995) agreed.",
    "The rent is higher than in 2019.",
    "Bergen (October 25, 2023): No ships.",
]

# (text, words of time, words that the event has): a clause that a time counts from comes with the main one.
COUNTED = [
    ("Almost a year after the painter left the guild, her pupils are expected to reopen the school.", "Almost a year after", "her pupils are expected to reopen the school"),
    ("The guild met in secret less than a week after a court freed its master.", "less than a week after", "after a court freed its master"),
]  # fmt: skip

LENGTHS = {"year": 4, "month": 7}


def events(reading: Reading, names: str = "") -> tuple[Event, ...]:
    return history.find(reading, cast_of(reading, names) if names else NOBODY)


def short(days: EventDate | None) -> str | None:
    return days.earliest.isoformat()[: LENGTHS.get(days.precision, 10)] if days else None


@pytest.mark.parametrize(("text", "when", "day", "holds", "lacks"), EVENTS, ids=[row[0] for row in EVENTS])
def test_an_event_has_its_words_and_its_day(read: Read, text: str, when: str, day: str, holds: str, lacks: str) -> None:
    found = events(read(text, SATURDAY))
    assert [text[e.when.start : e.when.end] for e in found] == [when]
    [event] = found
    words = text[event.start : event.end]
    assert short(event.date) == day
    assert holds in words
    assert not lacks or lacks not in words
    assert event.start <= event.when.start
    assert event.when.end <= event.end
    assert event.announced == (event.date is not None and event.date.earliest > SATURDAY)


@pytest.mark.parametrize(("text", "when"), UNDATED)
def test_an_event_told_by_another_stays_undated(read: Read, text: str, when: str) -> None:
    found = events(read(text, SATURDAY))
    assert [(text[e.when.start : e.when.end], e.date) for e in found] == [(when, None)]


@pytest.mark.parametrize(("text", "when", "holds"), COUNTED)
def test_a_clause_that_only_counts_comes_with_the_main_one(read: Read, text: str, when: str, holds: str) -> None:
    [event] = events(read(text, SATURDAY))
    assert (text[event.when.start : event.when.end], event.date, event.announced) == (when, None, False)
    assert holds in text[event.start : event.end]


def test_a_day_before_an_event_does_not_date_it(read: Read) -> None:
    text = "Just weeks after Lantern Day on 21 March, the second part of the report was released."
    assert [(short(e.date), text[e.start : e.end]) for e in events(read(text, SATURDAY)) if e.date] == [
        ("2023-03-21", "Lantern Day on 21 March")
    ]


def test_a_part_of_a_sentence_belongs_to_what_follows(read: Read) -> None:
    text = "The Council for the Care of Rivers (CCR) Monday confirmed the draining of the marsh was an old habit."
    [event] = events(read(text, SATURDAY))
    assert text[event.start : event.end] == text[:-1]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The guild sued in 2019. The court on May 3 of that year, heard both sides.", "2019-05-03"),
        ("The guild sued in 2019.\n\nThe court on May 3 of that year, heard both sides.", "2019-05-03"),
        ("The guild sued in 2019. The court heard both sides in May of the following year.", "2020-05"),
    ],
)
def test_that_year_is_the_one_named_before(read: Read, text: str, day: str) -> None:
    assert [short(e.date) for e in events(read(text, SATURDAY))] == ["2019", day]


def test_a_sentence_that_begins_with_its_year_dates_its_months(read: Read) -> None:
    text = "In 2019, the choir was heard on the radio between May and August."
    assert [short(e.date) for e in events(read(text, SATURDAY))] == ["2019", "2019-05"]


def test_a_trip_told_of_lies_behind(read: Read) -> None:
    text = "The cooks told the duke they were going on a walk to Lund from March 2 to April 9."
    assert [(short(e.date), e.announced) for e in events(read(text, SATURDAY))] == [("2023-03-02", False)]


def test_what_is_put_off_lies_ahead(read: Read) -> None:
    text = "The court adjourned the hearing of the pleas of the bakers to November 18."
    assert [short(e.date) for e in events(read(text, SATURDAY))] == ["2023-11-18"]


def test_the_next_decade_is_ahead_of_what_will_be(read: Read) -> None:
    [event] = events(read("In the next decade, the sea will flood the town.", SATURDAY))
    assert event.announced
    assert short(event.date) == "2023-10-28"


@pytest.mark.parametrize(
    ("text", "announced"),
    [
        ("The hall opens on 12 November.", True),
        ("They prepare the fair, to be held in the hall next November.", True),
        ("Critics have voiced doubt over the next five years.", False),
        ("They could learn from the school, set up five years ago.", False),
        ("The strike threatens to close the mine in 2031.", False),
        ("They asked him to mend the roof in 2011. It fell in 2014.", False),
        ("He could not be reached on Tuesday.", False),
        ("In the run-up to the 2013 election, the cooks sang in the street.", False),
        ("The guild praised calm ahead of a race later this year.", True),
        ("Friday's report holds that the weir fell.", False),
        ("There will be a race on May 1, 2021. The boats were built by December 3, 2021.", True),
    ],
)
def test_without_publication_the_words_tell_what_is_to_come(read: Read, text: str, announced: bool) -> None:
    assert events(read(text))[0].announced == announced


def test_two_days_are_two_times(read: Read) -> None:
    text = "On Monday and Tuesday, the miller told the guild that he had no flour."
    assert [short(e.date) for e in events(read(text, SATURDAY))] == ["2023-10-23", "2023-10-24"]


def test_two_names_of_one_day_are_one_time(read: Read) -> None:
    text = "The mill burned yesterday, Friday, at noon."
    assert [text[e.when.start : e.when.end] for e in events(read(text, SATURDAY))] == ["Friday"]


@pytest.mark.parametrize("text", NO_EVENTS)
def test_durations_rates_and_comparisons_are_no_events(read: Read, text: str) -> None:
    assert events(read(text, SATURDAY)) == ()


def test_without_publication_relative_events_stay_undated(read: Read) -> None:
    found = events(read("He left on Friday. She had left in 2015."))
    assert [short(e.date) for e in found] == [None, "2015"]
    assert not any(e.announced for e in found)


def test_an_event_counts_from_the_one_before(read: Read) -> None:
    text = "Tanks crossed the border on March 3, 2015. The next day, the town fell. Two years later, it was rebuilt."
    found = events(read(text))
    assert [short(e.date) for e in found] == ["2015-03-03", "2015-03-04", "2017"]


def test_an_anchor_lies_in_the_same_paragraph(read: Read) -> None:
    found = events(read("Tanks crossed the border on March 3, 2015.\n\nThe next day, the town fell."))
    assert [short(e.date) for e in found] == ["2015-03-03", None]
    assert [e.paragraph for e in found] == [1, 2]


def test_the_same_event_told_again_points_to_the_first(read: Read) -> None:
    text = (
        "Hamas launched the Oct. 7 attack from Gaza.\n\nIsrael was surprised by the attacks of Oct. 7, officials said."
    )
    first, second = events(read(text, SATURDAY), "o:Hamas; c:Israel")
    assert (first.id, second.id) == ("h1", "h2")
    assert first.same_as is None
    assert second.same_as == "h1"


def test_what_two_states_do_on_one_day_is_not_the_same(read: Read) -> None:
    text = "The United States condemned the executions on Monday. France condemned the executions on Monday."
    assert [e.same_as for e in events(read(text, SATURDAY), "c:United States; c:France")] == [None, None]


def test_events_name_who_is_in_them(read: Read) -> None:
    text = "France signed the treaty in 2015, but Germany did not."
    [event] = events(read(text), "c:France; c:Germany")
    assert event.actors == ("France",)


def test_a_dateline_is_no_event(read: Read) -> None:
    text = "OSLO, July 25: The ministry praised the rescuers on Tuesday."
    assert [text[e.when.start : e.when.end] for e in events(read(text, SATURDAY))] == ["Tuesday"]

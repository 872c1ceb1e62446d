"""Events that tell themselves whole although the parse of their sentence is broken, and what is no event at all.

All sentences are invented; each has a construction that parsers misread or a time that dates nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from cast_of import cast_of

from briefing.extract import history
from briefing.language import Reading

Read = Callable[..., Reading]
SATURDAY = date(2023, 10, 28)

# (text, words of time, the whole event)
WHOLE = [
    # what is said stands before
    ("The sum of eggs that the farm sold up to June 9, 2021 is 3,08, 224, the keeper wrote to her brother on Monday.", "Monday",
     "The sum of eggs that the farm sold up to June 9, 2021 is 3,08, 224, the keeper wrote to her brother on Monday"),
    ("The boats were sold after the buyer paid, keeper of ferries Carl Brandt said in a letter on Saturday.", "Saturday",
     "The boats were sold after the buyer paid, keeper of ferries Carl Brandt said in a letter on Saturday"),
    ("The Lund Choir has always sung old songs to please guests or calm their dogs, Captain Carl Brandt, a friend of the choir, said on Tuesday.", "Tuesday",
     "The Lund Choir has always sung old songs to please guests or calm their dogs, Captain Carl Brandt"),
    ("The river guild has sold four mills known for their bad flour, it said on Monday, causing a row in the town.", "Monday",
     "The river guild has sold four mills known for their bad flour, it said on Monday"),
    ("Lund, with its forty mills, sold nine boats on Monday after some nine days of storms, harbour books showed on Tuesday.", "Tuesday",
     "Lund, with its forty mills, sold nine boats on Monday after some nine days of storms"),
    ("Her Grace the Duchess Anna Brandt said yesterday she has decided to sell the mill and travel.", "yesterday",
     "the Duchess Anna Brandt said yesterday she has decided to sell the mill"),
    # a plan has its planner
    ("The Rowing Party plans to hold a regatta on Dec. 28 to choose a new captain.", "Dec. 28",
     "The Rowing Party plans to hold a regatta on Dec. 28 to choose a new captain"),
    ("Bakers said they had asked the council for leave for their planned march to the weir this week.", "this week", "their planned march to the weir this week"),
    ("The trip lets Brandt meet old friends ahead of elections next year.", "next year", "elections next year"),
    # clefts
    ("It was Weber, not Brandt, who visited Lund last week for a fair.", "last week",
     "It was Weber, not Brandt, who visited Lund last week for a fair"),
    # a time that opens what is said, or a sentence with an aside
    ("In spring 2012, after a young cook badly burned a new kitchen, scaring the guests, the owner sold the inn.", "spring 2012", "the owner sold the inn"),
    ("Some weeks later, in a turn that few took for the end of the old choir, the singers chose a hall.", "Some weeks later", "the singers chose a hall"),
    ("The ferry line wrote that as of 9 May they will sell bread on board again.", "9 May", "they will sell bread on board again"),
    # the term of an office
    ("Anna Brandt, deputy cook under Weber between 1986 and 1990 has called dinner with Weber a long war.", "1986 and 1990",
     "Anna Brandt, deputy cook under Weber between 1986 and 1990"),
    # what only points back comes with what it points to
    ("This became plain a few weeks later, when the cooks went home without pay.", "a few weeks later",
     "This became plain a few weeks later, when the cooks went home without pay"),
    ("It goes back to 1998 when the choir lost its hall.", "1998", "It goes back to 1998 when the choir lost its hall"),
    # what a participle or a relative clause tells about
    ("Built in 1974 and painted in 1991, the mill stands empty.", "1974", "Built in 1974 and painted in 1991, the mill"),
    ("The singers felt that little had improved in 2014, a year after the coming into use of the Songbook printed in 2012.", "2012",
     "the Songbook printed in 2012"),
    ("Weber led the talks on the use of the forty songs named in the Choir Book, printed in June.", "June", "the Choir Book, printed in June"),
    ("The old Ystad Ferry pier raised at a price of forty thousand was closed last Sunday at a meeting of the choir.", "last Sunday",
     "The old Ystad Ferry pier raised at a price of forty thousand was closed last Sunday"),
    ("Two old cooks who were fined last week for selling eggs at night are asking for their money.", "last week",
     "Two old cooks who were fined last week for selling eggs at night"),
    ("The talks were about the hardships the village cooks have known since 2018, in spite of the fairs.", "2018",
     "the hardships the village cooks have known since 2018"),
    ("Brandt sang in Lund about the theft they say took place in 2001.", "2001", "the theft they say took place in 2001"),
    ("His year in music school — from which he ran away last spring — was lonely.", "last spring", "from which he ran away last spring"),
    ("The farm left the field to another village guild, Ystad Grain Ltd, that had to close in 2011 when its barn burned.", "2011", "that had to close in 2011"),
    # a place with a clause of its own
    ("Weber is well known in Ystad, where he won the cake race of the village in 2011, and his shop is full.", "2011",
     "he won the cake race of the village in 2011"),
    # a state that tells the time of the main verb
    ("When he was a cook in 2009, Weber burned the duke's dinner.", "2009", "When he was a cook in 2009, Weber burned the duke's dinner"),
    # days of birth and death
    ("A song for Anna Brandt (March 3, 1919–April 8, 2004) who baked for us.", "March 3, 1919", "Anna Brandt (March 3, 1919–April 8, 2004)"),
    # where a sentence begins
    ("LUND — The Rowing Court on Tuesday rejected the plea of the bakers.", "Tuesday", "The Rowing Court on Tuesday rejected the plea of the bakers"),
    ("Lund: Mayor Anna Brandt received at her office on Sunday the captain of the rowers.", "Sunday",
     "Mayor Anna Brandt received at her office on Sunday the captain"),
    ("Cook Anna Brandt and her Danish rival, Carl Weber, met on Thursday to taste the soup.", "Thursday",
     "Cook Anna Brandt and her Danish rival, Carl Weber, met on Thursday"),
    ("Early Sunday evening the choir came back and this time sang three new songs.", "Early Sunday evening", "the choir came back"),
    ("Following the lost race in the spring of 2014, the chief work of the choir in 2015 was done at sea.", "2015",
     "the chief work of the choir in 2015 was done at sea"),
    ("The cooks are tired and sad, and this week will bring more guests in the evenings.", "this week", "this week will bring more guests"),
    # a noun that the date belongs to
    ("Weber was charged with planning the burning of the ferry Old Anna in 2007, but he went free.", "2007", "the burning of the ferry Old Anna in 2007"),
    ("The ferry line is often scolded for its delays, as evidenced by three reports in 2004 and 2012.", "2004", "three reports in 2004"),
    ("They wrote a song from a walk taken after a late storm from the sea in March scaring the sheep.", "March", "a late storm from the sea in March"),
    ("Weber was the singer most likely to win the harbour race on August 2, in which he fell.", "August 2", "the harbour race on August 2"),
    ("The choir gave nine concerts since March 1, the most it ever gave in one year, including a short matinee on April 5.", "April 5",
     "a short matinee on April 5"),
    ("They may ask Brandt about the old quarrel over the forced removal of two ovens in March 2017.", "March 2017",
     "the forced removal of two ovens in March 2017"),
    ("Despite a hard winter storm in 2013, Lund is full of flowers.", "2013", "a hard winter storm in 2013"),
    ("Later on, the new choir leader following her trip to Ystad in March, said that the hall was cold.", "March", "her trip to Ystad in March"),
    ("Some forty singers were laughing about the little duke in power since 1908.", "1908", "the little duke in power since 1908"),
    ("Three long rows of protest in 2003, plus several concerts in 2005, looked like a change to the duke.", "2005", "several concerts in 2005"),
    ("He quoted a suit from the 1920s when the cooks had no pay.", "the 1920s", "a suit from the 1920s"),
    ("The mayor praised the guild for the fine running of this year’s Regatta.", "this year", "this year’s Regatta"),
    ("Following the fine turnout at the Ystad Fair this June, the choir plans a second.", "this June", "the fine turnout at the Ystad Fair this June"),
    # where a clause ends
    ("In 2013, rents had a deep fall; then at the end of 2014 they rose again.", "2013", "In 2013, rents had a deep fall"),
    ("Her shop shut on April 4, a day after the council of Ystad and Lund told of the first fever.", "April 4",
     "Her shop shut on April 4, a day after the council of Ystad and Lund told of the first fever"),
    ("The fair comes just days after the choir’s old leader, Anna Brandt, travelled to Ystad on a visit.", "just days after", "travelled to Ystad on a visit"),
    ("Then, in the autumn of 2011, the village guards quietly armed and sent boats to hold the weir.", "the autumn of 2011",
     "the village guards quietly armed and sent boats to hold the weir"),
    ("Finally in June 2014, the building works at Ystad stopped.", "June 2014", "the building works at Ystad stopped"),
    ("Meanwhile, a village sports court on Friday put off the quarrel about the nets.", "Friday",
     "a village sports court on Friday put off the quarrel about the nets"),
    ("The book tells that the cooks had seen Brandt, about three weeks after the storms in secret.", "about three weeks after",
     "the cooks had seen Brandt, about three weeks after the storms"),
    ("The choir spoke Monday via broadcasting with the fishermen of the western islands.", "Monday",
     "The choir spoke Monday via broadcasting with the fishermen of the western islands"),
    # a clause within another
    ("Weber said his crew heard of the theft after a smuggler was caught with forty barrels in the harbour of Lund on Friday night.", "Friday night",
     "a smuggler was caught with forty barrels in the harbour of Lund on Friday night"),
    ("Half of the singers are at home after friends of the duke and other guests asked them to stop their songs last week.", "last week",
     "friends of the duke and other guests asked them to stop their songs last week"),
    ("The regatta gives the trainer a last look at the rowers before deciding on the boats for the 2016 Row Cup final in Lund in October.", "October",
     "the 2016 Row Cup final in Lund in October"),
]  # fmt: skip


def test_a_month_takes_the_year_before_its_noun(read: Read) -> None:
    text = "The regatta gives the trainer a last look at the rowers before deciding on the boats for the 2016 Row Cup in Lund in October."
    found = history.find(read(text, SATURDAY), cast_of(read(text, SATURDAY), ""))
    assert {e.date.earliest.year for e in found if e.date} == {2016}


def test_a_clause_behind_and_is_another(read: Read) -> None:
    text = "The village paper reported the fire on Monday and choir leader Carl Brandt later described the cake to the duke."
    found = history.find(read(text, SATURDAY), cast_of(read(text, SATURDAY), ""))
    assert [text[e.start : e.end] for e in found] == ["The village paper reported the fire on Monday"]


def test_a_share_is_dated_by_the_year_that_it_rises_in(read: Read) -> None:
    text = "The share will rise from 3% in 2018 to a share of 5% in 2025."
    found = history.find(read(text, SATURDAY), cast_of(read(text, SATURDAY), ""))
    assert [text[e.when.start : e.when.end] for e in found] == ["2025"]


def test_an_event_ends_before_the_next_with_a_date(read: Read) -> None:
    text = "The mill announced in 2015 it would halve its flour output before 2025 and reach balance by 2040."
    found = history.find(read(text, SATURDAY), cast_of(read(text, SATURDAY), ""))
    told = {text[e.when.start : e.when.end]: text[e.start : e.end] for e in found}
    assert told["2025"].endswith("before 2025")
    assert told["2040"].endswith("reach balance by 2040")


NO_EVENTS = [
    "It belongs to what will happen in the valley in May 2019.",
    "She calls it a mistake to use the Long March 3 rocket there.",
    "It is a March 2016 song.",
    "They rowed to Mar del Plata and rested.",
    "The mayor likes the new school calendar for 2019.",
    "She bakes Sunday to Thursday.",
    "They will book a small gain in the business year ended March 31, 2017.",
    "Lund is home to forty rowers and fills with guests over summer.",
    "The duties we have over the next eight weeks are light.",
    "The pier had been named in the harbour's repair plan for 2015-2019.",
    "It is worse than any storm of this coast in the last 30 years.",
    "There is nobody who bakes here on a Saturday.",
    "Rents should not sink to the levels of 1987.",
    "It would be the richest catch in the last decade.",
    "Some forty cooks are ill, up from twelve cooks last week.",
    "Guests have to show papers within the previous 12 hours.",
    "The crowd is close to the sum reached throughout 2011.",
    "The choir has a tenth more singers compared to what it had in 2011.",
    "She greets her rivals from three years ago.",
    "It can take several months before the oven can be used again.",
    "In its Health of the Herds report for Ystad and the coast for 2013, the farm said cows were well.",
    "They oil the oars so that all is well for the last day.",
    "More singers came than in the same weeks of 2014.",
    "The choir now sings in tune, a far cry from 2009.",
    "The cup went to Ystad in a repeat of 2003.",
    "She is looking forward to meeting this year's cooks.",
    "The mill has two horses that year after year win a ribbon.",
    "Sleet, but less of it on Monday and then the sun will come out.",
    "The duke is in Ystad for his first walk since 2012.",
    "As the month of May nears its end, the cooks rest.",
    "These are good towns for singers to rest in 2021.",
    "The gate should be guarded, but not like today, when all wait for hours.",
    "The miller should have asked the guild in May.",
    "The choir wants a songbook to replace that of 1968.",
    "The path is wet - so leave it alone from May to June.",
    "Open at nine, closed on the second Tuesday of the month",
    "Six nights a week from 7:00 p.m. till 10:00 p.m. Closed in the whole month of March for baking.",
    "The cake trade looks fairly sound going into 2024.",
    "According to the Harbour Census March 2019 report, two boats are old.",
    "The gift could keep the choir warm for the rest of 2024.",
    "She was glad, since it was Valentine's Day.",
]


@pytest.mark.parametrize(("text", "when", "whole"), WHOLE, ids=[row[0][:60] for row in WHOLE])
def test_an_event_is_told_whole(read: Read, text: str, when: str, whole: str) -> None:
    found = history.find(read(text, SATURDAY), cast_of(read(text, SATURDAY), ""))
    told = [text[e.start : e.end] for e in found if text[e.when.start : e.when.end] == when]
    assert len(told) == 1
    assert whole in told[0]
    assert len(told[0]) < len(whole) + 100
    assert not told[0].startswith(("LUND", "Lund:", "Following the lost"))


@pytest.mark.parametrize("text", NO_EVENTS)
def test_what_dates_nothing_is_no_event(read: Read, text: str) -> None:
    found = history.find(read(text, SATURDAY), cast_of(read(text, SATURDAY), ""))
    assert [text[e.start : e.end] for e in found] == []

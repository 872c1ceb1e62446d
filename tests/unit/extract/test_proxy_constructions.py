"""Proxies by construction: ties and allegiance, money and wages, hired deeds, command, and what only looks like them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from cast_of import cast_of, told

from briefing.extract import proxies
from briefing.language import Reading

Read = Callable[..., Reading]

# (text, actors, "principal relation proxy" of each relation)
FOUND = [
    # ties and allegiance
    ("Fighters loyal to the governor Omar Haddad took the port.", "g:Fighters; p:Omar Haddad", ["Omar Haddad proxy Fighters"]),
    ("Clashes broke out between police and militants loyal to Omar Haddad.", "g:police; g:militants; p:Omar Haddad",
     ["Omar Haddad proxy militants"]),
    ("The Karan Front pledged allegiance to the Islamic State in 2015.", "o:Karan Front; o:Islamic State",
     ["Islamic State proxy Karan Front"]),
    ("Police arrested two men on suspicion of links with the Karan Front.", "g:Police; g:two men; o:Karan Front",
     ["Karan Front proxy two men"]),
    ("The company belongs to the Laskin family.", "o:company; g:Laskin family", ["Laskin family directs company"]),
    ("The militias, whose leaders answer to the president, fired first.", "g:militias; g:leaders; p:president",
     ["president directs leaders"]),
    ("The brigade is under the command of General Osei.", "g:brigade; p:Osei", ["Osei directs brigade"]),
    ("The fighters are in the pay of the government.", "g:fighters; g:government", ["government funds fighters"]),
    # money and wages
    ("Ann Berg gave $3 million to the campaign.", "p:Ann Berg; g:campaign", ["Ann Berg funds campaign"]),
    ("The institute gets most of its money from two oil companies.", "o:institute; g:two oil companies",
     ["two oil companies funds institute"]),
    ("Qatar pays the salaries of the teachers in the strip.", "c:Qatar; g:teachers", ["Qatar funds teachers"]),
    ("The news site is funded in part by George Haller.", "o:news site; p:George Haller",
     ["George Haller funds news site"]),
    ("The committee is funded by donations from tobacco companies.", "g:committee; g:tobacco companies",
     ["tobacco companies funds committee"]),
    ("With money from the tobacco lobby, the institute published a study.", "g:tobacco lobby; o:institute",
     ["tobacco lobby funds institute"]),
    ("The party’s biggest donor is the banker Ruth Adler.", "g:party; p:Ruth Adler", ["Ruth Adler funds party"]),
    # weapons and training
    ("Mali and Niger are big suppliers of rockets to the Karan Front.", "c:Mali; c:Niger; o:Karan Front",
     ["Mali arms Karan Front", "Niger arms Karan Front"]),
    ("Chad accuses Sudan of training and supplying weapons to the rebels.", "c:Chad; c:Sudan; g:rebels",
     ["Sudan arms rebels", "Sudan trains rebels"]),
    ("Turkey and the militias it backs entered the city.", "c:Turkey=it; g:militias", ["Turkey backs militias"]),
    ("The militias he controls burned the village, Haddad said.", "g:militias; p:Haddad=he", ["Haddad directs militias"]),
    ("The separatists, who are armed and paid by Moscow, took the station.", "g:separatists; c:Moscow",
     ["Moscow arms separatists", "Moscow funds separatists"]),
    ("Togo and Benin have accused each other of arming the bandits.", "c:Togo; c:Benin; g:bandits",
     ["Togo arms bandits", "Benin arms bandits"]),
    ("Kenya broke with Sudan, accusing the neighbouring country of backing armed groups.",
     "c:Kenya; c:Sudan; g:armed groups", ["Sudan backs armed groups"]),
    ("Zambia has hundreds of soldiers in Malawi to help the separatists.", "c:Zambia; c:Malawi; g:separatists",
     ["Zambia backs separatists"]),
    ("The junta has stayed in power with the support of Russian mercenaries.", "g:junta; g:Russian mercenaries",
     ["Russian mercenaries backs junta"]),
    ("Officials urged Iran to stop supporting militias.", "g:Officials; c:Iran; g:militias", ["Iran backs militias"]),
    # hired for deeds
    ("The security firm Blackrock was hired by the oil company to spy on protesters.", "o:Blackrock; o:oil company",
     ["oil company directs Blackrock"]),
    ("Fox Reed, a lobbying firm hired by the gun industry, wrote the draft.", "o:Fox Reed; g:gun industry",
     ["gun industry proxy Fox Reed"]),
    ("The hackers work for Altania.", "g:hackers; c:Altania", ["Altania proxy hackers"]),
    ("The two firms registered as lobbyists for the tobacco maker Dunmore.", "g:two firms; o:Dunmore",
     ["Dunmore proxy two firms"]),
    # names beside nouns
    ("Alphabet unit Waymo recalled 600 cars.", "o:Alphabet; o:Waymo", ["Alphabet proxy Waymo"]),
    ("Hassan was head of the armed wing of the Karan Front.", "p:Hassan; g:armed wing; o:Karan Front",
     ["Hassan directs armed wing", "Karan Front proxy armed wing"]),
    ("The mayor accused the charity of being a front for the Karan Front.", "p:mayor; g:charity; o:Karan Front",
     ["Karan Front proxy charity"]),
]  # fmt: skip

NOTHING = [
    # employment, trade and service
    ("The candidate hired a strategist to oversee the count.", "p:candidate; p:strategist"),
    ("The ministry used a contractor to build the road.", "o:ministry; g:contractor"),
    ("The speaker was paid by the bank to give a speech.", "p:speaker; o:bank"),
    ("Russia sold a dozen helicopters to Peru.", "c:Russia; c:Peru"),
    ("Boeing delivered 20 jets to Kenya.", "o:Boeing; c:Kenya"),
    ("The hospital trains doctors from Altania.", "o:hospital; g:doctors; c:Altania"),
    ("The union’s lawyers filed a suit on behalf of the company.", "g:lawyers; o:company"),
    ("An agent for the Federal Bureau of Investigation testified.", "p:agent; o:Federal Bureau of Investigation"),
    # parts that act for nobody
    ("He banks at a Unibank branch in Leeds.", "o:Unibank; g:branch; l:Leeds"),
    ("The party must face its internal divisions.", "g:party; g:internal divisions"),
    ("The conservative wing of the party is angry.", "g:party; g:conservative wing"),
    ("The bank stands in front of the Assembly.", "o:bank; o:Assembly"),
    ("The Labour front-runner, Ann Berg, won.", "o:Labour; p:Ann Berg"),
    ("Altania stood on the front line of the Karan Pact.", "c:Altania; o:Karan Pact"),
    ("The parents of Mia Lind were found.", "g:parents; p:Mia Lind"),
    ("German donors gave him advice.", "c:Germany=German; g:German donors"),
    ("The president installed a governor in the province.", "p:president; p:governor"),
    ("Mora told the court that his cartel paid well.", "p:Mora=his; g:cartel"),
    # politics and sport
    ("It is not clear which party controls the Senate.", "g:party; o:Senate"),
    ("The Republican-controlled Senate will vote today.", "g:Republican; o:Senate"),
    ("Sanders is running a loud campaign.", "p:Sanders; g:campaign"),
    ("The squad is commanded by Jorge Mora.", "g:squad; p:Jorge Mora"),
    ("The league is sponsored by a drinks maker.", "g:league; g:drinks maker"),
    ("Three European countries, backed by the United States, wrote to Iran.",
     "g:Three European countries; c:United States; c:Iran"),
]  # fmt: skip

DENIED = [
    ("Inspectors found no proof that Kenya arms the gunmen.", "c:Kenya; g:gunmen", ["Kenya arms gunmen"]),
    ("It is not true that the Karan Front takes orders from Tehran.", "o:Karan Front; c:Tehran",
     ["Tehran directs Karan Front"]),
    ("Rwanda called reports that it trains rebels baseless.", "c:Rwanda=it; g:rebels", ["Rwanda trains rebels"]),
    ("Chad accused Sudan of arming the rebels. Sudan called the accusation false.", "c:Chad; c:Sudan; g:rebels",
     ["Sudan arms rebels"]),
    ("Omar Haddad pleaded not guilty to charges that he received funds from the Karan Front.",
     "p:Omar Haddad=he; o:Karan Front", ["Karan Front funds Omar Haddad"]),
    ("Zambia blames neighboring Malawi for supporting the gunmen - a claim Lilongwe denies.",
     "c:Zambia; c:Malawi=Lilongwe; g:gunmen", ["Malawi backs gunmen"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actors", "expected"), FOUND, ids=[row[0] for row in FOUND])
def test_a_construction_tells_a_relation(read: Read, text: str, actors: str, expected: list[str]) -> None:
    reading = read(text)
    found, denied = proxies.find(reading, cast_of(reading, actors), (), ())
    assert told(found) == set(expected)
    assert not denied


@pytest.mark.parametrize(("text", "actors"), NOTHING, ids=[row[0] for row in NOTHING])
def test_ordinary_dealings_tell_none(read: Read, text: str, actors: str) -> None:
    reading = read(text)
    assert proxies.find(reading, cast_of(reading, actors), (), ()) == ((), ())


@pytest.mark.parametrize(("text", "actors", "expected"), DENIED, ids=[row[0] for row in DENIED])
def test_a_denial_by_other_words_is_told_as_one(read: Read, text: str, actors: str, expected: list[str]) -> None:
    reading = read(text)
    found, denied = proxies.find(reading, cast_of(reading, actors), (), ())
    assert not found
    assert told(denied) == set(expected)


def test_only_more_than_a_negation_is_none(read: Read) -> None:
    reading = read("The militia is not only one arm of the Karan Front but its bank.")
    found, denied = proxies.find(reading, cast_of(reading, "g:militia; o:Karan Front"), (), ())
    assert told(found) == {"Karan Front proxy militia"}
    assert not denied

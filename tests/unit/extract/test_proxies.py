"""Proxies on sentences of many domains: relations found, denied, and what looks like one and is none."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from cast_of import cast_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.article import Span
from briefing.extract import actors, mentions, proxies
from briefing.findings import ProxyRelation, Quote
from briefing.language import Reading

Read = Callable[..., Reading]

# (text, actors, "principal relation proxy" of each relation, those that are denied)
RELATIONS = [
    # adjectives
    ("The attacks were carried out by Iranian-backed militia groups.", "c:Iran=Iranian; g:militia groups", ["Iran backs militia groups"]),
    ("The U.S.-backed Syrian Democratic Forces took Raqqa.", "c:U.S.; o:Syrian Democratic Forces",
     ["U.S. backs Syrian Democratic Forces"]),
    ("The Saudi-led coalition bombed Sanaa.", "c:Saudi Arabia=Saudi; g:coalition", ["Saudi Arabia directs coalition"]),
    ("The Kremlin-linked Internet Research Agency bought the advertisements.", "o:Kremlin; o:Internet Research Agency",
     ["Kremlin proxy Internet Research Agency"]),
    ("Russian-installed officials held a vote in Kherson.", "c:Russia=Russian; g:officials", ["Russia proxy officials"]),
    ("Hezbollah, an Iranian-backed militia, fired back.", "c:Iran=Iranian; o:Hezbollah", ["Iran backs Hezbollah"]),
    ("Al-Shabab, a Somali insurgent group affiliated with al-Qaida, killed ten people.", "o:Al-Shabab; o:al-Qaida",
     ["al-Qaida proxy Al-Shabab"]),
    ("Chechnya’s Kremlin-backed government dismissed the statement.", "o:Kremlin; g:government", ["Kremlin backs government"]),
    ("Will the Iran-backed militias fire again?", "c:Iran; g:militias", ["Iran backs militias"]),
    ("Sudan denies it, but Human Rights Watch blames militias sponsored by Sudan.", "c:Sudan; g:militias",
     ["Sudan backs militias"]),
    # possessives and nouns
    ("Iran’s proxies launched an attack drone.", "c:Iran; g:Iran’s proxies", ["Iran proxy Iran’s proxies"]),
    ("Iran was trying to calibrate attacks by its proxy forces.", "c:Iran; g:its proxy forces", ["Iran proxy its proxy forces"]),
    ("Hamas, Hezbollah and other Iranian proxies have fired rockets.", "c:Iran=Iranian; o:Hamas; o:Hezbollah",
     ["Iran proxy Hamas", "Iran proxy Hezbollah"]),
    ("Hezbollah’s patron, Iran, called for restraint.", "c:Iran; o:Hezbollah", ["Iran backs Hezbollah"]),
    ("Al-Shabab, an al-Qaeda affiliate, claimed responsibility.", "o:Al-Shabab; o:al-Qaeda", ["al-Qaeda proxy Al-Shabab"]),
    ("Belarus is a Russian client state, the minister said.", "c:Russia=Russian; c:Belarus", ["Russia proxy Belarus"]),
    ("Cambridge Analytica, a subsidiary of SCL Group, was closed.", "o:Cambridge Analytica; o:SCL Group",
     ["SCL Group directs Cambridge Analytica"]),
    ("Alphabet is the parent company of Google.", "o:Alphabet; o:Google", ["Alphabet directs Google"]),
    ("The charity is a front for Hezbollah, the Treasury said.", "g:charity; o:Hezbollah; o:Treasury",
     ["Hezbollah proxy charity"]),
    # what only looks like one
    ("Malta lost a newspaper after its owner, Omar Haddad, closed it.", "c:Malta=its; p:Omar Haddad", []),
    ("Stone was a buying agent for Carl Weber.", "p:Stone; p:Carl Weber", []),
    ("José Mora launched his bid for the presidency on behalf of the Garden Party.", "p:José Mora; o:Garden Party", []),
    ("The extent to which Haddad was controlled by the army was unclear.", "p:Haddad; o:army", []),
    # verbs
    ("Tehran has long supported Hamas with supplies and training.", "c:Iran=Tehran; o:Hamas",
     ["Iran backs Hamas", "Iran trains Hamas"]),
    ("Iran has supplied Moscow with much-needed drones.", "c:Iran; c:Russia=Moscow", ["Iran arms Russia"]),
    ("The United States supplied the mujahideen with Stinger missiles.", "c:United States; g:mujahideen",
     ["United States arms mujahideen"]),
    ("Syria has been armed by Russia and Iran.", "c:Syria; c:Russia; c:Iran", ["Russia arms Syria", "Iran arms Syria"]),
    ("The Contra rebels were trained and funded by the CIA.", "g:Contra rebels; o:CIA",
     ["CIA trains Contra rebels", "CIA funds Contra rebels"]),
    ("Instagram, which is owned by Meta, declined to comment.", "o:Instagram; o:Meta", ["Meta directs Instagram"]),
    ("Rwanda backs the M23 rebels.", "c:Rwanda; g:M23 rebels", ["Rwanda backs M23 rebels"]),
    ("Wagner fighters act on behalf of the Kremlin.", "g:Wagner fighters; o:Kremlin", ["Kremlin proxy Wagner fighters"]),
    ("The law firm Akin Gump has lobbied for Saudi Arabia in Washington.", "o:Akin Gump; c:Saudi Arabia", ["Saudi Arabia proxy Akin Gump"]),
    ("Hezbollah takes its orders from Iran.", "o:Hezbollah; c:Iran", ["Iran directs Hezbollah"]),
    ("The Taliban received weapons from Pakistan.", "o:Taliban; c:Pakistan", ["Pakistan arms Taliban"]),
    ("The UAE has provided weapons and money to the Southern Transitional Council.",
     "c:UAE; o:Southern Transitional Council",
     ["UAE arms Southern Transitional Council", "UAE funds Southern Transitional Council"]),
    ("Britain accused Russia of arming the Taliban.", "c:Britain; c:Russia; o:Taliban", ["Russia arms Taliban"]),
    ("Iran uses militias in Iraq as its proxies.", "c:Iran; g:militias; c:Iraq", ["Iran proxy militias"]),
    ("The drones were supplied to Russia by Iran.", "c:Russia; c:Iran", ["Iran arms Russia"]),
    # nominalizations
    ("The sanctions on Iran were intended to halt its support of Hamas and Hezbollah.", "c:Iran; o:Hamas; o:Hezbollah",
     ["Iran backs Hamas", "Iran backs Hezbollah"]),
    ("Libya’s funding of the IRA ended.", "c:Libya; o:IRA", ["Libya funds IRA"]),
    ("Iranian arms shipments to the Houthis have continued.", "c:Iran=Iranian; g:Houthis", ["Iran arms Houthis"]),
    ("Fatah, backed by Egypt, and Hamas, supported by Qatar, signed.", "o:Fatah; c:Egypt; o:Hamas; c:Qatar",
     ["Egypt backs Fatah", "Qatar backs Hamas"]),
    # parts of somebody, by apposition, copula and title
    ("The Nimr Brigades are the armed wing of the Karan Front.", "o:Nimr Brigades; o:Karan Front",
     ["Karan Front proxy Nimr Brigades"]),
    ("The Karan Front’s armed wing, the Nimr Brigades, fired back.", "o:Karan Front; o:Nimr Brigades",
     ["Karan Front proxy Nimr Brigades"]),
    ("The Nimr Brigades are believed to be an affiliate of the Karan Front.", "o:Nimr Brigades; o:Karan Front",
     ["Karan Front proxy Nimr Brigades"]),
    ("Spain banned Sahar, seen as the political arm of the Karan Front.", "c:Spain; o:Sahar; o:Karan Front",
     ["Karan Front proxy Sahar"]),
    ("Altania delivered the oil through Petrolia, its U.S. subsidiary.", "c:Altania=its; o:Petrolia; c:U.S.",
     ["Altania directs Petrolia"]),
    ("Brazil’s state-run airline, Condor, cut its fares.", "c:Brazil; o:Condor", ["Brazil directs Condor"]),
    ("Beirut and its Syrian sponsors rejected the plan.", "c:Lebanon=Beirut=its; c:Syria=Syrian", ["Syria backs Lebanon"]),
    ("A militant group with links to al-Qaida bombed the hotel.", "g:militant group; o:al-Qaida",
     ["al-Qaida proxy militant group"]),
    ("Investigators have linked the Nimr Brigades to the Karan Front.", "o:Nimr Brigades; o:Karan Front",
     ["Karan Front proxy Nimr Brigades"]),
    # weak verbs
    ("Ethiopian troops are supporting the separatists.", "g:Ethiopian troops; g:separatists",
     ["Ethiopian troops backs separatists"]),
    ("The general was charged with supporting a rebel group.", "p:general; g:rebel group", ["general backs rebel group"]),
    ("The UN imposed sanctions on Altania after accusing it of backing insurgents.", "o:UN; c:Altania; g:insurgents",
     ["Altania backs insurgents"]),
    ("The governor was punished for allegedly supporting rebels.", "p:governor; g:rebels", ["governor backs rebels"]),
    ("With the bank’s backing, rebels seized the town.", "o:bank; g:rebels", ["bank backs rebels"]),
    ("The rebels took the town with help from Rwanda.", "g:rebels; c:Rwanda", ["Rwanda backs rebels"]),
    ("The three men are accused of providing support to the militia.", "g:three men; g:militia",
     ["three men backs militia"]),
    ("The aid caused Honduras to sponsor guerrillas.", "c:Honduras; g:guerrillas", ["Honduras backs guerrillas"]),
    ("Chad accuses Sudan of arming and funding the rebels.", "c:Chad; c:Sudan; g:rebels",
     ["Sudan arms rebels", "Sudan funds rebels"]),
    # persons who lead, owners
    ("Rebels commanded by Nkosi attacked the town.", "g:Rebels; p:Nkosi", ["Nkosi directs Rebels"]),
    ("Ann Berg, who leads the front’s political wing, Sahar, agreed.", "p:Ann Berg; o:front; o:Sahar",
     ["Ann Berg directs Sahar", "front proxy Sahar"]),
    ("Hassan Haddad is the leader of the rebels.", "p:Hassan Haddad; g:rebels", ["Hassan Haddad directs rebels"]),
    ("Telmar is controlled by Sofia Lind.", "o:Telmar; p:Sofia Lind", ["Sofia Lind directs Telmar"]),
    ("Ostrock owns about 72% of Telmar’s shares.", "o:Ostrock; o:Telmar", ["Ostrock directs Telmar"]),
    ("Telmar and Ostrock, which is owned by Gasun, merged.", "o:Telmar; o:Ostrock; o:Gasun", ["Gasun directs Ostrock"]),
    # acting for and through somebody
    ("A man pleaded guilty to spying for Altania.", "p:man; c:Altania", ["Altania proxy man"]),
    ("Calder Partners, a London firm, lobbies for Altania.", "o:Calder Partners; c:Altania",
     ["Altania proxy Calder Partners"]),
    ("Ruth Adler bought the villa through a shell company, Baltica.", "p:Ruth Adler; o:Baltica", ["Ruth Adler proxy Baltica"]),
    ("The agency used analysts to shape the coverage.", "o:agency; g:analysts", ["agency proxy analysts"]),
    ("Altania paid hunters to seize a rebel.", "c:Altania; g:hunters", ["Altania funds hunters"]),
    ("The four men were recruited by Altania to kill the envoy.", "g:four men; c:Altania", ["Altania proxy four men"]),
    ("The gunmen acted on orders from Altania.", "g:gunmen; c:Altania", ["Altania directs gunmen"]),
    # what stands beside a denial without being denied
    ("Iran-backed rebels attacked the town. Iran denies any involvement.", "c:Iran; g:rebels", ["Iran backs rebels"]),
    ("Chad says Sudan supports the rebels. Sudan denies the report about its budget.", "c:Chad; c:Sudan; g:rebels",
     ["Sudan backs rebels"]),
]  # fmt: skip

DENIALS = [
    ("Saudi Arabia denies backing the rebels in Yemen.", "c:Saudi Arabia; g:rebels", ["Saudi Arabia backs rebels"]),
    ("Pakistan has long denied that it supports the Taliban.", "c:Pakistan=it; o:Taliban", ["Pakistan backs Taliban"]),
    ("North Korea has never supplied Russia with missiles.", "c:North Korea; c:Russia", ["North Korea arms Russia"]),
    ("Qatar does not fund Hamas.", "c:Qatar; o:Hamas", ["Qatar funds Hamas"]),
    ("China has provided no weapons to Russia.", "c:China; c:Russia", ["China arms Russia"]),
    (
        "Chad accuses Sudan of arming the rebels, a charge Sudan denies.",
        "c:Chad; c:Sudan; g:rebels",
        ["Sudan arms rebels"],
    ),
    (
        "Chad accuses Sudan of arming the rebels, which Sudan denies.",
        "c:Chad; c:Sudan; g:rebels",
        ["Sudan arms rebels"],
    ),
    (
        "Chad accuses Sudan of arming the rebels, a claim denied by Sudan.",
        "c:Chad; c:Sudan; g:rebels",
        ["Sudan arms rebels"],
    ),
    (
        "Chad accuses Sudan of arming the rebels. Khartoum has rejected the claims.",
        "c:Chad; c:Sudan=Khartoum; g:rebels",
        ["Sudan arms rebels"],
    ),
    (
        "The president denied charges that he is supporting rebels.",
        "p:president=he; g:rebels",
        ["president backs rebels"],
    ),
    (
        "Chad accuses Sudan of arming the rebels. Mr. Osman denies the charge.",
        "c:Chad; c:Sudan; g:rebels; p:Osman",
        ["Sudan arms rebels"],
    ),
    ("There is no link between Sudan and the rebels.", "c:Sudan; g:rebels", ["Sudan proxy rebels"]),
    ("Sudan denies any connection with the rebels.", "c:Sudan; g:rebels", ["Sudan proxy rebels"]),
    ("Sudan denies that it has links to the rebels.", "c:Sudan; g:rebels", ["Sudan proxy rebels"]),
    ("There is no evidence that Syria supports the insurgents.", "c:Syria; g:insurgents", ["Syria backs insurgents"]),
]

NONE = [
    ("Iran does not want to be forced to back Hezbollah in a war against Israel.", "c:Iran; o:Hezbollah; c:Israel"),
    ("The allies have collected no evidence that Iran helped train Hamas.", "g:allies; c:Iran; o:Hamas"),
    ("The United States would support the Kurds if Turkey attacked.", "c:United States; g:Kurds; c:Turkey"),
    ("The United States may arm the Kurds.", "c:United States; g:Kurds"),
    ("Moscow is considering sending weapons to the Taliban.", "c:Moscow; o:Taliban"),
    ("Does Iran arm the Houthis?", "c:Iran; g:Houthis"),
    ("Poland refused to send tanks to Ukraine.", "c:Poland; c:Ukraine"),
    ("Israel attacked Hezbollah in Lebanon.", "c:Israel; o:Hezbollah; c:Lebanon"),
    ("The United States imposed sanctions on Iran and Hamas.", "c:United States; c:Iran; o:Hamas"),
    ("France and Germany fight Islamic State in Mali.", "c:France; c:Germany; o:Islamic State; c:Mali"),
    ("Senator Jane Smith backed the Labour Party.", "p:Jane Smith; o:Labour Party"),
    ("The union backed the Labour Party.", "g:union; o:Labour Party"),
    ("Germany supports Ukraine in its bid to join the EU.", "c:Germany; c:Ukraine; o:EU"),
    ("France gave its support for Turkey’s EU process.", "c:France; c:Turkey; o:EU"),
    ("NATO praised the Uzbek armed forces.", "o:NATO; c:Uzbek; g:armed forces"),
    ("Turkey is going to arm the rebels.", "c:Turkey; g:rebels"),
    ("Washington told Ankara to arm the rebels.", "c:Washington; c:Ankara; g:rebels"),
    ("The EU offered full diplomatic support to Armenia.", "o:EU; c:Armenia"),
    ("Pakistani forces backed by helicopter gunships attacked.", "g:Pakistani forces"),
    ("A spokesman said so on behalf of the UN.", "g:spokesman; o:UN"),
    ("Turkey and Russia are allies of Azerbaijan.", "c:Turkey; c:Russia; c:Azerbaijan"),
    ("Without support from Russia, Syria would have fallen.", "c:Russia; c:Syria"),
    ("The minister proposed deploying a force backed by the U.N.", "g:force; o:U.N."),
    ("The army supported the farmers.", "g:army; g:farmers"),
    ("Karl Meyer leads the opposition party.", "p:Karl Meyer; o:opposition party"),
    ("The party’s left wing opposed the law.", "o:party; g:left wing"),
    ("A report by the investigative arm of Congress was read.", "o:Congress; g:arm"),
    ("Delphi split off from its former parent, Ostrock.", "o:Delphi=its; o:Ostrock"),
    ("Ostrock owns 11% of Telmar’s shares.", "o:Ostrock; o:Telmar"),
    ("The rebels say they fight on behalf of poor people.", "g:rebels=they; g:poor people"),
    ("The police used tear gas to disperse the crowd.", "g:police; g:crowd"),
    ("Russia said that Iran’s support for the truce was welcome.", "c:Russia; c:Iran"),
]


def told(found: tuple[ProxyRelation, ...]) -> set[str]:
    return {f"{p.principal} {p.relation} {p.proxy}" for p in found}


@pytest.mark.parametrize(("text", "actors", "expected"), RELATIONS, ids=[row[0] for row in RELATIONS])
def test_a_relation_is_found(read: Read, text: str, actors: str, expected: list[str]) -> None:
    reading = read(text)
    found, denied = proxies.find(reading, cast_of(reading, actors), (), ())
    assert told(found) == set(expected)
    assert not denied
    for relation in found:
        for evidence in relation.evidence:
            assert 0 <= evidence.start < evidence.end <= len(text)
            assert evidence.paragraph == 1


@pytest.mark.parametrize(("text", "actors", "expected"), DENIALS, ids=[row[0] for row in DENIALS])
def test_a_denial_is_no_relation_but_told(read: Read, text: str, actors: str, expected: list[str]) -> None:
    reading = read(text)
    found, denied = proxies.find(reading, cast_of(reading, actors), (), ())
    assert not found
    assert told(denied) == set(expected)


@pytest.mark.parametrize(("text", "actors"), NONE, ids=[row[0] for row in NONE])
def test_what_is_wished_feared_or_fought_is_no_relation(read: Read, text: str, actors: str) -> None:
    reading = read(text)
    assert proxies.find(reading, cast_of(reading, actors), (), ()) == ((), ())


UNNAMED = [
    # (text, the unnamed actors at an end of a relation)
    ("Altania accused the army of equipping the bombers.", {"army", "bombers"}),
    ("An American engineer was charged with spying for Iran.", {"American engineer"}),
    ("Telmar was bought by a subsidiary of the German firm Ostrock.", {"subsidiary"}),
    ("The mine belongs to a group of unidentified investors.", set()),
    ("The bombers fled. The peacekeepers went home.", set()),
]


@pytest.mark.parametrize(("text", "expected"), UNNAMED, ids=[row[0] for row in UNNAMED])
def test_an_unnamed_actor_comes_with_its_relation_alone(read: Read, text: str, expected: set[str]) -> None:
    reading = read(text)
    cast = actors.find(reading, mentions.find(reading), ())
    assert {actor.name for actor in cast.actors if actor.name[0].islower() or " engineer" in actor.name} == expected


def test_the_same_relation_comes_once_with_all_its_evidence(read: Read) -> None:
    text = "Iran has armed the Houthis.\n\nOn Monday, Iran denied nothing. The Houthis get rockets from Iran."
    reading = read(text)
    [relation], denied = proxies.find(reading, cast_of(reading, "c:Iran; g:Houthis"), (), ())
    assert [text[e.start : e.end] for e in relation.evidence] == [
        "Iran has armed the Houthis",
        "The Houthis get rockets from Iran",
    ]
    assert [e.paragraph for e in relation.evidence] == [1, 2]
    assert relation.id == "p1"
    assert not denied


def test_evidence_names_the_innermost_quote_that_holds_it(read: Read) -> None:
    text = "Officials said the U.N. believes that Iran arms the Houthis."
    reading = read(text)
    start = text.index("the U.N.")
    outer = Quote("q1", "indirect", (Span(start, len(text) - 1),), None, None, None, 1, 1.0)
    inner = Quote("b1", "indirect", (Span(text.index("Iran"), len(text) - 1),), None, None, None, 1, 1.0)
    [relation], _ = proxies.find(reading, cast_of(reading, "c:Iran; g:Houthis"), (outer,), (inner,))
    assert [e.attribution for e in relation.evidence] == ["b1"]


def test_evidence_holds_whole_names(read: Read) -> None:
    text = "The group is a front for the Islamic Revolutionary Guard Corps of Iran."
    reading = read(text)
    [relation], _ = proxies.find(reading, cast_of(reading, "g:The group; o:Islamic Revolutionary Guard Corps"), (), ())
    [evidence] = relation.evidence
    assert text[evidence.start : evidence.end] == "The group is a front for the Islamic Revolutionary Guard Corps"


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from([row[0] for row in RELATIONS + DENIALS]), min_size=1, max_size=4))
def test_evidence_lies_in_its_paragraph(read: Read, sentences: list[str]) -> None:
    text = "\n\n".join(sentences)
    reading = read(text)
    names = [
        name
        for name in ("Iran", "Hezbollah", "Russia", "Taliban", "Houthis", "Hamas")
        if re.search(rf"\b{name}\b", text)
    ]
    cast = cast_of(reading, "; ".join(f"{'c' if name in ('Iran', 'Russia') else 'o'}:{name}" for name in names))
    for relations in proxies.find(reading, cast, (), ()):
        for relation in relations:
            assert relation.principal != relation.proxy
            for evidence in relation.evidence:
                assert reading.article.paragraph_at(evidence.start) == evidence.paragraph
                assert reading.article.paragraph_at(evidence.end - 1) == evidence.paragraph


def test_evidence_amid_which_the_cue_stands_belongs_to_that_quote(read: Read) -> None:
    text = "Tehran, according to officials, has long supported Hamas with supplies."
    reading = read(text)
    content = (Span(0, 6), Span(text.index("has"), len(text) - 1))
    quote = Quote("q1", "indirect", content, None, None, None, 1, 0.9)
    (relation,), _ = proxies.find(reading, cast_of(reading, "c:Tehran; o:Hamas"), (quote,), ())
    assert [e.attribution for e in relation.evidence] == ["q1"]

"""Proxies on sentences of many domains: relations found, denied, and what looks like one and is none."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from cast_of import cast_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.article import Span
from briefing.extract import proxies
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
]  # fmt: skip

DENIALS = [
    ("Saudi Arabia denies backing the rebels in Yemen.", "c:Saudi Arabia; g:rebels", ["Saudi Arabia backs rebels"]),
    ("Pakistan has long denied that it supports the Taliban.", "c:Pakistan=it; o:Taliban", ["Pakistan backs Taliban"]),
    ("North Korea has never supplied Russia with missiles.", "c:North Korea; c:Russia", ["North Korea arms Russia"]),
    ("Qatar does not fund Hamas.", "c:Qatar; o:Hamas", ["Qatar funds Hamas"]),
    ("China has provided no weapons to Russia.", "c:China; c:Russia", ["China arms Russia"]),
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

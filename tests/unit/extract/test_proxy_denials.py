"""What is denied is told as denied; what is wished, feared or only looks like a proxy is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from cast_of import cast_of, told

from briefing.extract import proxies
from briefing.language import Reading

Read = Callable[..., Reading]

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
    (
        "But Kenya and its closest allies have collected no proof that Sudan knew of the raid, helped plan it or helped "
        "train the rebels.",
        "c:Kenya=its; c:Sudan; g:allies; g:rebels",
    ),
    ("The United States would support the Kurds if Turkey attacked.", "c:United States; g:Kurds; c:Turkey"),
    ("The governor has hardened his resistance to arming the Kurds.", "p:governor=his; g:Kurds"),
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

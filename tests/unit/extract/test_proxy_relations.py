"""Proxies on sentences of many domains: the relations found."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from cast_of import cast_of, told

from briefing.extract import proxies
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
     ["SCL Group proxy Cambridge Analytica"]),
    ("Alphabet is the parent company of Google.", "o:Alphabet; o:Google", ["Alphabet proxy Google"]),
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
     ["Altania proxy Petrolia"]),
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
    (
        "Chad accuses Sudan of arming the rebels. France denied the charge.",
        "c:Chad; c:Sudan; g:rebels; c:France",
        ["Sudan arms rebels"],
    ),
    ("Chad says Sudan supports the rebels. Sudan denies the report about its budget.", "c:Chad; c:Sudan; g:rebels",
     ["Sudan backs rebels"]),
]  # fmt: skip


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

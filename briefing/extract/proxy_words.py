"""The words that show who acts through whom, from `data/proxy_words.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from briefing.extract.cues import verb_forms
from briefing.findings import ProxyVerb

_TABLES: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "data" / "proxy_words.toml").read_text(encoding="utf-8")
)

ADJECTIVES: dict[str, ProxyVerb] = _TABLES["adjectives"]
WEAK: dict[str, ProxyVerb] = _TABLES["verbs"]["weak"]
STRONG: dict[str, ProxyVerb] = _TABLES["verbs"]["strong"]
RUN_BODIES = frozenset(_TABLES["verbs"]["bodies"])
CONTROL: dict[str, ProxyVerb] = _TABLES["verbs"]["control"]
PASSIVE: dict[str, ProxyVerb] = _TABLES["verbs"]["passive"]
OF_FIGHTERS: dict[str, ProxyVerb] = _TABLES["verbs"]["fighters"]
LEAD: dict[str, ProxyVerb] = _TABLES["verbs"]["lead"]
GIVE_WITH = frozenset(_TABLES["giving"]["with"])
GIVE_TO = frozenset(_TABLES["giving"]["to"])
TAKE_FROM = frozenset(_TABLES["giving"]["from"])
PAY_INTO = frozenset(_TABLES["giving"]["into"])
CURRENCIES = frozenset(_TABLES["giving"]["currencies"])
WAGES = frozenset(_TABLES["giving"]["wages"])
FUNDED = frozenset(_TABLES["giving"]["funded"])
RELIEF = frozenset(_TABLES["giving"]["relief"])
GEAR = frozenset(_TABLES["giving"]["gear"])
TRADE = frozenset(_TABLES["giving"]["trade"])
GOODS: dict[str, ProxyVerb] = {word: relation for relation, words in _TABLES["goods"].items() for word in words}  # type: ignore[misc]
TIES: dict[str, list[str]] = _TABLES["ties"]
LOYALTY = frozenset(_TABLES["loyalty"]["words"])
SWEAR = frozenset(_TABLES["loyalty"]["swear"])
UNDER: dict[str, ProxyVerb] = _TABLES["under"]
IN_PAY: dict[str, ProxyVerb] = _TABLES["pay"]
BELONG = frozenset(_TABLES["belonging"]["words"])
LEAGUES = frozenset(_TABLES["belonging"]["leagues"])
SUPPLIERS = frozenset(_TABLES["suppliers"]["words"])
MERE_WORDS = frozenset(_TABLES["mere_words"]["words"])
MATERIAL = frozenset(_TABLES["material"]["words"])
VOICING = frozenset(_TABLES["voicing"]["words"])
NOMINALIZATIONS: dict[str, ProxyVerb] = _TABLES["nominalizations"]
TRANSFERS = frozenset(_TABLES["transfers"]["words"])
PROXIES: dict[str, ProxyVerb] = _TABLES["proxies"]
ONLY_WITH_OF = frozenset(_TABLES["only_with_of"]["words"])
PLACED_PARTS = frozenset(_TABLES["parts"]["placed"])
ORGAN_PARTS = frozenset(_TABLES["parts"]["organs"])
IRREGULAR_PARTS = frozenset(_TABLES["parts"]["irregular"])
LEANINGS = frozenset(_TABLES["parts"]["leanings"])
WORKING_WINGS = frozenset(_TABLES["parts"]["working"])
PARTIES = frozenset(_TABLES["parts"]["parties"])
HOUSES = frozenset(_TABLES["parts"]["houses"])
REGULAR_UNITS = frozenset(_TABLES["parts"]["regular"])
KINDS_OF_PEOPLE = frozenset(_TABLES["parts"]["kinds_of_people"])
LEGISLATURES = frozenset(_TABLES["parts"]["legislatures"])
BY_RIGHT = frozenset(_TABLES["parts"]["by_right"])
PERSONAL_PARTS = frozenset(_TABLES["parts"]["personal"])
SELVES = frozenset(_TABLES["parts"]["selves"])
STATE_ORGANS = frozenset(_TABLES["parts"]["state_organs"])
MODIFIERS = frozenset(_TABLES["modifiers"]["words"])
BODIES = frozenset(_TABLES["modifiers"]["bodies"])
PATRONS: dict[str, ProxyVerb] = _TABLES["patrons"]
OFFICES = frozenset(_TABLES["offices"]["words"])
ACT_FOR = frozenset(_TABLES["acting"]["for"])
ACT_ON_BEHALF = frozenset(_TABLES["acting"]["behalf"])
SPEAK_ON_BEHALF = frozenset(_TABLES["acting"]["speak"])
ENGAGE = frozenset(_TABLES["acting"]["engage"])
DEEDS = frozenset(_TABLES["acting"]["deeds"])
HIRELINGS = frozenset(_TABLES["acting"]["hirelings"])
HIRELING_TRADES = frozenset(_TABLES["acting"]["trades"])
PERSONS_ACT = frozenset(_TABLES["acting"]["persons"])
ORDERS = frozenset(_TABLES["acting"]["orders"])
SERVE = frozenset(_TABLES["acting"]["serve"])
SCREENS = frozenset(_TABLES["acting"]["screens"])
THROUGH = frozenset(_TABLES["acting"]["through"])
ONLY_SINGULAR = frozenset(_TABLES["acting"]["singular"])
FIRM_HEADS = frozenset(_TABLES["acting"]["heads"])
CONNECTIONS = frozenset(_TABLES["connections"]["words"])
TIED_BODIES = frozenset(_TABLES["connections"]["bodies"])
SUPPORTERS = frozenset(_TABLES["connections"]["supporters"])
CONNECTION_LEADS = tuple(_TABLES["connections"]["leads"])
FIGHTING_VERBS = frozenset(_TABLES["fighting"]["verbs"])
WARFARE = frozenset(_TABLES["fighting"]["warfare"])
IRREGULARS = frozenset(_TABLES["fighting"]["irregulars"])
FIGHTER_NOUNS = frozenset(_TABLES["fighting"]["fighter"])
TRAINEES = frozenset(_TABLES["fighting"]["trainees"])
FORCES = frozenset(_TABLES["fighting"]["forces"])
ARMIES = frozenset(_TABLES["fighting"]["armies"])
MEASURES = frozenset(_TABLES["fighting"]["measures"])
STATE_NOUNS = frozenset(_TABLES["fighting"]["states"])
TERRITORIES = frozenset(_TABLES["fighting"]["territories"])
RULERS = frozenset(_TABLES["fighting"]["governments"])
ACTOR_NOUNS = frozenset(_TABLES["actors"]["nouns"])
NEVER_ACTORS = frozenset(_TABLES["actors"]["never"])
OF_MEMBERS = frozenset(_TABLES["actors"]["of_members"])
BLOCS = frozenset(_TABLES["actors"]["blocs"])
GOVERNMENTS = frozenset(_TABLES["governments"]["words"])
DENY = frozenset(_TABLES["factuality"]["deny"])
REAL = frozenset(_TABLES["factuality"]["real"])
REAL_INFINITIVE = frozenset(_TABLES["factuality"]["infinitive"])
UNREAL = frozenset(_TABLES["factuality"]["unreal"])
ACCUSATIONS = frozenset(_TABLES["factuality"]["accusations"])
ENDING = frozenset(_TABLES["factuality"]["ending"])
SEEKING = frozenset(_TABLES["factuality"]["seeking"])
DEGREES = frozenset(_TABLES["factuality"]["degrees"])
CONDITIONS = frozenset(_TABLES["factuality"]["conditions"])
NEGATIONS = frozenset(_TABLES["factuality"]["negations"])
OBJECT_DOES = frozenset(_TABLES["factuality"]["objects"])
PENALTIES = frozenset(_TABLES["factuality"]["penalties"])
CAUSED = frozenset(_TABLES["factuality"]["caused"])
KEEP_TROOPS = frozenset(_TABLES["factuality"]["troops"])
CHARGING = frozenset(_TABLES["factuality"]["charging"])
CHARGES = frozenset(_TABLES["factuality"]["charges"])
CALLING = frozenset(_TABLES["factuality"]["calling"])
FALSEHOODS = frozenset(_TABLES["factuality"]["falsehoods"])
ANSWERED = frozenset(_TABLES["factuality"]["answered"])

_VERBS = {
    *WEAK,
    *STRONG,
    *CONTROL,
    *PASSIVE,
    *GIVE_WITH,
    *GIVE_TO,
    *TAKE_FROM,
    *ACT_FOR,
    *ACT_ON_BEHALF,
    *LEAD,
    *BELONG,
    *SWEAR,
    *PAY_INTO,
    *ENGAGE,
    "link",
}
_NOUNS = {
    *GOODS,
    *NOMINALIZATIONS,
    *TRANSFERS,
    *PROXIES,
    *PATRONS,
    *GOVERNMENTS,
    *ACCUSATIONS,
    *CONNECTIONS,
    *ANSWERED,
    *LOYALTY,
    *SUPPLIERS,
    *UNDER,
    *HIRELINGS,
    *WAGES,
    *CURRENCIES,
}


@cache
def telling() -> frozenset[str]:
    """Words of which every relation has at least one, lower-cased, in each of their forms, but for those told by giving
    something: see `handing` and `handed`."""
    nouns = {*TRANSFERS, *NOMINALIZATIONS, *PROXIES, *PATRONS, *CONNECTIONS, *IRREGULARS, *ARMIES, *MODIFIERS, *SCREENS}
    nouns |= {*LOYALTY, *UNDER, *IN_PAY, *SUPPLIERS, *HIRELINGS}
    nouns |= {"parent", "behalf", "behest", "order", "spying", "espionage"}
    verbs = {*WEAK, *STRONG, *CONTROL, *PASSIVE, *OF_FIGHTERS, *LEAD, *ACT_FOR, *BELONG, *ENGAGE, "link"}
    forms = (form for form, base in verb_bases().items() if base in verbs)
    return frozenset((*forms, *nouns, *map(plural, nouns), *TIES, *ADJECTIVES))


@cache
def handing() -> frozenset[str]:
    """Every form of the verbs of giving and taking; alone they tell nothing."""
    verbs = {*GIVE_WITH, *GIVE_TO, *TAKE_FROM, *PAY_INTO}
    return frozenset(form for form, base in verb_bases().items() if base in verbs)


@cache
def handed() -> frozenset[str]:
    """What is given where a relation is told by that, in each form: weapons, money, sums, wages."""
    nouns = {*GOODS, *CURRENCIES, *WAGES, *GEAR, "million", "billion"}
    return frozenset((*nouns, *map(plural, nouns)))


@cache
def verb_bases() -> dict[str, str]:
    """Every form of the verbs here to its base: a trained lemmatizer errs on the rarer ones ("arming")."""
    return {**verb_forms(_VERBS), **_TABLES["irregular"]}


@cache
def noun_bases() -> dict[str, str]:
    """Singular and plural of the nouns here to the singular."""
    plurals = {plural(noun): noun for noun in _NOUNS}
    return {**plurals, **{noun: noun for noun in _NOUNS}}


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    if noun.endswith("y") and not noun.endswith(("ay", "ey", "oy")):
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def goods_kind(lemma: str, word: str) -> ProxyVerb | None:
    """Which relation giving such goods shows, if any."""
    return GOODS.get(lemma) or GOODS.get(word)

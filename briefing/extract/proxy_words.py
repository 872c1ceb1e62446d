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
CONTROL: dict[str, ProxyVerb] = _TABLES["verbs"]["control"]
PASSIVE: dict[str, ProxyVerb] = _TABLES["verbs"]["passive"]
GIVE_WITH = frozenset(_TABLES["giving"]["with"])
GIVE_TO = frozenset(_TABLES["giving"]["to"])
TAKE_FROM = frozenset(_TABLES["giving"]["from"])
GOODS: dict[str, ProxyVerb] = {word: relation for relation, words in _TABLES["goods"].items() for word in words}  # type: ignore[misc]
TIES: dict[str, list[str]] = _TABLES["ties"]
MERE_WORDS = frozenset(_TABLES["mere_words"]["words"])
MATERIAL = frozenset(_TABLES["material"]["words"])
NOMINALIZATIONS: dict[str, ProxyVerb] = _TABLES["nominalizations"]
TRANSFERS = frozenset(_TABLES["transfers"]["words"])
PROXIES: dict[str, ProxyVerb] = _TABLES["proxies"]
ONLY_WITH_OF = frozenset(_TABLES["only_with_of"]["words"])
MODIFIERS = frozenset(_TABLES["modifiers"]["words"])
PATRONS: dict[str, ProxyVerb] = _TABLES["patrons"]
ACT_FOR = frozenset(_TABLES["acting"]["for"])
ACT_ON_BEHALF = frozenset(_TABLES["acting"]["behalf"])
PERSONS_ACT = frozenset(_TABLES["acting"]["persons"])
ORDERS = frozenset(_TABLES["acting"]["orders"])
GOVERNMENTS = frozenset(_TABLES["governments"]["words"])
DENY = frozenset(_TABLES["factuality"]["deny"])
REAL = frozenset(_TABLES["factuality"]["real"])
REAL_INFINITIVE = frozenset(_TABLES["factuality"]["infinitive"])
UNREAL = frozenset(_TABLES["factuality"]["unreal"])
ACCUSATIONS = frozenset(_TABLES["factuality"]["accusations"])
DEGREES = frozenset(_TABLES["factuality"]["degrees"])
CONDITIONS = frozenset(_TABLES["factuality"]["conditions"])
NEGATIONS = frozenset(_TABLES["factuality"]["negations"])

_VERBS = {*WEAK, *STRONG, *CONTROL, *PASSIVE, *GIVE_WITH, *GIVE_TO, *TAKE_FROM, *ACT_FOR, *ACT_ON_BEHALF, "use"}
_NOUNS = {*GOODS, *NOMINALIZATIONS, *TRANSFERS, *PROXIES, *PATRONS, *GOVERNMENTS, *ACCUSATIONS}


@cache
def verb_bases() -> dict[str, str]:
    """Every form of the verbs here to its base: a trained lemmatizer errs on the rarer ones ("arming")."""
    return {**verb_forms(_VERBS), **_TABLES["irregular"]}


@cache
def noun_bases() -> dict[str, str]:
    """Singular and plural of the nouns here to the singular."""
    plurals = {noun[:-1] + "ies" if noun.endswith("y") else noun + "s": noun for noun in _NOUNS}
    return {**plurals, **{noun: noun for noun in _NOUNS}}


def goods_kind(lemma: str, word: str) -> ProxyVerb | None:
    """Which relation giving such goods shows, if any."""
    return GOODS.get(lemma) or GOODS.get(word)

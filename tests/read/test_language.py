"""Whether a text looks English."""

from __future__ import annotations

import pytest

from kg.read.language import looks_english

ENGLISH = [
    "The bank said on Tuesday that it had raised its rate to four per cent, and that it expects "
    "prices to rise by less than three per cent this year.",
    "Rescue workers pulled three children from a collapsed school after the earthquake, which was felt as far as the coast, the governor said.",
    "Kenya's Faith Kipyegon won the final of the 1,500 metres in Tokyo, ahead of Jessica Hull of "
    "Australia and Gudaf Tsegay of Ethiopia, who set the pace.",
]
OTHERS = [
    "La banque centrale a annoncé mardi une hausse de son taux directeur à quatre pour cent, et "
    "elle attend une inflation plus faible pour cette année.",
    "Die Zentralbank teilte am Dienstag mit, dass sie den Leitzins auf vier Prozent angehoben hat "
    "und in diesem Jahr mit einer schwächeren Inflation rechnet.",
    "El banco central anunció el martes que subió su tasa de interés al cuatro por ciento y que "
    "espera una inflación más baja para este año en el país.",
    "De centrale bank heeft dinsdag gezegd dat zij de rente tot vier procent heeft verhoogd en "
    "dat ze dit jaar een lagere inflatie verwacht in het land.",
    "Il governo ha detto martedì che le scuole della regione resteranno chiuse fino a lunedì, "
    "dopo il terremoto che ha colpito la costa e molte case.",
    "O governo disse na terça-feira que as escolas da região vão ficar fechadas até segunda-feira, "
    "depois do terremoto que atingiu a costa e muitas casas.",
    "Центральный банк сообщил во вторник, что поднял ставку до четырёх процентов и ожидает, что в "
    "этом году цены в стране вырастут меньше, чем в прошлом году.",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    assert looks_english(text)


@pytest.mark.parametrize("text", OTHERS)
def test_other_languages(text: str) -> None:
    assert not looks_english(text)


def test_a_few_words_tell_nothing() -> None:
    assert looks_english("Bonjour tout le monde")

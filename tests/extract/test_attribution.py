"""Who says what: source, cue and content quoted from the text, over war, courts, companies, disasters, elections, sport and health."""

from __future__ import annotations

import pytest

from tests.extract.telling import event, failing, label_of, quoted, source, table
from tests.parses import read

# text, then source, cue and content of its attributions in the order of the cues
Told = tuple[str, str, tuple[str, ...]]

CASES: dict[str, list[tuple[str, list[Told]]]] = {
    "saying before": [
        ("The army said rebels had burned the bridge.", [("The army", "said", ("rebels had burned the bridge",))]),
        ("The ministry announced that the virus had reached Lima.", [("The ministry", "announced", ("that the virus had reached Lima",))]),
        ("The lawyer argued that the court lacked proof.", [("The lawyer", "argued", ("that the court lacked proof",))]),
    ],
    "saying after": [
        ("Rebels had burned the bridge, the army said.", [("the army", "said", ("Rebels had burned the bridge",))]),
        ("The dam burst after heavy rain, engineers said.", [("engineers", "said", ("The dam burst after heavy rain",))]),
        ("Voters stayed home, observers reported.", [("observers", "reported", ("Voters stayed home",))]),
    ],
    "saying inside": [
        ("The bridge, officials said, will be rebuilt by the army.", [("officials", "said", ("The bridge", "will be rebuilt by the army"))]),
        ("The merger, the chairman said, will create jobs.", [("the chairman", "said", ("The merger", "will create jobs"))]),
        ("The court, lawyers said, freed the banker.", [("lawyers", "said", ("The court", "freed the banker"))]),
    ],
    "according to": [
        ("According to the police, the driver fled the scene.", [("the police", "According to", ("the driver fled the scene",))]),
        ("The driver fled the scene, according to the police.", [("the police", "according to", ("The driver fled the scene",))]),
        ("The vaccine, according to the ministry, protects children.", [("the ministry", "according to", ("The vaccine", "protects children"))]),
        ("The firm, according to its auditor, hid the losses.", [("its auditor", "according to", ("The firm", "hid the losses"))]),
    ],
    "passive report": [
        ("The deal was announced by the minister.", [("the minister", "announced", ("The deal",))]),
        ("The outbreak was confirmed by doctors.", [("doctors", "confirmed", ("The outbreak",))]),
        ("The strike was reported by Reuters.", [("Reuters", "reported", ("The strike",))]),
    ],
    "report of a happening": [
        ("CNN reported an attack on the port.", [("CNN", "reported", ("an attack on the port",))]),
        ("Officials denied involvement in the raid.", [("Officials", "denied", ("involvement in the raid",))]),
        ("The club confirmed the transfer of the striker.", [("The club", "confirmed", ("the transfer of the striker",))]),
    ],
    "quotation": [
        ('"The enemy shelled our hospital," the doctor said.', [("the doctor", "said", ("The enemy shelled our hospital",))]),
        ('"We will appeal the verdict," said the lawyer.', [("the lawyer", "said", ("We will appeal the verdict",))]),
        ('The coach said: "The referee robbed us."', [("The coach", "said", ("The referee robbed us",))]),
    ],
    "mixed quotation": [
        (
            'The chairman said the firm had "lost its way" and would close two plants.',
            [("The chairman", "said", ('the firm had "lost its way" and would close two plants',))],
        ),
        ('The general said the raid was "a success".', [("The general", "said", ('the raid was "a success',))]),
        ('The mayor said voters were "robbed" by the party.', [("The mayor", "said", ('voters were "robbed" by the party',))]),
    ],
    "quotation over sentences": [
        (
            'The captain said: "We lost the ball. The defence slept. They scored twice." The match ended in May.',
            [("The captain", "said", ("We lost the ball. The defence slept. They scored twice",))],
        ),
        (
            'The lawyer said: "The court ignored us. The judge mocked us. We will appeal." The trial ended in May.',
            [("The lawyer", "said", ("The court ignored us. The judge mocked us. We will appeal",))],
        ),
        (
            'The doctor said: "The virus spread. It killed children." The hospital closed in May.',
            [("The doctor", "said", ("The virus spread. It killed children",))],
        ),
    ],
    "quotation over sentences from inside a clause": [
        (
            'The captain said the team had "lost the ball. The defence slept." The match ended in May.',
            [("The captain", "said", ('the team had "lost the ball', "The defence slept"))],
        ),
        (
            'The chairman said the bank was "in good health. We will not sell." Shares fell.',
            [("The chairman", "said", ('the bank was "in good health', "We will not sell"))],
        ),
    ],
    "reporting noun": [
        ("The army's claim that rebels burned the port was false.", [("The army", "claim", ("that rebels burned the port",))]),
        ("The coach's claim that the referee took money was rejected.", [("The coach", "claim", ("that the referee took money",))]),
        ("Parents ignored the doctor's warning that the virus kills.", [("the doctor", "warning", ("that the virus kills",))]),
    ],
    "characterization": [
        ("The lawyer described the trial as a farce.", [("The lawyer", "described", ("as a farce",))]),
        ("Critics portrayed the merger as a betrayal of workers.", [("Critics", "portrayed", ("as a betrayal of workers",))]),
        ('The minister called the vote "a farce".', [("The minister", "called", ("a farce",))]),
        ("The fan described the penalty as theft.", [("The fan", "described", ("as theft",))]),
        ("Observers described the election as a fraud.", [("Observers", "described", ("as a fraud",))]),
    ],
    "one in another": [
        (
            "Reuters reported that the minister denied that the army shelled the town.",
            [
                ("Reuters", "reported", ("that the minister denied that the army shelled the town",)),
                ("the minister", "denied", ("that the army shelled the town",)),
            ],
        ),
        (
            "The agency reported that doctors claimed the ministry hid deaths.",
            [("The agency", "reported", ("that doctors claimed the ministry hid deaths",)), ("doctors", "claimed", ("the ministry hid deaths",))],
        ),
        (
            "The bank repeated its claim that the trader stole money.",
            [("The bank", "repeated", ("its claim that the trader stole money",)), ("its", "claim", ("that the trader stole money",))],
        ),
    ],
    "nobody named": [
        ("Reports of an attack on the port alarmed the mayor.", []),
        ("It was announced that the firm had bought a rival.", []),
        ("The election was criticised by observers.", []),
    ],
}


#: Attributions that should be found so, and why they are not.
MENDED: list[tuple[str, list[Told]]] = [
    ("The president described the raid as theft.", [("The president", "described", ("as theft",))]),
    (
        '"The judge mocked us. We will appeal the verdict," the lawyer said.',
        [("the lawyer", "said", ("The judge mocked us. We will appeal the verdict",))],
    ),
    (
        '"The mine is in ruins. Total ruins," Ana Ruiz, head of the miners union, said.',
        [("Ana Ruiz", "said", ("The mine is in ruins. Total ruins",))],
    ),
    (
        '"The bank lied to us," said the farmer. "It took our land."',
        [("the farmer", "said", ("The bank lied to us", "It took our land"))],
    ),
    ('The trader kept "a diary". "The Diary" is a film. "It was dull," she said.', [("she", "said", ("It was dull",))]),
    ("Police dismissed reports of a shooting at the stadium.", []),
    ("The lawyer did not respond to requests for comment.", []),
    ("The bank did not reply to questions about the loan.", []),
    ("Neither firm would reveal the price of the deal.", []),
    ('"We do not want a deal," the rebel continued.', [("the rebel", "continued", ("We do not want a deal",))]),
    ("The trial continued in May.", []),
]
KNOWN_FAILURES: list[tuple[str, list[Told], str]] = [
    (
        "The ministry rejected claims of fraud.",
        [("The ministry", "rejected", ("claims of fraud",))],
        "who rejects claims does not make them",
    ),
]


def told(text: str) -> list[Told]:
    found = []
    for attribution in sorted(read(text).attributions, key=lambda a: a.cue):
        (who,), (cue,) = quoted(text, attribution.source), quoted(text, attribution.cue)
        found.append((who, cue, quoted(text, attribution.content)))
    return found


@pytest.mark.parametrize(("text", "expected"), table(CASES))
def test_attributions(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), [*MENDED, *failing(KNOWN_FAILURES)])
def test_hard_cases(text: str, expected: list[Told]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("text", [text for rows in CASES.values() for text, _ in rows])
def test_spans_are_whole_words_of_the_text(text: str) -> None:
    for attribution in read(text).attributions:
        for begin, end in (*attribution.source, *attribution.cue, *attribution.content):
            assert 0 <= begin < end <= len(text)
            assert text[begin:end] == text[begin:end].strip()
            assert not (begin and text[begin - 1].isalnum() and text[begin].isalnum())
            assert not (end < len(text) and text[end - 1].isalnum() and text[end].isalnum())


@pytest.mark.parametrize(
    ("text", "lemma", "speakers"),
    [
        ("Reuters reported that the minister denied that the army shelled the town.", "shell", ["minister", "Reuters"]),
        ("The agency reported that doctors claimed the ministry hid deaths.", "hide", ["doctors", "agency"]),
        ("The newspaper said the club denied it had bribed the referee.", "bribe", ["club", "newspaper"]),
        ("The army said rebels had burned the bridge.", "burn", ["army"]),
        ("The president described the raid as theft.", "raid", []),
        ("The lawyer described the trial as a farce.", "trial", []),
        ("Critics portrayed the merger as a betrayal of workers.", "merge", []),
        ('The captain said: "We lost the ball. The defence slept. They scored twice." The match ended in May.', "score", ["captain"]),
        ('The captain said: "We lost the ball. The defence slept. They scored twice." The match ended in May.', "end", []),
    ],
)
def test_chain(text: str, lemma: str, speakers: list[str]) -> None:
    """Who an event is attributed to, from the innermost speaker outwards."""
    extraction = read(text)
    parents = {a.id: a.parent for a in extraction.attributions}
    found, at = [], event(extraction, lemma).attribution
    while at is not None:
        found.append(source(extraction, at))
        at = parents[at]
    assert found == speakers


#: Events that stand in the document's own voice, or the wrong mouth: (text, lemma, attributed to, modality, why).
MENDED_OF_VOICE = [
    ("Police said a truck hit a crowd, killing three people.", "kill", "Police", "actual"),
    ("The club said a fire had hit the stadium, injuring nine fans.", "injure", "club", "actual"),
    ("The army announced raids on two camps, raising the total of raids to nine.", "raise", None, "actual"),
    ("The club announced bids for two strikers, signalling a change of plan.", "signal", None, "actual"),
    ("The bank had hidden its losses, court records show.", "hide", "court records", "actual"),
    ("Two sailors were refused asylum, port documents show.", "refuse", "port documents", "actual"),
    ("It was reported that troops burned the village.", "burn", None, "alleged"),
    ("It was announced that the firm had bought a rival.", "buy", None, "alleged"),
    ('"The judge mocked us. We will appeal the verdict," the lawyer said.', "mock", "lawyer", "actual"),
    ('"The bank lied to us," said the farmer. "It took our land."', "take", "farmer", "actual"),
    ("Police dismissed reports of a shooting at the stadium.", "shoot", None, "alleged"),
    ("The bus fell into a river, according to a police statement.", "fall", "police", "actual"),
    ("The clinic was closed in May, according to a letter by the ministry.", "close", "ministry", "actual"),
    ("The firm lost two ships in May, according to a report.", "lose", "report", "actual"),
    ('The mayor was tired. She went on: "The dam has killed nine people."', "kill", "mayor", "actual"),
    ('The trial ended in May. The lawyer summed up: "The court has freed a thief."', "free", "lawyer", "actual"),
]


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ('Fans left early. "The referee cheated the whole team." The match ended in May.', "cheat"),
        ("He said rebels had burned the bridge.", "burn"),
        ("They claimed that the bank had bribed the judge.", "bribe"),
    ],
)
def test_words_of_somebody_unknown_are_not_the_articles_own(text: str, lemma: str) -> None:
    extraction = read(text)
    attribution = event(extraction, lemma).attribution
    assert attribution is not None
    assert source(extraction, attribution) is None


@pytest.mark.parametrize(
    ("text", "lemma", "speaker", "modality"),
    MENDED_OF_VOICE,
)
def test_voice(text: str, lemma: str, speaker: str | None, modality: str) -> None:
    extraction = read(text)
    found = event(extraction, lemma)
    assert (source(extraction, found.attribution), found.modality) == (speaker, modality)


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("The judge said he had freed the banker.", "free", "judge"),
        ('"I shelled the port," the general said.', "shell", "general"),
        ('"The harbour is safe," the pilot was quoted by the gazette as saying.', "safe", "harbour"),
        ("The newspaper said the club denied it had bribed the referee.", "bribe", "club"),
    ],
)
def test_who_speaks_of_himself(text: str, lemma: str, expected: str) -> None:
    extraction = read(text)
    agents = [label_of(extraction, r.entity) for r in event(extraction, lemma).roles if r.role == "agent"]
    assert agents == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Dutch police say armed robbers emptied a jewelry store in Utrecht, newspapers report.",
        "The president has asked a surgeon to lead the agency, a senior senator said on Friday.",
        "The striker has confessed to doping but insisted he did not mean to cheat the team, officials tell the paper.",
    ],
)
def test_nobody_is_quoted_in_his_own_words(text: str) -> None:
    parents = {a.id: a.parent for a in read(text).attributions}
    for first in parents:
        seen: list[str] = []
        around: str | None = first
        while around is not None:
            assert around not in seen
            seen.append(around)
            around = parents[around]

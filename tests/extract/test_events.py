"""Who does what to whom: a table of sentences for each construction, from war, courts, companies, disasters, sport and politics."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.telling import event, failing, label_of, roles, table
from tests.parses import read

CASES: dict[str, list[tuple[str, str, Any]]] = {
    "active": [
        ("Rebels attacked the town of Merowe on Sunday.", "attack", {"agent": ["Rebels"], "patient": ["town of Merowe"]}),
        ("The court convicted the former minister.", "convict", {"agent": ["court"], "patient": ["former minister"]}),
        ("Siemens acquired the software maker in June.", "acquire", {"agent": ["Siemens"], "patient": ["software maker"]}),
    ],
    "passive with agent": [
        ("The bridge was destroyed by Ukrainian troops.", "destroy", {"agent": ["Ukrainian troops"], "patient": ["bridge"]}),
        ("The mayor was sued by two tenants.", "sue", {"agent": ["two tenants"], "patient": ["mayor"]}),
        ("Two firms were bought by a rival.", "buy", {"agent": ["rival"], "patient": ["Two firms"]}),
    ],
    "passive without agent": [
        ("Three villages were flooded.", "flood", {"patient": ["Three villages"]}),
        ("The striker was injured in the first half.", "injure", {"patient": ["striker"]}),
        ("The suspect was arrested in Lyon.", "arrest", {"patient": ["suspect"]}),
    ],
    "relative clause without a pronoun": [
        ("Police seized the tools they found in the mine.", "find", {"agent": ["Police"], "patient": ["tools"]}),
        ("The court freed the boat the navy had stopped.", "stop", {"agent": ["navy"], "patient": ["boat"]}),
        ("The seat the mayor hopes to win is in Lima.", "win", {"agent": ["mayor"], "topic": ["seat"]}),
        ("Norda closed the clinic the miners relied on.", "rely on", {"agent": ["miners"], "patient": ["clinic"]}),
    ],
    "adverb in the relation": [
        ("The coach hit back at critics.", "hit back at", {"agent": ["coach"], "patient": ["critics"]}),
        ("Nurses look forward to a rest.", "look forward to", {"agent": ["Nurses"], "patient": ["rest"]}),
        ("The trader got away with lies.", "get away with", {"agent": ["trader"], "patient": ["lies"]}),
        ("The law took effect in May.", "take effect", {"agent": ["law"]}),
        ("The club took advantage of a rule.", "take advantage", {"agent": ["club"], "topic": ["rule"]}),
        ("Farmers took part in a race.", "take part", {"agent": ["Farmers"]}),
    ],
    "gerund of nobody": [
        ("Money that was saved from cutting staff went to the coach.", "cut", {"patient": ["staff"]}),
        ("The farm offers tours that go beyond milking a cow.", "milk", {"patient": ["cow"]}),
        ("The treaty focuses on protecting whales.", "protect", {"patient": ["whales"]}),
    ],
    "object control by a preposition": [
        ("The mayor called on tenants to leave the building.", "leave", {"agent": ["tenants"], "patient": ["building"]}),
        ("The coach relied on the captain to calm the team.", "calm", {"agent": ["captain"], "patient": ["team"]}),
        ("The bank appealed to clients to change their passwords.", "change", {"agent": ["clients"], "patient": ["passwords"]}),
    ],
    "infinitive after a preposition and a relative": [
        ("Chile is one of the best places in which to open a mine.", "open", {"patient": ["mine"]}),
        ("The farmers rented a barn in which to store grain.", "store", {"patient": ["grain"]}),
        ("Lima is a city in which to sell boats.", "sell", {"patient": ["boats"]}),
    ],
    "imperative in front": [
        ("Close the mine, the minister said.", "close", {"patient": ["mine"]}),
        ("Boil the water, doctors told families.", "boil", {"patient": ["water"]}),
        ("Sell the boat, the captain said.", "sell", {"patient": ["boat"]}),
    ],
    "effort of an actor": [
        ("The flood dampened plans to open a mine.", "open", {"patient": ["mine"]}),
        ("A storm delayed efforts to free the whale.", "free", {"patient": ["whale"]}),
        ("The chairman abandoned plans to sell the airline.", "sell", {"agent": ["chairman"], "patient": ["airline"]}),
    ],
    "gerund after experience or time": [
        ("The mayor has a hard time selling the stadium.", "sell", {"agent": ["mayor"], "patient": ["stadium"]}),
        ("The minister had a hard time vetoing the bill.", "veto", {"agent": ["minister"], "patient": ["bill"]}),
        ("The coach had trouble selling a striker.", "sell", {"agent": ["coach"], "patient": ["striker"]}),
    ],
    "infinitive of somebody after for": [
        ("The court gave grounds for tenants to sue the bank.", "sue", {"agent": ["tenants"], "patient": ["bank"]}),
        ("The union opened with a call for nurses to leave the ward.", "leave", {"agent": ["nurses"], "patient": ["ward"]}),
    ],
    "base form that goes on from an infinitive": [
        ("It was an attempt to duck questions that we had raised and avoid a trial.", "avoid", {"patient": ["<trial>"]}),
    ],
    "teller after the verb": [
        ("The harvest failed, stressed the minister, adding that rice was dear.", "stress", {"agent": ["minister"]}),
    ],
    "two subjects": [
        ("Weber, who played for Lyon before the injury ended his career, coached the team.", "end", {"patient": ["career"]}),
        ("A nurse, a neighbour told Reuters, saved the child.", "tell", {"agent": ["neighbour"], "recipient": ["Reuters"]}),
    ],
    "relative clause": [
        ("The soldiers who captured the airport withdrew.", "capture", {"agent": ["soldiers"], "patient": ["airport"]}),
        ("The judge who sentenced the trader retired.", "sentence", {"agent": ["judge"], "patient": ["trader"]}),
    ],
    "participle": [
        ("Police searched a truck carrying explosives.", "carry", {"agent": ["truck carrying explosives"], "patient": ["explosives"]}),
        ("The mayor visited families displaced by the flood.", "displace", {"patient": ["families displaced by the flood"]}),
    ],
    "coordination": [
        ("Troops stormed the prison and freed the hostages.", "free", {"agent": ["Troops"], "patient": ["hostages"]}),
        ("The board fired the director and hired a lawyer.", "hire", {"agent": ["board"], "patient": ["lawyer"]}),
        ("France and Germany signed the documents.", "sign", {"agent": ["France", "Germany"], "patient": ["documents"]}),
    ],
    "control": [
        ("The president ordered the army to leave the valley.", "leave", {"agent": ["army"]}),
        ("The union wants to strike the deal down.", "want", {"agent": ["union"]}),
        ("Prosecutors accused the banker of bribing two ministers.", "bribe", {"agent": ["banker"], "patient": ["two ministers"]}),
    ],
    "what a question or a report is about": [
        (
            "The minister avoided questions about the seizure of the ship.",
            "avoid",
            {"agent": ["minister"], "patient": ["questions about the seizure of the ship"], "topic": ["<seize>"]},
        ),
        (
            "The club rejected reports of a merger with its rival.",
            "reject",
            {"agent": ["club"], "patient": ["reports of a merger with its rival"], "topic": ["<merge>"]},
        ),
        (
            "The judge ignored the claim that the bank had bribed officials.",
            "ignore",
            {"agent": ["judge"], "patient": ["claim that the bank had bribed officials"], "topic": ["<bribe>"]},
        ),
        ("The mayor answered questions about her dog.", "answer", {"agent": ["mayor"], "patient": ["questions about her dog"]}),
    ],
    "no participants": [
        ("The store sells films apart from music.", "sell", {"agent": ["store"], "patient": ["films"]}),
        ("The airline is going to buy planes.", "buy", {"agent": ["airline"], "patient": ["planes"]}),
        ("It retired with 155 planes ordered.", "order", {"patient": ["155 planes ordered"]}),
    ],
    "participle after an object or a noun": [
        ("The judge had three men arrested.", "arrest", {"patient": ["three men"]}),
        ("Villagers saw the bridge destroyed.", "destroy", {"patient": ["bridge"]}),
        ("The deal will see planes delivered to six airlines.", "deliver", {"patient": ["planes"], "recipient": ["six airlines"]}),
        ("Divers found a boat named Aurora.", "name", {"patient": ["boat named Aurora"], "attribute": ["Aurora"]}),
        ("After the ship arrives in Lagos, the firm will sell its cargo.", "sell", {"agent": ["firm"], "patient": ["cargo"]}),
    ],
    "means and receivers": [
        ("The wife was reached by phone.", "reach", {"patient": ["wife"], "instrument": ["phone"]}),
        ("The wife was reached by a reporter.", "reach", {"agent": ["reporter"], "patient": ["wife"]}),
        ("The witness was given a lighter sentence.", "give", {"patient": ["lighter sentence"], "recipient": ["witness"]}),
        ("The minister telephoned the envoy to thank him.", "thank", {"agent": ["minister"]}),
        ("The firm hired a lawyer to sue the bank.", "sue", {"agent": ["lawyer"], "patient": ["bank"]}),
    ],
    "a shared object": [
        ("Guards kept ships from entering or leaving the port.", "enter", {"agent": ["ships"], "patient": ["port"]}),
        ("The firm designed and built the bridge.", "design", {"agent": ["firm"], "patient": ["bridge"]}),
        ("The court fined or jailed three traders.", "fine", {"agent": ["court"], "patient": ["three traders"]}),
        ("The thief came and took the bag.", "come", {"agent": ["thief"]}),
        ("The union protested and blocked the road.", "protest", {"agent": ["union"]}),
        ("The director resigned and sold the company.", "resign", {"agent": ["director"]}),
    ],
    "comment on a clause": [
        ("The minister stated that the port is open, a first since May.", "state", {"agent": ["minister"], "topic": ["<open>"]}),
        ("The coach said the striker would leave, a blow to the club.", "say", {"agent": ["coach"], "topic": ["<leave>"]}),
        ("The judge declared that police had lied, a victory for unions.", "declare", {"agent": ["judge"], "topic": ["<lie>"]}),
    ],
    "instead": [
        ("Instead of closing the mine, the firm sold the port.", "close", {"agent": ["firm"], "patient": ["mine"]}),
        ("Ana Ruiz asked Tom Lee to leave the office.", "leave", {"agent": ["Tom Lee"], "patient": ["office"]}),
        ("The court imposed a ban instead of a fine.", "impose", {"agent": ["court"], "patient": ["<ban>"]}),
    ],
    "several places": [
        ("Ministers met in Geneva and Vienna.", "meet", {"agent": ["Ministers"], "place": ["Geneva", "Vienna"]}),
        ("The firm opened clinics in Lagos and Accra.", "open", {"agent": ["firm"], "patient": ["clinics"], "place": ["Lagos", "Accra"]}),
    ],
    "the channel that something is broadcast on": [
        ("The debate was broadcast live on Radio Norland.", "broadcast", {"patient": ["<debate>"], "instrument": ["Radio Norland"], "place": None}),
        ("A trial aired on NBC angered the club.", "air", {"patient": ["<trial>"], "instrument": ["NBC News"]}),
        ("The final was televised in Peru.", "televise", {"place": ["Peru"]}),
    ],
    "phrasal verb": [
        ("The army called off the raid.", "call off", {"agent": ["army"], "patient": ["<raid>"]}),
        ("The club called the match off.", "call off", {"agent": ["club"], "patient": ["<match>"]}),
        ("The company laid off 300 workers.", "lay off", {"agent": ["company"], "patient": ["300 workers"]}),
        ("The ministry handed over the files.", "hand over", {"agent": ["ministry"], "patient": ["files"]}),
        ("Rebels blew up a bridge.", "blow up", {"agent": ["Rebels"], "patient": ["bridge"]}),
        ("Doctors set up a clinic in the camp.", "set up", {"agent": ["Doctors"], "patient": ["clinic in the camp"]}),
    ],
    "dative": [
        ("The court awarded the widow a pension.", "award", {"agent": ["court"], "patient": ["pension"], "recipient": ["widow"]}),
        ("France gave Ukraine two ships.", "give", {"agent": ["France"], "patient": ["two ships"], "recipient": ["Ukraine"]}),
        ("The club sent the referee a letter.", "send", {"agent": ["club"], "patient": ["letter"], "recipient": ["referee"]}),
        ("The charity gave tents to families.", "give", {"agent": ["charity"], "patient": ["tents"], "recipient": ["families"]}),
        ("The company sold the mine to a rival.", "sell", {"agent": ["company"], "patient": ["mine"], "recipient": ["rival"]}),
        ("The mayor told reporters the dam had failed.", "tell", {"agent": ["mayor"], "recipient": ["reporters"], "topic": ["<fail>"]}),
    ],
    "adjective": [
        ("Iran is ready for talks.", "ready", {"agent": ["Iran"], "purpose": ["<talks>"]}),
        ("The bank is prepared to sell the unit.", "prepared", {"agent": ["bank"], "topic": ["<sell>"]}),
        ("The bank is prepared to sell the unit.", "sell", {"agent": ["bank"], "patient": ["unit"]}),
        ("The union is willing to accept the offer.", "accept", {"agent": ["union"], "patient": ["<offer>"]}),
        ("The captain is able to play the final.", "play", {"agent": ["captain"], "patient": ["<final>"]}),
        ("Officials are aware of the outbreak.", "aware", {"agent": ["Officials"], "topic": ["<outbreak>"]}),
        ("The candidate is expected to win the election.", "win", {"agent": ["candidate"], "topic": ["<elect>"]}),
    ],
    "control by a passive": [
        ("The prisoners were ordered to leave the camp.", "leave", {"agent": ["prisoners"], "patient": ["camp"]}),
        ("Workers were forced to flee the plant.", "flee", {"agent": ["Workers"], "source": ["plant"]}),
        ("The trader was accused of stealing shares.", "steal", {"agent": ["trader"], "patient": ["shares"]}),
        ("The bank was convicted of laundering money.", "launder", {"agent": ["bank"], "patient": ["money"]}),
        ("The player was told to apologize.", "apologize", {"agent": ["player"]}),
        ("The nurse was seen leaving the hospital.", "leave", {"agent": ["nurse"], "patient": ["hospital"]}),
    ],
    "consequence": [
        ("A truck hit a crowd, killing three.", "kill", {"agent": ["<hit>"]}),
        ("A bomb exploded in the market, killing nine people.", "kill", {"agent": ["<explode>"], "patient": ["nine people"]}),
        ("The dam burst, destroying two villages.", "destroy", {"agent": ["<burst>"], "patient": ["two villages"]}),
        ("The court freed the minister, sparking protests.", "spark", {"agent": ["<free>"], "result": ["<protest>"]}),
        ("The firm closed the mine, leaving 400 miners without work.", "leave", {"agent": ["<close>"], "patient": ["400 miners"]}),
        ("The striker scored twice, ending the drought.", "end", {"agent": ["<score>"], "patient": ["<drought>"]}),
        ("The deal was signed in Paris, ending the war.", "end", {"agent": ["<sign>"], "patient": ["<war>"]}),
        ("The soldiers left, carrying the wounded.", "carry", {"agent": ["soldiers"]}),
    ],
    "inclusion": [
        ("The club announced a plan, comprising two stadiums and a school.", "comprise", {"agent": ["plan"], "topic": ["two stadiums", "school"]}),
        ("The team faces a tour, covering five cities.", "cover", {"agent": ["<tour>"], "patient": ["five cities"]}),
        ("The army has a plan, involving 300 tanks.", "involve", {"agent": ["plan"], "patient": ["300 tanks"]}),
    ],
    "gerunds after an object": [
        ("Rebels put their savings into hiring a lawyer.", "hire", {"agent": ["Rebels"], "patient": ["lawyer"]}),
        ("The bank talked him into selling the shares.", "sell", {"agent": None, "patient": ["shares"]}),
        ("The court fined the firm for dumping waste.", "dump", {"agent": ["firm"], "patient": ["waste"]}),
        ("Iran warned Israel against attacking its plants.", "attack", {"agent": ["Israel"], "patient": ["plants"]}),
    ],
    "by what means": [
        ("Water was brought to the camp using old pipes.", "use", {"agent": None, "instrument": ["old pipes"]}),
        ("The thieves opened the safe using a drill.", "use", {"agent": ["thieves"], "instrument": ["drill"]}),
    ],
    "aims": [
        ("The mission is to protect the villages.", "protect", {"agent": None, "patient": ["villages"]}),
        ("The mayor's plan is to close the port.", "close", {"agent": ["mayor"], "patient": ["port"]}),
        ("Lufthansa is to buy 20 jets.", "buy", {"agent": ["Lufthansa"], "patient": ["20 jets"]}),
    ],
    "who tells, after the comma": [
        ("The storm sank two ferries, Ana Ruiz, head of the coast guard, told reporters.", "tell", {"agent": ["Ana Ruiz"], "topic": ["<sink>"]}),
        ("The club sold its stadium, Peter Brandt, its lawyer, said.", "say", {"agent": ["Peter Brandt"], "topic": ["<sell>"]}),
        ("Rebels shelled a convoy of the United Nations, Omar Haddad, a doctor in Aleppo, told AFP.", "tell", {"agent": ["Omar Haddad"]}),
    ],
    "accused of": [
        ("The bank is accused of hiding losses.", "hide", {"agent": ["bank"], "patient": ["losses"]}),
        ("The general was convicted of looting temples.", "loot", {"agent": ["general"], "patient": ["temples"]}),
        ("The city lacks building materials.", "lack", {"patient": ["building materials"]}),
    ],
    "relative pronouns beside another subject": [
        ("Grayson criticized the department, which he argued seeks to cut grants.", "argue", {"agent": ["Grayson"], "topic": ["<seek>"]}),
        ("The club hired a lawyer, who it said won ten cases.", "win", {"agent": ["lawyer"]}),
    ],
    "participles after what is said": [
        ("Police said the bomb hit a bus, hurling it off the road.", "hurl", {"agent": ["bomb"]}),
        ("The coach said the striker left early, angering the fans.", "anger", {"agent": ["striker"]}),
        ("Lee said the club lost money, adding that fans stayed away.", "add that", {"agent": ["Lee"]}),
    ],
    "dates in the shape of participles": [
        ("Qantas sells flights starting in April 2027.", "sell", {"agent": ["Qantas"]}),
        ("The court heard ten cases beginning on Monday.", "hear", {"agent": ["court"]}),
    ],
    "he may be whom he speaks of": [
        ("Peter Grayson has drafted a bill and would defend it in court, he said.", "say", {"agent": ["Peter Grayson"]}),
        ('"Peter Grayson has drafted a bill," he said.', "say", {"agent": None}),
    ],
    "prefixes": [
        ("He is running for re-election in May.", "run for", {"goal": ["<elect>"]}),
        ("The ex-minister was jailed.", "jail", {"patient": ["ex-minister"]}),
        ("Fans of the co-founder booed the anti-doping agency.", "boo", {"agent": ["Fans of the co-founder"]}),
    ],
    "led to": [
        ("The mayor led the guests to the hall.", "lead", {"agent": ["mayor"], "patient": ["guests"]}),
        ("The leak led to a strike.", "lead to", {"result": ["<strike>"]}),
    ],
    "ways to": [
        ("The parties disagree over ways to heal a rift.", "heal", {"agent": None}),
        ("It is the second device to use flash memory.", "use", {"agent": ["second device to use flash memory"]}),
        ("Doctors seek a drug to treat malaria.", "treat", {"patient": ["malaria"]}),
    ],
    "from what is sought": [
        ("Airbus paid for a search for the recorders from Air France Flight 447.", "search", {"agent": None}),
        ("The firm awaits an order from Lufthansa.", "await", {"agent": ["firm"]}),
    ],
    "manner": [
        ("An official, speaking on condition of anonymity, said the ship had sunk.", "speak", {"agent": ["official"], "topic": None}),
        ("The coach did not want the job in the first place.", "want", {"agent": ["coach"], "place": None}),
    ],
    "who can do it": [
        ("The rifle gave clues for investigators trying to find the gunman.", "try", {"agent": ["investigators"]}),
        ("The loan will be used to buy ships.", "buy", {"agent": None, "patient": ["ships"]}),
        ("Buried a foot beneath the ground, the rifle was found on Thursday.", "bury", {"patient": ["rifle"], "agent": None}),
        ("Seized by rebels in May, the dam was retaken by the army.", "seize", {"agent": ["rebels"], "patient": ["dam"]}),
    ],
    "shot dead": [
        ("The gang shot dead one local councillor and fled.", "shoot", {"agent": ["gang"], "patient": ["one local councillor"]}),
        ("Rebels set free the hostages.", "set", {"agent": ["Rebels"], "patient": ["hostages"]}),
    ],
    "quoted as saying": [
        ("The agency quoted the premier as saying the port was safe.", "say", {"agent": ["premier"]}),
        ("The paper cited a nurse as saying the ward was full.", "say", {"agent": ["nurse"]}),
    ],
    "to what end something is done": [
        ("Steps were taken to hold a vote.", "hold", {"agent": None}),
        ("Soldiers were sent to guard the bridge.", "guard", {"agent": ["Soldiers"], "patient": ["bridge"]}),
    ],
    "on the way": [
        ("The minister was riding on his way to the airport.", "ride", {"agent": ["minister"], "topic": None}),
        ("The militants fired rockets from the West Bank.", "fire", {"agent": ["militants"], "patient": ["rockets"]}),
    ],
    "where somebody speaks": [
        ("The widow said from her home in Lima that police had beaten her son.", "say", {"agent": ["widow"], "source": None, "topic": ["<beat>"]}),
        ("The trawler carried drugs from Peru.", "carry", {"agent": ["trawler"], "patient": ["drugs"], "source": ["Peru"]}),
    ],
    "accused of doing it": [
        ("Lee accused the firm of exploiting the strike to raise prices.", "exploit", {"agent": ["firm"], "patient": ["<strike>"]}),
        ("The union accused the bank of planning a merger.", "accuse", {"agent": ["union"], "patient": ["bank"], "topic": ["<plan>"]}),
        ("The rider accused the club of hiding his medals.", "hide", {"agent": ["club"], "patient": ["medals"]}),
    ],
    "what a paper suggests": [
        (
            "Lawyers said in a filing that a declaration by the ministry suggests the file was found in May.",
            "suggest",
            {"agent": ["declaration by the ministry"]},
        ),
        ("A letter from the coach suggests the striker will leave.", "suggest", {"agent": ["letter from the coach"]}),
        ("The doctors suggested that the ward be closed.", "suggest", {"agent": ["doctors"]}),
    ],
    "there is interest": [
        ("The minister stressed that the country is ready for talks, provided there is interest in ending the smuggling.", "end", {"agent": None}),
        ("The club said there was an attempt to bribe a referee.", "bribe", {"agent": None}),
    ],
    "out of": [
        ("Ethiopian troops pulled out of Somalia.", "pull out", {"agent": ["Ethiopian troops"], "source": ["Somalia"]}),
        ("The army retreated out of Aleppo.", "retreat", {"agent": ["army"]}),
    ],
    "coordination inside a phrase": [
        ("The foreign ministers of Egypt and Jordan met in Amman.", "meet", {"agent": ["foreign ministers of Egypt and Jordan"]}),
        ("The flood killed farmers in Chad and Niger.", "kill", {"patient": ["farmers in Chad and Niger"]}),
        ("The bank hired lawyers from London and Paris.", "hire", {"patient": ["lawyers from London and Paris"]}),
    ],
}

#: Participants that a verb should get and does not: (text, lemma, roles, why).
MENDED: list[tuple[str, str, Any]] = [
    ("The strike was reported by Reuters.", "report", {"agent": ["Reuters"], "topic": ["<strike>"]}),
    ("The trader was accused of stealing shares.", "accuse", {"patient": ["trader"], "agent": None}),
    ("The quake struck the town at night.", "strike", {"patient": ["town"], "goal": None}),
    ("The quake struck at night.", "strike", {"patient": None}),
    ("The team is unable to pay the fine.", "fine", {"agent": None}),
]
KNOWN_FAILURES: list[tuple[str, str, Any, str]] = [
    (
        '"The firm hid the losses," the auditor wrote, "and bribed officials."',
        "bribe",
        {"agent": ["firm"]},
        "the quotation goes on after its cue with the same subject",
    ),
]


@pytest.mark.parametrize(("text", "lemma", "expected"), table(CASES))
def test_participants(text: str, lemma: str, expected: dict[str, list[str]]) -> None:
    found = roles(text, lemma)
    assert {role: found.get(role) for role in expected} == expected


@pytest.mark.parametrize(("text", "lemma", "expected"), [*MENDED, *failing(KNOWN_FAILURES)])
def test_hard_cases(text: str, lemma: str, expected: dict[str, list[str] | None]) -> None:
    found = roles(text, lemma)
    assert {role: found.get(role) for role in expected} == expected


@pytest.mark.parametrize(
    ("text", "lemma", "rule"),
    [
        ("Rebels blew up a bridge.", "blow up", "verb-active-main"),
        ("The suspect was arrested in Lyon.", "arrest", "verb-passive-main"),
        ("Police searched a truck carrying explosives.", "carry", "verb-active-participle"),
        ("The judge who sentenced the trader retired.", "sentence", "verb-active-relative"),
        ("Troops stormed the prison and freed the hostages.", "free", "verb-active-coordination"),
        ("The prisoners were ordered to leave the camp.", "leave", "verb-active-control"),
        ("The bank was convicted of laundering money.", "launder", "verb-active-gerund"),
        ("The dam burst, destroying two villages.", "destroy", "verb-active-adverbial"),
        ("Officials are aware of the outbreak.", "aware", "adjective"),
    ],
)
def test_rule_names_the_construction(text: str, lemma: str, rule: str) -> None:
    assert event(read(text), lemma).rule == rule


@pytest.mark.parametrize(
    ("text", "lemma", "phrase"),
    [
        ("The army called off the raid.", "call off", "called off"),
        ("The army did not attack the port.", "attack", "did not attack"),
        ("The suspect was arrested in Lyon.", "arrest", "was arrested"),
        ("Iran is ready for talks.", "ready", "is ready"),
        ("The coach will sell the striker.", "sell", "will sell"),
    ],
)
def test_phrase_is_the_relations_words(text: str, lemma: str, phrase: str) -> None:
    assert text[slice(*event(read(text), lemma).phrase)] == phrase


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The premier flew to Lima.", ("premier", "fly to", "Lima")),
        ("The tax applies to boats.", ("tax", "apply to", "boats")),
        ("The orchestra works for a museum.", ("orchestra", "work for", "museum")),
        ("The seat that he stood for is safe. The policies the mayor stands for are old.", ("mayor", "stand for", "policies")),
    ],
)
def test_a_relation_names_the_preposition_of_its_object(text: str, relation: tuple[str, str, str]) -> None:
    extraction = read(text)
    told = [(label_of(extraction, c.subject), c.predicate, label_of(extraction, c.object)) for c in extraction.claims]
    assert relation in told


@pytest.mark.parametrize("text", ["The remarks were made in an interview.", "The decision was made in silence.", "The attack was carried out."])
def test_a_light_passive_tells_nothing(text: str) -> None:
    assert not read(text).claims


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The radar can guide arriving planes in fog.", "arrive"),
        ("Prices soared to record high levels.", "record"),
        ("The firm will build a railway leading to Peru.", "lead"),
        ("The coach praised the win over visiting sailors.", "visit"),
        ("Police offered a reward for information leading to an arrest.", "lead to"),
        ("The bank paid for tips leading to the hacker.", "lead to"),
        ("Publishing was shaken by changing habits.", "change"),
        ("The factory was hit by rising prices.", "rise"),
        ("Norda was hurt by falling sales.", "fall"),
        ("The team is young and used to losing.", "use"),
        ("The workers had to get used to sleeping in tents.", "use"),
        ("The firm emptied its depot located in northern Lima two days ago.", "locate"),
        ("The factory will close come June.", "come"),
    ],
)
def test_what_only_describes_is_no_happening(text: str, lemma: str) -> None:
    assert lemma not in {e.lemma for e in read(text).events if e.rule.startswith("verb")}

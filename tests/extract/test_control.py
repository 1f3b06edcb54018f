"""Who does what an infinitive, a gerund or a command says, over councils, sport, courts, disasters and companies; else nobody."""

from __future__ import annotations

import pytest

from tests.extract.telling import label_of, roles, table
from tests.parses import read

#: text, lemma, the labels of its agents
CASES: dict[str, list[tuple[str, str, list[str]]]] = {
    "what it took": [
        ("It took the firefighters six hours to put out the blaze.", "put out", ["firefighters"]),
        ("It took two days to repair the bridge.", "repair", []),
        ("The champions took just one hour to regain their title.", "regain", ["champions"]),
    ],
    "plans of others": [
        ("The fishermen are angered by the plan to move the harbour.", "move", []),
        ("The army took over the town after a revolt against plans to merge it with another district.", "merge", []),
        ("The bank announced a plan to close ten branches.", "close", ["bank"]),
    ],
    "who is helped does it": [
        ("Volunteers have been assisting the villagers to rebuild the school.", "rebuild", ["villagers"]),
        ("The agency will help governments in the region to cut emissions.", "cut", ["governments in the region"]),
    ],
    "a purpose that may be another's": [
        ("The council passed laws introducing a fee to replace the old levy.", "replace", []),
        ("The airline signed a deal creating a fund to compensate passengers.", "compensate", []),
    ],
    "where to is not who": [
        ("The envoy will leave Kenya on Friday for Ghana to attend a regional summit.", "attend", ["envoy"]),
        ("The coach urged the club to wait for Chile to send its captain.", "send", ["Chile"]),
    ],
    "occasions do nothing": [
        ("The captain asked for the first time to meet the referees.", "meet", ["captain"]),
        ("The fund has the power to seize land.", "seize", ["fund"]),
    ],
    "commands in quotation marks": [
        ('The mayor said to residents, "Do not drink the water from the river."', "drink", ["residents"]),
        ('"Leave the valley before the dam breaks," the engineer said.', "leave", []),
    ],
    "of two subjects": [
        ("The ceasefire before negotiations will prolong the war and allow the rebels to stay.", "allow", ["<ceasefire>"]),
        ("A rest before races will help the runners.", "help", ["rest before races"]),
    ],
    "what makes something fall does not fall": [
        ("The proposed cuts would derail the project, the mayor said.", "derail", ["proposed cuts"]),
        ("The pilot crashed the plane.", "crash", ["pilot"]),
    ],
    "we are more than who speaks": [
        ('"We shelled the port," the general said.', "shell", ["general and others"]),
        ('"I shelled the port," the general said.', "shell", ["general"]),
        ('"We will appeal the ruling," the company said.', "appeal", ["company"]),
        ('"We will appeal the ruling," the letter said.', "appeal", []),
    ],
    "who adds it": [
        ("Medics said the girl was shot in the leg, adding that she would walk again.", "add that", ["Medics"]),
        ("The police said a bus had left the road, noting that it was raining.", "note", ["police"]),
    ],
    "people beside what happens": [
        ("A shell landed among women queuing for bread.", "queue", ["women queuing for bread"]),
        ("A landslide fell on villagers sleeping in a school.", "sleep", ["villagers sleeping in a school"]),
        ("The thief fled through a crowd, shouting insults.", "shout", ["thief"]),
    ],
    "who is asked does it": [
        ("The union has rejected demands by the ministry to impose deeper cuts.", "impose", ["union"]),
        ("The mayor made an appeal to voters to boycott the ballot.", "boycott", ["voters"]),
        ("The board issued an order to close the mine.", "close", []),
        ("The agency supports farmers to plant trees.", "plant", ["farmers"]),
    ],
    "nobody that the sentence names": [
        ("Members renewed their pledge to the goals set in 1994 by signing a roadmap.", "sign", []),
        ("The tasks include improving roads.", "improve", []),
    ],
    "who is given time or money": [
        ("The rebels gave Chad two weeks to enact the law.", "enact", ["Chad"]),
        ("The agency needs more money to replace a pump.", "replace", ["agency"]),
    ],
    "between of and a gerund": [
        ("She stressed the importance of Chile improving its schools.", "improve", ["Chile"]),
    ],
    "no place is a who": [
        ("The court freed two nurses from Chad, who had sold guns.", "sell", ["two nurses"]),
    ],
    "which is the deed, not its partner": [
        ("The firm signed a deal with Nordal, which included a port.", "include", ["<deal>"]),
        ("The club announced a tour of Kenya, which begins in May.", "begin", ["<tour>"]),
        ("She joined Nordal, which includes two mills.", "include", ["Nordal"]),
    ],
    "a gerund after a relative clause": [
        ("The pact aims at ending a feud that hurts clerks and raising wages.", "raise", ["<pact>"]),
    ],
    "what is needed does nothing": [
        ("The party needs five seats to win the vote.", "win", ["party"]),
    ],
    "who, of two": [
        ("Members of the band who rented a house wrote a song.", "rent", ["Members of the band"]),
        ("In his report on Peru, Berg, who praised the army, told of a strike.", "praise", ["Berg"]),
    ],
    "for whom, after a comma": [
        ("Leaders have pleaded for Ruiz, regarded as a reformer, to lead the bank.", "lead", ["Ruiz"]),
        ("The premier headed for Lima to join other leaders.", "join", ["premier"]),
    ],
    "powers and uses": [
        ("The new mayor, who will have the powers to run the town, is a nurse.", "run", ["new mayor"]),
        ("The rules are meant to curb the use of loans to buy flats.", "buy", []),
    ],
    "against whom": [
        ("Prosecutors opened an inquiry against Koch for bringing waste into the country.", "bring", ["Koch"]),
        ("Prosecutors opened an office for helping victims.", "help", ["Prosecutors"]),
    ],
    "beside what is said": [
        ("The official said upon receiving the letter, the court freed the clerk.", "receive", ["court"]),
        ("The official said after receiving the letter that the court freed the clerk.", "receive", ["official"]),
    ],
    "who is sent or told does it": [
        ("The embassy sent a doctor to the camp to learn about treating the fever.", "learn about", ["doctor"]),
        ("The army sent its officers abroad to learn about clearing mines.", "learn about", ["officers"]),
        ("The court did not hear the witness and did not order the guards to stop beating prisoners.", "stop", ["guards"]),
        ("The state mobilized soldiers to help restore power.", "restore", ["soldiers"]),
        ("The mother sent a letter to the council to demand repairs.", "demand", ["mother"]),
        ("The firm asked a question to gain time.", "gain", ["firm"]),
        ("The envoy left Lima on Monday to report to the premier.", "report", ["envoy"]),
    ],
    "what is asked for": [
        ("The minister called for more trust between unions and employers to strengthen safety in mines.", "strengthen", []),
        ("The coach called for closer ties among clubs and schools to find young players.", "find", []),
        ("The union demanded a law to protect nurses.", "protect", []),
        ("Farmers called for the council in Lima to pay.", "pay", ["council in Lima"]),
        ("The mayor called for volunteers to clear the road.", "clear", ["volunteers"]),
        ("The rebels called for a vote to oust the premier after accusing him of theft.", "oust", []),
    ],
    "what is for others to do": [
        ("The panel recommended closing the mine.", "close", []),
        ("The union opposed selling the port.", "sell", []),
        ("The panel recommended selling its mine.", "sell", ["panel"]),
        ("The club considered buying a stadium.", "buy", ["club"]),
    ],
    "what one spends on it does nothing": [
        ("The city that spent four million euros building a road sued the firm.", "build", ["city"]),
        ("The army spent ten days searching the hills.", "search", ["army"]),
        ("The firm moved the boats carrying coal.", "carry", ["boats carrying coal"]),
    ],
    "somebody beside it": [
        ("The rebels took the town with Weber leading them.", "lead", ["Weber"]),
        ("The clubs will talk about the final with Norda and Lima acting as hosts.", "act", ["Norda", "Lima"]),
        ("The firms signed the deal with the state paying for the road.", "pay", ["state"]),
    ],
    "a share of what is needed": [
        ("The two parties won only 9% of the seats needed to pass the law.", "pass", []),
        ("The museum lacks half of the guards needed to open its doors.", "open", []),
        ("The party lacks two of the seats required to change the law.", "change", []),
        ("The army lacks the soldiers needed to hold the town.", "hold", ["soldiers needed to hold the town"]),
    ],
    "talks leave open who will": [
        ("The envoy signalled Chad's readiness to open talks with France on combating piracy.", "combat", []),
        ("The club opened negotiations with the league on moving the final.", "move", []),
        ("The minister held talks with Peru on building a railway.", "build", []),
        ("The firm spent its budget on building ships.", "build", ["firm"]),
    ],
    "in front, what it is about": [
        ("On cutting fares, the mayor insisted on waiting for a report.", "cut", []),
        ("On raising rents, the council voted to wait.", "raise", []),
        ("On arriving in Lima, the envoy thanked the crew.", "arrive", ["envoy"]),
    ],
    "a past that was taken for a participle": [
        (
            "The last question of the debate forced Ruiz to admit that the club would fold - namely his loan would ruin it.",
            "force",
            ["last question of the debate"],
        ),
        ("A picture of a man holding a flag.", "hold", ["man holding a flag"]),
    ],
    "those for something": [
        ("A pro-Islamic State group calling itself Red Dawn claimed the blast.", "call", ["pro-Islamic State group calling itself Red Dawn"]),
        ("The post came from a pro-Islamic State movement that calls itself New Path.", "call", ["pro-Islamic State movement"]),
    ],
    "which was a mistake": [
        ("The club sold its captain, which was a mistake.", "be", ["<sell>"]),
        ("Rebels and the army had shared the two towns, which is an outcome, he said, that nobody wanted.", "be", ["<share>"]),
        ("The firm built a bridge, which was a success.", "be", ["bridge"]),
    ],
    "who is paid does it, and no money": [
        ("The club paid a high fee to sign the striker.", "sign", ["club"]),
        ("The bank agreed to pay nine million pounds to settle the lawsuit.", "settle", ["bank"]),
        ("The union paid 2 million euros to a law firm to sue the ministry.", "sue", ["law firm"]),
        ("The army paid villagers to rebuild the bridge.", "rebuild", ["villagers"]),
        ("The new law gave more freedom to the unions to call strikes.", "call", ["unions"]),
        ("The mayor gave food to families to win votes.", "win", ["mayor"]),
    ],
    "who waits is no length of time": [
        ("The patients waited for weeks to see a doctor.", "see", ["patients"]),
        ("The crew waited for the referee to stop the match.", "stop", ["referee"]),
    ],
    "on whom a burden lies, whose right it is": [
        ("The flood put pressure on the ministry to open the dam.", "open", ["ministry"]),
        ("The club respects the right of players to join a union.", "join", ["players"]),
        ("The verdict weakened the power of judges to overturn elections.", "overturn", ["judges"]),
        ("The coach is under pressure to drop the captain.", "drop", ["coach"]),
        ("The lender eased the pressure on tenants to win time.", "win", ["lender"]),
    ],
    "what others attempt": [
        ("The police have foiled an attempt to rob the bank.", "rob", []),
        ("The miners welcomed efforts to reopen the pit.", "reopen", []),
        ("The coach called for a halt to plans to sell the stadium.", "sell", []),
        ("The rebels abandoned an attempt to storm the palace.", "storm", ["rebels"]),
    ],
    "a need that is stressed": [
        ("The judge stressed the need to protect the witness.", "protect", []),
        ("The firm has an urgent need to raise cash.", "raise", ["firm"]),
    ],
    "things that are used for it": [
        ("Further checks were made to find out who was aboard.", "find out", []),
        ("Posters were printed to ensure that people know the way.", "ensure", []),
        ("Guards were hired to ensure that the gates stay shut.", "ensure", ["Guards"]),
    ],
    "what is made easy or costs something": [
        ("The reform made it easier to dismiss teachers.", "dismiss", []),
        ("The flood made it easier for looters to enter the shops.", "enter", ["looters"]),
        ("It costs a fortune to insure the tanker.", "insure", []),
    ],
    "a past after an infinitive": [
        ("The police forced the drivers to stop and seized two trucks.", "seize", ["police"]),
        ("The striker moved to shoot and broke his foot.", "break", ["striker"]),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "expected"), table(CASES))
def test_doers(text: str, lemma: str, expected: list[str]) -> None:
    extraction = read(text)
    found = next(e for e in extraction.events if e.lemma == lemma)
    assert [label_of(extraction, r.entity) for r in found.roles if r.role == "agent"] == expected


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("The villagers won the right to be heard by the court.", "hear", {"topic": ["villagers"], "agent": ["court"]}),
        ("The clerk saw no reason to be worried by the strike.", "worry", {"patient": ["clerk"], "agent": ["<strike>"]}),
        (
            "The pilots were part of a secret NATO operation called Iron Shield.",
            "call",
            {"patient": ["secret NATO operation called Iron Shield"], "attribute": ["Iron Shield"]},
        ),
        ("The lake is part of a park named Blue Valley.", "name", {"patient": ["park named Blue Valley"], "attribute": ["Blue Valley"]}),
        ("Part of a bridge built in May collapsed.", "collapse", {"patient": ["part of a bridge built in May"]}),
        (
            "The firm is leveraging possible profits against its rising debts.",
            "leverage",
            {"agent": ["firm"], "patient": ["possible profits"], "topic": ["rising debts"]},
        ),
        ("The paper warned that the region would suffer with Weber as governor.", "suffer", {"agent": ["region"]}),
        ("Critics say the club would collapse with Weber as chairman.", "collapse", {"patient": ["club"]}),
        ("The council described the tax as a mistake.", "describe", {"agent": ["council"], "patient": ["tax"], "attribute": ["mistake"]}),
        ("The rebels took the town with Weber leading them.", "take", {"agent": ["rebels"], "patient": ["town"]}),
        ("Prices closed higher with the index rising nine points.", "close", {"agent": ["Prices"]}),
        ("On cutting fares, the mayor insisted on waiting for a report.", "insist on", {"agent": ["mayor"], "topic": ["<wait for>"]}),
        ("The goalkeeper began playing for Norda, later renamed Sparta, in 1949.", "rename", {"patient": ["Norda"], "attribute": ["Sparta"]}),
        ("A conference on the care of wells held in Lima ended.", "hold", {"patient": ["<conference>"], "place": ["Lima"]}),
        ("It is a problem that the team has not scored in five games.", "score", {"agent": ["team"]}),
        ("It is a problem that the team has caused in Lima.", "cause", {"agent": ["team"], "place": ["Lima"]}),
        ("The plant is 40 percent owned by the state and 60 percent owned by Nordal Steel.", "own", {"patient": ["plant"], "agent": ["state"]}),
        ("Nordal Steel, 45 percent owned by the Berg family, was fined on Monday.", "own", {"patient": ["Nordal Steel"], "agent": ["Berg family"]}),
    ],
)
def test_whom_it_befalls(text: str, lemma: str, expected: dict[str, list[str]]) -> None:
    assert roles(text, lemma) == expected

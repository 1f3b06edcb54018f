"""Whose verb it is where a list, an insertion, a relative clause or an absolute phrase stands between a doer and what he does, over wars, courts,
companies, disasters, elections and sport; where nobody can tell, nobody is told to do it."""

from __future__ import annotations

import pytest

from tests.extract.telling import roles, table

#: text, lemma, the labels of its agents
DOERS: dict[str, list[tuple[str, str, list[str]]]] = {
    "the end of a list that is a subject": [
        ("The runoff was held on Sunday and the PLN, led by Marta Silva, won 30 mandates.", "win", ["PLN"]),
        ("The match was played on Friday and the champions, coached by Karl Weiss, lost 3-1.", "lose", ["champions"]),
        ("The general sent a telegram to Ortega and Ortega accepted the truce.", "accept", ["Ortega"]),
        ("The airline must talk to the national government and the taxes imposed on Peru could not be lifted by ministers.", "lift", ["ministers"]),
        ("The visitors drew at Bremen and their captain Karl Weiss believed they should have won.", "believe", ["Karl Weiss"]),
        ("The judge left the court on Monday and Ruiz left shortly after for a dinner.", "leave for", ["Ruiz"]),
        ("The firm lost a vote in Lima and a contract with miners in March and sold its mine.", "sell", ["firm"]),
        ("The troops toured the port and the market, met villagers and handed out water.", "meet", ["troops"]),
        ("A clash between police and farmers left nine people injured.", "leave", ["<clash>"]),
    ],
    "a participle after another one's clause": [
        ("The court will free Ruiz, who quit after a year at the bank, leaving no successor.", "leave", []),
        ("The worst fire broke out in Lima, where a driver hit a fuel tank, killing nine villagers.", "kill", []),
        ("The firm sued the ministry, which had banned its drug, claiming damages.", "claim", []),
        ("Silva has left the pact, which sets a limit for fishing, saying it would hurt farmers.", "say", ["Silva"]),
        ("A storm hit the coast on Monday, killing nine villagers.", "kill", ["<hit>"]),
        ("Lee said the plan, which the court had stopped, was dead, accusing the judges of bias.", "accuse", ["Lee"]),
    ],
    "with somebody doing it": [
        ("The singer left the stage, with fans calling him a traitor.", "call", ["fans"]),
        ("The band returned as the champions with the Norda Music Institute giving it a medal.", "give", ["Norda Music Institute"]),
        ("With thousands of voters queuing at the schools, the polls stayed open.", "queue", ["thousands of voters"]),
        ("Sales rose in May, with exports reaching two billion euros.", "reach", ["<export>"]),
    ],
    "one's best": [
        ('"We will try our best to win the final," the coach said.', "win", ["coach and others"]),
        ("The firm did its utmost to keep the plant open.", "keep open", ["firm"]),
        ("The raid was brutal, a clerk said on Friday, asking for anonymity to describe it.", "describe", ["clerk"]),
        ("The union asked for ministers to meet the miners.", "meet", ["ministers"]),
    ],
    "a need that is stressed": [
        ("The envoy stressed the need to disarm the rebels.", "disarm", []),
        ("The report highlighted the need to replace the pipes.", "replace", []),
        ("The bank has the need to raise money.", "raise", ["bank"]),
    ],
    "what it takes": [
        ("It costs a fortune to run a racing team.", "run", []),
        ("It takes a great deal of patience to train judges.", "train", []),
    ],
    "pressed to": [
        ("The verdict raised the pressure on the ministry to ban the drug.", "ban", ["ministry"]),
        ("The mayor is under pressure to sack the coach.", "sack", ["mayor"]),
    ],
    "for several to do": [
        ("The ministry wrote guidelines for importers to submit tenders.", "submit", ["importers"]),
        ("The judge set a deadline for plaintiffs to file claims.", "file", ["plaintiffs"]),
    ],
    "time to do it in": [
        ("The nurse has two weeks to pay the fine.", "pay", ["nurse"]),
        ("The council has ten days to name a judge.", "name", ["council"]),
    ],
    "who is to be seen": [
        ("The station showed a video of the mayor singing a hymn.", "sing", ["mayor"]),
        ("The museum has photographs of sailors hauling nets.", "haul", ["sailors"]),
    ],
    "what is wished for": [
        ("The envoy would like the visit to mend ties.", "mend", ["<visit>"]),
        ("The envoy would like to mend ties.", "mend", ["envoy"]),
    ],
    "like doing it": [
        ("It is like climbing a wall.", "climb", []),
        ("The strikers act like climbing a wall were easy.", "act", ["strikers"]),
    ],
    "what is quoted or read": [
        ("The radio quoted a report as saying the mine was closed.", "say", ["report"]),
        ("His widow read a letter saying that the captain was innocent.", "say", ["letter saying that the captain was innocent"]),
        ("The bank issued a statement saying that it would close.", "say", ["bank"]),
    ],
    "with demand falling": [
        ("The mines closed on Monday, with demand for copper falling.", "fall", ["<demand>"]),
        ("He left the club without the coach knowing it.", "know", ["coach"]),
    ],
    "a finite verb after a time": [
        ("The mayor resigned after a row in Lima split the party.", "split", ["<row>"]),
        ("The crowd cheered as the dispute between the clubs entered its last week.", "enter", ["<dispute>"]),
        ("The trial began after the army's raid on a farm killed two boys.", "kill", ["<raid>"]),
        ("The mayor resigned after a row in Lima and left the party.", "leave", ["mayor"]),
    ],
    "a verb that goes on from another clause": [
        ("The mayor proposed that the roads be closed and called for a vote.", "call for", ["mayor"]),
        ("The polls dash hopes that the lead shrank and are worrying the party.", "worry", ["polls"]),
        ("The coach admitted that the referees missed the foul and has praised his team.", "praise", ["coach"]),
        ("The lawyer tried to show that Ruiz paid the tax and to win a refund.", "win", ["lawyer"]),
        ("The judge said the clerks lost the file and have left.", "leave", ["clerks"]),
    ],
    "how somebody stands to it": [
        ("Officers in charge of guarding the mine have left.", "guard", ["Officers in charge of guarding the mine"]),
        ("The bank is in the process of selling its mines.", "sell", ["bank"]),
        ("The club is at risk of losing its coach.", "lose", ["club"]),
    ],
    "who is brought to it": [
        ("The verdict emboldened the miners to sue the firm.", "sue", ["miners"]),
        ("The pact is meant to induce Norda to lower its prices.", "lower", ["Norda"]),
    ],
    "base forms after a perfect": [
        ("The rebels have refused to sign the truce, recognise the court and free the sailors.", "free", ["rebels"]),
        ("The judge said the clerks are at home but assured the court of their help.", "assure", ["judge"]),
    ],
    "a list before a verb of several": [
        ("Trade with Chad has grown and exchanges of students continue.", "continue", ["exchanges of students"]),
    ],
    "a past that was taken for a participle": [
        ("Rosa Silva, a former pilot who has led the union since 2001, announced in July that she would retire.", "announce", ["Rosa Silva"]),
        ("The first sailors of the rescue force in Chad disembarked here on Sunday.", "disembark", ["first sailors of the rescue force in Chad"]),
    ],
    "what describes a club": [
        ("The club beat struggling Bremen on Sunday.", "beat", ["club"]),
    ],
    "what is spent": [
        ("The candidate spent most of her speech praising the troops.", "praise", ["candidate"]),
        ("The club spent two million euros buying a goalkeeper.", "buy", ["club"]),
    ],
    "asked for": [
        ("The nurses called for the tax to be scrapped.", "scrap", []),
        ("The club waited for two more seats to be sold by the agency.", "sell", ["agency"]),
        ("The miners demanded the ministry to reopen the pit.", "reopen", ["ministry"]),
    ],
    "another one's power": [
        ("The ruling limits the governor's power to dissolve the council.", "dissolve", ["governor"]),
        ("The ruling cut the chances of the company to win.", "win", ["company"]),
        ("The council has the power to dismiss the mayor.", "dismiss", ["council"]),
    ],
    "by whom the first was done": [
        ("Each ballot was counted by the clerks, working with observers.", "work with", ["clerks"]),
        ("The minister was met by reporters, waving a letter.", "wave", ["minister"]),
    ],
    "whose": [
        ("Okafor, whose first goal was a header, ran past two defenders and scored again.", "run", ["Okafor"]),
        ("The mining company, whose old pit is full of water, opened a new shaft near Lima.", "open", ["mining company"]),
    ],
    "a second verb that is none": [
        ("The army attacked the port, shelled the airfield and withdrew.", "shell", ["army"]),
    ],
    "means": [
        ("The rebels were driven out by team leaders.", "drive out", ["team leaders"]),
        ("The guests were brought by ferry across the lake.", "bring", []),
        ("The villages were hit by bird flu in May.", "hit", ["bird flu"]),
    ],
    "a gerund beside what is done": [
        ("After counting the votes, the results were released.", "count", []),
        ("The clerks were sacked after striking for a month.", "strike", ["clerks"]),
        ("The striker was fined 9,000 dollars by the league for insulting a referee.", "insult", ["striker"]),
        ("The league fined the striker for insulting a referee.", "insult", ["striker"]),
    ],
    "a second passive": [
        ("Lopez was named by the king and confirmed by the council in May.", "confirm", ["council"]),
        ("The minister was praised abroad and scorned at home.", "scorn", []),
        ("The girl was hurt by the blast and died of her wounds.", "die", []),
        ("The coach was sacked in May and called for an inquiry.", "call for", ["coach"]),
    ],
    "left or asked for somebody to": [
        ("The driver left room for other vans to turn into.", "turn", ["other vans"]),
        ("The mayor left room for trucks to turn.", "turn", ["trucks"]),
        ("The clerk had to wait for someone to sign the form.", "sign", []),
        ("Ruiz is looking for a way to help the party.", "help", ["Ruiz"]),
    ],
    "past an apposition": [
        ("Talks were held between Norda, a maker of trucks with 900 workers, Siemens and Bosch.", "talks", ["Norda", "Siemens", "Bosch"]),
    ],
    "who and which": [
        ("Ana Lopez, an adviser for the 2012 campaign who lives in Lima, was fined.", "live", ["adviser for the 2012 campaign"]),
        ("Prices rose by three points, which shows that demand is strong.", "show", ["<rise>"]),
        ("The judges read the reports, which show that the dam was unsafe.", "show", ["reports"]),
        ("The firm published its accounts, which suggest a loss.", "suggest", ["accounts"]),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "agents"), table(DOERS))
def test_who_does_it(text: str, lemma: str, agents: list[str]) -> None:
    assert roles(text, lemma).get("agent", []) == agents


@pytest.mark.parametrize(
    ("text", "lemma", "expected"),
    [
        ("Prices in shops rose by nine percent and fares for buses are expected to fall.", "fall", {"agent": ["fares for buses"]}),
        ("The mayor left room for trucks to turn.", "leave", {"agent": ["mayor"], "patient": ["room for trucks to turn"]}),
        ("The nurses called for the tax to be scrapped.", "scrap", {"patient": ["tax"]}),
        (
            "Ministers will fly to Oslo in May to take stock of a round of negotiations, launched in the Peruvian capital in 2001.",
            "launch",
            {"patient": ["<negotiate>"], "place": ["Peruvian capital"]},
        ),
        ("The guests were brought by ferry across the lake.", "bring", {"patient": ["guests"], "instrument": ["ferry across the lake"]}),
        ("Sales rose in May, with exports reaching two billion euros.", "rise", {"patient": ["<sale>"]}),
    ],
)
def test_whom_it_befalls(text: str, lemma: str, expected: dict[str, list[str]]) -> None:
    assert roles(text, lemma) == expected

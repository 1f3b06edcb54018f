"""Polarity, modality and attribution by construction, over war, courts, companies, health and sport."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.telling import failing, source, table
from tests.parses import read


def stance(text: str, lemma: str) -> tuple[str, str, str | None]:
    """Polarity, modality and the label of whoever the event is attributed to."""
    extraction = read(text)
    event = next(e for e in extraction.events if e.lemma == lemma)
    return event.polarity, event.modality, source(extraction, event.attribution)


CASES: dict[str, list[tuple[str, str, Any]]] = {
    "praised or blamed for": [
        ("Several posts praised the navy for sinking nine boats.", "sink", ("positive", "actual", "Several posts")),
        ("The president thanked the troops for liberating the town.", "liberate", ("positive", "actual", "president")),
        ("The mayor congratulated the club on winning the cup.", "win", ("positive", "actual", "mayor")),
        ("The bishop condemned the army for shelling the church.", "shell", ("positive", "alleged", "bishop")),
        ("Residents credit the council with building the road.", "build", ("positive", "actual", "Residents")),
        ("The troops were praised by the president for liberating the town.", "liberate", ("positive", "actual", "president")),
        ("The photograph is credited with persuading millions to give.", "persuade", ("positive", "alleged", None)),
        ("The critics faulted the agency for ignoring the warning.", "warn", ("positive", "actual", None)),
        ("The mayor called for calm as he thanked the fans for leaving the stadium.", "leave", ("positive", "actual", "mayor")),
        ("The court fined the firm for dumping waste.", "dump", ("positive", "actual", None)),
        ("The union thanked the firm for mending the dam, which had leaked for years.", "leak", ("positive", "actual", None)),
    ],
    "sued for": [
        ("The bank sued the firm for copying its software.", "copy", ("positive", "alleged", None)),
        ("The widow sued the army for killing her son.", "kill", ("positive", "alleged", None)),
        ("The club was sued by its captain for breaking his contract.", "break", ("positive", "alleged", None)),
    ],
    "brought about": [
        ("The ruling would cause banks to cut jobs.", "cut", ("positive", "hypothetical", None)),
        ("The tax will cause firms to close mines.", "close", ("positive", "possible", None)),
        ("The dam may cause farmers to move their herds.", "move", ("positive", "possible", None)),
        ("I don't see how the attack would cause us to change the plan.", "change", ("positive", "hypothetical", None)),
        ("The crash caused the firm to recall its cars.", "recall", ("positive", "actual", None)),
    ],
    "promised that it is so": [
        ("The engineer pledged that the dam is sound.", "sound", ("positive", "actual", "engineer")),
        ("The bank promised that its books are clean.", "clean", ("positive", "actual", "bank")),
        ("The minister vowed that the vaccine was safe.", "safe", ("positive", "actual", "minister")),
        ("The club pledged that it would pay its nurses.", "pay", ("positive", "planned", "club")),
        ("The premier promised that taxes will fall.", "fall", ("positive", "possible", "premier")),
    ],
    "thoughts in a list": [
        ("The papers claimed everything, from Koch being a thief to his wife being a spy.", "be", ("positive", "possible", None)),
        ("Voters believe many things - from the mayor being a thief to the council being corrupt.", "be", ("positive", "possible", "Voters")),
        (
            "She told of the things he had come to believe - from Koch being the head of it to Ruiz being a co-founder.",
            "be",
            ("positive", "possible", None),
        ),
    ],
    "staying": [
        ("Officials will remain in Cairo to continue talks.", "remain", ("positive", "planned", None)),
        ("The nurses will remain at the clinic until June.", "remain", ("positive", "planned", None)),
        ("The French will remain in Lima.", "remain", ("positive", "planned", None)),
        ("The club will remain in the league.", "remain", ("positive", "possible", None)),
    ],
    "own voice": [
        ("Troops attacked the airport.", "attack", ("positive", "actual", None)),
        ("The firm bought a rival.", "buy", ("positive", "actual", None)),
    ],
    "negation": [
        ("Troops did not attack the airport.", "attack", ("negative", "actual", None)),
        ("The firm has never paid a dividend.", "pay", ("negative", "actual", None)),
        ("The court presented no evidence.", "present", ("negative", "actual", None)),
        ("The minister left without answering questions.", "answer", ("negative", "actual", None)),
    ],
    "not proved": [
        ("Nobody has shown that smugglers used the dock.", "use", ("positive", "possible", None)),
        ("Prosecutors have not proved that the banker bribed a judge.", "bribe", ("positive", "possible", None)),
        ("Tests did not confirm that the vaccine caused the fever.", "cause", ("positive", "possible", None)),
        ("Prosecutors proved that the banker bribed a judge.", "bribe", ("positive", "actual", None)),
    ],
    "suggested": [
        ("Experts suggest that the country plays a minor role in the trade.", "play a role in", ("positive", "actual", "Experts")),
        ("The coach suggested that the striker had lied.", "lie", ("positive", "actual", "coach")),
        ("Doctors suggested that the hospital close the ward.", "close", ("positive", "planned", "Doctors")),
        ("Analysts suggest the bank may sell the unit.", "sell", ("positive", "possible", "Analysts")),
        ("The tests suggest that the virus killed nine patients.", "kill", ("positive", "possible", "tests")),
    ],
    "singled out": [
        ("He is the fourth athlete from the camp to be suspended.", "suspend", ("positive", "actual", None)),
        ("Ana Ruiz, the first woman to lead a party in the race, resigned.", "lead", ("positive", "actual", None)),
        ("Ruva is the second club to win the cup.", "win", ("positive", "actual", None)),
        ("The ministry has a plan to close its branches.", "close", ("positive", "planned", None)),
    ],
    "only asked about": [
        ("The minister avoided a question about a strike on a dock.", "strike", ("positive", "possible", None)),
        ("The bank declined to answer questions about a merger.", "merge", ("positive", "possible", None)),
        ("The coach dismissed speculation over a strike.", "strike", ("positive", "possible", None)),
        ("The minister avoided a question about the strike on the dock.", "strike", ("positive", "actual", None)),
    ],
    "put off": [
        ("The judge set the trial for April 22.", "trial", ("positive", "planned", None)),
        ("The launch was postponed until March 3.", "launch", ("positive", "planned", None)),
        ("The council announced the merger on Monday.", "merge", ("positive", "actual", "council")),
    ],
    "not denied": [
        ("The bank did not deny the merger.", "merge", ("positive", "possible", "bank")),
        ("The minister neither confirmed nor denied that troops attacked the camp.", "attack", ("positive", "possible", "minister")),
        ("The club never denied that it fired the coach.", "fire", ("positive", "possible", "club")),
        ("The bank denied the merger.", "merge", ("positive", "denied", "bank")),
        ("The coach neither praised nor blamed the club, and he left early.", "leave", ("positive", "actual", None)),
    ],
    "cancelled": [
        ("Nurses averted a strike.", "strike", ("negative", "actual", None)),
        ("The merger was scrapped.", "merge", ("negative", "actual", None)),
        ("The firm cancelled the merger.", "merge", ("negative", "actual", None)),
        ("The plant no longer makes engines.", "make", ("negative", "actual", None)),
    ],
    "reported": [
        ("The army said rebels attacked the airport.", "attack", ("positive", "actual", "army")),
        ("Rebels attacked the airport, the army added.", "attack", ("positive", "actual", "army")),
        ("The army added that rebels attacked the airport.", "attack", ("positive", "actual", "army")),
        ("Rebels attacked the airport, the army said.", "attack", ("positive", "actual", "army")),
        ("According to the hospital, the virus killed nine patients.", "kill", ("positive", "actual", "hospital")),
    ],
    "alleged": [
        ("The army claimed that rebels attacked the airport.", "attack", ("positive", "alleged", "army")),
        ("Prosecutors accused the banker of bribing two ministers.", "bribe", ("positive", "alleged", "Prosecutors")),
        ("The coach allegedly punched a player.", "punch", ("positive", "alleged", None)),
    ],
    "denied": [
        ("The company denied that it bribed officials.", "bribe", ("positive", "denied", "company")),
        ("Iran denied that its troops attacked the tanker.", "attack", ("positive", "denied", "Iran")),
    ],
    "planned": [
        ("The bank plans to close the branch.", "close", ("positive", "planned", None)),
        ("The government will build a dam.", "build", ("positive", "planned", None)),
        ("Police searched the house to arrest the suspect.", "arrest", ("positive", "planned", None)),
    ],
    "possible": [
        ("The storm could destroy the harbour.", "destroy", ("positive", "possible", None)),
        ("The striker may have injured a knee.", "injure", ("positive", "possible", None)),
    ],
    "hypothetical": [
        ("If rebels attack the airport, flights will stop.", "attack", ("positive", "hypothetical", None)),
        ("Unless the firm sells the unit, it will fail.", "sell", ("positive", "hypothetical", None)),
        ("If elected, the mayor would sell the port.", "sell", ("positive", "hypothetical", None)),
    ],
    "infinitive": [
        ("The mayor has to sell the port.", "sell", ("positive", "planned", None)),
        ("The trader is going to sell the bank.", "sell", ("positive", "planned", None)),
        ("Nurses struggled to reach the village.", "reach", ("positive", "planned", None)),
        ("Doctors did not know how to treat the virus.", "treat", ("positive", "possible", None)),
        ("The prisoner managed to reach the border.", "reach", ("positive", "actual", None)),
        ("The club began to sell tickets.", "sell", ("positive", "actual", None)),
        ("The army helped to rebuild the school.", "rebuild", ("positive", "actual", None)),
        ("The trader was found to have bribed a judge.", "bribe", ("positive", "actual", None)),
    ],
    "would": [
        ("The candidate would sell the port.", "sell", ("positive", "planned", None)),
        ("The dam would flood the valley if it broke.", "flood", ("positive", "hypothetical", None)),
    ],
    "hindered": [
        ("The court blocked the firm from closing the mine.", "close", ("negative", "actual", None)),
        ("The rules prohibit lawyers from advising rivals.", "advise", ("negative", "actual", None)),
        ("Rain kept the pilot from landing the plane.", "land", ("negative", "actual", None)),
        ("The minister has yet to explain the deal.", "explain", ("negative", "planned", None)),
    ],
    "negation that reaches on": [
        ("The bank does not have to pay the fine.", "pay", ("negative", "planned", None)),
        ("The coach did not want to sell the striker.", "sell", ("negative", "planned", None)),
        ("The court not only fined the firm but closed it.", "fine", ("positive", "actual", None)),
        ("The storm did not just flood the valley.", "flood", ("positive", "actual", None)),
    ],
    "not yet": [
        ("Doctors test drugs until they find a cure.", "find", ("positive", "possible", None)),
        ("Miners voiced doubts about selling the mine.", "sell", ("positive", "possible", "Miners")),
        ("Chile agreed to fund a search for the ship.", "search", ("positive", "planned", None)),
        ("Nurses want to end the strike.", "strike", ("positive", "actual", None)),
    ],
    "presupposed": [
        ("Peru urged the rebels to stop attacks on villages.", "attack", ("positive", "actual", "Peru")),
        ("The firm promised to hire nurses after talks with the union.", "talks", ("positive", "actual", "firm")),
    ],
    "necessary and unlikely": [
        ("A dam is necessary to stem the flood.", "stem", ("positive", "planned", None)),
        ("Norway is unlikely to enter a team.", "enter", ("negative", "possible", None)),
        ("Police raided vessels suspected of smuggling gold.", "smuggle", ("positive", "alleged", None)),
    ],
    "what a relative clause adds": [
        ("The ministry denied that the dam, which opened in May, leaked.", "open", ("positive", "actual", "ministry")),
        ("The ministry denied that the dam, which opened in May, leaked.", "leak", ("positive", "denied", "ministry")),
        ("The lawyer claimed that the trader, who lives in Lima, stole gold.", "live", ("positive", "actual", "lawyer")),
    ],
    "of what is spoken": [
        ("The union doubts that the raids are lawful.", "raid", ("positive", "actual", "union")),
        ("The union doubts that raids are planned.", "raid", ("positive", "possible", "union")),
    ],
    "of what may come": [
        ("Fears of a strike grew in Lima.", "strike", ("positive", "possible", None)),
    ],
    "of what is there": [
        ("The president ordered a ban of grain exports.", "export", ("positive", "actual", None)),
        ("The nurse did not think that the drug would heal patients.", "heal", ("negative", "possible", "nurse")),
    ],
    "in place of another": [
        ("The firm sold the mine rather than closing the port.", "close", ("negative", "actual", None)),
        ("Instead of a fine, the court imposed a ban.", "fine", ("negative", "actual", None)),
        ("Spain stopped short of accusing the bank.", "accuse", ("negative", "actual", None)),
        ("Mali ruled out sending troops to Chad.", "send", ("negative", "actual", "Mali")),
        ("The club stopped selling tickets.", "sell", ("negative", "actual", None)),
        ("Police stopped to search the car.", "search", ("positive", "planned", None)),
    ],
    "resumed": [
        ("Chile plans to resume exports to Peru.", "export", ("positive", "planned", None)),
        ("Iran plans to resume talks with France on Monday.", "talks", ("positive", "planned", None)),
    ],
    "rejected plan": [
        ("The party rejected a plan to freeze pensions.", "freeze", ("positive", "planned", None)),
        ("The party rejected claims that it froze pensions.", "freeze", ("positive", "denied", "party")),
    ],
    "imperative": [
        ("Free the miners now!", "free", ("positive", "planned", None)),
        ("Close the schools.", "close", ("positive", "planned", None)),
    ],
    "ability": [
        ("The army can destroy the dam within hours.", "destroy", ("positive", "possible", None)),
        ("Shareholders can block the sale.", "block", ("positive", "possible", None)),
        ("The club can sign two players by making room in the squad.", "make", ("positive", "possible", None)),
    ],
    "aims and arrangements": [
        ("Our fight is to reform the courts.", "reform", ("positive", "planned", None)),
        ("The mission is to protect the villages.", "protect", ("positive", "planned", None)),
        ("Merkel is to visit Paris on Monday.", "visit", ("positive", "planned", None)),
        ("The two firms agreed to have the case heard by a London court.", "hear", ("positive", "planned", None)),
        ("The judge had three men arrested.", "arrest", ("positive", "actual", None)),
    ],
    "gerunds that are only thought of": [
        ("The minister is on the brink of resigning.", "resign", ("positive", "possible", None)),
        ("The coach talked about leaving the club.", "leave", ("positive", "possible", None)),
        ("Doctors warned parents against giving aspirin to children.", "give", ("positive", "possible", None)),
        ("The bank is accused of hiding losses.", "hide", ("positive", "alleged", None)),
    ],
    "charges": [
        ("The mayor faces a charge of violating the fire code.", "violate", ("positive", "alleged", None)),
        ("He was arrested on a charge of murder.", "murder", ("positive", "alleged", None)),
        ("The court acquitted the banker of bribing officials.", "bribe", ("positive", "alleged", None)),
        ("The court convicted the banker of bribing officials.", "bribe", ("positive", "actual", None)),
    ],
    "promises to say": [
        ("Police vowed to respond to the killings.", "respond", ("positive", "planned", None)),
        ("Police vowed to respond to the killings.", "kill", ("positive", "actual", "Police")),
        ("The minister promised to explain the delay.", "explain", ("positive", "planned", None)),
        ("The airline promised to announce a merger.", "announce", ("positive", "planned", None)),
    ],
    "subjects that are only supposed": [
        ("A strike would trigger a wider war.", "strike", ("positive", "possible", None)),
        ("Her resignation would end the crisis.", "resign", ("positive", "possible", None)),
        ("The merger created the largest bank.", "merge", ("positive", "actual", None)),
    ],
    "provisos": [
        (
            "The minister stressed that the country is ready for talks, provided there is interest in ending the smuggling.",
            "ready",
            ("positive", "hypothetical", "minister"),
        ),
        (
            "The minister stressed that the country is ready for talks, provided there is interest in ending the smuggling.",
            "end",
            ("positive", "hypothetical", "minister"),
        ),
        ("The club will sell the striker provided that the bank pays the fee.", "sell", ("positive", "hypothetical", None)),
        ("The club will sell the striker provided that the bank pays the fee.", "pay", ("positive", "hypothetical", None)),
        ("The firm will reopen the mine as long as the council repairs the road.", "repair", ("positive", "hypothetical", None)),
        ("Lee worked at a clinic, provided food for the poor and sold a house.", "work", ("positive", "actual", None)),
    ],
    "before something else": [
        ("The river was probably slowing down before continuing to swell.", "continue", ("positive", "possible", None)),
        ("The river was probably slowing down before continuing to swell.", "swell", ("positive", "possible", None)),
        ("The minister will meet farmers before flying to Lima.", "fly", ("positive", "planned", None)),
        ("The surgeon washed her hands before opening the wound.", "open", ("positive", "actual", None)),
    ],
    "seeming": [
        ("The mayor seemed caught between two camps.", "catch", ("positive", "possible", None)),
        ("The club appeared beaten by the heat.", "beat", ("positive", "possible", None)),
        ("The old bank seems sold already.", "sell", ("positive", "possible", None)),
    ],
    "not let": [
        ("The coach did not let the striker leave.", "leave", ("negative", "actual", None)),
        ("The firm never let the workers join a union.", "join", ("negative", "actual", None)),
        ("The mayor has not let the storm stop her from opening the bridge.", "stop", ("negative", "actual", None)),
        ("The mayor has not let the storm stop her from opening the bridge.", "open", ("positive", "actual", None)),
        ("The coach let the striker leave.", "leave", ("positive", "possible", None)),
    ],
    "of what is sought": [
        ("The bank offered a reward for information leading to the arrest of the robber.", "arrest", ("positive", "possible", None)),
        ("The minister is prepared to hold talks with the union focused on raising wages.", "focus", ("positive", "planned", None)),
        ("The clubs want to hold meetings aimed at ending the dispute.", "aim", ("positive", "planned", None)),
        ("The ministers held talks focused on trade.", "focus", ("positive", "actual", None)),
    ],
    "lists of gerunds": [
        (
            "In the show, which began in June, the host discusses burying guns, leaving the country and shooting agents if they came.",
            "shoot",
            ("positive", "possible", None),
        ),
        ("The editors mull closing the paper, selling the printing house and moving to the coast.", "sell", ("positive", "possible", None)),
        ("The hospital is considering closing a ward, dismissing nurses and raising fees.", "dismiss", ("positive", "possible", "hospital")),
        ("The nurses opposed the plan, blocking a road and singing songs.", "block", ("positive", "actual", None)),
    ],
    "another one who tells": [
        ("Lee said the tax was too high while the mayor argued that the fee was fair.", "argue", ("positive", "actual", None)),
        ("Union leaders said the strike was over while managers kept an embarrassed silence.", "keep", ("positive", "actual", None)),
        ("Officials said the raid worked while residents said it killed farmers.", "say", ("positive", "actual", None)),
        ("Officials said the raid worked while residents said it killed farmers.", "kill", ("positive", "actual", "residents")),
        ("The ministry said exports rose while imports fell.", "fall", ("positive", "actual", "ministry")),
    ],
    "the writer's asides": [
        ("Lee confirmed that the club will work with Nordbank, which lost millions in May.", "lose", ("positive", "actual", None)),
        ("The envoy said the army will leave Ruritania, which borders the sea.", "border", ("positive", "actual", None)),
        ("The spokesman said the fund, which lost money in May, will close.", "lose", ("positive", "actual", "spokesman")),
        (
            "The chairman confirmed that the club is ready to sell the striker — despite losses caused by injuries.",
            "cause",
            ("positive", "actual", None),
        ),
    ],
    "regretted and questioned": [
        ("The minister regretted that the court had closed the case.", "close", ("positive", "actual", "minister")),
        ("The envoy expressed regret that the council does not listen to fishermen.", "listen to", ("negative", "actual", "envoy")),
        ("The group released a statement questioning whether the ruling breaks the law.", "break", ("positive", "possible", "group")),
        ("The senator questioned whether the bank hid losses.", "hide", ("positive", "possible", "senator")),
        ("The group released a statement questioning whether the ruling breaks the law.", "rule", ("positive", "actual", "group")),
    ],
    "exploited": [
        ("Lee accused the firm of exploiting the strike to raise prices.", "strike", ("positive", "actual", None)),
        ("Lee accused the firm of exploiting the strike to raise prices.", "exploit", ("positive", "alleged", "Lee")),
        ("The union accused the minister of undermining the talks.", "talks", ("positive", "actual", None)),
        ("The mayor accused the council of exploiting its war on crime as an excuse.", "war", ("positive", "actual", None)),
        ("The union accused the bank of planning a merger.", "merge", ("positive", "alleged", "union")),
    ],
    "quotations that end": [
        ('"We think the time of the regime is over," Burns said, adding that the war will end.', "say", ("positive", "actual", None)),
    ],
    "conditions by inversion": [
        ("Had the party won the vote, Smith would have become chancellor.", "win", ("positive", "hypothetical", None)),
        ("Had the party won the vote, Smith would have become chancellor.", "become", ("positive", "hypothetical", None)),
        ("Had the pilot turned back, the plane would have landed safely.", "turn back", ("positive", "hypothetical", None)),
    ],
    "not what it is called": [
        ("It was not an attack.", "attack", ("negative", "actual", None)),
        ("The payments did not amount to fraud.", "fraud", ("negative", "actual", None)),
        ("It was not only an attack.", "attack", ("positive", "actual", None)),
    ],
    "only to": [
        ("She climbed the fence, only to be caught minutes later.", "catch", ("positive", "actual", None)),
        ("The firm built a plant, only to close it in May.", "close", ("positive", "actual", None)),
    ],
    "agreeing with": [
        ("The firm agreed with the regulator's comment on the merger.", "merge", ("positive", "actual", None)),
        ("The firm agreed to a merger.", "merge", ("positive", "planned", None)),
    ],
    "times to come": [
        ("The striker will leave when the season ends.", "end", ("positive", "possible", None)),
        ("Airbus announced that two engines would be replaced before the tour commenced.", "commence", ("positive", "planned", "Airbus")),
        ("Voters left when the polls closed.", "close", ("positive", "actual", None)),
        ("The bank is ready to lend when the rules change.", "change", ("positive", "possible", None)),
        ("Chile is open to talks when the fighting stops.", "stop", ("positive", "possible", None)),
        ("The bank said it is prepared for new loans when the price and terms suit it.", "suit", ("positive", "possible", "bank")),
    ],
    "failure and refusal": [
        ("The critics pointed at the president's failure to understand the militants.", "understand", ("negative", "actual", None)),
        ("The mayor's refusal to resign cost him the vote.", "resign", ("negative", "actual", None)),
        ("The bank's plan to close branches failed.", "close", ("positive", "planned", None)),
    ],
    "blamed for": [
        ("It is that war that many analysts blame for rocking the balance of the region.", "rock", ("positive", "alleged", "many analysts")),
        ("Investigators blamed the pilot for ignoring two warnings.", "ignore", ("positive", "alleged", "Investigators")),
    ],
    "agreeing that": [
        ("The four candidates agreed that courts need judges.", "need", ("positive", "actual", "four candidates")),
        ("The owners agreed to sell the club.", "sell", ("positive", "planned", None)),
    ],
    "had to": [
        ("A sailor had to be flown to a hospital.", "fly", ("positive", "actual", None)),
        ("The firm has to sell its mine.", "sell", ("positive", "planned", None)),
    ],
    "several infinitives": [
        ("The law is designed to cut costs, help farmers and protect the coast.", "help", ("positive", "planned", None)),
        (
            "The conventions are designed to champion the candidate, rally the grassroots and propel the party.",
            "rally",
            ("positive", "planned", None),
        ),
    ],
    "subjects that are only thought of": [
        ("To close the port would be a mistake.", "close", ("positive", "possible", None)),
        ("To ban the drug would be wrong.", "ban", ("positive", "possible", None)),
    ],
    "what a noun is for": [
        ("The minister drafted a doctrine to improve relations with Chad.", "improve", ("positive", "planned", None)),
        ("The club has a plan to sell the stadium.", "sell", ("positive", "planned", None)),
    ],
    "perhaps is": [
        ("It may have been an attack.", "attack", ("positive", "possible", None)),
        ("The collapse could be the result of a blast.", "blast", ("positive", "actual", None)),
    ],
    "not the object": [
        ("The candidates will debate the tax, not the scandal.", "debate", ("positive", "planned", None)),
        ("The candidates will not debate the tax.", "debate", ("negative", "planned", None)),
    ],
    "association": [
        ("Police raided a firm linked to the smugglers.", "link", ("positive", "alleged", None)),
        ("The judge freed a trainer linked to the doping ring.", "link", ("positive", "alleged", None)),
        ("Prosecutors linked the banker to the smugglers.", "link", ("positive", "actual", None)),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "expected"), table(CASES))
def test_stance(text: str, lemma: str, expected: tuple[str, str, str | None]) -> None:
    assert stance(text, lemma) == expected


#: What the words leave open or deny and the extraction takes for a fact: (text, lemma, stance, why).
MENDED: list[tuple[str, str, tuple[str, str, str | None]]] = [
    ("The mayor was charged with stealing land.", "steal", ("positive", "alleged", None)),
    ("Prosecutors charged the banker with bribing a judge.", "bribe", ("positive", "alleged", "Prosecutors")),
    ("The player was told to apologize.", "apologize", ("positive", "planned", None)),
    ("The firm was banned from selling arms.", "sell", ("negative", "actual", None)),
    ("The team is unable to pay the fine.", "pay", ("negative", "actual", None)),
]
KNOWN_FAILURES: list[tuple[str, str, tuple[str, str, str | None], str]] = []


@pytest.mark.parametrize(("text", "lemma", "expected"), [*MENDED, *failing(KNOWN_FAILURES)])
def test_hard_cases(text: str, lemma: str, expected: tuple[str, str, str | None]) -> None:
    assert stance(text, lemma) == expected


def test_an_outer_saying_is_the_parent_of_an_inner_one() -> None:
    extraction = read("Reuters reported that the army denied that its troops attacked the village.")
    attack = next(e for e in extraction.events if e.lemma == "attack")
    inner = next(a for a in extraction.attributions if a.id == attack.attribution)
    assert source(extraction, inner.id) == "army"
    assert source(extraction, inner.parent) == "Reuters"
    assert attack.modality == "denied"

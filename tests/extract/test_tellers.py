"""Whose word it is, by construction: what adding adds, who is only described, what is shown by doing, what papers, inquiries and rulings say."""

from __future__ import annotations

import pytest

from tests.extract.telling import event, roles, source, table
from tests.parses import read

# text, the lemma of what is told, then its modality and whose word it is
CASES: dict[str, list[tuple[str, str, str, str | None]]] = {
    "adding, with a quotation": [
        (
            '"We will open the dam tonight and the valley will be spared," Ruiz said, adding that the ministry would send a '
            '"clear sign that the state is a place where farmers count, they keep their land and are paid on time."',
            "keep",
            "actual",
            "Ruiz",
        ),
        (
            'The minister resigned on Monday, Li Chen reported, adding that "she left, and her son bought it."',
            "buy",
            "actual",
            "Li Chen",
        ),
    ],
    "a paper": [
        ("The bank collapsed, the Norda weekly said.", "collapse", "actual", "Norda weekly"),
        ("Rebels burned the market, the Lima weekly wrote.", "burn", "actual", "Lima weekly"),
    ],
    "an inquiry": [
        ("The probe said that the pilot ignored a warning.", "ignore", "actual", "probe"),
        ("The investigation found that the firm hid losses.", "hide", "actual", "investigation"),
        ("The bank cited an audit of the loans, which the inquiry said were hidden from the court.", "hide", "actual", "inquiry"),
        ("An inquiry into the fire would show if the mayor lied.", "lie", "hypothetical", None),
    ],
    "a ruling": [
        ('"The law lets towns close their wells," said the ruling.', "let", "actual", "ruling"),
        ('"The dam has no cracks," the report read.', "have", "actual", "report"),
        ("The raid shows that the army lost the town.", "lose", "actual", None),
    ],
    "shown by doing": [
        ("The striker has a chance to show that he can score against clubs that have beaten the champions.", "beat", "actual", None),
        ("The minister wants to show that she can govern a country that has suffered a war.", "suffer", "actual", None),
        ("The study shows that the drug kills the virus.", "kill", "actual", "study"),
    ],
    "when asked": [
        ("Ruiz told the Norda Post that taxes would fall when asked about the budget.", "ask", "actual", None),
        ("The coach said the club would appeal when pressed about the fine.", "press", "actual", None),
    ],
    "his own saying": [
        ("He repeated his denials of any role in the fire.", "deny", "actual", None),
        ("Chen reiterated his accusation that the league had bribed referees.", "accuse", "actual", None),
        ("Chen reiterated his accusation that the league had bribed referees.", "bribe", "alleged", "Chen"),
    ],
    "compared": [
        ("The general said the damage was smaller than that caused by the flood.", "cause", "actual", "general"),
        ("The union said the offer was far above that made to the nurses of Lima.", "make", "actual", "union"),
    ],
    "accounted for": [
        ("Officials attributed the rise in exports to the fact that farmers planted more wheat.", "plant", "actual", "Officials"),
        ("Doctors owed the fall in deaths to the fact that more nurses worked in clinics.", "work", "actual", "Doctors"),
        ("The firm owes its success to a loan that the state granted.", "grant", "actual", None),
    ],
    "called": [
        ("Democrats called the vote a transparent ploy aimed at hurting the mayor.", "hurt", "alleged", "Democrats"),
        ("Residents called the tax a burden imposed on the poor.", "impose", "alleged", "Residents"),
        ("The firm called a vote aimed at ousting the chairman.", "aim", "actual", None),
    ],
    "as the paper reported": [
        ("The bank hid its losses, as the Norda Post reported in May.", "hide", "actual", "Norda Post"),
        ("As many engineers, including Chen, have pointed out, the dam was built on sand.", "build", "actual", "many engineers"),
        ("The mayor resigned as the paper reported the theft.", "resign", "actual", None),
        ("The keeper caught the ball, as the coach hoped.", "catch", "actual", None),
        ("The mayor did not resign, as Ruiz claimed.", "resign", "actual", None),
    ],
    "as the paper reported, in what others tell": [
        (
            "The chairman met the minister in May, as the Norda Post reported on Tuesday, and he will sell the mine, according to three people.",
            "report",
            "actual",
            None,
        ),
        ("The virus killed nine pupils, as the clinic reported in June, and it reached Lima, doctors said.", "reach", "actual", "doctors"),
        ("The virus killed nine pupils, as the clinic reported in June, and it reached Lima, doctors said.", "report", "actual", None),
        ("The dam was built on sand, as Li Chen told the Post, and it broke in June, engineers said.", "build", "actual", "Li Chen"),
        ("Ana Ruiz said that, as the paper reported, the bank hid its losses.", "report", "actual", "Ana Ruiz"),
        ("The drug, as doctors reported in May, kills the virus, and the clinic bought it.", "buy", "actual", "doctors"),
    ],
    "the branch of somebody, behind a place": [
        (
            "The nine sailors were held in the old port of Lima, the Lima branch of the Norda Bank said.",
            "hold",
            "actual",
            "Lima branch of the Norda Bank",
        ),
        ("The team will sell its bus in Madrid, the Spanish federation of clubs said.", "sell", "planned", "Spanish federation"),
        ("The virus killed nine nurses in Oslo, the northern section of the union said.", "kill", "actual", "northern section of the union"),
        ("The firm opened a mine near Lima, the capital.", "open", "actual", None),
    ],
    "was quoted as saying": [
        (
            "\"I don't know the number of thieves but the guard told me that robbers hijacked the van around Lima coast and they have taken it "
            'to an unknown port," Chen was quoted as saying.',
            "hijack",
            "actual",
            "guard",
        ),
        (
            "\"I don't know the number of thieves but the guard told me that robbers hijacked the van around Lima coast and they have taken it "
            'to an unknown port," Chen was quoted as saying.',
            "tell",
            "actual",
            "Chen",
        ),
        ('"The nurse told us that the ward had burned," the mayor was quoted as saying by the Norda Post.', "burn", "actual", "nurse"),
        ('"The coach told me that the club had sold its bus," the keeper was quoted as saying.', "tell", "actual", "keeper"),
    ],
    "including, behind who tells": [
        ("The towns will build new schools, says the report, including opening nine clinics and hiring doctors.", "hire", "planned", "report"),
        ("The firm will cut its costs, says its chairman, including closing nine plants in Lima.", "close", "planned", "chairman"),
        ("The army committed crimes, said the judges, including shelling a market.", "shell", "actual", "judges"),
        ("The club sold its players, said officials including the coach.", "sell", "actual", "officials including the coach"),
    ],
    "contradicting what others claim": [
        (
            "Video shows that Ana Ruiz had her hands in the air, contradicting the guards' claim that she had refused to open the gate.",
            "open",
            "denied",
            "Video",
        ),
        ("Records show that the mayor owned the farm, refuting his claim that he had sold it in May.", "sell", "denied", "Records"),
        ("The film shows how the guard slept, disproving his claim that he called the police.", "call", "denied", "film"),
        ("The club refused to pay the players, the league said.", "pay", "actual", "league"),
    ],
    "polls and records show": [
        ("A survey shows Ana Ruiz leading the mayor by nine points.", "lead", "actual", "survey"),
        ("Records show payments of nine million to the club.", "pay", "actual", "Records"),
        ("The audit showed the bank losing money for ten years.", "lose", "actual", "audit"),
        (
            "In a Norda Post poll released on Monday, 50 percent of voters chose Ana Ruiz.",
            "choose",
            "actual",
            "Norda Post poll released on Monday",
        ),
        ("In a survey of nurses, 60 percent blamed the clinic for the fire.", "blame", "actual", "survey of nurses"),
        ("In the polls of May, voters chose Ana Ruiz.", "choose", "actual", None),
        ("In a study of nine clinics, the drug killed the virus.", "kill", "actual", None),
        ("The coach showed the players losing the ball.", "lose", "actual", None),
    ],
    "called, in marks or in the plural": [
        ('The union called the fire "a crime against nurses."', "crime", "alleged", "union"),
        ('The bishop called the raid "a murder of children."', "murder", "alleged", "bishop"),
        ('The minister, who called the vote "a theft," resigned.', "theft", "alleged", "minister"),
        ("The firm called a meeting of its owners.", "meet", "actual", None),
    ],
    "as she was known": [
        ('Manny, as he was known, "was caught between two clubs because he loved both of them," coach Ana Ruiz said.', "know", "actual", None),
        ('Manny, as he was known, "was caught between two clubs because he loved both of them," coach Ana Ruiz said.', "love", "actual", "Ana Ruiz"),
        ('The Iron Dam, as it is called, "has killed nine farmers in two years," Mayor Li Chen said.', "call", "actual", None),
        ('"Old Mill, as it was known, burned in May," the banker said.', "know", "actual", "banker"),
    ],
    "behind a colon and a time": [
        ("It was no secret: soon Ana Ruiz had declared that she would close the mine.", "be", "actual", None),
        ("The rule hurt the poor: last week a judge said the law was broken.", "hurt", "actual", None),
        ("The club is ruined: on Monday its owner admitted that he had sold the stadium.", "ruin", "actual", None),
        ('"The rule is clear: no boat leaves," the captain said.', "leave", "actual", "captain"),
        ("The rule is clear: no boat leaves the port, the captain said.", "leave", "actual", "captain"),
    ],
    "in brackets": [
        ("The bank was fined (its chairman denied this).", "fine", "actual", None),
        ("The club sold the striker (its coach later disclosed that the club lacked money).", "sell", "actual", None),
        ("The club sold the striker (its coach later disclosed that the club lacked money).", "lack", "actual", "coach"),
    ],
    "before a cue between commas": [
        ("If the mayor resigns, Chen said, the party will split.", "resign", "hypothetical", "Chen"),
        ("When the army left the town, residents said rebels burned the market.", "leave", "actual", None),
    ],
    "found": [
        ("Research by the Norda Centre found that the drug killed the virus.", "kill", "actual", "Research by the Norda Centre"),
        ("The film documents how soldiers burned the village.", "burn", "actual", "film"),
    ],
    "claims and what follows from them": [
        ("Recent steps include raids on ships and claims that the navy shelled a port, marking a new stage of the war.", "mark", "alleged", None),
        ("The union's complaints include claims that the firm dumped waste — poisoning the river.", "poison", "alleged", None),
        ("Reporters spread claims that the club bribed a referee — a move that angered the league.", "anger", "actual", None),
    ],
    "no saying": [
        ("The general assumed the command that rebels had wanted.", "want", "actual", None),
        ("To his son, Ruiz left a farm that floods had ruined.", "ruin", "actual", None),
        ("To his critics, Ruiz is a coward who fled the war.", "flee", "actual", "critics"),
        ("The rule hurts the poor: the judge said the law was broken.", "hurt", "actual", None),
        ("The rule is clear and voters like it: the judge said the law was broken.", "break", "actual", "judge"),
    ],
    "signed": [
        ('"The flood destroyed my house and nobody helped." - Ana Ruiz', "destroy", "actual", "Ana Ruiz"),
    ],
    "the paper behind": [
        ("The harbour was closed and nine boats sank, reported the Harbour Post newspaper.", "sink", "actual", "Harbour Post newspaper"),
        ("The club lost the cup and fired its coach, announced the captain.", "fire", "actual", "captain"),
        ("The firm sold the mine and closed nine plants, reported the union.", "close", "actual", "union"),
    ],
    "between subject and verb": [
        ("Part of the trouble, say miners like Ana Ruiz, is that the bank sold the well.", "sell", "actual", "miners like Ana Ruiz"),
        ("The reason, said doctors at the clinic, is that the virus killed the bees.", "kill", "actual", "doctors at the clinic"),
    ],
    "where, behind a comma": [
        ("Ana Ruiz doubted that the law would help the north, where floods destroyed nine farms.", "destroy", "actual", "Ana Ruiz"),
        ("The coach feared that fans would avoid Lima, where the club lost the cup.", "lose", "actual", "coach"),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "modality", "speaker"), table(CASES))
def test_teller(text: str, lemma: str, modality: str, speaker: str | None) -> None:
    extraction = read(text)
    told = event(extraction, lemma)
    assert (told.modality, source(extraction, told.attribution)) == (modality, speaker)


@pytest.mark.parametrize(
    "text",
    [
        'Ana Ruiz, a lawyer for Norda, a "green fund," argued that the dam had poisoned the river.',
        'Li Chen, head of the "People\'s Guard," claimed that soldiers burned the market.',
    ],
)
def test_quotation_in_the_description_of_who_speaks_is_not_said(text: str) -> None:
    (attribution,) = read(text).attributions
    assert all(text[begin:end].startswith("that") for begin, end in attribution.content)


def test_name_before_a_colon_is_not_what_follows() -> None:
    claims = read("Khans: Ruiz stirs 'anger';").claims
    assert "isA" not in [claim.predicate for claim in claims]


@pytest.mark.parametrize(
    ("text", "lemma", "agents"),
    [
        ("Geneva has hosted talks on Corvenia.", "talks", []),
        ("Chile organised talks between the army and the rebels.", "talks", ["army", "rebels"]),
        ("The club hosted a meeting with the sponsors.", "meet", ["club"]),
        ("The union held talks on wages.", "talks", ["union"]),
    ],
)
def test_who_houses_talks_takes_no_part_in_them(text: str, lemma: str, agents: list[str]) -> None:
    assert roles(text, lemma).get("agent", []) == agents

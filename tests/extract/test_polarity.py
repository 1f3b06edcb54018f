"""What is said not to be so, by the scope of negations, over farms, banks, courts, sport and cities."""

from __future__ import annotations

import pytest

from tests.extract.telling import table
from tests.extract.test_factuality import stance

CASES: dict[str, list[tuple[str, str, tuple[str, str]]]] = {
    "of the subject": [
        ("Not one of the six senators backed the bill.", "back", ("negative", "actual")),
        ("Not all farmers support the tax.", "support", ("negative", "actual")),
        ("Neither of the banks paid the fine.", "pay", ("negative", "actual")),
        ("Not all Germans support the tax.", "support", ("negative", "actual")),
        ("Neither the club nor its coach answered the fans.", "answer", ("negative", "actual")),
        ("Neither the army nor the rebels took the bridge.", "take", ("negative", "actual")),
        ("Neither voters nor donors left the party.", "leave", ("negative", "actual")),
        ("Few voters support the plan.", "support", ("positive", "actual")),
    ],
    "above an infinitive": [
        ("The senators are not auditioning to be ministers.", "be", ("negative", "planned")),
        ("Nobody wants to close the school.", "close", ("negative", "planned")),
        ("The minister never promised to cut taxes.", "cut", ("negative", "planned")),
        ("The clinic is not willing to treat smokers.", "treat", ("negative", "planned")),
        ("The club did not hesitate to fire the coach.", "fire", ("positive", "planned")),
        ("The club does not mind waiting to play.", "play", ("positive", "planned")),
        ("The actor never claimed to be a doctor.", "be", ("positive", "alleged")),
    ],
    "both of two gerunds": [
        ("The fence prevented wolves from killing sheep or attacking dogs.", "attack", ("negative", "actual")),
        ("The clerk left without paying the bill or thanking the cook.", "thank", ("negative", "actual")),
        ("The firm was fined for hiding losses and bribing clerks.", "bribe", ("positive", "actual")),
    ],
    "no power": [
        ("The monitors will not have the capacity to cover all camps.", "cover", ("negative", "possible")),
        ("The mayor has no power to sell the land.", "sell", ("negative", "possible")),
        ("The mayor has the power to sell the land.", "sell", ("positive", "possible")),
    ],
    "no plan": [
        ("The minister said he had no plans to resign.", "resign", ("negative", "planned")),
        ("The bank has no intention of selling the mine.", "sell", ("negative", "planned")),
        ("The club had no wish to fire the coach.", "fire", ("negative", "planned")),
        ("The study has shown no evidence to support the theory.", "support", ("positive", "hypothetical")),
    ],
    "unfit": [
        ("The banker is unfit to lead the ministry.", "lead", ("negative", "actual")),
        ("The bridge was too weak to carry trucks.", "carry", ("negative", "actual")),
        ("The boy is too young to vote.", "vote", ("negative", "actual")),
        ("The boy is old enough to vote.", "vote", ("positive", "possible")),
    ],
    "impossible": [
        ("Firefighters could not contain the blaze.", "contain", ("negative", "actual")),
        ("The army cannot hold the town.", "hold", ("negative", "actual")),
        ("The pilot could not have seen the mast.", "see", ("negative", "possible")),
    ],
    "quoted": [
        ('Fans chanted "no Ruiz, no league" outside the stadium.', "chant", ("positive", "actual")),
        ('Workers shouted "no cuts, no closures" at the minister.', "shout", ("positive", "actual")),
        ('The bank had "no need" of a loan.', "have", ("negative", "actual")),
    ],
    "asked for a yes": [
        ("Don't you think that the minister lied to voters?", "lie", ("positive", "possible")),
        ("Isn't it true that the bank hid losses?", "hide", ("positive", "possible")),
        ("Why didn't the club pay the striker?", "pay", ("negative", "actual")),
    ],
    "not hindered": [
        ("The goal was not enough to keep the club from losing the match.", "lose", ("positive", "possible")),
        ("The wall did not stop the river from flooding the town.", "flood", ("positive", "actual")),
        ("The bank failed to prevent thieves from robbing the vault.", "rob", ("positive", "actual")),
        ("The wall stopped the river from flooding the town.", "flood", ("negative", "actual")),
    ],
    "whether or not": [
        ("It depends on whether or not the bank sells the mine.", "sell", ("positive", "possible")),
    ],
    "not failing": [
        ("The minister cannot fail to act on the report.", "act", ("positive", "planned")),
        ("Voters cannot but notice the rise in prices.", "notice", ("positive", "planned")),
        ("The army could not but withdraw from the town.", "withdraw", ("positive", "actual")),
        ("The firm could not avoid paying the fine.", "pay", ("positive", "actual")),
        ("The nurse never failed to visit the ward.", "visit", ("positive", "actual")),
        ("The club never stopped hiring players.", "hire", ("positive", "actual")),
        ("The mayor did not rule out closing the port.", "close", ("positive", "possible")),
        ("The court did not refuse to hear the case.", "hear", ("positive", "possible")),
        ("The team failed to win a match.", "win", ("negative", "actual")),
        ("The army cannot hold the town.", "hold", ("negative", "actual")),
    ],
    "urges": [
        ("The premier resisted the urge to attack his rivals.", "attack", ("negative", "actual")),
        ("The bank will resist the temptation to cut rates.", "cut", ("negative", "planned")),
        ("The clerk could not resist the temptation to open the letter.", "open", ("positive", "actual")),
        ("The minister is under pressure to resign.", "resign", ("positive", "planned")),
    ],
    "never coming": [
        ("The general will never come back to lead the army.", "lead", ("negative", "planned")),
        ("The striker never returned to play for the club.", "play", ("negative", "planned")),
        ("The envoy did not go to Lima to sign the deal.", "sign", ("negative", "planned")),
        ("The general did not only return to lead the army.", "lead", ("positive", "planned")),
        ("The envoy went to Lima to sign the deal.", "sign", ("positive", "planned")),
    ],
    "not always": [
        ("The raids do not necessarily break the law.", "break", ("positive", "possible")),
        ("Pumping out the water is not always allowed by the council.", "allow", ("positive", "possible")),
        ("The banks were not all fined by the regulator.", "fine", ("positive", "possible")),
        ("The firm does not always want to pay the fine.", "pay", ("positive", "planned")),
        ("The rebels have never held the town.", "hold", ("negative", "actual")),
    ],
    "amazed": [
        ("I cannot believe the court freed the banker.", "free", ("positive", "possible")),
        ("She does not believe the court freed the banker.", "free", ("negative", "possible")),
    ],
    "at no time": [
        ("At no time did the captain leave the ship.", "leave", ("negative", "actual")),
        ("In no way does the ruling free the banker.", "free", ("negative", "actual")),
        ("At no point did the club pay the fine.", "pay", ("negative", "actual")),
        ("In no time the captain left the ship.", "leave", ("positive", "actual")),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "expected"), table(CASES))
def test_polarity_and_modality(text: str, lemma: str, expected: tuple[str, str]) -> None:
    assert stance(text, lemma)[:2] == expected

"""What a happening is called: the words of its whole clause, without what is only added to it."""

from __future__ import annotations

import pytest

from kg.resolve import resolve
from tests.extract.telling import table
from tests.parses import lexicon, read

CASES = {
    "complement": [
        ("The minister said the dam may be able to hold the flood.", "able", "The dam may be able to hold the flood"),
        ("Doctors say the drug was used to treat malaria in children.", "use", "the drug was used to treat malaria in children"),
        ("The coach hinted that the club will be willing to sell its captain.", "willing", "the club will be willing to sell its captain"),
    ],
    "a condition after what is said": [
        ("The mayor said the town is ready to pay, but only if the state helps.", "ready", "the town is ready to pay but only if the state helps"),
        ("The coach said he would sell the keeper, but only if the owner left.", "sell", "coach would sell the keeper but only if the owner left"),
        ("The bank said it would lend the money, but only if rates fell.", "lend", "bank would lend the money but only if rates fell"),
    ],
    "negated": [
        ("The mayor said the fare will not be raised in the suburbs or at night.", "raise", "the fare will not be raised in the suburbs or at night"),
        ("The court said the firm was not fined for the spill.", "fine", "the firm was not fined for the spill"),
        ("The striker said he did not play on Sunday.", "play", "striker did not play on Sunday"),
    ],
    "second verb of what is said": [
        ("The bank said it would close branches and cut jobs.", "close", "bank would close branches and cut jobs"),
        ("Ana Ruiz promised to lower rents and build schools.", "lower", "Ana Ruiz to lower rents and build schools"),
        ("Police said the driver left the road and hit a wall.", "leave", "the driver left the road and hit a wall"),
    ],
    "clause beside it": [
        ("Rebels took the town and the army fled.", "take", "Rebels took the town"),
        ("The firm cut prices, and its rival sued.", "cut", "The firm cut prices"),
        ("The team lost the final, but the coach stayed.", "lose", "The team lost the final"),
    ],
    "noun with a light verb that is told": [
        ("Nurses say the decision was made in secret.", "decision", "the decision was made in secret"),
        ("The coach claimed a decision was made in haste.", "decision", "a decision was made in haste"),
    ],
    "part of a relative pronoun": [
        ("Police freed nine hostages, some of whom were treated in Lima.", "treat", "some of the nine hostages were treated in Lima"),
        ("The firm lost two mines, one of which flooded.", "flood", "one of the two mines flooded"),
    ],
    "either": [
        ("The minister will either sell the mine or close it.", "sell", "The minister will sell the mine"),
        ("The club must either pay the fine or leave the league.", "pay", "The club must pay the fine"),
    ],
    "comment": [
        ("The storm sank nine boats, leaving the port without power.", "sink", "The storm sank nine boats"),
        ("The company sold its mine, according to the union.", "sell", "The company sold its mine"),
        ("The actor won the prize, which had never gone to a comedian.", "win", "The actor won the prize"),
    ],
    "condition": [
        ("The union said that if the talks fail, workers will block the port.", "block", "workers will block the port if the talks fail"),
        ("The doctor said that if the fever returns, the girl needs a test.", "need", "the girl needs a test if the fever returns"),
        ("The trainer said that if it rains, the team will use the hall.", "use", "the team will use the hall if it rains"),
    ],
    "without a subject": [
        ("Prosecutors accused the banker of forging letters to shareholders.", "forge", "banker forging letters to shareholders"),
        ("Critics praised the director for filming the strike in secret.", "film", "director filming the strike in secret"),
        ("The council fined the farm for dumping waste into the river.", "dump", "farm dumping waste into the river"),
    ],
    "infinitive": [
        ("The fleet is expected to reach Lisbon by May.", "reach", "fleet to reach Lisbon by May"),
        ("Ines Prado refused to hand over the files.", "hand over", "Ines Prado to hand over the files"),
        ("The court ordered the utility to repay its customers.", "repay", "utility to repay its customers"),
    ],
    "infinitive of nobody known": [
        ('"Of course, I would have liked them to pay it sooner."', "pay", "them to pay it sooner"),
        ("The bank would have preferred them to repay the loan.", "repay", "them to repay the loan"),
    ],
    "infinitive that came true": [
        ("The drought has forced many herders to sell their goats.", "sell", "many herders to sell their goats"),
        ("The scandal prompted the senator to resign.", "resign", "senator to resign"),
        ("The keeper managed to save the penalty.", "save", "keeper to save the penalty"),
        ("Norda continues to lead the league by six points.", "lead", "Norda to lead the league by six points"),
        ("The widow was glad to see the general in the dock.", "see", "widow to see the general in the dock"),
        ("This has served to weaken the hand of the regulator.", "weaken", "to weaken the hand of the regulator"),
    ],
    "aim of a noun whose phrase it is in": [
        ("The navy began a patrol aimed at stopping smugglers.", "stop", "stopping smugglers"),
        ("The court struck down a levy intended to curb gambling.", "curb", "to curb gambling"),
        ("The firm fired two clerks caught trying to sell its designs.", "sell", "to sell its designs"),
        ("The levee is aimed at stopping floods.", "stop", "levee stopping floods"),
    ],
    "direct question": [
        ('He asked, "What are they hiding in the mine?"', "hide", "What are they hiding in the mine"),
        ('The coach asked, "Why did the club sell Novak?"', "sell", "Why did the club sell Novak"),
        ('"Has the judge read the letter?" she asked.', "read", "Has the judge read the letter"),
        ("The union asked how many jobs the bank will cut.", "cut", "how many jobs the bank will cut"),
        ("The fans asked whether the club had sold Novak.", "sell", "whether the club had sold Novak"),
    ],
    "comment of nobody": [
        ("A barge hit the bridge in March, killing four people.", "kill", "A barge hit the bridge, killing four people"),
        ("The bank closed its Oslo office, marking the end of an era.", "mark", "The bank closed its Oslo office, marking the end of an era"),
        ("Two shells landed in a market on Monday, wounding nine.", "wound", "Two shells landed in a market, wounding nine"),
    ],
    "comment of somebody": [
        ("Petra Novak finished second, losing the title to her sister.", "lose", "Petra Novak losing the title to her sister"),
        ("Karsten Holm sold his shares, citing his health.", "cite", "Karsten Holm citing his health"),
        ("Rosa Diaz won the election, taking nine of the ten districts.", "take", "Rosa Diaz taking nine of the ten districts"),
    ],
    "when and where": [
        ("The town fell in June when rebels cut the last road.", "cut", "rebels cut the last road"),
        ("Nordbank shares sank on Friday when the regulator fined the firm.", "fine", "the regulator fined the firm"),
        ("The team flew to Quito, where a storm delayed the match.", "delay", "a storm delayed the match"),
    ],
    "when without a subject": [
        ("The spokesman gave no answer when asked on Monday.", "ask", "The spokesman gave no answer when asked"),
        ("Ana Ruiz smiled when questioned about the merger.", "question", "Ana Ruiz smiled when questioned about the merger"),
        ("The guard fled when attacked by a dog.", "attack", "The guard fled when attacked by a dog"),
    ],
    "relative that no name can stand for": [
        ("The city sued the fund whose collapse ruined many teachers.", "ruin", "the fund whose collapse ruined many teachers"),
        ("They mourn the driver whose death halted the race.", "halt", "the driver whose death halted the race"),
        ("He led a militia whose fighters burned the mill.", "burn", "a militia whose fighters burned the mill"),
    ],
    "of which a day is told": [
        ("Police studied the blasts of May 3, which left a town in ruins.", "leave", "the blasts of May 3 left a town in ruins"),
        ("The strike on Tuesday, which shut the port, cost millions.", "shut", "The strike on Tuesday shut the port"),
        ("The vote in June, which split the party, was close.", "split", "The vote in June split the party"),
    ],
    "pronoun": [
        ("Angela Merkel said she would leave the party.", "leave", "Angela Merkel would leave the party"),
        ("Emmanuel Macron said he could miss the derby.", "miss", "Emmanuel Macron could miss the derby"),
        ('"I will sell our farm," said Rosa Diaz.', "sell", "I will sell our farm"),
    ],
    "question": [
        ("Reporters asked how many workers the mine employs.", "employ", "how many workers the mine employs"),
        ("The judge asked whether the witness knew the mayor.", "know", "whether the witness knew the mayor"),
        ("Fans asked why the club sold its captain.", "sell", "why the club sold its captain"),
    ],
    "participle": [
        ("The paper printed letters written in prison.", "write", "letters written in prison"),
        ("Police stopped a truck carrying stolen goats.", "carry", "a truck carrying stolen goats"),
        ("The museum lost paintings lent by the bank.", "lend", "paintings lent by the bank"),
    ],
    "contraction": [
        ("Angela Merkel said she's ready to leave.", "ready", "she's ready to leave"),
        ("Macron said he'd sell the house.", "sell", "he'd sell the house"),
        ('"We\'ve won the cup," said Ana Ruiz.', "win", "We've won the cup"),
    ],
    "an adverb before the clause": [
        ("Later they intercepted a second ship.", "intercept", "they intercepted a second ship later"),
        ("Elsewhere the storm destroyed two barns.", "destroy", "the storm destroyed two barns elsewhere"),
        ("Meanwhile the club sold its goalkeeper.", "sell", "the club sold its goalkeeper meanwhile"),
    ],
    "what is said before who says it": [
        ('"The mine is safe," Ana Ruiz told reporters.', "tell", "Ana Ruiz told reporters: The mine is safe"),
        ("The harvest will fail, farmers warned.", "warn", "farmers warned: The harvest will fail"),
        ('"We lost our way," the coach said.', "say", "the coach said: We lost our way"),
    ],
    "gap": [
        ("Voters remember the promise that the mayor made.", "make", "the mayor made the promise"),
        ("The firm kept the patents it had bought.", "buy", "firm had bought the patents"),
        ("The nurse thanked the pilot whom the rebels freed.", "free", "the rebels freed the pilot"),
    ],
    "day": [
        ("On Friday, a fire destroyed a mill in Lyon.", "destroy", "a fire destroyed a mill in Lyon"),
        ("The regulator fined the airline on Monday.", "fine", "The regulator fined the airline"),
        ("Brazil beat Peru in June in a final in Lima.", "beat", "Brazil beat Peru in a final in Lima"),
    ],
    "insertion": [
        ("The treaty, Ana Ruiz said, will protect the border.", "protect", "The treaty will protect the border"),
        ("The vaccine, doctors say, is safe for children.", "safe", "The vaccine is safe for children"),
        ("The captain, who is 38, will leave the club.", "leave", "The captain will leave the club"),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "words"), table(CASES))
def test_a_clause_is_told_whole(text: str, lemma: str, words: str) -> None:
    world = resolve([extraction := read(text)], lexicon())
    found = [world.wordings["test", e.id] for e in extraction.events if e.lemma == lemma]
    assert [one.lower() for one in found] == [words.lower()]


def test_a_long_clause_is_cut_after_a_word() -> None:
    text = (
        "The ministry said the new railway will link the northern ports with the mines of the interior and with the markets of the three eastern "
        "provinces that the flood of the river had cut off from the rest of the country."
    )
    world = resolve([extraction := read(text)], lexicon())
    (label,) = [world.wordings["test", e.id] for e in extraction.events if e.lemma == "link"]
    assert len(label) <= 140
    assert label[-1] == "…"
    assert label[:-1] in text
    assert text[text.index(label[:-1]) + len(label) - 1] == " "

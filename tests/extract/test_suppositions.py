"""What is foretold, wished or asked, and no plan or condition, over clubs, courts, mines, elections, ports and storms."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.telling import table
from tests.extract.test_factuality import stance

CASES: dict[str, list[tuple[str, str, Any]]] = {
    "foretold of somebody": [
        ("The striker will undoubtedly play again.", "play", ("positive", "possible", None)),
        ("The striker will play again.", "play", ("positive", "planned", None)),
        ("The party will win the vote.", "win", ("positive", "possible", None)),
        ("We will win the vote.", "win", ("positive", "planned", None)),
        ("The villagers will need tents.", "need", ("positive", "possible", None)),
        ("The smugglers will find themselves facing a jury.", "face", ("positive", "possible", None)),
        ("The firm will face a lawsuit.", "face", ("positive", "possible", None)),
        ("Lyon will face Torino on Sunday.", "face", ("positive", "planned", None)),
        ("Farmers will become angry.", "angry", ("positive", "possible", None)),
        ("The envoys will reach a deal on Friday.", "reach", ("positive", "planned", None)),
        ("The coach hopes that his players will win the cup.", "win", ("positive", "planned", "coach")),
    ],
    "what things will do": [
        ("The bridge will ease traffic in the port.", "ease", ("positive", "possible", None)),
        ("These drills will help sailors mend their nets.", "help", ("positive", "possible", None)),
        ("The gap between the two parties will narrow.", "narrow", ("positive", "possible", None)),
        ("The fund will pay the nurses.", "pay", ("positive", "planned", None)),
    ],
    "expected": [
        ("The owner is betting that fans will forgive him.", "forgive", ("positive", "possible", "owner")),
    ],
    "whether": [
        ("The nurse is not sure if the drug killed the patient.", "kill", ("positive", "possible", None)),
        ("A reporter asked the mayor if the mine would close.", "close", ("positive", "possible", None)),
        ("Fans waited to see if the club would sack its coach.", "sack", ("positive", "possible", None)),
        ("It is unclear whether the storm sank the ferry.", "sink", ("positive", "possible", None)),
        ("The port will close if the storm comes.", "close", ("positive", "hypothetical", None)),
        ("The judge will know more if the witness talks.", "talk", ("positive", "hypothetical", None)),
    ],
    "wishes": [
        ("May the miners return safely.", "return", ("positive", "planned", None)),
        ("May the miners return to work?", "return", ("positive", "possible", None)),
        ("The miners may return.", "return", ("positive", "possible", None)),
    ],
    "what is said by saying so": [
        ("I have to admit, the coach did well.", "admit", ("positive", "actual", None)),
        ("We have to sell the ferry.", "sell", ("positive", "planned", None)),
        ("The banker has to admit the fraud.", "admit", ("positive", "planned", None)),
    ],
    "clauses of time": [
        ("Chile said it would recall its envoy after the talks broke down.", "break down", ("positive", "actual", "Chile")),
        ("The bank said it would pay before the year ended.", "end", ("positive", "possible", "bank")),
        ("The ban has helped to ruin the port when it has tried to hire pilots.", "try", ("positive", "actual", None)),
        ("The ban has helped to ruin the port when it has tried to hire pilots.", "hire", ("positive", "planned", None)),
        ("The union demanded that the pit stay shut until its shafts are mended.", "mend", ("positive", "possible", "union")),
    ],
    "what is only worked on or about": [
        ("The parties made progress on reform of the courts.", "reform", ("positive", "possible", None)),
        ("The parties made progress on the reform of the courts.", "reform", ("positive", "actual", None)),
        ("The dispute is about closing the mine.", "close", ("positive", "possible", None)),
        ("There is no precedent for jailing a referee.", "jail", ("positive", "possible", None)),
        ("Pilots dislike the conditions of the merger.", "merge", ("positive", "actual", None)),
    ],
    "judged to be": [
        ("The trial was widely considered to be rigged.", "rig", ("positive", "alleged", None)),
        ("The pilot is believed to have fled.", "flee", ("positive", "possible", None)),
    ],
    "without having to": [
        ("The club kept its striker without having to raise his wage.", "raise", ("negative", "planned", None)),
    ],
    "denied beside what is told": [
        ('The warden told a paper that "a guard was hurt" in the yard, but denied reports of an escape.', "hurt", ("positive", "actual", "warden")),
        ('The warden denied that "a guard was hurt" in the yard.', "hurt", ("positive", "denied", "warden")),
    ],
    "an intention denied": [
        ("Chile, which has denied intentions of taking the port, sent ships.", "take", ("positive", "denied", "Chile")),
        ("The bank denied plans to close its branches.", "close", ("positive", "denied", "bank")),
        ("The club denied any plan to sell its captain.", "sell", ("positive", "denied", "club")),
        ("Plans to sell the airline were denied by the ministry.", "sell", ("positive", "denied", "ministry")),
        ("The union rejected plans to close the mine.", "close", ("positive", "planned", None)),
    ],
    "beside what is only alleged or likely": [
        ("The gang allegedly entered the museum, killing two guards.", "kill", ("positive", "alleged", None)),
        ("Smugglers reportedly enter the port easily using gaps in the fence.", "use", ("positive", "alleged", None)),
        ("The rebels probably crossed the border, burning two villages.", "burn", ("positive", "possible", None)),
        ("The guard allegedly stole the painting while working at the museum.", "work", ("positive", "actual", None)),
        ("Citing a report, the firm allegedly moved the funds.", "cite", ("positive", "actual", None)),
    ],
    "set as a condition": [
        ("The union refused to return to work until the firm reinstated the drivers.", "reinstate", ("positive", "possible", None)),
        ("Rebels refused to negotiate until the army left the town.", "leave", ("positive", "possible", None)),
        ("The nurses threatened to strike until the hospital hired more staff.", "hire", ("positive", "possible", None)),
        ("The workers did not return until the firm paid them.", "pay", ("positive", "actual", None)),
        ("The officer refused to talk after the court fined him.", "fine", ("positive", "actual", None)),
    ],
    "inverted, at the root": [
        ("Had she held an account at the bank, as the rules required, she would have lost the money.", "hold", ("positive", "hypothetical", None)),
        ("Had the dam held the water, as its builders promised, the flood would have spared the town.", "hold", ("positive", "hypothetical", None)),
        ("Had the coach trusted the striker, the club would have won the cup.", "trust", ("positive", "hypothetical", None)),
    ],
    "what is being done, as a subject": [
        ("What the mayor is proposing is dangerous.", "propose", ("positive", "actual", None)),
        ("What the bank is selling is worthless.", "sell", ("positive", "actual", None)),
        ("What the army is doing violates the truce.", "do", ("positive", "actual", None)),
    ],
    "could hear": [
        ("Residents could hear explosions across the river.", "hear", ("positive", "actual", None)),
        ("Smoke could be seen over the port.", "see", ("positive", "actual", None)),
        ("Miners could smell gas in the shaft.", "smell", ("positive", "actual", None)),
        ("The deal could be seen as a defeat for the mayor.", "see", ("positive", "possible", None)),
        ("The bank could see losses in May.", "see", ("positive", "possible", None)),
    ],
    "imagined": [
        ("Imagine that the flood destroys the town.", "destroy", ("positive", "hypothetical", None)),
        ("Suppose that the bank sells the mine.", "sell", ("positive", "hypothetical", None)),
        ("They imagine that the club fired the coach.", "fire", ("positive", "actual", None)),
    ],
    "only asked for": [
        ("The ruling drew calls for an embargo on grain.", "embargo", ("positive", "planned", None)),
        ("The council faced demands for a ban on flares.", "ban", ("positive", "planned", None)),
        ("The strike led to appeals for talks with the union.", "talks", ("positive", "planned", None)),
    ],
    "used as an opportunity": [
        ("The mayor used the debate as an opportunity to attack the banks.", "attack", ("positive", "actual", None)),
        ("The coach used the final as a chance to praise the fans.", "praise", ("positive", "actual", None)),
        ("The mayor will use the debate as an opportunity to attack the banks.", "attack", ("positive", "planned", None)),
    ],
    "known to have been": [
        ("The mayor claimed that the 2012 attacks that killed nine people were planned.", "attack", ("positive", "actual", "mayor")),
        ("The film purports to show the raid that killed nine miners.", "raid", ("positive", "actual", None)),
        ("More guards may be needed to prevent crimes like the attack on the bank.", "attack", ("positive", "actual", None)),
    ],
    "come to": [
        ("The coach came to accept that the club had lost its fans.", "accept", ("positive", "actual", None)),
        ("The miners have come to rely on the bank.", "rely on", ("positive", "actual", None)),
        ("The nurse came to help the miners.", "help", ("positive", "planned", None)),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "expected"), table(CASES))
def test_what_is_supposed(text: str, lemma: str, expected: tuple[str, str, str | None]) -> None:
    assert stance(text, lemma) == expected

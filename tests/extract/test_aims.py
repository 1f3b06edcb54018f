"""Aims, powers and mere thoughts, and what is there whatever is said of it, over fisheries, theatres, tennis, banks and floods."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.telling import table
from tests.extract.test_factuality import stance

CASES: dict[str, list[tuple[str, str, Any]]] = {
    "asked to": [
        ("The manager asked the dancers to leave the stage.", "leave", ("positive", "planned", "manager")),
        ("The fishermen asked to extend the season.", "extend", ("positive", "planned", "fishermen")),
        ("The clerk asked what to do with the money.", "do", ("positive", "possible", "clerk")),
    ],
    "gerunds that are meant": [
        ("The bank is committed to cutting its fees.", "cut", ("positive", "planned", None)),
        ("The theatre signed an agreement on sharing costumes.", "share", ("positive", "planned", None)),
        ("The focus is on rebuilding the dykes.", "rebuild", ("positive", "planned", None)),
        ("The club kept its hope of signing the Spaniard.", "sign", ("positive", "planned", None)),
        ("The fair is a platform for selling nets.", "sell", ("positive", "possible", None)),
        ("The panel praised the forum for helping farmers.", "help", ("positive", "actual", "panel")),
    ],
    "what an aim is": [
        ("The first priority would be to repair the dykes.", "repair", ("positive", "planned", None)),
        ("Reopening the theatre has been a priority for the mayor.", "reopen", ("positive", "planned", None)),
        ("It would be wrong to sell the boats.", "sell", ("positive", "possible", None)),
    ],
    "can do": [
        ("Members have the right to sell their catch.", "sell", ("positive", "possible", None)),
        ("The bill gives banks an opportunity to lend more.", "lend", ("positive", "possible", None)),
        ("The champion took the opportunity to thank her coach.", "thank", ("positive", "actual", None)),
    ],
    "should, in somebody's eyes": [
        ("Critics think the bank should drop the fee.", "drop", ("positive", "planned", "Critics")),
        ("Critics think the bank dropped the fee.", "drop", ("positive", "possible", "Critics")),
    ],
    "would": [
        ('"That would ruin the harbour," the fisherman said.', "ruin", ("positive", "hypothetical", "fisherman")),
        ('"I thought it would ruin the harbour," the fisherman said.', "ruin", ("positive", "possible", "fisherman")),
        ("The actress would like to direct an opera.", "like", ("positive", "actual", None)),
        ("The guard said he'd seen the flood.", "see", ("positive", "actual", "guard")),
    ],
    "brought about by a thing": [
        ("The new tax would force boats to stay in port.", "stay", ("positive", "hypothetical", None)),
        ("The pump will be used to drain the cellar.", "drain", ("positive", "planned", None)),
    ],
    "had to": [
        ("The bank has had to close ten branches.", "close", ("positive", "actual", None)),
        ("The bank has to close ten branches.", "close", ("positive", "planned", None)),
    ],
    "joined infinitives": [
        ("The singer was unable to walk or drive.", "drive", ("negative", "actual", None)),
        ("The skipper refused to stop and show his papers.", "show", ("negative", "actual", None)),
        ("The flood would wreck the mill, drown cattle and cut the road.", "cut", ("positive", "hypothetical", None)),
    ],
    "questions": [
        ("Why did the bank close the branch?", "close", ("positive", "actual", None)),
        ("Did the bank close the branch?", "close", ("positive", "possible", None)),
        ("Who will close the branch?", "close", ("positive", "possible", None)),
    ],
    "told": [
        ("The fans were told that the final was cancelled.", "tell", ("positive", "actual", None)),
        ("The fans were told that the striker had left.", "leave", ("positive", "actual", None)),
        ("It was reported that the striker had left.", "leave", ("positive", "alleged", None)),
    ],
    "linked": [
        ("Police seized a boat linked to the smugglers.", "link", ("positive", "alleged", None)),
        ("The decision is linked to the flood.", "link", ("positive", "actual", None)),
    ],
    "there all the same": [
        ("Experts believe the attack was a warning.", "attack", ("positive", "actual", "Experts")),
        ("The union claimed that the vote was rigged.", "vote", ("positive", "actual", "union")),
        ("The premier blamed rebels for the attack.", "attack", ("positive", "actual", None)),
        ("No group has claimed the attack.", "attack", ("positive", "actual", None)),
        ("The envoys want an end to the war.", "war", ("positive", "actual", None)),
        ("The banks agreed to resolve the dispute.", "dispute", ("positive", "actual", None)),
        ("The town will review its security in light of the attack.", "attack", ("positive", "actual", None)),
        ("Experts believe the strike took place in May.", "strike", ("positive", "possible", "Experts")),
        ("His resignation was demanded by the club.", "resign", ("positive", "planned", "club")),
    ],
    "little is done": [
        ("The club has done little to calm its fans.", "calm", ("negative", "actual", None)),
        ("The mayor did nothing to stop the sale.", "stop", ("negative", "actual", None)),
        ("The skipper was not strong enough to win the race.", "win", ("negative", "actual", None)),
        ("The court has forbidden the guards from meeting the singer.", "meet", ("negative", "actual", None)),
    ],
    "meant, wanted or hoped": [
        ("The senate was supposed to guard the coast.", "guard", ("positive", "planned", None)),
        ("The bank has got to cut its fees.", "cut", ("positive", "planned", None)),
        ("The nurse favours closing the ward.", "close", ("positive", "planned", None)),
        ("The nurse opposed closing the ward.", "close", ("positive", "possible", None)),
        ("The coach hopes that the fans can return in May.", "return", ("positive", "planned", "coach")),
        ("The premier appointed two clerks for counting the votes.", "count", ("positive", "planned", None)),
    ],
    "what something means": [
        ("It means a lot to the town that the club won the cup.", "win", ("positive", "actual", None)),
        ("A strike would mean that boats stay in port.", "stay", ("positive", "hypothetical", None)),
    ],
    "brought to do it": [
        ("The campaign persuaded farmers to plant trees.", "plant", ("positive", "actual", None)),
        ("Divers could be seen searching the harbour.", "search", ("positive", "actual", None)),
    ],
    "joined conditions": [
        ("If the dam breaks and the river floods the town, the army will help.", "flood", ("positive", "hypothetical", None)),
    ],
    "before what is believed": [
        ("The police think the boat sank after it hit a rock.", "hit", ("positive", "actual", None)),
        ("The police think the boat sank after it hit a rock.", "sink", ("positive", "possible", "police")),
    ],
}


@pytest.mark.parametrize(("text", "lemma", "expected"), table(CASES))
def test_stance(text: str, lemma: str, expected: tuple[str, str, str | None]) -> None:
    assert stance(text, lemma) == expected

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
}


@pytest.mark.parametrize(("text", "lemma", "agents"), table(DOERS))
def test_who_does_it(text: str, lemma: str, agents: list[str]) -> None:
    assert roles(text, lemma).get("agent", []) == agents

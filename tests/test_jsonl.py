"""Extractions as data: the keys of the format, and nothing lost on the way there and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import jsonl
from kg.model import Attribution, Claim, Document, Entity, Event, Extraction, Mention, Quantity, Role, TimeExpression

TEXT = "Troops seized a port in Odesa on Monday, officials said. More than 110 people fled."
DOCUMENT = Document(id="port", text=TEXT, blocks=(), sha256="ab" * 32, text_sha256="cd" * 32, date="2026-01-06")
EXTRACTION = Extraction(
    document=DOCUMENT,
    sentences=((0, 56), (57, 83)),
    entities=(Entity("e1", "troops", "Group", named=False), Entity("e2", "Odesa", "City", aliases=("Odessa",), link="odesa")),
    mentions=(Mention("m1", (0, 6), "e1", "nominal", "noun-chunk"),),
    times=(TimeExpression("t1", (33, 39), "DATE", "2026-01-05", "2026-01-05", "2026-01-05"),),
    quantities=(Quantity("q1", (57, 77), 110.0, "more than", "people", min=111.0),),
    events=(
        Event("v1", (7, 13), "seize", "Seizure", (7, 13), 0, "active", (Role("agent", (0, 6), "e1"),), time="t1", place="e2", attribution="a1"),
        Event("v2", (78, 82), "flee", "Movement", (78, 82), 1, "active", quantities=("q1",)),
    ),
    attributions=(Attribution("a1", ((41, 50),), ((51, 55),), ((0, 39),), None),),
    claims=(Claim("c1", "e1", "seized", "e2", 0, "active", 0.91, event="v1", attribution="a1", citations=(1, 2)),),
)


def test_the_keys_of_the_format() -> None:
    data = jsonl.to_json(EXTRACTION)
    records = ["sentences", "entities", "mentions", "times", "quantities", "events", "attributions", "claims"]
    assert list(data) == ["doc", "sha256", "language", "date", *records]
    assert data["doc"] == "port"
    assert data["sentences"] == [[0, 56], [57, 83]]
    assert data["quantities"] == [{"id": "q1", "span": [57, 77], "value": 110, "bound": "more than", "unit": "people", "min": 111}]
    assert data["events"][1] == {
        "id": "v2", "trigger": [78, 82], "lemma": "flee", "type": "Movement", "phrase": [78, 82], "sentence": 1, "rule": "active", "roles": [],
        "time": None, "place": None, "quantities": ["q1"], "polarity": "positive", "modality": "actual", "plover": None, "cameo": None,
    }  # fmt: skip
    assert data["events"][0]["roles"] == [{"role": "agent", "span": [0, 6], "entity": "e1"}]
    assert data["attributions"] == [{"id": "a1", "source": [[41, 50]], "cue": [[51, 55]], "content": [[0, 39]], "entity": None, "parent": None}]


@pytest.mark.parametrize(("record", "extra"), [(0, {"named"}), (1, {"link"})])
def test_a_further_key_only_where_its_value_is_unusual(record: int, extra: set[str]) -> None:
    assert set(jsonl.to_json(EXTRACTION)["entities"][record]) == {"id", "label", "type", "aliases"} | extra


def test_participants_of_no_graph_have_entities_of_their_own() -> None:
    told = Event("v1", (5, 10), "move", "Movement", (5, 10), 0, "active", beside=(("agent", (0, 4)), ("oblique", (26, 32))))
    again = Event("v2", (14, 18), "work", "Event", (14, 18), 0, "active", beside=(("agent", (0, 4)),))
    document = Document(id="d", text="They moved and work under a lamp.", blocks=(), sha256="ab" * 32, text_sha256="cd" * 32)
    extraction = Extraction(document=document, sentences=((0, 33),), events=(told, again))
    data = jsonl.to_json(extraction)
    assert [entity["label"] for entity in data["entities"]] == ["They", "a lamp"]
    assert [role["entity"] for event in data["events"] for role in event["roles"]] == ["p1", "p2", "p1"]
    assert jsonl.from_json(data, document) == extraction


def test_an_extraction_of_another_text_is_refused() -> None:
    other = Document(id="port", text="Changed.", blocks=(), sha256="00" * 32, text_sha256="00" * 32)
    with pytest.raises(ValueError, match="port"):
        jsonl.from_json(jsonl.to_json(EXTRACTION), other)


# JSON has no NaN; and -0.0 is no count.
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False).map(lambda number: number + 0.0))
st.register_type_strategy(Document, st.just(DOCUMENT))


@given(st.builds(Extraction, **{name: ... for name in Extraction.__slots__ if name != "document"}, document=st.just(DOCUMENT)))
def test_nothing_is_lost_through_json(extraction: Extraction) -> None:
    line = json.dumps(jsonl.to_json(extraction))
    back = jsonl.from_json(json.loads(line), DOCUMENT)
    assert back == extraction
    assert repr(back) == repr(extraction)  # a 1 for a 1.0 would be equal, and would be written otherwise

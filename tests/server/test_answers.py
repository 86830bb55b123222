"""Answers to commands, remembered."""

import pytest

from pupitre.domain.ids import CommandId
from pupitre.domain.refusals import Code, Refused
from pupitre.server.answers import Answer, Answers, Done, pack, unpack
from pupitre.server.store.batch import Sender

KEY = (Sender("alice"), CommandId("1"))


@pytest.mark.parametrize(
    "answer", [Done(3), Done(), Refused(Code.TOO_LONG, {"field": "text", "limit": 5000})]
)
def test_an_answer_is_the_same_after_storing(answer: Answer) -> None:
    assert unpack(pack(answer)) == answer


def test_the_same_id_of_another_sender_is_another_command() -> None:
    answers = Answers()
    answers.put(KEY, Done(1))
    assert answers.get((Sender("bruno"), KEY[1])) is None
    assert answers.missing([KEY, (Sender("bruno"), KEY[1])]) == [(Sender("bruno"), KEY[1])]


def test_the_oldest_go_first() -> None:
    answers = Answers(capacity=1)
    answers.learn({KEY: pack(Done(1))})
    answers.put((Sender("alice"), CommandId("2")), Done(2))
    assert answers.get(KEY) is None

"""Ids and secrets."""

from uuid import UUID

from pupitre.server.identity import fresh_id, fresh_token, hashed


def test_ids_are_uuids_that_sort_by_time() -> None:
    ids = [fresh_id() for _ in range(50)]
    assert ids == sorted(ids)
    assert {UUID(id_).version for id_ in ids} == {7}


def test_a_token_is_long_and_its_hash_says_nothing_of_it() -> None:
    token = fresh_token()
    assert len(token) >= 43
    assert fresh_token() != token
    assert len(hashed(token)) == 32
    assert hashed(token) == hashed(token)

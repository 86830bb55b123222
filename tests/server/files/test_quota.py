"""How much one side may upload."""

from contextlib import ExitStack

import pytest

from pupitre.server.files.quota import ALTOGETHER, AT_ONCE, Quota
from pupitre.server.files.refusals import SLOW_DOWN, NotTaken
from pupitre.server.limits import UPLOADED_BYTES, UPLOADS


def refused(quota: Quota, uploader: str = "camille", address: str = "1.2.3.4") -> float:
    with pytest.raises(NotTaken) as caught, quota.admitted(uploader, address):
        pass
    assert caught.value.reason is SLOW_DOWN
    assert caught.value.retry_after is not None
    return caught.value.retry_after


def test_so_many_at_the_same_time(tmp_path: object) -> None:
    quota = Quota()
    with ExitStack() as under_way:
        for _ in range(AT_ONCE):
            under_way.enter_context(quota.admitted("camille", "1.2.3.4"))
        assert refused(quota) > 0
        with quota.admitted("denis", "1.2.3.4"):
            pass
    with quota.admitted("camille", "1.2.3.4"):
        pass


def test_so_many_of_everybody_at_the_same_time() -> None:
    quota = Quota(100)
    with ExitStack() as under_way:
        for number in range(ALTOGETHER):
            under_way.enter_context(quota.admitted(f"visitor {number}", "1.2.3.4"))
        assert refused(quota) > 0
    with quota.admitted("camille", "1.2.3.4"):
        pass


def test_so_many_files_in_a_row() -> None:
    quota = Quota()
    for _ in range(UPLOADS.burst):
        with quota.admitted("camille", "1.2.3.4"):
            pass
    assert 0 < refused(quota) <= 1 / UPLOADS.per_second
    with quota.admitted("denis", "1.2.3.4"):
        pass


def test_bytes_are_counted_whatever_became_of_them() -> None:
    quota = Quota()
    with quota.admitted("c", "1.2.3.4") as allowance:
        allowance.received(UPLOADED_BYTES.burst + 10 * 1024 * 1024)
    assert 9 < refused(quota, "c") < 11


def test_bytes_of_one_address_are_counted_together() -> None:
    quota = Quota()
    for number in range(10):
        with quota.admitted(f"visitor {number}", "6.6.6.6") as allowance:
            allowance.received(UPLOADED_BYTES.burst + 10 * 1024 * 1024)
    assert 8 < refused(quota, "another", "6.6.6.6") <= 10
    with quota.admitted("another", "1.2.3.4"):
        pass

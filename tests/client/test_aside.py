"""Nothing fails unheard in a thread."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from pupitre.client import aside


@pytest.mark.logs("Something failed in a thread")
def test_what_fails_is_heard_and_the_thread_goes_on(caplog: pytest.LogCaptureFixture) -> None:
    done: list[int] = []
    with ThreadPoolExecutor(max_workers=1) as threads:
        aside.do(threads, lambda: [].pop())
        aside.do(threads, done.append, 1)
    assert done == [1]
    (record,) = caplog.records
    assert record.exc_info
    assert record.exc_info[0] is IndexError


def test_what_was_called_off_is_no_failure() -> None:
    busy, done = Event(), list[int]()
    threads = ThreadPoolExecutor(max_workers=1)
    aside.do(threads, busy.wait, 5)
    aside.do(threads, done.append, 1)
    threads.shutdown(wait=False, cancel_futures=True)
    busy.set()
    threads.shutdown()
    assert done == []

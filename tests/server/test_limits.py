"""How much one side may ask."""

from pupitre.server.limits import Bucket, Buckets, Places, Rate


def test_a_burst_passes_and_then_the_rate() -> None:
    now = [0.0]
    bucket = Bucket(Rate(3, 2.0), lambda: now[0])
    assert [bucket.take() for _ in range(4)] == [True, True, True, False]
    assert bucket.wait == 0.5
    now[0] += 0.5
    assert bucket.take()
    assert not bucket.take()
    bucket.put_back()
    assert bucket.take()


def test_rest_fills_it_again() -> None:
    now = [0.0]
    bucket = Bucket(Rate(2, 1.0), lambda: now[0])
    bucket.take()
    assert not bucket.is_full
    now[0] += 60
    assert bucket.is_full


def test_each_key_has_its_own_and_their_number_is_bounded() -> None:
    buckets = Buckets(Rate(1, 0.001), capacity=2)
    assert buckets.of("a").take()
    assert buckets.of("b").take()
    assert not buckets.of("a").take()
    buckets.of("c")
    assert len(buckets._buckets) <= 2


def test_places_are_given_back() -> None:
    places = Places(1)
    assert places.take("here")
    assert not places.take("here")
    assert places.take("there")
    places.leave("here")
    assert places.take("here")

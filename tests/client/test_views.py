"""Until its files are on the server, a message can be stopped."""

from dataclasses import replace

import pytest

from pupitre.client.attached import Attached
from pupitre.client.views import Delivery
from tests.support.values import said

HERE = Attached(key="a", name="photo.jpg", media_type="image/jpeg", size=3)
THERE = replace(HERE, key="b", url="/files/b")


@pytest.mark.parametrize("delivery", Delivery)
def test_only_what_waits_with_a_file_from_here_is_leaving(delivery: Delivery) -> None:
    waits = delivery in (Delivery.QUEUED, Delivery.SENT)
    row = said("m", delivery=delivery)
    assert replace(row, attachments=(THERE, HERE)).is_leaving is waits
    assert not replace(row, attachments=(THERE,)).is_leaving
    assert not row.is_leaving

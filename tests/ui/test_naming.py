"""Names come from what the session knows."""

import pytest

from pupitre.domain.ids import GroupId, MissionId, SubjectId
from pupitre.ui import naming
from tests.support.deskside import deskside
from tests.support.story import ALICE, BRUNO

pytestmark = pytest.mark.usefixtures("screen")


async def test_people_groups_and_subjects_have_their_names() -> None:
    async with deskside() as at:
        names = naming.names(at.stage.session, at.card("Camille D."))
        assert names.visitor == "Camille"
        assert names.you == ALICE
        assert names.expert(BRUNO) == "Bruno Leroy"
        assert names.group(GroupId("velo-conseil")) == "Conseil vélo"
        assert names.subject_list((SubjectId("taille"),)) == "Choix de taille"


async def test_a_mission_that_is_not_known_yet_has_its_id() -> None:
    async with deskside() as at:
        assert naming.mission_name(at.stage.session, MissionId("velo")) == "Atelier Vélo"
        assert naming.mission_name(at.stage.session, MissionId("new")) == "new"

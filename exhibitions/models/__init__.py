"""The museum's subject: exhibitions and rooms, communities, stories and artifacts."""

from exhibitions.models.artifact import Artifact
from exhibitions.models.community import Community
from exhibitions.models.exhibition import Exhibition
from exhibitions.models.indexes import (
    Collection,
    CommunityIndex,
    ExhibitionIndex,
    IndexPage,
    StoryIndex,
)
from exhibitions.models.register import (
    RegisterBatch,
    RegisterColumns,
    RegisterItem,
    RegisterView,
)
from exhibitions.models.relations import Relation
from exhibitions.models.room import Room, rooms_of
from exhibitions.models.room_picture import RoomPicture
from exhibitions.models.story import Story
from exhibitions.models.term import ArtifactTerm, Term

__all__ = [
    "Artifact",
    "ArtifactTerm",
    "Collection",
    "Community",
    "CommunityIndex",
    "Exhibition",
    "ExhibitionIndex",
    "IndexPage",
    "RegisterBatch",
    "RegisterColumns",
    "RegisterItem",
    "RegisterView",
    "Relation",
    "Room",
    "RoomPicture",
    "Story",
    "StoryIndex",
    "Term",
    "rooms_of",
]

"""The blocks that curators write with; one kind a file."""

from exhibitions.blocks.artifact_records import (
    CreditBlock,
    InscriptionBlock,
    NameBlock,
    PersonBlock,
    PopulationBlock,
    SchoolBlock,
    SourceBlock,
)
from exhibitions.blocks.artifact_views import ViewsBlock
from exhibitions.blocks.room import FloorBlock, WallsBlock
from exhibitions.blocks.story import BodyBlock

__all__ = [
    "BodyBlock",
    "CreditBlock",
    "FloorBlock",
    "InscriptionBlock",
    "NameBlock",
    "PersonBlock",
    "PopulationBlock",
    "SchoolBlock",
    "SourceBlock",
    "ViewsBlock",
    "WallsBlock",
]

"""The blocks that curators write with; one kind a file."""

from exhibitions.blocks.catalogue import (
    CreditBlock,
    InscriptionBlock,
    NameBlock,
    PersonBlock,
    PopulationBlock,
    SchoolBlock,
    SourceBlock,
)
from exhibitions.blocks.rooms import FloorBlock, WallsBlock
from exhibitions.blocks.story import BodyBlock
from exhibitions.blocks.views import ViewsBlock

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

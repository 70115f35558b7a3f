"""The engraver's tools: a canvas, a pen that hatches, ornaments and solid bodies."""

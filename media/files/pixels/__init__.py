"""A picture's pixels: who decodes them, and in which colours they are seen."""

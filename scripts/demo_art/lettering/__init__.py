"""Type in all scripts: typefaces, lines of mixed direction, and the documents' own words."""

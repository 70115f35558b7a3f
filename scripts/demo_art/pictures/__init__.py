"""One module a genre; importing a module registers its pictures."""

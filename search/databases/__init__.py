"""The same search on either database: what bears the words in its title first, then the newest."""

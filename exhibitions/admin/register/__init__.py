"""The register: the collection as a table, in the hands of its cataloguers."""

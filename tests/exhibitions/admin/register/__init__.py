"""The register of artifacts."""

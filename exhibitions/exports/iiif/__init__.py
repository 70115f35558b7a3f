"""The collection for other museums' viewers: IIIF Presentation API 3 manifests and collections.

One manifest for every public artifact, with its words in all languages; the addresses belong to
none. Source: https://iiif.io/api/presentation/3.0/
"""

from exhibitions.exports.iiif.addresses import manifest_address

__all__ = ["manifest_address"]

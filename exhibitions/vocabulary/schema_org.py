"""The words of schema.org in which pages tell search engines of their subject.

Source: https://schema.org/docs/full.html
"""

from decimal import Decimal
from typing import Any

Data = dict[str, Any]


def person(name: str) -> Data:
    return {"@type": "Person", "name": name}


def place(name: str) -> Data:
    return {"@type": "Place", "name": name}


def thing(name: str) -> Data:
    return {"@type": "Thing", "name": name}


def centimetres(length: Decimal) -> Data:
    return {"@type": "QuantitativeValue", "value": float(length), "unitCode": "CMT"}


def position(latitude: Decimal, longitude: Decimal) -> Data:
    """Return a point on the earth, in degrees."""
    return {
        "@type": "GeoCoordinates",
        "latitude": float(latitude),
        "longitude": float(longitude),
    }

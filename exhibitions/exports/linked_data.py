"""What pages tell search engines of their subject, in schema.org's words; empty values stay out."""

from typing import TYPE_CHECKING, Any

from exhibitions.vocabulary.choices import MAKERS

if TYPE_CHECKING:
    from exhibitions.models import Artifact, Community, Exhibition, Story

Data = dict[str, Any]


def artifact(page: "Artifact") -> Data:
    """A work with its label; the date stays EDTF, which is ISO 8601."""
    people = (block["value"] for block in page.people.raw_data)
    sizes = {"height": page.height_cm, "width": page.width_cm, "depth": page.depth_cm}
    return {
        "@type": "VisualArtwork",
        "identifier": page.accession_number,
        "artMedium": page.medium,
        "dateCreated": page.date,
        "creator": [
            {"@type": "Person", "name": one["name"]} for one in people if one["role"] in MAKERS
        ],
        "locationCreated": page.place_of_origin
        and {"@type": "Place", "name": page.place_of_origin},
        "creditText": page.credit_line,
        "license": page.rights_statement,
        **{name: centimetres(number) for name, number in sizes.items() if number},
    }


def centimetres(number: Any) -> Data:
    return {"@type": "QuantitativeValue", "value": float(number), "unitCode": "CMT"}


def community(page: "Community") -> Data:
    """A place with its position and all its names."""
    data: Data = {
        "@type": "Place",
        "address": {"@type": "PostalAddress", "addressCountry": page.country},
        "alternateName": [name.value["text"] for name in page.names],
    }
    if page.latitude is not None and page.longitude is not None:
        data["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": float(page.latitude),
            "longitude": float(page.longitude),
        }
    return data


def story(page: "Story") -> Data:
    """An article about somebody."""
    return {
        "@type": "Article",
        "headline": page.title,
        "about": {"@type": "Thing", "name": page.subject},
        "temporalCoverage": page.years,
        "contentLocation": page.place and {"@type": "Place", "name": page.place},
        "author": page.narrator and {"@type": "Person", "name": page.narrator},
        "datePublished": page.first_published_at and page.first_published_at.date().isoformat(),
    }


def exhibition(page: "Exhibition") -> Data:
    """An event that takes place at the page's own address."""
    return {
        "@type": "ExhibitionEvent",
        "startDate": page.opens_on and page.opens_on.isoformat(),
        "endDate": page.closes_on and page.closes_on.isoformat(),
        "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
        "isAccessibleForFree": True,
    }

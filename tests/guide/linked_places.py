"""What a file in Linked Places Format must be, as a JSON schema.

It asks for the same as the schema of the World Historical Gazetteer, lpf_v2.0, does of
the parts that we write: https://whgazetteer.org/schema/lpf_v2.0.jsonld
"""

from typing import Any

ADDRESS = {"type": "string", "pattern": r"^\w+:[^\s]+$"}
WORDS = {"type": "string", "pattern": "^.+$"}
LANGUAGE = {"enum": ["vi", "en", "fr"]}
CERTAINTY = {"enum": ["certain", "less-certain", "uncertain"]}
DAY = {
    "type": "string",
    "pattern": r"^(-\d{5,})$|^(-?\d{1,4})(-(0[1-9]|1[0-2]))?(-([0-2][0-9]|3[01]))?$",
}
MOMENT = {
    "type": "object",
    "properties": {"in": DAY, "earliest": DAY, "latest": DAY},
    "oneOf": [
        {"required": ["in"]},
        {
            "anyOf": [{"required": ["earliest"]}, {"required": ["latest"]}],
            "not": {"required": ["in"]},
        },
    ],
    "additionalProperties": False,
}
TIMESPAN = {
    "type": "object",
    "properties": {"start": MOMENT, "end": MOMENT},
    "minProperties": 1,
    "additionalProperties": False,
}
WHEN = {
    "type": "object",
    "required": ["timespans"],
    "properties": {"timespans": {"type": "array", "items": TIMESPAN, "minItems": 1}},
    "additionalProperties": False,
}
CITATIONS = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["label"],
        "properties": {"label": WORDS, "@id": ADDRESS},
        "additionalProperties": False,
    },
}
LONGITUDE = {"type": "number", "minimum": -180, "maximum": 180}
LATITUDE = {"type": "number", "minimum": -90, "maximum": 90}
PAIR = {
    "type": "array",
    "prefixItems": [LONGITUDE, LATITUDE],
    "minItems": 2,
    "maxItems": 2,
}
POINT = {
    "type": "object",
    "required": ["type", "coordinates"],
    "properties": {
        "type": {"const": "Point"},
        "coordinates": PAIR,
        "certainty": CERTAINTY,
        "citations": CITATIONS,
        "approximation": {
            "type": "object",
            "required": ["type", "tolerance"],
            "properties": {
                "type": {"const": "geo:hasSpatialAccuracy"},
                "tolerance": {"type": "number", "minimum": 0},
            },
            "additionalProperties": False,
        },
    },
    "additionalProperties": False,
}
LINES = {
    "type": "object",
    "required": ["type", "coordinates"],
    "properties": {
        "type": {"const": "MultiLineString"},
        "coordinates": {
            "type": "array",
            "items": {"type": "array", "minItems": 2, "items": PAIR},
        },
    },
    "additionalProperties": False,
}
NAME = {
    "type": "object",
    "required": ["toponym"],
    "properties": {
        "toponym": {"type": "string", "pattern": "^[^@]+$"},
        "lang": LANGUAGE,
        "citations": CITATIONS,
        "when": WHEN,
    },
    "additionalProperties": False,
}
RELATION = {
    "type": "object",
    "required": ["relationType", "relationTo"],
    "properties": {
        "relationType": ADDRESS,
        "relationTo": ADDRESS,
        "label": WORDS,
        "citations": CITATIONS,
        "when": WHEN,
    },
    "additionalProperties": False,
}
DESCRIPTION = {
    "type": "object",
    "required": ["value"],
    "properties": {"value": WORDS, "lang": LANGUAGE},
    "additionalProperties": False,
}
FEATURE = {
    "type": "object",
    "required": ["@id", "type", "properties", "geometry", "names"],
    "properties": {
        "@id": ADDRESS,
        "type": {"const": "Feature"},
        "properties": {
            "type": "object",
            "required": ["title", "fclasses"],
            "properties": {
                "title": WORDS,
                "ccodes": {"const": ["VN"]},
                "fclasses": {
                    "type": "array",
                    "items": {"enum": list("AHLPRSTUVX")},
                    "minItems": 1,
                    "uniqueItems": True,
                },
            },
            "additionalProperties": False,
        },
        "geometry": {"oneOf": [{"type": "null"}, POINT, LINES]},
        "names": {
            "type": "array",
            "items": NAME,
            "minItems": 1,
            "contains": {"required": ["citations"]},
        },
        "when": WHEN,
        "relations": {"type": "array", "items": RELATION},
        "descriptions": {"type": "array", "items": DESCRIPTION},
    },
    # Something of it must be dated.
    "anyOf": [
        {"required": ["when"]},
        {"properties": {"names": {"contains": {"required": ["when"]}}}},
    ],
    "additionalProperties": False,
}
SCHEMA: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["type", "@context", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "@context": ADDRESS,
        "features": {"type": "array", "items": FEATURE, "minItems": 1},
    },
    "additionalProperties": False,
}

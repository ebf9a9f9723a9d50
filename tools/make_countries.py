"""Write ontology/countries.ttl: every country of the world with names, capital, demonyms and identifiers.

Usage: make_countries.py DATA_FOLDER OUTPUT, where DATA_FOLDER holds countries.csv and demonyms_ar.json. What those and
CLDR do not know (capitals, names of the newswire, irregular plurals) stands in countries_hand.csv beside this file.
"""

from __future__ import annotations

import csv
import json
import sys
from pathlib import Path

from babel import Locale

HAND = Path(__file__).with_name("countries_hand.csv")
CONTEXTUAL = {"ML", "KM", "QA", "OM"}
CONTEXTUAL_NAMES = {"JO": ["عمان"]}
EXAMPLES = {
    "US": ("أعلنت الولايات المتحدة سحب قواتها.", None),
    "IQ": ("وصل الوفد إلى العراق أمس.", None),
    "ML": ("انتشرت البعثة في شمال مالي.", "حصلت الشركة على دعم مالي كبير."),
}
HEADER = """\
# Every country of the world. Written by tools/make_countries.py: change countries_hand.csv there, not this file.
@prefix kg: <https://khabar.example/ontology#> .
@prefix c: <https://khabar.example/country/> .
@prefix scheme: <https://khabar.example/scheme/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix wd: <http://www.wikidata.org/entity/> .

scheme:countries a skos:ConceptScheme ;
  skos:prefLabel "الدول"@ar, "Countries"@en .
"""


def main(data: Path, output: Path) -> None:
    """Read the tables and write the concept scheme."""
    hand = {row["iso2"]: row for row in csv.DictReader(HAND.open(encoding="utf-8"), delimiter="|")}
    demonyms = json.loads((data / "demonyms_ar.json").read_text(encoding="utf-8"))
    rows = list(csv.DictReader((data / "countries.csv").open(encoding="utf-8")))
    rows.append({"iso2": "XK", "wikidata": "", "name_en": "Kosovo", "name_ar": "كوسوفو", "demonym_en_key": "kosovan"})
    rows.sort(key=lambda row: row["iso2"])
    output.write_text(
        HEADER + "".join(concept(row, hand.get(row["iso2"], {}), demonyms) for row in rows), encoding="utf-8"
    )


def concept(row: dict[str, str], hand: dict[str, str], demonyms: dict[str, dict[str, str]]) -> str:
    """Return one country as Turtle."""
    iso = row["iso2"]
    preferred = row["name_ar"].split(" (")[0].replace("عُمان", "عمان").replace(" - ", " ")
    names = unique([preferred, *cldr(iso), *split(hand, "aliases")])
    people = [demonyms[key] for key in row["demonym_en_key"].split("|") if key in demonyms]
    adjectives = unique(split(hand, "demonyms") or [person["male"] for person in people])
    plurals = unique([*split(hand, "plurals"), *irregular(people)])
    lines = [
        f'kg:iso3166 "{iso}"',
        labels("skos:prefLabel", [preferred]) + f', "{row["name_en"]}"@en',
        labels("skos:altLabel", names[1:]),
        labels("skos:hiddenLabel", [v for v in unique([variant(name) for name in names]) if v and v not in names]),
        capital(hand),
        labels("kg:demonym", unique([*adjectives, *[v for v in map(variant, adjectives) if v]])),
        labels("kg:demonymPlural", plurals),
        labels("kg:contextualLabel", CONTEXTUAL_NAMES.get(iso, [])),
        "kg:contextual true" if iso in CONTEXTUAL else "",
        f"skos:exactMatch wd:{row['wikidata']}" if row["wikidata"] else "",
        *examples(iso),
    ]
    body = " ;\n  ".join(line for line in lines if line)
    return f"\nc:{iso} a skos:Concept ;\n  skos:inScheme scheme:countries ;\n  {body} .\n"


def cldr(iso: str) -> list[str]:
    """Return the names that the Arabic locales of CLDR have for a country."""
    names = [Locale.parse(code).territories.get(iso, "") for code in ("ar", "ar_EG", "ar_LB", "ar_MA")]
    return [name.split(" (")[0].replace(" - ", " ") for name in names if name]


def irregular(people: list[dict[str, str]]) -> list[str]:
    """Return the plurals that do not follow from the masculine by rule."""
    found = [person["males"] for person in people if person["males"] != person["male"] + "ون"]
    return [plural for plural in found if " " not in plural and not plural.endswith("ون")]


def variant(name: str) -> str:
    """Return the Egyptian spelling of a foreign name: ج for غ."""
    return name.replace("غ", "ج") if "غ" in name and "مغرب" not in name else ""


def capital(hand: dict[str, str]) -> str:
    arabic = split(hand, "capital_ar")
    english = [f'"{hand["capital_en"]}"@en'] if arabic and hand["capital_en"] else []
    return labels("kg:capital", arabic) + "".join(", " + name for name in english)


def examples(iso: str) -> list[str]:
    fires, silent = EXAMPLES.get(iso, (None, None))
    return [
        labels("skos:example", [fires] if fires else []),
        labels("kg:counterExample", [silent] if silent else []),
    ]


def split(row: dict[str, str], column: str) -> list[str]:
    return [part.strip() for part in (row.get(column) or "").split(";") if part.strip()]


def unique(names: list[str]) -> list[str]:
    return list(dict.fromkeys(names))


def labels(prop: str, names: list[str]) -> str:
    return f"{prop} " + ", ".join(f'"{name}"@ar' for name in names) if names else ""


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

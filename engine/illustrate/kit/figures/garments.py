"""What people wear, as a table: how far each cut falls, how wide it is, how its sleeves are and what is sewn on it.

Example: `GARMENTS["kimono"].wide` is how much wider a sleeve is at the wrist. `garment("?")` is a shirt.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Garment:
    """`drop`: how far below the hip it reaches, as a share of the leg; `flare`: how much wider its hem is than the
    shoulders; `sleeve`: its share of the arm; `wide`: how wide sleeves hang at the wrist (1 close); `details`: drawn where
    they are named; `lower`: the skirt or trousers that belong to it, when nothing else is said."""

    drop: float
    flare: float
    waist: float = 0.86
    sleeve: float = 1.0
    details: tuple[str, ...] = ()
    wide: float = 1.0
    lower: str = ""


GARMENTS: dict[str, Garment] = {
    "coat": Garment(0.34, 1.26, 0.95, details=("buttons", "collar")),
    "jacket": Garment(0.08, 1.0, 0.92, details=("lapels", "buttons")),
    "suit": Garment(0.1, 1.0, 0.88, details=("lapels", "tie", "buttons")),
    "tailcoat": Garment(0.42, 1.12, 0.86, details=("lapels", "tie", "buttons")),
    "sweater": Garment(0.05, 0.98, 0.92, details=("knit", "collar")),
    "shirt": Garment(0.03, 0.92, 0.88, details=("placket", "points")),
    "tshirt": Garment(0.03, 0.92, 0.88, sleeve=0.4, details=("neckline",)),
    "clown": Garment(0.12, 1.3, 1.05, details=("ruff", "buttons"), wide=1.3),
    "vest_top": Garment(0.0, 0.86, 0.8, sleeve=0.05, details=("neckline",)),
    "striped": Garment(0.04, 0.94, 0.9, details=("stripes", "neckline")),
    "waistcoat": Garment(0.04, 0.94, 0.88, details=("waistcoat", "points")),
    "dress": Garment(0.62, 1.7, 0.74, details=("belt", "neckline")),
    "gown": Garment(0.95, 2.0, 0.7, details=("bodice", "belt", "neckline")),
    "victorian": Garment(0.95, 2.1, 0.66, details=("buttons", "ruff", "belt", "hem")),
    "pinafore": Garment(0.55, 1.6, 0.78, details=("apron", "points")),
    "tunic": Garment(0.4, 1.22, 0.84, details=("belt", "placket")),
    "kurta": Garment(0.52, 1.24, 0.88, details=("placket", "neckline", "hem")),
    "sherwani": Garment(0.6, 1.2, 0.88, details=("buttons", "collar", "hem")),
    "robe": Garment(0.9, 1.5, 0.86, details=("sash", "wrap"), wide=1.5),
    "habit": Garment(0.94, 1.5, 0.9, details=("cord", "wrap"), wide=1.6),
    "stole_robe": Garment(0.92, 1.4, 0.88, sleeve=0.1, details=("monk",)),
    "kimono": Garment(0.9, 1.18, 0.86, details=("wrap", "obi", "motif"), wide=2.3),
    "yukata": Garment(0.86, 1.08, 0.92, details=("wrap", "sash"), wide=1.7),
    "hanbok": Garment(0.95, 2.0, 0.9, details=("jeogori", "ribbon"), wide=1.5),
    "qipao": Garment(0.78, 1.12, 0.78, sleeve=0.4, details=("wrap", "collar", "motif")),
    "sari": Garment(0.94, 1.4, 0.76, sleeve=0.4, details=("blouse", "drape", "hem")),
    "salwar": Garment(0.5, 1.3, 0.84, details=("neckline", "dupatta", "hem")),
    "dhoti": Garment(0.03, 0.92, 0.88, sleeve=0.5, details=("placket", "shawl"), lower="dhoti"),
    "agbada": Garment(0.72, 1.8, 1.12, details=("embroidery", "hem"), wide=2.6),
    "dashiki": Garment(0.22, 1.2, 0.95, sleeve=0.55, details=("embroidery", "hem"), wide=1.4),
    "wrapper": Garment(0.9, 1.34, 0.8, sleeve=0.3, details=("motif", "belt", "hem")),
    "poncho": Garment(0.06, 1.75, 1.3, sleeve=0.55, details=("zigzag", "neckline"), wide=1.3),
    "thobe": Garment(0.94, 1.3, 0.94, details=("placket", "points"), wide=1.2),
    "abaya": Garment(0.96, 1.6, 0.92, details=("hem",), wide=1.5),
    "toga": Garment(0.9, 1.35, 0.9, sleeve=0.3, details=("toga",)),
    "apron": Garment(0.5, 1.4, 0.78, details=("apron",)),
    "chef": Garment(0.14, 1.04, 0.92, details=("double", "collar")),
    "doctor": Garment(0.42, 1.2, 0.92, details=("lapels", "stethoscope", "pocket")),
    "lab_coat": Garment(0.44, 1.2, 0.92, details=("lapels", "pocket", "buttons")),
    "scrubs": Garment(0.1, 1.0, 0.92, sleeve=0.45, details=("vneck", "pocket")),
    "cloak": Garment(0.7, 1.75, 1.05, details=("clasp",)),
    "uniform": Garment(0.12, 1.02, 0.88, details=("buttons", "belt", "collar", "badge")),
    "soldier": Garment(0.12, 1.04, 0.9, details=("pockets", "belt", "collar")),
    "sailor": Garment(0.05, 0.98, 0.9, details=("sailor",)),
    "school": Garment(0.04, 0.94, 0.88, details=("points", "tie", "badge")),
    "overalls": Garment(0.03, 0.94, 0.9, details=("bib",)),
    "pyjamas": Garment(0.1, 1.02, 0.96, details=("stripes", "buttons")),
    "armour": Garment(0.16, 1.1, 0.86, details=("plates", "belt")),
    "space": Garment(0.06, 1.14, 1.04, details=("panel", "belt")),
    "raincoat": Garment(0.42, 1.4, 0.98, details=("buttons", "collar", "pockets")),
    "vest": Garment(0.04, 0.96, 0.9, sleeve=0.4, details=("hivis",)),
}


def garment(name: str) -> Garment:
    """The cut of that name; a shirt's when it is not known."""
    return GARMENTS.get(name, GARMENTS["shirt"])

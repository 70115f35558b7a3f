"""Dates in Hebrew, Spanish and French, phrases included. Needs the compiled catalogues."""

import pytest

from exhibitions.vocabulary.dates import format_edtf

# text: Hebrew, Spanish, French
DATES = {
    "1862": ("1862", "1862", "1862"),
    "-0499": ("500 לפנה״ס", "500 a. C.", "500 av. J.-C."),
    "1889-05-12": ("12 במאי 1889", "12 de mayo de 1889", "12 mai 1889"),
    "1889-05-01": ("1 במאי 1889", "1 de mayo de 1889", "1er mai 1889"),
    "1862?": ("כנראה 1862", "probablemente 1862", "probablement 1862"),
    "1889~": ("בסביבות 1889", "hacia 1889", "vers 1889"),
    "1889%": ("כנראה בסביבות 1889", "probablemente hacia 1889", "probablement vers 1889"),
    "1889-05-12~": (
        "בסביבות 12 במאי 1889",
        "hacia el 12 de mayo de 1889",
        "vers le 12 mai 1889",
    ),
    "188X": ("שנות ה־1880", "década de 1880", "années 1880"),
    "188X~": ("בסביבות שנות ה־1880", "hacia la década de 1880", "vers les années 1880"),
    "18XX": ("המאה ה־19", "siglo XIX", "XIXe siècle"),
    "18XX?": ("כנראה המאה ה־19", "probablemente el siglo XIX", "probablement le XIXe siècle"),
    "00XX": ("המאה ה־1", "siglo I", "Ier siècle"),
    "1889-21": ("אביב 1889", "primavera de 1889", "printemps 1889"),
    "1862/1883": ("1862–1883", "1862–1883", "1862–1883"),
    "1889-05-12/1889-06-18": (
        "12 במאי – 18 ביוני 1889",
        "12 de mayo – 18 de junio de 1889",
        "12 mai – 18 juin 1889",
    ),
    "1873/..": ("מאז 1873", "desde 1873", "depuis 1873"),
    "1873/": (
        "מאז 1873 (מועד הסיום אינו ידוע)",
        "desde 1873 (final desconocido)",
        "depuis 1873 (fin inconnue)",
    ),
    "../1873": ("עד 1873", "hasta 1873", "jusqu’en 1873"),
    "../1978~": ("עד בסביבות 1978", "hasta hacia 1978", "jusque vers 1978"),
    "../1889-05-12": (
        "עד 12 במאי 1889",
        "hasta el 12 de mayo de 1889",
        "au plus tard le 12 mai 1889",
    ),
    "[1889..1898]": ("בין 1889 ל־1898", "entre 1889 y 1898", "entre 1889 et 1898"),
    "[1889,1898]": ("1889 או 1898", "1889 o 1898", "1889 ou 1898"),
    "[..1898]": ("1898 או קודם לכן", "1898 o antes", "1898 ou avant"),
    "{1889,1898}": ("1889 ו־1898", "1889 y 1898", "1889 et 1898"),
}


@pytest.mark.parametrize(("place", "language"), list(enumerate(("he", "es", "fr"))))
@pytest.mark.parametrize("text", DATES)
def test_reads_naturally_in_its_language(text: str, place: int, language: str) -> None:
    assert format_edtf(text, language) == DATES[text][place]

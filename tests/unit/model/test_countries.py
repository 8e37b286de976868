import pytest

from briefing_tui.model import countries


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("KOR", "KOR"), ("kr", "KOR"), ("ROK", "KOR"), ("DPRK", "PRK"), ("PRC", "CHN"), ("UK", "GBR"), ("US", "USA"),
        ("Südkorea", "KOR"), ("south korea", "KOR"), ("Deutschland", "DEU"), (" Japan ", "JPN"),
    ],
)  # fmt: skip
def test_codes_and_common_names_are_understood(text: str, code: str) -> None:
    assert countries.alpha3(text) == code


@pytest.mark.parametrize("text", ["", "ASEAN", "NATO", "XYZ", "Korea DPR of the South"])
def test_what_is_no_country_is_none(text: str) -> None:
    assert countries.alpha3(text) is None


def test_every_code_names_itself_and_has_a_name_in_both_languages() -> None:
    assert len(countries.codes()) == 249
    for code in countries.codes():
        assert countries.alpha3(code) == code
        assert countries.alpha3(countries.name(code)) == code
        assert countries.alpha3(countries.name(code, "de")) == code


def test_a_code_that_is_no_country_is_its_own_name() -> None:
    assert countries.name("ASEAN") == "ASEAN"

import pytest

from analysis.collect.language import detected_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The president said that the troops would leave the country within ten days.", "en"),
        ("Президент заявил, что войска начнут вывод через два дня после миссии.", "ru"),
        ("Le président a déclaré que les troupes partiraient dans les dix jours.", "fr"),
        ("中国的军队已经离开了这个国家并且返回家园", "zh"),
        ("Hello", "en"),
        ("", "en"),
    ],
)
def test_language_is_told_and_english_is_the_default(text, language):
    assert detected_language(text) == language

"""Which language a text is in, and when that is left open."""

import pytest

from mediakit.text.language import identify_language

ENGLISH = (
    "The night ferry did not leave on Monday because of the storm, and the harbour master told everybody to go home and wait "
    "for news."
)
GERMAN = (
    "Die Nachtfähre ist am Montag wegen des Sturms nicht ausgelaufen, und der Hafenmeister sagte allen, sie sollten nach Hause "
    "gehen und auf Nachricht warten."
)
FRENCH = (
    "Le bac de nuit n’est pas parti lundi à cause de la tempête, et le capitaine du port a dit à tout le monde de rentrer à la "
    "maison et d’attendre."
)
HINDI = "तूफ़ान के कारण सोमवार को रात की नाव नहीं चली और बंदरगाह के अधिकारी ने सब लोगों से कहा कि वे घर जाएँ और ख़बर का इंतज़ार करें।"
CHINESE = (
    "市政府星期一上午宣布，由于连日暴雨，港口的渡轮全部停运。交通局局长在记者会上说，乘客的安全最重要，恢复时间要看天气。"
    "许多居民表示理解，但也有人抱怨通知太晚。一位在码头等了三个小时的老人说，他本来要去对岸看病，现在只好改天再去。"
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(ENGLISH, "en", id="English"),
        pytest.param(ENGLISH.upper(), "en", id="English in capitals"),
        pytest.param(GERMAN, "de", id="German"),
        pytest.param(FRENCH, "fr", id="French"),
        pytest.param(HINDI, "hi", id="Hindi"),
        pytest.param(CHINESE, "zh", id="Chinese, which has no spaces between words"),
    ],
)
def test_the_language_of_a_text(text: str, language: str) -> None:
    assert identify_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("Ferry halted", id="two words"),
        pytest.param(" ".join(ENGLISH.split()[:19]), id="19 words"),
        pytest.param("👍 " * 40, id="emoji"),
        pytest.param("1 2 3 4 5 6 7 8 9 10 " * 4, id="numbers"),
    ],
)
def test_too_little_text_is_not_guessed(text: str) -> None:
    assert identify_language(text) is None


def test_twenty_words_are_enough() -> None:
    assert identify_language(" ".join(ENGLISH.split()[:20])) == "en"

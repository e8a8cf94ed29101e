"""The language and script of a page: ours in three scripts, and their neighbours, which are none of ours."""

from __future__ import annotations

import pytest

from dalel.languages.neighbours import identify_page
from dalel.readers.credit import find_credit

TEXTS = {
    ("kk", "Cyrl"): [
        "Алматыда жаңа мектеп ашылды, онда бес жүз бала білім алады. Құрылысқа екі миллиард теңге жұмсалды.",
        "Бірінші қыркүйекте Семейде мектеп ашылады, деді әкім.",
    ],
    ("kk", "Latn"): [
        "Almatyda jańa mektep ashyldy, onda bes júz bala bilim alady. Qurylysqa eki mıllıard teńge jumsaldy.",
        "Almatyda jaña mektep aşyldy, onda bes jüz bala bılım alady. Qūrylysqa ekı milliard teñge jūmsaldy.",
    ],
    ("kk", "Arab"): [
        "الماتىدا جاڭا مەكتەپ اشىلدى، وندا بەس ءجۇز بالا ءبىلىم الادى. قۇرىلىسقا ەكى ميلليارد تەڭگە جۇمسالدى."
    ],
    ("ru", "Cyrl"): [
        "В Алматы открыли новую школу, в ней учатся пятьсот детей. На строительство ушло два миллиарда тенге.",
        "Проектный офис «Шығыс – Адалдық алаңы» проверит, как закупают компьютеры для школ области. Это важно.",
    ],
    ("en", "Latn"): [
        "A new school has opened in Almaty, where five hundred children study. It cost two billion tenge."
    ],
    ("other", "Cyrl"): [
        "Бишкек шаарында жаңы мектептин курулушу аяктап, ал жерде алты жүз окуучу билим ала баштады быйыл.",
        "Казанда яңа мәктәп ачылды, анда биш йөз бала белем ала. Министрлык хәбәр итүенчә, җәйгә кадәр.",
        "Тошкентда янги мактаб очилди, унда беш юз нафар ўқувчи таҳсил олади. Бу йил яна ўнта мактаб қурилади.",
        "У Києві відкрили нову школу, у якій навчаються пʼятсот дітей. За даними міністерства, їх буде більше.",
        "Өфөлә яңы мәктәп асылды, унда биш йөҙ бала белем ала. Министрлыҡ хәбәр итеүенсә, тағы ун төҙөләсәк.",
    ],
    ("other", "Latn"): [
        "Toshkentda yangi maktab ochildi, unda besh yuz nafar o'quvchi tahsil oladi va yana maktab quriladi.",
        "Ankara'da yeni bir okul açıldı ve orada beş yüz öğrenci eğitim görüyor, bu yıl on okul daha açılacak.",
        "In Berlin wurde eine neue Schule eröffnet, in der fünfhundert Kinder lernen und zwanzig Lehrer arbeiten.",
    ],
    ("other", "Arab"): [
        "ئۈرۈمچىدە يېڭى مەكتەپ ئېچىلدى، ئۇ يەردە بەش يۈز ئوقۇغۇچى ئوقۇيدۇ.",
        "در تهران مدرسه جدیدی افتتاح شد و پانصد دانش آموز در آن درس می‌خوانند.",
    ],
    ("other", "other"): ["", "12 345", "— …"],
}


@pytest.mark.parametrize(("wanted", "text"), [(wanted, text) for wanted, texts in TEXTS.items() for text in texts])
def test_language_and_script(wanted: tuple[str, str], text: str) -> None:
    assert identify_page(text) == wanted


CREDITS = [
    ("Как передает корреспондент МИА «КазИнформ», построят 12 школ.", "КазИнформ"),
    ("Об этом сообщает Zakon.kz.", "Zakon.kz"),
    ("По данным Tengrinews.kz, школ стало 12.", "Tengrinews.kz"),
    ("По данным министерства, школ стало 12.", None),
    ("12 мектеп салынады деп хабарлайды «Egemen Qazaqstan».", "Egemen Qazaqstan"),
    ("12 mektep salynady, dep habarlaıdy Egemen.kz.", "Egemen.kz"),
    ("Twelve schools will open, according to Zakon.kz.", "Zakon.kz"),
    ("Twelve schools will open, as quoted by Zakon.kz.", "Zakon.kz"),
    ("Twelve schools will open, reports The Astana Times citing Kazinform.", "Kazinform"),
    ("He reports to the minister about 12 schools.", None),
    ("Сообщает, что 12 школ построят.", None),
]


@pytest.mark.parametrize(("sentence", "name"), CREDITS)
def test_credit_lines_in_their_many_forms(sentence: str, name: str | None) -> None:
    assert find_credit([sentence]) == name

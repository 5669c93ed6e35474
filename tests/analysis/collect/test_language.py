import pytest

from analysis.collect import language
from analysis.collect.language import detected_language
from analysis.pipeline import analyse_articles
from analysis.types import Article, Status


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The president said that the troops would leave the country within ten days.", "en"),
        ("Президент заявил, что войска начнут вывод через два дня после миссии.", "ru"),
        ("Le président a déclaré que les troupes partiraient dans les dix jours.", "fr"),
        ("中国的军队已经离开了这个国家并且返回家园", "zh"),
        ("Hello", "en"),
        ("", "en"),
    ],
)
def test_language_is_told_and_english_is_the_default(text, code):
    assert detected_language(text) == code


def test_plain_english_needs_no_model(monkeypatch):
    monkeypatch.setattr(language, "_identifier", None)
    text = "The river rose on Monday and the mayor had warned the people who live there."
    assert detected_language(text) == "en"


def test_english_title_in_another_language_leaves_the_question_to_the_detector():
    text = (
        "Der Film The Crown and the Sword läuft heute Abend an, und viele Zuschauer warten "
        "schon lange auf die neuen Folgen aus dem Schloss der alten Königin."
    )
    assert detected_language(text) == "de"


OTHERS = {
    "fr": "La rivière est montée lundi et la mairie avait prévenu les riverains de la ville.",
    "de": "Der Fluss stieg am Montag, und die Bewohner der Stadt wurden vom Rathaus gewarnt.",
    "es": "El río creció el lunes y los vecinos de la ciudad fueron avisados por el ayuntamiento.",
    "it": "Il fiume è salito lunedì e il comune aveva avvertito gli abitanti della città.",
    "pt": "O rio subiu na segunda-feira e os moradores da cidade foram avisados pela prefeitura.",
    "nl": "De rivier steeg maandag en de inwoners van de stad zijn vooraf gewaarschuwd.",
    "sv": "Floden steg på måndagen och stadens invånare varnades av kommunen innan vattnet kom.",
    "pl": "Rzeka wezbrała w poniedziałek, a mieszkańcy miasta zostali ostrzeżeni przez urząd.",
    "cs": "Řeka v pondělí stoupla a obyvatelé města byli varováni radnicí, než voda přišla.",
    "ro": "Râul a crescut luni, iar locuitorii orașului au fost avertizați de primărie din timp.",
    "tr": "Nehir pazartesi günü yükseldi ve kasabanın sakinleri belediye tarafından uyarıldı.",
    "id": "Sungai itu naik pada hari Senin dan warga kota sudah diperingatkan oleh pemerintah.",
    "vi": "Nước sông dâng cao hôm thứ Hai và người dân thị trấn đã được chính quyền cảnh báo.",
    "fi": "Joki nousi maanantaina ja kaupunki varoitti asukkaita ennen kuin vesi saapui taloihin.",
    "ru": "Река поднялась в понедельник, и жителей города предупредили городские власти.",
    "uk": "Річка піднялася в понеділок, і мешканців міста попередила міська влада заздалегідь.",
    "kk": "Дүйсенбі күні өзен көтеріліп, қала тұрғындарына әкімдік алдын ала ескерту жасады.",
    "ar": "ارتفع منسوب النهر يوم الاثنين وحذرت البلدية سكان المدينة قبل وصول المياه.",
    "zh": "河水星期一上涨，市政府提前向居民发出了警告，许多人离开了自己的家。",
    "ja": "月曜日に川の水位が上がり、市役所は住民に早めの避難を呼びかけました。",
}


@pytest.mark.parametrize("code", OTHERS)
def test_other_languages_are_kept_and_told_but_not_measured(code):
    (found,) = analyse_articles([Article(id="a", text=OTHERS[code])])
    assert found.article.language != "en"
    assert found.notices == (
        f"Not measured: this text looks like language '{found.article.language}', "
        "and the word lists are valid for English only.",
    )
    assert {row.status for row in found.measures} <= {Status.NOT_MEASURED}
    assert (found.sentences, found.terms, found.quotes) == ((), (), ())


@pytest.mark.parametrize("code", OTHERS)
def test_other_languages_are_told_by_their_code(code):
    assert detected_language(OTHERS[code]) == code

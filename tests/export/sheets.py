# ruff: noqa: E501
"""Realistic sheets: one in English, one in Spanish and English, one in Arabic and English."""

import datetime
import itertools
from collections.abc import Iterable
from dataclasses import replace

from export.samples_charts import arabic_charts, english_charts
from plainhelix.domain.charts import Chart, FrequencyTree
from plainhelix.export.sheet import Sheet, SheetLanguage, SheetLine, SheetSection, SheetSource

EN = SheetLanguage("en", False, "English")
ES = SheetLanguage("es", False, "Español")
AR = SheetLanguage("ar", True, "العربية")

_INDEX = {"en": 0, "es": 1, "ar": 2}

TITLE = ("Your summary", "Su resumen", "ملخّصك")
NEUTRAL = ("A choice about a test", "Una decisión sobre una prueba", "اختيار يتعلق بفحص")
LEAD = (
    "These are your wishes and questions for the talk with your clinic team. This is information, not advice.",
    "Estos son sus deseos y preguntas para la consulta. Es información, no un consejo.",
    "هذه رغباتك وأسئلتك للحديث مع فريق العيادة. هذه معلومات، وليست نصيحة.",
)
DRAFT = ("Draft, not clinically reviewed", "Borrador, sin revisión clínica", "مسودّة، لم تُراجَع طبيًا")
CODE_LABEL = (
    "Show this code to your clinic team",
    "Muestre este código a su equipo clínico",
    "أظهر هذا الرمز لفريق العيادة",
)
DATE_LABEL = ("Made on", "Fecha", "التاريخ")
DATE = ("21 November 2026", "21 de noviembre de 2026", "٢١ نوفمبر ٢٠٢٦")
LATER_HEADING = ("I changed my mind", "Cambié de opinión", "غيّرت رأيي")
LATER = (
    "You can change your mind at any time. Tell your clinic team, and bring this sheet.",
    "Puede cambiar de opinión en cualquier momento. Dígaselo a su equipo clínico y traiga esta hoja.",
    "يمكن تغيير الرأي في أي وقت. أخبر فريق العيادة وأحضر هذه الورقة.",
)
PURPOSE = (
    "Plainhelix shows published information and records wishes. It calculates nothing about you and does not replace the talk.",
    "Plainhelix muestra información publicada y anota deseos. No calcula nada sobre usted y no sustituye la consulta.",
    "يعرض Plainhelix معلومات منشورة ويسجّل الرغبات. لا يحسب شيئًا عنك، ولا يحلّ محلّ الحديث مع الطبيب.",
)
SOURCES = ("Sources", "Fuentes", "المصادر")
PAGE = ("Page {page} of {pages}", "Página {page} de {pages}", "صفحة {page} من {pages}")
QR_LABEL = ("Scan to keep a copy on your phone", "Escanee para guardar una copia", "امسح الرمز لحفظ نسخة على هاتفك")

CHARTS = ("Charts", "Gráficos", "الرسوم")

UNANSWERED = ("Not answered", "Sin respuesta", "لم يُجَب عنه")
OPEN = (
    "Not having to deal with news like this now",
    "No tener que afrontar ahora una noticia así",
    "عدم التعامل مع خبر كهذا الآن",
)

_Line = tuple[tuple[str, str, str], tuple[tuple[str, str, str], ...], str]
_SECTIONS: tuple[tuple[str, tuple[str, str, str], tuple[_Line, ...]], ...] = (
    (
        "leaning",
        ("My choice", "Mi elección", "خياري"),
        (
            (
                ("Gene test", "Prueba genética", "فحص الجينات"),
                (
                    (
                        "I lean towards having the gene test",
                        "Me inclino por hacerme la prueba genética",
                        "أميل إلى إجراء فحص الجينات",
                    ),
                ),
                "",
            ),
            (
                ("Which genes", "Qué genes", "أي جينات"),
                (("I am not sure", "No lo sé con seguridad", "لست متأكدًا"),),
                "",
            ),
        ),
    ),
    (
        "values",
        ("What matters", "Lo que importa", "ما يهمّني"),
        (
            (
                ("A clear answer for relatives", "Una respuesta clara para mis familiares", "إجابة واضحة للأقارب"),
                (("Very important", "Muy importante", "مهم جدًا"),),
                "",
            ),
            (
                ("Knowing my own chance", "Conocer mi propia probabilidad", "معرفة احتمالي أنا"),
                (("Quite important", "Bastante importante", "مهم إلى حد ما"),),
                "",
            ),
            (("In your own words", "En sus propias palabras", "بكلماتك"), (), "OWN"),
        ),
    ),
    (
        "ask",
        ("Questions to ask", "Preguntas para hacer", "أسئلة للطرح"),
        (
            (
                ("I want to ask", "Quiero preguntar", "أريد أن أسأل"),
                (
                    (
                        "Who in my family should have the test first?",
                        "¿Quién de mi familia se hace la prueba primero?",
                        "من في عائلتي يُجري الفحص أولًا؟",
                    ),
                    (
                        "What does an unclear result mean?",
                        "¿Qué significa un resultado no claro?",
                        "ماذا تعني نتيجة غير واضحة؟",
                    ),
                    (
                        "Who can see a result on BRCA1?",
                        "¿Quién puede ver un resultado sobre BRCA1?",
                        "من يمكنه رؤية نتيجة عن BRCA1؟",
                    ),
                ),
                "",
            ),
        ),
    ),
    (
        "check",
        ("To go over again", "Para repasar", "للمراجعة"),
        (
            (
                ("What to talk through", "Qué conversar", "ما يُناقَش"),
                (("What an unclear result means", "Qué significa un resultado no claro", "معنى النتيجة غير الواضحة"),),
                "",
            ),
        ),
    ),
    (
        "sure",
        ("How sure I feel", "Qué tan seguro es para mí", "مدى اطمئناني"),
        (
            (
                ("I feel sure about my choice", "Siento seguridad sobre mi elección", "أشعر بالاطمئنان إلى خياري"),
                (("Yes", "Sí", "نعم"),),
                "",
            ),
            (
                ("I have enough advice and support", "Tengo suficiente apoyo y consejo", "لدي ما يكفي من النصح والدعم"),
                (("No", "No", "لا"),),
                "",
            ),
        ),
    ),
    (
        "role",
        ("Who decides", "Quién decide", "من يقرّر"),
        (
            (
                ("I want to decide", "Quiero decidir", "أريد أن أقرر"),
                (("Together with my clinician", "Junto con mi médico", "مع الطبيب معًا"),),
                "",
            ),
            (
                ("Involved", "Participan", "من يشارك"),
                (("My partner", "Mi pareja", "شريك حياتي"), ("My family", "Mi familia", "عائلتي")),
                "",
            ),
        ),
    ),
    (
        "prefer",
        ("Wishes", "Deseos", "الرغبات"),
        (
            (
                ("Results that I want to learn", "Resultados que quiero conocer", "نتائج أريد معرفتها"),
                (("Tell me", "Dígame", "أخبروني"),),
                "",
            ),
            (
                ("Who in the family may know", "Quién de la familia puede saberlo", "من في العائلة يمكنه أن يعرف"),
                (
                    (
                        "I tell them myself, with help from the clinic",
                        "Se lo digo yo, con ayuda de la clínica",
                        "أخبرهم بنفسي، بمساعدة العيادة",
                    ),
                ),
                "",
            ),
            (
                ("My data", "Mis datos", "بياناتي"),
                (
                    (
                        "Ask me each time about research",
                        "Pregúntenme cada vez sobre investigación",
                        "اسألوني كل مرة عن الأبحاث",
                    ),
                ),
                "",
            ),
        ),
    ),
)

_OWN = {
    "en": "My aunt was ill at 41. I do not want my daughter to hear it from someone else.",
    "es": "Mi tía enfermó a los 41 años. No quiero que mi hija lo sepa por otra persona.",
    "ar": "مرضت خالتي في سن 41. لا أريد أن تعرف ابنتي عن BRCA1 من شخص آخر.",
}


def sheet(*tags: str) -> Sheet:
    """A sheet in these languages, the patient's first."""
    languages = tuple({"en": EN, "es": ES, "ar": AR}[tag] for tag in tags)
    at = [_INDEX[tag] for tag in tags]

    def words(three: tuple[str, str, str]) -> tuple[str, ...]:
        return tuple(three[index] for index in at)

    def line(label: tuple[str, str, str], answers: tuple[tuple[str, str, str], ...], own: str) -> SheetLine:
        return SheetLine(
            label=words(label),
            answers=tuple(tuple(answer[index] for answer in answers) for index in at),
            own_words=_OWN[tags[0]] if own else "",
        )

    def section(name: str, heading: tuple[str, str, str], lines: Iterable[_Line]) -> SheetSection:
        left = tuple(f"{UNANSWERED[index]}: {OPEN[index]}" for index in at) if name == "values" else ()
        said = tuple(line(*part) for part in lines)
        return SheetSection(id=name, heading=words(heading), lines=said, rated=name in {"values", "sure"}, note=left)

    unanswered = SheetSection(
        id="unanswered", heading=words(UNANSWERED), lines=(), note=words(("Support", "Apoyo", "الدعم"))
    )
    charts = arabic_charts() if tags[0] == "ar" else english_charts()
    return Sheet(
        languages=languages,
        title=words(TITLE),
        neutral=words(NEUTRAL),
        lead=words(LEAD),
        draft=words(DRAFT),
        code_label=words(CODE_LABEL),
        code="K7M4P9",
        date_label=words(DATE_LABEL),
        date=words(DATE),
        sections=(*(section(*part) for part in _SECTIONS), unanswered),
        charts=charts,
        charts_beside=tuple(_in_english(charts) for _ in tags[1:]),
        charts_heading=words(CHARTS),
        later_heading=words(LATER_HEADING),
        later=words(LATER),
        purpose=words(PURPOSE),
        sources_heading=words(SOURCES),
        sources=(
            SheetSource(
                words="Kuchenbaecker et al. 2017. Risks of Breast, Ovarian, and Contralateral Breast Cancer for BRCA1 and BRCA2 Mutation Carriers. JAMA. https://doi.org/10.1001/jama.2017.7112"
            ),
            SheetSource(words="Cancer Research UK 2024. Breast cancer statistics."),
        ),
        page_label=words(PAGE),
        qr_label=words(QR_LABEL),
        qr_text="K7M4P9\nLeaning: gene test\nMatters most: a clear answer for relatives\nAsk: Who in my family should have the test first?",
        made=datetime.date(2026, 11, 21),
    )


def _in_english(charts: tuple[Chart, ...]) -> tuple[Chart, ...]:
    """Charts with other words, as a second language has them."""
    said = (f"Said in English, {number} times" for number in itertools.count(1))
    return tuple(
        replace(
            chart, title=f"Title {number}", **({} if isinstance(chart, FrequencyTree) else {"alternative": next(said)})
        )
        for number, chart in enumerate(charts, 1)
    )


def with_own_words(plain: Sheet, own_words: str) -> Sheet:
    """The sheet with other words where the patient wrote some."""
    sections = (
        replace(part, lines=tuple(replace(line, own_words=own_words if line.own_words else "") for line in part.lines))
        for part in plain.sections
    )
    return replace(plain, sections=tuple(sections))

# ruff: noqa: E501
"""Realistic sheets: one in English, one in Spanish and English, one in Arabic and English."""

import datetime
from dataclasses import replace

from plainhelix.domain.charts import (
    Chart,
    FrequencyTree,
    IconArray,
    Inheritance,
    Mark,
    PairedArrays,
    TreeGroup,
    UncertaintyBand,
)
from plainhelix.export.sheet import Sheet, SheetLanguage, SheetLine, SheetSection, SheetSource

EN = SheetLanguage("en", False, "English")
ES = SheetLanguage("es", False, "Español")
AR = SheetLanguage("ar", True, "العربية")

_INDEX = {"en": 0, "es": 1, "ar": 2}

TITLE = ("Your summary", "Su resumen", "ملخّصك")
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

UNANSWERED = ("not answered", "sin respuesta", "لم يُجَب عنه")

_SECTIONS: tuple[
    tuple[str, tuple[str, str, str], tuple[tuple[tuple[str, str, str], tuple[tuple[str, str, str], ...], str], ...]],
    ...,
] = (
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
            (
                (
                    "Not having to deal with news like this now",
                    "No tener que afrontar ahora una noticia así",
                    "عدم التعامل مع خبر كهذا الآن",
                ),
                (),
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
        "support",
        ("Support", "Apoyo", "الدعم"),
        ((("What would help", "Qué ayudaría", "ما الذي يساعد"), (), ""),),
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


def _mark(label: str, number: str, phrase: str, count: float, **more: object) -> Mark:
    return Mark(label=label, number=number, phrase=phrase, count=count, **more)  # type: ignore[arg-type]


def english_charts() -> tuple[Chart, ...]:
    """One chart of each kind, in English."""
    group = [
        ("20", 65, 64, 1, 99935, 40, 99895),
        ("30", 110, 108, 2, 99890, 40, 99850),
        ("35", 247, 244, 3, 99753, 40, 99713),
        ("40", 1000, 990, 10, 99000, 40, 98960),
    ]
    return (
        PairedArrays(
            title="Breast cancer by age 80, out of 100 women",
            of=100,
            left=_mark("Women with a changed BRCA1 gene", "72", "72 out of 100", 72),
            right=_mark("Women in the whole population", "13", "13 out of 100", 13),
            left_rest=_mark("", "28", "28 out of 100", 28),
            right_rest=_mark("", "87", "87 out of 100", 87),
            mark_label="get breast cancer",
            rest_label="do not",
            alternative="Out of 100 women with a changed BRCA1 gene, 72 get breast cancer by age 80 and 28 do not. Out of 100 women in the whole population, 13 do and 87 do not.",
            note="The second figure is for a whole lifetime, not to age 80.",
        ),
        IconArray(
            title="How many tests give an unclear result, out of 1,000",
            of=1000,
            mark=_mark("have an unclear result", "25.5", "25.5 out of 1,000", 25.5),
            rest=_mark("do not", "974.5", "974.5 out of 1,000", 974.5),
            alternative="Out of 1,000 people who have the test, 25.5 have an unclear result and 974.5 do not.",
        ),
        IconArray(
            title="Ovarian cancer by age 80, out of 100 women",
            of=100,
            mark=_mark("get ovarian cancer", "44", "44 out of 100", 44),
            rest=_mark("do not", "56", "56 out of 100", 56),
            alternative="Out of 100 women with a changed BRCA1 gene, 44 get ovarian cancer by age 80 and 56 do not.",
        ),
        UncertaintyBand(
            title="How sure are we?",
            of=100,
            of_label="100 out of 100",
            zero_label="0",
            lines=(
                _mark(
                    "Breast cancer, BRCA1",
                    "72",
                    "72 out of 100",
                    72,
                    low=65,
                    high=79,
                    span_phrase="65 to 79 out of 100",
                ),
                _mark(
                    "Breast cancer, BRCA2",
                    "69",
                    "69 out of 100",
                    69,
                    low=61,
                    high=77,
                    span_phrase="61 to 77 out of 100",
                ),
                _mark(
                    "Ovarian cancer, BRCA2",
                    "17",
                    "17 out of 100",
                    17,
                    low=11,
                    high=25,
                    span_phrase="11 to 25 out of 100",
                ),
            ),
            alternative="BRCA1, breast cancer: 72 out of 100, probably between 65 and 79. BRCA2, breast cancer: 69, between 61 and 77. BRCA2, ovarian cancer: 17, between 11 and 25.",
        ),
        FrequencyTree(
            title="What the screening test finds, out of 100,000 pregnancies",
            of=100000,
            chooser="Age",
            groups=tuple(
                TreeGroup(
                    id=f"age-{age}",
                    name=f"Age {age}",
                    total=_mark("Pregnancies", "100,000", "100,000", 100000),
                    affected=_mark("A baby with Down syndrome", f"{a:,}", f"{a}", a),
                    unaffected=_mark("A baby without Down syndrome", f"{u:,}", f"{u}", u),
                    found=_mark("The test finds it", f"{f:,}", f"{f}", f),
                    missed=_mark("The test misses it", f"{m:,}", f"{m}", m),
                    alarm=_mark("False alarm", f"{al:,}", f"{al}", al),
                    clear=_mark("The test finds nothing", f"{c:,}", f"{c}", c),
                    alternative=f"At age {age}: {a} of 100,000 babies have Down syndrome. The test finds {f} and misses {m}. {al} are false alarms.",
                )
                for age, a, f, m, u, al, c in group
            ),
        ),
        Inheritance(
            title="How a changed gene passes on",
            pattern="dominant",
            changed_label="a changed gene copy",
            usual_label="a usual gene copy",
            alternative="One parent has one changed copy. Each child has a chance of 50 out of 100 to get it.",
            note="This is the same for daughters and sons.",
        ),
        Inheritance(
            title="When both parents carry a change",
            pattern="recessive",
            changed_label="a changed gene copy",
            usual_label="a usual gene copy",
            alternative="Both parents have one changed copy. 25 out of 100 children get both.",
        ),
    )


def arabic_charts() -> tuple[Chart, ...]:
    """Some charts in Arabic."""
    return (
        PairedArrays(
            title="سرطان الثدي حتى سن ٨٠، من كل ١٠٠ امرأة",
            of=100,
            left=_mark("نساء لديهن تغيّر في جين BRCA1", "٧٢", "٧٢ من كل ١٠٠", 72),
            right=_mark("جميع النساء", "١٣", "١٣ من كل ١٠٠", 13),
            left_rest=_mark("", "٢٨", "٢٨ من كل ١٠٠", 28),
            right_rest=_mark("", "٨٧", "٨٧ من كل ١٠٠", 87),
            mark_label="يُصبن بسرطان الثدي",
            rest_label="لا يُصبن",
            alternative="من كل ١٠٠ امرأة لديها تغيّر في جين BRCA1، تُصاب ٧٢ بسرطان الثدي حتى سن ٨٠.",
        ),
        IconArray(
            title="نتائج غير واضحة، من كل ١٠٠",
            of=100,
            mark=_mark("نتيجة غير واضحة", "٣", "٣ من كل ١٠٠", 3),
            rest=_mark("نتيجة واضحة", "٩٧", "٩٧ من كل ١٠٠", 97),
            alternative="من كل ١٠٠ شخص، تكون النتيجة غير واضحة عند ٣.",
        ),
        UncertaintyBand(
            title="ما مدى تأكدنا؟",
            of=100,
            of_label="١٠٠ من كل ١٠٠",
            zero_label="٠",
            lines=(
                _mark(
                    "سرطان الثدي، BRCA1",
                    "٧٢",
                    "٧٢ من كل ١٠٠",
                    72,
                    low=65,
                    high=79,
                    span_phrase="من ٦٥ إلى ٧٩ من كل ١٠٠",
                ),
            ),
            alternative="٧٢ من كل ١٠٠، والأرجح بين ٦٥ و٧٩.",
        ),
        Inheritance(
            title="كيف ينتقل الجين المتغيّر",
            pattern="dominant",
            changed_label="نسخة متغيّرة",
            usual_label="نسخة معتادة",
            alternative="لدى أحد الوالدين نسخة متغيّرة واحدة.",
        ),
    )


def sheet(*tags: str) -> Sheet:
    """A sheet in these languages, the patient's first."""
    languages = tuple({"en": EN, "es": ES, "ar": AR}[tag] for tag in tags)
    at = [_INDEX[tag] for tag in tags]

    def words(three: tuple[str, str, str]) -> tuple[str, ...]:
        return tuple(three[index] for index in at)

    def line(label: tuple[str, str, str], answers: tuple[tuple[str, str, str], ...], own: str) -> SheetLine:
        said = answers if answers or own else (UNANSWERED,)
        return SheetLine(
            label=words(label),
            answers=tuple(tuple(answer[index] for answer in said) for index in at),
            own_words=_OWN[tags[0]] if own else "",
            answered=bool(answers or own),
        )

    return Sheet(
        languages=languages,
        title=words(TITLE),
        lead=words(LEAD),
        draft=words(DRAFT),
        code_label=words(CODE_LABEL),
        code="K7M4P9",
        date_label=words(DATE_LABEL),
        date=words(DATE),
        sections=tuple(
            SheetSection(id=name, heading=words(heading), lines=tuple(line(*part) for part in lines))
            for name, heading, lines in _SECTIONS
        ),
        charts=arabic_charts() if tags[0] == "ar" else english_charts(),
        charts_heading="الرسوم" if tags[0] == "ar" else "Charts",
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


def with_own_words(plain: Sheet, own_words: str) -> Sheet:
    """The sheet with other words where the patient wrote some."""
    sections = (
        replace(part, lines=tuple(replace(line, own_words=own_words if line.own_words else "") for line in part.lines))
        for part in plain.sections
    )
    return replace(plain, sections=tuple(sections))

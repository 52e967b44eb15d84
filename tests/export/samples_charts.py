"""A chart of each kind, as the sheets of the tests hold them."""

# ruff: noqa: E501

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
            mark=_mark("have an unclear result", "26", "26 out of 1,000", 26),
            rest=_mark("do not", "974", "974 out of 1,000", 974),
            alternative="Out of 1,000 people who have the test, 26 have an unclear result and 974 do not.",
            tone="calm",
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
            scale=100,
            zero_label="0 out of 100",
            end_label="100 out of 100",
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
            scale=100,
            zero_label="٠ من كل ١٠٠",
            end_label="١٠٠ من كل ١٠٠",
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

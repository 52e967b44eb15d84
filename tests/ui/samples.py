"""Pages with every kind of block, in English and Arabic, with words as long as real ones."""

import dataclasses
from collections.abc import Callable

from msgspec.structs import replace

from plainhelix.domain.charts import (
    FrequencyTree,
    IconArray,
    Inheritance,
    Mark,
    PairedArrays,
    QrCode,
    TreeGroup,
    UncertaintyBand,
)
from plainhelix.present.blocks import (
    Action,
    Block,
    BulletList,
    Cell,
    ChartBlock,
    Choice,
    Command,
    Disclosure,
    FreeText,
    Heading,
    Notice,
    Option,
    Page,
    Panel,
    Paragraph,
    Picture,
    QrBlock,
    Run,
    StationMark,
    SummaryLine,
    Table,
    TableRow,
    Tile,
    Tiles,
    Tool,
    VisitCode,
    text,
)

ENGLISH = {
    "stations": ("Understand", "Compare", "What matters", "Check", "My choice", "Summary"),
    "progress": "Station {n} of 6: {name}",
    "size": "Text size",
    "contrast": "Contrast",
    "language": "English",
    "help": "Help",
    "cover": "Hide",
    "leave": "Clear & leave",
    "listen": "Listen",
    "light": "Light",
    "dark": "Dark",
    "high": "High contrast",
    "back": "Back",
    "next": "Next",
    "status": "About 5 minutes left. Your answers are saved as you go.",
    "draft": "Draft, not clinically reviewed",
}

ARABIC = {
    "stations": ("أفهم", "أقارن", "ما يهمني", "أتحقق", "اختياري", "الملخص"),
    "progress": "المحطة {n} من ٦: {name}",
    "size": "حجم النص",
    "contrast": "التباين",
    "language": "العربية",
    "help": "مساعدة",
    "cover": "إخفاء",
    "leave": "مسح وخروج",
    "listen": "استمع",
    "light": "فاتح",
    "dark": "داكن",
    "high": "تباين عالٍ",
    "back": "رجوع",
    "next": "التالي",
    "status": "حوالي ٥ دقائق متبقية. تُحفظ إجاباتك أولًا بأول.",
    "draft": "مسودة، لم تُراجع سريريًا",
}

LANGUAGES = (
    ("en", "English"),
    ("es", "Español"),
    ("fr", "Français"),
    ("ar", "العربية"),
    ("ru", "Русский"),
    ("pt", "Português"),
    ("sw", "Kiswahili"),
)


def tools(words: dict[str, object], lang: str, scale: int, theme: str) -> tuple[Tool, ...]:
    """The tools as every page has them."""
    sizes = tuple(Option(str(size), f"{size}%", picked=size == scale) for size in (100, 125, 150, 175, 200))
    themes = tuple(
        Option(name, str(words[key]), picked=name == theme)
        for name, key in (("light", "light"), ("dark", "dark"), ("contrast", "high"))
    )
    tongues = tuple(Option(tag, name, picked=tag == lang) for tag, name in LANGUAGES)
    said = {key: str(value) for key, value in words.items()}
    return (
        Tool(id="help", label=said["help"], name=said["help"], command=Command("about")),
        Tool(id="size", label="Aa", name=said["size"], menu=sizes, menu_command="scale"),
        Tool(id="contrast", label=said["contrast"], name=said["contrast"], menu=themes, menu_command="contrast"),
        Tool(id="language", label=said["language"], name=said["language"], menu=tongues, menu_command="language"),
        Tool(id="cover", label=said["cover"], name=said["cover"], command=Command("cover")),
        Tool(id="leave", label=said["leave"], name=said["leave"], command=Command("leave")),
    )


def framed(page_id: str, title: str, main: tuple[Block, ...], lang: str = "en", here: int = 0) -> Page:
    """A page of a visit with stations, tools and footer."""
    words: dict[str, object] = dict(ARABIC if lang == "ar" else ENGLISH)
    names = ARABIC["stations"] if lang == "ar" else ENGLISH["stations"]
    marks = tuple(
        StationMark(str(index), name, "here" if index == here else "done" if index < here else "ahead")
        for index, name in enumerate(names)
    )
    return Page(
        id=page_id,
        title=title,
        lang=lang,
        rtl=lang == "ar",
        main=main,
        stations=marks,
        progress_name=str(words["progress"]).format(n=here + 1, name=names[here]),
        tools=tools(words, lang, 100, "light"),
        back=Action(id="back", label=str(words["back"]), command=Command("back")),
        forward=Action(id="next", label=str(words["next"]), command=Command("next"), look="primary"),
        status=str(words["status"]),
    )


def with_draft(found: Page) -> Page:
    """The page with its draft mark."""
    return replace(found, draft=str((ARABIC if found.rtl else ENGLISH)["draft"]))


def mark(label: str, number: str, phrase: str, count: float, ends: tuple[float, float] | None = None) -> Mark:
    """A figure for a chart."""
    low, high = ends or (None, None)
    span = f"{low:g} to {high:g} out of 100" if ends else ""
    return Mark(label=label, number=number, phrase=phrase, count=count, low=low, high=high, span_phrase=span)


def welcome() -> Page:
    """The first page."""
    tiles = tuple(
        Tile(id=f"language.{tag}", title=name, command=Command("language", value=tag), lang=tag)
        for tag, name in LANGUAGES
    )
    return Page(
        id="welcome",
        title="Choose your language",
        lang="en",
        rtl=False,
        centred=True,
        neutral=True,
        tools=tools(dict(ENGLISH), "en", 100, "light"),
        main=(
            Heading(id="heading", words=text("Choose your language")),
            Paragraph(
                id="invitations",
                words=text("Elige tu idioma · Choisissez votre langue · اختر لغتك · Выберите язык"),
                look="lead",
            ),
            Tiles(id="languages", tiles=tiles, columns=3),
            Notice(
                id="private",
                look="private",
                title="Private",
                words=text(
                    "This app is not connected to the internet. What you answer is locked, and only your clinic team"
                    " can open it. You can stop and clear everything at any time."
                ),
            ),
        ),
    )


def topics() -> Page:
    """Filters, the clinic's code, and tall tiles."""
    found = (
        ("Breast and ovarian cancer in my family", "The BRCA1, BRCA2 and PALB2 gene test", "10 minutes"),
        ("Screening in pregnancy", "The blood test for Down syndrome and others (NIPT)", "8 minutes"),
        ("Bowel cancer in my family", "The Lynch syndrome gene test", "10 minutes"),
        ("Which medicine suits me", "Testing genes that change how medicines work", "7 minutes"),
        ("My child has no diagnosis", "Reading all the genes (genome test)", "12 minutes"),
        ("Before having a baby", "Carrier test for couples", "8 minutes"),
    )
    tiles = tuple(
        Tile(id=f"topic.{index}", title=title, detail=detail, pill=pill, command=Command("open", value=str(index)))
        for index, (title, detail, pill) in enumerate(found)
    )
    filters = ("I was offered a test", "I want the basics", "I have a result", "Who may use my data")
    options = tuple(Option(str(index), name, picked=index == 0) for index, name in enumerate(filters))
    return replace(
        framed("topics", "What would you like to think about?", ()),
        stations=(),
        main=(
            Heading(id="heading", words=text("What would you like to think about?")),
            Paragraph(id="lead", words=text("Choose a test you were offered, or learn the basics first."), look="lead"),
            Choice(
                id="filter",
                label=text("Show"),
                options=options,
                look="pills",
                hide_label=True,
                command="filter",
            ),
            Tiles(id="topics", tiles=tiles, columns=3, tall=True),
            Panel(
                id="code-panel",
                look="soft",
                blocks=(
                    FreeText(id="code", label="Code from your clinic", hint="K7M4P9", single_line=True, command="code"),
                ),
            ),
        ),
    )


def pair() -> PairedArrays:
    """Two groups of a hundred."""
    return PairedArrays(
        title="Breast cancer by age 80, out of 100 women",
        of=100,
        left=mark("with a changed BRCA1 gene", "72", "72 out of 100", 72),
        right=mark("women in general", "12", "12 out of 100", 12),
        left_rest=mark("", "28", "28 out of 100", 28),
        right_rest=mark("", "88", "88 out of 100", 88),
        mark_label="get breast cancer",
        rest_label="do not get breast cancer",
        alternative="72 out of 100 women with a changed BRCA1 gene get breast cancer by age 80, 28 do not."
        " 12 out of 100 women in general do, 88 do not.",
        note="The two figures come from different countries and years.",
    )


def card() -> Page:
    """A card of "Understand" with a chart beside it."""
    main: tuple[Block, ...] = (
        Paragraph(id="place", words=text("Card 2 of 6"), look="label"),
        Heading(id="heading", words=text("A changed BRCA1 gene makes breast cancer more likely, not certain")),
        Paragraph(
            id="body",
            words=(
                Run("72 out of 100", strong=True),
                Run(" women who have a changed BRCA1 gene get breast cancer by age 80. Others never do. Read more in "),
                Run("Genes and variants", link=Command("open", value="genes-and-variants")),
                Run("."),
            ),
        ),
        Panel(
            id="for-you",
            look="soft",
            blocks=(
                Heading(id="for-you.title", words=text("For you"), level=2),
                Paragraph(
                    id="for-you.body", words=text("A changed gene is a chance, not a date. You can plan checks.")
                ),
            ),
        ),
        Disclosure(
            id="more",
            label="Tell me more",
            opened=True,
            blocks=(
                Paragraph(
                    id="more.body",
                    words=text("Both women and men can carry the change. It can come from either parent."),
                ),
                BulletList(
                    id="more.list",
                    items=(
                        text("Each child has the same chance of getting the changed copy."),
                        text("A change that was not passed on cannot be passed on later."),
                    ),
                ),
            ),
        ),
        Disclosure(id="evidence", label="How sure are we?", opened=False, blocks=()),
        Paragraph(id="source", words=text("Source: Kuchenbaecker et al., JAMA, 2017."), look="small"),
    )
    aside = (ChartBlock(id="chart", chart=pair()),)
    return with_draft(replace(framed("card:chance", "A changed BRCA1 gene", main), aside=aside))


def tree() -> FrequencyTree:
    """A screening test in two age groups, per 100,000."""

    def group(group_id: str, name: str, counts: tuple[str, ...]) -> TreeGroup:
        labels = (
            "pregnancies",
            "have Down syndrome",
            "do not have it",
            "found: the test says higher chance",
            "missed: the test says lower chance",
            "false alarm: the test says higher chance",
            "clear: the test says lower chance",
        )
        marks = [mark(label, count, count, 1) for label, count in zip(labels, counts, strict=True)]
        total, affected, unaffected, found, missed, alarm, clear = marks
        return TreeGroup(
            id=group_id,
            name=name,
            total=total,
            affected=affected,
            unaffected=unaffected,
            found=found,
            missed=missed,
            alarm=alarm,
            clear=clear,
            alternative=f"At age {name}: {counts[1]} of {counts[0]} have Down syndrome; {counts[3]} are found.",
        )

    return FrequencyTree(
        title="What the blood test finds, out of 100,000 pregnancies",
        of=100_000,
        groups=(
            group("a25", "25", ("100,000", "75", "99,925", "74", "1", "40", "99,885")),
            group("a35", "35", ("100,000", "285", "99,715", "283", "2", "40", "99,675")),
            group("a40", "40", ("100,000", "1,030", "98,970", "1,024", "6", "40", "98,930")),
        ),
        chooser="Choose an age",
        note="The ages are published groups. The app does not know your age.",
    )


def charts() -> tuple[Page, ...]:
    """One page for each other kind of chart."""
    array = IconArray(
        title="An unclear result, out of 100 people who have the test",
        of=100,
        mark=mark("get an unclear result", "8", "8 out of 100", 8),
        rest=mark("do not", "92", "92 out of 100", 92),
        alternative="8 out of 100 people get an unclear result, 92 do not.",
    )
    rare = IconArray(
        title="Carriers of sickle cell, out of 1,000 people",
        of=1000,
        mark=mark("carry one changed copy", "14", "14 out of 1,000", 14),
        rest=mark("do not", "986", "986 out of 1,000", 986),
        alternative="14 out of 1,000 people carry one changed copy, 986 do not.",
    )
    inherited = Inheritance(
        title="Each child has the same chance",
        pattern="dominant",
        changed_label="changed copy",
        usual_label="usual copy",
        alternative="One parent has one changed copy. Of four possible children, two get it and two do not.",
    )
    band = UncertaintyBand(
        title="How sure the figures are, by age 80",
        of=100,
        scale=100,
        zero_label="0 out of 100",
        end_label="100 out of 100",
        lines=(
            mark("Breast cancer with a changed BRCA1 gene", "72", "72 out of 100", 72, (65, 79)),
            mark("Ovarian cancer with a changed BRCA1 gene", "44", "44 out of 100", 44, (36, 53)),
        ),
        alternative="Breast cancer: 72 out of 100, between 65 and 79. Ovarian cancer: 44, between 36 and 53.",
        note="The true figure lies in the band for 95 out of 100 studies like this one.",
    )
    recessive = dataclasses.replace(inherited, pattern="recessive", title="Two parents who both carry one changed copy")
    words = (
        Heading(id="heading", words=text("What the figures look like")),
        Paragraph(id="body", words=text("The picture shows the same figures as the words beside it.")),
    )
    blocks = (array, rare, tree(), inherited, recessive, band)
    return tuple(
        replace(
            framed(f"chart:{index}", chart.title, words),
            aside=(ChartBlock(id="chart", chart=chart, group="a35"),),
        )
        for index, chart in enumerate(blocks)
    )


def compare(opened: bool = False) -> Page:
    """The options side by side."""
    rows = (
        (
            "What happens",
            "A blood or saliva sample. Results in some weeks.",
            "Nothing now. You can ask again at any time.",
            "Checks based on your family history alone.",
        ),
        (
            "Good points",
            "You learn if you have the family gene change. Relatives can use the answer.",
            "Time to think, or to wait for news on tests.",
            "You do not have to deal with a gene result.",
        ),
        (
            "Hard points",
            "The result can worry you. It may be unclear. It may matter for some insurance.",
            "Worry may go on. A chance to prevent cancer may be lost.",
            "You may get more, or fewer, checks than you need.",
        ),
        ("Chance of an unclear result", "8 out of 100 people", "None", "None"),
        (
            "What it means for family",
            "Brothers, sisters and children can be offered the test.",
            "Relatives cannot use your answer yet.",
            "Relatives cannot use your answer.",
        ),
    )
    look = Action(
        id="row.unclear", label="See the picture", command=Command("toggle", "row.unclear"), look="link", name="See it"
    )
    table = Table(
        id="compare.test",
        label="Your options, side by side",
        columns=("Have the gene test now", "Wait, and decide later", "No gene test"),
        rows=tuple(
            TableRow(
                id=f"row.{index}",
                heading=heading,
                cells=tuple(Cell(text(cell)) for cell in cells),
                action=look if index == 3 else None,
                opened=(ChartBlock(id="row.chart", chart=pair()),) if opened and index == 3 else (),
            )
            for index, (heading, *cells) in enumerate(rows)
        ),
    )
    main = (
        Heading(id="heading", words=text("Your options, side by side")),
        table,
        Action(id="fewer", label="Show fewer rows", command=Command("toggle", "rows"), look="quiet"),
    )
    return framed("compare:test", "Your options, side by side", main, here=1)


def values(lang: str = "en") -> Page:
    """Statements to rate."""
    arabic = lang == "ar"
    statements = (
        (
            "أن أعرف أكبر قدر ممكن عن خطر إصابتي بالسرطان",
            "أن أتجنب أخبارًا لا أستطيع فعل شيء حيالها",
            "أن أعطي أولادي أو أقاربي جوابًا واضحًا عن جين BRCA1 في عائلتنا",
            "ألا أخضع لجراحة أو فحوص إضافية",
        )
        if arabic
        else (
            "Knowing as much as I can about my own cancer risk",
            "Avoiding news that I can do nothing about",
            "Giving my children or relatives a clear answer",
            "Not having surgery or extra checks",
            "Keeping my genetic information private",
        )
    )
    steps = ("لا يهم", "قليلًا", "كثيرًا", "جدًا") if arabic else ("Not at all", "A little", "Quite", "Very")
    choices = tuple(
        Choice(
            id=f"values.{index}",
            label=text(statement),
            options=tuple(Option(str(step), name, picked=step == (index * 3) % 4) for step, name in enumerate(steps)),
            look="scale",
        )
        for index, statement in enumerate(statements)
    )
    title = "ما مدى أهمية كل أمر من هذه الأمور بالنسبة لك؟" if arabic else "How much does each of these matter to you?"
    other = "شيء آخر يهمني" if arabic else "Something else matters to me"
    hint = "اكتب بكلماتك" if arabic else "Write in your own words"
    main: tuple[Block, ...] = (
        Heading(id="heading", words=text(title)),
        Panel(id="statements", blocks=choices),
        FreeText(id="values.words", label=other, hint=hint),
    )
    return framed("values", title, main, lang=lang, here=2)


def question() -> Page:
    """A question with the reply to a wrong answer."""
    answers = (
        ("bad", "It is bad news", ""),
        ("nobody", "Nobody knows yet what the change means", ""),
        ("none", "There is no change", ""),
        ("unsure", "I am not sure", ""),
    )
    options = tuple(Option(key, label, detail, picked=key == "bad") for key, label, detail in answers)
    main: tuple[Block, ...] = (
        Heading(id="heading", words=text("What does an unclear result mean?")),
        Choice(id="check.unclear", label=text("What does an unclear result mean?"), options=options, hide_label=True),
    )
    aside: tuple[Block, ...] = (
        Notice(
            id="reply",
            look="reply-other",
            title="Not quite",
            words=text("An unclear result is a change that nobody can read yet. It is neither good nor bad news."),
        ),
        Action(id="again", label="See the card again", command=Command("go", value="card:unclear")),
        Notice(id="right", look="reply-right", title="Yes", words=text("That is what it means.")),
        Notice(id="warn", look="warning", title="Before you read on", words=text("This page is about miscarriage.")),
        Notice(
            id="error", look="error", title="Not saved", words=text("Your answer could not be saved. Tell the staff.")
        ),
        Notice(id="draft", look="draft", words=text("Draft, not clinically reviewed.")),
        Notice(id="plain", look="plain", words=text("You can skip this.")),
    )
    return replace(framed("check:unclear", "What does an unclear result mean?", main, here=3), aside=aside)


def choice() -> Page:
    """Leaning and questions to ask."""
    leaning = (
        Option("test", "I lean towards having the test", "You can change your mind at any time", picked=True),
        Option("wait", "I lean towards waiting"),
        Option("none", "I lean towards no test"),
        Option("unsure", "I am not sure yet", "That is a fine answer. Your counsellor can help"),
    )
    asks = (
        Option("first", "Who in my family should have the test first?", picked=True),
        Option("unclear", "What would you do if the result is unclear?", picked=True),
        Option("insurance", "Could the result change my insurance?"),
        Option("see", "Who can see my result?", picked=True),
    )
    main: tuple[Block, ...] = (
        Heading(id="heading", words=text("Where are you now?")),
        Choice(id="leaning", label=text("Where are you now?"), options=leaning, hide_label=True),
    )
    aside: tuple[Block, ...] = (
        Heading(id="asks.title", words=text("Questions to ask at your visit"), level=2),
        Choice(id="asks", label=text("Questions to ask"), options=asks, many=True, look="ticks", hide_label=True),
        FreeText(id="asks.words", label="My own question", hint="Write your question here", single_line=True),
    )
    return replace(framed("leaning", "Where are you now?", main, here=4), aside=aside)


def summary() -> Page:
    """The summary with code and QR."""
    lines = (
        ("Leaning", ("Towards having the gene test",)),
        ("Matters most", ("A clear answer for relatives", "Knowing my own risk")),
        ("To ask", ("What would you do if the result is unclear?", "Who should have the test first?")),
        ("To go over again", ("What an unclear result means",)),
        ("Family", ("I tell them myself, with help from the clinic",)),
    )
    main: tuple[Block, ...] = (
        Heading(id="heading", words=text("Your summary")),
        Panel(
            id="section",
            blocks=(
                Heading(id="section.title", words=text("What you told us"), level=2),
                *(
                    SummaryLine(
                        id=f"line.{index}",
                        label=label,
                        words=words,
                        change=Action(
                            id=f"change.{index}",
                            label="Change",
                            command=Command("go", value=str(index)),
                            look="link",
                            name=f"Change: {label}",
                        ),
                    )
                    for index, (label, words) in enumerate(lines)
                ),
                SummaryLine(id="line.data", label="My data", words=("Not answered",), answered=False),
            ),
        ),
    )
    size = 33
    rows = tuple(tuple((x * 7 + y * 3 + x * y) % 5 < 2 for x in range(size)) for y in range(size))
    aside: tuple[Block, ...] = (
        VisitCode(id="code", label="Show this code to your clinic team", code="K7M4P9", spoken="K 7 M 4 P 9"),
        QrBlock(
            id="qr", qr=QrCode(rows=rows, alternative="Your summary as text"), label="Scan to keep a copy on your phone"
        ),
        Action(id="print", label="Print", command=Command("print")),
    )
    found = with_draft(replace(framed("summary", "Your summary", main, here=5), aside=aside))
    finish = Action(id="finish", label="Finish and clear the screen", command=Command("finish"), look="primary")
    return replace(found, forward=finish)


def arabic_card() -> Page:
    """A card with a chart and a Latin name in Arabic text."""
    chart = PairedArrays(
        title="سرطان الثدي حتى عمر ٨٠ سنة، من كل ١٠٠ امرأة",
        of=100,
        left=mark("مع تغيّر في جين BRCA1", "٧٢", "٧٢ من كل ١٠٠", 72),
        right=mark("النساء عمومًا", "١٢", "١٢ من كل ١٠٠", 12),
        left_rest=mark("", "٢٨", "٢٨ من كل ١٠٠", 28),
        right_rest=mark("", "٨٨", "٨٨ من كل ١٠٠", 88),
        mark_label="يُصبن بسرطان الثدي",
        rest_label="لا يُصبن به",
        alternative="٧٢ من كل ١٠٠ امرأة لديها تغيّر في جين BRCA1 تُصاب بسرطان الثدي، و٢٨ لا تُصاب.",
    )
    main: tuple[Block, ...] = (
        Paragraph(id="place", words=text("البطاقة ٢ من ٦"), look="label"),
        Heading(id="heading", words=text("تغيّر جين BRCA1 يزيد احتمال سرطان الثدي، لكنه لا يجعله مؤكدًا")),
        Paragraph(
            id="body",
            words=(
                Run("٧٢ من كل ١٠٠", strong=True),
                Run(" امرأة لديها تغيّر في جين "),
                Run("BRCA1"),
                Run(" تُصاب بسرطان الثدي حتى عمر ٨٠ سنة. اقرأ المزيد في "),
                Run("الجينات والتغيّرات", link=Command("open", value="genes")),
                Run("."),
            ),
        ),
        BulletList(
            id="list",
            items=(text("لكل طفل الاحتمال نفسه."), text("يمكن أن يأتي التغيّر من الأم أو الأب.")),
            numbered=True,
        ),
        Disclosure(id="more", label="المزيد", opened=False, blocks=()),
        Picture(id="picture", name="gene-zoom", alternative="شخص، ثم خلية، ثم نسختان من جين واحد."),
    )
    found = framed("card:ar", "تغيّر جين BRCA1", main, lang="ar")
    return with_draft(replace(found, aside=(ChartBlock(id="chart", chart=chart),)))


def picture_card() -> Page:
    """A card with a picture beside it."""
    main: tuple[Block, ...] = (
        Heading(id="heading", words=text("A gene is a piece of instruction")),
        Paragraph(id="body", words=text("You have two copies of almost every gene. One comes from each parent.")),
        BulletList(
            id="steps",
            items=(text("A sample of blood or spit is taken."), text("A laboratory reads it.")),
            numbered=True,
        ),
    )
    aside = (Picture(id="picture", name="gene-zoom", alternative="A person, a cell, two copies of one gene."),)
    return replace(framed("card:gene", "A gene", main), aside=aside)


PAGES: dict[str, Callable[[], Page]] = {
    "welcome": welcome,
    "topics": topics,
    "card": card,
    "picture": picture_card,
    "compare": compare,
    "compare-open": lambda: compare(True),
    "values": values,
    "values-ar": lambda: values("ar"),
    "card-ar": arabic_card,
    "question": question,
    "choice": choice,
    "summary": summary,
    "chart-icons": lambda: charts()[0],
    "chart-1000": lambda: charts()[1],
    "chart-tree": lambda: charts()[2],
    "chart-dominant": lambda: charts()[3],
    "chart-recessive": lambda: charts()[4],
    "chart-band": lambda: charts()[5],
}
"""Pages by name."""


def page(name: str, *, scale: int = 100, theme: str = "light", rtl: bool | None = None) -> Page:
    """A sample page in this size, theme and direction."""
    found = PAGES[name]()
    return replace(found, scale=scale, theme=theme, rtl=found.rtl if rtl is None else rtl)

"""Charts of the content as plain data in the reader's language, with the same figures in words."""

from dataclasses import dataclass, replace

from plainhelix.domain import aid as structure
from plainhelix.domain.charts import (
    Chart,
    FrequencyTree,
    IconArray,
    Inheritance,
    Mark,
    PairedArrays,
    TreeGroup,
    UncertaintyBand,
    scale_end,
)
from plainhelix.domain.evidence import Fact, in_denominator
from plainhelix.domain.precision import fact_decimals, range_counts
from plainhelix.domain.rounding import other_side, rounded
from plainhelix.present.words import Words


@dataclass(frozen=True)
class Charting:
    """Makes the charts of one section of a document."""

    words: Words
    document: str
    section: str

    def chart(self, chart: structure.Chart) -> Chart:
        """The chart in the reader's language."""
        match chart:
            case structure.IconsChart():
                return self._icons(chart)
            case structure.PairChart():
                return self._pair(chart)
            case structure.TreeChart():
                return self._tree(chart)
            case structure.InheritanceChart():
                return self._inheritance(chart)
            case structure.BandChart():
                return self._band(chart)

    def _part(self, part: str) -> str:
        return self.words.say(self.document, f"{self.section}.{part}")

    def _note(self) -> str:
        return self.words.say_or(self.document, f"{self.section}.chart.note")

    def _mark(self, fact: Fact, of: int, label: str) -> Mark:
        """The fact counted out of `of` people, as it is told: what is drawn is what is written beside it."""
        figures = self.words.figures
        value = fact.value if fact.value is not None else ((fact.low or 0) + (fact.high or 0)) / 2
        decimals = fact_decimals(fact, of)
        count = float(rounded(in_denominator(fact, value, of), decimals))
        low, high = range_counts(fact, of) if fact.range == "interval" and fact.low is not None else (None, None)
        return Mark(
            label=label,
            number=self.words.numbers.number(count, decimals),
            phrase=figures.frequency(fact, of),
            count=count,
            low=low,
            high=high,
            span_phrase=figures.spread(fact, of) if low is not None else "",
        )

    def _rest(self, fact_id: str, of: int, label: str) -> Mark:
        """The others, with the same digits."""
        figures = self.words.figures
        fact = figures.fact(fact_id)
        decimals = fact_decimals(fact, of)
        count = other_side(in_denominator(fact, fact.value or 0, of), of, decimals)
        number = self.words.numbers.number(count, decimals)
        return Mark(label=label, number=number, phrase=figures.out_of(number, of), count=count)

    def _icons(self, chart: structure.IconsChart) -> IconArray:
        mark = self._mark(self.words.figures.fact(chart.fact), chart.of, self._part("chart.mark"))
        rest = self._rest(chart.fact, chart.of, self._part("chart.rest"))
        spoken = self.words.ui(
            "chart.icons.spoken",
            title=self._part("chart"),
            mark=mark.phrase,
            marked=mark.label,
            rest=rest.phrase,
            others=rest.label,
        )
        return IconArray(
            title=self._part("chart"),
            of=chart.of,
            mark=mark,
            rest=rest,
            alternative=spoken,
            tone=chart.tone,
            note=self._note(),
        )

    def _pair(self, chart: structure.PairChart) -> PairedArrays:
        figures = self.words.figures
        left = self._mark(figures.fact(chart.left), chart.of, self._part("chart.left"))
        right = self._mark(figures.fact(chart.right), chart.of, self._part("chart.right"))
        mark_label, rest_label = self._part("chart.mark"), self._part("chart.rest")
        left_rest, right_rest = (self._rest(fact, chart.of, rest_label) for fact in (chart.left, chart.right))
        spoken = [self._part("chart")]
        for mark, rest in ((left, left_rest), (right, right_rest)):
            spoken.append(
                self.words.ui(
                    "chart.pair.spoken",
                    group=mark.label,
                    mark=mark.phrase,
                    marked=mark_label,
                    rest=rest.phrase,
                    others=rest_label,
                )
            )
        return PairedArrays(
            title=self._part("chart"),
            of=chart.of,
            left=left,
            right=right,
            left_rest=left_rest,
            right_rest=right_rest,
            mark_label=mark_label,
            rest_label=rest_label,
            alternative="\n".join(spoken),
            tone=chart.tone,
            note=self._note(),
        )

    def _tree(self, chart: structure.TreeChart) -> FrequencyTree:
        return FrequencyTree(
            title=self._part("chart"),
            of=chart.of,
            groups=tuple(self._group(group, chart.of) for group in chart.groups),
            chooser=self.words.ui("chart.tree.chooser"),
            note=self._note(),
        )

    def _group(self, group: structure.TreeBranches, of: int) -> TreeGroup:
        figures = self.words.figures

        def branch(fact_id: str, part: str) -> Mark:
            """A worked-out branch shows its span: its inputs do not allow one exact number."""
            fact = figures.fact(fact_id)
            mark = self._mark(fact, of, self._part(f"chart.{part}"))
            return replace(mark, number=figures.spread_people(fact, of) or mark.number) if fact.worked_out else mark

        name = self._part(f"chart.group.{group.id}")
        number = self.words.numbers.number(of)
        total = Mark(label=name, number=number, phrase=number, count=of)
        affected = branch(group.affected, "affected")
        unaffected = self._rest(group.affected, of, self._part("chart.unaffected"))
        branches = {part: branch(getattr(group, part), part) for part in ("found", "missed", "alarm", "clear")}
        lines = [(mark.number, mark.label) for mark in (affected, unaffected, *branches.values())]
        spoken = [self.words.ui("chart.tree.total", group=name, number=number)]
        spoken += [self.words.ui("chart.tree.line", number=count, label=label) for count, label in lines]
        return TreeGroup(
            id=group.id,
            name=name,
            total=total,
            affected=affected,
            unaffected=unaffected,
            found=branches["found"],
            missed=branches["missed"],
            alarm=branches["alarm"],
            clear=branches["clear"],
            alternative=" ".join(spoken),
        )

    def _inheritance(self, chart: structure.InheritanceChart) -> Inheritance:
        return Inheritance(
            title=self._part("chart"),
            pattern=chart.pattern,
            changed_label=self._part("chart.changed"),
            usual_label=self._part("chart.usual"),
            alternative=self.words.ui(f"chart.inheritance.{chart.pattern}"),
            note=self._note(),
        )

    def _band(self, chart: structure.BandChart) -> UncertaintyBand:
        figures = self.words.figures
        lines = tuple(self._mark(figures.fact(name), chart.of, self._part(f"chart.{name}")) for name in chart.facts)
        spoken = [self._part("chart")]
        for line in lines:
            block = "chart.band.spoken" if line.span_phrase else "chart.band.spoken-plain"
            spoken.append(
                self.words.ui(block, label=line.label, figure=line.phrase, span=line.span_phrase)
                if line.span_phrase
                else self.words.ui(block, label=line.label, figure=line.phrase)
            )
        scale = scale_end((end for line in lines for end in (line.count, line.high or 0)), chart.of)
        ends = [figures.out_of(self.words.numbers.number(end), chart.of) for end in (0, scale)]
        spoken.append(self.words.ui("chart.band.scale", low=ends[0], high=ends[1]))
        return UncertaintyBand(
            title=self._part("chart"),
            of=chart.of,
            scale=scale,
            zero_label=ends[0],
            end_label=ends[1],
            lines=lines,
            alternative="\n".join(spoken),
            note=self._note(),
        )

"""Units.FalsePrecision."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.facts import quantities
from copydesk.facts.quantities import Conversion, false_precision, habits_of, numbers_written
from copydesk.rules import Article, Bad, Edit, Finding, Fix, Good, Related, Rule


class FalsePrecision(Rule):
    """A conversion states a round figure to the inch: about 100 miles (160.934 km).

    The figures after the point came out of a calculator, and claim a measurement that nobody made.

    Source: NIST Special Publication 811, appendix B.7.1: a converted value should imply no more precision than the
    original; Guardian style guide, “metric system”.
    """

    name = "Units.FalsePrecision"
    severity = "suggestion"
    in_quotations = True
    examples = [
        Bad(
            "The coast is about 100 miles (160.934 km) from there.",
            found="160.934 km",
            fixed="The coast is about 100 miles (160 km) from there.",
        ),
        Bad(
            "The asteroid is some 30 km (18.64 miles) across.",
            found="18.64 miles",
            fixed="The asteroid is some 30 km (19 miles) across.",
        ),
        Bad(
            "The boat sank in 90 feet (27.43 meters) of water.",
            fixed="The boat sank in 90 feet (27 meters) of water.",
        ),
        Bad(
            "The estate covers roughly 2,000 acres (809.4 hectares) of moorland.",
            fixed="The estate covers roughly 2,000 acres (810 hectares) of moorland.",
        ),
        Good("The coast is about 100 miles (161 km) from there, and 35 kilometers (21.7 miles) from the river."),
        Good("A marathon is 26.2 miles (42.195 km) long. The athlete is 6 feet (1.83 meters) tall."),
        Good("The probe was 0.39 inches (0.99 cm) long and weighed 12.25 pounds (5.56 kg)."),
        Good("It was 38 C (100.4 F) in the shade, and 451.3 miles (726.3 km) to the sea."),
    ]

    def check(self, article: Article) -> Iterator[Finding]:
        for conversion in article.facts(quantities).conversions:
            if conversion.setting != "equivalence" and (right := false_precision(conversion)):
                habits = habits_of(article, article.facts(quantities))
                if all(number.value for number in right) and (figures := numbers_written(right, habits)):
                    yield _finding(article, conversion, figures)


def _finding(article: Article, conversion: Conversion, figures: list[str]) -> Finding:
    first, second = conversion.first, conversion.second
    said, given = article.prose_at(first.span), article.prose_at(second.span)
    edits = tuple(Edit(*old.span, figure) for old, figure in zip(second.amounts, figures, strict=True))
    return Finding(
        second.span,
        f"“{given}” is far more precise than “{said}”.",
        related=(Related(first.span, "converted here"),),
        fixes=(Fix(f"Change “{article.prose_at(second.amounts[0].span)}” to “{figures[0]}”", edits),),
        confidence=0.8,
    )

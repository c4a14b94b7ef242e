"""Whether one of many spans holds a place, or touches it."""

from hypothesis import given
from hypothesis import strategies as st

from copydesk.article import Span, Stretches

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(0, 8))


@given(st.lists(SPANS), SPANS)
def test_the_answer_is_that_of_asking_each(spans: list[Span], asked: Span) -> None:
    stretches = Stretches(spans)
    assert stretches.contain(asked) == any(span.contains(asked) for span in spans)
    assert stretches.overlap(asked) == any(span.overlaps(asked) for span in spans)
    assert stretches.hold(asked.start) == any(span.start <= asked.start < span.end for span in spans)

"""Text that breaks formats, and an evaluation in which it stands everywhere it can."""

from __future__ import annotations

from collections.abc import Callable

from support.evaluations import Told

HARD = (
    "# heading at the start",
    "- a list\n- of things\n\n1. and another",
    "[link](x) ![picture](y) <b>bold</b> **bold** _it_ `code` ~~gone~~",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "{{ 7 * 7 }} {% for x in y %} {# comment #} {_{ x }_} {_% %_}",
    "P&P &amp; &lt; <script>alert(1)</script> \"double\" and 'single'",
    "Àrd-sgoil, tha e math 🎉 הערה \u202eabc",
    "    four spaces\n\tand a tab",
    "```\nfence\n```\n---\n===\n> quote",
    "ends with a backslash \\",
    "a\\|b \\* $x$ http://a_b.c/d_e #let x = 1 @kq01 <kq01> //no comment /* nor this */",
    "[kq01]: https://example.org",
    '=HYPERLINK("http://example.org";"press") +1 -1 @SUM(A1) =cmd|\' /C calc\'!A0',
    '_x0041_ ]]> <!-- --> <w:br/> #eval("1") \\u{41}',
    "Year\tOn track\tOf\nS1\t200\t212\nS2\t187\t203",
    "x" * 10_000,
)


def noted(text: str, tell: Callable[..., Told]) -> Told:
    """An evaluation of one item, with `text` in every place that a leader can fill."""
    answer = {"rating": "amber", "notes": [text], "steps": [text]}
    said = {"outcome": text, "lead": text, "source": text}
    return tell(
        profile={"school": text, "role": text},
        answers={"kq13": answer},
        priorities=["kq13"],
        plan={"kq13": said},
    )

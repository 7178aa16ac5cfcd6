"""The one place that calls typst: a source and its data become a PDF or a picture.

The fonts of the machine are looked up once. A character that none of them has is
spelt out by its name, as an accessible PDF must not hold what cannot be shown.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    import typst

FONTS: Final = ("Arial", "Liberation Sans", "Helvetica", "DejaVu Sans", "Libertinus Serif")
"""The first of these that is there is used; the last comes with typst."""

# What every font at hand has; all else is tried before a whole report is set.
_COMMON: Final = re.compile("[\t\n\x20-\x7e\xa0-\u017f–—‘’“”•…€]")
_MISSING: Final = re.compile(r"the text `\"(.+?)\"` could not be displayed")
_CODE: Final = re.compile(r"\\u\{([0-9a-f]+)\}")
_PROBE: Final = b'#set document(title: "-")\n#for one in sys.inputs.letters.clusters() [#one \\ ]'


def typeset(
    source: bytes, form: Literal["pdf", "png"], inputs: Mapping[str, str], **how: Any
) -> bytes:
    """`source` with `inputs` as the content of a file."""
    made = _compiler().compile(input=source, format=form, sys_inputs=dict(inputs), **how)
    # A picture of several pages would come as a list; ours have one.
    assert isinstance(made, bytes)
    return made


def unshown(text: str) -> dict[str, str]:
    """The characters of `text` that no font here has, each with its name in brackets."""
    import typst

    found: dict[str, str] = {}
    rare = dict.fromkeys(_COMMON.sub("", text))
    while rare:
        try:
            typeset(_PROBE, "pdf", {"letters": "\n".join(rare)}, pdf_standards=["ua-1"])
        except typst.TypstError as error:
            named = _MISSING.search(str(error))
            said = _CODE.sub(lambda code: chr(int(code[1], 16)), named[1]) if named else ""
            # Where it is not told which, none of them is trusted.
            lost = [letter for letter in rare if letter in said] or list(rare)
            for letter in lost:
                found[letter] = f"[{unicodedata.name(letter, f'U+{ord(letter):04X}').lower()}]"
                del rare[letter]
        else:
            break
    return found


@cache
def _compiler() -> typst.Compiler:
    import typst

    return typst.Compiler()

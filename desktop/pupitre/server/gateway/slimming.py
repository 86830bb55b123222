"""The widget's modules made one script, without what only people who read them need."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import chain, product
from string import ascii_letters

_IMPORT = re.compile(r"^import .*;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=async |function |class |const |let )", re.MULTILINE)
_COMMENT = re.compile(r"^ *(?://|/\*\*).*\n", re.MULTILINE)
_REMARK = re.compile(r"(?<=[;,{}\])]) +// .*$", re.MULTILINE)
"""A comment after code; a text may hold two slashes, but no text ends a line."""
_MARGIN = re.compile(r"^[ \n]+", re.MULTILINE)
_STYLES = re.compile(r"`\n[^`]*`")
"""Of all template texts, only style sheets begin with a new line."""
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_CSS_BLANK = re.compile(r"\s*([{};,])\s*|(:) ")
_PRIVATE = re.compile(r"(?:this\.|^(?:async |get |set )?)#(\w+)", re.MULTILINE)
_COLOUR = re.compile(r"[0-9a-f]{3,8}")
"""What stands after `#` in a style sheet, too."""


def joined(modules: Iterable[str]) -> str:
    """Make one script of several modules, which must not share a name at their top level."""
    whole = "".join(slimmed(_EXPORT.sub("", _IMPORT.sub("", module))) for module in modules)
    return _abbreviated(whole)


def slimmed(script: str) -> str:
    """Leave out comments, indentation and empty lines, also of style sheets."""
    bare = _MARGIN.sub("", _REMARK.sub("", _COMMENT.sub("", script)))
    return _STYLES.sub(lambda found: _slim_styles(found[0]), bare)


def _slim_styles(styles: str) -> str:
    return _CSS_BLANK.sub(lambda found: found[1] or found[2], _CSS_COMMENT.sub("", styles))


def _abbreviated(script: str) -> str:
    """Give private names one or two letters; nobody outside their class can say them."""
    names = [name for name in _PRIVATE.findall(script) if not _COLOUR.fullmatch(name)]
    letters = chain(ascii_letters, ("".join(pair) for pair in product(ascii_letters, repeat=2)))
    short = {name: next(letters) for name, _ in Counter(names).most_common()}
    private = re.compile(r"#(\w+)\b")
    return private.sub(lambda found: f"#{short.get(found[1], found[1])}", script)

"""Pasted text cut into pieces at its numbers and headings, each as deep as its numbering says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from models.fold import fold
from models.minutes.naming import is_heading


@dataclass
class Piece:
    """A piece of the text with its marker: the kind of numbering, the number, the lines of its paragraphs."""

    style: str = ""
    token: str = ""
    paragraphs: list[list[str]] = field(default_factory=lambda: [[]])

    def may_end(self) -> bool:
        """Tell whether what comes next may be something new: after a blank line or a full sentence."""
        lines = self.paragraphs[-1]
        return ended(lines[-1]) if lines else any(self.paragraphs) or not self.style

    def text(self) -> str:
        """Give the paragraphs, each on a line of its own."""
        return "\n".join(" ".join(lines) for lines in self.paragraphs if lines)


HEADED, BELOW = "heading", "below a heading"  # pieces without a number
# What stands for a kind of numbering, the more telling first; the group is the number itself.
_NAMES = "Điều|Mục|Khoản|Chương|Phần|Kết luận|Nội dung|Article|Section|Item|Conclusion|Part"
_WORDS = f"{_NAMES}|{_NAMES.upper()}"
_MARKERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("word", re.compile(rf"((?:{_WORDS})\s+(?:\d{{1,3}}|[IVX]{{1,6}}))(?:\s?[.:)](?:\s+|$)|\s[-–—]\s+|$)")),
    ("han", re.compile(r"[（(]?(第?[一二三四五六七八九十]{1,3})(?:条|、|[)）])\s*")),
    ("roman", re.compile(r"\(?([IVX]{1,6})\s?(?:[.)/]|\s[-–—])(?:\s+|$)")),
    ("deep", re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})[.)]?(?:\s+|$)")),
    ("number", re.compile(r"\(?(\d{1,3})(?:[.)/]\)?|\s[-–—])(?:\s+|$)")),
    ("small roman", re.compile(r"\(?([ivx]{2,5})[.)](?:\s+|$)")),
    ("letter", re.compile(r"\(?([a-zđ])[.)](?:\s+|$)")),
    ("capital", re.compile(r"\(?([A-HĐ])[.)](?:\s+|$)")),
    ("bullet", re.compile(r"([-–—•+*●○▪■◦·➢✓\uf0b7\uf0a7])(?:\s+|(?=[^\W\d_]))")),
)
_ALPHABET = "abcdđefghijklmnopqrstuvwxyz"
_HAN = "一二三四五六七八九十"
_FARTHEST = 3  # numbers that may be left out between two points before "30." is taken for the end of a date
_FULL_LINE = 60  # letters; a line of so many may have been cut where the page ended
_LONG_LINE = 120  # letters; lines longer than this were not cut by a printed page


def pieces(text: str) -> Iterator[Piece]:
    """Cut the text at its numbers and headings; lines that a page or a column broke are put together again."""
    lines = [" ".join(line.split()) for line in re.split(r"\r\n|[\n\r\f\v\x85\u2028\u2029]", text)]
    block, last = Piece(), _Last()
    whole_lines = any(len(line) > _LONG_LINE for line in lines)
    for line in lines:
        style, token, rest = last.read(line, block)
        if style or (line and block.may_end() and is_heading(line)):
            yield block
            block = Piece(style or HEADED, token)
        elif block.style in (HEADED, BELOW) and block.may_end() and line:
            yield block
            block = Piece(BELOW)
        elif (not line or whole_lines) and block.paragraphs[-1]:
            block.paragraphs.append([])
        if rest:
            block.paragraphs[-1].append(rest)
    yield block


class _Last:
    """Remembers the numbers read so far, so that "30. Hai bên" at the turn of a line is not taken for a number."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[int, ...]] = {}

    def read(self, line: str, before: Piece) -> tuple[str, str, str]:
        """Give kind of numbering, number and rest of a line after a piece; nothing where it begins without one."""
        fresh = before.may_end()
        for style, pattern in _MARKERS:
            found = pattern.match(line)
            if not found:
                continue
            token, rest = found[1], line[found.end() :]
            if style == "bullet":
                return (f"bullet {token}", "", rest) if _lists(token, before) else ("", "", line)
            if style == "word":
                style = f"word {fold(token.rsplit(None, 1)[0])}"
            if style == "deep":
                style = f"deep {token.count('.')}"
            value = _value(style, token)
            if self._follows(style, value, fresh) and (rest or fresh or not style.startswith("word")):
                self._last[style] = value
                return style, token, rest
        return "", "", line

    def _follows(self, style: str, value: tuple[int, ...], fresh: bool) -> bool:
        last = self._last.get(style)
        if style.startswith("deep"):
            if last and last[:-1] == value[:-1]:
                return 0 < value[-1] - last[-1] <= _FARTHEST
            return fresh or (value[-1] == 1 and self._last.get("number", value)[:1] == value[:1])
        if last is None:
            return value == (1,) or (fresh and style not in ("letter", "capital"))
        return value == (1,) or 0 < value[0] - last[0] <= _FARTHEST


def _lists(sign: str, before: Piece) -> bool:
    """Tell whether a sign begins a point; a dash after a full line may stand between two names."""
    lines = before.paragraphs[-1]
    if sign not in "-–—" or before.may_end() or before.style == f"bullet {sign}" or not lines:
        return True
    return len(lines[-1]) < _FULL_LINE or lines[-1].endswith((":", ","))


def _value(style: str, token: str) -> tuple[int, ...]:
    if style.startswith("deep"):
        return tuple(int(each) for each in token.split("."))
    last = token.split()[-1]
    if last.isdigit():
        return (int(last),)
    if style == "han":
        return (_HAN.index(last.lstrip("第")[-1]) + 1 + 10 * (len(last.lstrip("第")) - 1),)
    if style in ("letter", "capital"):
        return (_ALPHABET.index(last.lower()) + 1,)
    worth = {"i": 1, "v": 5, "x": 10}
    figures = [worth[letter] for letter in last.lower()]
    return (sum(-one if one < after else one for one, after in pairwise([*figures, 0])),)


# How deep a kind of numbering usually lies; kinds of one depth lie in each other as they come.
_DEPTHS = {"word phan": 0, "word chuong": 1, "word muc": 2, "capital": 3, "roman": 3, "han": 3, "word": 3, HEADED: 4}
_DEPTHS |= {BELOW: 5, "number": 5, "deep": 6, "letter": 7, "small roman": 8, "bullet": 9}


def depths(blocks: Sequence[Piece]) -> list[int]:
    """Give how deep each block lies; what stands before the first number lies outside of all."""
    inside: list[tuple[int, str]] = []
    found = []
    for block in blocks:
        depth = _DEPTHS.get(block.style, _DEPTHS.get(block.style.split()[0], 0)) if block.style else -1
        known = [style for _, style in inside]
        if block.style in known:
            del inside[known.index(block.style) :]
        else:
            while inside and (inside[-1][0] > depth or (inside[-1][0] == depth and depth in (4, 5, 6))):
                inside.pop()
        inside.append((depth, block.style))
        found.append(len(inside) if block.style else 0)
    return found


def ended(words: str) -> bool:
    """Tell whether words end as a sentence does."""
    return words.endswith((".", ";", "!", "?", "。", "；"))

"""Keep the Vietnamese catalogue complete: python .ci/catalogue.py update [translations.json …] | check."""

from __future__ import annotations

import ast
import io
import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = Path("resources/i18n/vi.po")
SOURCES = ("gui", "models", "main.py")

# No dates and no places in the code, so that two people's changes meet only where their words do.
HEADER = r"""msgid ""
msgstr ""
"Language: vi\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=1; plural=0;\n"

"""


@dataclass(frozen=True, order=True)
class Message:
    """One text of the program: the words, their plural and the context that tells twins apart."""

    words: str
    plural: str = ""
    context: str = ""

    @property
    def key(self) -> str:
        """Write it as translation files name it: "words", "context|words" or "one||many"."""
        words = f"{self.words}||{self.plural}" if self.plural else self.words
        return f"{self.context}|{words}" if self.context else words


def read_sources(root: Path) -> tuple[set[Message], list[str]]:
    """Collect every marked text of the program, and complaints about calls that can never be translated."""
    found: set[Message] = set()
    complaints: list[str] = []
    for source in SOURCES:
        top = root / source
        for path in sorted(top.rglob("*.py")) if top.is_dir() else [top]:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and _name(node) in ("say", "mark", "say_n") and node.args:
                    message = _message(node)
                    if isinstance(message, Message):
                        found.add(message)
                    elif message:
                        complaints.append(f"{path.relative_to(root).as_posix()}:{node.lineno}: {message}")
    return found, complaints


def _name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def _message(call: ast.Call) -> Message | str:
    """Read the text of one call; a sentence where it cannot be read, "" where it was marked elsewhere."""
    name = _name(call)
    wanted = call.args[: 2 if name == "say_n" else 1]
    texts = [_literal(node) for node in wanted]
    if any(text is None for text in texts):
        made = any(isinstance(part, (ast.JoinedStr, ast.BinOp)) or _formatted(part) for part in wanted)
        if made or name != "say":
            return f'{name}() needs a plain string: say("{{n}} saved").format(n=n)'
        return ""
    context = next((word.value for word in call.keywords if word.arg == "context"), None)
    if name == "mark" and len(call.args) > 1:
        context = call.args[1]
    return Message(texts[0] or "", (texts[1] or "") if name == "say_n" else "", _literal(context) or "")


def _literal(node: ast.AST | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _formatted(node: ast.AST) -> bool:
    """Tell whether a text is filled in before it is translated ("…".format(…) inside the call)."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Constant)
    )


def read_catalogue(path: Path) -> tuple[dict[Message, str], set[Message]]:
    """Read the translations, and which of them are only guesses (fuzzy)."""
    if not path.exists():
        return {}, set()
    with path.open("rb") as file:
        entries = [entry for entry in read_po(file, locale="vi") if entry.id]
    said: dict[Message, str] = {}
    guesses: set[Message] = set()
    for entry in entries:
        one, many = (entry.id, "") if isinstance(entry.id, str) else entry.id
        message = Message(one, many, entry.context or "")
        said[message] = entry.string if isinstance(entry.string, str) else "".join((entry.string or ())[:1])
        if entry.fuzzy:
            guesses.add(message)
    return said, guesses


def render(said: dict[Message, str]) -> str:
    """Write the catalogue as text, in the order of the English words."""
    catalogue = Catalog(locale="vi", fuzzy=False)
    for message in sorted(said):
        words = (message.words, message.plural) if message.plural else message.words
        vietnamese = (said[message],) if message.plural else said[message]
        catalogue.add(words, vietnamese, context=message.context or None)
    out = io.BytesIO()
    write_po(out, catalogue, omit_header=True, no_location=True, width=0)
    return HEADER + out.getvalue().decode("utf-8").strip() + "\n"


def holes(text: str) -> set[str]:
    """Find the places of a text that are filled in, such as {n} and {code}."""
    return set(re.findall(r"(?<!\{)\{(\w*)[^{}]*\}", text))


def check(root: Path = ROOT) -> list[str]:
    """List what keeps the catalogue from being complete and right."""
    found, complaints = read_sources(root)
    path = root / CATALOGUE
    said, guesses = read_catalogue(path)
    complaints += [f"no Vietnamese: {message.key!r}" for message in sorted(found) if not said.get(message)]
    complaints += [f"only a guess (fuzzy): {message.key!r}" for message in sorted(guesses)]
    complaints += [f"no longer used: {message.key!r}" for message in sorted(said.keys() - found)]
    for message in sorted(found & said.keys()):
        if said[message] and holes(said[message]) != holes(message.plural or message.words):
            complaints.append(f"other places to fill in: {message.key!r} → {said[message]!r}")
    if not complaints and path.read_text(encoding="utf-8") != render(said):
        complaints.append("vi.po is not as `update` writes it")
    return complaints


def update(files: list[Path], root: Path = ROOT) -> list[str]:
    """Bring the catalogue to the words of the program; name the keys of the files that no word asks for."""
    path = root / CATALOGUE
    found, _ = read_sources(root)
    said, _ = read_catalogue(path)
    offered: dict[str, str] = {}
    for file in files:
        offered |= json.loads(file.read_text(encoding="utf-8"))
    said = {message: offered.get(message.key) or said.get(message, "") for message in found}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render(said), encoding="utf-8", newline="\n")
    return sorted(offered.keys() - {message.key for message in found})


def main(arguments: list[str]) -> int:
    """Do what the command line asks, and say what is left to do."""
    if arguments[:1] == ["update"]:
        for key in update([Path(name) for name in arguments[1:]]):
            print(f"asked for by nothing: {key!r}")
    elif arguments != ["check"]:
        print(__doc__, file=sys.stderr)
        return 2
    complaints = check()
    print("\n".join(complaints) or "The Vietnamese catalogue is complete.")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

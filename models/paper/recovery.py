"""The sheet on which the recovery code of an encrypted office is printed, to be kept away from the computer."""

from pathlib import Path

from models import days
from models.paper.issuer import letterhead
from models.paper.sheet import Line, Paper, Paragraph, Section
from models.text import mark, say


def recovery_sheet(office: Path, code: str) -> Paper:
    """Put the code on a sheet, with what it opens and what it cannot do."""
    told = Section(
        "",
        (
            Line(say(mark("File of the office")), office.name),
            Line(say(mark("Printed on")), f"{days.today():%d/%m/%Y}"),
            Line(say(mark("Recovery code")), code),
            Paragraph(
                say(
                    mark(
                        "This code opens the encrypted office where its passphrase was forgotten. Keep this sheet "
                        "where only those entitled can reach it, not beside the computer. It ends when a new code is "
                        "made. Without passphrase and code nobody can read the data any more, nor can the makers of "
                        "the program."
                    )
                )
            ),
        ),
    )
    return Paper(letterhead=letterhead(), title=say(mark("Recovery code")), sections=(told,))

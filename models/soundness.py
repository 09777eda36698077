"""Whether the open office is sound: every page, foreign key and the search index."""

from models import engine


def is_whole() -> bool:
    """Tell whether every page of the open office can be read and is built as it has to be."""
    try:
        return engine.rows("PRAGMA quick_check") == [("ok",)]
    except engine.DatabaseError:
        return False


def faults() -> list[str]:
    """Check every page, foreign key and the search index of the open office; give what is wrong."""
    try:
        found = [told for (told,) in engine.rows("PRAGMA integrity_check") if told != "ok"]
        found += [f"{table} {row} → {parent}" for table, row, parent, _ in engine.rows("PRAGMA foreign_key_check")]
    except engine.DatabaseError as error:
        return [str(error)]
    try:
        with engine.apart(engine.office()) as ask:
            ask("SELECT count(*) FROM search_index WHERE search_index MATCH 'a*'")
    except engine.DatabaseError as error:
        found.append(f"search index: {error}")
    return found

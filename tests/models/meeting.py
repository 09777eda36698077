"""A session with five parties, as several tests need it."""

from typing import Any

from models import store
from models.conclusions import Conclusion
from models.mechanisms import Mechanism
from models.sessions import Participant, Session, SessionParty
from models.units import Unit

THEIRS = "Tỉnh Vân Nam"
OURS = ("Tỉnh Lai Châu", "Tỉnh Điện Biên", "Tỉnh Lào Cai", "Tỉnh Tuyên Quang")


def mechanism(unit: Unit) -> Mechanism:
    made = Mechanism.blank(
        name="Nhóm công tác liên hợp năm tỉnh", type="ncth", countries=["CN"], lead=unit.id, pillar="NHA_NUOC"
    )
    store.save(made)
    return made


def session_eleven(series: Mechanism, **values: Any) -> Session:
    """Session 11 of five provinces, its minutes signed."""
    made = Session.blank(mechanism=series.id, ordinal=11, state="MINUTES_SIGNED", **values)
    made.starts, made.ends, made.minutes_signed_on = "2026-10-29", "2026-10-30", "2026-10-30"
    made.parties = [
        *(SessionParty(side="OURS", name=name, signatory="Giàng A Tính", position="Phó Chủ tịch") for name in OURS),
        SessionParty(side="THEIRS", name=THEIRS, signatory="Lưu Dũng"),
    ]
    made.participants = [
        Participant(side="OURS", name="Giàng A Tính", position="Phó Chủ tịch UBND tỉnh Lai Châu", role="CO_CHAIR"),
        Participant(side="THEIRS", name="Lưu Dũng", position="Phó Tỉnh trưởng", role="CO_CHAIR"),
    ]
    store.save(made)
    loaded = store.load("session", made.id)
    assert isinstance(loaded, Session)
    return loaded


def concluded(session: Session, count: int = 3) -> list[Conclusion]:
    made = []
    for n in range(1, count + 1):
        each = Conclusion.blank(session=session.id, number=str(n), field_of="y_te", content=f"Nội dung thứ {n}")
        store.save(each)
        made.append(each)
    return made

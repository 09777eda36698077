"""A whole agreement to walk through its life, as several tests need it."""

from models import store
from models.agreements import Agreement, OpinionRow, Party
from models.partners import Partner
from models.units import Unit

DECISION = {"decision_number": "77/QĐ", "decision_date": "2026-02-20"}


END = {"end_number": "4/QĐ", "end_date": "2026-09-01"}


def parties() -> list[Party]:
    return [
        Party(side="OURS", name="UBND tỉnh Điện Biên", signatory="Lê Thành Đô", position="Chủ tịch"),
        Party(side="THEIRS", name="Chính quyền Phông Sa Lỳ", signatory="Khamphoy Vannasane", position="Tỉnh trưởng"),
    ]


def opinions(answer: str = "AGREE") -> list[OpinionRow]:
    return [
        OpinionRow(body="Bộ Ngoại giao", asked_on="2026-02-01", due_on="2026-02-10", answer=answer),
        OpinionRow(body="Bộ Công an", asked_on="2026-02-01", due_on="2026-02-10", answer="AGREE_NOTES"),
    ]


def whole(partner: Partner, unit: Unit) -> Agreement:
    """A saved agreement with everything a step may ask for."""
    agreement = Agreement.blank(
        name="Bản ghi nhớ hợp tác",
        proposer=unit.id,
        signed_as="UBND_TINH",
        type="ban_ghi_nho",
        countries=["LA"],
        fields=["y_te"],
        term="5 năm",
        approved_by="CT_UBND",
        authorised=False,
        in_plan=True,
        draft_ready=True,
        opinion_asked_on="2026-02-01",
        signed_on="2026-03-05",
        signed_at="Điện Biên Phủ",
        effective_on="2026-03-05",
        valid_until="2031-03-05",
        suspended_from="2026-09-01",
        suspended_until="2026-12-31",
        consent_number="1/TTg",
        consent_date="2026-03-01",
        **DECISION,
        **END,
    )
    agreement.parties, agreement.opinions = parties(), opinions()
    store.save(agreement)
    agreement.replaced_by = agreement.id
    store.save(agreement)
    return agreement

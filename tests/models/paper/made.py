"""A small office with records of every kind that is printed, for the tests of papers, boxes and lists."""

from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from models import days, store
from models.actions import FollowUp
from models.agreements import Agreement, Amendment, OpinionRow, Party
from models.delegations import Delegation, Member
from models.kinds import PAGES
from models.office import Office
from models.partners import Partner
from models.record import Record
from models.units import Unit

R = TypeVar("R", bound=Record)
TODAY = date(2026, 3, 20)


@dataclass
class Made:
    """The records that were made."""

    visit: Delegation
    agreement: Agreement
    actions: list[FollowUp]
    partner: Partner
    unit: Unit


def make(members: int = 12) -> Made:
    """Fill the open office; today is set to 20/03/2026."""
    days.set_today(TODAY)
    store.save(
        Office.blank(
            name="Sở Ngoại vụ", superior="UBND tỉnh Lai Châu", province="Lai Châu", place="Lai Châu",
            symbol="BC-SNgV", director="Nguyễn Văn Đức", deputy="Trần Thị Hạnh", signs_as="KT",
            recipients="- UBND tỉnh (b/c);\n- Lưu: VT, HTQT.",
        )
    )  # fmt: skip
    unit = _saved(Unit.blank(name="Sở Ngoại vụ tỉnh Lai Châu", level="so"))
    trade = _saved(Unit.blank(name="Sở Công Thương", level="so"))
    partner = _saved(
        Partner.blank(name="Chính quyền tỉnh Phông Sa Lỳ", native="ແຂວງຜົ້ງສາລີ", type="chinh_quyen_tinh", country="LA")
    )
    agreement = _saved(_agreement(unit, partner))
    visit = _saved(_visit(unit, partner, members))
    actions = [_saved(action) for action in _actions(unit, trade, partner, agreement, visit)]
    return Made(visit, agreement, actions, partner, unit)


def _saved(record: R) -> R:
    store.save(record)
    return record


def _visit(unit: Unit, partner: Partner, members: int) -> Delegation:
    made = PAGES["inbound"].blank()
    assert isinstance(made, Delegation)
    for name, value in {
        "name": "Đoàn đại biểu cấp cao tỉnh Phông Sa Lỳ (CHDCND Lào)", "partner": partner.id, "countries": ["LA"],
        "starts": "2026-03-05", "ends": "2026-03-07", "persons": max(members, 1), "level": "lanh_dao_tinh",
        "admin_level": "tinh", "purpose": "hoi_dam", "fields": ["bien_gioi", "kinh_te_tm", "gddt"],
        "pillar": "NHA_NUOC", "funding": "ns_tinh", "in_plan": True, "entry_gate": "Tây Trang",
        "places": "Phường Tân Phong; xã Sìn Hồ", "host_units": [unit.reference],
        "host_leader": "Đồng chí Chủ tịch UBND tỉnh",
        "content": "Hội đàm thường niên giữa hai tỉnh; trao đổi về quản lý biên giới, mở cặp cửa khẩu phụ, "
        "tiếp nhận lưu học sinh Lào và hợp tác thương mại giai đoạn 2026 – 2030.",
        "request_number": "125/SNgV-HTQT", "request_date": "2026-02-10", "request_issuer": "Sở Ngoại vụ",
        "permit_number": "480/UBND-NC", "permit_date": "2026-02-20", "permit_issuer": "UBND tỉnh",
        "report_number": "12/BC-SNgV", "report_date": "2026-03-15",
        "result": "Hai bên thống nhất ký biên bản hội đàm.", "state": "REPORTED",
    }.items():  # fmt: skip
        setattr(made, name, value)
    made.members = [
        Member(
            name=f"Khamphoy Vannasan {place}" if place > 1 else "Khamphoy Vannasan",
            position="Tỉnh trưởng tỉnh Phông Sa Lỳ" if place == 1 else "Chuyên viên, Sở Ngoại vụ Phông Sa Lỳ",
            is_head=place == 1, role="HEAD" if place == 1 else "MEMBER", passport=f"P12345{place:02d}",
            born="1970-05-04",
        )
        for place in range(1, members + 1)
    ]  # fmt: skip
    return made


def _agreement(unit: Unit, partner: Partner) -> Agreement:
    made = PAGES["agreement"].blank()
    assert isinstance(made, Agreement)
    for name, value in {
        "proposer": unit.id, "signed_as": "UBND_TINH", "type": "ban_ghi_nho", "countries": ["LA"],
        "name": "Bản ghi nhớ về hợp tác giữa tỉnh Lai Châu và tỉnh Phông Sa Lỳ giai đoạn 2025 – 2030",
        "fields": ["bien_gioi", "gddt"], "signed_on": "2025-04-10", "signed_at": "Lai Châu",
        "effective_on": "2025-04-10", "valid_until": "2030-04-10", "term": "05 năm, tự động gia hạn",
        "notice_days": 180, "approved_by": "CT_UBND", "authorised": False, "in_plan": True,
        "opinion_asked_on": "2025-02-03", "decision_number": "321/QĐ-UBND", "decision_date": "2025-03-28",
        "copy_number": "77/SNgV-HTQT", "copy_date": "2025-04-22", "custody": "Sở Ngoại vụ",
        "languages": "Việt, Lào", "result": "Năm 2025 đã tiếp nhận 10 lưu học sinh; tổ chức 02 đợt tuần tra chung.",
        "commitments": "Mỗi năm hội đàm một lần, luân phiên.\nHằng năm nhận 10 lưu học sinh.", "state": "IN_FORCE",
    }.items():  # fmt: skip
        setattr(made, name, value)
    made.parties = [
        Party(side="OURS", unit=unit.id, name="UBND tỉnh Lai Châu", signatory="Lê Văn Lương", position="Chủ tịch"),
        Party(side="THEIRS", partner=partner.id, signatory="Khamphoy Vannasan", position="Tỉnh trưởng"),
    ]
    made.opinions = [
        OpinionRow(body="Bộ Ngoại giao", asked_on="2025-02-03", answered_on="2025-02-20", answer="AGREE_NOTES"),
        OpinionRow(body="Bộ Công an", asked_on="2025-02-03", answered_on="2025-02-25", answer="AGREE"),
    ]
    made.amendments = [Amendment(number="01/PL", dated="2025-12-01", content="Bổ sung lĩnh vực y tế")]
    return made


def _actions(unit: Unit, trade: Unit, partner: Partner, agreement: Agreement, visit: Delegation) -> list[FollowUp]:
    told = (
        ("Khảo sát, thống nhất vị trí mở lối thông quan", trade, "2026-03-10", visit, "DOING", 40),
        ("Tham mưu tiếp nhận 10 lưu học sinh Lào năm học 2026 – 2027", unit, "2026-03-25", agreement, "NEW", 0),
        ("Dự thảo chương trình hội đàm năm 2027", unit, "2026-12-01", visit, "DOING", 10),
        ("Gửi biên bản hội đàm song ngữ cho phía bạn", unit, "2026-03-12", visit, "DONE", 100),
    )
    made = []
    for name, lead, due, source, state, progress in told:
        action = PAGES["action"].blank()
        assert isinstance(action, FollowUp)
        action.name, action.lead, action.due_on, action.progress = name, lead.id, due, progress
        action.source, action.cooperating = [source.reference], [trade.reference] if lead is unit else []
        action.fields, action.assigned_on, action.counterpart = ["bien_gioi"], "2026-03-08", partner.id
        action.state = state
        if state == "DONE":
            action.result, action.done_on, action.confirmed_by = "Đã gửi", "2026-03-11", "Trần Thị Hạnh"
        made.append(action)
    return made

"""An office with meetings, aid, exchanges, classes and gates, in which every figure of them is checked by hand."""

from typing import Any

from models import store
from models.aid import Disbursement
from models.gates import GateChange
from models.partners import Partner
from models.record import Record
from tests.models.reports.small import put, spoil


def fill() -> None:
    """Fill the open office."""
    mechanisms = _mechanisms()
    _sessions(mechanisms[1])
    _aid()
    _exchanges(mechanisms[2])
    _conferences()
    _training()
    _gates()
    _surveys()
    _entered()


def _mechanisms() -> dict[int, Record]:
    def series(number: int, state: str, kind: str, since: str | None, **more: Any) -> Record:
        told = more.pop("told", None)
        return put("mechanism", f"2025-{number:03}-CC", state, told, name=f"Cơ chế {number}", type=kind, since=since)

    made = {
        1: series(1, "ACTIVE", "ncth", "2010"),
        2: series(2, "ACTIVE", "su_kien_ln", None),
        3: series(3, "ACTIVE", "hoi_cho", "2025-12-31"),
        4: series(4, "ACTIVE", "hoi_dam_bg", "2026"),  # not set up yet
        5: series(5, "DORMANT", "hoi_dam_tinh", "2010", told="2025-12-31"),
        6: series(6, "ENDED", "dien_dan", "2010", told="2026-01-01"),  # at work on the last day
    }
    spoil(series(7, "ACTIVE", "ncth", None), "draft", 1)
    spoil(series(8, "ACTIVE", "hoi_cho", None), "removed_at", "2025-06-03T08:00")
    return made


def _sessions(mechanism: Record) -> None:
    def meet(number: int, state: str, starts: str | None, signed: str | None = None, **more: Any) -> Record:
        values = {"mechanism": mechanism.id, "starts": starts, "minutes_signed_on": signed} | more
        return put("session", f"2025-{number:03}-PH", state, name=f"Phiên {number}", ordinal=number, **values)

    def minutes(number: int, signed: str, kind: str = "bb_phien_hop", **more: Any) -> Record:
        values = {"signed_on": signed, "signed_as": "UBND_TINH", "type": kind, "countries": ["CN"]} | more
        return put("agreement", f"2025-{number:03}-TT", "IN_FORCE", name=f"Biên bản {number}", **values)

    linked = minutes(101, "2025-10-30")
    minutes(102, "2025-05-05", "bb_hoi_dam")  # of no session: counts by itself
    minutes(103, "2024-05-05", "bb_hoi_dam")
    minutes(104, "2025-05-05", "bb_hoi_nghi", signed_as="TRUNG_UONG")
    minutes(105, "2025-05-05", "ban_ghi_nho")
    meet(1, "MINUTES_SIGNED", "2025-10-29", "2025-10-30", documents=[linked.reference])
    meet(2, "HELD", "2025-05")
    meet(3, "CLOSED", "2024-12-31", "2025-01-01")  # held before, signed in the period
    meet(4, "PLAN_ISSUED", "2025-12-31", "2026-01-01")  # held in the period, signed after
    meet(5, "CONFIRMED", "2025-06-01")
    meet(6, "POSTPONED", "2025-06-01")
    spoil(meet(7, "HELD", "2025-06-01"), "draft", 1)
    spoil(meet(8, "MINUTES_SIGNED", "2025-06-01", "2025-06-02"), "removed_at", "2025-06-03T08:00")
    meet(9, "HELD", "2026")


def _aid() -> None:
    def grant(number: int, state: str, way: str, approved: str | None, **more: Any) -> Record:
        values = {"direction": way, "approval_date": approved, "donor_kind": "dsq", "sectors": ["y_te"]} | more
        return put("aid", f"2025-{number:03}-VT", state, name=f"Khoản {number}", **values)

    usd = {"currency": "USD", "rate": 25000}
    dong = {"currency": "VND"}
    paid = [
        Disbursement(paid_on="2025-03-01", amount=1000, currency="USD", rate=25000),
        Disbursement(paid_on="2025-12-31", amount=5_000_000, currency="VND"),
        Disbursement(paid_on="2026-01-01", amount=9_000_000, currency="VND"),
        Disbursement(paid_on="2025-06-01", amount=700, currency="EUR"),
    ]
    two = ["y_te", "giao_duc"]
    grant(1, "IMPLEMENTING", "IN", "2025-01-01", committed=10_000, disbursements=paid, sectors=two, **usd)
    grant(2, "APPROVED", "IN", "2025-12-31", committed=30_000_000, qualifier="HON", donor_kind="pcpnn", **dong)
    grant(3, "FINISHED", "IN", None, starts="2025-02", committed=500, currency="EUR", donor_kind="pcpnn")
    grant(4, "IMPLEMENTING", "IN", "2024-12-31", starts="2025-01-05", committed=77, disbursements=_late(), **dong)
    grant(5, "MOBILISING", "IN", None, starts="2025-02-01", committed=99, **dong)
    grant(6, "REJECTED", "IN", None, starts="2025-02-01", committed=99, **dong)
    spoil(grant(7, "APPROVED", "IN", "2025-02-01", committed=99, disbursements=_late(), **dong), "draft", 1)
    spoil(grant(8, "APPROVED", "IN", "2025-02-01", committed=99, **dong), "removed_at", "2025-06-03T08:00")
    given = {"donor_kind": "ubnd_tinh", "sectors": ["nong_nghiep"]}
    grant(9, "SETTLED", "OUT", "2025-05-05", committed=2_490_000_000, area_ha=6.5, models_count=4, **given, **dong)
    grant(10, "TERMINATED", "OUT", "2025-05-06", area_ha=10, models_count=1, **given)
    grant(11, "APPROVED", "OUT", "2026-01-01", committed=5, area_ha=1, **given, **dong)


def _late() -> list[Disbursement]:
    return [Disbursement(paid_on="2025-07-01", amount=40, currency="VND")]


def _exchanges(series: Record) -> None:
    def event(number: int, state: str, starts: str, **more: Any) -> Record:
        values = {"type": "van_nghe", "pillar": "NHAN_DAN", "countries": ["CN"], "starts": starts} | more
        return put("exchange", f"2025-{number:03}-GL", state, name=f"Giao lưu {number}", **values)

    event(1, "HELD", "2025-03-03", mechanism=series.id, yearly=True)
    event(2, "REPORTED", "2025", countries=["CN", "LA"], pillar="DANG", yearly=True)
    event(3, "PLANNED", "2025-03-03", yearly=True)
    bulk = {"activities": 30, "qualifier": "HON", "source": "LHHN", "countries": ["LA", "JP"]}
    event(4, "HELD", "2025-01-01", ends="2025-12-31", **bulk)
    event(5, "HELD", "2025-06-01", ends="2026-01-01", activities=100, source="Báo cáo")  # not wholly inside
    event(6, "HELD", "2025-01-01", ends="2025-10-30", activities=548, scope="hai_ben", source="Phiên 11", yearly=True)
    spoil(event(7, "HELD", "2025-03-03"), "draft", 1)
    spoil(event(8, "HELD", "2025-03-03"), "removed_at", "2025-06-03T08:00")
    event(9, "HELD", "2025-12-30", ends="2026-01-02", scope="tinh")  # one event that runs on counts where it began
    event(10, "HELD", "2024-12-31")


def _conferences() -> None:
    def talk(number: int, state: str, starts: str, part: str, **more: Any) -> Record:
        return put(
            "conference", f"2025-{number:03}-HN", state, name=f"Hội thảo {number}", type=part, starts=starts, **more
        )

    talk(1, "HELD", "2025-04-01", "ORGANISE", delegates=200, qualifier="HON")
    talk(2, "REPORTED", "2025-11", "ATTEND", vietnamese=3, foreign_here=0, foreign_abroad=7)
    talk(3, "HELD", "2025-12-31", "ORGANISE")  # nobody counted its delegates
    talk(4, "CANCELLED", "2025-04-01", "ORGANISE", delegates=50)
    talk(5, "HELD", "2024", "ORGANISE", delegates=50)
    spoil(talk(6, "HELD", "2025-04-01", "ORGANISE", delegates=50), "draft", 1)
    spoil(talk(7, "HELD", "2025-04-01", "ORGANISE", delegates=50), "removed_at", "2025-06-03T08:00")


def _training() -> None:
    def course(number: int, state: str, way: str, starts: str, kind: str = "ly_luan_ct", **more: Any) -> Record:
        values = {"name": f"Lớp {number}", "direction": way, "starts": starts, "type": kind, "countries": ["LA"]} | more
        return put("training", f"2025-{number:03}-DT", state, **values)

    course(1, "HELD", "RECEIVED", "2022", "hoc_bong", places_a_year=90)  # runs on
    course(2, "HELD", "RECEIVED", "2020-01-01", "hoc_bong", places_a_year=50, ends="2024-12-31")
    course(3, "REPORTED", "RECEIVED", "2025-03-01", classes=3, per_class=30, qualifier="KHOANG", ends="2025-04-01")
    course(4, "HELD", "RECEIVED", "2025-05-01", "tieng_viet", learners=20, ends="2025-05-30")
    course(5, "HELD", "RECEIVED", "2025-06-01", "tieng_viet", ends="2025-06-30")  # nobody counted its learners
    course(6, "HELD", "SENT", "2025-07-01", "dao_tao_nn", learners=22, ends="2025-07-20")
    course(7, "PLANNED", "SENT", "2025-07-01", "dao_tao_nn", learners=5)
    course(8, "HELD", "SENT", "2026-01-01", "dao_tao_nn", learners=5)
    spoil(course(9, "HELD", "RECEIVED", "2025-03-01", learners=9, places_a_year=9), "draft", 1)
    spoil(course(10, "HELD", "RECEIVED", "2025-03-01", learners=9, places_a_year=9), "removed_at", "2025-06-03T08:00")
    course(11, "HELD", "RECEIVED", "2026-01-01", "hoc_bong", places_a_year=7)


def _gates() -> None:
    def gate(number: int, state: str, *changes: tuple[str, str], **more: Any) -> Record:
        rows = [GateChange(changed_on=day, to_state=to, basis="QĐ", source="Báo") for day, to in changes]
        values = {"ours": f"Ta {number}", "theirs": f"Bạn {number}", "type": "loi_mo", "country": "CN"} | more
        return put("gate", f"2025-{number:03}-CK", state, changes=rows, **values)

    gate(1, "OPEN", ("2025-04", "RESTORING"), ("2025", "OPEN"), works="Cầu", works_state="dam_phan")
    gate(2, "OPEN", ("2020", "OPEN"), ("2025-05-01", "SUSPENDED"), ("2026-01-01", "OPEN"))
    gate(3, "RESTORING", works="Cầu", works_state="khoi_cong")  # no history
    gate(4, "OPEN", ("2026-02-01", "OPEN"))  # nothing known of its status before
    gate(5, "OPEN", ("2024-01-01", "SUSPENDED"), ("2024-12-31", "OPEN"))  # restored before
    gate(6, "OPEN", ("2025-01-01", "AGREED"), ("2025-02-01", "OPEN"))  # opened, not restored
    history = (("2025-01-01", "SUSPENDED"), ("2025-02-01", "OPEN"))
    spoil(gate(7, "OPEN", *history, works="Cầu"), "draft", 1)
    spoil(gate(8, "OPEN", *history, works="Cầu"), "removed_at", "2025-06-03T08:00")


def _surveys() -> None:
    def visit(number: int, state: str, purpose: str, level: str, partner: int | None = None) -> Record:
        values: dict[str, Any] = {"countries": ["CN"], "starts": "2025-03-11", "persons": 8, "partner": partner}
        return put(
            "inbound", f"2025-{number:03}-DV", state, name=f"Đoàn {number}", purpose=purpose, level=level, **values
        )

    firm = Partner.blank(name="Công ty Mía đường", type="doanh_nghiep", country="CN")
    store.save(firm)
    visit(1, "REPORTED", "khao_sat", "doanh_nghiep")
    visit(2, "REPORTED", "khao_sat", "chuyen_gia", firm.id)
    visit(3, "REPORTED", "khao_sat", "chuyen_gia")
    visit(4, "REPORTED", "xuc_tien", "doanh_nghiep")
    visit(5, "SUBMITTED", "khao_sat", "doanh_nghiep")


def _entered() -> None:
    def entry(indicator: str, amount: int, nature: str = "PERIOD", **more: Any) -> Record:
        values = {"starts": "2025-01-01", "ends": "2025-12-31", "scope": "tinh", "source": "Báo cáo"} | more
        values = {"qualifier": "EXACT"} | values
        return put("statistic", indicator=indicator, amount=amount, nature=nature, **values)

    entry("I20", 6, "OPENING", qualifier="GAN")
    entry("I40", 50, "PERIOD")  # stands beside the count
    entry("I41", 1_000_000, "OPENING", unit_of_measure="đồng")
    entry("I41", 2000, "OPENING", unit_of_measure="USD")  # never added to the sum in dong
    entry("I50", 70, "OPENING", scope="hai_ben")
    entry("I61", 5, starts="2025-09-01", ends="2025-09-30")  # nothing else is counted in September
    entry("I62", 40, "OPENING")  # nothing is added to a mean
    entry("I34", 3, "OPENING")  # nothing is counted here, and nothing entered is added to what is only counted
    entry("I65", 25, most=40, unit_of_measure="triệu đồng/tháng", qualifier="KHOANG")
    entry("I65", 20, most=30, unit_of_measure="triệu đồng/tháng", ends="2025-06-30")  # an earlier level
    entry("I70", 100, unit_of_measure="USD", qualifier="HON")
    entry("I70", 40, unit_of_measure="USD", ends="2025-06-30")  # told by the whole year
    entry("I70", 7200, unit_of_measure="USD", scope="bon_tinh", starts="2025-06-16", ends="2025-10-30")
    entry("I83", 265, unit_of_measure="km", qualifier="HON", ends="2025-06-30")
    entry("I83", 266, unit_of_measure="km", starts="2025-07-01")

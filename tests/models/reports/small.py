"""A small office in which every figure of a report can be checked by hand."""

from typing import Any

from models import engine, store
from models.agreements import Amendment, Party
from models.delegations import Member
from models.kinds import PAGES
from models.office import Office
from models.partners import Partner
from models.record import Record
from models.units import Unit

UNUSUAL = "Đoàn <khảo sát> & xúc tiến; =1+1"


def put(page: str, code: str = "", state: str | None = None, moved: str | None = None, **values: Any) -> Record:
    """Keep a record as it stands, without walking it through its life."""
    record = PAGES[page].record.blank(**PAGES[page].fixed, **values)
    store.save(record, draft=True)
    table = record._meta.table_name
    engine.execute(f'UPDATE "{table}" SET draft = 0 WHERE id = ?', (record.id,))
    if page != "statistic":
        told = (code, state, moved, record.id)
        engine.execute(f'UPDATE "{table}" SET code = ?, state = ?, state_since = ? WHERE id = ?', told)
    return record


def spoil(record: Record, column: str, value: Any) -> None:
    """Make a record a draft, or removed."""
    engine.execute(f'UPDATE "{record._meta.table_name}" SET {column} = ? WHERE id = ?', (value, record.id))


def fill() -> None:
    """Fill the open office."""
    facts = {"name": "Sở Ngoại vụ", "superior": "UBND tỉnh Lai Châu", "province": "Lai Châu", "symbol": "BC-SNgV"}
    store.save(Office.blank(**facts, director="Kiều Hải Nam", recipients="- UBND tỉnh (b/c);\n- Lưu: VT."))
    unit = Unit.blank(name="Sở Y tế", level="so")
    partner = Partner.blank(name="Tỉnh Vân Nam", type="chinh_quyen_tinh", country="CN")
    for each in (unit, partner):
        store.save(each)
    _inbound(unit, partner)
    _outbound(unit)
    _agreements()
    _actions(unit)
    _openings()


def _inbound(unit: Unit, partner: Partner) -> None:
    def visit(number: int, state: str, starts: str, countries: list[str], persons: int, **more: Any) -> Record:
        values = {
            "purpose": "tham_lam_viec",
            "fields": ["giao_luu"],
            "funding": "dai_tho",
            "partner": partner.id,
        } | more
        values |= {"starts": starts, "countries": countries, "persons": persons, "host_units": [unit.reference]}
        return put("inbound", f"2025-{number:03}-DV", state, name=values.pop("name", f"Đoàn {number}"), **values)

    members = [Member(name="Vương Ninh", is_head=True, passport="E1234567", country="CN")]
    visit(
        1,
        "REPORTED",
        "2025-10-29",
        ["CN"],
        60,
        ends="2025-10-30",
        pillar="DANG",
        purpose="hoi_dam",
        in_plan=True,
        members=members,
    )
    fields = ["nong_nghiep", "dau_tu"]
    visit(2, "ENDED", "2025-03-11", ["CN", "LA"], 8, purpose="khao_sat", fields=fields, in_plan=False, name=UNUSUAL)
    visit(3, "CLOSED", "2024-12-30", ["LA"], 6, ends="2025-01-03")
    visit(4, "REPORTED", "2025-05", ["KR"], 5, level="bao_chi", purpose="bao_chi")
    visit(5, "REPORTED", "2025", ["US"], 2, purpose="bao_chi")
    spoil(visit(6, "REPORTED", "2025-06-01", ["CN"], 10), "draft", 1)
    spoil(visit(7, "REPORTED", "2025-06-02", ["CN"], 20), "removed_at", "2025-06-03T08:00")
    visit(8, "CANCELLED", "2025-07-01", ["CN"], 30)
    visit(9, "SUBMITTED", "2025-08-01", ["CN"], 7)
    visit(10, "ONGOING", "2025-12-31", ["LA", "LA"], 3, ends="2026-01-05")
    visit(11, "REPORTED", "2024", ["CN"], 40)


def _outbound(unit: Unit) -> None:
    def trip(number: int, state: str, starts: str, countries: list[str], persons: int, **more: Any) -> Record:
        values = {"purpose": "hoi_thao", "fields": ["y_te"], "funding": "ns_tinh", "requesting_unit": unit.id} | more
        values |= {"starts": starts, "countries": countries, "persons": persons}
        return put("outbound", f"2025-{number:03}-DR", state, name=f"Đoàn ra {number}", **values)

    first = [Member(name="Hà Trọng Hải", is_head=True), Member(name="Kiều Hải Nam"), Member(name="Lò Thị A")]
    second = [Member(name="KIỀU HẢI NAM", is_head=True), Member(name="Nguyễn B")]
    usd = {"cost": 100, "cost_currency": "USD", "cost_rate": 25000}
    trip(1, "RETURNED", "2025-11-18", ["CN"], 3, ends="2025-11-20", members=first, **usd)
    trip(2, "REPORTED", "2025-10-14", ["CN", "LA"], 9, members=second, cost=1000, cost_currency="CNY")
    trip(3, "APPROVED", "2025-02-01", ["CN"], 4, members=[Member(name="Không Đi")])
    trip(4, "DEPARTED", "2025-04-01", ["LA"], 2, cost=5_000_000, cost_currency="VND")


def _agreements() -> None:
    def deal(number: int, state: str, signed: str | None, since: str | None = None, **more: Any) -> Record:
        values = {"type": "ban_ghi_nho", "signed_as": "UBND_TINH", "countries": ["CN"], "fields": ["y_te"]} | more
        values.setdefault("copy_date", "2025-01-01" if signed and signed < "2025" else None)
        return put(
            "agreement", f"2025-{number:03}-TT", state, since, name=f"Thỏa thuận {number}", signed_on=signed, **values
        )

    parties = [Party(side="OURS", name="UBND tỉnh", signatory="Lê Văn Lương", position="Chủ tịch")]
    deal(1, "IN_FORCE", "2025-04-02", countries=["KR"], copy_date="2025-04-10", parties=parties)
    deal(2, "IN_FORCE", "2022-08-10", countries=["CN", "LA"], effective_on="2022-08-10", valid_until="2026-05-31")
    deal(3, "SIGNED", "2025-12-20", effective_on="2026-01-01")
    deal(4, "SIGNED", "2025-06-01")
    deal(5, "TERMINATED", "2020-01-01", end_date="2026-02-01", copy_date=None)
    deal(6, "TERMINATED", "2020-01-01", end_date="2025-06-30")
    deal(7, "EXPIRED", "2020-01-01", "2026-01-01", valid_until="2025-12-31")
    deal(8, "EXPIRED", "2020-01-01", "2026-01-01", valid_until="2025-12-30")
    deal(9, "IN_FORCE", "2015-05-05", valid_until="2025-06", renews=True)
    deal(10, "IN_FORCE", "2015-05-05", valid_until="2024")
    deal(11, "SUSPENDED", "2020-01-01", suspended_from="2025-11-01", suspended_until="2026-03-01")
    deal(12, "IN_FORCE", "2009-11-18", type="dieu_uoc", signed_as="TRUNG_UONG")
    deal(13, "IN_FORCE", "2019", type="ket_nghia", signed_as="UBND_HUYEN")
    for number in (14, 15):
        deal(number, "IN_FORCE", None, type="ket_nghia_ban", countries=["LA"])
    deal(16, "NEGOTIATING", None)
    longer = [Amendment(number="1", dated="2025-02-01", valid_until="2028-03-01")]
    deal(17, "IN_FORCE", "2020-01-01", valid_until="2028-03-01", amendments=longer)
    deal(18, "IN_FORCE", "2026-01-15")
    spoil(deal(19, "IN_FORCE", "2025-01-01"), "draft", 1)
    spoil(deal(20, "IN_FORCE", "2025-01-01"), "removed_at", "2025-06-03T08:00")
    deal(21, "IN_FORCE", "2025", signed_as="NHIEU_BEN")


def _actions(unit: Unit) -> None:
    def task(number: int, state: str, due: str | None, since: str | None = None, **more: Any) -> Record:
        values = {"assigned_on": "2025-02-01", "fields": ["y_te"], "lead": unit.id, "source_words": "Biên bản"} | more
        return put("action", f"2025-{number:03}-VB", state, since, name=f"Việc {number}", due_on=due, **values)

    task(1, "DONE", "2025-05-01", done_on="2025-05-01")
    task(2, "DONE", "2025-05-01", done_on="2025-05-02")
    task(3, "DONE", "2025-12-01", done_on="2026-01-05", progress=100)
    task(4, "DOING", "2025-12-31", progress=50)
    task(5, "DOING", "2025-12-30", progress=25)
    task(6, "NEW", None)
    task(7, "CANCELLED", "2025-05-01", "2025-08-01", progress=90)
    task(8, "CANCELLED", "2026-03-01", "2026-02-01", progress=10)
    task(9, "CARRIED", "2025-05-01", "2025-10-30")
    task(10, "DONE", "2025-05-01", done_on="2025-05-01", assigned_on="2024-12-31")
    spoil(task(11, "DOING", "2025-05-01"), "draft", 1)
    spoil(task(12, "DOING", "2025-05-01"), "removed_at", "2025-06-03T08:00")
    task(13, "DONE", None, done_on="2025-07-01")


def _openings() -> None:
    def entry(indicator: str, amount: int, qualifier: str = "EXACT", **more: Any) -> Record:
        values = {"starts": "2025-01-01", "ends": "2025-12-31", "scope": "tinh", "source": "Báo cáo"} | more
        return put("statistic", indicator=indicator, amount=amount, qualifier=qualifier, **values)

    entry("I01", 10, ends="2025-06-30", unit_of_measure="đoàn")
    spoil(entry("I01", 1000), "draft", 1)
    spoil(entry("I01", 2000), "removed_at", "2025-06-03T08:00")
    entry("I02", 600, "GAN")
    entry("I02", 9000, "HON", starts="2024-01-01")
    entry("I07:CN", 3)
    entry("I50", 30, "HON")
    entry("I50", 548, scope="hai_ben")
    entry("I41", 226_000_000_000, "HON", unit_of_measure="đồng")
    entry("I70", 100, unit_of_measure="USD")
    entry("I70", 200, "KHOANG", unit_of_measure="đồng")

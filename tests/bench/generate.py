"""A large office of invented delegations, made by bulk inserts: ``python -m tests.bench.generate 100000 FILE``."""

import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from models import engine, store
from models.delegations import Delegation
from models.fold import cut
from models.partners import Partner
from models.store.tables import stored
from models.units import Unit

PLACES = (
    ("Tỉnh Vân Nam", "云南", "CN"),
    ("Châu Hồng Hà", "红河州", "CN"),
    ("Huyện Kim Bình", "金平县", "CN"),
    ("Tỉnh Phông Sa Lỳ", "ຜົ້ງສາລີ", "LA"),
    ("Tỉnh U Đôm Xay", "ອຸດົມໄຊ", "LA"),
    ("Tỉnh Luông Pha Băng", "ຫຼວງພະບາງ", "LA"),
    ("Thành phố Mungyeong", "문경", "KR"),
    ("Tổng Lãnh sự quán Thái Lan", "", "TH"),
)
DEEDS = (
    "hội đàm quản lý biên giới",
    "khảo sát đầu tư",
    "giao lưu văn hóa",
    "ký kết hợp tác",
    "thăm hữu nghị",
    "xúc tiến du lịch",
)
PEOPLE = ("Nguyễn Văn Đức", "Trần Thị Ánh", "Khamphoy Vannasane", "Lưu Phương", "Lò Văn Ước", "Hoàng Gia Long")


def generate(path: Path, count: int) -> None:
    """Make an office with ``count`` delegations, their search text, and eight partners."""
    with store.session(path, create=True):
        partners = [
            store.save(Partner.blank(name=name, native=native, type="chinh_quyen_tinh", country=country)).id
            for name, native, country in PLACES
        ]
        store.save(Unit.blank(name="Sở Ngoại vụ", level="so"))
        chance = random.Random(11)
        with engine.database.atomic():
            _fill(_made(chance, partners, count))
        engine.execute("ANALYZE")


def _made(chance: random.Random, partners: list[int], count: int) -> Iterator[tuple[Delegation, str, str]]:
    for number in range(1, count + 1):
        place = chance.randrange(len(PLACES))
        name = f"Đoàn {PLACES[place][0]} {chance.choice(DEEDS)} lần {chance.randrange(1, 400)}"
        starts = date(2012, 1, 1) + timedelta(days=chance.randrange(5400))
        content = f"Trao đổi về {chance.choice(DEEDS)}, {chance.choice(DEEDS)} với {chance.choice(PLACES)[0]} " * 2
        made = Delegation.blank(
            direction=chance.choice(("in", "out")),
            code=f"{starts.year}-{number:06d}-DV",
            name=name,
            partner=partners[place],
            countries=[PLACES[place][2]],
            head=chance.choice(PEOPLE),
            level="lanh_dao_so",
            admin_level="tinh",
            starts=starts.isoformat(),
            ends=(starts + timedelta(days=2)).isoformat(),
            persons=chance.randrange(2, 60),
            purpose="hoi_dam",
            fields=["bien_gioi", "kinh_te_tm"],
            content=content.strip(),
            funding="ns_tinh",
            in_plan=True,
        )
        made.state, made.uuid = "REPORTED", f"bench-{number}"
        hi = cut(f"{made.code} · {name}")
        yield made, hi, cut(f"{name} · {content} · {made.head} · {' '.join(PLACES[place])}")


def _fill(made: Iterator[tuple[Delegation, str, str]]) -> None:
    engine.execute("CREATE TEMP TABLE staged (record INTEGER, hi TEXT, lo TEXT)")
    columns: list[str] = []
    batch: list[list[Any]] = []
    texts: list[tuple[int, str, str]] = []
    for number, (record, hi, lo) in enumerate(made, 1):
        values = stored(record) | {"version": 1, "id": number}
        columns = columns or list(values)
        batch.append(list(values.values()))
        texts.append((number, hi, lo))
        if len(batch) == 5000:
            _write(columns, batch, texts)
    _write(columns, batch, texts)
    engine.execute("INSERT INTO search_row (kind, record, hi, lo) SELECT 'delegation', record, hi, lo FROM staged")
    engine.execute("DROP TABLE staged")
    engine.execute(
        "INSERT INTO link (from_kind, from_id, field, to_kind, to_id, position) "
        "SELECT 'delegation', id, 'host_units', 'unit', 1, 0 FROM delegation"
    )


def _write(columns: list[str], batch: list[list[Any]], texts: list[tuple[int, str, str]]) -> None:
    cursor = engine.database.cursor()
    names = ", ".join(f'"{column}"' for column in columns)
    cursor.executemany(f"INSERT INTO delegation ({names}) VALUES ({', '.join('?' * len(columns))})", batch)
    cursor.executemany("INSERT INTO staged VALUES (?, ?, ?)", texts)
    batch.clear()
    texts.clear()


if __name__ == "__main__":
    generate(Path(sys.argv[2]), int(sys.argv[1]))

"""The tile map: every prefecture once, about where it lies, in a class that its value proves."""

from __future__ import annotations

import pytest

from macros.model.evidence import PREFECTURES, Column, Row, Statistic
from macros.model.knowledge import Citation
from macros.tiles import layout, short_name, tile_maps


@pytest.mark.parametrize("wide", [False, True])
def test_every_prefecture_has_a_square_of_its_own(wide) -> None:
    places = layout(wide)
    assert set(places) == set(PREFECTURES)
    assert len(set(places.values())) == 47
    assert max(x for x, _ in places.values()) < (12 if wide else 6)


@pytest.mark.parametrize(("north", "south"), [
    ("北海道", "青森県"), ("青森県", "岩手県"), ("埼玉県", "東京都"), ("東京都", "神奈川県"), ("島根県", "広島県"), ("愛媛県", "高知県"), ("熊本県", "鹿児島県"),
])
@pytest.mark.parametrize("wide", [False, True])
def test_north_is_above_south(wide, north, south) -> None:
    assert layout(wide)[north][1] < layout(wide)[south][1]


@pytest.mark.parametrize(("west", "east"), [("石川県", "富山県"), ("福岡県", "大分県"), ("山口県", "広島県"), ("愛媛県", "香川県"), ("長崎県", "熊本県"), ("京都府", "滋賀県")])
@pytest.mark.parametrize("wide", [False, True])
def test_west_is_left_of_east(wide, west, east) -> None:
    assert layout(wide)[west][0] < layout(wide)[east][0]


def _statistic(values: dict[str, float | None], chart: str = "map") -> Statistic:
    return Statistic(
        id="stat-x", title="見本", short="見本", group="見本", summary="見本。", as_of="2025", as_of_label="令和7年", chart=chart,
        row_title="都道府県", columns=(Column(id="share", title="支援：割合", kind="percent", unit="%", decimals=2),),
        rows=tuple(Row(id=f"r{place}", title=name, values={"share": value}) for place, (name, value) in enumerate(values.items())),
        sources=(Citation(source="src-x", at="表"),),
    )


def test_classes_have_round_limits_and_hold_their_values() -> None:
    tiles, = tile_maps(_statistic({"全国": 14.0, "北海道": 0.0, "青森県": 9.99, "岩手県": 10.0, "宮城県": 37.5}))
    assert tiles.classes == ("10%未満", "10〜20%未満", "20〜30%未満", "30%以上")
    assert [tile.place for tile in tiles.wide] == [0, 0, 1, 3]
    assert [tile.name for tile in tiles.wide] == ["北海道", "青森", "岩手", "宮城"]


def test_the_largest_value_belongs_to_the_last_class() -> None:
    tiles, = tile_maps(_statistic({"北海道": 100.0, "青森県": 80.0, "岩手県": 79.9}))
    assert [tile.place for tile in tiles.narrow] == [4, 4, 3]
    assert [tile.value for tile in tiles.narrow] == ["100", "80.0", "79.9"]


def test_a_missing_value_is_in_no_class() -> None:
    tiles, = tile_maps(_statistic({"北海道": None, "青森県": 5.0}))
    assert (tiles.wide[0].place, tiles.wide[0].value) == (-1, "―")


def test_only_maps_of_prefectures_are_drawn() -> None:
    assert tile_maps(_statistic({"北海道": 1.0}, chart="bar")) == ()
    assert tile_maps(_statistic({"赤": 1.0})) == ()


@pytest.mark.parametrize(("name", "short"), [("北海道", "北海道"), ("東京都", "東京"), ("京都府", "京都"), ("神奈川県", "神奈川")])
def test_a_tile_bears_the_short_name(name, short) -> None:
    assert short_name(name) == short


def test_the_real_map_shows_47_prefectures_for_each_service(handbook) -> None:
    maps = tile_maps(handbook.index["stat-services-by-prefecture"])
    assert [one.title for one in maps] == ["地域移行支援", "地域定着支援", "自立生活援助"]
    assert all(len(one.wide) == len(one.narrow) == 47 for one in maps)

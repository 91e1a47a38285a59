"""Words for where a site is and how far one comes."""

from sites.model import Spot, Standpoint, Way
from sites.names import Language, Text

SPOT_NAMES: dict[Spot, Text] = {
    Spot.GATE: Text(vi="Cổng", en="Gate"),
    Spot.COURT: Text(vi="Sân", en="Court"),
    Spot.VIEWPOINT: Text(vi="Chỗ đứng nhìn", en="Viewpoint"),
}

ACCESS: dict[Way, Text] = {
    Way.OPEN: Text(vi="Vào tự do", en="Open to all"),
    Way.BY_ASKING: Text(vi="Vào được nếu xin phép", en="Open to those who ask"),
    Way.PRIVATE: Text(
        vi="Nơi riêng tư, chỉ nhìn từ ngoài đường",
        en="Private: look from the street only",
    ),
    Way.DEMOLISHED: Text(
        vi="Công trình không còn nữa", en="The building no longer stands"
    ),
    Way.MOVED: Text(vi="Đã dời đi nơi khác", en="Moved to another place"),
    Way.UNKNOWN: Text(
        vi="Chưa rõ có được vào không", en="Not known whether one may go in"
    ),
}


def spot_name(one: Standpoint, language: Language) -> str:
    """Name a further position: "Cổng", or "Cổng: phố Lê Lai" where there are two."""
    kind = SPOT_NAMES[one.spot].in_(language)
    return f"{kind}: {one.name.in_(language)}" if one.name else kind


def access_words(way: Way, language: Language) -> str:
    """Say how far one comes."""
    return ACCESS[way].in_(language)

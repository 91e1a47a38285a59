"""What to change for another city: its name, time zone, box and languages."""

from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from sites.names import Text
from sites.position import Box


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A city that has a content folder."""

    slug: str
    name: Text
    zone: ZoneInfo
    box: Box

    @property
    def content(self) -> Path:
        """The folder of its text files."""
        return Path(__file__).parent / "content" / self.slug


HAI_PHONG = City(
    slug="hai-phong",
    name=Text(vi="Hải Phòng", en="Hải Phòng"),
    zone=ZoneInfo("Asia/Ho_Chi_Minh"),
    box=Box(south=20.80, west=106.60, north=20.92, east=106.78),
)
"""The inner city on both banks of sông Cấm; a site beyond it is a slip of the pen."""

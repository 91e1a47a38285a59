"""What only the school knows: the fields of the dossier that no map can fill in."""

from dataclasses import dataclass
from enum import StrEnum

from sites.names import Text


class Section(StrEnum):
    """The part of the dossier, and of the form, that a fact belongs to."""

    COVER = "cover"
    SAFETY = "safety"
    COST = "cost"
    PARTNER = "partner"
    RAIN = "rain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A field; ``needed`` ones are missing until they are filled in.

    ``of_people`` says that it tells of people or of one year only: a copy for another
    year begins without it. ``long`` asks for more than a line.
    """

    key: str
    label: Text
    section: Section
    needed: bool = True
    of_people: bool = False
    long: bool = False


def _fact(key: str, vi: str, en: str, section: Section, **more: bool) -> Fact:
    return Fact(key=key, label=Text(vi=vi, en=en), section=section, **more)


FACTS: dict[str, Fact] = {
    fact.key: fact
    for fact in (
        _fact("school", "Trường", "School", Section.COVER),
        _fact("subject", "Môn học", "Subject", Section.COVER),
        _fact(
            "theme", "Chủ đề, mục tiêu chung", "Theme and overall aim",
            Section.COVER, long=True,
        ),
        _fact(
            "year", "Năm học", "School year", Section.COVER,
            needed=False, of_people=True,
        ),
        _fact("head", "Hiệu trưởng", "Head of school", Section.COVER, of_people=True),
        _fact("leader", "Trưởng đoàn", "Leader", Section.COVER, of_people=True),
        _fact(
            "leader_phone", "Điện thoại của trưởng đoàn", "Leader's phone",
            Section.SAFETY, of_people=True,
        ),
        _fact(
            "deputy", "Phó đoàn và điện thoại", "Deputy and phone",
            Section.SAFETY, of_people=True,
        ),
        _fact(
            "medic", "Người phụ trách y tế và điện thoại", "First-aider and phone",
            Section.SAFETY, of_people=True,
        ),
        _fact(
            "school_phone", "Điện thoại trực của trường", "School's phone on the day",
            Section.SAFETY,
        ),
        _fact(
            "hospital", "Bệnh viện gần nhất và điện thoại", "Nearest hospital, phone",
            Section.SAFETY,
        ),
        _fact(
            "police", "Công an phường và điện thoại", "Ward police and phone",
            Section.SAFETY,
        ),
        _fact(
            "meeting", "Điểm tập trung khi lạc hoặc có sự cố",
            "Meeting point if somebody is lost", Section.SAFETY,
        ),
        _fact(
            "cost", "Kinh phí mỗi học sinh", "Cost for each pupil",
            Section.COST, of_people=True,
        ),
        _fact(
            "cost_detail", "Các khoản chi", "What it is spent on",
            Section.COST, long=True, of_people=True,
        ),
        _fact(
            "funding", "Nguồn kinh phí", "Who pays", Section.COST, of_people=True,
        ),
        _fact(
            "partner", "Đơn vị phối hợp (xe, lữ hành)", "Partner (coach, operator)",
            Section.PARTNER,
        ),
        _fact(
            "licence", "Giấy phép kinh doanh của đơn vị", "Partner's licence",
            Section.PARTNER,
        ),
        _fact("insurance", "Bảo hiểm", "Insurance", Section.PARTNER, of_people=True),
        _fact(
            "bus", "Chỗ xe đón, trả", "Where the bus stops", Section.PARTNER,
        ),
        _fact(
            "rain", "Nếu mưa: đi đâu, làm gì", "If it rains: where to, what then",
            Section.RAIN, long=True,
        ),
        _fact(
            "reply_by", "Hạn nộp phiếu đồng ý", "Agreement slips due by",
            Section.COST, of_people=True,
        ),
    )
}  # fmt: skip
"""By key, in the order in which a form asks for them."""

"""The letter to the parents, with a slip to cut off; names are written by hand."""

from collections.abc import Iterator

from guide.trips.papers.blocks import (
    Block,
    Fields,
    Heading,
    NewPage,
    Para,
    Points,
    Signatures,
)
from guide.trips.papers.material import Material
from sites.names import Text

TITLE = Text(vi="Thư gửi cha mẹ học sinh", en="Letter to the parents")
DEAR = Text(vi="Kính gửi quý phụ huynh,", en="Dear parents,")
BODY = Text(
    vi=(
        "{school} tổ chức chuyến học tập trải nghiệm ngày {day}, từ {begin:%H:%M} đến "
        "{end:%H:%M}. Các em đi bộ theo nhóm, có người lớn đi cùng, đến: {stops}."
    ),
    en=(
        "{school} takes your child on a trip on {day}, from {begin:%H:%M} to "
        "{end:%H:%M}. Pupils walk in groups, with adults, to: {stops}."
    ),
)
WHY = Text(vi="Các em học được gì: {0}", en="What they learn: {0}")
BRING = Text(
    vi=(
        "Giày đi bộ, mũ, áo mưa mỏng, nước uống.|Thuốc riêng của con (nếu có), đưa cho "
        "giáo viên kèm hướng dẫn.|Quần áo kín đáo: chuyến đi có thể vào đền, chùa."
    ),
    en=(
        "Shoes to walk in, a hat, a thin raincoat, water.|Your child's own medicine, "
        "if any, given to the teacher with instructions.|Clothes that cover shoulders "
        "and knees: the trip may go into temples."
    ),
)
BRING_TITLE = Text(vi="Các em mang theo", en="What to bring")
MONEY = Text(vi="Kinh phí mỗi học sinh", en="Cost for each pupil")
CONTACT = Text(vi="Liên hệ trong ngày", en="Whom to call on the day")
DUE = Text(vi="Nộp phiếu trước ngày", en="Please return the slip by")
CUT = Text(vi="– – – – – – – – Cắt theo đường này – – – – – – – –",
           en="– – – – – – – – – – cut here – – – – – – – – – –")  # fmt: skip
SLIP = Text(vi="Phiếu đồng ý của cha mẹ", en="Agreement slip")
AGREE = Text(
    vi=(
        "Tôi đồng ý [   ] / không đồng ý [   ] cho con tham gia chuyến đi ngày {0}, và "
        "đã đọc thư trên."
    ),
    en=(
        "I agree [   ] / do not agree [   ] that my child takes part on {0}, and have "
        "read the letter."
    ),
)
PUPIL = Text(vi="Họ tên học sinh", en="Pupil's name")
CLASS = Text(vi="Lớp", en="Class")
HEALTH = Text(vi="Sức khỏe, dị ứng, thuốc cần lưu ý", en="Health, allergies, medicine")
PHONE = Text(vi="Số điện thoại trong ngày", en="Phone number on the day")
SIGN = Text(
    vi="Cha hoặc mẹ ký tên|Giáo viên chủ nhiệm", en="Parent's signature|Teacher"
)
SCHOOL = Text(vi="Nhà trường", en="The school")


def letter(material: Material) -> Iterator[Block]:
    """Write the letter and its slip, on a page of their own."""
    plan, say = material.plan, material.say
    stops = "; ".join(site.name.in_(material.language) for site in plan.sites)
    day = material.day(plan.trip.depart)
    yield NewPage()
    yield Heading(say(TITLE))
    yield Para(say(DEAR))
    body = BODY.in_(material.language).format(
        school=material.fact("school") or say(SCHOOL),
        day=day,
        begin=plan.trip.depart,
        end=plan.arrive,
        stops=stops,
    )
    yield Para(body)
    if theme := material.fact("theme"):
        yield Para(say(WHY, theme))
    yield Para(say(BRING_TITLE), strong=True)
    yield Points(tuple(say(BRING).split("|")))
    yield Fields(
        (
            (say(MONEY), material.fact("cost")),
            (say(CONTACT), material.fact("leader_phone")),
            (say(DUE), material.fact("reply_by")),
        )
    )
    yield Para(say(CUT))
    yield Heading(say(SLIP), 2)
    yield Para(say(AGREE, day))
    # Blank on purpose: what parents write stays on paper.
    yield Fields(tuple((say(label), "") for label in (PUPIL, CLASS, HEALTH, PHONE)))
    parent, teacher = say(SIGN).split("|")
    yield Signatures(((parent, ""), (teacher, "")))

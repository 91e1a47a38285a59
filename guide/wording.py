"""Sentences about a tour that pages, files and the command line say alike."""

from guide.tour import LeftOut, Leg, Reason, Tour
from sites.names import Language, Text

REASONS: dict[Reason, Text] = {
    Reason.STARTS_HERE: Text(
        vi="chuyến đi bắt đầu hoặc kết thúc ngay tại đây",
        en="your walk starts or ends right here",
    ),
    Reason.UNWANTED: Text(vi="bạn đã bỏ qua nơi này", en="you asked to leave it out"),
    Reason.NO_POSITION: Text(
        vi="chúng tôi chưa xác định được nơi này ở đâu",
        en="we do not know where it stands",
    ),
    Reason.NO_STREET: Text(
        vi="cách con đường gần nhất trên bản đồ {metres} m",
        en="it lies {metres} m from the nearest street that we know",
    ),
    Reason.NO_WAY: Text(
        vi="không có đường nào trên bản đồ dẫn tới",
        en="no street that we know leads there",
    ),
    Reason.CLOSED: Text(
        vi="đóng cửa vào giờ đó{opens}", en="closed at that time{opens}"
    ),
    Reason.TOO_FAR: Text(
        vi="riêng nơi này đã cần {minutes} phút, gồm {visit} phút tham quan",
        en="this site alone takes {minutes} minutes, {visit} of them for the visit",
    ),
    Reason.BETTER_ELSEWHERE: Text(
        vi="ưu tiên những nơi đáng ghé hơn",
        en="the time shows you more at other sites",
    ),
}

OPENS = Text(vi=", mở lại lúc {0:%H:%M ngày %d/%m}", en=", opens {0:%d/%m at %H:%M}")
THEN = Text(vi=", rồi ", en=", then ")
ALONG = Text(vi=" theo {0}", en=" along {0}")
RIGHT_HERE = Text(vi="ngay bên cạnh", en="right next to it")
SAME_AREA = Text(
    vi="cùng khu vực; vị trí chỉ là ước chừng, sai số {0:.0f} m",
    en="in the same area; positions are estimates, give or take {0:.0f} m",
)
DOUBTFUL_M = 100.0
"""From this radius on, two places in one point of the map are not said to be near."""

AT_ONCE = Text(vi="chưa đến 1 phút", en="under a minute")


def tour_name(tour: Tour, language: Language) -> str:
    """Name a tour by where it starts, when, and how many stops it has."""
    start = tour.start.name_in(language)
    when = f"{tour.request.depart:%d/%m/%Y %H:%M}"
    count = len(tour.stops)
    if language == "vi":
        return f"Dạo bộ từ {start}, {when}: {count} điểm dừng"
    return f"Walk from {start}, {when}: {count} stop{'' if count == 1 else 's'}"


def reason_words(out: LeftOut, language: Language) -> str:
    """Say why a site was left out, as half a sentence."""
    opens = OPENS.in_(language).format(out.opens) if out.opens else ""
    metres = "" if out.metres is None else f"{out.metres:.0f}"
    words = REASONS[out.reason].in_(language)
    visit = round(out.site.visit.total_seconds() / 60)
    return words.format(opens=opens, metres=metres, minutes=out.minutes, visit=visit)


def leg_words(leg: Leg, language: Language) -> str:
    """Say how far a leg is and along which streets: "320 m, 4 min along Phố Lê Lợi"."""
    if leg.metres < 1:
        here = RIGHT_HERE if leg.doubt_m < DOUBTFUL_M else SAME_AREA
        return here.in_(language).format(leg.doubt_m)
    parts = dict.fromkeys(part.name for part in leg.stretches if part.name)
    names = [in_a_sentence(name, language) for name in parts]
    along = ALONG.in_(language).format(THEN.in_(language).join(names)) if names else ""
    return f"{distance(leg.metres, language)}, {minutes(leg, language)}{along}"


def in_a_sentence(street: str, language: Language) -> str:
    """Write a street's name inside a sentence: Vietnamese then says "phố Lê Lợi"."""
    common = ("Phố ", "Đường ", "Cầu ")
    if language == "vi" and street.startswith(common):
        return street[0].lower() + street[1:]
    return street


def distance(metres: float, language: Language) -> str:
    """Round a distance as people say it: 5 m steps, from 1 km on in hundreds."""
    if metres < 995:
        return f"{5 * max(1, round(metres / 5))} m"
    kilometres = f"{metres / 1000:.1f}"
    return f"{kilometres.replace('.', ',') if language == 'vi' else kilometres} km"


def minutes(leg: Leg, language: Language) -> str:
    """Say how long a leg takes, so that it agrees with the clock times beside it."""
    start, end = (
        moment.replace(second=0, microsecond=0) for moment in (leg.depart, leg.arrive)
    )
    count = round((end - start).total_seconds() / 60)
    if not count:
        return AT_ONCE.in_(language)
    return f"{count} {Text(vi='phút', en='min').in_(language)}"

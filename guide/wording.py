"""Sentences about a tour that pages, files and the command line say alike."""

from datetime import date
from math import inf

from guide.tour import Change, LeftOut, Leg, Reason, Remedy, Rest, Tour
from guide.wishes import Style
from sites import lunar
from sites.festivals import Calendar, Held
from sites.model import Kind
from sites.names import Language, Text

KIND_NAMES: dict[Kind, Text] = {
    Kind.REVOLUTIONARY: Text(vi="Cách mạng", en="Revolutionary"),
    Kind.RELIGIOUS: Text(vi="Tín ngưỡng", en="Religious"),
    Kind.WAR: Text(vi="Chiến tranh và giải phóng", en="War and liberation"),
    Kind.LANDMARK: Text(vi="Địa danh tiêu biểu", en="Landmark"),
}

STYLE_NAMES: dict[Style, Text] = {
    Style.MOST: Text(vi="Xem nhiều nhất", en="Most to see"),
    Style.SHORT: Text(vi="Đi bộ ít nhất", en="Least walking"),
    Style.CALM: Text(vi="Thong thả", en="Calm"),
}

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
        vi="cách con đường gần nhất trên bản đồ {metres}",
        en="it lies {metres} from the nearest street that we know",
    ),
    Reason.NO_WAY: Text(
        vi="không có đường nào trên bản đồ dẫn tới",
        en="no street that we know leads there",
    ),
    Reason.CLOSED: Text(
        vi="đóng cửa vào giờ đó{opens}", en="closed at that time{opens}"
    ),
    Reason.UNSURE: Text(
        vi="chưa rõ giờ mở cửa, mà bạn chỉ muốn nơi biết chắc",
        en="its hours are not known, and you want only places sure to be open",
    ),
    Reason.FESTIVAL: Text(
        vi="hôm đó là ngày hội, rất đông: không đưa lớp học đến",
        en="its festival is on that day, too crowded for a class",
    ),
    Reason.TOO_FAR: Text(
        vi="riêng nơi này đã cần {minutes} phút, gồm {visit} phút tham quan",
        en="this site alone takes {minutes} minutes, {visit} of them for the visit",
    ),
    Reason.TOO_LONG: Text(
        vi="riêng nơi này đã phải đi bộ {metres}",
        en="this site alone means {metres} on foot",
    ),
    Reason.BETTER_ELSEWHERE: Text(
        vi="ưu tiên những nơi đáng ghé hơn",
        en="the time shows you more at other sites",
    ),
    Reason.OFF_TRAIL: Text(
        vi="không thuộc dấu chân bạn muốn theo; những nơi thuộc về đó được ưu tiên",
        en="it is not on the trail that you follow; what is comes first",
    ),
}

REMEDIES: dict[Remedy, Text] = {
    Remedy.MINUTES: Text(vi="thêm {amount} phút", en="give {amount} more minutes"),
    Remedy.STOPS: Text(vi="thêm {amount} điểm dừng", en="allow more stops: {amount}"),
    Remedy.WALK: Text(vi="đi bộ thêm {amount} m", en="walk up to {amount} m more"),
    Remedy.DROP: Text(vi="bỏ {drops}", en="leave out {drops}"),
    Remedy.MUST: Text(vi="thay cho {drops}", en="swap out {drops}"),
}

EARLIER = Text(vi="đi sớm hơn {0}", en="leave {0} earlier")
LATER = Text(vi="đi muộn hơn {0}", en="leave {0} later")
AND_WALK = Text(vi=", đi bộ thêm tối đa {0} m", en=", walk up to {0} m more")
AND_DROPS = Text(vi=", bỏ {0}", en=", giving up {0}")
TAKE_IT_IN = Text(vi="thêm vào lộ trình", en="add it to the walk")
MANY_STOPS = Text(vi="{0} điểm khác", en="{0} other stops")

OPENS = Text(vi=", mở lại lúc {0:%H:%M ngày %d/%m}", en=", opens {0:%d/%m at %H:%M}")
EVEN_OPEN = Text(
    vi="; dù mở cửa, vẫn có những nơi đáng ghé hơn",
    en="; even if it were open, other sites show you more",
)
THEN = Text(vi=", rồi ", en=", then ")
ALONG = Text(vi=" theo {0}", en=" along {0}")
RIGHT_HERE = Text(vi="ngay bên cạnh", en="right next to it")
SAME_AREA = Text(
    vi="cùng khu vực; vị trí chỉ là ước chừng, sai số {0:.0f} m",
    en="in the same area; positions are estimates, give or take {0:.0f} m",
)
DOUBTFUL_M = 100.0
"""From this radius on, two places in one point of the map are not said to be near."""

DAY = Text(vi="Ngày {0} ({1})", en="Day {0} ({1})")
GROUP = Text(vi="Nhóm {0}", en="Group {0}")
REST = Text(vi="Nghỉ {0} gần {1}", en="Rest {0} near {1}")

NAMED_DROPS = 2
"""More stops than these are counted, not named."""

BY_THE_MOON = Text(vi="{0} âm lịch", en="lunar {0}")
LEAP_MONTH = Text(vi=" nhuận", en=" leap")

AT_ONCE = Text(vi="chưa đến 1 phút", en="under a minute")


def lunar_words(day: date, language: Language) -> str:
    """Write a day by the moon: "8/2 âm lịch"; "" where its lunar date is not known."""
    moon = lunar.of(day)
    if moon is None:
        return ""
    leap = LEAP_MONTH.in_(language) if moon.leap else ""
    return BY_THE_MOON.in_(language).format(f"{moon.day}/{moon.month}{leap}")


def held_words(held: Held, language: Language) -> str:
    """Say when a feast is: "15/3/2027 (8/2 âm lịch)", from first to last day."""
    days = dict.fromkeys((held.first, held.last))
    words = "–".join(f"{day.day}/{day.month}/{day.year}" for day in days)
    if held.festival.calendar is Calendar.SOLAR:
        return words
    return f"{words} ({lunar_words(held.first, language)})"


def tour_name(tour: Tour, language: Language) -> str:
    """Name a tour by where it starts, when, and how many stops it has."""
    start = tour.start.name_in(language)
    when = f"{tour.request.depart:%d/%m/%Y %H:%M}"
    count = len(tour.stops)
    if language == "vi":
        return f"Dạo bộ từ {start}, {when}: {count} điểm dừng"
    return f"Walk from {start}, {when}: {count} stop{'' if count == 1 else 's'}"


def part_name(tour: Tour, place: int, language: Language) -> str:
    """Name one walk of several: a day with its date, or a group."""
    groups = tour.request.wishes.groups
    day, group = (place % len(tour.parts) // groups, place % groups)
    words = []
    if tour.request.wishes.days > 1:
        date = f"{tour.parts[place].depart:%d/%m/%Y}"
        words.append(DAY.in_(language).format(day + 1, date))
    if groups > 1:
        words.append(GROUP.in_(language).format(group + 1))
    return ", ".join(words)


def rest_words(rest: Rest, language: Language) -> str:
    """Say how long one rests, and where."""
    minutes = round((rest.leave - rest.enter).total_seconds() / 60)
    place = rest.name.in_(language)
    return REST.in_(language).format(span(minutes, language), place)


def reason_words(out: LeftOut, language: Language) -> str:
    """Say why a site was left out, as half a sentence."""
    opens = OPENS.in_(language).format(out.opens) if out.opens else ""
    opens += EVEN_OPEN.in_(language) if out.even_open else ""
    metres = "" if out.metres is None else distance(out.metres, language)
    words = REASONS[out.reason].in_(language)
    return words.format(
        opens=opens, metres=metres, minutes=out.minutes, visit=out.visit_minutes
    )


def change_words(out: LeftOut, language: Language) -> str:
    """Say what would bring a site in, as a short command; "" where nothing is known."""
    change = out.change
    if change is None:
        return ""
    words = _remedy_words(change, language)
    if change.walk_m:
        words += AND_WALK.in_(language).format(change.walk_m)
    named = change.remedy in {Remedy.DROP, Remedy.MUST}
    if change.drops and not named:
        words += AND_DROPS.in_(language).format(_drops(change, language))
    return words


def _remedy_words(change: Change, language: Language) -> str:
    if change.remedy is Remedy.DEPART:
        words = EARLIER if change.amount < 0 else LATER
        return words.in_(language).format(span(abs(change.amount), language))
    if change.remedy is Remedy.MUST and not change.drops:
        return TAKE_IT_IN.in_(language)
    words = REMEDIES[change.remedy]
    drops = _drops(change, language)
    return words.in_(language).format(amount=change.amount, drops=drops)


def _drops(change: Change, language: Language) -> str:
    """Name the stops that make room; only count them where they are many."""
    if len(change.drops) > NAMED_DROPS:
        return MANY_STOPS.in_(language).format(len(change.drops))
    return ", ".join(site.name.in_(language) for site in change.drops)


def span(count: int, language: Language) -> str:
    """Say how long so many minutes are: ``45 phút``, ``2 giờ 05 phút``."""
    hours, rest = divmod(count, 60)
    if not hours:
        return f"{rest} {Text(vi='phút', en='min').in_(language)}"
    whole = f"{hours} {Text(vi='giờ', en='h').in_(language)}"
    return (
        f"{whole} {rest:02} {Text(vi='phút', en='min').in_(language)}"
        if rest
        else whole
    )


def leg_words(leg: Leg, language: Language) -> str:
    """Say how far a leg is and along which streets: "320 m, 4 min along Phố Lê Lợi"."""
    if leg.metres < 1:
        here = RIGHT_HERE if leg.doubt_m < DOUBTFUL_M else SAME_AREA
        return here.in_(language).format(leg.doubt_m)
    parts = dict.fromkeys(part.name for part in leg.stretches if part.name)
    names = [in_a_sentence(name, language) for name in parts]
    along = ALONG.in_(language).format(THEN.in_(language).join(names)) if names else ""
    return f"{distance(rounded(leg.metres), language)}, {minutes(leg, language)}{along}"


COMMON = (
    "Phố ", "Đường ", "Đại lộ ", "Quốc lộ ", "Cầu ", "Hầm ", "Quảng trường ",
    "Ngõ ", "Ngách ", "Hẻm ", "Lối ", "Sân ", "Vòng xuyến ",
)  # fmt: skip
"""Words before the name of a street that are common nouns in Vietnamese."""


def in_a_sentence(street: str, language: Language) -> str:
    """Write a street's name inside a sentence: Vietnamese then says "phố Lê Lợi"."""
    if language == "vi" and street.startswith(COMMON):
        return street[0].lower() + street[1:]
    return street


ROUND_M = ((100.0, 5), (500.0, 10), (inf, 50))
"""Up to which length a walk is told in steps of how many metres: nobody paces out
635 m."""


def rounded(metres: float) -> float:
    """Round a distance as it is told to people who walk it."""
    step = next(step for limit, step in ROUND_M if metres < limit)
    return step * round(metres / step)


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

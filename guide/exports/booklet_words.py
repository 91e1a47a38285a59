"""The words of a printed tour, in both languages: headings, notes and dates."""

from collections.abc import Iterator
from datetime import date

from guide.place_words import access_words
from guide.rule_words import rule_words
from sites.hours import Hours
from sites.model import Access, Way
from sites.names import Language, Text

DOUBT_M = 100.0
"""From this radius on, a visitor has to look for a place."""

FROM = Text(vi="Dạo bộ từ {0}", en="Walk from {0}")
FROM_TO = Text(vi="Dạo bộ từ {0} đến {1}", en="Walk from {0} to {1}")
ON_FOOT = Text(vi="đi bộ {0}, {1}", en="{0} on foot, {1}")
STOPS = Text(vi="{0} điểm dừng", en="{0} stops")
ONE_STOP = Text(vi="1 điểm dừng", en="1 stop")

WAIT = Text(vi="Chờ mở cửa đến {0}.", en="Wait for the doors until {0}.")
ALWAYS = Text(
    vi="Lúc nào cũng vào được: nằm ngay trên đường phố.",
    en="Always open: it lies on the open street.",
)
HOURS = Text(vi="Giờ mở cửa: {0}.", en="Opening hours: {0}.")
ASK = Text(
    vi="Chưa rõ giờ mở cửa: hãy hỏi trước khi đi.",
    en="Opening hours not known: ask before you go.",
)
STALE = Text(
    vi="Giờ mở cửa kiểm tra ngày {0}, có thể đã đổi.",
    en="Hours were checked on {0}; they may have changed.",
)
FEAST = Text(vi="Hôm nay là ngày hội: {0}, {1}.", en="Its festival is today: {0}, {1}.")
UNCERTAIN = Text(
    vi="Vị trí chưa chắc, sai số {0:.0f} m: hãy tìm quanh đó hoặc hỏi người dân.",
    en="Position uncertain by {0:.0f} m: look for it, or ask people there.",
)

WEEKDAYS = (
    Text(vi="Thứ Hai", en="Monday"),
    Text(vi="Thứ Ba", en="Tuesday"),
    Text(vi="Thứ Tư", en="Wednesday"),
    Text(vi="Thứ Năm", en="Thursday"),
    Text(vi="Thứ Sáu", en="Friday"),
    Text(vi="Thứ Bảy", en="Saturday"),
    Text(vi="Chủ nhật", en="Sunday"),
)

WORDS: dict[str, Text] = {
    "guide": Text(vi="Dấu xưa Hải Phòng", en="Hải Phòng heritage walks"),
    "timetable": Text(vi="Lịch trình", en="Timetable"),
    "on_the_way": Text(vi="Trên đường", en="On the way"),
    "directions": Text(vi="Chỉ đường", en="Directions"),
    "sources": Text(vi="Nguồn", en="Sources"),
    "time": Text(vi="Giờ", en="Time"),
    "place": Text(vi="Nơi", en="Place"),
    "stay": Text(vi="Ở lại", en="Stay"),
    "until": Text(vi="đến", en="until"),
    "look": Text(vi="Hãy để ý", en="What to look for"),
    "tradition": Text(vi="theo lời kể", en="by tradition"),
    "map": Text(vi="Bản đồ lộ trình", en="Map of the walk"),
    "map_alt": Text(
        vi="Bản đồ lộ trình; các số là số thứ tự trong lịch trình bên dưới",
        en="Map of the walk; its numbers are those of the timetable below",
    ),
    "open_tour": Text(
        vi="Quét mã để mở chuyến đi này trên điện thoại",
        en="Scan to open this walk on a phone",
    ),
    "open_stop": Text(vi="Đọc thêm về nơi này", en="Read more about this place"),
    "qr_alt": Text(vi="Mã QR của địa chỉ", en="QR code of the address"),
    "too_long": Text(
        vi="Địa chỉ của chuyến đi này quá dài để in thành mã QR.",
        en="The address of this walk is too long for a QR code.",
    ),
    "no_stops": Text(
        vi="Không có điểm nào vừa thời gian này: hãy cho thêm giờ hoặc bớt yêu cầu.",
        en="No site fits into this time: give it more time, or ask for less.",
    ),
    "long": Text(
        vi="Bản in này dài {0} trang. Chỉ cần bản đồ và lịch trình thì in đến {1}.",
        en="This takes {0} pages. Where map and timetable do, print up to page {1}.",
    ),
    "page": Text(vi="Trang {0}/{1}", en="Page {0} of {1}"),
    "streets": Text(vi="Đường phố và vị trí", en="Streets and positions"),
    "texts": Text(vi="Bài viết CC BY 4.0.", en="Texts CC BY 4.0."),
    "previous": Text(vi="Điểm trước", en="Previous stop"),
    "next": Text(vi="Điểm sau", en="Next stop"),
    "overview": Text(vi="Bản đồ và lịch trình", en="Map and timetable"),
    "online": Text(vi="Chuyến đi này trên mạng", en="This walk on the web"),
    "offline": Text(
        vi="Tệp này giữ trọn chuyến đi: mở được khi không có mạng.",
        en="This file holds the whole walk: it opens without a network.",
    ),
}


def all_words(language: Language) -> dict[str, str]:
    """Return every heading and label in one language."""
    return {key: text.in_(language) for key, text in WORDS.items()}


def day(when: date, language: Language) -> str:
    """Write a day with its weekday: "Chủ nhật, 22/11/2026"."""
    return f"{WEEKDAYS[when.weekday()].in_(language)}, {when:%d/%m/%Y}"


def stops(number: int, language: Language) -> str:
    """Count stops."""
    words = ONE_STOP if number == 1 else STOPS
    return words.in_(language).format(number)


def hours(known: Hours, language: Language) -> str:
    """Say when doors are open; "" where nobody knows."""
    if known.rule == "24/7":
        return ALWAYS.in_(language)
    if not known.rule:
        return ""
    return HOURS.in_(language).format(rule_words(known.rule, language))


def access(known: Access, language: Language) -> Iterator[str]:
    """Say how far one comes, where that is not simply inside."""
    if known.way not in {Way.OPEN, Way.UNKNOWN}:
        yield f"{access_words(known.way, language)}."
        if known.note:
            yield known.note.in_(language)

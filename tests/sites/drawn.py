"""Old pictures that tests draw, and content that holds them."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

from tests.sites import folders

SIZE = (400, 300)
CORNERS = ((40, 30), (360, 40), (60, 270))
"""Where the drawn map shows the places below."""

PLACES = ((20.866, 106.680), (20.8655, 106.692), (20.856, 106.681))

ENTRY = """\
ban-do:
  shows: map
  title: {vi: Bản đồ cũ, en: An old map}
  year: 1925
  sources: [sach]
  then:
    file: map.png
    credit: Người vẽ
    licence: public-domain
    alt: {vi: Một bản đồ, en: A map}
  points:
    - {x: 40, y: 30, lat: 20.866, lon: 106.680}
    - {x: 360, y: 40, lat: 20.8655, lon: 106.692}
    - {x: 60, y: 270, lat: 20.856, lon: 106.681}
anh-doi:
  shows: photograph
  title: {vi: Cổng đền, en: The gate}
  year: unknown
  sources: [sach, bao]
  site: den-nho
  note: {vi: Nhìn từ phố., en: Seen from the street.}
  then:
    file: gate.jpg
    credit: Ông A
    licence: permission
    alt: {vi: Cổng cũ, en: The old gate}
  now:
    file: gate-now.webp
    credit: Bà B
    licence: cc-by-sa-4.0
    alt: {vi: Cổng mới, en: The new gate}
"""


def picture(form: str = "PNG", colour: str = "#d8c9a3") -> bytes:
    """Draw a map with a dark square around each of its points."""
    image = Image.new("RGB", SIZE, colour)
    pen = ImageDraw.Draw(image)
    for x, y in CORNERS:
        pen.rectangle((x - 6, y - 6, x + 6, y + 6), fill="#30261a")
    pen.line(CORNERS, fill="#30261a", width=3)
    return saved(image, form)


def saved(image: Image.Image, form: str, **more: object) -> bytes:
    file = BytesIO()
    image.save(file, form, **more)
    return file.getvalue()


def content(folder: Path, entry: str = ENTRY) -> Path:
    """Copy the small content, with pictures."""
    made = folders.copy(folder)
    (made / "pictures").mkdir()
    for name, data in (
        ("map.png", picture()),
        ("gate.jpg", picture("JPEG", "#9aa7ad")),
        ("gate-now.webp", picture("WEBP", "#7fa37f")),
    ):
        (made / "pictures" / name).write_bytes(data)
    (made / "pictures.yaml").write_text(entry, "utf-8")
    return made

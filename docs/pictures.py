"""Makes docs/pictures/ from what `./zhibu build` and `./zhibu signs example-office` left in site/ and out/.

Run it as `.venv/bin/python docs/pictures.py`; it needs the tools of `./zhibu test`.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright
from pypdfium2 import PdfDocument

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generators.signs.preview import preview

ROOT = Path(__file__).resolve().parent.parent
PICTURES = Path(__file__).resolve().parent / "pictures"
SCREENS = {
    "home": ("index.html", 1280, 860, None),
    "procedure": ("procedures/transfer.html", 1280, 1180, "svg.chart"),
    "phone": ("procedures/dues.html", 390, 844, None),
}
MEETING = "支部党员大会记录（第1次）"
"""The title on the page to show of both books."""
SIGNS = (
    "党组织竖牌",
    "规章制度牌-三会一课制度",
    "流程图展板-党费收缴",
    "平面布局图-三层楼梯口",
    "功能室门牌-党员活动室",
)
PX_PER_MM = 0.35


def screens() -> None:
    """Photograph the site, scrolled to the element that matters."""
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-background-networking"]
        )
        for name, (page, width, height, element) in SCREENS.items():
            tab = browser.new_page(viewport={"width": width, "height": height})
            tab.goto((ROOT / "site" / page).as_uri())
            if element:
                tab.locator(element).first.evaluate("e => scrollTo(0, e.getBoundingClientRect().top - 180)")
            tab.wait_for_timeout(500)
            tab.screenshot(path=PICTURES / f"{name}.png")
        browser.close()


def pages() -> None:
    """The first meeting's page of the village book, in PDF and in Word."""
    book = next((ROOT / "out" / "example-village").glob("*.pdf"))
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        convert = [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            str(book.with_suffix(".docx")),
        ]
        subprocess.run(convert, check=True, capture_output=True)  # noqa: S603
        for name, source in {"book-pdf": book, "book-word": Path(folder, book.name)}.items():
            _page_picture(source, _page_of(MEETING, source), 80, PICTURES / name)


def signs() -> None:
    """Some of the office branch's signs, side by side to one scale."""
    drawn = []
    for name in SIGNS:
        (file,) = (ROOT / "out" / "example-office" / "标识").glob(f"*_{name}_*.pdf")
        content = file.read_bytes()
        longest = max(map(float, file.stem.split("mm")[0].rpartition("_")[2].split("×")))
        drawn.append(Image.open(BytesIO(preview(content, longest=round(longest * PX_PER_MM)).png)).convert("RGB"))
    gap = 24
    width, height = sum(i.width + gap for i in drawn) + gap, max(i.height for i in drawn) + 2 * gap
    wall = Image.new("RGB", (width, height), "#d9d6d1")
    left = gap
    for image in drawn:
        wall.paste(image, (left, (height - image.height) // 2))
        left += image.width + gap
    wall.save(PICTURES / "signs.png")


def _page_of(title: str, source: Path) -> int:
    """The number of the page that has this title at its head; the contents name it too, but further down."""
    document = PdfDocument(source)
    texts = (page.get_textpage().get_text_range().replace(" ", "") for page in document)
    return max(number for number, text in enumerate(texts, start=1) if title in text)


def _page_picture(source: Path, page: int, resolution: int, target: Path) -> None:
    command = ["pdftoppm", "-png", "-singlefile", "-r", resolution, "-f", page, source, target]
    subprocess.run([str(part) for part in command], check=True)  # noqa: S603


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    screens()
    pages()
    signs()
    for picture in PICTURES.glob("*.png"):
        Image.open(picture).quantize(128).save(picture, optimize=True)

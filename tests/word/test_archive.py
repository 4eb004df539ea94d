from __future__ import annotations

import io
import zipfile

from generators.word.archive import zipped
from generators.word.deflate import packed


def the_archive_is_read_by_other_programs() -> None:
    made = zipped(
        {"word/b.xml": packed("<b/>"), "a/c.xml": packed("<a>", own="甲</a>"), "[Content_Types].xml": packed("")}
    )
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert archive.read("word/b.xml") == b"<b/>"

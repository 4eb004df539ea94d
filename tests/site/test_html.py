"""The built pages are valid HTML, by the checker of the W3C (vnu)."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.npm import installed

if TYPE_CHECKING:
    from pathlib import Path

ALLOWED = (
    # The theme remembers nothing in its two invisible check boxes; Firefox would, without this.
    "Attribute “autocomplete” is only allowed when the input type is",
    # The theme takes the labels of its folded side column out of the way of the keyboard with an empty number.
    "Bad value “” for attribute “tabindex” on element “label”",
    # The theme's side column on hubs has the title of a drawer, and no drawer to open.
    "The value of the “for” attribute of the “label” element must be the ID of a non-hidden form control.",
    # Browsers that know no date field show a text field, and then how to write a date.
    "Attribute “placeholder” is only allowed when the input type is",
)
"""How what we accept begins, and why."""


@pytest.mark.any_content
def every_page_is_valid_html(built_site: Path) -> None:
    java = shutil.which("java")
    if java is None:
        pytest.skip("Java is not installed")
    checker = installed("vnu-jar", "26.9.27") / "build" / "dist" / "vnu.jar"
    # Its own way of walking folders; charts nest deeper than a stack of the default size.
    command = [java, "-Xss8m", "-jar", str(checker), "--format", "json", "--skip-non-html", str(built_site)]
    found = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False).stderr
    wrong = [
        f"{message['url'].rpartition('/built-site/')[2]}:{message.get('lastLine')} {message['message']}"
        for message in json.loads(found)["messages"]
        if not message["message"].startswith(ALLOWED)
    ]
    assert wrong[:20] == []

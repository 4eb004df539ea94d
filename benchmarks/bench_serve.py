"""How long a reader of `zhibu serve` waits after one edit: reading, checking and building the whole site again.

    .venv/bin/python benchmarks/bench_serve.py [RUNS]

CPU seconds: what one waits on a machine with nothing else to do. The configuration is loaded anew for every build, as
`mkdocs serve` does; its polling adds up to 0.6 seconds.
"""

from __future__ import annotations

import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from generators.site.build import CONFIG

EDITS = {
    "a term": "glossary.yml",
    "a procedure": "procedures/dues.yml",
    "a procedure shown on a sign": "procedures/develop-member.yml",
    "a form (Word and PDF again)": "forms/R30.yml",
    "a policy": "policies/FZ26.yml",
}
"""What is edited → its file in content/."""


def edit(file: Path, run: int) -> None:
    """Change one text: the first summary or definition of the file."""
    text = file.read_text(encoding="utf-8")
    key = "summary: " if "summary: " in text else "text: "
    before, _, after = text.partition(key)
    file.write_text(f"{before}{key}{'改' * (run + 1)}{after.removeprefix('>-')}", encoding="utf-8")


def main(runs: int) -> None:
    """Build once, then edit and rebuild."""
    from mkdocs.commands.build import build  # noqa: PLC0415 -- the theme looks at the environment when it is imported
    from mkdocs.config import load_config  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as name:
        content, site = Path(name, "content"), Path(name, "site")
        shutil.copytree(CONFIG.parent / "content", content)
        os.environ["ZHIBU_CONTENT"] = str(content)

        def rebuild() -> float:
            begun = time.process_time()
            build(load_config(str(CONFIG), site_dir=str(site)), serve_url="http://127.0.0.1:8000/")
            return time.process_time() - begun

        load_config(str(CONFIG), site_dir=str(site)).plugins.on_startup(command="serve", dirty=False)
        print(f"{'first build':32}{rebuild():6.2f} s")
        for what, path in EDITS.items():
            times = []
            for run in range(runs):
                edit(content / path, run)
                times.append(rebuild())
            print(f"{what:32}{statistics.median(times):6.2f} s   (aim: at most 2.00)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)

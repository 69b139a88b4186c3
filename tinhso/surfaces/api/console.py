"""``tinhso openapi [FILE]``: the description of the API, printed or written."""

import argparse
import json
from pathlib import Path

from tinhso.surfaces.api.description import description


def openapi(words: list[str]) -> int:
    """As docs/openapi.json holds it."""
    parser = argparse.ArgumentParser("tinhso openapi", description="In mô tả OpenAPI của API.")
    parser.add_argument("file", metavar="TỆP", nargs="?", type=Path, help="tệp để ghi; bỏ trống để in ra")
    asked = parser.parse_args(words)
    written = described()
    if asked.file is None:
        print(written, end="")
    else:
        asked.file.write_text(written, encoding="utf-8")
    return 0


def described() -> str:
    """With sorted keys and lines, so that a change of the API reads as one."""
    return json.dumps(description(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"

"""``tinhso api GET /programmes --by ACCOUNT``: any operation of the API, done on the machine as an account."""

import sys
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from urllib3.filepost import encode_multipart_formdata

from tinhso.kernel.accounts.models import Account
from tinhso.kernel.exchange.console.acting import account_named
from tinhso.lib.parser import Parser
from tinhso.surfaces.api.entrance import ACTING
from tinhso.surfaces.api.frame import PREFIX

_METHODS = ("GET", "POST", "PUT", "PATCH")
_FIRST_ERROR = 400


@dataclass(frozen=True, slots=True)
class Asked:
    """What is sent."""

    method: str
    address: str
    body: bytes = b""
    media_type: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)


def run(words: list[str]) -> int:
    """Print the answer; 0 when it was done, 1 with the problem otherwise."""
    parser = Parser("api", "Gọi một thao tác của API ngay tại máy, thay một tài khoản; xem docs/api.md.")
    parser.add_argument("method", metavar="CÁCH", choices=_METHODS, help=", ".join(_METHODS))
    parser.add_argument("address", metavar="ĐỊA-CHỈ", help="ví dụ “/programmes?limit=5”")
    parser.add_argument("--by", metavar="TÀI-KHOẢN", required=True, help="tài khoản làm việc này")
    parser.add_argument("--data", metavar="JSON", default="", help="nội dung gửi; “-” là đọc từ đầu vào")
    parser.add_argument("--file", metavar="TỆP", type=Path, help="tệp gửi lên (cho POST /files, /reading-jobs)")
    parser.add_argument("--if-match", metavar="ETAG", default="", help="phiên bản đã đọc, ví dụ '\"3\"'")
    asked = parser.parse_args(words)
    body = (sys.stdin.read() if asked.data == "-" else asked.data).encode()
    media_type = "application/json"
    if asked.file is not None:
        body, media_type = encode_multipart_formdata({"file": (asked.file.name, asked.file.read_bytes())})
    headers = {"HTTP_IF_MATCH": asked.if_match} if asked.if_match else {}
    sent = Asked(asked.method, asked.address, body, media_type, headers)
    status, told = answered(sent, account_named(asked.by))
    print(told)
    return 0 if status < _FIRST_ERROR else 1


def answered(asked: Asked, account: Account) -> tuple[int, str]:
    """Status and content, through the same door as a call from outside."""
    handler = WSGIHandler()
    response = handler.get_response(WSGIRequest(_environment(asked, account)))
    return response.status_code, b"".join(response).decode()


def _environment(asked: Asked, account: Account) -> dict[str, object]:
    place = urlsplit(f"/{PREFIX}{asked.address.lstrip('/')}")
    return {
        "REQUEST_METHOD": asked.method,
        "PATH_INFO": place.path,
        "QUERY_STRING": place.query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "HTTP_HOST": "localhost",
        "HTTP_X_FORWARDED_PROTO": "https",
        "CONTENT_TYPE": asked.media_type,
        "CONTENT_LENGTH": str(len(asked.body)),
        "wsgi.input": BytesIO(asked.body),
        "wsgi.url_scheme": "http",
        ACTING: account,
        **asked.headers,
    }

"""What three hundred people do of a morning: a locustfile. Each does one thing every ten seconds."""

import json
import os
import random
import re
from pathlib import Path

from locust import FastHttpUser, constant_pacing, events, task
from locust.env import Environment
from locust.stats import StatsEntry

WORLD = json.loads(Path(os.environ["LOAD_WORLD"]).read_text(encoding="utf-8"))
WITHIN, PACE = float(os.environ["LOAD_WITHIN"]), float(os.environ["LOAD_PACE"])
PROGRAMME = f"/chuong-trinh/{WORLD['programme']}"
WORDS = ("chuyen doi so", "nhiệm vụ", "so thu nghiem", "dich vu cong", "báo cáo", "người thứ 12")
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
_HIDDEN = re.compile(r'type="hidden" name="([^"]+)" value="([^"]*)"')
_WAITING = list(WORLD["people"])
_OK, _FORBIDDEN = 200, 403


class Person(FastHttpUser):
    """Somebody with a role at a unit. Of thirty, twenty-five are officers, who live in their own work: what waits for
    them and the pages of their tasks are weighted most; lists, figures and the search less, the board least."""

    wait_time = constant_pacing(PACE)

    def on_start(self) -> None:
        """Sign in as one of those who have not come yet."""
        person = _WAITING.pop()
        self.tasks_of_unit: list[int] = person["tasks"]
        page = self.client.get("/dang-nhap", name="/dang-nhap")
        sent = {"csrfmiddlewaretoken": _token(page.text), "username": person["name"], "password": WORLD["password"]}
        answer = self.client.post("/dang-nhap", sent, name="/dang-nhap [gửi]", headers={"Referer": self.host or ""})
        if "/dang-nhap" in answer.url:
            raise RuntimeError(f"{person['name']} could not sign in: {answer.status_code}")

    @task(4)
    def begin_the_day(self) -> None:
        """Việc của tôi."""
        self._open("/viec-cua-toi", "viec-cua-toi")

    @task(1)
    def report_progress(self) -> None:
        """The form of a task of the unit, and the form sent."""
        about = random.choice(self.tasks_of_unit)
        address = f"{PROGRAMME}/nhiem-vu/{about}/viec/tien-do"
        with self.client.get(address, name="tien-do", catch_response=True) as page:
            if page.status_code == _FORBIDDEN:
                # A member who only watches; that is an answer too.
                page.success()
                return
        sent = dict(_HIDDEN.findall(page.text)) | {"said": "doing", "note": "Đã làm thêm một phần.", "share": "40"}
        with self.client.post(
            address, sent, name="tien-do [gửi]", headers={"Referer": self.host or ""}, catch_response=True
        ) as answer:
            if answer.status_code != _OK or answer.url.endswith("tien-do"):
                answer.failure(f"{answer.status_code} {answer.url}")

    @task(5)
    def look_at_a_task(self) -> None:
        """One of the unit's own."""
        self._open(f"{PROGRAMME}/nhiem-vu/{random.choice(self.tasks_of_unit)}", "nhiem-vu/[số]")

    @task(2)
    def list_tasks(self) -> None:
        """All, or what is overdue."""
        narrowed = random.choice(("", "?tinh_trang=open_overdue", "?nhom=de_muc", "?q=so+lieu"))
        self._open(f"{PROGRAMME}/nhiem-vu{narrowed}", "nhiem-vu")

    @task(1)
    def look_at_the_board(self) -> None:
        """Điều hành."""
        self._open(f"{PROGRAMME}/dieu-hanh", "dieu-hanh")

    @task(2)
    def look_at_an_indicator(self) -> None:
        """The list, or one."""
        self._open(f"{PROGRAMME}/chi-tieu/{random.choice(WORLD['indicators'])}", "chi-tieu/[số]")

    @task(1)
    def list_indicators(self) -> None:
        """Chỉ tiêu."""
        self._open(f"{PROGRAMME}/chi-tieu", "chi-tieu")

    @task(2)
    def search(self) -> None:
        """A few words."""
        self._open(f"/tim-kiem?q={random.choice(WORDS)}", "tim-kiem")

    @task(1)
    def look_at_units(self) -> None:
        """Đơn vị."""
        self._open("/don-vi", "don-vi")

    def _open(self, address: str, name: str) -> None:
        with self.client.get(address, name=name, catch_response=True) as answer:
            if answer.status_code != _OK or "/dang-nhap" in answer.url:
                answer.failure(f"{answer.status_code} {answer.url}")


def _token(page: str) -> str:
    found = _TOKEN.search(page)
    if found is None:
        raise RuntimeError("the page has no form")
    return found[1]


@events.quitting.add_listener
def judge(environment: Environment, **_rest: object) -> None:
    """The promise: no error, and 95 of 100 answers within the time; pages that were only read also apart."""
    everything, read = environment.stats.total, StatsEntry(environment.stats, "đọc", "GET")
    for entry in environment.stats.entries.values():
        if entry.method == "GET":
            read.extend(entry)
    quick, pages = (each.get_response_time_percentile(0.95) for each in (everything, read))
    counted = f"{everything.total_rps:.1f} yêu cầu/giây, {everything.num_failures} lỗi"
    print(f"\n{counted}, p95 {quick:.0f} ms (hứa {WITHIN:.0f} ms), riêng các trang đọc {pages:.0f} ms")
    environment.process_exit_code = 0 if everything.num_failures == 0 and quick <= WITHIN else 1

"""The addresses of the programme's screens."""

from django.urls import path

from tinhso.steering.pages import (
    accepting,
    board,
    comparing,
    document_form,
    document_pages,
    home,
    indicator_pages,
    job_pages,
    plan_text,
    receiving,
    starting,
    task_pages,
)

app_name = "pages"

_PROGRAMME = "chuong-trinh/<int:programme>"

urlpatterns = [
    path("", home.home, name="home"),
    path("chuong-trinh", home.programmes, name="programmes"),
    path("tiep-nhan", receiving.receive_plan, name="receive"),
    path("tiep-nhan/<int:job>", job_pages.job, name="job"),
    path("tiep-nhan/<int:job>/huy", job_pages.cancel_job, name="cancel_job"),
    path("van-ban", document_pages.documents, name="documents"),
    path("van-ban/the-thuc", document_form.document_form, name="document_form"),
    path("van-ban/<int:document>", document_pages.document, name="document"),
    path("van-ban/<int:document>/toan-van", document_pages.document_text, name="document_text"),
    path("van-ban/<int:document>/lap-chuong-trinh", starting.start_programme, name="start"),
    path(f"{_PROGRAMME}/dieu-hanh", board.board, name="board"),
    path(f"{_PROGRAMME}/chi-tieu", indicator_pages.indicator_list, name="indicators"),
    path(f"{_PROGRAMME}/chi-tieu/<int:indicator>", indicator_pages.indicator, name="indicator"),
    path(f"{_PROGRAMME}/nhiem-vu", task_pages.task_list, name="tasks"),
    path(f"{_PROGRAMME}/nhiem-vu.xlsx", task_pages.task_workbook, name="task_workbook"),
    path(f"{_PROGRAMME}/nhiem-vu/<int:task>", task_pages.task, name="task"),
    path(f"{_PROGRAMME}/van-ban", plan_text.plan_text, name="plan_text"),
    path(f"{_PROGRAMME}/so-sanh/<int:document>", comparing.compare, name="compare"),
    path(f"{_PROGRAMME}/chi-tieu/<int:indicator>/chap-nhan", accepting.accept_indicator, name="accept_indicator"),
    path(f"{_PROGRAMME}/nhiem-vu/<int:task>/chap-nhan", accepting.accept_task, name="accept_task"),
    path(f"{_PROGRAMME}/chap-nhan", accepting.accept_everything, name="accept_everything"),
    path(f"{_PROGRAMME}/phan-cong/<int:assignment>", accepting.choose_owner, name="choose_owner"),
]

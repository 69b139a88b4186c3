"""Owners by cross-reference: a sentence that gives tasks named elsewhere to a body."""

from tinhso.steering.intake import read_text

PLAN = """KẾ HOẠCH
Phát triển kinh tế số

II. NHIỆM VỤ
1. Y tế
- Xây dựng nền tảng đơn thuốc điện tử.
2. Thương mại, công nghiệp và năng lượng
- Xây dựng sàn thương mại điện tử.
3. Hạ tầng
- Xây dựng mạng truyền số liệu.
III. TỔ CHỨC THỰC HIỆN
1. Sở Y tế: Chủ trì, phối hợp triển khai các nhiệm vụ trong lĩnh vực y tế của Kế hoạch.
2. Sở Công Thương: Chủ trì triển khai các nhiệm vụ trong lĩnh vực quản lý của Kế hoạch.
3. Sở Khoa học và Công nghệ: Chủ trì thực hiện các nhiệm vụ tại mục II của Kế hoạch.
"""


def owners() -> dict[str, tuple[str, ...]]:
    return {task.code: task.leads for task in read_text(PLAN).tasks}


def test_a_field_named_in_the_sentence_gives_its_section_an_owner() -> None:
    assert owners()["II.1.1"] == ("Sở Y tế",)


def test_a_department_leads_its_own_fields_even_when_its_name_only_hints_at_them() -> None:
    assert owners()["II.2.1"] == ("Sở Công Thương",)


def test_the_more_exact_reference_wins_over_the_wider_one() -> None:
    assert owners()["II.3.1"] == ("Sở Khoa học và Công nghệ",)
    assert owners()["II.1.1"] != ("Sở Khoa học và Công nghệ",)


def test_the_sentence_itself_is_no_task() -> None:
    found = read_text(PLAN)
    assert [assignment.who for assignment in found.assignments] == [
        ("Sở Y tế",),
        ("Sở Công Thương",),
        ("Sở Khoa học và Công nghệ",),
    ]
    assert not [task for task in found.tasks if task.code.startswith("III.")]

"""Signs of a plan: what a document must show to be one, and what of it is missing."""

from tinhso.steering.intake.reading import Header, Indicator, Task


def missing_signs(header: Header, indicators: tuple[Indicator, ...], tasks: tuple[Task, ...]) -> tuple[str, ...]:
    """One sentence for a text that is hardly a plan, saying what was not found; nothing for a plan.

    A text without a single task or indicator is no plan; a plan pasted without its letterhead still is one.
    """
    if indicators or tasks:
        return ()
    signs = {
        "tên loại văn bản": header.kind,
        "số, ký hiệu": header.number or header.symbol,
        "ngày ban hành": header.date,
        "chỉ tiêu": indicators,
        "nhiệm vụ": tasks,
    }
    missing = ", ".join(name for name, found in signs.items() if not found)
    sentence = f"Văn bản này không giống một kế hoạch: không thấy {missing}."
    return (f"{sentence} Vẫn có thể tiếp tục nếu đúng là văn bản cần đọc.",)

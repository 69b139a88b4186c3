"""The drawings of a page as one picture: named, coloured, with what the colours say, and nothing that it could run."""

from lxml import etree, html

from tinhso.surfaces.web.carrying.pictures import picture

BULLET = (
    "<tr><td class='code'>I.1</td><td class='lead'>Tỷ lệ &lt;số hóa&gt;</td><td><span class='bullet'>"
    "<svg width='100%' height='16' aria-label='40 % / ≥ 50 %'><rect class='bullet-actual' width='40%'/></svg>"
    "<span class='bullet-words'>40 %</span></span></td>"
    "<td><svg class='spark' viewBox='0 0 96 24'><polyline points='3,3 93,21'/></svg></td></tr>"
)
COUNTS = (
    "<svg class='counts-bar' height='12'><a href='?x=1'><rect class='fill-good' width='75%'/></a></svg>"
    "<ul><li><a href='?x=1'><span class='dot dot-good'><svg class='icon'></svg></span> 3 xong</a></li></ul>"
)


def drawn(inside: str, tag: str = "div") -> etree._Element:
    part = html.fragment_fromstring(f"<{tag} aria-label='Bảng mẫu'>{inside}</{tag}>")
    return etree.fromstring(picture([part], ["Chương trình mẫu", "tính đến 20/6/2022"]))


def words(root: etree._Element) -> list[str]:
    return [each.text or "" for each in root.iter("{*}text")]


def test_each_drawing_stands_beside_its_name_and_its_words() -> None:
    root = drawn(f"<table><tbody>{BULLET}</tbody></table>")
    head = ["Chương trình mẫu", "tính đến 20/6/2022", "Bảng mẫu"]
    assert words(root) == [*head, "I.1 Tỷ lệ <số hóa>", "40 % / ≥ 50 %"]
    bullet, spark = root.findall("{*}svg")
    assert bullet.get("y") == spark.get("y")
    assert spark.get("viewBox") == "0 0 96 24"


def test_the_colours_are_inside_and_said_in_words() -> None:
    root = drawn(COUNTS)
    assert words(root)[-2:] == ["3 xong", ""]
    assert [each.get("class") for each in root.findall("{*}rect")] == [None, "fill-good"]
    assert ".fill-good" in (root.findtext("{*}style") or "")


def test_a_picture_holds_no_link_and_no_script() -> None:
    root = drawn(COUNTS)
    assert not list(root.iter("{*}a", "{*}script"))


def test_a_long_name_is_short_in_the_picture_and_whole_in_its_title() -> None:
    long = "Tỷ lệ " + "rất " * 40 + "dài"
    named = drawn(BULLET.replace("&lt;số hóa&gt;", long))
    (text,) = [each for each in named.iter("{*}text") if each.find("{*}title") is not None]
    assert (text.text or "").endswith("…")
    assert (text.findtext("{*}title") or "").endswith("dài")

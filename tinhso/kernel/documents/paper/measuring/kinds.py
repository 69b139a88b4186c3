"""The kinds of documents as a reader of letters knows them: NĐ 30/2020/NĐ-CP, Điều 7, folded."""

#: Without công văn, whose name is not printed.
KINDS = frozenset(
    (
        *("nghi quyet", "quyet dinh", "chi thi", "quy che", "quy dinh", "thong cao", "thong bao", "huong dan"),
        *("chuong trinh", "ke hoach", "phuong an", "de an", "du an", "bao cao", "bien ban", "to trinh", "hop dong"),
        *("cong dien", "ban ghi nho", "ban thoa thuan", "giay uy quyen", "giay moi", "giay gioi thieu"),
        *("giay nghi phep", "phieu gui", "phieu chuyen", "phieu bao", "thu cong"),
    )
)

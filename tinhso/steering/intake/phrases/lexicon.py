"""The words by which administrative Vietnamese names bodies, opens orders and titles its parts."""

import re

#: The capital letters of Vietnamese, for use inside a character class ("À-Ỹ" would take small letters too).
CAPITALS = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"


def _alternatives(words: str) -> str:
    """A pattern of the phrases in ``words`` (separated by "|" and blanks), the longest first."""
    phrases = {re.sub(r"\s+", " ", phrase).strip() for phrase in words.split("|")}
    return "|".join(re.escape(p).replace(r"\ ", r"\s+") for p in sorted(phrases, key=lambda p: (-len(p), p)) if p)


#: Nouns that open the name of a body, written as in the middle of a sentence.
BODIES = """các cấp|sở|bộ|ban|ủy ban nhân dân|uỷ ban nhân dân|ủy ban|uỷ ban|ubnd|ub mttq|ubmttq|hđnd|hội đồng|
văn phòng|vp ubnd|công an|bộ chỉ huy|bch|
bộ tư lệnh|cục|chi cục|tổng cục|vụ|viện|học viện|trường|đại học|trung tâm|đài|báo|tạp chí|cổng thông tin|
thông tấn xã|ngân hàng|nhnn|kho bạc|
bảo hiểm xã hội|bhxh|thanh tra|thuế|hải quan|quản lý thị trường|mặt trận|hội|liên đoàn|liên minh|liên hiệp|
đoàn thanh niên|tỉnh đoàn|thành đoàn|
hiệp hội|tòa án|toà án|viện kiểm sát|quỹ|tập đoàn|tổng công ty|công ty|doanh nghiệp|bưu điện|viettel|vnpt|
mobifone|điện lực|tổ công tác|tổ công nghệ|tổ giúp việc|tổ|
phòng|đơn vị|cơ quan|thành ủy|thành uỷ|tỉnh ủy|tỉnh uỷ|huyện ủy|đảng ủy|đảng uỷ|cấp ủy|cấp uỷ|chính phủ|quốc hội|
ngành|địa phương|bệnh viện|nhà nước|
đoàn thể|đoàn|tổ chức|các bộ|cụm|khu|bộ đội biên phòng|quân khu|chi nhánh|hợp tác xã|hộ|chủ đầu tư|nhà thầu|
nhà đầu tư|nhà trường|cơ sở|xã|phường|huyện|thị trấn|thành phố|tỉnh|
acv|evn|pvn|đvn|thôn|ấp|khu phố|tổ dân phố|xóm|trạm y tế|công chức|cán bộ"""

#: Posts that open the name of an office holder.
POSTS = """giám đốc|phó giám đốc|tổng giám đốc|chủ tịch|phó chủ tịch|thủ trưởng|người đứng đầu|chánh văn phòng|
phó chánh văn phòng|chánh thanh tra|trưởng ban|
phó trưởng ban|bộ trưởng|thứ trưởng|bí thư|cục trưởng|vụ trưởng|viện trưởng|hiệu trưởng|thống đốc|tổng thanh tra|
tổ trưởng|trưởng phòng|trưởng các|lãnh đạo|
thành viên|các đồng chí|đồng chí|thủ tướng chính phủ|phó thủ tướng|tổng biên tập|chỉ huy trưởng|trưởng công an|
tổng kiểm toán|chánh án|chủ nhiệm"""

QUANTIFIERS = "các|những|mỗi|từng|tất cả các|tất cả|toàn bộ|toàn thể|một số|hệ thống các"

#: Verbs that give an order to the body that follows them.
APPOINTING = "giao cho|giao|đề nghị|yêu cầu|khuyến khích|phân công|kính đề nghị|trân trọng đề nghị|ủy quyền cho"

#: Phrases with which the predicate of an order begins (in lower case, behind the name of a body).
PREDICATES = """chủ trì|phối hợp|tham mưu|tham gia|xây dựng|triển khai|tổ chức|tiếp tục|đẩy nhanh|đẩy mạnh|
thực hiện|rà soát|tăng cường|chịu trách nhiệm|có trách nhiệm|
có nhiệm vụ|tổng hợp|trực tiếp|báo cáo|chỉ đạo|cập nhật|đôn đốc|theo dõi|nghiên cứu|thường xuyên|định kỳ|định kì|
kịp thời|bố trí|bảo đảm|đảm bảo|quản lý|giám sát|kiểm tra|
thanh tra|khẩn trương|tập trung|hoàn thành|hoàn thiện|đề xuất|ban hành|quán triệt|cung cấp|huy động|lồng ghép|
phát huy|phát triển|duy trì|chuẩn hóa|chuẩn hoá|chuẩn bị|làm đầu mối|
là đầu mối|là cơ quan|là đơn vị|giúp|trình ubnd|trình Ủy ban|trình UBND|trình Chủ tịch|trình Thủ tướng|trình cấp|
trình HĐND|trình Hội đồng|trình Chính phủ|trình Bộ|trình Quốc hội|căn cứ|trên cơ sở|theo chức năng|theo nhiệm vụ|
theo thẩm quyền|theo phạm vi|theo quy định|theo lĩnh vực|theo đúng|theo kế hoạch|chủ động|
hướng dẫn|vận hành|khai thác|sử dụng|nâng cấp|nâng cao|đầu tư|ưu tiên|gửi|đăng ký|đăng tải|tuyên truyền|phổ biến|
truyền thông|quan tâm|cụ thể hóa|cụ thể hoá|
cân đối|phân bổ|lập kế hoạch|lập dự toán|lập danh|lập|hỗ trợ|tạo điều kiện|tích cực|nghiêm túc|hằng năm|hàng năm|
hằng quý|hàng quý|hằng tháng|hàng tháng|trong phạm vi|trong quá trình|trước ngày|
trong tháng|trong quý|trong năm|phải|cần|được giao|được phân công|đánh giá|thẩm định|thống nhất|thống kê|
tiến hành|tiếp nhận|xử lý|giải quyết|tháo gỡ|khắc phục|ngăn chặn|phòng ngừa|
đổi mới|kiện toàn|củng cố|bồi dưỡng|đào tạo|tập huấn|ứng dụng|số hóa|số hoá|tích hợp|kết nối|chia sẻ|công bố|
công khai|niêm yết|rút kinh nghiệm|sơ kết|tổng kết|biểu dương|khen thưởng|
vận động|phát động|kêu gọi|thu hút|mở rộng|mở thêm|thiết lập|thành lập|hình thành|cắt giảm|đơn giản hóa|
đơn giản hoá|thúc đẩy|khuyến khích|lựa chọn|sắp xếp|điều chỉnh|bổ sung|sửa đổi|
phê duyệt|quyết định|quyết liệt|chấn chỉnh|xem xét|cho ý kiến|góp ý|phản ánh|kiến nghị|bám sát|xác định|tính toán|
dự báo|phân tích|phân công|giao cho|giao nhiệm vụ|giao chỉ tiêu|yêu cầu|đề nghị|thông báo|thông tin|
quy định|nêu cao|gương mẫu|cam kết|tự giác|lãnh đạo|điều hành|điều phối|vào cuộc|sớm|nhanh chóng|đồng hành|
tiên phong|thay mặt|ký kết|hợp tác|liên hệ|làm việc|khảo sát|điều tra|thu thập|
biên tập|biên soạn|in ấn|phát hành|cấp phát|thanh toán|quyết toán|kiểm soát|siết chặt|xóa|xoá|giảm|tăng|giữ|
bảo vệ|bảo trì|bảo quản|chăm lo|chăm sóc|thăm hỏi|trợ giúp|
tư vấn|đồng thời|cùng với|ngoài việc|nếu|khi|với vai trò|thông qua|nắm bắt|nắm|đưa|dành|chú trọng|mua sắm|
chuyển đổi|chuyển giao|thí điểm|nhân rộng|xã hội hóa|
xã hội hoá|giới thiệu|quảng bá|phát sóng|đưa tin|coi|không để|không được|tuyệt đối|quy hoạch|thi công|giải ngân|
bàn giao|khởi công|khánh thành|phục vụ|đáp ứng|thể chế hóa|trích|hạch toán|
tôn vinh|truy cập|đồng bộ|sao lưu|xác minh|xác nhận|xác thực|giáo dục|động viên|thẩm tra|soạn thảo|dự thảo|
chấp hành|tuân thủ|chủ trương|ký kết|tôn tạo|tu bổ|phòng, chống|phòng chống|hiện đại hóa|tái cấu trúc|
tận dụng|kế thừa|trao đổi|đối thoại|rèn luyện|rà quét|diễn tập|ứng phó|ứng cứu|làm tốt|làm rõ|thực thi|ra quân|
ra mắt|quyết tâm|phấn đấu|thi đua|mở|cử|lắp đặt|trang bị|khôi phục|tạo lập|tuần tra|xúc tiến|nạo vét|gia cố|
sơ tán|di dời|tạm dừng|đình chỉ|nghiêm cấm|hạn chế|điều tiết|khoanh vùng|cách ly|thu gom|thu hồi|sàng lọc|tuyển chọn|
tuyển dụng|vinh danh|kết nạp|giữ gìn|bảo tồn|phục dựng|sưu tầm|khẳng định|kiên quyết|đấu tranh|ký cam kết|
giải tỏa|giải toả|kiểm kê|duy tu|sửa chữa|cải tạo|tiêu hủy|tiêm phòng|điều động|phân luồng|luân chuyển|bổ nhiệm|
bình chọn|ghi nhận|xét chọn|xét tặng|lấy ý kiến|tổng kiểm tra|truy quét|triệt phá|hòa giải|đối chiếu|xác lập|chỉnh lý|
chỉnh trang|đo đạc|cắm mốc|bồi thường|kê khai|cưỡng chế|cung ứng|vận chuyển|bình ổn|dự trữ|cảnh báo|ứng trực|
trao tặng"""

#: Nouns with a verb-like word behind them that are one name together.
COMPOUNDS = """ban quản lý|ban chỉ đạo|ban điều hành|ban tổ chức|ban vận động|ban quản trị|văn phòng điều phối|
văn phòng thường trực|trung tâm điều hành|trung tâm giám sát|
trung tâm hỗ trợ|trung tâm thông tin|trung tâm phục vụ hành chính công|trung tâm quản lý|trung tâm nghiên cứu|
trung tâm ứng dụng|trung tâm đào tạo|trung tâm phát triển|doanh nghiệp cung cấp dịch vụ|doanh nghiệp cung cấp|
doanh nghiệp sản xuất|doanh nghiệp đầu tư|doanh nghiệp kinh doanh|doanh nghiệp khai thác|đơn vị tư vấn|
đơn vị thi công|đơn vị cung cấp dịch vụ|đơn vị cung cấp|đơn vị sử dụng ngân sách|đơn vị sử dụng lao động|
đơn vị quản lý vận hành|đơn vị vận hành|đơn vị quản lý|cơ quan thường trực|cơ quan quản lý nhà nước|
cơ quan quản lý|cơ quan chủ trì soạn thảo|cơ quan truyền thông|cơ quan thông tin|cơ quan đăng ký|
cơ quan thông tấn|
cơ quan tham mưu|cơ quan điều hành|cơ quan giúp việc|cơ sở đào tạo|cơ sở giáo dục|cơ sở sản xuất|cơ sở nghiên cứu|
cơ sở trợ giúp|tổ chức cung cấp|tổ giúp việc|
viện nghiên cứu phát triển|viện nghiên cứu|nhà cung cấp dịch vụ|nhà cung cấp|
nhà đầu tư|chủ đầu tư|nhà quản lý|nhà thầu thi công|người sử dụng lao động|
tổ chức sử dụng lao động|bộ tổng tham mưu|hội khuyến học|cán bộ quản lý|đồng chí lãnh đạo|
lực lượng kiểm soát|quỹ đầu tư phát triển|quỹ phát triển|quỹ bảo vệ|hội bảo vệ|hội bảo trợ|hội chăm sóc|
chi cục kiểm lâm|quỹ hỗ trợ|quỹ đầu tư|ban xây dựng|có liên quan|trực thuộc|báo cáo viên|quản lý thị trường|
cơ quan chủ quản|tổ chức thành viên"""

#: Openings that look like a body and are none.
NO_BODIES = """trường hợp|cơ sở dữ liệu|cơ sở hạ tầng|cơ sở vật chất|cơ sở pháp lý|bộ chỉ số|bộ tiêu chí|
bộ nhận diện|bộ thủ tục|bộ tài liệu|bộ công cụ|bộ máy|bộ quy tắc|bộ mã|bộ phận một cửa|bộ dữ liệu|hội nghị|
hội thảo|hội chợ|hội nhập|hội thi|hội viên|
quỹ đất|khu vực|phòng chống|phòng, chống|phòng ngừa|phòng cháy|viện trợ|vụ việc|đoàn kết|xã hội|thuế suất|
thuế điện tử|báo cáo|ban hành|cục bộ|tỉnh táo|ngành nghề|tổ chức thực hiện|tổ chức triển khai|tổ chức các|
tổ chức hội|
tổ chức xây dựng|tổ chức tập huấn|tổ chức đào tạo|tổ chức kiểm tra|tổ chức đánh giá|tổ chức quán|tổ chức rà soát|
tổ chức tuyên|tổ chức lấy|tổ chức sơ|tổ chức tổng|tổ chức làm|tổ chức thi|tổ chức vận|tổ chức khai|tổ chức theo|
tổ chức thu|
tổ chức quản|tổ chức bộ|tổ chức tốt|tổ chức có|tổ chức công|tổ chức điều|tổ chức thí|tổ chức lễ|tổ chức cho|
tổ chức tiếp|tổ chức bồi|tổ chức cuộc|tổ chức hướng|tổ chức phổ|tổ chức giao|tổ chức đoàn|tổ chức học|tổ chức lập|
tổ chức phát|tổ chức truyền|tổ chức kết|
các chỉ tiêu|các nhiệm vụ|các hoạt động|các nội dung|các chương trình|các dự án|các văn bản|đài thọ|hộ tịch|
hộ chiếu|công an toàn|huyện đảo|tỉnh lộ|đoàn thanh tra|hội tụ|tập đoàn hóa|tổ hợp|cụm công nghiệp|cụm từ|
khu công nghiệp|khu kinh tế|khu công nghệ|khu chế xuất|khu dân cư|khu đô thị|phòng họp|phòng vệ|
thành viên của|báo hiệu|thuế xuất|trường học số|ngành giáo dục số|đơn vị tính|đơn vị chủ trì|đơn vị phối hợp|
đơn vị thực hiện|cơ quan chủ trì|cơ quan phối hợp|cơ quan thực hiện|xã hội hóa|xã hội số|một số chỉ tiêu|
một số nội dung|hợp tác xã số|hộ nghèo"""

POST = re.compile(rf"(?:{_alternatives(POSTS)})\b", re.IGNORECASE)
NAME_HEAD = re.compile(
    rf"(?:(?:{_alternatives(QUANTIFIERS)})\s+)?(?:{_alternatives(POSTS)}|{_alternatives(BODIES)})(?!\w)", re.IGNORECASE
)
PREDICATE = re.compile(rf"(?<![\w-])(?:{_alternatives(PREDICATES)})(?!\w)")
OPENING_PREDICATE = re.compile(rf"(?:{_alternatives(PREDICATES)})(?!\w)", re.IGNORECASE)
APPOINTMENT = re.compile(rf"(?:{_alternatives(APPOINTING)})\s+", re.IGNORECASE)
COMPOUND = re.compile(rf"(?:(?:{_alternatives(QUANTIFIERS)})\s+)?(?:{_alternatives(COMPOUNDS)})(?!\w)", re.IGNORECASE)
NO_BODY = re.compile(rf"(?:(?:{_alternatives(QUANTIFIERS)})\s+)?(?:{_alternatives(NO_BODIES)})(?!\w)", re.IGNORECASE)

# Finds a Python that tinhso runs on and puts its path in $python. Read by bin/run, bin/test and the Makefile:
#   . bin/python.sh
# TINHSO_PYTHON names one; otherwise the first of 3.11–3.13 on PATH that also has what "venv" needs.

find_python() {
    python=""
    for name in "${TINHSO_PYTHON:-}" python3 python3.13 python3.12 python3.11 python; do
        [ -n "$name" ] || continue
        found=$(command -v "$name" 2>/dev/null) || continue
        "$found" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null || continue
        # Without a better one this is kept: the set-up then says which package it lacks.
        [ -n "$python" ] || python=$found
        if "$found" -c 'import venv, ensurepip' 2>/dev/null; then
            python=$found
            return 0
        fi
    done
    [ -n "$python" ] && return 0
    cat >&2 <<'END'
Không tìm thấy Python 3.11, 3.12 hoặc 3.13. Hãy cài rồi chạy lại, ví dụ trên Debian, Ubuntu:
    apt-get install python3 python3-venv
Nếu Python nằm ở nơi khác: TINHSO_PYTHON=/duong/dan/python3 bin/run
No Python 3.11, 3.12 or 3.13 was found. Install one (python3 and python3-venv) and run again.
END
    return 1
}

find_python || exit 1

"""The colours of drawings, as a picture that stands for itself has them inside."""

#: The light scheme's colours (tokens.css), as a picture is put into white documents.
STYLE = (
    "text{fill:#18202b;font:13px Arial,sans-serif}.soft{fill:#55606f}.name{font-weight:bold;font-size:16px}"
    ".chart text{fill:#55606f}.chart-grid,.gantt-month{stroke:#dde2e8}.chart-dot{fill:#0b57a4}"
    ".chart-line{fill:none;stroke:#0b57a4;stroke-width:2.5}.chart .chart-target-words{fill:#18202b;font-weight:bold}"
    ".chart-target{stroke:#18202b;stroke-width:2;stroke-dasharray:6 4}"
    ".chart-ahead{stroke:#0b57a4;stroke-width:2.5;stroke-dasharray:3 5}.chart-range{fill:#0b57a4;opacity:.14}"
    ".spark polyline{fill:none;stroke:#0b57a4;stroke-width:1.5}.spark circle,.bullet-actual{fill:#0b57a4}"
    ".bullet-ground{fill:#eef1f4}.bullet-previous{stroke:#55606f;stroke-width:2;stroke-dasharray:2 2}"
    ".bullet-target{stroke:#18202b;stroke-width:2.5}.fill-good,.bar-done{fill:#3f9a63}.fill-warn,.bar-late{fill:#dda028}"
    ".fill-bad,.bar-overdue{fill:#d2483e}.fill-info,.bar-open{fill:#4a8cd0}.fill-neutral{fill:#a3adb9}"
    ".bar-inferred{fill:#e7f0fa;stroke:#4a8cd0;stroke-dasharray:4 3}.bar-saved{fill:none;stroke:#3f9a63}"
    ".bar-undated{fill:none;stroke:#a3adb9;stroke-dasharray:2 4}.bar-standing{fill:#eef1f4;stroke:#a3adb9}"
    ".bar-tick{fill:#fff;stroke:#18202b;stroke-width:1.5}.gantt-head text{font-size:12px;fill:#55606f}"
    ".gantt-today,.bar-today{fill:none;stroke:#a8231a;stroke-width:1.5;stroke-dasharray:4 3}"
)

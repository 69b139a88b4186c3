"""The office's calendar: rules of law as dated values, days off, working days, reporting periods, due days."""

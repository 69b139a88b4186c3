"""The screens of the programme: taking plans in, the one page of the chair, indicators, tasks, the plan's text."""

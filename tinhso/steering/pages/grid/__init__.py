"""A grid: rows of figures that are typed, pasted or uploaded, and judged one by one. Any page may hold one."""

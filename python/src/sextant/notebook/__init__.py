"""A study in a notebook: what it shows as a page, a view that lives while it runs, and buttons that act.

Needs no widgets. `live.py` pushes what there is to see from the kernel to the page, which works wherever a notebook works; the
buttons reach the kernel through `door.py` on loopback, and the one that stops the study also by the notebook's own interrupt.
"""

"""Local models by their real classes: which there are, where their files lie, and the processes that run them on this machine's devices.

Knows no film and no stage. The core half (catalogue, environment, hub, asking) loads nothing heavy; what imports torch runs only inside
the device worker. Example: `catalogue.card("sdxl").licence`; `asking.ask("draw", card, ..., progress=progress)`.
"""

"""Local models with random weights, a few megabytes each: they make noise and nonsense, but their real classes really run them.

Built in code, without any download, by the Python that has the models' packages: `python -m tests.fakes.tiny FOLDER NAME...`. Pictures
come out at 64x64. See tests/providers/local_models.py for how tests get them.
"""

"""The studio: the application in a browser. It asks the engine and shows the answer; it knows no SQL, no ffmpeg, no provider class.

Example: `from studio.server import serve; serve(Config(projects=Path("projects")))`.
"""

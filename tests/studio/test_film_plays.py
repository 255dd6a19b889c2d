"""A finished film in a browser's own player: it plays with its sound, and every seek shows exactly the frame of its time."""

import base64

import pytest
from PIL import Image

from engine.film import RATE, Film, Line, Move, Shot, Window, render, sound
from tests.film.conftest import speech

FPS, SIZE = 24, (320, 180)
COLOURS = [(200, 40, 40), (30, 160, 60), (40, 60, 210), (230, 200, 40), (120, 30, 150), (240, 240, 240)]
LENGTHS = [31, 48, 17, 60, 25, 40]
OPEN = """async (content) => {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const video = Object.assign(document.createElement('video'), { muted: true });
  document.body.append(video);
  const told = new Promise((well, badly) => {
    video.onloadeddata = well;
    video.onerror = () => badly(new Error(video.error.message));
  });
  video.src = URL.createObjectURL(new Blob([bytes], { type: 'video/mp4' }));
  await told;
  window.video = video;
  return [video.duration, video.videoWidth, video.videoHeight];
}"""
SEEK = """async (at) => {
  // 'seeked' may come before the frame does.
  const told = new Promise((well) => { video.onseeked = well; });
  const shown = new Promise((well) => { video.requestVideoFrameCallback((_, frame) => well(frame.mediaTime)); });
  video.currentTime = at;
  await told;
  const time = await shown;
  const canvas = Object.assign(document.createElement('canvas'), { width: 8, height: 8 });
  const pen = canvas.getContext('2d');
  pen.drawImage(video, 0, 0, 8, 8);
  return [time, ...pen.getImageData(4, 2, 1, 1).data].slice(0, 4);
}"""
PLAY = """async () => {
  video.currentTime = 0;
  const told = new Promise((well, badly) => {
    video.ontimeupdate = () => video.currentTime > 1.5 && well();
    video.onerror = () => badly(new Error(video.error.message));
  });
  await video.play();
  await told;
  video.pause();
  return [video.getVideoPlaybackQuality().totalVideoFrames, video.webkitAudioDecodedByteCount];
}"""


def coloured(folder):
    """Shots of one colour each, cut hard, and a voice."""
    shots = []
    for n, (colour, frames) in enumerate(zip(COLOURS, LENGTHS, strict=True)):
        Image.new("RGB", (480, 270), colour).save(folder / f"{n}.png")
        shots.append(Shot(f"s{n}", folder / f"{n}.png", Move(Window(), Window()), frames))
    sound.save_wav(folder / "voice.wav", speech(6.0))
    return Film(SIZE, FPS, tuple(shots), lines=(Line(folder / "voice.wav", RATE // 2),))


@pytest.fixture
def playing(browser, tmp_path):
    film, out = coloured(tmp_path), tmp_path / "film.mp4"
    render(film, out, cache=tmp_path / "cache")
    page = browser.new_page()
    if not page.evaluate("() => document.createElement('video').canPlayType('video/mp4; codecs=\"avc1.64001f\"')"):
        pytest.skip("this browser was built without H.264")
    told = page.evaluate(OPEN, base64.b64encode(out.read_bytes()).decode())
    yield page, film, told
    page.close()


def test_a_browser_plays_the_film_and_seeks_to_the_frame(playing):
    page, film, (seconds, *size) = playing
    assert seconds == pytest.approx(film.seconds, abs=0.001) and tuple(size) == SIZE
    ends = [sum(LENGTHS[: n + 1]) for n in range(len(LENGTHS))]
    frames = [(n, frame) for n, end in enumerate(ends) for frame in (end - LENGTHS[n], end - 1, end - LENGTHS[n] // 2)]
    for shot, frame in sorted(frames, key=lambda each: each[1] * 7919 % 101):  # to and fro
        time, *seen = page.evaluate(SEEK, (frame + 0.5) / FPS)
        assert time == pytest.approx(frame / FPS, abs=0.001)
        assert max(abs(a - b) for a, b in zip(seen, COLOURS[shot], strict=True)) < 14, (shot, frame, seen)
    shown, heard = page.evaluate(PLAY)
    assert shown > 20 and heard > 2000

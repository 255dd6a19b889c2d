"""The OpenAI protocol beyond words: pictures, voices, ears, vectors and judgements, as they are asked and as they are read."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from engine import prompting
from engine.errors import BadOutput, MediaError, MissingDependency, UserError
from engine.providers import calling, prices
from engine.providers.contract import (
    EmbeddingRequest,
    ImageRequest,
    ModerationRequest,
    SpeechRequest,
    TextRequest,
    Token,
    TranscriptRequest,
    VisionRequest,
)
from engine.providers.embedding.openai import OpenAIEmbedding
from engine.providers.image.openai import OpenAIImage
from engine.providers.moderation.openai import OpenAIModeration
from engine.providers.registry import provider
from engine.providers.speech import timing
from engine.providers.speech.openai import OpenAISpeech
from engine.providers.transcript.openai import OpenAITranscript
from engine.providers.vision.openai import OpenAIVision
from tests.fakes.openai_answers import answers
from tests.fakes.openai_server import OpenAIServer, Reply, data, say
from tests.providers.contract.cases import VERBS, WITH_A_FOLDER
from tests.providers.contract.rows_openai import HEARD, drawn, picture, png, tone, wav


@pytest.fixture(autouse=True)
def server(monkeypatch, tmp_path):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    calling.forget()
    monkeypatch.setattr(prices, "home", lambda: tmp_path / "home")
    with OpenAIServer() as running:
        monkeypatch.setenv("OPENAI_BASE_URL", running.url)
        yield running


# ---- pictures


@pytest.mark.parametrize(
    ("model", "asked", "wanted"),
    [
        ("gpt-image-2", (1536, 864), (1536, 864)),
        ("gpt-image-2", (2304, 1296), (2304, 1296)),
        ("gpt-image-2", (864, 1536), (864, 1536)),
        ("gpt-image-2", (1296, 1296), (1296, 1296)),
        ("gpt-image-1", (1536, 864), (1536, 1024)),
        ("gpt-image-1", (864, 1536), (1024, 1536)),
        ("gpt-image-1-mini", (1000, 1000), (1024, 1024)),
        ("some-other-model", (1920, 1080), (1536, 1024)),
    ],
)
def test_the_nearest_size_that_the_model_has_is_asked_for(model, asked, wanted):
    assert OpenAIImage(model).size(ImageRequest("fog", *asked)) == wanted


@pytest.mark.parametrize("asked", [(64, 64), (320, 180), (7680, 4320), (4000, 400), (300, 3000), (1281, 719)])
def test_any_size_becomes_one_that_the_service_takes(asked):
    wide, high = OpenAIImage("gpt-image-2").size(ImageRequest("fog", *asked))
    assert (
        wide % 16 == high % 16 == 0 and 655_360 <= wide * high <= 2560 * 1440 and max(wide, high) / min(wide, high) <= 3
    )


def test_a_picture_of_another_shape_is_cut_to_the_one_that_was_asked(server, tmp_path):
    server.queue(drawn(png((1536, 1024))))
    result = OpenAIImage("gpt-image-1:low").draw(ImageRequest("fog", 1536, 864), tmp_path)
    with Image.open(result.path) as found:
        assert (found.size, found.format) == ((1536, 864), "PNG")
    assert server.asked[0].body["quality"] == "low" and server.asked[0].path == "/v1/images/generations"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["picture.png"]


def test_a_servers_own_model_is_asked_in_the_older_form(server, tmp_path):
    server.queue(drawn(png((1536, 1024))))
    OpenAIImage("flux-dev").draw(ImageRequest("fog", 768, 512), tmp_path)
    assert server.asked[0].body["response_format"] == "b64_json" and "quality" not in server.asked[0].body


def test_a_mask_changes_what_it_marks_and_nothing_else(server, tmp_path):
    start, mask = picture(tmp_path, "start.png", (1536, 864)), tmp_path / "mask.png"
    marked = Image.new("L", (1536, 864), 0)
    marked.paste(255, (700, 300, 900, 500))
    marked.save(mask)
    answer = io.BytesIO()
    Image.new("RGB", (1536, 864), "red").save(answer, "PNG")
    server.queue(drawn(answer.getvalue()))
    request = ImageRequest("a lamp", 1536, 864, init=start, mask=mask, references=(picture(tmp_path, "like.png"),))
    result = OpenAIImage("gpt-image-2").draw(request, tmp_path)
    with Image.open(result.path) as found:
        now, was = np.asarray(found.convert("RGB")), np.asarray(Image.open(start).convert("RGB"))
    outside = np.asarray(marked) == 0
    assert (now[outside] == was[outside]).all() and tuple(now[400, 800]) == (255, 0, 0)
    form = server.asked[0].form
    assert server.asked[0].path == "/v1/images/edits" and len(form["image[]"]) == 2
    alpha = np.asarray(Image.open(io.BytesIO(form["mask"][0])).getchannel("A"))
    assert alpha[400, 800] == 0 and alpha[10, 10] == 255 and alpha.shape == (864, 1536)
    assert "where its mask lets you" in form["prompt"][0].decode()


def test_references_alone_are_an_edit_that_holds_on_to_them(server, tmp_path):
    server.queue(drawn(png((1536, 1024))))
    request = ImageRequest(
        "Marta at the window", 768, 512, references=(picture(tmp_path, "a.png"), picture(tmp_path, "b.png"))
    )
    OpenAIImage("gpt-image-1.5").draw(request, tmp_path)
    assert server.asked[0].body["input_fidelity"] == "high" and len(server.asked[0].form["image[]"]) == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"width": 32}, {"height": 9000}, {"mask": "seen.png"}, {"references": ("seen.png",) * 17}, {"init": "words.txt"},
        {"init": "seen.png", "mask": "gone.png"},
    ],
)  # fmt: skip
def test_what_cannot_be_drawn_is_said_before_anything_is_asked(server, tmp_path, wrong):
    picture(tmp_path)
    (tmp_path / "words.txt").write_text("this is no picture")
    there = {
        name: tuple(tmp_path / each for each in value) if isinstance(value, tuple) else tmp_path / value if isinstance(value, str) else value
        for name, value in wrong.items()
    }  # fmt: skip
    with pytest.raises((UserError, MediaError)):
        OpenAIImage("gpt-image-2").draw(
            ImageRequest(**{"prompt": "fog", "width": 640, "height": 360} | there), tmp_path
        )
    assert server.asked == []


def test_the_prompt_has_the_look_the_people_and_what_must_not_be_seen(server, tmp_path):
    request = ImageRequest(
        "Marta trims the lamp", 1280, 720, shot={"framing": "close", "mood": "calm"}, style={"look": "ink", "palette": "sea"},
        entries={"marta": {"name": "Marta", "look": "an old woman in a yellow coat"}}, negative="boats", note="warmer",
    )  # fmt: skip
    server.queue(drawn(png((1536, 1024))))
    maker = OpenAIImage("gpt-image-1")
    maker.draw(prompting.worded(maker, request), tmp_path)
    words = server.asked[0].body["prompt"]
    for part in (
        "Marta trims the lamp.",
        "close-up",
        "calm",
        "yellow coat",
        "watercolour",
        "sea",
        "warmer",
        "Nowhere in it: boats.",
    ):
        assert part in words


@pytest.mark.parametrize(("strength", "how"), [(0.1, "slightly"), (0.6, "where the words ask"), (0.9, "freely")])
def test_how_much_of_a_picture_may_change_is_put_in_words(server, tmp_path, strength, how):
    server.queue(drawn(png((1536, 1024))))
    OpenAIImage("gpt-image-1").draw(ImageRequest("fog", 768, 512, init=picture(tmp_path), strength=strength), tmp_path)
    assert f"change it {how}" in server.asked[0].body["prompt"]


# ---- voices


def line(text="All quiet.", **more):
    return SpeechRequest(tuple(Token(word, word) for word in text.split()), "en", "nova", **more)


def test_the_first_models_are_paced_by_the_service_and_take_no_instructions(server, tmp_path):
    server.queue(Reply(raw=wav(), media="audio/wav"))
    OpenAISpeech("tts-1").speak(line(pace=1.25, emotion="sad"), tmp_path)
    assert server.asked[0].body["speed"] == 1.25 and "instructions" not in server.asked[0].body


def test_the_others_are_paced_here_and_told_the_emotion(server, tmp_path):
    server.queue(Reply(raw=wav(2.0), media="audio/wav"))
    result = OpenAISpeech("gpt-4o-mini-tts").speak(line(pace=1.25, emotion="sad"), tmp_path)
    assert result.seconds == pytest.approx(1.6, abs=0.01) and "sadly" in server.asked[0].body["instructions"]
    assert "speed" not in server.asked[0].body


def test_a_wav_that_was_streamed_says_no_length_and_is_whole(server, tmp_path):
    streamed = bytearray(wav())
    at = streamed.find(b"data") + 4
    streamed[at : at + 4] = streamed[4:8] = b"\xff\xff\xff\xff"
    server.queue(Reply(raw=bytes(streamed), media="audio/wav"))
    assert OpenAISpeech("tts-1").speak(line(), tmp_path).seconds == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize("request_", [line("…"), line(pace=3.0), line("word " * 900)])
def test_a_line_that_cannot_be_said_is_refused_before_it_is_paid_for(server, tmp_path, request_):
    with pytest.raises(UserError):
        OpenAISpeech("tts-1").speak(request_, tmp_path)
    assert server.asked == []


def test_without_an_ear_for_its_words_nothing_is_bought(server, tmp_path, monkeypatch):
    monkeypatch.setattr(timing, "lacking", lambda language: "Fetch the ear.")
    with pytest.raises(MissingDependency, match="Fetch the ear"):
        OpenAISpeech("tts-1").speak(line(), tmp_path)
    assert server.asked == []


def test_every_voice_speaks_every_language_and_the_best_come_first():
    newer, first = OpenAISpeech("gpt-4o-mini-tts"), OpenAISpeech("tts-1")
    assert [voice.name for voice in newer.voices("hi")][:2] == ["cedar", "marin"] and newer.voices("hi")[
        0
    ].language == "hi"
    assert len(newer.voices("en-GB")) == 13 and len(first.voices("en")) == 9 and newer.voices("xx") == ()


# ---- ears


def test_what_is_said_is_heard_in_any_language(server, tmp_path):
    server.queue(data({**HEARD, "language": "hindi"}))
    result = OpenAITranscript("whisper-1").hear(TranscriptRequest(tone(tmp_path), ""), tmp_path)
    assert (result.text, result.language) == ("All quiet.", "hi") and "language" not in server.asked[0].body
    assert [(word.w, word.start) for word in result.words] == [("All", 0.1), ("quiet", 0.5)]


def test_silence_has_no_words(server, tmp_path):
    server.queue(data({**HEARD, "text": "", "words": []}))
    assert OpenAITranscript().hear(TranscriptRequest(tone(tmp_path), "en"), tmp_path).words == ()


def test_a_model_that_tells_no_times_is_named(server, tmp_path):
    server.queue(data({"text": "All quiet."}))
    with pytest.raises(BadOutput, match="whisper-1"):
        OpenAITranscript("gpt-4o-transcribe").hear(TranscriptRequest(tone(tmp_path), "en"), tmp_path)


# ---- eyes, vectors, judgements


def test_a_large_picture_is_made_smaller_before_it_is_sent(server, tmp_path):
    server.queue(say("A teal field."))
    result = OpenAIVision("some-model").look(VisionRequest((picture(tmp_path, size=(4000, 2000)),), "What is it?"))
    assert result.text == "A teal field."
    url = server.asked[0].body["messages"][1]["content"][0]["image_url"]["url"]
    assert url.startswith("data:image/jpeg;base64,") and len(url) < 60_000


def test_no_picture_is_nothing_to_look_at(server):
    with pytest.raises(UserError):
        OpenAIVision().look(VisionRequest((), "What is it?"))


def test_many_texts_are_asked_in_parts_and_kept_in_order(server):
    def vectors(asked):
        rows = [
            {"object": "embedding", "index": n, "embedding": [float(text), 1.0]}
            for n, text in enumerate(asked.body["input"])
        ]
        return data({"object": "list", "model": "m", "data": rows, "usage": {"prompt_tokens": 1, "total_tokens": 1}})

    server.queue(vectors)
    result = OpenAIEmbedding("m").embed(EmbeddingRequest(tuple(str(n) for n in range(1100))))
    assert len(server.asked) == 3 and [round(x / y) for x, y in result.vectors] == list(range(1100))


@pytest.mark.parametrize("texts", [(), ("fog", " ")])
def test_empty_texts_have_no_meaning(server, texts):
    with pytest.raises(UserError):
        OpenAIEmbedding().embed(EmbeddingRequest(texts))


def test_nothing_is_not_judged(server):
    with pytest.raises(UserError):
        OpenAIModeration().judge(ModerationRequest(" "))


@pytest.mark.parametrize("kind", ["text", "speech", "transcript", "image", "vision", "embedding", "moderation"])
def test_every_kind_has_a_model_of_its_own_and_a_price_for_it(kind, monkeypatch):
    monkeypatch.delenv("OPENAI_BASE_URL")
    maker = provider(kind, "openai")
    assert prices.rates("https://api.openai.com/v1", maker.model) is not None and "OPENAI_API_KEY" in maker.ready()


# ---- a server that answers everything sensibly, as one is run by hand


@pytest.mark.parametrize(
    ("kind", "request_", "good"),
    [
        ("text", lambda folder: TextRequest("You write.", "Fog"), lambda found: found.text),
        ("speech", lambda folder: line(), lambda found: 0.5 < found.seconds < 5 and len(found.words) == 2),
        (
            "transcript",
            lambda folder: TranscriptRequest(tone(folder), "en", ("All", "quiet.")),
            lambda found: len(found.words) == 2,
        ),
        (
            "image",
            lambda folder: ImageRequest("a lamp in the fog", 640, 360),
            lambda found: len(Image.open(found.path).getcolors(99999)) > 4,
        ),
        (
            "vision",
            lambda folder: VisionRequest((picture(folder),), "What is it?", LOOK),
            lambda found: set(found.data) == {"match", "faults"},
        ),
        (
            "embedding",
            lambda folder: EmbeddingRequest(("the lamp", "a lamp", "rain")),
            lambda found: _near(found.vectors),
        ),
        (
            "moderation",
            lambda folder: ModerationRequest("a forbidden word"),
            lambda found: found.flagged and found.reasons == ("violence",),
        ),
    ],
)
def test_the_pretended_service_answers_every_kind(server, tmp_path, kind, request_, good):
    server.queue(answers(real=False))
    maker, asked = provider(kind, "openai"), request_(tmp_path)
    verb = getattr(maker, VERBS[kind])
    assert good(verb(asked, tmp_path) if kind in WITH_A_FOLDER else verb(asked))


LOOK = {
    "type": "object", "properties": {"match": {"type": "number", "maximum": 10}, "faults": {"type": "array", "items": {"type": "string"}}},
    "required": ["match", "faults"], "additionalProperties": False,
}  # fmt: skip


def _near(vectors):
    one, other, third = (np.array(vector) for vector in vectors)
    return one @ other > one @ third

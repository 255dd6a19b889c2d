"""Tiny models of words and sound: a chat model, one that sees, MusicGen, Whisper. Example: `qwen(Path("qwen"))` writes its folder."""

from __future__ import annotations

import json
from pathlib import Path

from tests.fakes.tiny.lessons import lessons
from tests.fakes.tiny.tokenizers import chat_tokenizer, letters, t5_tokenizer


def qwen(target: Path) -> None:
    """A chat model of Qwen2's kind."""
    from transformers import Qwen2Config, Qwen2ForCausalLM

    tokenizer = chat_tokenizer()
    config = Qwen2Config(
        vocab_size=len(tokenizer),
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=4,
        num_key_value_heads=2,
        max_position_embeddings=2048,
        eos_token_id=tokenizer.eos_token_id,
        bos_token_id=None,
    )
    Qwen2ForCausalLM(config).save_pretrained(target)
    tokenizer.save_pretrained(target)


def told(target: Path) -> None:
    """A chat model that knows two answers by heart (see lessons.py), so that it can be seen to mend its ways.

    Nothing is trained: its body is random, and its last layer is solved so that each state on the way of an answer gives the next token.
    """
    import torch
    from transformers import Qwen2Config, Qwen2ForCausalLM

    tokenizer = chat_tokenizer()
    config = Qwen2Config(
        vocab_size=len(tokenizer), hidden_size=128, intermediate_size=64, num_hidden_layers=1, num_attention_heads=4, num_key_value_heads=4,
        max_position_embeddings=4096, eos_token_id=tokenizer.eos_token_id, bos_token_id=None, tie_word_embeddings=False,
        initializer_range=0.4,
    )  # fmt: skip
    model = Qwen2ForCausalLM(config).eval()
    states, wanted = [], []
    with torch.inference_mode():
        for talk, said in lessons():
            asked = tokenizer.apply_chat_template(talk, add_generation_prompt=True, return_dict=True)["input_ids"]
            told = tokenizer.encode(f"{said}<|im_end|>")
            states.append(
                model.model(input_ids=torch.tensor([[*asked, *told[:-1]]])).last_hidden_state[0, len(asked) - 1 :]
            )
            wanted += told
        sums = torch.nn.functional.one_hot(torch.tensor(wanted), len(tokenizer)).double() * 30
        solved = torch.linalg.pinv(torch.cat(states).double(), rcond=1e-9) @ sums
    model.lm_head.weight.data = solved.T.float().contiguous()
    model.save_pretrained(target)
    tokenizer.save_pretrained(target)


def llava(target: Path) -> None:
    """A chat model that sees, of LLaVA 1.5's kind."""
    from transformers import (
        CLIPImageProcessorPil,
        CLIPVisionConfig,
        LlamaConfig,
        LlavaConfig,
        LlavaForConditionalGeneration,
        LlavaProcessor,
    )  # fmt: skip

    tokenizer = chat_tokenizer("<image>")
    image = tokenizer.convert_tokens_to_ids("<image>")
    config = LlavaConfig(
        vision_config=CLIPVisionConfig(
            hidden_size=32,
            intermediate_size=37,
            num_attention_heads=4,
            num_hidden_layers=2,
            image_size=32,
            patch_size=8,
        ),
        text_config=LlamaConfig(
            vocab_size=len(tokenizer),
            hidden_size=32,
            intermediate_size=64,
            num_hidden_layers=2,
            num_attention_heads=4,
            max_position_embeddings=2048,
            eos_token_id=tokenizer.eos_token_id,
        ),
        image_token_index=image,
        image_seq_length=16,
    )
    model = LlavaForConditionalGeneration(config)
    model.generation_config.forced_eos_token_id = tokenizer.eos_token_id  # it would go on for ever
    model.save_pretrained(target)
    processor = LlavaProcessor(
        image_processor=CLIPImageProcessorPil(size={"shortest_edge": 32}, crop_size={"height": 32, "width": 32}),
        tokenizer=tokenizer,
        patch_size=8,
        vision_feature_select_strategy="default",
        num_additional_image_tokens=1,
        chat_template=tokenizer.chat_template,
    )
    processor.save_pretrained(target)


def musicgen(target: Path) -> None:
    """MusicGen with a tiny EnCodec."""
    from transformers import (
        EncodecConfig,
        EncodecFeatureExtractor,
        EncodecModel,
        MusicgenConfig,
        MusicgenDecoderConfig,
        MusicgenForConditionalGeneration,
        MusicgenProcessor,
        T5Config,
    )  # fmt: skip

    tokenizer = t5_tokenizer()
    encoder = T5Config(
        vocab_size=len(tokenizer), d_model=32, d_kv=8, d_ff=37, num_layers=2, num_heads=4, pad_token_id=0
    )
    decoder = MusicgenDecoderConfig(
        vocab_size=64, hidden_size=32, ffn_dim=64, num_hidden_layers=2, num_attention_heads=4, num_codebooks=4,
        max_position_embeddings=512, pad_token_id=64, bos_token_id=64,
    )  # fmt: skip
    audio = EncodecConfig(
        hidden_size=32, vector_hidden_size=32, num_filters=8, num_residual_layers=1, upsampling_ratios=[8, 4],
        codebook_size=64, codebook_dim=32, sampling_rate=1600, target_bandwidths=[1.2], num_lstm_layers=1,
    )  # fmt: skip
    model = MusicgenForConditionalGeneration(
        MusicgenConfig(text_encoder=encoder.to_dict(), audio_encoder=audio.to_dict(), decoder=decoder.to_dict())
    )
    model.generation_config.decoder_start_token_id = 64
    model.generation_config.pad_token_id = model.generation_config.bos_token_id = 64
    model.save_pretrained(target)
    assert isinstance(model.audio_encoder, EncodecModel)
    MusicgenProcessor(EncodecFeatureExtractor(sampling_rate=1600), tokenizer).save_pretrained(target)


def whisper(target: Path) -> None:
    """Whisper as CTranslate2 runs it, with every language and time mark of the real one."""
    import ctranslate2
    from transformers import WhisperConfig, WhisperFeatureExtractor, WhisperForConditionalGeneration, WhisperTokenizer
    from transformers.models.whisper.tokenization_whisper import LANGUAGES

    vocab = {letter: number for number, letter in enumerate(letters())}
    marks = ["<|endoftext|>", "<|startoftranscript|>", *(f"<|{code}|>" for code in LANGUAGES)]
    marks += ["<|translate|>", "<|transcribe|>", "<|startoflm|>", "<|startofprev|>", "<|nospeech|>", "<|notimestamps|>"]
    marks += [f"<|{step * 0.02:.2f}|>" for step in range(1501)]
    tokenizer = WhisperTokenizer(vocab=vocab | {"<|endoftext|>": len(vocab)}, merges=[])
    tokenizer.add_tokens(marks[1:], special_tokens=True)
    ids = {mark: tokenizer.convert_tokens_to_ids(mark) for mark in marks}
    config = WhisperConfig(
        vocab_size=len(tokenizer), d_model=32, encoder_layers=2, decoder_layers=2, encoder_attention_heads=4, decoder_attention_heads=4,
        encoder_ffn_dim=64, decoder_ffn_dim=64, num_mel_bins=80, eos_token_id=ids["<|endoftext|>"], bos_token_id=ids["<|endoftext|>"],
        pad_token_id=ids["<|endoftext|>"], decoder_start_token_id=ids["<|startoftranscript|>"], suppress_tokens=[],
    )  # fmt: skip
    model = WhisperForConditionalGeneration(config)
    settings = model.generation_config
    settings.alignment_heads = [[1, 0], [1, 1]]
    settings.lang_to_id = {f"<|{code}|>": ids[f"<|{code}|>"] for code in LANGUAGES}
    settings.no_timestamps_token_id = ids["<|notimestamps|>"]
    source = target.with_name(f"{target.name}-source")
    model.save_pretrained(source)
    tokenizer.save_pretrained(source)
    WhisperFeatureExtractor().save_pretrained(source)
    described = source / "tokenizer_config.json"
    described.write_text(json.dumps(json.loads(described.read_text()) | {"tokenizer_class": "WhisperTokenizer"}))
    converter = ctranslate2.converters.TransformersConverter(
        str(source), copy_files=["tokenizer.json", "preprocessor_config.json"]
    )
    converter.convert(str(target), force=True)

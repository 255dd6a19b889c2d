"""A real llama model of random weights in a GGUF file of about 130 KB: it says nonsense, but the real runner really runs it."""

from __future__ import annotations

from pathlib import Path

import numpy as np

WIDTH, HEADS, INNER = 32, 4, 64
_CHARACTERS = "▁abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,:;'\"{}[]!?-"
_TEMPLATE = "{% for m in messages %}{{ m['role'] }}: {{ m['content'] }}\n{% endfor %}assistant: "


def write_tiny_gguf(path: Path, seed: int = 0) -> Path:
    """Write the model to `path` and answer it."""
    from gguf import GGUFWriter, TokenType

    tokens = [(b"<unk>", TokenType.UNKNOWN), (b"<s>", TokenType.CONTROL), (b"</s>", TokenType.CONTROL)]
    tokens += [(f"<0x{byte:02X}>".encode(), TokenType.BYTE) for byte in range(256)]
    tokens += [(character.encode(), TokenType.NORMAL) for character in _CHARACTERS]
    writer = GGUFWriter(path, "llama")
    _describe(writer, len(tokens))
    writer.add_token_list([text for text, _ in tokens])
    writer.add_token_types([kind for _, kind in tokens])
    writer.add_token_scores([-1.0 if kind == TokenType.NORMAL else 0.0 for _, kind in tokens])
    for name, weights in _weights(len(tokens), seed).items():
        writer.add_tensor(name, weights)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _describe(writer, tokens: int) -> None:
    writer.add_context_length(4096)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(1)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_vocab_size(tokens)
    writer.add_file_type(0)
    writer.add_tokenizer_model("llama")
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_unk_token_id(0)
    writer.add_chat_template(_TEMPLATE)


def _weights(tokens: int, seed: int) -> dict[str, np.ndarray]:
    chance = np.random.default_rng(seed)

    def random(*shape: int) -> np.ndarray:
        return (chance.standard_normal(shape) * 0.05).astype(np.float32)

    ones = np.ones(WIDTH, np.float32)
    return {
        "token_embd.weight": random(tokens, WIDTH),
        "output_norm.weight": ones,
        "output.weight": random(tokens, WIDTH),
        "blk.0.attn_norm.weight": ones,
        "blk.0.ffn_norm.weight": ones,
        **{f"blk.0.{name}.weight": random(WIDTH, WIDTH) for name in ("attn_q", "attn_k", "attn_v", "attn_output")},
        "blk.0.ffn_gate.weight": random(INNER, WIDTH),
        "blk.0.ffn_up.weight": random(INNER, WIDTH),
        "blk.0.ffn_down.weight": random(WIDTH, INNER),
    }

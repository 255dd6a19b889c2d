"""SDXL and LTX-Video at full size, by their public configurations, with random weights: as fast and as large as the real ones.

Written to a folder as their makers publish them, so that they are loaded in the usual way. Example: `sdxl(Path("sdxl"), "cuda")`. Sources: the
config.json files of stabilityai/stable-diffusion-xl-base-1.0 and Lightricks/LTX-Video (diffusers' own defaults are those of the latter).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.fakes.tiny.tokenizers import BYTES, clip_tokenizer, t5_tokenizer

CLIP_WORDS, T5_WORDS = 49408, 32128


@contextmanager
def _halves(device: str, kind: str) -> Iterator[None]:
    """New networks lie on this device, in 16 bits: made at once, where 32 bits on the processor would take minutes."""
    import torch

    torch.manual_seed(0)
    before = torch.get_default_dtype()
    torch.set_default_dtype(getattr(torch, kind))
    try:
        with torch.device(device):
            yield
    finally:
        torch.set_default_dtype(before)


def sdxl(target: Path, device: str) -> None:
    """Stable Diffusion XL 1.0, base: 2.6 billion weights in its network, two text encoders, decoder."""
    from diffusers import AutoencoderKL, EulerDiscreteScheduler, StableDiffusionXLPipeline, UNet2DConditionModel

    with _halves(device, "float16"):
        unet = UNet2DConditionModel(
            sample_size=128,
            block_out_channels=(320, 640, 1280),
            layers_per_block=2,
            down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
            up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
            attention_head_dim=(5, 10, 20),
            cross_attention_dim=2048,
            transformer_layers_per_block=(1, 2, 10),
            use_linear_projection=True,
            addition_embed_type="text_time",
            addition_time_embed_dim=256,
            projection_class_embeddings_input_dim=2816,
        )
        vae = AutoencoderKL(
            block_out_channels=(128, 256, 512, 512),
            down_block_types=("DownEncoderBlock2D",) * 4,
            up_block_types=("UpDecoderBlock2D",) * 4,
            layers_per_block=2,
            latent_channels=4,
            sample_size=1024,
            scaling_factor=0.13025,
            force_upcast=True,
        )
        first, second = _clip(768, 3072, 12, 12, "quick_gelu", False), _clip(1280, 5120, 20, 32, "gelu", True)
    StableDiffusionXLPipeline(
        vae=vae,
        text_encoder=first,
        text_encoder_2=second,
        tokenizer=clip_tokenizer(),
        tokenizer_2=clip_tokenizer(),
        unet=unet,
        scheduler=EulerDiscreteScheduler(beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear"),
        add_watermarker=False,
    ).save_pretrained(target, variant="fp16")


def _clip(width: int, inner: int, heads: int, layers: int, bend: str, projected: bool):
    from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

    config = CLIPTextConfig(
        vocab_size=CLIP_WORDS,
        hidden_size=width,
        intermediate_size=inner,
        num_attention_heads=heads,
        num_hidden_layers=layers,
        hidden_act=bend,
        projection_dim=width,
        bos_token_id=BYTES,
        eos_token_id=BYTES + 1,
        pad_token_id=BYTES + 1,
    )
    return (CLIPTextModelWithProjection if projected else CLIPTextModel)(config).eval()


def ltx(target: Path, device: str) -> None:
    """LTX-Video 0.9: 1.9 billion weights in its network, T5-XXL, decoder."""
    from diffusers import (
        AutoencoderKLLTXVideo,
        FlowMatchEulerDiscreteScheduler,
        LTXPipeline,
        LTXVideoTransformer3DModel,
    )
    from transformers import T5Config, T5EncoderModel

    with _halves(device, "bfloat16"):
        transformer, vae = LTXVideoTransformer3DModel(), AutoencoderKLLTXVideo()
        reader = T5EncoderModel(
            T5Config(
                vocab_size=T5_WORDS,
                d_model=4096,
                d_kv=64,
                d_ff=10240,
                num_layers=24,
                num_heads=64,
                feed_forward_proj="gated-gelu",
            )
        )
    LTXPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(
            use_dynamic_shifting=True, base_shift=0.95, max_shift=2.05, shift_terminal=0.1
        ),
        vae=vae,
        text_encoder=reader.eval(),
        tokenizer=t5_tokenizer(),
        transformer=transformer,
    ).save_pretrained(target)

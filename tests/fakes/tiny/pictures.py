"""Tiny picture models: SDXL with all that can be added to it, and FLUX. Example: `sdxl(Path("sdxl"))` writes its folder."""

from __future__ import annotations

from pathlib import Path

from tests.fakes.tiny.tokenizers import BYTES, clip_tokenizer, t5_encoder, t5_tokenizer


def _clip_text(tokenizer, projected: bool):
    from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection

    config = CLIPTextConfig(
        vocab_size=len(tokenizer),
        hidden_size=32,
        intermediate_size=37,
        num_attention_heads=4,
        num_hidden_layers=2,
        projection_dim=32,
        bos_token_id=BYTES,
        eos_token_id=BYTES + 1,
        pad_token_id=BYTES + 1,
    )
    return (CLIPTextModelWithProjection if projected else CLIPTextModel)(config).eval()


def _unet(cross: int, times: int):
    from diffusers import UNet2DConditionModel

    return UNet2DConditionModel(
        block_out_channels=(32, 64),
        layers_per_block=1,
        sample_size=32,
        in_channels=4,
        out_channels=4,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "UpBlock2D"),
        attention_head_dim=(2, 4),
        use_linear_projection=True,
        addition_embed_type="text_time",
        addition_time_embed_dim=8,
        transformer_layers_per_block=(1, 2),
        projection_class_embeddings_input_dim=times * 8 + 32,
        cross_attention_dim=cross,
        norm_num_groups=1,
    )


def _vae():
    from diffusers import AutoencoderKL

    return AutoencoderKL(
        block_out_channels=[32, 64],
        in_channels=3,
        out_channels=3,
        down_block_types=["DownEncoderBlock2D"] * 2,
        up_block_types=["UpDecoderBlock2D"] * 2,
        latent_channels=4,
        sample_size=64,
    )


def sdxl(target: Path) -> None:
    """The base, with both text encoders."""
    from diffusers import EulerDiscreteScheduler, StableDiffusionXLPipeline

    tokenizer = clip_tokenizer()
    StableDiffusionXLPipeline(
        vae=_vae(),
        text_encoder=_clip_text(tokenizer, False),
        text_encoder_2=_clip_text(tokenizer, True),
        tokenizer=tokenizer,
        tokenizer_2=tokenizer,
        unet=_unet(64, 6),
        scheduler=EulerDiscreteScheduler(beta_schedule="scaled_linear"),
        force_zeros_for_empty_prompt=True,
        add_watermarker=False,
    ).save_pretrained(target)


def sdxl_refiner(target: Path) -> None:
    """The refiner, with the second text encoder alone and its own measure of beauty."""
    from diffusers import EulerDiscreteScheduler, StableDiffusionXLImg2ImgPipeline

    tokenizer = clip_tokenizer()
    StableDiffusionXLImg2ImgPipeline(
        vae=_vae(),
        text_encoder=None,
        text_encoder_2=_clip_text(tokenizer, True),
        tokenizer=None,
        tokenizer_2=tokenizer,
        unet=_unet(32, 5),
        scheduler=EulerDiscreteScheduler(beta_schedule="scaled_linear"),
        requires_aesthetics_score=True,
        force_zeros_for_empty_prompt=False,
        add_watermarker=False,
    ).save_pretrained(target)


def control(target: Path) -> None:
    """A ControlNet for the tiny base."""
    import torch
    from diffusers import ControlNetModel

    net = ControlNetModel.from_unet(_unet(64, 6), conditioning_embedding_out_channels=(16, 32))
    begin_at_nothing = (net.controlnet_down_blocks, net.controlnet_mid_block, net.controlnet_cond_embedding.conv_out)
    for weights in (each for part in begin_at_nothing for each in part.parameters()):
        torch.nn.init.normal_(weights, std=0.5)
    net.save_pretrained(target)


def lora(target: Path) -> None:
    """A LoRA of the base's attention, and one that was made for another model."""
    import torch
    from safetensors.torch import save_file

    target.mkdir(parents=True, exist_ok=True)
    made = {}
    for name, module in _unet(64, 6).named_modules():
        if name.endswith(("attn1.to_q", "attn1.to_v", "attn2.to_q")):
            made[f"unet.{name}.lora_A.weight"] = torch.randn(4, module.in_features)
            made[f"unet.{name}.lora_B.weight"] = torch.randn(module.out_features, 4)
    save_file(made, target / "ink.safetensors")
    first = next(iter(made))
    save_file({first: torch.randn(4, 999)}, target / "foreign.safetensors")


def ip_adapter(target: Path) -> None:
    """References for the tiny base: a picture encoder and the projections of each attention."""
    import torch
    from safetensors.torch import save_file
    from transformers import CLIPVisionConfig, CLIPVisionModelWithProjection

    config = CLIPVisionConfig(
        hidden_size=32,
        intermediate_size=37,
        num_attention_heads=4,
        num_hidden_layers=2,
        patch_size=32,
        projection_dim=32,
    )
    CLIPVisionModelWithProjection(config).save_pretrained(target / "models" / "image_encoder")
    unet = _unet(64, 6)
    made = {
        "image_proj.proj.weight": torch.randn(4 * 64, 32) * 0.1,
        "image_proj.proj.bias": torch.zeros(4 * 64),
        "image_proj.norm.weight": torch.ones(64),
        "image_proj.norm.bias": torch.zeros(64),
    }
    number = 1
    for name in unet.attn_processors:
        if name.endswith("attn2.processor"):
            width = unet.get_submodule(name.removesuffix(".processor")).to_k.out_features
            for part in ("k", "v"):
                made[f"ip_adapter.{number}.to_{part}_ip.weight"] = torch.randn(width, 64) * 0.1
            number += 2
    folder = target / "sdxl_models"
    folder.mkdir(parents=True, exist_ok=True)
    save_file(made, folder / "ip-adapter_tiny.safetensors")


def flux(target: Path) -> None:
    """FLUX with its two text encoders."""
    from diffusers import AutoencoderKL, FlowMatchEulerDiscreteScheduler, FluxPipeline, FluxTransformer2DModel

    tokenizer = clip_tokenizer()
    second = t5_tokenizer()
    FluxPipeline(
        scheduler=FlowMatchEulerDiscreteScheduler(),
        vae=AutoencoderKL(
            block_out_channels=[4],
            in_channels=3,
            out_channels=3,
            latent_channels=1,
            norm_num_groups=1,
            sample_size=32,
            use_quant_conv=False,
            use_post_quant_conv=False,
            shift_factor=0.0609,
            scaling_factor=1.5035,
        ),
        text_encoder=_clip_text(tokenizer, False),
        tokenizer=tokenizer,
        text_encoder_2=t5_encoder(len(second)),
        tokenizer_2=second,
        transformer=FluxTransformer2DModel(
            patch_size=1,
            in_channels=4,
            num_layers=1,
            num_single_layers=1,
            attention_head_dim=16,
            num_attention_heads=2,
            joint_attention_dim=32,
            pooled_projection_dim=32,
            axes_dims_rope=[4, 4, 8],
        ),
    ).save_pretrained(target)

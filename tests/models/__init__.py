"""Tests of engine.models without PyTorch: what is known of models, where they lie, how they are laid out in memory."""

"""Text as language: which it is, its sentences, how it is spoken and how it is captioned."""

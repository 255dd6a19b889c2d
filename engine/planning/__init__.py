"""Planning without a model: rules that read a text and propose its bible, its lines and its shots. Pure functions, no store."""

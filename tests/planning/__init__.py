"""Planning without a model: scripts, bibles and shotlists by rule."""

"""Running rules: the pure check, cache, settings, stets, fixing, executors."""

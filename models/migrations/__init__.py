"""Letters to the future: each brings an office one version up; frozen once released."""

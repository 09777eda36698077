"""What the office prints: the content of a paper and its HTML, without a window."""

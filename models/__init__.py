"""What the office knows: records, rules, figures and files, without a window."""

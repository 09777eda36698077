"""What reports say, before any paper or workbook: periods, figures, statistics, registers."""

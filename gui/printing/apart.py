"""What models.jobs.apart does, with a painter for PDF files: python -m gui.printing.apart."""

from gui.printing import offscreen_pdf
from models.jobs.apart import main

if __name__ == "__main__":
    main(offscreen_pdf)

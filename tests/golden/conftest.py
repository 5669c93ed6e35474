"""Let the tests import the modules beside them, as `python tests/golden/score.py` does."""

import sys
from pathlib import Path

HERE = str(Path(__file__).resolve().parent)
if HERE not in sys.path:
    sys.path.insert(0, HERE)

import numpy as np
import pytest
from scipy.sparse import csr_array

from analysis.grouping.clusters import clusters


def _likeness(n, **pairs):
    found = np.zeros((n, n))
    for name, value in pairs.items():
        left, right = "abcdefgh".index(name[0]), "abcdefgh".index(name[1])
        found[left, right] = found[right, left] = value
    return csr_array(found)


@pytest.mark.parametrize(
    ("likeness", "expected"),
    [
        (_likeness(3, ab=0.5), [(0, 1), (2,)]),
        # (0.5 + 0.3) / 2 = 0.4: the third joins the pair.
        (_likeness(3, ab=0.9, ac=0.5, bc=0.3), [(0, 1, 2)]),
        # (0.5 + 0) / 2 = 0.25: being like one of the pair is not enough.
        (_likeness(3, ab=0.9, ac=0.5), [(0, 1), (2,)]),
        # A chain of neighbours is cut at its likest places.
        (_likeness(4, ab=0.5, bc=0.45, cd=0.5), [(0, 1), (2, 3)]),
        (_likeness(4, ac=0.5, bd=0.5, ab=0.4, ad=0.4, bc=0.4, cd=0.4), [(0, 1, 2, 3)]),
        (_likeness(2, ab=0.3), [(0, 1)]),
        (_likeness(2, ab=0.29), [(0,), (1,)]),
    ],
)
def test_groups_are_joined_by_mean_likeness(likeness, expected):
    assert sorted(clusters(likeness, least=0.3)) == expected

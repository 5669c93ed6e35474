import numpy as np
import pytest
from scipy.stats import binomtest, chi2

from analysis.measures.statistics import bootstrap, poisson_rate, wilson


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [(3, 5, 0.231, 0.882), (6, 10, 0.313, 0.832), (12, 20, 0.387, 0.781), (0, 31, 0.0, 0.110)],
)
def test_wilson_gives_the_published_limits(k, n, low, high):
    assert wilson(k, n) == pytest.approx((low, high), abs=5e-4)


@pytest.mark.parametrize("n", [1, 2, 7, 40, 1_000])
def test_wilson_equals_scipy_for_every_count(n):
    for k in range(0, n + 1, max(1, n // 10)):
        expected = binomtest(k, n).proportion_ci(method="wilson")
        assert wilson(k, n) == pytest.approx((expected.low, expected.high), abs=1e-12)


def test_wilson_is_exact_at_none_and_all():
    assert wilson(0, 9).low == 0.0
    assert wilson(9, 9).high == 1.0


def test_nothing_counted_has_no_interval():
    assert wilson(0, 0) is None
    assert poisson_rate(0, 0) is None
    assert bootstrap(np.empty((0, 2)), _mean) is None


# Garwood's table: 0 events 0 to 3.69; 3 events 0.619 to 8.77; 10 events 4.80 to 18.39.
@pytest.mark.parametrize(
    ("k", "low", "high"), [(0, 0.0, 3.689), (3, 0.619, 8.767), (10, 4.795, 18.390)]
)
def test_poisson_rate_gives_garwoods_limits_per_thousand(k, low, high):
    assert poisson_rate(k, 1_000) == pytest.approx((low, high), abs=1e-3)


def test_poisson_rate_scales_with_exposure():
    # 3 in 500 words is 6 per 1,000: both limits double.
    assert poisson_rate(3, 500) == pytest.approx((2 * 0.6187, 2 * 8.7673), abs=1e-3)


@pytest.mark.parametrize("k", [1, 2, 50])
def test_poisson_rate_equals_the_chi_squared_quantiles(k):
    expected = (chi2.ppf(0.025, 2 * k) / 2, chi2.ppf(0.975, 2 * k + 2) / 2)
    assert poisson_rate(k, 1, per=1) == pytest.approx(expected, rel=1e-9)


def _mean(sums):
    return sums[:, :1] / sums[:, 1:]


def test_bootstrap_of_equal_units_has_no_width():
    units = np.array([[0.25, 1.0]] * 12)
    assert bootstrap(units, _mean) == ((0.25, 0.25),)


def test_bootstrap_of_a_mean_is_close_to_the_normal_interval():
    # Values 0..99: mean 49.5, standard error 28.87 / 10 = 2.89, so about 43.8 to 55.2.
    units = np.array([[float(i), 1.0] for i in range(100)])
    assert bootstrap(units, _mean)[0] == pytest.approx((43.8, 55.2), abs=0.6)


def test_bootstrap_gives_the_same_interval_every_time():
    units = np.array([[float(i % 7), 1.0] for i in range(30)])
    assert bootstrap(units, _mean) == bootstrap(units, _mean)


def test_bootstrap_in_portions_equals_bootstrap_at_once(monkeypatch):
    units = np.array([[float(i % 7), 1.0] for i in range(30)])
    at_once = bootstrap(units, _mean)
    monkeypatch.setattr("analysis.measures.statistics._MAX_DRAWN", 90)
    assert bootstrap(units, _mean) == at_once


def test_one_unit_has_no_interval():
    assert bootstrap(np.array([[3.0, 1.0]]), _mean) is None

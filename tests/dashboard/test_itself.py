from dashboard.itself import Itself


def test_only_the_same_object_is_the_same_key():
    one, like_it = [1, 2], [1, 2]
    assert Itself(one) == Itself(one)
    assert hash(Itself(one)) == hash(Itself(one))
    assert Itself(one) != Itself(like_it)
    assert Itself(one) != one

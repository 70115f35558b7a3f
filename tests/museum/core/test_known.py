"""What is found once is found again, and only where somebody relies on it."""

from museum.core.requests import known


def test_each_asks_for_itself_unless_all_rely_on_the_same() -> None:
    found = iter(range(10))
    assert [known.once("x", lambda: next(found)) for _time in range(2)] == [0, 1]
    facts: known.Facts = {}
    with known.relying_on(facts):
        assert [known.once("x", lambda: next(found)) for _time in range(2)] == [2, 2]
        with known.relying_on({}):
            assert known.once("x", lambda: next(found)) == 3
        assert known.once("x", lambda: next(found)) == 2
    assert known.once("x", lambda: next(found)) == 4

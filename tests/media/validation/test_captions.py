"""WebVTT is taken with its words and times, and refused with its line where it holds more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.validation import Refused, captions
from tests.media.films import VTT

HEAD = "WEBVTT\n\n"
CUE = "00:01.000 --> 00:02.000\n"
pytestmark = pytest.mark.usefixtures("in_english")


def test_words_and_times_are_read() -> None:
    first, second = captions.read(VTT.encode())
    assert first == (0.0, 0.8, "The bell is rung.")
    assert second == (1.0, 2.0, "Teacher: Sit down & read.")


@pytest.mark.parametrize(
    "text",
    [
        VTT.replace("\n", "\r\n"),
        VTT.replace("\n", "\r"),
        "\ufeff" + VTT,
        VTT.replace("WEBVTT", "WEBVTT - school\nX-Note: 1"),
        VTT.replace("first", "NOTE nothing\n\nfirst"),
    ],
)
def test_the_ways_of_writing_it_are_one(text: str) -> None:
    assert captions.read(text.encode()) == captions.read(VTT.encode())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "first line"),
        (b"1\n00:00:01,000 --> 00:00:02,000\nsrt\n", "first line"),
        (b"<html><script>alert(1)</script>", "first line"),
        (HEAD.encode(), "no caption"),
        ((HEAD + CUE + "\x00word").encode(), "first line"),
        ((HEAD + CUE).encode() + b"\xff\xfe\xfa", "UTF-8"),
        ((HEAD + CUE + "word").encode("utf-16"), "UTF-8"),
        (HEAD + CUE + "<script>alert(1)</script>", "Line 4: “<script>”"),
        (HEAD + CUE + "<img src=x onerror=alert(1)>", "Line 4"),
        (HEAD + CUE + "<a href='//x'>here</a>", "Line 4"),
        (HEAD + CUE + "one < two", "&lt;"),
        (HEAD + "STYLE\n::cue { background: url(//x) }\n\n" + CUE + "word", "Line 3: style"),
        (HEAD + "00:02.000 --> 00:01.000\nword", "ends before"),
        (HEAD + "00:02.000 --> 00:02.000\nword", "ends before"),
        (HEAD + "-00:02.000 --> 00:03.000\nword", "time such as"),
        (HEAD + "00:61.000 --> 00:63.000\nword", "time such as"),
        (HEAD + "00:01 --> 00:03\nword", "time such as"),
        (HEAD + CUE + "one\n\n00:01.500 --> 00:03.000\ntwo", "Line 6: this caption begins"),
        (HEAD + CUE + "one\n00:02.500 --> 00:03.000\ntwo", "empty line"),
        (HEAD + "00:01.000 --> 00:02.000 onclick:alert(1)\nword", "no setting"),
        (HEAD + "only words\n", "time such as"),
        (HEAD + CUE + "x" * 2_001, "2,000 characters"),
    ],
)
def test_what_is_more_than_words_is_refused(content: bytes | str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        captions.read(content if isinstance(content, bytes) else content.encode())


def test_a_file_of_captions_is_small(tmp_path) -> None:
    path = tmp_path / "long.vtt"
    path.write_bytes(HEAD.encode() + b"\n" * captions.MAX_BYTES)
    with pytest.raises(Refused, match="2 MB"):
        captions.check(path)


@given(st.binary(max_size=400))
def test_anything_is_read_or_refused(content: bytes) -> None:
    for tried in (content, b"WEBVTT\n\n" + content, (HEAD + CUE).encode() + content):
        try:
            cues = captions.read(tried)
        except Refused:
            continue
        assert all(0 <= cue.start < cue.end and cue.text for cue in cues)


@given(
    st.lists(
        st.tuples(st.integers(1, 9_000), st.text(st.characters(categories=["L", "N"]), min_size=1)),
        min_size=1,
        max_size=20,
    )
)
def test_what_is_written_is_read(rows: list[tuple[int, str]]) -> None:
    text, now, expected = HEAD, 0, []
    for length, words in rows:
        begin, end = now / 1000, (now + length) / 1000
        expected.append((begin, end, words))
        text += f"{stamp(now)} --> {stamp(now + length)}\n{words}\n\n"
        now += length
    assert captions.read(text.encode()) == [
        (pytest.approx(begin), pytest.approx(end), words) for begin, end, words in expected
    ]


def stamp(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 60:02}:{seconds % 60:02}.{rest:03}"

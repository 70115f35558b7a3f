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
        (HEAD + "00:02.000 --> 00:01.000\nword", "ends before"),
        (HEAD + "00:02.000 --> 00:02.000\nword", "ends before"),
        (HEAD + "-00:02.000 --> 00:03.000\nword", "time such as"),
        (HEAD + "00:61.000 --> 00:63.000\nword", "time such as"),
        (HEAD + "00:01 --> 00:03\nword", "time such as"),
        (HEAD + "00:01.000 --> 00:02.000 onclick:alert(1)\nword", "no setting"),
        (HEAD + "only words\n", "time such as"),
        (HEAD + CUE + "x" * 2_001, "2,000 characters"),
    ],
)
def test_what_is_more_than_words_is_refused(content: bytes | str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        captions.read(content if isinstance(content, bytes) else content.encode())


AUTOMATIC = """WEBVTT
Kind: captions
Language: fr

00:00:00.000 --> 00:00:02.500 align:start position:0%
\x20
la<00:00:00.400><c> première</c><00:00:00.900><c> école</c>

00:00:02.500 --> 00:00:02.510 align:start position:0%
la première école
\x20

00:00:02.510 --> 00:00:05.000 align:start position:0%
la première école
s’ouvre<00:00:03.000><c> à </c><00:00:03.300><c> Tétouan</c>
"""
"""As a large video site makes them of speech: a line of one blank in a cue,
words with their times.
"""


def test_automatic_captions_are_taken_and_told_once() -> None:
    cues = captions.read(AUTOMATIC.encode())
    assert [cue.text for cue in cues] == [
        "la première école",
        "la première école",
        "la première école\ns’ouvre à  Tétouan",
    ]
    assert [cue.text for cue in captions.spoken_cues(cues)] == [
        "la première école",
        "s’ouvre à  Tétouan",
    ]


def test_what_people_say_twice_is_told_twice() -> None:
    cues = captions.read((HEAD + CUE + "No.\n\n00:02.000 --> 00:03.000\nNo.").encode())
    assert captions.spoken_cues(cues) == cues


TEAMS = """WEBVTT

NOTE Confidence: 0.89

4b4e1c4f-0b1d-4d1f-9c3e-1e8e5d0c7a11/12-0
00:00:01.000 --> 00:00:04.000
<v Rachel Cohen>The school had two doors.</v>

4b4e1c4f-0b1d-4d1f-9c3e-1e8e5d0c7a11/13-0
00:00:03.500 --> 00:00:05.000
<v David (Tangier)>Three &amp; a gate.</v>
"""
WHISPER = "WEBVTT\n\n00:00.000 --> 00:04.000\nbonjour\n\n00:04.000 --> 00:06.500\n à tous\n"
CONVERTED = 'WEBVTT\n\n1\n0:00:01.000-->0:00:02.000\n<font color="#ffffff">shalom</font>\n'
STANDARD = """WEBVTT - of a lesson

REGION
id:fred
width:40%
lines:3
regionanchor:0%,100%
viewportanchor:10%,90%
scroll:up

STYLE
::cue(b) {
  color: peachpuff;
}

STYLE
::cue { background: black }

NOTE
two speakers

first
00:11.000 --> 00:13.000 region:fred vertical:rl line:0 size:50% position:10%,line-left
<v.first.loud Esme>It’s a blue <i>apple</i> tree!</v>

00:00.500 --> 00:12.000 align:end
<c.yellow.bg_blue.magenta>Yes</c> <ruby>漢<rt>kan</rt></ruby> <lang en-GB>lad</lang> <u>a&lrm;b</u>
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            TEAMS,
            [
                (1.0, 4.0, "Rachel Cohen: The school had two doors."),
                (3.5, 5.0, "David (Tangier): Three & a gate."),
            ],
        ),
        (WHISPER, [(0.0, 4.0, "bonjour"), (4.0, 6.5, "à tous")]),
        (CONVERTED, [(1.0, 2.0, "shalom")]),
        (
            STANDARD,
            [
                (0.5, 12.0, "Yes 漢kan lad a\u200eb"),
                (11.0, 13.0, "Esme: It’s a blue apple tree!"),
            ],
        ),
        ("WEBVTT\n00:01.000 --> 00:02.000\nno empty line above", [(1, 2, "no empty line above")]),
        (
            HEAD + CUE + "one\n00:02.500 --> 00:03.000\ntwo",
            [(1.0, 2.0, "one"), (2.5, 3.0, "two")],
        ),
        (HEAD + " \n1\n" + CUE + "after a line of blanks", [(1, 2, "after a line of blanks")]),
        (HEAD + "00:01.000 --> 00:02.000 T:50% align:middle\nold", [(1, 2, "old")]),
        (HEAD + "100:00:01.000 --> 100:00:02.000\nlate", [(360001, 360002, "late")]),
    ],
)
def test_what_browsers_and_makers_of_captions_write_is_taken(
    text: str, expected: list[tuple[float, float, str]]
) -> None:
    assert captions.read(text.encode()) == expected


def test_styles_are_left_out_and_all_else_stays() -> None:
    plain = captions.without_styles(STANDARD.encode()).decode()
    assert "::cue" not in plain and "STYLE" not in plain
    assert captions.read(plain.encode()) == captions.read(STANDARD.encode())
    assert "REGION\nid:fred" in plain and "NOTE\ntwo speakers" in plain
    assert captions.without_styles(TEAMS.encode()) == TEAMS.encode()


def test_a_file_of_captions_is_small(tmp_path) -> None:
    path = tmp_path / "long.vtt"
    path.write_bytes(HEAD.encode() + b"\n" * captions.MAX_BYTES)
    with pytest.raises(Refused, match="8 MB"):
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

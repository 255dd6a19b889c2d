"""Spoken forms, as tables of what is written and what is heard, and the promises that hold for any text at all."""

from __future__ import annotations

import pytest
import regex
from hypothesis import example, given, settings
from hypothesis import strategies as st

from engine.language.spoken import tokens

ENGLISH = """
83 boats, the X3 and pages 3 to 8) of it 8-) xD => eighty-three boats, the X three and pages three to eight, of it
The last bus leaves at 11:40. => The last bus leaves at eleven forty.
At 95 degrees the slow ones arrive. => At ninety-five degrees the slow ones arrive.
She climbs ninety-one steps. => She climbs ninety-one steps.
Two and a half minutes => Two and a half minutes
1,000,000 stars => one million stars
1000000 stars => one million stars
10 000 people => ten thousand people
1,20,000 people => one lakh twenty thousand people
0 and 7 => zero and seven
007 => double oh seven
the 1st, 2nd, 3rd and 21st => the first, second, third and twenty-first
the 100th time => the one hundredth time
3.5 and 0.05 and .5 => three point five and zero point zero five and point five
1,234.56 => one thousand two hundred and thirty-four point five six
-5 and −5 and +5 => minus five and minus five and plus five
~5 or ±2 => about five or plus or minus two
In 1999 there were 1999 people. => In nineteen ninety-nine there were one thousand nine hundred and ninety-nine people.
In 2026, it rained. => In twenty twenty-six, it rained.
since 1905 => since nineteen oh five
In 1066 William came. => In ten sixty-six William came.
the year 2000 => the year two thousand
the 2012 election => the twenty twelve election
He ran 1500 metres. => He ran one thousand five hundred metres.
about 1800 steps => about one thousand eight hundred steps
more than 2000 km away => more than two thousand kilometers away
the 1990s and the 1900s => the nineteen nineties and the nineteen hundreds
the '90s and the ’60s => the nineties and the sixties
in her 30s => in her thirties
the summer of '69 => the summer of sixty-nine
the mid-1990s => the mid nineteen nineties
800 BC => eight hundred B C
1200 BC => twelve hundred B C
44 B.C. was grim => forty-four B C was grim
1939–1945 => nineteen thirty-nine to nineteen forty-five
1939–45 => nineteen thirty-nine to forty-five
1/2 and 1/3 and 3/4 => one half and one third and three quarters
1/2 cup and 3/4 cup => half a cup and three quarters of a cup
1/2 hour => half an hour
2½ cups => two and a half cups
2 1/2 hours => two and a half hours
2/3 of them => two thirds of them
8/10 => eight out of ten
1/100 => one hundredth
5-10 minutes => five to ten minutes
5–10 minutes => five to ten minutes
pages 12 - 15 => pages twelve to fifteen
won 3-2 => won three to two
2-3-4 => two three four
7:05 => seven oh five
7:00 => seven o'clock
7:00 a.m. on Monday => seven A-M on Monday
14:30 and 14:00 => fourteen thirty and fourteen hundred
00:00 => midnight
He left at 6 p.m. We stayed. => He left at six P M. We stayed.
He left at 6 p.m. in May. => He left at six P M in May.
6:30pm => six thirty P M
6.30 p.m. => six thirty P M.
6pm => six P M
10:30-11:45 => ten thirty to eleven forty-five
5 o'clock => five o'clock
11:40 in the night => eleven forty in the night
2:03:05 => two hours, three minutes and five seconds
16:9 => sixteen to nine
12 March 2024 => the twelfth of March twenty twenty-four
on the 12th of March => on the twelfth of March
March 12, 2024 => March twelfth, twenty twenty-four
Jan. 5, 2020 => January fifth, twenty twenty
Dec 25 => December twenty-fifth
June 5-7 => June fifth to seventh
2024-03-12 => March twelfth, twenty twenty-four
25/12/2024 => December twenty-fifth, twenty twenty-four
12.03.2024 => March twelfth, twenty twenty-four
3/4/2024 => three, four, twenty twenty-four
on Sat. 5 March => on Saturday the fifth of March
May 5 people come? => May five people come?
$3.50 => three dollars and fifty cents
$0.99 and $1.01 => ninety-nine cents and one dollar and one cent
$1 and $20 => one dollar and twenty dollars
£5m and £1.2bn => five million pounds and one point two billion pounds
£5 million => five million pounds
€1.2 billion => one point two billion euros
$5–$10 million => five to ten million dollars
$1,999 => one thousand nine hundred and ninety-nine dollars
₹500 and ₹5 lakh => five hundred rupees and five lakh rupees
Rs. 1,20,000 => one lakh twenty thousand rupees
20€ or 20 € => twenty euros or twenty euros
5 USD and USD 20 => five dollars and twenty dollars
3.50 USD => three dollars and fifty cents
40 cents and 75¢ => forty cents and seventy-five cents
50p => fifty pence
a $5 bill => a five dollar bill
the $5 he owed => the five dollars he owed
a $3 million house => a three million dollar house
$5/hour => five dollars per hour
40% and 5.5 % => forty percent and five point five percent
5-10% => five to ten percent
95 °C => ninety-five degrees Celsius
95°C or 20°F => ninety-five degrees Celsius or twenty degrees Fahrenheit
It was -5 °C. A cold day. => It was minus five degrees Celsius. A cold day.
a 45° angle => a forty-five degree angle
20 degrees C => twenty degrees Celsius
5 kg and 1 kg => five kilograms and one kilogram
10 km/h => ten kilometers per hour
3.5 m or 1 m or 5m => three point five meters or one meter or five meters
6 ft tall => six feet tall
5 in wide, 5 in the box => five inches wide, five in the box
60 mph => sixty miles per hour
16GB and 5 kWh => sixteen gigabytes and five kilowatt-hours
20 m² and 250 ml => twenty square meters and two hundred and fifty milliliters
a 5 km run => a five kilometer run
a 10-km run => a ten kilometer run
10 cm x 15 cm => ten centimeters by fifteen centimeters
1920x1080 => nineteen twenty by ten eighty
5'10" tall => five foot ten tall
measured in km/h => measured in kilometers per hour
Dr. Smith and Mr Brown => Doctor Smith and Mister Brown
12 St. James St. in York => twelve Saint James Street in York
He lives on Main St. He left. => He lives on Main Street. He left.
Mulholland Dr. is long => Mulholland Drive is long
e.g. this, i.e. that, etc. => for example this, that is that, et cetera.
tea, milk, etc. He left. => tea, milk, et cetera. He left.
cats vs. dogs => cats versus dogs
No. 5 and No. He said no. => number five and No. He said no.
approx. 5 => approximately five
p. 5 and vol. 3 => page five and volume three
Prof. Plum and Capt. Hook => Professor Plum and Captain Hook
Smith Jr. went => Smith Junior went
J. K. Rowling => J K Rowling
NASA and the BBC => NASA and the B B C
the BBC's news, two CDs => the B B C's news, two C D's
the U.S. Army => the U S Army
in the U.S. The army => in the U S. The army
a PhD and a Ph.D. student => a P H D and a P H D student
He works in IT at IBM. => He works in I T at I B M.
WAIT FOR IT! => wait for it!
a LOUD noise => a loud noise
the FBI, HTML and UNESCO => the F B I, H T M L and UNESCO
an AI model => an A-I model
Henry VIII => Henry the eighth
Louis XIV's palace => Louis the fourteenth's palace
World War II => World War two
Chapter IV => Chapter four
the XIX century => the nineteenth century
Elizabeth I and I => Elizabeth the first and I
Vitamin C, Malcolm X => Vitamin C, Malcolm X
555-1234 => five five five, one two three four
(555) 123-4567 => five five five, one two three, four five six seven
+44 20 7946 0958 => plus four four, two zero, seven nine four six, zero nine five eight
call 911 => call nine one one
salt & pepper => salt and pepper
2 x 3 = 6 => two times three equals six
5 - 3 = 2 => five minus three equals two
10^6 or 10⁶ => ten to the power of six or ten to the power of six
#1 => number one
#ThrowbackThursday => hashtag Throwback Thursday
@anna => at anna
R&D => R and D
and/or => and or
he/she => he or she
24/7 => twenty-four seven
9/11 => nine eleven
50/50 => fifty-fifty
https://www.example.com/a => example dot com slash a
me@x.org => me at x dot org
readme.txt => readme dot T X T
www.bbc.co.uk => B B C dot co dot U K
Python 3.11 => Python three point eleven
v2.0.1 => two point zero point one
4K => four K
COVID-19 => COVID nineteen
MP3 and H2O => M P three and H two O
A4 and F-16 => A-four and F sixteen
Boeing 747 => Boeing seven forty-seven
Room 101 => Room one oh one
7-year-old => seven-year-old
19th-century => nineteenth-century
9-to-5 => nine to five
don't, o'clock, O’Brien => don't, o'clock, O'Brien
"I am seven," says the note. => I am seven, says the note.
the note (quietly) falls => the note, quietly, falls
He came — late. => He came, late.
word—word => word, word
It fell to −40 °F—minus forty. => It fell to minus forty degrees Fahrenheit, minus forty.
at 3:30 a.m.—late => at three thirty A-M, late
and then... gone => and then… gone
What?! No!! => What? No!
a claim [3] and *this* => a claim and this
gone 😀 ★ → ™ => gone
a smile :) <3 => a smile
١٢٣ and １２ => one hundred and twenty-three and twelve
© 2024 => copyright twenty twenty-four
"""

HINDI = """
उसने 5 किलो आम ₹500 में खरीदे। => उसने पाँच किलो आम पाँच सौ रुपये में खरीदे।
1947 में भारत आज़ाद हुआ। => उन्नीस सौ सैंतालीस में भारत आज़ाद हुआ।
2026 में => दो हज़ार छब्बीस में
1,20,000 लोग => एक लाख बीस हज़ार लोग
120000 => एक लाख बीस हज़ार
1999 लोग => एक हज़ार नौ सौ निन्यानवे लोग
100 और 101 => एक सौ और एक सौ एक
10000000 => एक करोड़
1000000000 => एक अरब
0 से 99 => शून्य से निन्यानवे
29, 39, 49 => उनतीस, उनतालीस, उनचास
67, 79, 89 => सड़सठ, उनासी, नवासी
२५ लोग => पच्चीस लोग
१९४७ में => उन्नीस सौ सैंतालीस में
3.14 => तीन दशमलव एक चार
-5 => माइनस पाँच
ट्रेन 11:40 पर आई। => ट्रेन ग्यारह बजकर चालीस मिनट पर आई।
11:40 बजे => ग्यारह चालीस बजे
7:05 => सात बजकर पाँच मिनट
8:30 बजे => साढ़े आठ बजे
8:30 => साढ़े आठ बजे
1:30 और 2:30 => डेढ़ बजे और ढाई बजे
6:15 और 5:45 => सवा छह बजे और पौने छह बजे
11:00 => ग्यारह बजे
14:30 => चौदह बजकर तीस मिनट
95 °C => पचानवे डिग्री सेल्सियस
-5°C => माइनस पाँच डिग्री सेल्सियस
40% और 12.5% => चालीस प्रतिशत और बारह दशमलव पाँच प्रतिशत
5 kg => पाँच किलोग्राम
10 km/h => दस किलोमीटर प्रति घंटा
10 किमी => दस किलोमीटर
10 कि.मी. दूर => दस किलोमीटर दूर
60 किमी/घंटा => साठ किलोमीटर प्रति घंटा
₹1 और ₹250.50 => एक रुपया और दो सौ पचास रुपये पचास पैसे
रु. 500 => पाँच सौ रुपये
₹5 लाख => पाँच लाख रुपये
₹1.5 करोड़ => एक दशमलव पाँच करोड़ रुपये
$20 और €5 => बीस डॉलर और पाँच यूरो
5-10 मिनट => पाँच से दस मिनट
1939–1945 => उन्नीस सौ उनतालीस से उन्नीस सौ पैंतालीस
2½ कप => ढाई कप
1½ और 3¼ => डेढ़ और सवा तीन
1/2, 3/4 => आधा, तीन चौथाई
12 मार्च 2024 => बारह मार्च दो हज़ार चौबीस
12/03/2024 => बारह मार्च दो हज़ार चौबीस
10वीं कक्षा, 21वीं सदी => दसवीं कक्षा, इक्कीसवीं सदी
1ला, 2रा, 3री => पहला, दूसरा, तीसरी
डॉ. शर्मा और श्री. वर्मा => डॉक्टर शर्मा और श्री वर्मा
300 ई.पू. में => तीन सौ ईसा पूर्व में
नं. 5 => नंबर पाँच
मोबाइल 98765 43210 => मोबाइल नौ आठ सात छह पाँच चार तीन दो एक शून्य
BBC और NASA => BBC और NASA
COVID-19 => COVID उन्नीस
राम & श्याम => राम और श्याम
2 + 3 = 5 => दो जमा तीन बराबर पाँच
धीरे-धीरे इस पार। => धीरे-धीरे इस पार।
“नमस्ते,” उसने कहा… 😀 => नमस्ते, उसने कहा…
वह आया — और गया! => वह आया, और गया!
"""

OTHERS = """
de: um 14:30 => um vierzehn Uhr dreißig
de: 1999 und 1.000 und 3,5 => neunzehnhundertneunundneunzig und eintausend und drei Komma fünf
de: 5 kg für 3,50 € => fünf Kilogramm für drei Euro fünfzig
de: 40 % => vierzig Prozent
fr: 12 000 km => douze mille kilomètres
fr: -5 °C => moins cinq degrés Celsius
es: el 12/03/2024 => el doce de marzo de dos mil veinticuatro
it: 5-10 minuti => cinque a dieci minuti
pt: 2½ => dois vírgula cinco
ja: 3月12日に => 三月十二日に
ar: 12 => اثنا عشر
zh: 3月12日 50% => 3月12日 50%
xx: 5-10 km => 5-10 km
"""


def _rows(table: str) -> list[tuple[str, str]]:
    """The rows of a table; the last alternative after || is the expectation."""
    pairs = (line.split(" => ") for line in table.strip().splitlines())
    return [(written, heard.split(" || ")[-1]) for written, heard in pairs]


def _heard(text: str, language: str, lexicon: dict[str, str] | None = None) -> str:
    return " ".join(token.spoken for token in tokens(text, language, lexicon or {}) if token.spoken)


@pytest.mark.parametrize(("written", "heard"), _rows(ENGLISH))
def test_english_is_said_in_words(written: str, heard: str) -> None:
    assert _heard(written, "en") == heard


@pytest.mark.parametrize(("written", "heard"), _rows(HINDI))
def test_hindi_is_said_in_words(written: str, heard: str) -> None:
    assert _heard(written, "hi") == heard


@pytest.mark.parametrize(("written", "heard"), _rows(OTHERS))
def test_other_languages_say_the_numbers_they_know(written: str, heard: str) -> None:
    language, text = written.split(": ", 1)
    assert _heard(text, language) == heard


FRAGMENTS = [*"0123456789.,:;-–—/'\"$£€₹%°()[] #@&+=xkmCIVX½²", "km", "St. ", "p.m. ", " March ", "रु. ", "बजे ", "\n"]
WRITING = st.lists(st.one_of(st.characters(codec="utf-8"), st.sampled_from(FRAGMENTS)), max_size=50).map("".join)
LANGUAGES = st.sampled_from(["en", "en-GB", "hi", "de", "fr", "es", "it", "pt", "ja", "zh", "ar", "ru", "ko", "xx", ""])


@settings(max_examples=400, deadline=None)
@given(text=WRITING, language=LANGUAGES, lexicon=st.dictionaries(WRITING, WRITING, max_size=2))
@example(text="£5 million St. ½", language="en", lexicon={"million St": "/x/"})
@example(text="٣/٤ ⁵ ①", language="en", lexicon={})
def test_captions_always_show_the_authors_own_words(text: str, language: str, lexicon: dict[str, str]) -> None:
    found = tokens(text, language, lexicon)
    assert " ".join(token.shown for token in found) == " ".join(text.split())
    assert [token.shown for token in found] == text.split()


@settings(max_examples=400, deadline=None)
@given(text=WRITING, language=st.sampled_from(["en", "hi"]))
def test_no_digit_and_no_symbol_is_left_for_the_voice(text: str, language: str) -> None:
    for token in tokens(text, language):
        assert not regex.search(r"[\p{Nd}\p{No}\p{So}\p{Sc}\p{Sm}&@#%/\\(){}\[\]\"]", token.spoken), token
        assert token.spoken == token.spoken.strip()
        assert not regex.match(r"[,.;:!?…]", token.spoken), token


@settings(max_examples=200, deadline=None)
@given(value=st.integers(min_value=0, max_value=10**18))
def test_every_whole_number_has_words(value: int) -> None:
    for language in ("en", "hi"):
        (token,) = tokens(f"{value}", language)
        assert regex.fullmatch(r"[\p{L}\p{M} -]+", token.spoken), token


def test_a_pause_is_kept_at_the_end_of_what_is_said() -> None:
    spoken = [token.spoken for token in tokens('"Yes," she said; "95?" Then: 40%!', "en")]
    assert spoken == ["Yes,", "she", "said;", "ninety-five?", "Then:", "forty percent!"]


def test_money_over_two_words_is_heard_in_the_order_in_which_it_is_said() -> None:
    assert [(token.shown, token.spoken) for token in tokens("£5 million", "en")] == [
        ("£5", "five"),
        ("million", "million pounds"),
    ]


def test_what_is_not_said_is_shown_but_silent() -> None:
    assert [token.spoken for token in tokens("Rs. 500 😀 →", "en")] == ["", "five hundred rupees", "", ""]


def test_a_letter_a_comes_with_its_sound() -> None:
    (token,) = tokens("USA", "en")
    assert (token.spoken, token.phonemes) == ("U S A", "jˈuː ˈɛs ˈeɪ")
    assert [token.phonemes for token in tokens("A boat for Plan A", "en")] == ["", "", "", "", "ˈeɪ"]


def test_a_region_decides_what_an_ambiguous_date_means() -> None:
    assert _heard("3/4/2024", "en-US") == "March fourth, twenty twenty-four"
    assert _heard("3/4/2024", "en-GB") == "April third, twenty twenty-four"


def test_the_lexicon_matches_without_case_and_punctuation() -> None:
    assert _heard('"MARTA," she said', "en", {"Marta": "Mar-tah"}) == "Mar-tah, she said"
    assert _heard("Marta’s boat", "en", {"marta": "Mar-tah"}) == "Mar-tah's boat"


def test_the_longest_entry_of_the_lexicon_wins() -> None:
    lexicon = {"Gull": "gool", "Gull Rock": "goal rock", "rock": "rook"}
    assert _heard("Gull Rock, the gull and the rock", "en", lexicon) == "goal rock, the gool and the rook"


def test_a_respelling_is_dealt_out_over_its_words() -> None:
    found = tokens("St. John Rivers came", "en", {"St John Rivers": "sin jin", "came": "did come in"})
    assert [token.spoken for token in found] == ["sin", "jin", "", "did come in"]


def test_ipa_in_the_lexicon_becomes_phonemes_and_keeps_the_words() -> None:
    marta, rock = tokens("Marta's rock.", "en", {"Marta": "/ˈmɑːɹtə/", "rock": "/ɹɒk/"})
    assert (marta.spoken, marta.phonemes) == ("Marta's", "ˈmɑːɹtəz")
    assert (rock.spoken, rock.phonemes) == ("rock.", "ɹɒk")


def test_ipa_for_several_words_is_heard_once() -> None:
    one, two = tokens("Hermione Granger", "en", {"hermione granger": "/hɜːˈmaɪəni ˈɡɹeɪndʒə/"})
    assert (one.phonemes, two.phonemes) == ("hɜːˈmaɪəni", "ˈɡɹeɪndʒə")
    whole, rest = tokens("St. Leger", "en", {"St Leger": "/ˈsɛlɪndʒə/"})
    assert (whole.phonemes, rest.phonemes, rest.spoken) == ("ˈsɛlɪndʒə", "", "")


def test_an_empty_text_has_no_tokens() -> None:
    assert tokens("  \n ", "en") == ()

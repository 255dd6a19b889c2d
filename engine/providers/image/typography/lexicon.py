"""Words that the cards know, as data: what they make one draw (motif, sky, time), which are too weak to stand large,
numbers.

English words are matched whole or as a plural; Hindi ones as the beginning of a word, because the ending changes with
the case. Example: `motif_of("lighthouses")` is 'beam', `motif_of("चिट्ठियाँ")` is 'letter'.
"""

from __future__ import annotations

from functools import lru_cache


def _row(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


MOTIF_WORDS: dict[str, str] = {
    "waves": "sea ocean wave tide water shore beach coast harbour harbor port bay island rock lake flood swim fish fishing"
             " समुद्र सागर लहर पानी झील मछली तट",
    "boat": "boat ship sail trawler vessel ferry raft canoe fisherman anchor mast sailor captain"
            " नाव नौका जहाज मछुआर मल्लाह",
    "river": "river stream canal creek current waterfall bank नदी नदि धारा झरन नहर",
    "mountains": "mountain peak summit cliff hill himalaya climb valley glacier पहाड पहाड़ पर्वत चोटी हिमालय घाटी",
    "fields": "field meadow farm village farmer countryside grass harvest crop earth land plain"
              " गाँव गांव खेत किसान फसल फ़सल घास मैदान धरती",
    "city": "city town street building office skyline shop market tower downtown apartment neon crowd"
            " शहर नगर बाज़ार बाजार इमारत दुकान गली भीड",
    "home": "home house window door room kitchen roof hut family mother father grandmother neighbour neighbor"
            " घर मकान खिड़की खिडकी दरवाज़ा दरवाज कमरा रसोई छत झोपड माँ पिता दादी परिवार",
    "steam": "tea coffee cup kettle mug pot steam bitter taste soup drink brew bread cook"
             " चाय कॉफी कॉफ़ी प्याल कप केतली भाप स्वाद रोटी",
    "flame": "fire flame candle torch match burn spark lantern diya warmth hearth आग दीया दीप मोमबत्ती लौ मशाल",
    "beam": "lighthouse lamp beam searchlight headlight shine glow keeper signal"
            " दीपस्तंभ प्रकाशस्तंभ रोशनी लैंप बत्ती उजाल",
    "road": "road journey path highway drive travel walk route lane way trip distance"
            " रास्ता सड़क सडक राह सफ़र सफर यात्रा",
    "wheel": "bicycle wheel cart bike cycle pedal cyclist साइकिल पहिय",
    "bus": "bus car train driver passenger engine truck taxi tram ride coach lorry van station stop seat"
           " बस गाड़ी गाडी ट्रेन रेल ड्राइवर सवारी",
    "forest": "forest tree wood jungle pine oak bark branch owl deer wolf bear पेड़ पेड वन जंगल शाख डाल",
    "leaves": "leaf leaves garden plant green seed grow nature fern root herb vine"
              " पत्ती पत्त बगीच पौध बीज हरा हरी प्रकृति",
    "bloom": "flower rose love heart bloom kiss gift petal blossom lotus hug फूल गुलाब प्यार प्रेम दिल कमल",
    "letter": "letter envelope note mail post postman message paper newspaper log card"
              " चिट्ठ ख़त खत पत्र डाक संदेश अख़बार अखबार काग़ज कागज",
    "book": "book page story read library write diary poem school teacher lesson word"
            " किताब पुस्तक कहानी कविता स्कूल पाठ शिक्षक",
    "steps": "step stair staircase ladder climb rise level floor upstairs tower स्तर सीढ़ी सीढी",
    "clock": "clock time minute hour timer wait second late year watch deadline month"
             " समय घड़ी घडी मिनट घंट साल देर इंतज़ार इंतजार",
    "bridge": "bridge arch across crossing pier viaduct पुल सेतु",
    "clouds": "cloud sky wind bird fly plane kite air balloon breeze feather wing dream"
              " बादल आसमान आकाश हवा पक्षी चिड़िया पतंग सपन उड़",
    "ripples": "bell sound echo silence silent music song voice hear listen ring drop ripple pond quiet whisper"
               " घंटी आवाज़ आवाज संगीत गीत चुप ख़ामोश बूँद तालाब",
    "grid": "number data computer machine money code price bank percent science network robot market phone screen"
            " आँकड़े गणित पैसा मशीन कंप्यूटर विज्ञान फ़ोन",
    "rays": "idea win victory success joy festival celebrate power energy discover magic surprise start hope"
            " जीत सफलता त्योहार उत्सव शक्ति उम्मीद आशा",
    "shards": "broken break crash storm war fight danger crack thunder lightning fear anger split"
              " टूट तूफ़ान तूफान युद्ध लड़ाई ख़तर डर बिजली",
    "moon": "night midnight dark evening dusk moon star asleep sleep lullaby"
            " रात शाम अँधेरा अंधेरा चाँद चांद तारा तारे तारों नींद",
    "sun": "sun morning dawn day sunrise sunset summer noon heat warm desert bright सूरज सुबह सवेर धूप दिन गर्मी",
    "rain": "rain umbrella puddle monsoon drizzle wet tear cry बारिश वर्षा छाता आँसू सावन",
    "snow": "snow winter ice cold frost frozen blizzard बर्फ सर्दी ठंड जाड़",
}  # fmt: skip
"""What is drawn, and the words (English, then Hindi stems) that ask for it."""

TIME_WORDS: dict[str, str] = {
    "night": "night midnight moon star dark darkness stars lullaby asleep रात चाँद चांद तारा तारे तारों अँधेर अंधेर",
    "dusk": "evening dusk sunset twilight lamp candle lantern शाम साँझ गोधूलि दीया",
    "dawn": "dawn sunrise morning सुबह सवेर भोर",
    "day": "day noon sun summer afternoon bright sunny दिन धूप दोपहर सूरज",
}  # fmt: skip

WEATHER_WORDS: dict[str, str] = {
    "rain": "rain umbrella storm drizzle monsoon puddle बारिश वर्षा सावन",
    "snow": "snow winter frost blizzard बर्फ",
    "wind": "wind breeze gale storm cloud fog mist हवा बादल कोहरा आँधी",
}  # fmt: skip

LITERAL = {
    "waves": "sea ocean wave water tide समुद्र सागर लहर पानी",
    "river": "river stream water नदी नदि पानी",
    "boat": "boat sea water wave नाव समुद्र पानी",
    "mountains": "mountain peak hill पहाड पर्वत",
    "fields": "field meadow hill खेत",
    "city": "city town building skyline शहर इमारत",
    "home": "house home घर मकान",
    "flame": "flame fire आग लौ",
    "beam": "beam lamp रोशनी",
    "road": "road path रास्ता सड़क",
    "wheel": "bicycle wheel bike साइकिल पहिय",
    "bus": "bus बस",
    "forest": "forest tree wood पेड़ जंगल",
    "leaves": "leaf leaves plant पत्ती पत्त",
    "bloom": "flower petal फूल",
    "letter": "letter envelope चिट्ठ",
    "book": "book page किताब",
    "steps": "step stair सीढ़ी",
    "clock": "clock timer घड़ी",
    "bridge": "bridge arch पुल",
    "clouds": "cloud sky बादल आसमान",
    "steam": "steam cup भाप",
    "moon": "moon star night चाँद तारा रात",
    "sun": "sun सूरज",
    "rain": "rain बारिश वर्षा",
    "snow": "snow बर्फ",
}  # fmt: skip
"""The few words that a drawn motif really shows, so that they are not counted among what is missing."""

MOOD_MOTIFS: dict[str, tuple[str, ...]] = {
    "calm": ("fields", "ripples", "waves", "clouds"),
    "tense": ("shards", "mountains", "rain", "rays"),
    "happy": ("sun", "rays", "fields", "bloom"),
    "sad": ("rain", "ripples", "moon", "waves"),
    "tender": ("bloom", "leaves", "sun", "clouds"),
    "energetic": ("rays", "shards", "sun", "steps"),
    "mysterious": ("moon", "forest", "ripples", "mountains"),
    "nostalgic": ("fields", "leaves", "sun", "clouds"),
    "neutral": ("ripples", "fields", "clouds", "leaves"),
}

WEAK_WORDS = _words(
    """
    a an the and or but nor so yet if then than that this these those there here when while where who whom whose
    which what why how is am are was were be been being do does did done have has had having will would shall
    should can could may might must not no i me my mine myself you your yours he him his himself she her hers
    herself it its itself we us our ours they them their theirs of in on at by to for from with without into
    onto over under above below up down out off about around through between among against during before after
    again as very too just only even ever never always also still already almost quite rather really all any
    each every some such few more most other another both either neither own same s t don didn doesn isn wasn
    aren won wouldn couldn shouldn can't don't won't didn't doesn't isn't wasn't aren't i'm you're he's she's
    it's we're they're i've i'll let lets one once twice along across toward towards past near away back because
    until till since upon per like get gets got go goes went gone come comes came coming make makes made making
    take takes took taken put puts say says said see sees saw seen keep keeps kept know knows knew known think
    thought want wants need needs use used well much many lot now today tonight thing things something anything
    nothing everything someone anyone nobody everyone kind kinds way quite mr mrs dr एक और या पर लेकिन मगर तो कि
    जो यह वह ये वे इस उस इन उन का के की को से में ने तक भी ही था थी थे है हैं हो हुआ हुई हुए होता होती होते नहीं
    मत न ना क्या क्यों कैसे कब कहाँ कौन जिस जिसकी जिसके जिसका जब तब अब फिर उसके उसका उसकी उसे उसने इसके इसका
    इसकी मेरा मेरी मेरे तुम्हारा आप तुम हम मैं मुझे रहता रहती रहते रहा रही रहे कर करना करता करती किया गया गई गए
    दिया दी लिया ली लेकर नाम वाला वाली वाले बहुत कुछ सब कोई किसी साथ लिए बाद पहले ऊपर नीचे अपना अपनी अपने पास थे
    हर चला चली बजी बजती खड़ा थीं
    """
)
"""Words too weak to be set large by themselves."""

FAINT_WORDS = _words(
    """
    small large big little tiny huge old young new long short tall high low good bad great beautiful pretty soft slow
    fast quick first last next whole half quiet dark light bright red blue green white black yellow golden brown grey
    gray warm cold deep stands standing stand looks looking look holds holding hold leans leaning turns turning turn
    sits sitting sit walks walking walk runs running run lies lying lie moves moving seen shown view shot scene close
    wide medium detail picture background foreground left right center middle behind beside inside outside front top
    bottom against slowly gently softly suddenly single empty full comes reads reading opens opening lifts glows
    glowing shines shining rises rising falls falling made leave leaves-behind waits climb climbs floats float hangs
    reaches sails drives rides sleeps cries laughs carries carrying pulls pushes waiting wait watches watching writes
    writing drinks eats pours पुरानी पुराना छोटा छोटी छोटे बड़ा बड़ी बड़े खड़ी एकदम धीरे
    """
)
"""Descriptions and doings in a picture's words: not things that could be seen or be missing."""

_UNITS = _row(
    "zero one two three four five six seven eight nine ten eleven twelve"
    " thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS = _row("twenty thirty forty fifty sixty seventy eighty ninety")
JOINTS = _words("and but or so because while when until then that which who if than और लेकिन कि तो या मगर क्योंकि जब तब")
"""Words at which a clause begins within a sentence."""

LEADS = _words("and but or so then और लेकिन तो या मगर")
"""Joints that say nothing where the words before them are not there."""

TURNS = _words(
    "after before about of to in into at on onto for with without by from as like over under through till until"
)
"""Words before which a long clause may be cut."""

NUMBER_WORDS: dict[str, int] = {
    **{word: value for value, word in enumerate(_UNITS)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    "hundred": 100, "thousand": 1000, "million": 1_000_000,
    "दो": 2, "तीन": 3, "चार": 4, "पाँच": 5, "पांच": 5, "छह": 6, "सात": 7, "आठ": 8, "नौ": 9, "दस": 10,
    "ग्यारह": 11, "बारह": 12,
    "पंद्रह": 15, "बीस": 20, "पच्चीस": 25, "तीस": 30, "चालीस": 40, "पचास": 50, "साठ": 60, "सत्तर": 70,
    "अस्सी": 80, "नब्बे": 90, "सौ": 100,
    "हज़ार": 1000, "हजार": 1000, "लाख": 100_000,
}  # fmt: skip

SIGNS: dict[str, str] = {"degree": "°", "degrees": "°", "percent": "%", "डिग्री": "°", "प्रतिशत": "%", "फ़ीसदी": "%"}
"""Units that are written as a sign behind the number."""


@lru_cache(maxsize=32)
def _table(kind: str) -> tuple[dict[str, tuple[str, ...]], tuple[tuple[str, str], ...]]:
    """Plain words -> names, and (Hindi stem, name) pairs, the longest stem first."""
    source = {"motif": MOTIF_WORDS, "time": TIME_WORDS, "weather": WEATHER_WORDS, "literal": LITERAL}[kind]
    plain: dict[str, tuple[str, ...]] = {}
    stems: list[tuple[str, str]] = []
    for name, words in source.items():
        for word in words.split():
            if word.isascii():
                plain[word] = (*plain.get(word, ()), name)
            else:
                stems.append((word, name))
    return plain, tuple(sorted(stems, key=lambda pair: -len(pair[0])))


def _forms(word: str) -> tuple[str, ...]:
    """A word and what it may be a plural or a doing of."""
    forms = [word]
    for ending, instead in (
        ("ies", "y"),
        ("ves", "f"),
        ("es", ""),
        ("s", ""),
        ("ing", ""),
        ("ing", "e"),
        ("ed", ""),
        ("'s", ""),
        ("’s", ""),
        ("y", ""),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            forms.append(word.removesuffix(ending) + instead)
    return tuple(forms)


def named(kind: str, word: str) -> tuple[str, ...]:
    """The names that a word stands for in the table 'motif', 'time', 'weather' or 'literal'; empty when it stands for
    none."""
    plain, stems = _table(kind)
    word = word.lower()
    for form in _forms(word) if word.isascii() or "’" in word else (word,):
        if form in plain:
            return plain[form]
    return next(
        ((name,) for stem, name in stems if word.startswith(stem) and (len(stem) > 2 or len(word) <= len(stem) + 2)), ()
    )


def motif_of(word: str) -> str:
    """The motif that a word asks for, or ''."""
    return next(iter(named("motif", word)), "")


def is_weak(word: str) -> bool:
    """Whether a word says too little to be set large."""
    return word.lower().strip("’'") in WEAK_WORDS


def singular(word: str) -> str:
    """A form under which a word and its plural are the same."""
    return min(_forms(word.lower()), key=len) if word.isascii() else word

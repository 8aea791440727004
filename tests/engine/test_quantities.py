"""Which quantities a sentence names: each row a sentence, the seeds' or written for it, and what should be found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterpoint.engine.details import Quantity
from counterpoint.engine.lexicons import Lexicon
from counterpoint.engine.moments.times import find_times
from counterpoint.engine.numbers.quantities import find_quantities
from counterpoint.engine.passages import Span
from counterpoint.engine.words import find_words


def quantities(text: str, lexicon: Lexicon) -> tuple[Quantity, ...]:
    span = Span(0, len(text))
    return find_quantities(text, span, find_words(text, span, lexicon), lexicon)


def shown(text: str, lexicon: Lexicon) -> list[str]:
    """The quantities as "words: kind value (fate)"."""
    return [
        f"{q.span.of(text)}: {q.kind} {q.value}{f' ({q.fate})' if q.fate else ''}" for q in quantities(text, lexicon)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It gathered leaders from 35 countries.", ["35 countries: count 35 country"]),
        ("Thirty of Ukraine's allies have held another meeting.", ["Thirty of Ukraine's allies: count 30 ally"]),
        ("President Macron announced that 26 countries pledged support.", ["26 countries: count 26 country"]),
        ("It was announced that 26 nations had agreed.", ["26 nations: count 26 nation"]),
        ("The Coalition, comprising 31 countries, gathered.", ["31 countries: count 31 country"]),
        (
            "Details about the number of troops remain confidential, but numbers up to 25,000-30,000 are discussed.",
            ["up to 25,000-30,000: count at most 25000-30000 troop"],
        ),
        (
            "Between 15,000 and 30,000 Western troops could be deployed on the ground.",
            ["Between 15,000 and 30,000 Western troops: count 15000-30000 troop (deployed)"],
        ),
        (
            "Macron outlined four key security guarantees for Ukraine.",
            ["four key security guarantees: count 4 guarantee"],
        ),
        ("Four senior state police officers came.", ["Four senior state police officers: count 4 officer"]),
        ("Two of the victims were siblings.", ["Two of the victims: count 2 victim"]),
        ("Police heard three others speak.", ["three others: count 3 other"]),
        ("Twenty-one schoolgirls sang.", ["Twenty-one schoolgirls: count 21 schoolgirl"]),
        ("They bought two dozen eggs.", ["two dozen eggs: count 24 egg"]),
        ("The senate passed it by 52-48.", ["52-48: score 48-52"]),
        ("The council voted 7 to 2 for it.", ["7 to 2: score 2-7"]),
        ("It passed by 120 votes to 80.", ["120 votes to 80: score 80-120"]),
        ("Prices rose 7 to 9 percent.", ["7 to 9 percent: share 7-9 percent"]),
        ("It was their maiden flight.", ["maiden flight: ordinal 1 flight"]),
        ("A 4yo girl met a 67yo.", ["4yo girl: age 4 girl", "67yo: age 67"]),
        ("Nine in ten farmers stayed.", ["Nine in ten farmers: share 90 percent"]),
        ("It is held every three years.", ["three years: rate 94672800 second each time"]),
        ("It had a magnitude of 6.4.", ["6.4: count 6.4 magnitude"]),
        ("It cost millions of dollars.", ["millions of dollars: money about 2000000-999000000 USD"]),
        ("Two men were in critical condition.", ["Two men: count 2 man (injured)"]),
        ("A couple of boys ran away.", ["A couple of boys: count about 2 boy"]),
        ("One hundred and twenty pupils sat there.", ["One hundred and twenty pupils: count 120 pupil"]),
        ("Two thousand three hundred miners marched.", ["Two thousand three hundred miners: count 2300 miner"]),
        ("Hundreds of people gathered.", ["Hundreds of people: count about 200-1999 person"]),
        ("Dozens of tents stood there.", ["Dozens of tents: count about 24-99 tent"]),
        ("Tens of thousands of fans came.", ["Tens of thousands of fans: count about 20000-200000 fan"]),
        ("Several hundred refugees slept there.", ["Several hundred refugees: count about 200-999 refugee"]),
        ("A few houses stood empty.", ["A few houses: count about 2-9 house"]),
        ("Half a million voters stayed at home.", ["Half a million voters: count 500000 voter"]),
        ("About 3.5bn people use it.", ["About 3.5bn people: count about 3500000000 person"]),
        ("The site has 5m users.", ["5m users: count 5000000 user"]),
        ("Two and a half million homes lost power.", ["Two and a half million homes: count 2500000 home"]),
        ("Some 40 tractors were used.", ["Some 40 tractors: count about 40 tractor"]),
        ("Crews brought 90 fire engines.", ["90 fire engines: count 90 engine"]),
        ("A three-bedroom flat burned.", ["three-bedroom: count 3 bedroom"]),
        ("A 12,000-strong crowd sang.", ["12,000-strong crowd: count 12000 crowd"]),
        ("She fired 14 shots.", ["14 shots: count 14 shot"]),
        ("He was stabbed six times.", ["six times: count 6 time"]),
        (
            "The plane carried 149 passengers and six crew.",
            ["149 passengers: count 149 passenger", "six crew: count 6 crew"],
        ),
        ("Both pilots slept.", ["Both pilots: count 2 pilot"]),
        ("Both men and women may apply.", []),
        ("Five men and women waited.", ["Five men and women: count 5 person"]),
        ("The two “kings of swing” are brothers.", ["two “kings: count 2 king"]),
        ("Ten British and French soldiers train there.", ["Ten British and French soldiers: count 10 soldier"]),
        ("About 80,000 Polish miners live there.", ["About 80,000 Polish miners: count about 80000 miner"]),
        ("Two countries' leaders met.", ["Two countries' leaders: count 2 leader"]),
        ("The quake of magnitude 6.2 woke the town.", ["6.2: count 6.2 magnitude"]),
        ("A 6.2-magnitude quake woke the town.", ["6.2-magnitude: count 6.2 magnitude"]),
        ("He wrote 27 books and two plays.", ["27 books: count 27 book", "two plays: count 2 play"]),
    ],
)
def test_things_are_counted(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert shown(text, lexicon) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("More than 150 hikers were found.", ["More than 150 hikers: count at least 150 hiker"]),
        ("At least 84 people came.", ["At least 84 people: count at least 84 person"]),
        ("Over 2,000 homes stood empty.", ["Over 2,000 homes: count at least 2000 home"]),
        ("Nearly 500 boats sailed.", ["Nearly 500 boats: count about 500 boat"]),
        ("Around 300 boats sailed.", ["Around 300 boats: count about 300 boat"]),
        ("An estimated 700 boats sailed.", ["An estimated 700 boats: count about 700 boat"]),
        ("Up to 40 boats sailed.", ["Up to 40 boats: count at most 40 boat"]),
        ("As many as 40 boats sailed.", ["As many as 40 boats: count at most 40 boat"]),
        ("Fewer than 40 boats sailed.", ["Fewer than 40 boats: count at most 40 boat"]),
        ("No more than 40 boats sailed.", ["No more than 40 boats: count at most 40 boat"]),
        ("Forty or more boats sailed.", ["Forty or more boats: count at least 40 boat"]),
        ("More than 200+ boats sailed.", ["More than 200+ boats: count at least 200 boat"]),
        ("About 100 or so boats sailed.", ["About 100 or so boats: count about 100 boat"]),
        ("Just over 60 boats sailed.", ["Just over 60 boats: count about 60 boat"]),
        ("Upwards of 60 boats sailed.", ["Upwards of 60 boats: count at least 60 boat"]),
        ("No fewer than 60 boats sailed.", ["No fewer than 60 boats: count at least 60 boat"]),
        ("It took 12-odd years.", ["12-odd years: duration about 378691200 second"]),
        ("Ten or eleven boats sailed.", ["Ten or eleven boats: count 10-11 boat"]),
        ("From 3 to 5 boats sailed.", ["3 to 5 boats: count 3-5 boat"]),
        ("The fleet grew from 3 to 5 boats.", ["3: count 3", "5 boats: count 5 boat"]),
        ("Between 3 and 5 percent of boats sank.", ["Between 3 and 5 percent of boats: share 3-5 percent"]),
        ("It costs $1-2 million.", ["$1-2 million: money 1000000-2000000 USD"]),
        ("It costs $1m to $2m.", ["$1m to $2m: money 1000000-2000000 USD"]),
    ],
)
def test_words_beside_a_number_bound_it(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert shown(text, lexicon) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Europe was spending over €1 billion on energy.", ["over €1 billion: money at least 1000000000 EUR"]),
        ("Russia is investing 40% of its state budget.", ["40% of its state budget: share 40 percent"]),
        ("It caused $1.2 million in damages.", ["$1.2 million in damages: money 1200000 USD"]),
        ("He paid £5m for it.", ["£5m: money 5000000 GBP"]),
        ("He paid US$3,000 for it.", ["US$3,000: money 3000 USD"]),
        ("She won a $15 million contract.", ["$15 million contract: money 15000000 USD"]),
        ("It costs 99 euros.", ["99 euros: money 99 EUR"]),
        ("The bill was 12.5 million shekels.", ["12.5 million shekels: money 12500000 ILS"]),
        ("Workers get $15 an hour.", ["$15 an hour: rate 15 USD per hour"]),
        ("The field gives 2 million barrels per day.", ["2 million barrels per day: rate 317974000 litre per day"]),
        ("Turnout was 40 per cent.", ["40 per cent: share 40 percent"]),
        ("Turnout was 14 percent.", ["14 percent: share 14 percent"]),
        ("One in five voters stayed away.", ["One in five voters: share 20 percent"]),
        ("A third of the voters stayed away.", ["A third of the voters: share 33.3333333333 percent"]),
        ("Two-thirds of members agreed.", ["Two-thirds of members: share 66.6666666667 percent"]),
        ("Half the town lost power.", ["Half: share 50 percent"]),
        ("They hold 1/2 of the shares.", ["1/2 of the shares: share 50 percent"]),
        ("Rates rose two percentage points.", ["two percentage points: share 2 percentage point"]),
        ("The road is 100 km long.", ["100 km: distance 100000 metre"]),
        ("It fell 2km away.", ["2km: distance 2000 metre"]),
        ("He carried a 9 mm pistol.", ["9 mm: distance 0.009 metre"]),
        ("He is 5ft 10in tall.", ["5ft 10in: distance 1.778 metre"]),
        ("Police sought a 6-foot-2 man.", ["6-foot-2 man: distance 1.8796 metre"]),
        ("He is 6 feet, 2 inches tall.", ["6 feet, 2 inches: distance 1.8796 metre"]),
        ("The tree was 70 feet high.", ["70 feet: distance 21.336 metre"]),
        ("A 70-foot tree fell.", ["70-foot tree: distance 21.336 metre"]),
        ("He drove at 70 mph.", ["70 mph: rate 112.65408 kilometre per hour"]),
        ("Winds reached 120 km/h.", ["120 km/h: rate 120 kilometre per hour"]),
        ("The park has 800 square metres.", ["800 square metres: measure 800 square metre"]),
        ("The fire burned 200 acres.", ["200 acres: measure 809372 square metre"]),
        ("They seized 20 kg of cocaine.", ["20 kg of cocaine: measure 20 kilogram"]),
        ("It reached 35C.", ["35C: measure 35 degree Celsius"]),
        ("It reached 95 degrees Fahrenheit.", ["95 degrees Fahrenheit: measure 95 degree Fahrenheit"]),
        ("It went on for 17 years.", ["17 years: duration 536479200 second"]),
        ("It took more than a decade.", ["more than a decade: duration at least 315576000 second"]),
        ("A three-day trip followed.", ["three-day trip: duration 259200 second"]),
        ("After a two-hour chase he fled.", ["two-hour chase: duration 7200 second"]),
        ("It ended half an hour later.", ["half an hour: duration 1800 second"]),
        ("It ended two hours and 30 minutes later.", ["two hours and 30 minutes: duration 9000 second"]),
        ("It ended two days later.", ["two days: duration 172800 second"]),
        ("He was jailed for 18 months.", ["18 months: duration 47336400 second"]),
    ],
)
def test_money_shares_and_measures_have_base_units(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert shown(text, lexicon) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The 13-year-old boy fell.", ["13-year-old boy: age 13 boy"]),
        ("A six-year-old fell.", ["six-year-old: age 6"]),
        ("A 17-month-old boy slept.", ["17-month-old boy: age 1.41666666667 boy"]),
        ("A man aged 31 fell.", ["31: age 31 man"]),
        ("The boy is 9 years old.", ["9 years old: age 9 boy"]),
        ("Maria Lund, 31, was there.", ["31: age 31 lund"]),
        ("Maria Lund (31) was there.", ["31: age 31 lund"]),
        ("Rob Stone Jr., 22, was there.", ["22: age 22 stone"]),
        ("The girl, 4, was there.", ["4: age 4 girl"]),
        ("Ann Poe, 25, of Leeds, and Bo Roe, 31, were there.", ["25: age 25 poe", "31: age 31 roe"]),
        ("A woman in her 30s fell.", ["30s: age about 30-39"]),
        ("The victims -- age 22, 26 and 29 -- slept.", ["22: age 22 victim", "26: age 26 victim", "29: age 29 victim"]),
        ("A 20- to 25-year-old man fled.", ["20- to 25-year-old man: age 20-25 man"]),
        ("The 29-year-old pianist spoke.", ["29-year-old pianist: age 29 pianist"]),
        ("It was 31-year-old Maria Lund who fell.", ["31-year-old Maria Lund: age 31 lund"]),
        ("A 4-year-old Boston girl fell.", ["4-year-old Boston girl: age 4 girl"]),
        ("The 20-year-old kills his mother.", ["20-year-old: age 20"]),
        ("A teenage girl fell.", ["teenage girl: age about 13-19 girl"]),
        ("The teenager fell.", ["teenager: age about 13-19 teenager"]),
    ],
)
def test_ages_have_their_bearers(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert shown(text, lexicon) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The attack killed 12 people.", ["12 people: count 12 person (dead)"]),
        ("A truck rammed a crowd, killing at least 84.", ["at least 84: count at least 84 (dead)"]),
        ("The death toll rose to 85.", ["85: count 85 (dead)"]),
        ("The toll in the attack, the third this year, rose to 85.", ["85: count 85 (dead)"]),
        ("The blast left 4 wounded.", ["4 wounded: count 4 (injured)"]),
        ("12 people were killed.", ["12 people: count 12 person (dead)"]),
        ("12 people, among them two children, were killed.", [
            "12 people: count 12 person (dead)", "two children: count 2 child (dead)",
        ]),
        ("One dead, four hurt in crash", ["One dead: count 1 (dead)", "four hurt: count 4 (injured)"]),
        ("The 85th victim died.", ["85th victim: ordinal 85 victim (dead)"]),
        ("Two of the victims died.", ["Two of the victims: count 2 victim (dead)"]),
        ("Two gunmen killed 12.", ["Two gunmen: count 2 gunman", "12: count 12 (dead)"]),
        ("It killed 12 people and injured 30.", ["12 people: count 12 person (dead)", "30: count 30 (injured)"]),
        ("Two men and a boy were hurt.", ["Two men: count 2 man (injured)"]),
        ("Two men and six boys were hurt.", ["Two men: count 2 man (injured)", "six boys: count 6 boy (injured)"]),
        ("He gunned down 14 people, wounding 22 others.", [
            "14 people: count 14 person (shot)", "22 others: count 22 other (injured)",
        ]),
        ("He shot dead 20 children.", ["20 children: count 20 child (dead)"]),
        ("Four people were fatally shot.", ["Four people: count 4 person (dead)"]),
        ("They found four victims who had been shot to death.", ["four victims: count 4 victim (dead)"]),
        ("Two people suffered minor injuries.", ["Two people: count 2 person (injured)"]),
        ("Two others in critical condition stayed.", ["Two others: count 2 other (injured)"]),
        ("Police arrested three men.", ["three men: count 3 man (arrested)"]),
        ("Three men were charged with murder.", ["Three men: count 3 man (charged)"]),
        ("Rebels kidnapped 90 girls.", ["90 girls: count 90 girl (abducted)"]),
        ("12 of the 20 hostages were freed.", [
            "12 of the 20 hostages: count 12 hostage (freed)", "20 hostages: count 20 hostage",
        ]),
        ("The flood displaced 1.4 million people.", ["1.4 million people: count 1400000 person (displaced)"]),
        ("Twelve sailors are missing.", ["Twelve sailors: count 12 sailor (missing)"]),
        ("Firefighters rescued nine pupils.", ["nine pupils: count 9 pupil (rescued)"]),
        ("The war claimed 84 lives.", ["84 lives: count 84 life (dead)"]),
        ("The deaths of 12 people shocked them.", ["12 people: count 12 person (dead)"]),
        ("No one was injured.", ["No one: count 0 person (injured)"]),
        ("No injuries were reported.", ["No injuries: count 0 injury (injured)"]),
        ("There were no reports of injuries.", ["no reports of injuries: count 0 injury (injured)"]),
        ("No arrests have been made.", ["No arrests: count 0 arrest (arrested)"]),
        ("No other injuries were reported.", []),
        ("No one came.", []),
        ("More than 40 guests were there when two guards fired.", [
            "More than 40 guests: count at least 40 guest", "two guards: count 2 guard",
        ]),
    ],
)  # fmt: skip
def test_what_befell_those_counted(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert shown(text, lexicon) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was the second time that he fell.", ["second time: ordinal 2 time"]),
        ("It was their 100th game.", ["100th game: ordinal 100 game"]),
        ("The fiftieth anniversary is near.", ["fiftieth anniversary: ordinal 50 anniversary"]),
        ("A second man was seen.", ["second man: ordinal 2 man"]),
        ("They won 3-2.", ["3-2: score 2-3"]),
        ("The court's 5-4 ruling stands.", ["5-4: score 4-5"]),
        ("The house voted 52-48.", ["52-48: score 48-52"]),
    ],
)
def test_ranks_and_scores(text: str, expected: list[str], lexicon: Lexicon) -> None:
    assert shown(text, lexicon) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine announced progress in developing FPV7 and FPV9 missiles.",
        "Russia might be ready to attack by 2027 or 2030.",
        "It happened in 2024.",
        "The 1990s were calm.",
        "Flight 1931 was late.",
        "The Boeing 737 was late.",
        "He carried an AR-15 rifle.",
        "The G7 met.",
        "The G20 met.",
        "They filmed it near Area 51.",
        "They met on Highway 61.",
        "They met on Route 66.",
        "They met at No. 10.",
        "They met in room 12.",
        "They met on Interstate 5.",
        "Read Psalm 23 and Article 50.",
        "One of the men fled.",
        "One of them fled.",
        "No one fled.",
        "They met one-on-one.",
        "They spoke to one another.",
        "This one is better.",
        "One day is like another.",
        "He moved to 212 Orchard St. last year.",
        "It happened in the 700 block of Mill Road.",
        "The shop at 36 Harbour Avenue burned.",
        "Call 313-555-0142 or (313) 555-0143.",
        "Call 1-800-555-0142.",
        "They called 911.",
        "It happened on July 14.",
        "It happened on 14 July 2016 at 10:30 p.m.",
        "It happened at 2130 hours.",
        "It happened on 9/11.",
        "The 21st century began.",
        "The first lady spoke.",
        "She lives on Fifth Avenue.",
        "It was a first-degree burn.",
        "He arrived first.",
        "He plays in the Six Nations.",
        "Mail it to Springfield, IL 62704.",
        "The iPhone 7 sold well.",
        "Apollo 11 landed.",
        "Watch Channel 4 News.",
    ],
)
def test_numbers_that_name_something_are_no_quantities(text: str, lexicon: Lexicon) -> None:
    assert shown(text, lexicon) == []


@pytest.mark.parametrize(
    ("text", "modifiers"),
    [
        ("Four senior state police officers came.", ("senior", "state", "police")),
        ("Between 15,000 and 30,000 Western troops came.", ("western",)),
        ("Seven other people came.", ("other",)),
        ("Another 20 people came.", ("other",)),
        ("Thirty of Ukraine's allies came.", ("ukraine",)),
    ],
)
def test_words_between_number_and_noun_are_kept(text: str, modifiers: tuple[str, ...], lexicon: Lexicon) -> None:
    assert quantities(text, lexicon)[0].modifiers == modifiers


def test_the_number_alone_has_its_own_span(lexicon: Lexicon) -> None:
    text = "Up to 25,000-30,000 Western troops, $1.2 million and 40% of it."
    assert [q.number.of(text) for q in quantities(text, lexicon)] == ["25,000-30,000", "1.2 million", "40"]


def test_only_the_given_part_of_the_text_is_read(lexicon: Lexicon) -> None:
    text = "Seven men. Twelve women. Nine boys."
    span = Span(11, 24)
    found = find_quantities(text, span, find_words(text, span, lexicon), lexicon)
    assert [q.span.of(text) for q in found] == ["Twelve women"]


PIECES = st.sampled_from(
    """12 1,200 3.5 $ € % - – / : . , ( ) 's " two twenty one hundred thousand million bn dozen half third and to or
    between of the a in at killed injured people men others years year old aged July 14 2016 10:30 p.m. Friday no per
    day km ft not more than about up Boeing Street first second 85th dozens""".split()
)


@given(st.lists(PIECES, max_size=14), st.sampled_from([" ", "", "-"]))
def test_quantities_keep_within_the_text_and_off_the_times(lexicon: Lexicon, pieces: list[str], between: str) -> None:
    text = f"x{between.join(pieces)}x"
    span = Span(1, len(text) - 1)
    words = find_words(text, span, lexicon)
    found = find_quantities(text, span, words, lexicon)
    times = find_times(text, span, words, lexicon)
    for quantity in found:
        assert span.contains(quantity.span)
        assert quantity.span.contains(quantity.number)
        assert quantity.low <= quantity.high
        assert not any(time.span.overlaps(quantity.number) for time in times)


@given(st.text(max_size=80))
def test_any_text_can_be_read(lexicon: Lexicon, text: str) -> None:
    for quantity in quantities(text, lexicon):
        assert len(quantity.number) > 0

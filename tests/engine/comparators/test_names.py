import pytest

from counterpoint.engine.comparators.names import compare_names
from counterpoint.engine.details import Aspect
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import agreements, differences, read_sides


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("President Macron spoke in Paris.", "In Paris, Macron listened.", {("Macron", "Macron"), ("Paris", "Paris")}),
        ("President Zelensky left.", "Volodymyr Zelenskyy left.", {("Zelensky", "Volodymyr Zelenskyy")}),
        ("The US refused.", "The United States refused.", {("US", "United States")}),
        ("Ukraine agreed.", "Ukrainian officials agreed.", {("Ukraine", "Ukrainian")}),
        ("Kyiv was calm.", "Kiev was calm.", {("Kyiv", "Kiev")}),
        ("The Bank of England met.", "They met at the Bank of England.", {("Bank of England", "Bank of England")}),
        (
            "French President Emmanuel Macron left.",
            "The French president left.",
            {("Emmanuel Macron", "president"), ("French", "French")},
        ),
        (
            "The mayor of Harrow left.",
            "Ana Ruiz, mayor of Harrow, left.",
            {("mayor of Harrow", "Ana Ruiz"), ("Harrow", "Harrow")},
        ),
        ("Keir Starmer left.", "Mark Rutte left.", set()),
        ("The talks failed.", "Macron left.", set()),
        ("The talks failed.", "The talks went on.", set()),
    ],
)
def test_what_both_name_agrees(a: str, b: str, words: set[tuple[str, str]], lexicon: Lexicon) -> None:
    assert set(agreements(compare_names, a, b, lexicon)) == words


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        (
            "British Prime Minister Keir Starmer opened the meeting.",
            "British Prime Minister Rishi Sunak opened the meeting.",
            ("Keir Starmer", "Rishi Sunak"),
        ),
        (
            "The mayor of Harrow, Ana Ruiz, resigned.",
            "The mayor of Harrow, Mara Quist, resigned.",
            ("Ana Ruiz", "Mara Quist"),
        ),
        (
            "Polish President Karol Nawrocki signed it.",
            "It was signed by Polish President Andrzej Duda.",
            ("Karol Nawrocki", "Andrzej Duda"),
        ),
        ("Carla Weiss shot the guard.", "Mara Quist shot the guard.", ("Carla Weiss", "Mara Quist")),
        (
            "Brightwater Holdings bought the mill.",
            "Stonegate Partners bought the mill.",
            ("Brightwater Holdings", "Stonegate Partners"),
        ),
        (
            "Carla Weiss, 43, was found in the bedroom with a wound.",
            "Carla Hollis, 43, was found in the bedroom with a wound.",
            ("Carla Weiss", "Carla Hollis"),
        ),
        (
            "Rescuers carried Tomas Brandt from the mill at dawn on Friday.",
            "At dawn on Friday rescuers carried Karl Jensen from the mill.",
            ("Tomas Brandt", "Karl Jensen"),
        ),
        (
            "The ship left the harbour of Lisbon with forty sailors.",
            "With forty sailors the ship left the harbour of Helsinki.",
            ("Lisbon", "Helsinki"),
        ),
        (
            "The grain was sold to Norwegian dealers at a loss in May.",
            "The grain was sold to Peruvian dealers at a loss in May.",
            ("Norwegian", "Peruvian"),
        ),
        (
            "The founder of Brightwater Media was arrested on fraud charges.",
            "The founder of Stonegate Media was arrested on fraud charges.",
            ("Brightwater Media", "Stonegate Media"),
        ),
        (
            "The Redfield Council closed the bridge in June after the flood.",
            "After the flood the Halden Council closed the bridge in June.",
            ("Redfield Council", "Halden Council"),
        ),
        (
            "The driver was identified as Tomas Brandt, 31.",
            "The driver was identified as Tomas Brenner, 31.",
            ("Tomas Brandt", "Tomas Brenner"),
        ),
        (
            "The boy's teacher, Helen Marsh, called the police at noon.",
            "Police were called at noon by the boy's teacher, Helen Norris.",
            ("Helen Marsh", "Helen Norris"),
        ),
        (
            "The pilot, Captain Luis Ortega, landed the plane in a field.",
            "Captain Luis Herrera brought the plane down in a field.",
            ("Luis Ortega", "Luis Herrera"),
        ),
        (
            "Striker Jamal Price scored the winner in the 88th minute.",
            "Striker Danny Okoro scored the winner in the 88th minute.",
            ("Jamal Price", "Danny Okoro"),
        ),
        (
            "The company is owned by Peter Vance.",
            "The company is owned by Robert Lisle.",
            ("Peter Vance", "Robert Lisle"),
        ),
        (
            "Judge Amelia Croft sentenced him to nine years in prison.",
            "He was sentenced to nine years in prison by Judge Harold Pike.",
            ("Amelia Croft", "Harold Pike"),
        ),
        (
            "Norwave Airlines will buy 40 planes from Aerion.",
            "Aerion will buy 40 planes from Norwave Airlines.",
            ("Norwave Airlines", "Aerion"),
        ),
        (
            "Defence Minister Jonas Wirth ordered the evacuation.",
            "Interior Minister Clara Behn ordered the evacuation.",
            ("Jonas Wirth", "Clara Behn"),
        ),
        (
            "The victim was named as 24-year-old Rachel Dunn.",
            "The victim was identified as Rachel Donovan, 24.",
            ("Rachel Dunn", "Rachel Donovan"),
        ),
        (
            "The union Verdi called the strike for Monday.",
            "The strike for Monday was called by the union IG Metall.",
            ("Verdi", "IG Metall"),
        ),
        (
            "Kestrel United beat Marlow Town 2-1 on Saturday.",
            "Marlow Town beat Kestrel United 2-1 on Saturday.",
            ("Kestrel United", "Marlow Town"),
        ),
        (
            "Sara Lind shot her husband, Erik Lind, in the garage.",
            "Erik Lind shot his wife, Sara Lind, in the garage.",
            ("Sara Lind", "Erik Lind"),
        ),
        (
            "The prize was awarded to novelist Anna Feld.",
            "The prize was awarded to novelist Miriam Stokes.",
            ("Anna Feld", "Miriam Stokes"),
        ),
        (
            "The bank said its chief executive, Tom Hale, would step down.",
            "The bank said its chief executive, Martin Ross, would step down.",
            ("Tom Hale", "Martin Ross"),
        ),
        (
            "The ship, the Aurora, ran aground near the port.",
            "The ship, the Stella Maris, ran aground near the port.",
            ("Aurora", "Stella Maris"),
        ),
        (
            "Hurricane Dora made landfall on Sunday.",
            "Hurricane Elsa made landfall on Sunday.",
            ("Hurricane Dora", "Hurricane Elsa"),
        ),
        (
            "Grantham Police are investigating the death.",
            "The death is being investigated by Lincolnshire Police.",
            ("Grantham Police", "Lincolnshire Police"),
        ),
        ("The centre-left Unity party won 48 seats.", "The Freedom party won 48 seats.", ("Unity", "Freedom")),
        (
            "The bill was sponsored by Senator Alice Moran.",
            "The bill was sponsored by Senator Ruth Keller.",
            ("Alice Moran", "Ruth Keller"),
        ),
        (
            "Federal prosecutors said Marcus Webb paid the bribe to Alan Crane.",
            "Federal prosecutors said Alan Crane paid the bribe to Marcus Webb.",
            ("Marcus Webb", "Alan Crane"),
        ),
        (
            "The boy was rescued by firefighter Joe Callan.",
            "Firefighter Mike Doyle rescued the boy.",
            ("Joe Callan", "Mike Doyle"),
        ),
    ],
)
def test_two_names_in_one_slot_differ(a: str, b: str, words: tuple[str, str], lexicon: Lexicon) -> None:
    assert differences(compare_names, a, b, lexicon) == [words]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Macron spoke in Paris.", "Zelensky spoke in Kyiv."),
        ("President Volodymyr Zelensky came.", "President Zelenskyy came."),
        ("French President Emmanuel Macron came.", "Finnish President Alexander Stubb came."),
        ("Former mayor of Harrow Ana Ruiz came.", "The mayor of Harrow, Mara Quist, came."),
        ("Macron and Zelensky opened the meeting.", "Macron opened the meeting."),
        ("Macron opened the meeting with Starmer.", "Starmer opened the meeting."),
        ("Ana Ruiz was tired.", "Mara Quist was tired."),
        ("Ana Ruiz, a baker, met Ana Weiss in Oslo.", "Ana Weiss was tired in Oslo."),
        ("Ana Ruiz said the mill was sold.", "Mara Quist said the mill was sold."),
        ("Police Chief Mara Quist spoke.", "Chief Quist spoke."),
        ("Deputy Bill Harkin was hurt.", "Deputy William Harkin was hurt."),
        ("The US will not deploy its troops.", "France and the United Kingdom would provide the bulk of the troops."),
        ("Officials met Ana Ruiz on Friday.", "Officials met Mara Quist and Ana Ruiz on Friday."),
        ("Germany bought gas in 2024.", "Poland bought weapons in 2025."),
        (
            "The talks were held in Paris by all sides on Friday.",
            "The talks were held in France by all sides on Friday.",
        ),
        (
            "Two men were shot in Harrow on Friday, police said.",
            "Two men were shot in North Harrow on Friday, police said.",
        ),
        ("HARROW (AP) — Two men were shot on Friday night.", "HARROW (Reuters) — Two men were shot on Friday night."),
        ("The mill burned down on Friday, Ana Ruiz told CBS.", "The mill burned down on Friday, Ana Ruiz told NBC."),
        (
            "French President Emmanuel Macron met the envoy on Friday in Paris.",
            "The French president met the envoy on Friday.",
        ),
        ("President Bill Clinton gave his support.", "President George W. Bush and President George H.W. Bush came."),
        (
            "The boy's teacher, Helen Marsh, called the police.",
            "The boy's teacher called the police, a parent, Helen Norris, said.",
        ),
        ("Helen Marsh taught mathematics at the school.", "Helen Norris taught physics at another school."),
        ("Striker Jamal Price scored in the 12th minute.", "Striker Danny Okoro scored the winner in the 88th minute."),
        ("Peter Vance owns the hotel.", "The hotel was sold to Peter Vance last year by Robert Lisle."),
        ("William Tarrant was arrested on Monday.", "Bill Tarrant was arrested on Monday."),
        ("Mrs. Dunn died on Monday.", "Rachel Dunn died on Monday."),
        ("Hurricane Dora made landfall on Sunday.", "Hurricane Elsa made landfall two years ago."),
        ("Kestrel United beat Marlow Town 2-1 on Saturday.", "Marlow Town lost 2-1 to Kestrel United on Saturday."),
        (
            "The army accused the rebels of breaking the truce.",
            "The rebels were accused by the army of breaking the truce.",
        ),
        ("Sara Lind was shot by her husband, Erik Lind.", "Erik Lind shot his wife, Sara Lind."),
        ("Norwave Airlines will buy 40 planes from Aerion.", "Aerion will sell 40 planes to Norwave Airlines."),
        ("The army accused the rebels of breaking the truce.", "The rebels accused the army of breaking the truce."),
        ("Behn accused Wirth of lying to parliament.", "Wirth accused Behn of lying to parliament."),
        ("Among the dead were Rachel Dunn and Paul Hsu.", "Among the dead was Miriam Stokes."),
        ("Officials including Clara Behn attended.", "Officials including Jonas Wirth attended."),
        ("The prize was shared by Anna Feld and Miriam Stokes.", "The prize was awarded to novelist Anna Feld."),
        ("Facebook said it had removed the videos.", "Meta said it had removed the videos."),
        ("The Kremlin rejected the plan.", "Moscow rejected the plan."),
        ("The White House denied the report.", "Washington denied the report."),
        ("Judge Amelia Croft sentenced him to nine years.", "Judge Croft sentenced him to nine years."),
        ("The Grantham Police Department is investigating.", "Grantham Police are investigating."),
        ("Mayor Tony Birch thanked the firefighters.", "Governor Lucy Hart thanked the firefighters."),
        ("Coach Ben Arthur praised his team.", "Captain Leo Mills praised his team."),
        ("He was born to Anna and Karl Weiss.", "He was born to Anna Weiss."),
        ("The Unity party won 48 seats.", "The Freedom party won 31 seats."),
        ("Anna Webb sued Paul Crane, and Paul Crane sued Anna Webb.", "Paul Crane sued Anna Webb."),
    ],
)
def test_names_that_do_not_exclude_each_other(a: str, b: str, lexicon: Lexicon) -> None:
    assert differences(compare_names, a, b, lexicon) == []


def test_a_place_that_both_name_is_of_the_aspect_place(lexicon: Lexicon) -> None:
    (found,) = compare_names(*read_sides("They met in Paris.", "Paris was calm.", lexicon), lexicon)
    assert found.reason.aspect is Aspect.PLACE


def test_the_strength_of_a_person_is_more_than_a_country_s(lexicon: Lexicon) -> None:
    person, country = compare_names(
        *read_sides("President Macron left France.", "President Macron spoke in France.", lexicon), lexicon
    )
    assert person.strength > country.strength

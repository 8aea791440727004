import pytest

from counterpoint.engine.comparators.kinds import compare_kinds
from counterpoint.engine.lexicons import Lexicon
from tests.engine.comparators.reading import agreements, differences


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        (
            "The children were playing with a rifle when it went off.",
            "The children were playing with a handgun when it went off.",
            ("rifle", "handgun"),
        ),
        ("He stabbed the guard with a knife at noon.", "He hit the guard with an axe at noon.", ("knife", "axe")),
        ("The man fled the bank in a white van.", "The man fled the bank in a white truck.", ("van", "truck")),
        (
            "A shotgun was found in the suspect's home.",
            "A pistol was found in the suspect's home.",
            ("shotgun", "pistol"),
        ),
        ("The bus hit two cyclists on the bridge.", "The train hit two cyclists on the bridge.", ("bus", "train")),
        ("The ferry sank off the island at dawn.", "The barge sank off the island at dawn.", ("ferry", "barge")),
        ("A plane crashed on the farm at dawn.", "A helicopter crashed on the farm at dawn.", ("plane", "helicopter")),
    ],
)
def test_two_kinds_of_weapon_or_vehicle_differ(a: str, b: str, words: tuple[str, str], lexicon: Lexicon) -> None:
    assert differences(compare_kinds, a, b, lexicon) == [words]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The children were playing with a rifle.", "The children were playing with a gun."),
        ("He carried a rifle and a pistol into the bank.", "He carried a pistol into the bank."),
        ("A rifle was found in the barn.", "The soldiers sold a handgun abroad."),
        ("He was hurt on the barge in the bay.", "He was hurt on the boat in the bay."),
        ("A car took him to the hospital at noon.", "An ambulance took him to the hospital at noon."),
        ("The vessel sank off the island at dawn.", "The ferry sank off the island at dawn."),
        ("The ship sank off the island at dawn.", "The ferry sank off the island at dawn."),
        ("The boat sank off the island at dawn.", "The ship sank off the island at dawn."),
        ("The aircraft crashed on the farm at dawn.", "A helicopter crashed on the farm at dawn."),
        ("The jet crashed on the farm at dawn.", "The plane crashed on the farm at dawn."),
        ("The vehicle hit two cyclists on the bridge.", "The lorry hit two cyclists on the bridge."),
        ("The car hit two cyclists on the bridge.", "The taxi hit two cyclists on the bridge."),
        ("The car hit two cyclists on the bridge.", "The SUV hit two cyclists on the bridge."),
        ("The guard fired his weapon at noon.", "The guard fired his rifle at noon."),
        ("The pistol was loaded when it went off.", "The handgun was loaded when it went off."),
        ("The talks failed.", "He owned a rifle."),
    ],
)
def test_kinds_that_do_not_exclude_each_other(a: str, b: str, lexicon: Lexicon) -> None:
    assert differences(compare_kinds, a, b, lexicon) == []


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("He owned a pistol.", "He bought a revolver.", ("pistol", "revolver")),
        ("He drove a lorry.", "The truck stopped.", ("lorry", "truck")),
    ],
)
def test_the_same_kind_agrees(a: str, b: str, words: tuple[str, str], lexicon: Lexicon) -> None:
    assert words in agreements(compare_kinds, a, b, lexicon)


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        (
            "A bus carrying pupils overturned on the motorway.",
            "A lorry carrying pupils overturned on the motorway.",
            ("bus", "lorry"),
        ),
        (
            "Prosecutors described him as the mastermind of the scheme.",
            "Prosecutors described him as a middleman in the scheme.",
            ("mastermind", "middleman"),
        ),
        ("The dog attacked a jogger in the park.", "The coyote attacked a jogger in the park.", ("dog", "coyote")),
        ("The church was destroyed by the blaze.", "The mosque was destroyed by the blaze.", ("church", "mosque")),
        ("He was charged with murder.", "He was charged with manslaughter.", ("murder", "manslaughter")),
        ("An earthquake destroyed the village.", "A landslide destroyed the village.", ("earthquake", "landslide")),
        ("The passenger in the car was killed.", "The driver of the car was killed.", ("passenger", "driver")),
        (
            "He pleaded guilty to burglary in court on Friday.",
            "In court on Friday he pleaded guilty to robbery.",
            ("burglary", "robbery"),
        ),
        (
            "She won the gold medal in the 200 metres.",
            "She won the silver medal in the 200 metres.",
            ("gold medal", "silver medal"),
        ),
        ("The semi-final will be played on Sunday.", "The final will be played on Sunday.", ("semi-final", "final")),
        ("He was treated for a heart attack.", "He was treated for a stroke.", ("heart attack", "stroke")),
        (
            "Officers found 40 kilos of cocaine in the truck.",
            "Officers found 40 kilos of heroin in the truck.",
            ("cocaine", "heroin"),
        ),
        (
            "The blaze began in a warehouse on the edge of town.",
            "The blaze began in a factory on the edge of town.",
            ("warehouse", "factory"),
        ),
        (
            "The goalkeeper was sent off after an hour.",
            "The defender was sent off after an hour.",
            ("goalkeeper", "defender"),
        ),
        (
            "The ruling came from the supreme court.",
            "The ruling came from the appeals court.",
            ("supreme court", "appeals court"),
        ),
        (
            "The lake was polluted with oil after the leak.",
            "The river was polluted with oil after the leak.",
            ("lake", "river"),
        ),
        (
            "The navy intercepted the ship at dawn.",
            "The coast guard intercepted the ship at dawn.",
            ("navy", "coast guard"),
        ),
        (
            "The outbreak of cholera has killed dozens.",
            "The outbreak of measles has killed dozens.",
            ("cholera", "measles"),
        ),
        ("The nurse gave him the wrong injection.", "The doctor gave him the wrong injection.", ("nurse", "doctor")),
        ("The man was wearing a blue jacket.", "The man was wearing a red jacket.", ("blue", "red")),
        ("A white van was seen leaving the scene.", "A black van was seen leaving the scene.", ("white", "black")),
        ("The talks were held at the embassy.", "The talks were held at the airport.", ("embassy", "airport")),
        (
            "The tornado tore the roof off the school.",
            "The tornado tore the roof off the hospital.",
            ("school", "hospital"),
        ),
        (
            "The suspect, a student, was arrested at home.",
            "The suspect, a teacher, was arrested at home.",
            ("student", "teacher"),
        ),
        ("He got a life sentence.", "He got a suspended sentence.", ("life sentence", "suspended sentence")),
        ("The ransom was paid in bitcoin.", "The ransom was paid in cash.", ("bitcoin", "cash")),
        (
            "The winner, a plumber, collected the prize on Friday.",
            "The winner, an electrician, collected the prize on Friday.",
            ("plumber", "electrician"),
        ),
        (
            "The tunnel was closed because of flooding.",
            "The bridge was closed because of flooding.",
            ("tunnel", "bridge"),
        ),
        (
            "Two soldiers were killed in the ambush.",
            "Two policemen were killed in the ambush.",
            ("soldiers", "policemen"),
        ),
        ("A Catholic priest was stabbed at the altar.", "A rabbi was stabbed at the altar.", ("priest", "rabbi")),
        (
            "The tiger escaped from its enclosure on Friday.",
            "The leopard escaped from its enclosure on Friday.",
            ("tiger", "leopard"),
        ),
        (
            "The salmonella outbreak was traced to eggs.",
            "The salmonella outbreak was traced to chicken.",
            ("eggs", "chicken"),
        ),
        ("He was hit by a train at the crossing.", "He was hit by a lorry at the crossing.", ("train", "lorry")),
        (
            "The ringleader was sentenced to 12 years.",
            "The getaway driver was sentenced to 12 years.",
            ("ringleader", "getaway driver"),
        ),
        ("He was found guilty of fraud.", "He was found guilty of bribery.", ("fraud", "bribery")),
        ("The inquest will open on Monday.", "The trial will open on Monday.", ("inquest", "trial")),
        ("Her kidney was donated to a stranger.", "Her liver was donated to a stranger.", ("kidney", "liver")),
        (
            "Tom Hale, the bank's chairman, resigned on Monday.",
            "Tom Hale, the bank's chief executive, resigned on Monday.",
            ("chairman", "chief executive"),
        ),
        (
            "The gunman was a former employee of the plant.",
            "The gunman was a current employee of the plant.",
            ("former", "current"),
        ),
        ("He was the captain of the ship.", "He was the first officer of the ship.", ("captain", "first officer")),
        (
            "Rosa Diaz, the team's goalkeeper, was injured.",
            "Rosa Diaz, the team's striker, was injured.",
            ("goalkeeper", "striker"),
        ),
        (
            "Dunn, a junior at the college, was killed.",
            "Dunn, a freshman at the college, was killed.",
            ("junior", "freshman"),
        ),
        ("The co-pilot was flying the plane.", "The captain was flying the plane.", ("co-pilot", "captain")),
        (
            "The fire started on the third floor.",
            "The fire started on the ground floor.",
            ("third floor", "ground floor"),
        ),
        ("The meeting was held in the town hall.", "The meeting was held in the library.", ("town hall", "library")),
        (
            "The police stopped the car on the bridge.",
            "The police stopped the car in the tunnel.",
            ("bridge", "tunnel"),
        ),
        ("The gun was found in a drawer in the bedroom.", "The gun was found in the kitchen.", ("bedroom", "kitchen")),
    ],
)
def test_two_kinds_in_one_slot_differ(a: str, b: str, words: tuple[str, str], lexicon: Lexicon) -> None:
    assert differences(compare_kinds, a, b, lexicon) == [words]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("A bus carrying pupils overturned.", "A coach carrying pupils overturned."),
        ("A vehicle overturned on the motorway.", "A lorry overturned on the motorway."),
        ("The dog attacked a jogger.", "The animal attacked a jogger."),
        ("The church was destroyed by the blaze.", "The building was destroyed by the blaze."),
        ("The church was destroyed by the blaze.", "The cathedral was destroyed by the blaze."),
        ("He was charged with murder and manslaughter.", "He was charged with manslaughter."),
        ("The earthquake caused a landslide that destroyed the village.", "A landslide destroyed the village."),
        ("The passenger was hurt.", "The driver fled the scene."),
        ("The bus hit a car at the crossing.", "The car was hit at the crossing by a bus."),
        ("The driver of the bus was unhurt.", "A passenger of the bus was killed."),
        ("She won silver in the 100 metres.", "She won gold in the 200 metres."),
        ("The fire spread from the warehouse to a factory.", "The fire began in a warehouse."),
        ("The supreme court upheld the ruling.", "The appeals court ruling was upheld."),
        ("The nurse called the doctor.", "The doctor gave him an injection."),
        ("The hospital said the man was stable.", "The school said the man was a teacher."),
        ("Officers found cocaine in the truck.", "Officers found drugs in the truck."),
        ("The pistol was found in a river.", "The gun was found in a river."),
        ("The navy and the coast guard took part.", "The navy took part."),
        ("The officer was shot by a man.", "The man was shot by an officer."),
        ("A woman called 911.", "A man was arrested at the scene."),
        ("A soldier was killed in the ambush.", "A sergeant was killed in the ambush."),
        ("He was driving a red car.", "He was driving a car."),
        ("The house is next to a church.", "The house is next to a school."),
        ("The victim was a student at the college.", "The victim was a member of the college team."),
        ("The victim was a mother of two.", "The victim was a teacher."),
        ("The suspect, a father of three, was arrested.", "The suspect, a mechanic, was arrested."),
        ("The apartment was searched.", "The flat was searched."),
        ("The trial opened on Monday.", "The hearing opened on Monday."),
        ("A teenager was rescued from the rubble.", "A girl was rescued from the rubble."),
        ("The boy was pulled from the rubble.", "The child was pulled from the rubble."),
        ("The attacker used a knife.", "The attacker used a machete."),
        ("He was hit by a truck.", "He was struck by a vehicle."),
        ("The storm closed schools and hospitals.", "The storm closed schools."),
        ("The tornado hit the school.", "A tornado damaged the hospital and the school."),
        ("The bridge is closed.", "The tunnel under the river is open."),
        ("The lawyer for the family said he would sue.", "The father said he would sue."),
        ("Police found a rifle in his car and a pistol at his home.", "Police found a pistol at his home."),
        ("A nurse and two patients died.", "Two patients died."),
        ("The child was taken to a hospital by helicopter.", "The child was taken to a clinic."),
        ("Her husband was charged with her murder.", "The man was charged with her murder."),
        ("Clara Behn, the interior minister, signed the order.", "Minister Clara Behn signed the order."),
        (
            "Clara Behn, a lawyer and mother of two, signed the order.",
            "Clara Behn, the interior minister, signed the order.",
        ),
        ("Tom Hale, chairman and chief executive of the bank, resigned.", "Tom Hale, the bank's chairman, resigned."),
        ("He lived with his parents.", "He lived with his mother."),
        ("Her brother was arrested.", "Her sibling was arrested."),
        ("His wife called the police.", "His daughter was hurt."),
        ("The suspect's father said he was ill.", "The suspect's mother said she had seen him."),
        ("His father died in 1990.", "His mother died in 2001."),
        ("Her son and her daughter were with her.", "Her daughter was with her."),
        ("The mayor met the families.", "The governor met the families."),
        ("The police chief spoke to reporters.", "The mayor spoke to reporters."),
        ("Sgt. Paul Dyer was shot in the leg.", "Police officer Paul Dyer was shot in the leg."),
        ("The former president, Ana Ruiz, died.", "Ana Ruiz, president from 1990 to 1994, died."),
        ("The captain of the ship was arrested.", "Two officers of the ship were arrested."),
        ("The manager praised the captain.", "The captain praised the manager."),
        ("He was her fiance and the father of her child.", "He was the father of her child."),
        ("The girl's teacher wept.", "The girl's mother wept."),
        ("The president's spokesman confirmed the visit.", "The president confirmed the visit."),
        ("The victim's sister said he was kind.", "The victim's brother said he was kind."),
        ("Rosa Diaz, a goalkeeper, was injured.", "Rosa Diaz, a mother of two, was injured."),
        ("Dunn, a student at the college, was killed.", "Dunn, a freshman at the college, was killed."),
        ("Keller, a Republican senator, voted no.", "Keller, a senator from Ohio, voted no."),
        ("The co-pilot was killed.", "The captain was hurt."),
        ("His sons were at home.", "His children were at home."),
        ("The body was found in Halden.", "The body was found in Norway."),
        ("He was pronounced dead at the scene.", "He was pronounced dead shortly after midnight."),
        ("Two people died at the scene.", "A third person died at the hospital."),
        ("The man was arrested in Leeds.", "The man was arrested at his home."),
        ("The store is on Elm Street.", "He was shot outside the store on Elm Street."),
        ("The fire started on the third floor of the building.", "The fire started in a kitchen on the third floor."),
        ("The accident happened near Colchester.", "The accident happened in Essex."),
        ("The plane took off from Oslo.", "The plane landed in Bergen."),
        ("The plane was flying from Oslo to Bergen.", "The plane was flying to Bergen from Oslo."),
        ("The trial is being held in Manchester.", "The trial is being held at the crown court."),
        ("He has homes in London and Paris.", "He has a home in Paris."),
        ("Protests were held in Berlin.", "Protests were held in Hamburg."),
        ("Flights to Madrid were cancelled.", "Flights to Lisbon were cancelled."),
        ("Police searched a house in Leeds.", "Police searched a house in Bradford."),
        ("The wounded were taken to a local hospital.", "The wounded were taken to Mercy General Hospital."),
        (
            "The wounded were taken to hospitals in the area.",
            "The wounded were taken to Mercy General Hospital and a clinic.",
        ),
        ("She grew up in Ohio.", "She grew up in Cleveland."),
        ("She was born in Ohio and grew up in Indiana.", "She was born in Ohio."),
        ("The rally was held in the capital.", "The rally was held in Prague."),
        ("The shooting happened outside a bar.", "The shooting happened on Elm Street."),
        ("The shooting happened in a parking lot outside a bar.", "The shooting happened outside a bar."),
        ("The family lives in the 1400 block of Rose Lane.", "The family lives at 1412 Rose Lane."),
        ("He was shot in the chest and in the arm.", "He was shot in the arm."),
        ("He was stabbed several times in the back.", "He was stabbed in the lung."),
        ("The storm hit the east coast and then the west coast.", "The storm hit the east coast."),
        ("The suspect fled towards Mexico.", "The suspect was arrested in Texas."),
        ("He was killed in his car.", "He was killed on the motorway."),
        ("He was found in the garden of the house.", "He was found at the house."),
        ("He was found in the kitchen of the flat.", "He was found in the flat."),
        ("She was rescued from the second floor.", "A man was rescued from the fourth floor."),
        ("The bus was heading north when it crashed.", "The bus crashed in the north of the country."),
        ("A meeting will be held in Geneva on Friday.", "A meeting was held in Vienna in May."),
        ("The ministry in Rome said the man was Italian.", "The ministry in Rome said the man lived in Milan."),
    ],
)
def test_kinds_in_other_slots_or_of_one_thing_do_not(a: str, b: str, lexicon: Lexicon) -> None:
    assert differences(compare_kinds, a, b, lexicon) == []

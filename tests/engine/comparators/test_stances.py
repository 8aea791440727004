"""What excludes one another told of one event, phrases included; and who did it to whom, told the other way round."""

import pytest

from counterpoint.engine.comparators.opposites import compare_opposites
from counterpoint.engine.details import Aspect
from counterpoint.engine.lexicons import Lexicon, parse_topics
from tests.engine.comparators.reading import differences, read_sides

DIFFERENCES = [
    ("The coach resigned on Monday.", "The coach was fired on Monday.", "resigned", "fired"),
    (
        "The health chief stepped down over the affair.",
        "The health chief was sacked over the affair.",
        "stepped down",
        "sacked",
    ),
    ("The minister quit.", "The prime minister dismissed the minister.", "quit", "dismissed"),
    ("She left the party voluntarily.", "She was forced out of the party.", "voluntarily", "forced"),
    (
        "The passengers left the plane voluntarily.",
        "The passengers were forced to leave the plane.",
        "voluntarily",
        "forced",
    ),
    ("The opposition called for an inquiry.", "The opposition ruled out an inquiry.", "called for", "ruled out"),
    ("The board accepted the offer.", "The board turned down the offer.", "accepted", "turned down"),
    ("The board rejected the offer.", "The board welcomed the offer.", "rejected", "welcomed"),
    ("Shares in the bank rose 4 percent.", "Shares in the bank fell 4 percent.", "rose", "fell"),
    ("Unemployment went up in May.", "Unemployment went down in May.", "went up", "went down"),
    ("Inflation picked up in June.", "Inflation slowed in June.", "picked up", "slowed"),
    ("The home side won 2-1.", "The home side lost 2-1.", "won", "lost"),
    ("United beat City in the final.", "United lost to City in the final.", "United beat City", "United lost to City"),
    ("The border crossing was opened at dawn.", "The border crossing was closed at dawn.", "opened", "closed"),
    ("The truck was loaded with timber.", "The truck was empty.", "was loaded", "was empty"),
    ("The hostages are alive.", "The hostages are dead.", "alive", "dead"),
    ("The journalist was freed on Sunday.", "The journalist was detained on Sunday.", "was freed", "was detained"),
    ("The journalist remains in custody.", "The journalist has been released.", "in custody", "been released"),
    ("The witness was found alive.", "The witness was found dead.", "alive", "found dead"),
    ("The suspect surrendered to police.", "The suspect fled from police.", "surrendered", "fled"),
    ("The gunman gave himself up.", "The gunman was shot dead by police.", "gave himself up", "was shot"),
    ("The suspect fled on foot.", "The suspect fled in a car.", "on foot", "in a car"),
    ("The court upheld the sentence.", "The court overturned the sentence.", "upheld", "overturned"),
    ("The judge granted bail.", "The judge denied bail.", "granted bail", "denied bail"),
    ("The jury cleared him of murder.", "The jury found him guilty of murder.", "cleared", "found him guilty"),
    ("He pleaded guilty.", "He pleaded not guilty.", "pleaded guilty", "pleaded not guilty"),
    ("The factory stayed open during the strike.", "The factory shut during the strike.", "open", "shut"),
    ("The army advanced on the town.", "The army withdrew from the town.", "advanced", "withdrew"),
    ("The rebels captured the airport.", "The rebels lost the airport.", "captured", "lost"),
    ("The president praised the police.", "The president criticised the police.", "praised", "criticised"),
    ("The president apologised for the remark.", "The president defended the remark.", "apologised", "defended"),
    ("The village was evacuated.", "Residents stayed in the village.", "was evacuated", "stayed in"),
    ("The road is passable.", "The road is impassable.", "passable", "impassable"),
    ("The water is safe to drink.", "The water is unsafe to drink.", "safe to drink", "unsafe"),
    ("The water is safe to drink.", "The water is contaminated.", "safe to drink", "contaminated"),
    ("Traffic was light.", "Traffic was heavy.", "light", "heavy"),
    ("The protest was peaceful.", "The protest turned violent.", "peaceful", "turned violent"),
    ("Turnout was high.", "Turnout was low.", "high", "low"),
    ("Turnout was higher than in 2019.", "Turnout was lower than in 2019.", "higher", "lower"),
    ("The vote was held in secret.", "The vote was held in public.", "in secret", "in public"),
    ("The deal was legal.", "The deal broke the law.", "legal", "broke the law"),
    ("The wife of the owner survived.", "The wife of the owner perished.", "survived", "perished"),
    ("The ferry left on time.", "The ferry left late.", "on time", "late"),
    ("The ferry arrived early.", "The ferry arrived late.", "early", "late"),
    ("The mayor supports the tram line.", "The mayor is against the tram line.", "supports", "is against"),
    ("The mayor backed the tram line.", "The mayor fought the tram line.", "backed", "fought"),
    ("The mayor voted for the tram line.", "The mayor voted against the tram line.", "voted for", "voted against"),
    ("The bank made a profit of $3 million.", "The bank made a loss of $3 million.", "profit", "loss"),
    ("The tax was abolished.", "The tax was introduced.", "abolished", "introduced"),
    ("The tax was raised.", "The tax was cut.", "raised", "cut"),
    ("The talks were cordial.", "The talks were tense.", "cordial", "tense"),
    ("The driver was sober.", "The driver was drunk.", "sober", "was drunk"),
    ("The girl was asleep when the fire started.", "The girl was awake when the fire started.", "asleep", "awake"),
    (
        "The guards freed the miners.",
        "The miners freed the guards.",
        "guards freed the miners",
        "miners freed the guards",
    ),
    ("The house was unoccupied.", "A family was living in the house.", "unoccupied", "living in"),
    ("The strike was called off.", "The strike went ahead.", "called off", "went ahead"),
    ("The concert was cancelled.", "The concert went ahead.", "was cancelled", "went ahead"),
    ("The match was postponed.", "The match was played as planned.", "postponed", "as planned"),
    ("The tower is still standing.", "The tower has collapsed.", "still standing", "collapsed"),
    ("The company hired 200 workers.", "The company laid off 200 workers.", "hired", "laid off"),
    ("The ship was sailing north.", "The ship was sailing south.", "north", "south"),
    ("The gunman acted alone.", "The gunman had an accomplice.", "acted alone", "accomplice"),
    ("The pilot ignored the warning.", "The pilot heeded the warning.", "ignored", "heeded"),
    (
        "The suspect is cooperating with detectives.",
        "The suspect refuses to talk to detectives.",
        "cooperating",
        "refuses to talk",
    ),
    ("The fire was caused by an electrical fault.", "The fire was set deliberately.", "electrical fault", "was set"),
    ("An electrical fault caused the fire.", "Arson caused the fire.", "electrical fault", "Arson"),
    (
        "Investigators blamed a faulty heater for the fire.",
        "Investigators said the fire was arson.",
        "faulty heater",
        "arson",
    ),
    ("The crash was due to pilot error.", "The crash was due to engine failure.", "pilot error", "engine failure"),
    (
        "The plane crashed because of ice on the wings.",
        "The plane crashed because it ran out of fuel.",
        "ice",
        "ran out of fuel",
    ),
    ("The gun went off by accident.", "The gun was fired on purpose.", "went off", "on purpose"),
    ("The death was an accident.", "The death was a suicide.", "accident", "suicide"),
    ("The student fell from the roof.", "The student was pushed from the roof.", "fell", "was pushed"),
    ("The student fell from the roof.", "The student jumped from the roof.", "fell", "jumped"),
    ("The singer died of a heart attack.", "The singer died of an overdose.", "heart attack", "overdose"),
    ("He died from smoke inhalation.", "He died of burns.", "smoke inhalation", "burns"),
    ("The boy was shot.", "The boy was stabbed.", "was shot", "was stabbed"),
    (
        "She was strangled, the coroner said.",
        "She was beaten to death, the coroner said.",
        "strangled",
        "beaten to death",
    ),
    ("The victims drowned.", "The victims froze to death.", "drowned", "froze to death"),
    ("The blast was an attack.", "The blast was an accident.", "attack", "accident"),
    ("The explosion was caused by a gas leak.", "The explosion was caused by a bomb.", "gas leak", "bomb"),
    ("A gas leak triggered the blast.", "A bomb triggered the blast.", "gas leak", "bomb"),
    (
        "The collapse was blamed on heavy rain.",
        "The collapse was blamed on poor maintenance.",
        "heavy rain",
        "poor maintenance",
    ),
    ("The shooting was random.", "The shooting was targeted.", "random", "targeted"),
    ("All of the passengers survived.", "Half of the passengers died.", "survived", "died"),
    ("The curfew applies to the whole city.", "The curfew applies to two districts.", "whole city", "two districts"),
    ("The ban is nationwide.", "The ban applies only in the capital.", "nationwide", "only in"),
    ("The closure is temporary.", "The closure is permanent.", "temporary", "permanent"),
    ("The building was completely destroyed.", "The building was partly destroyed.", "completely", "partly"),
    ("The outage was total.", "The outage was partial.", "total", "partial"),
    ("Troops will withdraw immediately.", "Troops will withdraw over two years.", "immediately", "over two"),
    ("The aid comes without conditions.", "The aid comes with conditions.", "without conditions", "with conditions"),
    (
        "The airline will resume flights only if the ban is lifted.",
        "The airline will resume flights whether or not the ban is lifted.",
        "only if",
        "whether or not",
    ),
    (
        "The club will sell him unconditionally.",
        "The club will sell him only if he signs.",
        "unconditionally",
        "only if",
    ),
    ("Most residents oppose the dam.", "Most residents support the dam.", "oppose", "support"),
    (
        "A majority of the workers accepted the deal.",
        "A majority of the workers rejected the deal.",
        "accepted",
        "rejected",
    ),
    ("The vote was unanimous.", "The vote was split.", "unanimous", "split"),
    ("Parliament proposed a ban on diesel cars.", "Parliament adopted a ban on diesel cars.", "proposed", "adopted"),
    (
        "The two parties are in talks on a coalition.",
        "The two parties have agreed on a coalition.",
        "are in talks",
        "agreed on",
    ),
    ("The miners are missing and feared dead.", "The miners were found alive.", "missing", "were found"),
    ("Negotiators are close to a deal.", "Negotiators reached a deal.", "close to a deal", "reached a deal"),
    (
        "The talks ended without an agreement.",
        "The talks ended with an agreement.",
        "ended without an agreement",
        "ended with an agreement",
    ),
    ("The talks collapsed.", "The talks led to an agreement.", "collapsed", "led to an agreement"),
    ("The suspect remains at large.", "The suspect has been arrested.", "at large", "arrested"),
    ("The bill is before parliament.", "The bill has become law.", "is before parliament", "become law"),
    (
        "The singer is thought to have died of an overdose.",
        "The singer died of heart failure, the coroner ruled.",
        "overdose",
        "heart failure",
    ),
]
NO_DIFFERENCES = [
    ("The coach resigned.", "The coach stepped down."),
    ("Rebels took the town.", "Reports tell of fighters who, once driven out and losing the town, fled."),
    ("The board rejected the offer.", "The board did not accept the offer."),
    ("Shares rose 4 percent in London.", "Shares fell 2 percent in Tokyo."),
    ("The journalist was detained on Friday and freed on Sunday.", "The journalist was freed on Sunday."),
    ("United beat City in the final.", "City lost to United in the final."),
    ("The home side won.", "The visitors lost."),
    ("The bridge was opened in 1950.", "The bridge was closed in 2019."),
    ("The minister resigned.", "The minister's deputy was dismissed."),
    ("The mayor supports the tram line.", "The opposition opposes the tram line."),
    ("The suspect was arrested and later released.", "The suspect was released."),
    ("The suspect was arrested.", "The suspect was taken into custody."),
    ("The tax was not raised.", "The tax was left unchanged."),
    ("The old bridge was closed.", "The new bridge was opened."),
    ("A man died and a woman survived.", "The woman survived."),
    ("Men and women marched.", "Women marched."),
    ("The water rose by night and fell by day.", "The water fell by day."),
    ("The factory was sold to a rival.", "A rival bought the factory."),
    ("The guards lent the prisoner a phone.", "The prisoner borrowed a phone from the guards."),
    ("The club sold the striker to Milan.", "Milan bought the striker from the club."),
    ("The first train left at noon.", "The last train left at midnight."),
    ("The left wing won the vote.", "The right wing lost the vote."),
    ("The teacher left early.", "The pupils arrived late."),
    ("He walked into the store at noon.", "He ran out of the store minutes later."),
    ("The judge denied bail.", "The judge refused bail."),
    ("The army withdrew from the north.", "The army advanced in the south."),
    ("The senator's bill passed.", "The governor vetoed the senator's other bill."),
    ("All of the passengers survived.", "The passengers survived."),
    ("Some schools are closed.", "Three schools are closed."),
    ("Most residents oppose the dam.", "Many residents oppose the dam."),
    ("Most residents oppose the dam.", "Some residents support the dam."),
    ("The whole city lost power.", "Hospitals in the city lost power."),
    ("Both engines failed.", "The two engines failed."),
    ("All of the passengers survived.", "All of the crew died."),
    ("Some of the victims were children.", "Four of the victims were children."),
    ("None of the teachers was hurt.", "Some of the pupils were hurt."),
    ("The ban is nationwide.", "The ban applies across the country."),
    ("The closure is temporary.", "The closure will last two weeks."),
    ("Only three members voted against.", "Most members voted for the motion."),
    ("All roads to the north are closed.", "Some roads to the south are open."),
    ("The only hospital in the town was hit.", "A hospital was hit."),
    ("The building was destroyed.", "The house was badly damaged by the fire."),
    ("Half the town fled.", "Thousands of people fled the town."),
    ("One of the pilots was killed.", "A pilot was killed."),
    ("The council may sell the stadium.", "The council could sell the stadium."),
    ("The airline plans to buy 40 jets.", "The airline intends to buy 40 jets."),
    ("The airline ordered 40 jets.", "The airline has bought 40 jets."),
    ("The man was charged with arson.", "The man has been accused of arson."),
    ("Police are searching for a second gunman.", "Police caught one gunman."),
    ("The cause of the blast is being investigated.", "Police are investigating what caused the blast."),
    ("The player may leave the club.", "The coach has left the club."),
    ("The firm agreed to buy its rival for $2 billion.", "The firm will buy its rival for $2 billion."),
    ("The bridge could reopen in May.", "The bridge was closed in March."),
    ("The union threatened to strike.", "The union struck last year."),
    ("He allegedly fired the gun.", "He is accused of firing the gun."),
    ("The government will send aid.", "The government promised to send aid."),
    ("It is unclear why he jumped.", "He jumped from the bridge."),
    ("It is unclear whether the driver was drunk.", "The driver was arrested."),
    ("The victims have not been identified.", "The victims were students."),
    ("The court will hear the case on Monday.", "The court heard the family's lawyers."),
    ("If the deal fails, the union will strike.", "The union has called off its strike."),
    ("The minister wants to close the plant by 2030.", "The plant closed for a day in May."),
    ("The storm is expected to weaken.", "The storm killed four people."),
    ("A suspected militant was arrested.", "A militant was killed in another raid."),
    ("The suspect appeared in court.", "The man appeared in court."),
    ("Four sailors are missing.", "Four other sailors died."),
    ("The fire was caused by an electrical fault.", "The fire was caused by faulty wiring."),
    ("The fire was set deliberately.", "The fire was arson."),
    ("The crash was due to pilot error.", "Officials blamed the pilot for the crash."),
    ("The flight was cancelled because of fog.", "Fog led to the cancellation of the flight."),
    ("The man died of his wounds.", "The man was shot in the chest."),
    ("She was dismissed for fraud.", "She was dismissed on Monday."),
    ("He was arrested for drunk driving.", "He was arrested after a chase."),
    ("The ship sank after striking a reef.", "The ship struck a reef and sank."),
    ("The road was closed because of snow.", "The school was closed because of flu."),
    ("The bus was struck by a truck.", "A truck hit the bus."),
    ("The police fired after the man raised his gun.", "The man raised his gun before the police fired."),
    ("The collapse was blamed on heavy rain.", "Heavy rain was blamed for the collapse."),
    ("The boy was stabbed.", "The boy was stabbed in the neck with a knife."),
    ("The boy was shot and stabbed.", "The boy was stabbed."),
    ("He died after being hit by a car.", "He died of head injuries."),
    ("The victims died of smoke inhalation.", "The victims died in the fire."),
]


@pytest.mark.parametrize(("a", "b", "ours", "theirs"), DIFFERENCES)
def test_what_excludes_one_another_differs(lexicon: Lexicon, a: str, b: str, ours: str, theirs: str) -> None:
    assert (ours, theirs) in differences(compare_opposites, a, b, lexicon)
    assert (theirs, ours) in differences(compare_opposites, b, a, lexicon)


@pytest.mark.parametrize(("a", "b"), NO_DIFFERENCES)
def test_what_may_both_be_told_does_not_differ(lexicon: Lexicon, a: str, b: str) -> None:
    assert not differences(compare_opposites, a, b, lexicon)
    assert not differences(compare_opposites, b, a, lexicon)


@pytest.mark.parametrize(
    ("a", "b", "aspect"),
    [
        ("The blast was an attack.", "The blast was an accident.", Aspect.CAUSE),
        ("The outage was total.", "The outage was partial.", Aspect.SCOPE),
        ("The minister resigned.", "The minister was dismissed.", Aspect.OPPOSITE),
    ],
)
def test_a_reason_says_what_it_is_about(lexicon: Lexicon, a: str, b: str, aspect: Aspect) -> None:
    found = compare_opposites(*read_sides(a, b, lexicon), lexicon)
    assert {finding.reason.aspect for finding in found} == {aspect}


def test_an_act_without_a_subject_is_compared_all_the_same(lexicon: Lexicon) -> None:
    assert differences(compare_opposites, "Captured the airport.", "Lost the airport.", lexicon) == [
        ("Captured", "Lost")
    ]


def test_topics_are_read_line_by_line() -> None:
    topics = parse_topics(
        "# of doors\ndoor / open: ajar, wide open\ndoor / shut: closed # locked\ndoor / of: gate, @artifact\n"
    )
    assert topics["door"].poles == {"ajar": "open", "wide open": "open", "closed": "shut"}
    assert topics["door"].of == {"gate", "@artifact"}


@pytest.mark.parametrize("text", ["door / open: ajar\ndoor / shut: ajar", "door: ajar", "door / open ajar"])
def test_a_line_that_says_nothing_clear_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="pole"):
        parse_topics(text)

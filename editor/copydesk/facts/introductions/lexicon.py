"""Words that tell people from other names: what they are called, what they do, and what is no person."""

from __future__ import annotations

SUFFIXES = frozenset("Jr Jr. Sr Sr. II III IV MP MEP QC KC MD PhD OBE MBE CBE".split())
HONORIFICS = frozenset(("mr", "mrs", "ms", "miss", "dr"))
# Words that end, or stand in, the names of what is no person.
THINGS = frozenset(
    """academy act agency air airlines airport airways alliance army association avenue award awards bank bay beach
    bill board bombing bowl bridge brothers building bureau cathedral center centre chapel church city clause
    clinic club coast college commission committee company conference congress corp corporation council county
    court creek cross cup day department dinner disease district drive east effect election energy express
    festival film force forces forest foundation fund gallery games gate global group gulf hall heights herald
    high highway hill hills holdings hospital hotel house inc inquiry institute international island islands
    journal lake lane law league library limited lodge ltd magazine mall management market media memorial mine
    ministry mission motors mount mountain mountains museum news north office open opera orchestra palace park
    partners party pass peninsula place plaza plc point police port post press prison prix prize productions
    project province publishing railway ranch rangers records reef region report republic research reserve
    resort river road rovers royal school sea section senate series service services society south square
    stadium state states station store stores strait street studio studios summit syndrome systems team
    television theater theatre times tower trail trial tribune trophy trust tunnel union united university urban
    valley village wanderers war west wood woods world zoo""".split()
)
SAYING = frozenset(
    """said says told tells added adds asked wrote writes explained replied insisted argued warned claimed announced
    declared continued noted admitted confirmed denied tweeted testified recalled joked""".split()
)
# What only people do.
LIVING = frozenset(
    "died married graduated testified wept smiled laughed nodded retired resigned lives lived grew pleaded".split()
)
ROLES = frozenset(
    """mayor governor chief director chairman chairwoman chair president head leader spokesman spokeswoman
    spokesperson secretary minister ambassador commissioner coach manager sheriff superintendent executive
    editor founder owner principal lawyer attorney captain colonel general major analyst economist professor
    sergeant lieutenant brigadier admiral corporal senator congressman congresswoman officer""".split()
)

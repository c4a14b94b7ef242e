"""Given names that can be one person's: Mike is Michael, but Mark is not Mike."""

from __future__ import annotations

from collections import defaultdict

# Each line is the names that one and the same person may go by. Common English ones, from the usual short forms.
_GROUPS = """
abigail abby gail
abraham abe
albert al bert bertie
alexander alexandra alex alec al sandy sasha lex xander aleksandr
alfred alf alfie fred
alan allan allen al
amanda mandy
andrew andy drew
angela angie
anne ann anna annie nancy hannah
anthony antony tony ant
antonio tony
archibald archie
arthur art
barbara barb babs
bartholomew bart
benjamin ben benny bennie benji
bernard bernie
calvin cal
cameron cam
carolyn caroline carol carrie lynn
catherine katherine kathryn katharine cathy kathy kate katie kat kitty karen
charles charlie chuck chas chip
charlotte charlie lottie
christine christina chris chrissie tina
christopher chris kit topher
clifford cliff
cynthia cindy
daniel dan danny
david dave davy
deborah debra deb debbie
dennis denny
dominic dom nick
donald don donnie donny
dorothy dot dottie dolly
douglas doug
edgar ed eddie
edmund edward edwin ed eddie ted teddy ned
eleanor ellen ellie nell nora
elizabeth elisabeth liz lizzie beth betty bess betsy eliza lisa libby
eugene gene
ernest ernie
florence flo
frances francis fran frank frankie
franklin frank
frederick frederic fred freddie freddy
gabriel gabe
gareth gary gaz
gerald gerard gerry jerry
gregory greg
gordon gordie
harold harry hal
harrison harry
henry harry hank hal
herbert herb bert
howard howie
hubert bert
irene renie
isaac ike
isabel isabella bella izzy
jacob jake
jacqueline jackie
james jim jimmy jamie jem
janet jan
jeffrey geoffrey jeff geoff
jennifer jen jenny jennie
jeremiah jeremy jerry
jessica jess jessie
joan joanne joanna jo
john jack johnny jon
jonathan jon john jonny
joseph joe joey jo
joshua josh
joyce joy
judith judy jude
julian jules
katherine kathryn kate
kenneth ken kenny
kimberly kim
laurence lawrence larry laurie
leonard len lenny leo
leslie les
lewis louis lou louie
lillian lily lil
louise lou
lucille lucy
margaret maggie meg peggy marge madge greta rita
martha marty patty
martin marty
mary maria molly polly mamie marie
matthew matt matty
maurice mo
maximilian max
melissa mel missy
michael mike mick mickey micky mikey mitch
mitchell mitch
mohammed muhammad mohamed mo
nathan nathaniel nate nat
nicholas nicolas nick nicky nico
nicola nicole nicky
norman norm
oliver ollie
pamela pam
patricia pat patty patsy trish tricia
patrick pat paddy rick
peter pete
philip phillip phil pip
priscilla cilla
rachel rae
raymond ray
rebecca becky becca
reginald reg reggie
richard dick rich richie rick ricky
robert rob bob bobby robbie bert robin
roderick rod roddy
rodney rod
roger rodge
ronald ron ronnie
rosemary rose rosie
rudolph rudy
russell russ
samantha samuel sam sammy
sarah sally sara
sebastian seb
sidney sid
simon si
solomon sol
stanley stan
stephen steven steve stevie
stephanie steph
stuart stewart stu
susan susanne suzanne sue suzie susie
sylvester sly
terence terrance terry
teresa theresa terry tess tessa
theodore ted teddy theo
thomas tom tommy
timothy tim timmy
tobias toby
valerie val
vanessa nessa
victor vic
victoria vicky vicki tori
vincent vince vinny vinnie
virginia ginny
walter walt wally
wesley wes
wilfred wilf
william bill billy will willie willy liam
winston winnie
zachary zach zack zak
"""


def _alike() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for line in _GROUPS.splitlines():
        group = line.split()
        for name in group:
            found[name].update(group)
    return {name: frozenset(group) for name, group in found.items()}


_ALIKE = _alike()


def may_be_one(one: str, other: str) -> bool:
    """Whether two given names can be one person's: equal, short for each other, or one the beginning of the other."""
    one, other = one.lower(), other.lower()
    return one.startswith(other) or other.startswith(one) or other in _ALIKE.get(one, ())

"""British and American spellings of one word: which country a word is spelt for is no spelling mistake.

Source: Oxford Style Manual, on US and British spelling; Merriam-Webster's variants.
"""

from __future__ import annotations

import re

_ENDINGS = (
    (re.compile(r"([iy])s(e|ed|es|er|ers|ing|ation|ations|able)$"), r"\1z\2"),  # organise, analyse
    (re.compile(r"ll(ed|ing|er|ers|or|ors|ous|ery)$"), r"l\1"),  # cancelled, jewellery
    (re.compile(r"our(?=$|s$|ed$|ing$|able$|ite$|ites$|ful$|hood$|er$|ers$|less$|ist$)"), "or"),  # colour
    (re.compile(r"tre(s|d|)$"), r"ter\1"),  # centre
    (re.compile(r"([lo])ogue(s|)$"), r"\1og\2"),  # catalogue
    (re.compile(r"mme(s|)$"), r"m\1"),  # programme
    (re.compile(r"([en])ce(s|)$"), r"\1se\2"),  # defence, licence
    (re.compile(r"(?<=fulfi|disti|insti)ll(ment|s|)$"), r"l\1"),  # fulfil; “untill” and “carefull” are slips
)
_PAIRS = dict(
    pair.split()
    for pair in (
        "storey story|storeys stories|grey gray|greys grays|tyre tire|tyres tires|plough plow|ploughed plowed|"
        "cheque check|cheques checks|jewellery jewelry|sceptical skeptical|sceptic skeptic|sceptics skeptics|"
        "scepticism skepticism|mould mold|moulds molds|ageing aging|kerb curb|draught draft|gaol jail|axe ax|"
        "moustache mustache|pyjamas pajamas|aluminium aluminum|aeroplane airplane|aeroplanes airplanes|"
        "enquiry inquiry|enquiries inquiries|cosy cozy|sulphur sulfur|acknowledgement acknowledgment|"
        "judgement judgment|artefact artifact|artefacts artifacts|learnt learned|burnt burned|spelt spelled"
    ).split("|")
)


def neutral(word: str) -> str:
    """Return a key that the British and the American spelling of a word share. For comparing only."""
    word = word.lower().replace("’", "'")
    word = _PAIRS.get(word, word).replace("ae", "e").replace("oe", "e")
    for ending, instead in _ENDINGS:
        word = ending.sub(instead, word)
    return word

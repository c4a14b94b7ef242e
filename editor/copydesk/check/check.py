"""The check itself: pure, deterministic, sorted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from copydesk.article import Article, Fitting, Span, Unfit
from copydesk.article.as_read import AsRead
from copydesk.article.graphemes import outwards
from copydesk.check.limits import Limits
from copydesk.check.outcome import Crash, Outcome
from copydesk.check.quoted import Quoted
from copydesk.check.settings import Settings
from copydesk.check.worthwhile import worthwhile
from copydesk.errors import in_a_line
from copydesk.rules import SEVERITIES, Finding, Fix, Rule
from copydesk.rules.patience import GivenUp, OutOfTime, cuts, hears_interrupts, patience
from copydesk.rules.soundness import BadFinding, a_finding, sound


def check(
    article: Article,
    engine_findings: Iterable[Finding],
    rules: Sequence[Rule],
    settings: Settings,
    *,
    fit: bool = True,
    gone: Mapping[str, str] = MappingProxyType({}),
) -> Outcome:
    """Return what the rules and the engine say of the article, as grave as the settings take it to be.

    Addresses are no prose: a rule is heard inside one only if it asks to be. Direct quotations are not ours to
    rewrite: the same holds of them, and no fix that touches one is safe. Which of an engine's findings are heard
    there was decided where they were made. Fixes are fitted into the text, unless whoever asks does that (`fit`).
    Rules that are `gone` are not asked; that says why.
    """
    found: list[Finding] = []
    crashes: list[Crash] = []
    limits = Limits(article)
    as_read = AsRead(article)
    quoted = Quoted(article)
    with patience() as clock:
        for rule in rules:
            if not settings.wants(rule.name):
                continue
            if rule.name in gone:
                crashes.append(Crash(rule.name, gone[rule.name]))
                continue
            try:
                cuts.refuse(rule)
                clock(rule.name)
                asked = article if rule.reads_source else as_read.article
                said = _said(rule, asked, limits)
                if asked is not article:
                    said = [finding.placed(as_read.span) for finding in said]
                clock("")
            except BaseException as error:  # a rule is anybody's code; the others go on
                clock("")
                if isinstance(error, MemoryError) or (isinstance(error, KeyboardInterrupt) and hears_interrupts()):
                    raise
                cuts.count(rule, error)
                crashes.append(Crash(rule.name, _reason(error)))
                continue
            if said:  # most rules have nothing to say
                found += (_signed(finding, rule) for finding in said if _is_heard(rule, finding, article, quoted))
    found += limits.within(
        finding
        for finding in engine_findings
        if settings.wants(finding.rule) and not article.in_address(finding.span)
    )
    cautious = _cautious(found, quoted)
    if fit:
        cautious = _fitted(article, cautious, rules)
    shown, trial = _by_level(worthwhile(article.text, list(_distinct(cautious))), settings)
    return Outcome(
        tuple(sorted(shown, key=sort_key)),
        tuple(sorted(trial, key=sort_key)),
        tuple(crashes),
        tuple(limits.notices),
        tuple(limits.unchecked),
    )


def _said(rule: Rule, article: Article, limits: Limits) -> list[Finding]:
    """Return what a rule says of an article: a list, for of a rule that breaks off, nothing is believed."""
    first = limits.within(map(a_finding, rule.check(article)), rule.name)
    return [sound(finding, len(article.text)) for finding in first]


def _reason(error: BaseException) -> str:
    if isinstance(error, (BadFinding, GivenUp, OutOfTime)):
        return str(error)
    return in_a_line(error)


def _is_heard(rule: Rule, finding: Finding, article: Article, quoted: Quoted) -> bool:
    """Whether a rule asks to be heard where its finding is: in a quotation, in an address."""
    return (rule.in_quotations or not quoted.contains(finding.span)) and (
        rule.in_addresses or not article.in_address(finding.span)
    )


def _signed(finding: Finding, rule: Rule) -> Finding:
    return replace(
        finding,
        rule=rule.name,
        severity=finding.severity or rule.severity,
        fault=finding.fault or rule.fault,
    )


def _by_level(found: Iterable[Finding], settings: Settings) -> tuple[list[Finding], list[Finding]]:
    shown: list[Finding] = []
    trial: list[Finding] = []
    for finding in found:
        level = settings.level_of(finding.rule)
        if level == "trial":
            trial.append(finding)
        else:
            shown.append(replace(finding, severity=level) if level else finding)
    return shown, trial


def sort_key(finding: Finding) -> tuple[Span, int, str, str]:
    """Order findings as the text runs; at one place the gravest first."""
    return finding.span, SEVERITIES.index(finding.severity or "warning"), finding.rule, finding.message


def _cautious(found: Iterable[Finding], quoted: Quoted) -> Iterator[Finding]:
    """Yield the findings with fixes that leave other people's words to somebody who looks."""
    for finding in found:
        fixes = [replace(fix, safe=False) if fix.safe and quoted.touches(fix.edits) else fix for fix in finding.fixes]
        yield replace(finding, fixes=tuple(quoted.outside(finding, fixes)))


def _fitted(article: Article, found: Iterable[Finding], rules: Sequence[Rule]) -> Iterator[Finding]:
    """Yield the findings with spans between graphemes, and with fixes that change nothing but words.

    Where none can be made so, the finding says why. Rules that ask for it may change addresses; if they read the
    source, markup too.
    """
    of_words, of_addresses = Fitting(article), Fitting(article, in_addresses=True)
    in_addresses = {rule.name for rule in rules if rule.in_addresses}
    in_markup = {rule.name for rule in rules if rule.in_addresses and rule.reads_source}
    for finding in found:
        span = Span(*outwards(article.text, *finding.span))
        if span != finding.span:
            finding = replace(finding, span=span)
        if not finding.fixes or finding.rule in in_markup:
            yield finding
            continue
        fitting = of_addresses if finding.rule in in_addresses else of_words
        fixes: list[Fix] = []
        why = ""
        for fix in finding.fixes:
            try:
                edits = fitting(fix.edits)
            except Unfit as unfit:
                why = str(unfit)
            else:
                fixes.append(fix if edits is fix.edits else replace(fix, edits=edits))
        evidence = finding.evidence
        if not fixes:
            evidence = "; ".join(filter(None, (evidence.rstrip("."), f"no fix is offered: {why}")))
        yield replace(finding, fixes=tuple(fixes), evidence=evidence)


def _distinct(found: Iterable[Finding]) -> Iterator[Finding]:
    seen: set[tuple[Span, str, str]] = set()
    for finding in found:
        key = (finding.span, finding.rule, finding.message)
        if key not in seen:
            seen.add(key)
            yield finding

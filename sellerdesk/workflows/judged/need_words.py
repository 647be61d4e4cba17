"""What needs the owner today, in words."""

from sellerdesk.workflows.judged.coming_words import coming_words
from sellerdesk.workflows.judged.today import FEW, Need
from sellerdesk.workflows.sfp.measures import rate_words
from sellerdesk.workflows.terms import rule
from sellerdesk.writers import words


def sentence(need: Need, lang: str) -> str:
    """A need in words."""
    if need.finding is not None:
        return words.worded(need.finding, rule(need.finding.rule), lang).text
    if need.duty is not None:
        return words.say(lang, f"need.duty_{need.look}", title=need.duty.title.in_(lang))
    fact = words.fact_name(need.fact, lang) if need.fact else ""
    if need.figures:
        lines = [words.say(lang, "need.look_up_at", name=figure.name, where=figure.where) for figure in need.figures[:FEW]]
        fact = words.say(lang, "source.comma").join(lines) + (" …" if len(need.figures) > FEW else "")
    if need.rates:
        fact = words.say(lang, "source.comma").join(rate_words(rate, lang) for rate in need.rates)
    facts = {"fact": fact, "start": need.start, "what": coming_words(need.coming, lang) if need.coming else ""}
    return words.say(lang, f"need.{need.name}", count=need.count, yen=need.yen or 0, days=need.days, **facts)

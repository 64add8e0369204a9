package org.passerelle.protect.casework.cases.web;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Page;
import org.passerelle.partner.LegalDeadlines;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.decisions.CaseDeadlines;
import org.passerelle.protect.casework.cases.decisions.LegalWords;
import org.springframework.stereotype.Component;

/**
 * Texts of the deadlines of a case: the date, its legal basis, and what to ask for if the date is
 * unknown.
 */
@Component
public class DeadlineLines {
  private final CaseDeadlines deadlines;
  private final LegalDeadlines law;
  private final CodeOptions options;

  DeadlineLines(CaseDeadlines deadlines, LegalDeadlines law, CodeOptions options) {
    this.deadlines = deadlines;
    this.law = law;
    this.options = options;
  }

  /** Deadlines of a case, for a reader. */
  public List<DeadlineLine> of(Case file, SignedIn who, Page page) {
    LegalWords words = new LegalWords(page.texts());
    return deadlines.of(file, who).stream()
        .map(
            d -> {
              LocalDate due = d.due();
              return new DeadlineLine(
                  d.event().toString(),
                  d.kind(),
                  due == null ? null : page.moments().end(due),
                  words.of(d),
                  basis(d, page),
                  due == null ? "" : law.restDay(file.country(), due, page.language()),
                  d.task());
            })
        .toList();
  }

  /**
   * A deadline that runs from an event other than a decision.
   *
   * @param event the event from which it runs, as text with its date
   * @param due last day; null while the rule is not verified
   */
  public DeadlineLine line(
      LegalDeadlines.Rule rule, String event, @Nullable LocalDate due, Page page) {
    return new DeadlineLine(
        rule.id(),
        rule.kind(),
        due == null ? null : page.moments().end(due),
        new LegalWords(page.texts()).of(rule),
        basis(rule, event, due, page),
        due == null ? "" : law.restDay(rule.country(), due, page.language()),
        "");
  }

  private String basis(CaseDeadlines.Deadline deadline, Page page) {
    CaseWords words = new CaseWords(options, page.language());
    String event =
        page.text(
            "deadline.event",
            words.of("decision_kinds", deadline.eventKind()),
            page.moments().date(deadline.eventOn()));
    LegalDeadlines.Rule rule = deadline.rule();
    return rule == null
        ? page.text("deadline.named", event)
        : basis(rule, event, deadline.due(), page);
  }

  private static String basis(
      LegalDeadlines.Rule rule, String event, @Nullable LocalDate due, Page page) {
    String length = rule.length() == null ? "" : length(rule.length(), page);
    if (due != null) {
      return page.text(
          rule.demonstration() ? "deadline.computed.demo" : "deadline.computed",
          length,
          event,
          rule.article().in(page.language()));
    }
    return length.isEmpty()
        ? page.text("deadline.unknown", event)
        : page.text("deadline.maybe", length, rule.article().in(page.language()), event);
  }

  private static String length(Period length, Page page) {
    return length.toTotalMonths() > 0 && length.get(ChronoUnit.DAYS) == 0
        ? page.text("deadline.months", length.toTotalMonths())
        : page.text("deadline.days", length.get(ChronoUnit.DAYS));
  }
}

package org.passerelle.partner;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Language;
import org.passerelle.language.Wording;

/**
 * Statutory time limits by country. A rule that nobody has verified is not used for computing
 * (decision 0014): it is shown with its article and source, and the date is taken from the
 * document.
 */
public interface LegalDeadlines {

  /**
   * The time limits that an event starts.
   *
   * @param country responsible country, ISO 3166-1 alpha-2 or XK
   * @param event code of the decision from which the time is counted
   * @param on day of the event, whose law applies
   */
  List<Rule> from(String country, String event, LocalDate on);

  /** Every verified rule, for looking up events in bulk. */
  List<Rule> verified();

  /**
   * The last day of a time limit that starts on a day; empty if the rule is not used for computing.
   */
  Optional<LocalDate> end(Rule rule, LocalDate from);

  /**
   * Why a day is not a working day in a country, in words: a weekend or a holiday; otherwise empty.
   */
  String restDay(String country, LocalDate day, Language language);

  /**
   * A rule.
   *
   * @param kind code: {@code recovery-reflection}, {@code appeal-identification} …
   * @param what its purpose in words
   * @param events codes of the events from which it is counted
   * @param routes codes of the compensation routes to which it applies; empty for all
   * @param prolonged whether a prosecution extends it, until the time that the law gives from the
   *     judgment
   * @param length null if not known
   * @param workingDays whether only working days are counted
   * @param nextWorkingDay whether an end on a rest day moves to the next working day
   * @param article the law by its name in each language; may be empty
   * @param source source of the rule
   * @param counts whether it was verified, so that it is used for computing
   * @param demonstration whether it was verified for the demonstration only
   * @param href link to its entry in the register
   */
  record Rule(
      String id,
      String kind,
      Wording what,
      String country,
      List<String> events,
      List<String> routes,
      boolean prolonged,
      @Nullable Period length,
      boolean workingDays,
      boolean nextWorkingDay,
      @Nullable LocalDate since,
      @Nullable LocalDate until,
      Wording article,
      String source,
      boolean counts,
      boolean demonstration,
      String href) {
    public Rule {
      events = List.copyOf(events);
      routes = List.copyOf(routes);
    }

    /** Whether it applies to a compensation route. */
    public boolean concerns(String route) {
      return routes.isEmpty() || routes.contains(route);
    }

    /** Whether the rule is in force on a day. */
    public boolean inForce(LocalDate on) {
      return (since == null || !on.isBefore(since)) && (until == null || !on.isAfter(until));
    }
  }
}

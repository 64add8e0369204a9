package org.passerelle.partner;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Language;
import org.passerelle.language.Wording;

/**
 * How long the law of a country gives for something. What nobody has verified computes nothing
 * (decision 0014): it is shown with its article and source, and the date comes from the paper.
 */
public interface LegalDeadlines {

  /**
   * What runs from an event.
   *
   * @param country responsible, ISO 3166-1 alpha-2 or XK
   * @param event code of the decision from which the time is counted
   * @param on day of the event: the law of that day counts
   */
  List<Rule> from(String country, String event, LocalDate on);

  /** Every rule that computes, for looking up events in bulk. */
  List<Rule> verified();

  /** The last day of a rule's time that runs from a day; nothing if it computes nothing. */
  Optional<LocalDate> end(Rule rule, LocalDate from);

  /** Why a day is no working day in a country, in words: a weekend or a holiday; else empty. */
  String restDay(String country, LocalDate day, Language language);

  /**
   * A rule.
   *
   * @param kind code: {@code recovery-reflection}, {@code appeal-identification} …
   * @param what in words: what it is for
   * @param events codes from which it is counted
   * @param routes codes of the routes of compensation that it concerns; empty for all
   * @param prolonged whether a prosecution prolongs it, until what the law gives from the judgment
   * @param length null if not known
   * @param workingDays whether only working days are counted
   * @param nextWorkingDay whether an end on a rest day moves to the next working day
   * @param article the law by its name in each language; may be empty
   * @param source where it is known from
   * @param counts whether it was verified, so that it computes
   * @param demonstration whether it was verified for the demonstration only
   * @param href of its entry in the register
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

    /** Whether it concerns a route of compensation. */
    public boolean concerns(String route) {
      return routes.isEmpty() || routes.contains(route);
    }

    /** Whether the law says so on a day. */
    public boolean inForce(LocalDate on) {
      return (since == null || !on.isBefore(since)) && (until == null || !on.isAfter(until));
    }
  }
}

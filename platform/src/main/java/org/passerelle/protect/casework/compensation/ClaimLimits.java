package org.passerelle.protect.casework.compensation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.partner.LegalDeadlines;
import org.springframework.stereotype.Component;

/**
 * Legal time limits for a claim, by the law of its country and from the days recorded in the claim.
 * Unverified rules are shown without a date. Thread-safe.
 */
@Component
public class ClaimLimits {
  /** Kind of the legal rules. */
  public static final String KIND = "compensation-claim";

  private static final String OFFENCE = "offence";
  private static final String JUDGMENT = "judgment";
  private final LegalDeadlines law;

  ClaimLimits(LegalDeadlines law) {
    this.law = law;
  }

  /**
   * A time limit.
   *
   * @param event event from which it runs: {@code offence} or {@code judgment}
   * @param on date of the event
   * @param due last day; null while the rule is not verified
   */
  public record Limit(
      LegalDeadlines.Rule rule, String event, LocalDate on, @Nullable LocalDate due) {

    /** Key of the event's text; different if a prosecution extends the limit. */
    public String code() {
      return isProlonged() ? event + ".prolonged" : event;
    }

    /** A limit that runs from the judgment is not extended by the prosecution that led to it. */
    private boolean isProlonged() {
      return rule.prolonged() && event.equals(OFFENCE);
    }
  }

  /**
   * Limits of a claim, earliest first and unverified ones last. If a prosecution extended a limit
   * and has ended, nothing is late before the latest date: the extended limit is left out if the
   * law gives longer, and the one from the judgment if it ends earlier. Limits that nothing extends
   * are always included.
   */
  public List<Limit> of(String route, String country, Claim.Days days) {
    List<Limit> found = new ArrayList<>();
    add(found, OFFENCE, days.offence(), route, country);
    add(found, JUDGMENT, days.judgment(), route, country);
    found.sort(Comparator.comparing(l -> l.due() == null ? LocalDate.MAX : l.due()));
    return days.judgment() == null ? found : latest(found);
  }

  /** Whether a limit of a country is verified: any, or one on a route. */
  public boolean isVerified(String country, @Nullable String route) {
    return law.verified().stream()
        .filter(rule -> rule.kind().equals(KIND) && rule.country().equals(country))
        .anyMatch(rule -> route == null || rule.concerns(route));
  }

  private static List<Limit> latest(List<Limit> found) {
    List<Limit> running =
        found.stream().filter(l -> l.isProlonged() || l.event().equals(JUDGMENT)).toList();
    Optional<LocalDate> prolonged = end(running.stream().filter(Limit::isProlonged));
    Optional<LocalDate> last = end(running.stream());
    if (prolonged.isEmpty() || last.isEmpty() || running.stream().anyMatch(l -> l.due() == null)) {
      return found;
    }
    return found.stream()
        .filter(
            l ->
                !running.contains(l)
                    || !isBefore(l, l.isProlonged() ? last.get() : prolonged.get()))
        .toList();
  }

  private static boolean isBefore(Limit limit, LocalDate day) {
    LocalDate due = limit.due();
    return due != null && due.isBefore(day);
  }

  private static Optional<LocalDate> end(Stream<Limit> limits) {
    return limits.map(Limit::due).filter(Objects::nonNull).max(Comparator.naturalOrder());
  }

  private void add(
      List<Limit> found, String event, @Nullable LocalDate on, String route, String country) {
    if (on == null) {
      return;
    }
    for (LegalDeadlines.Rule rule : law.from(country, event, on)) {
      if (rule.kind().equals(KIND) && rule.concerns(route)) {
        found.add(new Limit(rule, event, on, law.end(rule, on).orElse(null)));
      }
    }
  }
}

package org.passerelle.protect.compensation;

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
 * Until when a claim can be put forward, by the law of the country where it is claimed and from the
 * days that the claim knows. What nobody has verified is told without a day. Threads may share it.
 */
@Component
public class ClaimLimits {
  /** Of the rules of law. */
  public static final String KIND = "compensation-claim";

  private static final String OFFENCE = "offence";
  private static final String JUDGMENT = "judgment";
  private final LegalDeadlines law;

  ClaimLimits(LegalDeadlines law) {
    this.law = law;
  }

  /**
   * One limit.
   *
   * @param event from which it runs: {@code offence} or {@code judgment}
   * @param on day of the event
   * @param due last day; null while the law is not verified
   */
  public record Limit(
      LegalDeadlines.Rule rule, String event, LocalDate on, @Nullable LocalDate due) {

    /** The event as words are kept for it: another where a prosecution prolongs the time. */
    public String code() {
      return isProlonged() ? event + ".prolonged" : event;
    }

    /** What runs from the judgment is no longer prolonged by what led to it. */
    private boolean isProlonged() {
      return rule.prolonged() && event.equals(OFFENCE);
    }
  }

  /**
   * Those of a claim, the earliest first and what is unverified last. Where a prosecution prolonged
   * one of them and ended, nothing is late before the latest day: what was prolonged is left out if
   * the law gives longer, and what runs from the judgment if it ends before. What nothing prolongs
   * stays.
   */
  public List<Limit> of(String route, String country, Claim.Days days) {
    List<Limit> found = new ArrayList<>();
    add(found, OFFENCE, days.offence(), route, country);
    add(found, JUDGMENT, days.judgment(), route, country);
    found.sort(Comparator.comparing(l -> l.due() == null ? LocalDate.MAX : l.due()));
    return days.judgment() == null ? found : latest(found);
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

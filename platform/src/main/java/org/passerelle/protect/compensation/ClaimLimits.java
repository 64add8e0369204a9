package org.passerelle.protect.compensation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
      return rule.prolonged() ? event + ".prolonged" : event;
    }
  }

  /**
   * Those of a claim, the earliest first and what is unverified last. Where a prosecution prolongs
   * one of them and ended, the latest day is left alone: nothing is late before.
   */
  public List<Limit> of(String route, String country, Claim.Days days) {
    List<Limit> found = new ArrayList<>();
    add(found, OFFENCE, days.offence(), route, country);
    add(found, JUDGMENT, days.judgment(), route, country);
    found.sort(Comparator.comparing(l -> l.due() == null ? LocalDate.MAX : l.due()));
    boolean prolonged =
        days.judgment() != null && found.stream().anyMatch(l -> l.rule().prolonged());
    return prolonged && found.stream().allMatch(l -> l.due() != null)
        ? List.of(found.get(found.size() - 1))
        : found;
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

package org.passerelle.prevent.channel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.passerelle.language.Days;
import org.passerelle.language.PartialDate;
import org.passerelle.register.Entry;
import org.passerelle.register.Register;
import org.springframework.stereotype.Component;

/**
 * Partnerships of the register, on which channels rest: one is in force while its entry says so and
 * its last day is not over. Thread-safe.
 */
@Component
public class Partnerships {
  /** Kind of the register. */
  static final String KIND = "partnership";

  private final Register register;
  private final Clock clock;

  Partnerships(Register register, Clock clock) {
    this.register = register;
    this.clock = clock;
  }

  /** Those that are in force now. */
  public List<Entry> inForce() {
    return register.facts().all(KIND).stream().filter(this::isInForce).toList();
  }

  /** A partnership, in force or not; empty if it no longer stands in the register. */
  public Optional<Entry> find(String id) {
    return register.facts().find(KIND, id);
  }

  /** Whether a partnership is in force now. */
  public boolean isInForce(String id) {
    return find(id).filter(this::isInForce).isPresent();
  }

  private boolean isInForce(Entry entry) {
    Instant now = clock.instant();
    LocalDate since = entry.date("since").map(PartialDate::earliest).orElse(null);
    return entry.text("state").equals("in-force")
        && (since == null || Days.begun(since, now))
        && until(entry).filter(last -> Days.over(last, now)).isEmpty();
  }

  /** The last day of a partnership, if it has one. */
  public static Optional<LocalDate> until(Entry entry) {
    return entry.date("until").map(PartialDate::latest);
  }
}

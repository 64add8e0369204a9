package org.passerelle.protect.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit or call that is planned, or has been made. Immutable.
 *
 * @param code of the case, for people
 * @param reason {@code closure}, {@code service}, {@code return}, {@code solution}, {@code other}
 * @param way {@code visit} or {@code call}
 * @param since day from which the follow-ups of this reason are counted
 * @param due last day
 * @param assigned who makes it
 * @param attempts how often the person could not be reached
 * @param putOff how often it was put off
 * @param state {@code planned}, {@code done}, {@code cancelled}
 * @param form in which it is told, from its beginning on; else null
 * @param concern {@code signs} of exploitation, {@code worry}, or empty
 * @param seen whether somebody who answers for it has taken note of the concern
 */
public record FollowUp(
    UUID id,
    UUID caseId,
    String code,
    String reason,
    String way,
    LocalDate since,
    LocalDate due,
    UUID assigned,
    int attempts,
    int putOff,
    String state,
    @Nullable UUID form,
    String concern,
    boolean seen,
    Words words) {
  /** All reasons, in the order in which they are offered. */
  public static final List<String> REASONS =
      List.of("service", "return", "solution", "closure", "other");

  /** Both ways. */
  public static final List<String> WAYS = List.of("visit", "call");

  /** After so many attempts in vain a supervisor is told. */
  public static final int IN_VAIN = 2;

  /** So often it is put off by whoever makes it; then by a supervisor alone. */
  public static final int PUT_OFF = 2;

  /** So many days after its last day a supervisor is told that nobody made it. */
  public static final int DAYS_LATE = 2;

  /**
   * The sealed part.
   *
   * @param agreed how the person wants to be reached, who accompanies
   * @param notes what was written when it was put off, in vain or given up, the oldest first
   */
  public record Words(String agreed, List<String> notes) {
    /** In lists over many cases nothing is opened. */
    static final Words UNREAD = new Words("", List.of());

    public Words {
      notes = List.copyOf(notes);
    }
  }

  /** What is planned. */
  public record Draft(String reason, String way, LocalDate due, UUID assigned, String agreed) {}

  /** Whether it is still to be made. */
  public boolean planned() {
    return state.equals("planned");
  }

  /** Whether somebody who answers for it must be told on a day: late, in vain, or a concern. */
  public boolean escalates(LocalDate today) {
    return planned()
        ? attempts >= IN_VAIN || due.plusDays(DAYS_LATE).isBefore(today)
        : !concern.isEmpty() && !seen;
  }
}

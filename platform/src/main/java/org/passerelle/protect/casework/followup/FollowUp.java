package org.passerelle.protect.casework.followup;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A planned or completed visit or call. Immutable.
 *
 * @param code code of the case
 * @param reason {@code closure}, {@code service}, {@code return}, {@code solution}, {@code other}
 * @param way {@code visit} or {@code call}
 * @param since day from which the follow-ups of this reason are counted
 * @param due last day
 * @param assigned assignee
 * @param attempts number of attempts at which the person was not reached
 * @param putOff number of postponements
 * @param state {@code planned}, {@code done}, {@code cancelled}
 * @param form form that reports it, once begun; otherwise null
 * @param concern {@code signs} of exploitation, {@code worry}, or empty
 * @param seen whether somebody responsible has acknowledged the concern
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
  /** All reasons, in the order of the form. */
  public static final List<String> REASONS =
      List.of("service", "return", "solution", "closure", "other");

  public static final List<String> WAYS = List.of("visit", "call");

  /** Number of failed attempts after which a supervisor is told. */
  public static final int IN_VAIN = 2;

  /** Number of postponements by the assignee; further ones require a supervisor. */
  public static final int PUT_OFF = 2;

  /** Number of days after the last day at which a supervisor is told that it was not made. */
  public static final int DAYS_LATE = 2;

  /**
   * The encrypted part.
   *
   * @param agreed how the person wants to be reached, and who accompanies the visit
   * @param notes notes on postponements, failed attempts and cancellation, oldest first
   */
  public record Words(String agreed, List<String> notes) {
    /** Placeholder in lists, which decrypt nothing. */
    static final Words UNREAD = new Words("", List.of());

    public Words {
      notes = List.copyOf(notes);
    }
  }

  /** A follow-up to be planned. */
  public record Draft(String reason, String way, LocalDate due, UUID assigned, String agreed) {}

  public boolean planned() {
    return state.equals("planned");
  }

  /**
   * Whether somebody responsible has to be told on this day: late, failed attempts, or a concern.
   */
  public boolean escalates(LocalDate today) {
    return planned()
        ? attempts >= IN_VAIN || due.plusDays(DAYS_LATE).isBefore(today)
        : !concern.isEmpty() && !seen;
  }
}

package org.passerelle.protect.safeguards.dataprotection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request by a data subject (GDPR, articles 15 to 21), or by somebody on their behalf.
 *
 * @param kind one of {@link #KINDS}
 * @param caseId the case concerned, or null if unknown
 * @param code code of that case; empty without one, or after its erasure
 * @param due deadline for the answer
 * @param extendedAt when the person was told of an extension, or null
 * @param outcome one of {@link #OUTCOMES}; empty until answered
 * @param answered date of the answer, or null
 * @param words whether its texts still exist
 */
public record PersonRequest(
    UUID id,
    String kind,
    @Nullable UUID caseId,
    String code,
    LocalDate received,
    LocalDate due,
    @Nullable Instant extendedAt,
    String outcome,
    @Nullable LocalDate answered,
    boolean words) {
  /** Kinds of requests, in the order of the articles. */
  public static final List<String> KINDS =
      List.of("access", "rectification", "erasure", "restriction", "portability", "objection");

  /** Possible outcomes. */
  public static final List<String> OUTCOMES = List.of("granted", "partly", "refused", "taken_back");

  /** Months to answer (article 12(3)). */
  static final int MONTHS = 1;

  /** Additional months for a complex request (article 12(3)). */
  static final int MONTHS_MORE = 2;

  public boolean open() {
    return outcome.isEmpty();
  }

  /** Whether it can still be extended: the person must be told within the first month. */
  public boolean extendable(LocalDate today) {
    return open() && extendedAt == null && !today.isAfter(due);
  }

  /** Deadline of a request received on this day. */
  static LocalDate due(LocalDate received) {
    return received.plusMonths(MONTHS);
  }

  /** Deadline after an extension. */
  static LocalDate dueExtended(LocalDate received) {
    return received.plusMonths(MONTHS + MONTHS_MORE);
  }

  /**
   * The encrypted part.
   *
   * @param asked what was requested, by whom and how
   * @param extension reason for an extension; empty if there is none
   * @param answer the answer; empty until answered
   */
  public record Words(String asked, String extension, String answer) {
    Words extended(String why) {
      return new Words(asked, why, answer);
    }

    Words answered(String what) {
      return new Words(asked, extension, what);
    }
  }

  /** Data entered by the officer. */
  public record Draft(String kind, @Nullable UUID caseId, LocalDate received, String asked) {}
}

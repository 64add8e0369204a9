package org.passerelle.protect.dataprotection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person concerned asks for (GDPR, articles 15 to 21), or somebody for them.
 *
 * @param kind one of {@link #KINDS}
 * @param caseId the case it is about, or null where none is known
 * @param code of that case; empty without one, or once it is erased
 * @param due last day to answer
 * @param extendedAt when the person was told that it takes longer, or null
 * @param outcome one of {@link #OUTCOMES}; empty while it waits
 * @param answered on which day, or null
 * @param words whether there are any still
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
  /** What can be asked for, in the order of the articles. */
  public static final List<String> KINDS =
      List.of("access", "rectification", "erasure", "restriction", "portability", "objection");

  /** What can come of it. */
  public static final List<String> OUTCOMES = List.of("granted", "partly", "refused", "taken_back");

  /** Months to answer (article 12(3)). */
  static final int MONTHS = 1;

  /** Months on top of it where a request is complex (article 12(3)). */
  static final int MONTHS_MORE = 2;

  /** Whether it waits for an answer. */
  public boolean open() {
    return outcome.isEmpty();
  }

  /** Whether it may still be extended: the person must hear of it within the first month. */
  public boolean extendable(LocalDate today) {
    return open() && extendedAt == null && !today.isAfter(due);
  }

  /** The last day to answer what was received on a day. */
  static LocalDate due(LocalDate received) {
    return received.plusMonths(MONTHS);
  }

  /** The same once it was extended. */
  static LocalDate dueExtended(LocalDate received) {
    return received.plusMonths(MONTHS + MONTHS_MORE);
  }

  /**
   * What is sealed of it.
   *
   * @param asked what was asked, by whom and how
   * @param extension why it takes longer; empty if it does not
   * @param answer what was answered; empty while it waits
   */
  public record Words(String asked, String extension, String answer) {
    Words extended(String why) {
      return new Words(asked, why, answer);
    }

    Words answered(String what) {
      return new Words(asked, extension, what);
    }
  }

  /** What the officer enters. */
  public record Draft(String kind, @Nullable UUID caseId, LocalDate received, String asked) {}
}

package org.passerelle.protect.identity.elsewhere;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of this organisation that another organisation asked for. Immutable.
 *
 * @param code of the case
 * @param lead lead of the case
 * @param kinds codes of the kinds of tokens that matched; at least one
 * @param times how often this asker found this file within thirty days, including this time
 * @param together number of files that the same question found, including this one
 * @param noneOn day of the batch that tells the asker that nothing is released, unless something is
 *     by then
 * @param band the answer, or null
 * @param contact contact given with the answer, or empty
 * @param sentAt when it was sent, or null
 */
public record Hit(
    UUID id,
    UUID question,
    UUID asker,
    UUID caseId,
    String code,
    UUID lead,
    List<String> kinds,
    String purpose,
    String basis,
    @Nullable LocalDate watchUntil,
    Instant foundAt,
    int times,
    int together,
    LocalDate noneOn,
    @Nullable String band,
    String contact,
    @Nullable Instant sentAt) {
  public Hit {
    kinds = List.copyOf(kinds);
  }

  /** Whether it waits for a decision. */
  public boolean open() {
    return band == null;
  }

  /** Whether the answer was sent and is still valid. */
  public boolean sent() {
    return sentAt != null;
  }

  /** Time of the batch that answers the question. */
  public Instant due() {
    return DayTime.answersOf(noneOn);
  }
}

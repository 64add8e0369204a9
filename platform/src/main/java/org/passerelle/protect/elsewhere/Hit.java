package org.passerelle.protect.elsewhere;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An own file that another organisation asked for. Immutable.
 *
 * @param code of the case
 * @param lead colleague who follows it
 * @param kinds of tokens that agreed, codes; at least one
 * @param times how often this asker found this file within thirty days, this time included
 * @param together how many files the question found that found this one, this one included
 * @param noneOn day whose batch tells the asker that nothing is released, if nothing is by then
 * @param band what was decided, or null
 * @param contact what goes with it, or empty
 * @param sentAt when it went, or null
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

  /** Whether nobody has decided. */
  public boolean open() {
    return band == null;
  }

  /** Whether what was decided is out and stands. */
  public boolean sent() {
    return sentAt != null;
  }

  /** When the batch goes that ends the waiting of the asker. */
  public Instant due() {
    return DayTime.answersOf(noneOn);
  }
}

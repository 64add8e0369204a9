package org.passerelle.prevent.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many a campaign reached by a channel, as a source says. An entry is never changed: a
 * correction is another entry that strikes it.
 *
 * @param by who entered it
 * @param struckBy the entry that took its place, or null
 */
public record Reach(UUID id, Draft draft, Instant at, UUID by, @Nullable UUID struckBy) {
  /** Units, in the order of the form. */
  public static final List<String> UNITS =
      List.of("people", "views", "listeners", "visits", "copies", "pupils", "calls");

  /** Whether another entry took its place. */
  public boolean isStruck() {
    return struckBy != null;
  }

  /**
   * What is entered.
   *
   * @param channel one of {@link CampaignSheet#CHANNELS}
   * @param unit one of {@link #UNITS}
   * @param source who says so: the platform’s report, the cinema, the school
   * @param method how it was counted or estimated
   */
  public record Draft(
      String channel,
      long number,
      String unit,
      LocalDate from,
      LocalDate until,
      String source,
      String method) {}
}

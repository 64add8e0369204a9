package org.passerelle.protect.safeguards.dataprotection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A breach of personal data (GDPR, articles 33 and 34). Immutable.
 *
 * @param found when the organisation became aware of it
 * @param risk risk to the rights and freedoms of persons, one of {@link #RISKS}
 * @param affected approximate number of persons, or null if unknown
 * @param authority {@link #TOLD}, {@link #NOT_TOLD}, or empty if not decided
 * @param authorityTold when the authority was told, or null
 * @param persons {@link #TOLD}, {@link #NOT_TOLD}, or empty if not decided
 * @param personsTold day on which the persons were told, or null
 */
public record Breach(
    UUID id,
    Instant found,
    String risk,
    @Nullable Integer affected,
    String authority,
    @Nullable Instant authorityTold,
    String persons,
    @Nullable LocalDate personsTold,
    Words words,
    int version) {
  /** Deadline for notifying the authority (article 33(1)). */
  public static final Duration TO_TELL = Duration.ofHours(72);

  /** Risks, lowest first. */
  public static final List<String> RISKS = List.of("unlikely", "risk", "high");

  public static final String TOLD = "told";
  public static final String NOT_TOLD = "not_told";

  /** Possible decisions on notification. */
  public static final List<String> DECISIONS = List.of(TOLD, NOT_TOLD);

  /** Deadline for notifying the authority. */
  public Instant due() {
    return found.plus(TO_TELL);
  }

  /** Whether it is not decided yet whether the authority is notified. */
  public boolean awaitsAuthority() {
    return authority.isEmpty();
  }

  /** Whether it is not decided yet whether persons at high risk are notified. */
  public boolean awaitsPersons() {
    return risk.equals("high") && persons.isEmpty();
  }

  /** Whether the authority was notified too late, or not at all despite a risk. */
  public boolean against33() {
    return authorityTold == null
        ? authority.equals(NOT_TOLD) && !risk.equals("unlikely")
        : authorityTold.isAfter(due());
  }

  /**
   * The encrypted part.
   *
   * @param happened what kinds of data and persons were affected, and how
   * @param consequences likely consequences
   * @param measures measures taken or proposed
   * @param reference reference number of the authority
   * @param authorityWhy why the authority was not notified, or later than within 72 hours
   * @param personsWhy why the persons were not notified
   */
  public record Words(
      String happened,
      String consequences,
      String measures,
      String reference,
      String authorityWhy,
      String personsWhy) {}

  /** Data entered by the officer. */
  public record Draft(
      Instant found,
      String risk,
      @Nullable Integer affected,
      String authority,
      @Nullable Instant authorityTold,
      String persons,
      @Nullable LocalDate personsTold,
      Words words) {}
}

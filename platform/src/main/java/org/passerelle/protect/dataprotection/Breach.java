package org.passerelle.protect.dataprotection;

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
 * @param risk one of {@link #RISKS}, for the rights and freedoms of persons
 * @param affected about how many persons, or null while nobody knows
 * @param authority {@link #TOLD}, {@link #NOT_TOLD} or empty while nothing is decided
 * @param authorityTold when, or null
 * @param persons the same for the persons concerned
 * @param personsTold on which day, or null
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
  /** How long the authority may have to wait (article 33(1)). */
  public static final Duration TO_TELL = Duration.ofHours(72);

  /** Risks, the smallest first. */
  public static final List<String> RISKS = List.of("unlikely", "risk", "high");

  public static final String TOLD = "told";
  public static final String NOT_TOLD = "not_told";

  /** What is decided of whoever is to be told. */
  public static final List<String> DECISIONS = List.of(TOLD, NOT_TOLD);

  /** Until when the authority is to be told. */
  public Instant due() {
    return found.plus(TO_TELL);
  }

  /** Whether it is still to be decided whether the authority is told. */
  public boolean awaitsAuthority() {
    return authority.isEmpty();
  }

  /** Whether it is still to be decided whether those are told whom it puts at a high risk. */
  public boolean awaitsPersons() {
    return risk.equals("high") && persons.isEmpty();
  }

  /** Whether the authority was told too late, or not although there is a risk. */
  public boolean against33() {
    return authorityTold == null
        ? authority.equals(NOT_TOLD) && !risk.equals("unlikely")
        : authorityTold.isAfter(due());
  }

  /**
   * What is sealed of it.
   *
   * @param happened what kind of data of what kind of persons, and how
   * @param consequences that are likely
   * @param measures taken or proposed
   * @param reference of the authority
   * @param authorityWhy why it was not told, or later than within 72 hours
   * @param personsWhy why they were not told
   */
  public record Words(
      String happened,
      String consequences,
      String measures,
      String reference,
      String authorityWhy,
      String personsWhy) {}

  /** What the officer enters. */
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

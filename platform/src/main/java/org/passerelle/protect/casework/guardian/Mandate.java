package org.passerelle.protect.casework.guardian;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Days;

/**
 * Mandate of a person or institution to decide or speak for a person. Immutable.
 *
 * @param person person around the person of the case, or null for an institution or somebody
 *     without a file
 * @param kind code of {@code guardian_kinds}
 * @param decidedOn date of the appointing decision, or null for a parent
 * @param until last day, or null if unlimited
 * @param verifiedAt when it was verified, or null
 * @param suspendedAt since when the holder is suspected or related to a suspect, or null
 * @param ended code of {@code mandate_ends}, or empty
 * @param events events, newest first
 */
public record Mandate(
    UUID id,
    UUID caseId,
    @Nullable UUID person,
    String kind,
    @Nullable LocalDate decidedOn,
    LocalDate from,
    @Nullable LocalDate until,
    Words words,
    @Nullable Instant verifiedAt,
    @Nullable Instant suspendedAt,
    @Nullable LocalDate endedOn,
    String ended,
    Instant at,
    UUID by,
    List<Event> events) {
  /** An advocate speaks for a child and decides nothing. */
  static final String ADVOCATE = "independent_advocate";

  /** A parent has authority by law, without an appointment. */
  static final String PARENT = "parent";

  public Mandate {
    events = List.copyOf(events);
  }

  /**
   * The encrypted part.
   *
   * @param name name of the institution or person; may be empty for a person of the case
   * @param authority authority that appointed them, or empty
   * @param reference reference number of its decision, or empty
   * @param contact contact data, or empty
   */
  public record Words(String name, String authority, String reference, String contact) {
    static final Words UNKNOWN = new Words("", "", "", "");
  }

  /**
   * Data of a mandate as entered.
   *
   * @param verified how it was verified, or empty if it is not
   */
  public record Draft(
      @Nullable UUID person,
      String kind,
      @Nullable LocalDate decidedOn,
      LocalDate from,
      @Nullable LocalDate until,
      Words words,
      String verified) {}

  /**
   * An event of a mandate.
   *
   * @param kind {@code verified}, {@code suspended}, {@code lifted}, {@code ended}
   */
  public record Event(String kind, String words, Instant at, UUID by) {}

  /** Reasons why a guardian can neither consent for the person nor see anything. */
  public enum Bar {
    MISSING,
    SUSPECTED,
    ADVOCATE,
    UNVERIFIED,
    NOT_IN_FORCE;

    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What prevents the holder from consenting for the person, and from seeing anything, on a day. A
   * suspicion counts whenever it arose: earlier consents come under review.
   */
  public Optional<Bar> bar(Instant at) {
    if (suspendedAt != null) {
      return Optional.of(Bar.SUSPECTED);
    }
    if (kind.equals(ADVOCATE)) {
      return Optional.of(Bar.ADVOCATE);
    }
    if (verifiedAt == null || ended.equals("mistake")) {
      return Optional.of(Bar.UNVERIFIED);
    }
    return inForce(at) ? Optional.empty() : Optional.of(Bar.NOT_IN_FORCE);
  }

  /** Whether it is in force: its first day has begun, and its last is not over. */
  public boolean inForce(Instant at) {
    return Days.begun(from, at)
        && (until == null || !Days.over(until, at))
        && (endedOn == null || !Days.over(endedOn, at));
  }

  /**
   * Whether somebody acts for the person at a time: verified and not suspected. Includes advocates,
   * though they decide nothing.
   */
  public boolean stands(Instant at) {
    return open() && suspendedAt == null && verifiedAt != null && inForce(at);
  }

  /** Whether it has not been ended. */
  public boolean open() {
    return ended.isEmpty();
  }
}

package org.passerelle.protect.guardian;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who decides or speaks for a person, and on whose mandate. Immutable.
 *
 * @param person around the one the case is for, or null for an institution and for somebody who has
 *     no file
 * @param kind code of {@code guardian_kinds}
 * @param decidedOn day of the decision that appointed them, or null for a parent
 * @param until its last day, or null while it has none
 * @param verifiedAt when somebody confirmed that it is so, or null
 * @param suspendedAt since when they are suspected, or related to a suspect; null if they are not
 * @param ended code of {@code mandate_ends}, or empty
 * @param events what was found out, the newest first
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
  /** Speaks for a child and decides nothing. */
  static final String ADVOCATE = "independent_advocate";

  /** Has authority by law, so that nobody had to appoint them. */
  static final String PARENT = "parent";

  public Mandate {
    events = List.copyOf(events);
  }

  /**
   * The sealed part.
   *
   * @param name of the institution or person; may be empty where a person of the case is meant
   * @param authority that appointed them, or empty
   * @param reference of its decision, or empty
   * @param contact how they are reached, or empty
   */
  public record Words(String name, String authority, String reference, String contact) {
    static final Words UNKNOWN = new Words("", "", "", "");
  }

  /**
   * A mandate as somebody enters it.
   *
   * @param verified by what it was confirmed, or empty while it is not
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
   * Something that was found out.
   *
   * @param kind {@code verified}, {@code suspended}, {@code lifted}, {@code ended}
   */
  public record Event(String kind, String words, Instant at, UUID by) {}

  /** Why somebody can neither consent for the person nor see anything. */
  public enum Bar {
    MISSING,
    SUSPECTED,
    ADVOCATE,
    UNVERIFIED,
    NOT_IN_FORCE;

    /** Its code in texts. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What keeps them from consenting for the person, and from seeing anything, on a day. Suspicion
   * counts whenever it arose: what was agreed to before it stands under review.
   */
  public Optional<Bar> bar(LocalDate day) {
    if (suspendedAt != null) {
      return Optional.of(Bar.SUSPECTED);
    }
    if (kind.equals(ADVOCATE)) {
      return Optional.of(Bar.ADVOCATE);
    }
    if (verifiedAt == null || ended.equals("mistake")) {
      return Optional.of(Bar.UNVERIFIED);
    }
    return inForce(day) ? Optional.empty() : Optional.of(Bar.NOT_IN_FORCE);
  }

  /** Whether it has begun and is not over; somebody's today may be tomorrow here. */
  public boolean inForce(LocalDate day) {
    return !day.plusDays(1).isBefore(from)
        && (until == null || !day.isAfter(until))
        && (endedOn == null || !day.isAfter(endedOn));
  }

  /**
   * Whether somebody is there who acts for the person on a day: verified and above suspicion. An
   * advocate is somebody, too, though they decide nothing.
   */
  public boolean stands(LocalDate day) {
    return open() && suspendedAt == null && verifiedAt != null && inForce(day);
  }

  /** Whether nobody has ended it. */
  public boolean open() {
    return ended.isEmpty();
  }
}

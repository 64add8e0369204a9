package org.passerelle.steer.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.register.Values;

/**
 * A yearly report or programme in one version. Immutable; a change is a new revision.
 *
 * @param year that it is about
 * @param version from 1; an amendment of an approved one is the next
 * @param revision how often it was changed, from 1
 * @param round how often it was submitted
 * @param session of the committee that decides, or null
 * @param content sections with key, heading and text in three languages
 * @param amends the approved version it changes, or null
 * @param digest SHA-256 of the frozen version, or empty
 * @param frozenAt when the last member approved, or null
 */
public record CycleDocument(
    UUID id,
    Kind kind,
    int year,
    int version,
    State state,
    int revision,
    int round,
    @Nullable LocalDate session,
    Values content,
    @Nullable UUID amends,
    String digest,
    @Nullable Instant frozenAt,
    String draftedBy,
    Instant draftedAt) {

  /** What it tells. */
  public enum Kind {
    /** What was done in a year. */
    REPORT,
    /** What is to be done in a year. */
    PROGRAMME
  }

  /** How far it has come. */
  public enum State {
    /** Being written. */
    DRAFT,
    /** Before the committee. */
    SUBMITTED,
    /** Given back by a member with a reason; being written again. */
    RETURNED,
    /** Approved by every member, and frozen. */
    APPROVED
  }

  /** Whether it may be edited. */
  public boolean open() {
    return state == State.DRAFT || state == State.RETURNED;
  }

  /** Its sections in order. */
  public List<Values> sections() {
    return content.rows("sections");
  }
}

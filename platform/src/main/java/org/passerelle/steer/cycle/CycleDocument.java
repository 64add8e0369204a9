package org.passerelle.steer.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.register.StoredFacts;
import org.passerelle.register.Values;
import org.passerelle.storage.Sha256;

/**
 * A version of a yearly report or programme. Immutable; a change is a new revision.
 *
 * @param year year it is about
 * @param version from 1; an amendment of an approved document is the next version
 * @param revision number of changes, from 1
 * @param round number of submissions
 * @param session day of the committee's decision, or null
 * @param content sections with key, heading and text in three languages
 * @param amends the approved version that it amends, or null
 * @param digest SHA-256 of the frozen version, or empty
 * @param frozenAt time of the last approval, or null
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

  /** Type of document. */
  public enum Kind {
    /** What was done in a year. */
    REPORT,
    /** What is planned for a year. */
    PROGRAMME
  }

  /** State of the document. */
  public enum State {
    /** Being written. */
    DRAFT,
    /** Submitted to the committee. */
    SUBMITTED,
    /** Returned by a member with a reason; being revised. */
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

  /** Sections whose text or heading is missing in a language, or older than in another language. */
  public List<Values> missing() {
    return sections().stream()
        .filter(
            s ->
                s.wording("heading").byLanguage().size() < 3
                    || s.wording("text").byLanguage().size() < 3
                    || !s.stale("heading").isEmpty()
                    || !s.stale("text").isEmpty())
        .toList();
  }

  /** SHA-256 of the approved content: kind, year, version and sections, 64 hexadecimal digits. */
  public String sum() {
    return Sha256.of(kind + "|" + year + "|" + version + "|" + StoredFacts.json(content.content()));
  }

  /** The next revision, with other sections. */
  CycleDocument rewritten(List<Object> sections) {
    Map<String, Object> rewritten = new LinkedHashMap<>(content.content());
    rewritten.put("sections", sections);
    return next(state, round, session, Values.of(rewritten), digest, frozenAt);
  }

  /** The next revision, submitted in a new round. */
  CycleDocument submitted(LocalDate day) {
    return next(State.SUBMITTED, round + 1, day, content, digest, frozenAt);
  }

  /** The next revision, returned by a member. */
  CycleDocument returned() {
    return next(State.RETURNED, round, session, content, digest, frozenAt);
  }

  /** The last revision: approved by every member. */
  CycleDocument frozen(Instant at) {
    return next(State.APPROVED, round, session, content, sum(), at);
  }

  private CycleDocument next(
      State next,
      int inRound,
      @Nullable LocalDate on,
      Values told,
      String sum,
      @Nullable Instant frozen) {
    return new CycleDocument(
        id,
        kind,
        year,
        version,
        next,
        revision + 1,
        inRound,
        on,
        told,
        amends,
        sum,
        frozen,
        draftedBy,
        draftedAt);
  }
}

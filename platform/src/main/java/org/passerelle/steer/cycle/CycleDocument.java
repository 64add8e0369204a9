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

  /** Sections whose text or heading is missing in a language, or older than another language's. */
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

  /** SHA-256 of what is approved: kind, year, version and content, 64 hexadecimal digits. */
  public String sum() {
    return Sha256.of(kind + "|" + year + "|" + version + "|" + StoredFacts.json(content.content()));
  }

  /** The next revision, with other sections. */
  CycleDocument rewritten(List<Object> sections) {
    Map<String, Object> rewritten = new LinkedHashMap<>(content.content());
    rewritten.put("sections", sections);
    return next(state, round, session, Values.of(rewritten), digest, frozenAt);
  }

  /** The next revision, before the committee in a new round. */
  CycleDocument submitted(LocalDate day) {
    return next(State.SUBMITTED, round + 1, day, content, digest, frozenAt);
  }

  /** The next revision, given back by a member. */
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

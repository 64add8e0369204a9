package org.passerelle.protect.casework.determination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A best-interests determination. Immutable; a later one replaces it.
 *
 * @param question code of {@code determination_questions}: the subject of the decision
 * @param result code of {@code best_interests_results}
 * @param on date of the panel's meeting
 * @param reviewBy date of the next review, or null
 * @param state {@code proposed} until there are enough signatures, {@code made}, {@code superseded}
 * @param supersedes determination that it replaces once made, or null
 * @param madeAt time of the decisive signature, or null
 * @param quorum number of signatures required
 */
public record Determination(
    UUID id,
    UUID caseId,
    String question,
    String result,
    LocalDate on,
    @Nullable LocalDate reviewBy,
    String state,
    @Nullable UUID supersedes,
    Words words,
    Instant at,
    UUID by,
    @Nullable Instant madeAt,
    int quorum,
    List<Member> members) {
  /** Minimum number of panel members and of signatures. */
  public static final int QUORUM = 3;

  /** Maximum number of panel members. */
  public static final int LARGEST = 7;

  public Determination {
    members = List.copyOf(members);
  }

  /**
   * The encrypted part.
   *
   * @param panel name of the panel and its institution
   * @param options options that were considered
   * @param view view of the child
   * @param heard code of {@code heard_ways}: how the child was heard
   * @param reasons reasons, weighing the options
   * @param decision decision with its conditions
   */
  public record Words(
      String panel, String options, String view, String heard, String reasons, String decision) {}

  /**
   * A member of the panel.
   *
   * @param user colleague who signs here, or null for an external member
   * @param signature where the external signature is kept, or empty
   * @param document file of the case with the signed document, or null
   * @param confirmedBy second colleague who has seen the document, or null
   */
  public record Member(
      UUID id,
      int number,
      @Nullable UUID user,
      Person person,
      @Nullable Instant signedAt,
      @Nullable UUID signedBy,
      String signature,
      @Nullable UUID document,
      @Nullable UUID confirmedBy) {
    public boolean signed() {
      return signedAt != null;
    }

    /**
     * Whether the signature counts: given here, or on a document that more than one colleague can
     * see.
     */
    public boolean counts() {
      return signed() && (user != null || document != null || confirmedBy != null);
    }

    /** Whether a second colleague has to confirm having seen the document. */
    public boolean toConfirm() {
      return signed() && !counts();
    }
  }

  /**
   * A signature of an external member.
   *
   * @param where where the signed document is kept
   * @param document file of the case with the document, or null
   */
  public record Paper(String where, @Nullable UUID document) {}

  /**
   * Name and function of a member.
   *
   * @param name empty for a colleague
   */
  public record Person(String name, String function) {}

  /** A person to be appointed to the panel. */
  public record Seat(@Nullable UUID user, Person person) {}

  /**
   * Data of a determination as entered.
   *
   * @param quorum number of signatures required; 0 for all members
   */
  public record Draft(
      String question,
      String result,
      LocalDate on,
      @Nullable LocalDate reviewBy,
      @Nullable UUID supersedes,
      Words words,
      List<Seat> seats,
      int quorum) {
    public Draft {
      seats = List.copyOf(seats);
    }
  }

  /** Whether there are enough signatures. */
  public boolean made() {
    return state.equals("made");
  }

  /** Whether it was found to be in the child's best interests. */
  public boolean inFavour() {
    return made() && result.equals("in_favour");
  }

  /** Number of missing signatures. */
  public int missing() {
    return (int) Math.max(0, quorum - members.stream().filter(Member::counts).count());
  }
}

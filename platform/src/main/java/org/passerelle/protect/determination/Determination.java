package org.passerelle.protect.determination;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A best-interests determination. Immutable; another one takes its place.
 *
 * @param question code of {@code determination_questions}: what was to be decided
 * @param result code of {@code best_interests_results}
 * @param on day on which the panel met
 * @param reviewBy by when it is to be looked at again, or null
 * @param state {@code proposed} until enough have signed, {@code made}, {@code superseded}
 * @param supersedes the one whose place it takes once it is made, or null
 * @param madeAt moment of the signature that made it, or null
 * @param quorum so many signatures it takes
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
  /** The fewest members that a panel has, and signatures that it takes. */
  public static final int QUORUM = 3;

  /** So many a panel has at most. */
  public static final int LARGEST = 7;

  public Determination {
    members = List.copyOf(members);
  }

  /**
   * The sealed part.
   *
   * @param panel what it is called, and where it belongs
   * @param options that were considered
   * @param view of the child
   * @param heard code of {@code heard_ways}: how the child was heard
   * @param reasons why, weighing one option against the other
   * @param decision what was decided, and on what conditions
   */
  public record Words(
      String panel, String options, String view, String heard, String reasons, String decision) {}

  /**
   * Somebody on the panel.
   *
   * @param user a colleague who signs here, or null for somebody from outside
   * @param signature where the signature from outside lies, or empty
   * @param document file of the case with the signed paper, or null
   * @param confirmedBy second colleague who has seen the paper, or null
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

    /** Whether the signature counts: given here, or on a paper that more than one can see. */
    public boolean counts() {
      return signed() && (user != null || document != null || confirmedBy != null);
    }

    /** Whether a second colleague must say that they have seen the paper. */
    public boolean toConfirm() {
      return signed() && !counts();
    }
  }

  /**
   * Where a signature from outside is.
   *
   * @param where the signed paper lies
   * @param document file of the case that shows it, or null
   */
  public record Paper(String where, @Nullable UUID document) {}

  /**
   * Who it is.
   *
   * @param name empty for a colleague
   */
  public record Person(String name, String function) {}

  /** Somebody who is to sit on the panel. */
  public record Seat(@Nullable UUID user, Person person) {}

  /**
   * A determination as somebody enters it.
   *
   * @param quorum so many signatures it takes; 0 for those of all members
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

  /** Whether enough have signed. */
  public boolean made() {
    return state.equals("made");
  }

  /** Whether it was found to be in the child's best interests. */
  public boolean inFavour() {
    return made() && result.equals("in_favour");
  }

  /** How many signatures are missing. */
  public int missing() {
    return (int) Math.max(0, quorum - members.stream().filter(Member::counts).count());
  }
}

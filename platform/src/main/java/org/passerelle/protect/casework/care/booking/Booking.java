package org.passerelle.protect.casework.care.booking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A booked service or interpreter, or both, for a case. Immutable. A booking is kept when its task
 * in the case is done.
 *
 * @param entry catalogue entry, or null
 * @param need code of {@code care_needs}
 * @param interpreter interpreter, or null
 * @param language language to interpret, code of {@code languages}; null without an interpreter
 * @param way {@code in_person}, {@code telephone} or {@code video}
 * @param accompanied colleague who accompanies the person, or null
 * @param task null once it was missed or cancelled
 * @param state {@code booked}, {@code kept}, {@code missed} or {@code cancelled}
 * @param reason why it was missed or cancelled, or empty
 */
public record Booking(
    UUID id,
    @Nullable UUID entry,
    String need,
    @Nullable UUID interpreter,
    @Nullable String language,
    String way,
    Instant from,
    Instant until,
    @Nullable UUID accompanied,
    @Nullable UUID task,
    Words words,
    String state,
    String reason) {

  /**
   * The encrypted part.
   *
   * @param where place, or empty
   * @param whoElse who accompanies the person if nobody of the team does, or empty
   * @param note further remarks, or empty
   */
  public record Words(String where, String whoElse, String note) {}

  /**
   * Data of a booking as entered.
   *
   * @param title title of its task
   * @param sure the confirmed concerns about the interpreter, as reported by the refusal, or empty
   */
  public record Draft(
      @Nullable UUID entry,
      String need,
      @Nullable UUID interpreter,
      @Nullable String language,
      String way,
      Instant from,
      Instant until,
      @Nullable UUID accompanied,
      Words words,
      String title,
      String sure) {
    /** A copy with confirmed concerns. */
    public Draft sure(String said) {
      return new Draft(
          entry, need, interpreter, language, way, from, until, accompanied, words, title, said);
    }
  }

  /** Whether it is in the future, or its result is not recorded yet. */
  public boolean open() {
    return state.equals("booked");
  }
}

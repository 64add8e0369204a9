package org.passerelle.protect.care.booking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A service or an interpreter, or both, that was booked for a case. Immutable. That it was kept is
 * that its task among the tasks of the case is done.
 *
 * @param entry of the catalogue, or null
 * @param need code of {@code care_needs}
 * @param interpreter or null
 * @param language they interpret, code of {@code languages}; null without one
 * @param way {@code in_person}, {@code telephone} or {@code video}
 * @param accompanied colleague who goes along, or null
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
   * The sealed part.
   *
   * @param where it is, or empty
   * @param whoElse accompanies the person where it is nobody of the team, or empty
   * @param note anything else, or empty
   */
  public record Words(String where, String whoElse, String note) {}

  /**
   * A booking as somebody enters it.
   *
   * @param title of its task
   * @param sure what speaks against the interpreter and was looked at, as the refusal said it, or
   *     empty
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
    /** The same once it was looked at. */
    public Draft sure(String said) {
      return new Draft(
          entry, need, interpreter, language, way, from, until, accompanied, words, title, said);
    }
  }

  /** Whether it is still to come, or nobody has said yet what became of it. */
  public boolean open() {
    return state.equals("booked");
  }
}

package org.passerelle.protect.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step as one side recorded it. Nothing is overwritten; the newest of a step counts.
 *
 * @param author organisation
 * @param state one of {@link Step#STATES}
 * @param on the day that is planned, or on which it was done
 * @param details in words and codes
 */
public record Taken(
    UUID id,
    UUID author,
    Step step,
    String state,
    @Nullable LocalDate on,
    Details details,
    Instant at) {

  /** Whether it was done with this result. */
  public boolean found(String... results) {
    return state.equals("done") && List.of(results).contains(details.result());
  }

  /**
   * What was recorded of it.
   *
   * @param result code of {@code hand_over_results} or {@code best_interests_results}
   * @param authority which decided, or empty
   * @param means code of {@code travel_means}, or empty
   * @param escort code of {@code escorts}, or empty
   * @param meeting code of {@code meeting_points}, or empty
   * @param place where the person is met; never where they live or will live
   * @param hour at which they are met, {@code HH:mm} where that is, or empty
   * @param giver code of {@code capacities}: who agreed, or empty
   * @param told to whom they said so, as a function, or empty
   * @param language code of the one in which it was said, or empty
   */
  public record Details(
      String result,
      String authority,
      String means,
      String escort,
      String meeting,
      String place,
      String words,
      String hour,
      String giver,
      String told,
      String language) {
    public Details {
      // what was recorded before these were asked for
      hour = Objects.requireNonNullElse(hour, "");
      giver = Objects.requireNonNullElse(giver, "");
      told = Objects.requireNonNullElse(told, "");
      language = Objects.requireNonNullElse(language, "");
    }

    /** What is said of neither a consent nor a meeting. */
    public Details(
        String result,
        String authority,
        String means,
        String escort,
        String meeting,
        String place,
        String words) {
      this(result, authority, means, escort, meeting, place, words, "", "", "", "");
    }

    /** Nothing but words. */
    public static Details of(String words) {
      return new Details("", "", "", "", "", "", words);
    }

    /** The same with the hour of the meeting. */
    public Details at(String time) {
      return new Details(
          result, authority, means, escort, meeting, place, words, time, giver, told, language);
    }

    /** The same with who agreed, whom they told, and in which language. */
    public Details agreed(String by, String to, String in) {
      return new Details(result, authority, means, escort, meeting, place, words, hour, by, to, in);
    }
  }

  /** The newest of each step. */
  public static Map<Step, Taken> newest(List<Taken> all) {
    Map<Step, Taken> newest = new EnumMap<>(Step.class);
    all.forEach(one -> newest.put(one.step(), one));
    return newest;
  }

  /** What somebody records. */
  public record Draft(Step step, String state, @Nullable LocalDate on, Details details) {

    /** What the journal of a case keeps of it: the step, and whether it was planned or done. */
    String code() {
      return step.code() + "." + state;
    }
  }
}

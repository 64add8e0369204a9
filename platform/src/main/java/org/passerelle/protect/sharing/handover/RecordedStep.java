package org.passerelle.protect.sharing.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step as recorded by one side. Records are never overwritten; the latest record of a step
 * counts.
 *
 * @param author organisation that recorded it
 * @param state one of {@link Step#STATES}
 * @param on planned date, or date on which it was done
 * @param details in words and codes
 */
public record RecordedStep(
    UUID id,
    UUID author,
    Step step,
    String state,
    @Nullable LocalDate on,
    Details details,
    Instant at) {

  /** Whether the step is done with one of these results. */
  public boolean found(String... results) {
    return state.equals("done") && List.of(results).contains(details.result());
  }

  /**
   * Details of a recorded step.
   *
   * @param result code of {@code hand_over_results} or {@code best_interests_results}
   * @param authority the authority that decided, or empty
   * @param means code of {@code travel_means}, or empty
   * @param escort code of {@code escorts}, or empty
   * @param meeting code of {@code meeting_points}, or empty
   * @param place meeting place; never where the person lives or will live
   * @param hour time of the meeting as {@code HH:mm}, local to the place, or empty
   * @param giver code of {@code capacities}: who consented, or empty
   * @param told function of the person who was told, or empty
   * @param language code of the language in which consent was given, or empty
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
    /** Code of {@code hand_over_results}: the return is not safe. */
    static final String UNSAFE = "unsafe";

    public Details {
      // records stored before these fields existed
      hour = Objects.requireNonNullElse(hour, "");
      giver = Objects.requireNonNullElse(giver, "");
      told = Objects.requireNonNullElse(told, "");
      language = Objects.requireNonNullElse(language, "");
    }

    /** Details of a step that is about neither a consent nor a meeting. */
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

    /** Details that consist of remarks only. */
    public static Details of(String words) {
      return new Details("", "", "", "", "", "", words);
    }

    /** A copy with the time of the meeting. */
    public Details at(String time) {
      return new Details(
          result, authority, means, escort, meeting, place, words, time, giver, told, language);
    }

    /** A copy with who consented, whom they told, and in which language. */
    public Details agreed(String by, String to, String in) {
      return new Details(result, authority, means, escort, meeting, place, words, hour, by, to, in);
    }
  }

  /** The latest record of each step. */
  public static Map<Step, RecordedStep> newest(List<RecordedStep> all) {
    Map<Step, RecordedStep> newest = new EnumMap<>(Step.class);
    all.forEach(one -> newest.put(one.step(), one));
    return newest;
  }

  /** A step to be recorded. */
  public record Draft(Step step, String state, @Nullable LocalDate on, Details details) {

    /**
     * Whether it says where a person is who set out, or that their journey is not safe. As a code
     * and a day this needs no basis: otherwise nobody could raise or end the alarm after a consent
     * has expired or been withdrawn.
     */
    boolean tellsOfSafety() {
      return state.equals("done")
          && (step.isWhereabouts()
              || (step == Step.RISK && details.result().equals(Details.UNSAFE)));
    }

    /** Code for the case journal: the step and its state. */
    String code() {
      return step.code() + "." + state;
    }
  }
}

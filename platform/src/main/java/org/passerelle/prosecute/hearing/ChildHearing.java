package org.passerelle.prosecute.hearing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.prosecute.investigation.Worded;

/**
 * A hearing of a child, under the number of the victim. It is planned, and then held or cancelled;
 * a new day is a new hearing, so that it stays visible how often a child was to be heard.
 *
 * @param number of the child's hearings in this investigation, from 1
 * @param state one of {@code planned}, {@code held}, {@code cancelled}
 * @param heldOn null unless it was held
 * @param outcome null while it is planned
 */
public record ChildHearing(
    UUID id,
    int number,
    String state,
    Plan plan,
    @Nullable LocalDate heldOn,
    @Nullable Outcome outcome) {
  /** Kinds of rooms: one made for hearings of children, or another. */
  public static final List<String> ROOMS = List.of("specialised", "other");

  /** Kinds of recordings. */
  public static final List<String> RECORDINGS = List.of("video", "sound", "none");

  /**
   * What is planned.
   *
   * @param room one of {@link #ROOMS}
   * @param recording one of {@link #RECORDINGS}
   * @param language for which an interpreter is needed, code of {@code languages}; null if none is
   * @param protection codes of {@code hearing_protection}
   */
  public record Plan(
      UUID victim,
      Instant at,
      String room,
      String recording,
      @Nullable String language,
      List<String> protection,
      Words words) {
    public Plan {
      protection = List.copyOf(protection);
    }
  }

  /**
   * What people wrote in the plan; empty if they wrote nothing.
   *
   * @param roomReason why it is not in a room made for it
   * @param unrecorded why it is not recorded
   * @param second why the child is heard again
   */
  public record Words(
      String place,
      String interviewer,
      String interpreter,
      String support,
      String roomReason,
      String unrecorded,
      String second)
      implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of(
          "place", place,
          "interviewer", interviewer,
          "interpreter", interpreter,
          "support", support,
          "room_reason", roomReason,
          "unrecorded", unrecorded,
          "second", second);
    }
  }

  /**
   * What came of it.
   *
   * @param interpreter who interpreted; empty if none was needed
   * @param support who was there for the child, or why nobody was
   * @param record where the recording is
   * @param note remarks; the reason, if it was cancelled
   */
  public record Outcome(String interpreter, String support, String record, String note)
      implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of("interpreter", interpreter, "support", support, "record", record, "note", note);
    }
  }

  /** Whether it is still to be held. */
  public boolean planned() {
    return state.equals("planned");
  }

  /** Whether it counts as hearing the child. */
  boolean counts() {
    return !state.equals("cancelled");
  }
}

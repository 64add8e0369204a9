package org.passerelle.prosecute.proceeding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.prosecute.investigation.Worded;

/**
 * A hearing before a court.
 *
 * @param kind one of {@link #KINDS}
 * @param hour such as 09:30 in the court's own time; empty if not known
 * @param state one of {@link #STATES}
 */
public record CourtHearing(
    UUID id, String kind, LocalDate on, String hour, String state, Words words) {
  public static final List<String> KINDS =
      List.of("preliminary", "main", "evidence", "judgment", "appeal", "other");
  public static final List<String> STATES = List.of("planned", "held", "adjourned", "cancelled");

  /**
   * What people wrote.
   *
   * @param place court and room
   * @param result what came of it; empty while it is planned
   */
  public record Words(String place, String result) implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of("place", place, "result", result);
    }
  }

  /** What is entered when it is planned. */
  public record Draft(String kind, LocalDate on, String hour, String place) {}

  /** Whether it is still to come. */
  public boolean planned() {
    return state.equals("planned");
  }
}

package org.passerelle.prosecute.parallel;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.passerelle.prosecute.investigation.Worded;

/**
 * Another investigation of the same suspect, as one side reads it: that there is one, and whom to
 * call. Nothing of what the other investigation contains, not even its number.
 *
 * @param kind {@code charged}, or {@code judged} if a final decision stands on either side
 * @param suspect the suspect here, such as {@code S-2}
 * @param office organisation of the other investigation
 * @param contacts names of its prosecutors
 * @param theirs what the other side said last; empty if nothing
 * @param positions what this side said, newest first
 */
public record ParallelMatter(
    UUID id,
    String kind,
    UUID suspectId,
    String suspect,
    UUID office,
    List<String> contacts,
    Instant at,
    String theirs,
    List<Position> positions) {
  /** What a side says: it goes on, the other does, or these are different acts. */
  public static final List<String> STANDS = List.of("here", "there", "none");

  private static final int REFERENCE = 8;

  public ParallelMatter {
    contacts = List.copyOf(contacts);
    positions = List.copyOf(positions);
  }

  /** What a side said, with its reasons, which only that side reads. */
  public record Position(String stand, String reasons, Instant at, UUID user) {}

  /** Why a side says so. */
  record Words(String reasons) implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of("reasons", reasons);
    }
  }

  /** What both sides call it when they speak about it. */
  public String reference() {
    String digits = id.toString();
    return "P-" + digits.substring(digits.length() - REFERENCE).toUpperCase(Locale.ROOT);
  }

  /** What this side said last; empty if nothing. */
  public String ours() {
    return positions.isEmpty() ? "" : positions.get(0).stand();
  }

  /** {@code open} until both sides say the same. */
  public String state() {
    return state(ours(), theirs);
  }

  static String state(String ours, String theirs) {
    return switch (ours + " " + theirs) {
      case "none none" -> "no_conflict";
      case "here there" -> "goes_on_here";
      case "there here" -> "goes_on_there";
      default -> "open";
    };
  }
}

package org.passerelle.prosecute.courtfile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.prosecute.exhibit.Capture;
import org.passerelle.prosecute.exhibit.DefenceDisclosures;
import org.passerelle.prosecute.exhibit.Derivation;
import org.passerelle.prosecute.exhibit.Exhibit;

/**
 * Good practice in compiling a case file, in our own words after the sources that the language
 * files cite. What can be seen is computed, the rest is judged by whoever compiles; nothing of it
 * holds a case file back. Pure functions.
 */
public final class Checklist {
  /** Points that are computed. */
  public static final List<String> COMPUTED =
      List.of("described", "derived", "captures", "disclosure");

  /** Points that somebody judges. */
  public static final List<String> JUDGED =
      List.of(
          "protected", "compelled", "children", "repeated", "testimony", "money", "compensation");

  private static final Set<String> NEEDS_SOURCE = Set.of("report");

  private Checklist() {}

  /** How a point stands. */
  public enum State {
    MET,
    OPEN
  }

  /**
   * How every point stands, in their order.
   *
   * @param exhibits those of the case file
   */
  static Map<String, State> of(
      List<Exhibit> exhibits,
      Map<UUID, Derivation> derivations,
      Map<UUID, Capture> captures,
      Map<UUID, DefenceDisclosures.Decision> decisions,
      Set<String> judged) {
    Map<String, State> states = new LinkedHashMap<>();
    states.put(
        "described", state(exhibits.stream().noneMatch(one -> one.words().origin().isEmpty())));
    states.put(
        "derived",
        state(
            exhibits.stream()
                .filter(one -> NEEDS_SOURCE.contains(one.kind()))
                .allMatch(one -> derivations.containsKey(one.id()))));
    Set<UUID> there = exhibits.stream().map(Exhibit::id).collect(Collectors.toUnmodifiableSet());
    states.put(
        "captures",
        state(
            captures.entrySet().stream()
                .filter(one -> there.contains(one.getKey()))
                .flatMap(one -> one.getValue().files().stream())
                .allMatch(file -> there.contains(file.exhibit()))));
    states.put("disclosure", state(there.stream().allMatch(id -> decided(decisions, id))));
    JUDGED.forEach(point -> states.put(point, state(judged.contains(point))));
    return states;
  }

  /** Whether somebody decided to disclose or to withhold an exhibit. */
  static boolean decided(Map<UUID, DefenceDisclosures.Decision> decisions, UUID exhibit) {
    return decisions.containsKey(exhibit)
        && !Objects.requireNonNull(decisions.get(exhibit)).state().equals("not_yet");
  }

  private static State state(boolean met) {
    return met ? State.MET : State.OPEN;
  }
}

package org.passerelle.prosecute.charge;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.prosecute.investigation.Worded;

/**
 * A charge against a suspect. Immutable.
 *
 * @param offence identifier of the register's entry
 * @param article article and law as the entry named them when the charge was entered
 * @param lawDay day on which the acts were committed, or ended: the law of that day applies
 * @param state one of {@link #STATES}
 * @param victims entries of the victims it is about
 */
public record Charge(
    UUID id,
    UUID suspect,
    String offence,
    String article,
    LocalDate lawDay,
    String state,
    @Nullable LocalDate broughtOn,
    Words words,
    List<UUID> victims) {
  public static final List<String> STATES = List.of("proposed", "brought", "withdrawn");

  public Charge {
    victims = List.copyOf(victims);
  }

  /**
   * What people wrote.
   *
   * @param note why somebody who was compelled, or may have been, is charged nevertheless
   * @param withdrawn why the charge was withdrawn
   */
  public record Words(String note, String withdrawn) implements Worded {
    static final Words NONE = new Words("", "");

    @Override
    public Map<String, String> texts() {
      return Map.of("note", note, "reason", withdrawn);
    }
  }

  /** What is entered. */
  public record Draft(UUID suspect, String offence, LocalDate lawDay, List<UUID> victims) {
    public Draft {
      victims = List.copyOf(victims);
    }
  }

  /** Whether a person stands charged by it, or is to. */
  public boolean stands() {
    return !state.equals("withdrawn");
  }
}

package org.passerelle.prosecute.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.prosecute.investigation.Worded;

/**
 * Something of value that was seized or frozen, and what became of it.
 *
 * @param kind code of {@code asset_kinds}
 * @param value estimated value; null while unknown
 * @param country where it is, ISO code
 * @param suspect whose it is held to be, or null
 * @param steps oldest first, struck ones included
 */
public record Asset(
    UUID id,
    String kind,
    @Nullable UUID suspect,
    @Nullable BigDecimal value,
    String currency,
    String country,
    String what,
    List<Step> steps) {
  /** Kinds of steps, codes of {@code asset_steps}. */
  public static final List<String> STEPS =
      List.of(
          "seized",
          "frozen",
          "managed",
          "sold",
          "released",
          "confiscated",
          "returned",
          "social_reuse",
          "to_victim");

  public Asset {
    steps = List.copyOf(steps);
  }

  /**
   * A step.
   *
   * @param amount in the currency of the asset; null if no amount goes with it
   */
  public record Step(
      UUID id,
      String kind,
      LocalDate on,
      @Nullable BigDecimal amount,
      Words words,
      boolean struck) {}

  /** What it is. */
  record What(String what) implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of("what", what);
    }
  }

  /** Who decided, and what there is to say about it. */
  public record Words(String authority, String note) implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of("authority", authority, "note", note);
    }
  }

  /** What is entered. */
  public record Draft(
      String kind,
      @Nullable UUID suspect,
      @Nullable BigDecimal value,
      String currency,
      String country,
      String what) {}

  /** Sum of the amounts of one kind of steps that stand; 0 or more. */
  public BigDecimal sum(String kind) {
    return steps.stream()
        .filter(step -> !step.struck && step.kind.equals(kind))
        .map(Step::amount)
        .filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What was taken from somebody: seized and frozen. */
  public BigDecimal taken() {
    return sum("seized").add(sum("frozen"));
  }

  /** The newest step that stands; empty if none does. */
  public String stands() {
    return steps.stream()
        .filter(step -> !step.struck)
        .reduce((before, after) -> after)
        .map(Step::kind)
        .orElse("");
  }
}

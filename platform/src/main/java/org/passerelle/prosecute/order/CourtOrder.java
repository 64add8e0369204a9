package org.passerelle.prosecute.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.prosecute.investigation.Worded;

/**
 * Confiscation of assets or compensation of a victim, as a court ordered it. Immutable; a mistake
 * is struck out, and the order entered again.
 *
 * @param kind one of {@link #KINDS}
 * @param suspect against whom; null if it is against nobody in particular
 * @param victim the victim's entry in whose favour it is; null for a confiscation
 * @param amount null only for a confiscation of things
 * @param assets assets that it names, or from which it is to be paid
 * @param steps in the order of their days, struck ones included
 */
public record CourtOrder(
    UUID id,
    UUID proceeding,
    String kind,
    @Nullable UUID suspect,
    @Nullable UUID victim,
    @Nullable BigDecimal amount,
    String currency,
    LocalDate on,
    String note,
    boolean struck,
    List<UUID> assets,
    List<Step> steps) {
  static final String COMPENSATION = "compensation";
  public static final List<String> KINDS = List.of("confiscation", COMPENSATION);

  /** Kinds of steps: what became of the order in law, then how far it was carried out. */
  public static final List<String> STEPS =
      List.of(
          "appealed", "upheld", "set_aside", "final", "executed_in_part", "executed", "returned");

  public CourtOrder {
    assets = List.copyOf(assets);
    steps =
        steps.stream().sorted(Comparator.comparing(Step::on).thenComparing(Step::number)).toList();
  }

  /**
   * A step.
   *
   * @param number place in the order of entry, from 1
   * @param amount in the currency of the order; null if no amount goes with it
   */
  public record Step(
      UUID id,
      int number,
      String kind,
      LocalDate on,
      @Nullable BigDecimal amount,
      String note,
      boolean struck) {}

  /** What there is to say. */
  record Words(String note) implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of("note", note);
    }
  }

  /** What is entered. */
  public record Draft(
      String kind,
      @Nullable UUID suspect,
      @Nullable UUID victim,
      @Nullable BigDecimal amount,
      String currency,
      LocalDate on,
      List<UUID> assets,
      String note) {
    public Draft {
      assets = List.copyOf(assets);
    }
  }

  /** A step as entered. */
  public record StepDraft(String kind, LocalDate on, @Nullable BigDecimal amount, String note) {}

  /** How it stands. */
  public OrderCourse course() {
    return OrderCourse.of(amount, steps);
  }
}

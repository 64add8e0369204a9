package org.passerelle.prosecute.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an order stands, as follows from its steps that were not struck out. Plain and immutable.
 *
 * @param ordered amount of the order; null without one
 * @param standing {@code open}, {@code appealed}, {@code final} or {@code set_aside}
 * @param done {@code none}, {@code partly}, {@code executed} or {@code returned}
 * @param executed what was carried out, 0 or more
 * @param returned what was given back of it, 0 or more
 */
public record OrderCourse(
    @Nullable BigDecimal ordered,
    String standing,
    String done,
    BigDecimal executed,
    BigDecimal returned) {
  private static final String SET_ASIDE = "set_aside";
  private static final String APPEALED = "appealed";

  static OrderCourse of(@Nullable BigDecimal ordered, List<CourtOrder.Step> steps) {
    OrderCourse course = new OrderCourse(ordered, "open", "none", BigDecimal.ZERO, BigDecimal.ZERO);
    for (CourtOrder.Step step : steps) {
      course = step.struck() ? course : course.after(step);
    }
    return course;
  }

  /** The first step that cannot follow those before it, with the reason as the end of a key. */
  static Optional<String> outOfPlace(@Nullable BigDecimal ordered, List<CourtOrder.Step> steps) {
    OrderCourse course = of(ordered, List.of());
    for (CourtOrder.Step step : steps) {
      if (!step.struck()) {
        if (!course.next().contains(step.kind())) {
          return Optional.of("step");
        }
        course = course.after(step);
        if (course.tooMuch()) {
          return Optional.of("too-much");
        }
      }
    }
    return Optional.empty();
  }

  /** Kinds of steps that can follow. */
  public List<String> next() {
    return CourtOrder.STEPS.stream().filter(this::follows).toList();
  }

  private boolean follows(String kind) {
    return switch (kind) {
      case APPEALED, "final" -> standing.equals("open");
      case "upheld", SET_ASIDE -> standing.equals(APPEALED);
      case "returned" -> !done.equals("none") && (ordered == null || kept().signum() > 0);
      default -> !standing.equals(SET_ASIDE) && (done.equals("none") || done.equals("partly"));
    };
  }

  /** What was carried out and not given back, 0 or more. */
  public BigDecimal kept() {
    return executed.subtract(returned).max(BigDecimal.ZERO);
  }

  private boolean tooMuch() {
    return (ordered != null && executed.compareTo(ordered) > 0) || returned.compareTo(executed) > 0;
  }

  private OrderCourse after(CourtOrder.Step step) {
    BigDecimal amount = step.amount() == null ? BigDecimal.ZERO : step.amount();
    return switch (step.kind()) {
      case APPEALED, SET_ASIDE, "final" ->
          new OrderCourse(ordered, step.kind(), done, executed, returned);
      case "upheld" -> new OrderCourse(ordered, "open", done, executed, returned);
      case "executed" ->
          new OrderCourse(
              ordered, standing, "executed", ordered == null ? executed : ordered, returned);
      case "executed_in_part" -> inPart(executed.add(amount));
      default -> new OrderCourse(ordered, standing, "returned", executed, returned.add(amount));
    };
  }

  private OrderCourse inPart(BigDecimal sum) {
    boolean whole = ordered != null && sum.compareTo(ordered) >= 0;
    return new OrderCourse(ordered, standing, whole ? "executed" : "partly", sum, returned);
  }
}

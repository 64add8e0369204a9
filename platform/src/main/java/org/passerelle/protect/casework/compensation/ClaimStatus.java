package org.passerelle.protect.casework.compensation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Status of a claim after its steps; a pure function of them. An award stands until another
 * decision replaces it, payments add up, and an appeal leaves the decision in force until it is
 * decided.
 *
 * @param state {@code prepared}, {@code claimed}, {@code awarded}, {@code refused}, {@code
 *     appealed}, {@code paid_in_part}, {@code paid} or {@code ended}
 * @param claimed most recent amount claimed, or null
 * @param awarded amount due by the latest decision or settlement; null before one, 0 if refused
 * @param paid amount paid, 0 or more
 */
public record ClaimStatus(
    String state, @Nullable BigDecimal claimed, @Nullable BigDecimal awarded, BigDecimal paid) {

  private static final List<String> KINDS =
      List.of(
          "claimed",
          "awarded",
          "settled",
          "refused",
          "appealed",
          "appeal_awarded",
          "appeal_dismissed",
          "paid",
          "ended");

  /** Status after steps in any order; those that were struck out are ignored. */
  public static ClaimStatus of(List<Step> steps) {
    return replayed(steps).standing();
  }

  /**
   * The first step by date that cannot follow the earlier ones, such as a payment without an award
   * or an appeal without a decision.
   */
  static Optional<Step> outOfPlace(List<Step> steps) {
    return Optional.ofNullable(replayed(steps).outOfPlace);
  }

  /** Kinds of steps that can follow, in the order of {@code compensation_steps}. */
  public static List<String> next(List<Step> steps) {
    Replay replay = replayed(steps);
    return KINDS.stream().filter(replay::fits).toList();
  }

  /** Amount awarded and not paid, 0 or more. */
  public BigDecimal gap() {
    return awarded == null ? BigDecimal.ZERO : awarded.subtract(paid).max(BigDecimal.ZERO);
  }

  private static Replay replayed(List<Step> steps) {
    Replay replay = new Replay();
    steps.stream().filter(s -> s.struck() == null).sorted(Step.ORDER).forEach(replay::then);
    return replay;
  }

  /** Replays the steps one after the other. */
  private static final class Replay {
    private @Nullable BigDecimal claimed;
    private @Nullable BigDecimal awarded;
    private BigDecimal paid = BigDecimal.ZERO;
    private boolean pending;
    private boolean ended;
    private @Nullable Step outOfPlace;

    private void then(Step step) {
      if (outOfPlace == null && !fits(step.kind())) {
        outOfPlace = step;
      }
      switch (step.kind()) {
        case "claimed" -> claimed = step.counted();
        case "awarded", "settled", "appeal_awarded" -> decided(step.counted());
        case "refused" -> decided(BigDecimal.ZERO);
        case "appeal_dismissed" -> pending = false;
        case "appealed" -> pending = true;
        case "paid" -> paid = paid.add(step.counted());
        case "ended" -> ended = true;
        default -> throw new IllegalArgumentException("Unknown kind of step: " + step.kind());
      }
    }

    private void decided(BigDecimal amount) {
      awarded = amount;
      pending = false;
    }

    private boolean fits(String kind) {
      return !ended
          && switch (kind) {
            case "appealed" -> awarded != null && !pending;
            case "appeal_awarded", "appeal_dismissed" -> pending;
            case "paid" -> awarded != null && awarded.signum() > 0;
            default -> true;
          };
    }

    private ClaimStatus standing() {
      return new ClaimStatus(state(), claimed, awarded, paid);
    }

    private String state() {
      if (ended) {
        return "ended";
      }
      if (pending) {
        return "appealed";
      }
      if (awarded == null) {
        return claimed == null ? "prepared" : "claimed";
      }
      if (awarded.signum() == 0) {
        return "refused";
      }
      if (paid.compareTo(awarded) >= 0) {
        return "paid";
      }
      return paid.signum() > 0 ? "paid_in_part" : "awarded";
    }
  }
}

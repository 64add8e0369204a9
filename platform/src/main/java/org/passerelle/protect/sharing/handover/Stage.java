package org.passerelle.protect.sharing.handover;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The five stages of the transnational referral mechanism; they may overlap. */
public enum Stage {
  IDENTIFICATION,
  ASSISTANCE,
  INCLUSION,
  RETURN,
  PROCEEDINGS;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The stage with a code. */
  public static Optional<Stage> of(String code) {
    return Stream.of(values()).filter(s -> s.code().equals(code)).findFirst();
  }

  /** Steps of this stage that apply to a hand-over, in order. */
  public List<Step> steps(HandOver handOver) {
    return Stream.of(Step.values())
        .filter(step -> step.stage() == this && step.concerns(handOver))
        .toList();
  }
}

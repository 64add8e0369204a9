package org.passerelle.protect.safety.risk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.protect.Risk;
import org.passerelle.protect.Urgency;

/** The level of risk that a human chose, from the least to the most. */
public enum RiskLevel {
  NONE_SEEN(Urgency.ORDINARY, Risk.LOW),
  LOW(Urgency.ORDINARY, Risk.LOW),
  MEDIUM(Urgency.ORDINARY, Risk.RAISED),
  HIGH(Urgency.RAISED, Risk.HIGH),
  IMMEDIATE(Urgency.HIGH, Risk.HIGH);

  /** The question of any form that asks for it. */
  static final String QUESTION = "overall_level";

  private final Urgency urgency;
  private final Risk risk;

  RiskLevel(Urgency urgency, Risk risk) {
    this.urgency = urgency;
    this.risk = risk;
  }

  /** How soon something must happen. */
  public Urgency urgency() {
    return urgency;
  }

  /** What it is for the case. */
  public Risk risk() {
    return risk;
  }

  /** The code in the list {@code risk_levels}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one with a code, if it is one: a form of another house may ask otherwise. */
  public static Optional<RiskLevel> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}

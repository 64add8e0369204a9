package org.passerelle.protect.casework.safety.risk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.protect.casework.cases.Urgency;

/** Risk level chosen by a person, in ascending order. */
public enum RiskLevel {
  NONE_SEEN(Urgency.ORDINARY, Risk.LOW),
  LOW(Urgency.ORDINARY, Risk.LOW),
  MEDIUM(Urgency.ORDINARY, Risk.RAISED),
  HIGH(Urgency.RAISED, Risk.HIGH),
  IMMEDIATE(Urgency.HIGH, Risk.HIGH);

  /** Identifier of the question in all forms that ask for it. */
  static final String QUESTION = "overall_level";

  private final Urgency urgency;
  private final Risk risk;

  RiskLevel(Urgency urgency, Risk risk) {
    this.urgency = urgency;
    this.risk = risk;
  }

  public Urgency urgency() {
    return urgency;
  }

  /** The corresponding risk of the case. */
  public Risk risk() {
    return risk;
  }

  /** Its code in the list {@code risk_levels}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The level with a code; empty for an unknown code of a form from elsewhere. */
  public static Optional<RiskLevel> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}

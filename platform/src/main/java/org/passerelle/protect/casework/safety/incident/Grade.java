package org.passerelle.protect.casework.safety.incident;

import java.util.Locale;
import org.passerelle.protect.casework.cases.Risk;
import org.passerelle.protect.casework.cases.Urgency;

/** Severity of an incident, as stated by its author. */
public enum Grade {
  LIGHT(Urgency.ORDINARY, Risk.NOT_KNOWN),
  SERIOUS(Urgency.RAISED, Risk.HIGH),
  GRAVE(Urgency.HIGH, Risk.HIGH);

  private final Urgency urgency;
  private final Risk risk;

  Grade(Urgency urgency, Risk risk) {
    this.urgency = urgency;
    this.risk = risk;
  }

  /** Urgency until somebody has acknowledged it. */
  public Urgency urgency() {
    return urgency;
  }

  /** Risk to the person that it indicates. */
  public Risk risk() {
    return risk;
  }

  /** Whether a supervisor is told. */
  public boolean isTold() {
    return this != LIGHT;
  }

  /** Its code in the list {@code incident_grades}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The grade with a code. */
  public static Grade of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

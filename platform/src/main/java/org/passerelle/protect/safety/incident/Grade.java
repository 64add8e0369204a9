package org.passerelle.protect.safety.incident;

import java.util.Locale;
import org.passerelle.protect.Risk;
import org.passerelle.protect.Urgency;

/** How serious an incident is, as whoever writes it down says. */
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

  /** How soon somebody must act, until somebody has taken note. */
  public Urgency urgency() {
    return urgency;
  }

  /** How far it shows that the person may come to harm. */
  public Risk risk() {
    return risk;
  }

  /** Whether a supervisor is told. */
  public boolean isTold() {
    return this != LIGHT;
  }

  /** The code in the list {@code incident_grades}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one with a code. */
  public static Grade of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}

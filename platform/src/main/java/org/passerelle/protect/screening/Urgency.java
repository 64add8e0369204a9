package org.passerelle.protect.screening;

/** The order of the calls; not whether a person deserves help. */
public enum Urgency {
  ORDINARY,
  RAISED,
  HIGH
}

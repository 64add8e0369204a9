package org.passerelle.protect.casework.cases;

/** States of a case. Only a decision of an authority leads to presumed, identified or refused. */
public enum CaseState {
  SIGNAL,
  PRESUMED,
  IDENTIFIED,
  /** Refused by an authority; an appeal is still possible. */
  REFUSED,
  CLOSED,
  REOPENED;

  /** Its code in the list {@code case_states}. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The state with a code. */
  public static CaseState of(String code) {
    return valueOf(code.toUpperCase(java.util.Locale.ROOT));
  }
}

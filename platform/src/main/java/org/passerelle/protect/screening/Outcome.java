package org.passerelle.protect.screening;

/** The only three things a screening can say, from less to more. None of them is a finding. */
public enum Outcome {
  /** None recorded so far, which proves nothing. */
  NONE_RECORDED,
  /** There is more to ask. */
  MORE_TO_ASK,
  /** Indicators are present. */
  INDICATORS_PRESENT
}

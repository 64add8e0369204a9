package org.passerelle.protect.casework.screening;

/** The three possible outcomes of a screening, in ascending order. None of them is a finding. */
public enum Outcome {
  /** No indicators recorded so far, which proves nothing. */
  NONE_RECORDED,
  /** There is more to ask. */
  MORE_TO_ASK,
  /** Indicators are present. */
  INDICATORS_PRESENT
}

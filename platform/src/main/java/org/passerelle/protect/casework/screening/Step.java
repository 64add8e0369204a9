package org.passerelle.protect.casework.screening;

import java.util.List;

/** Recommended next steps, in the order in which they should be taken. */
public enum Step {
  CALL_POLICE("police", "general"),
  CALL_DOCTOR("ambulance", "general"),
  SEPARATE,
  CALL_CHILD_PROTECTION("child_helpline"),
  DO_NOT_QUESTION,
  SAFE_PLACE,
  CALL_HELPLINE("trafficking_hotline"),
  ASK_MORE,
  OPEN_CASE,
  TELL,
  SCREEN_AGAIN;

  @SuppressWarnings("ImmutableEnumChecker") // a list of List.of never changes
  private final List<String> numbers;

  Step(String... numbers) {
    this.numbers = List.of(numbers);
  }

  /**
   * Kinds of telephone numbers for this step, in order of preference; empty if nobody is called.
   */
  public List<String> numbers() {
    return numbers;
  }
}

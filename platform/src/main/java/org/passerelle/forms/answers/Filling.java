package org.passerelle.forms.answers;

import org.passerelle.forms.Submission;

/**
 * Result of submitting a page of a draft: what is stored, and what was rejected.
 *
 * @param submission with all answers stored now
 * @param typed the input with its problems
 */
public record Filling(Submission submission, Typed typed) {

  /** Whether everything was accepted. */
  public boolean isTaken() {
    return typed.problems().isEmpty();
  }
}

package org.passerelle.forms;

/**
 * A page of a draft that was sent: what is stored now, and what could not be taken.
 *
 * @param submission with all answers that are stored now
 * @param typed with the problems, and everything that was typed
 */
public record Filling(Submission submission, Typed typed) {

  /** Whether everything was taken. */
  public boolean isTaken() {
    return typed.problems().isEmpty();
  }
}

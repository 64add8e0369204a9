package org.passerelle.prosecute.exhibit;

import java.util.UUID;

/**
 * An exhibit that was described and whose file waits to be taken in.
 *
 * @param number of the exhibit
 */
public record WaitingExhibit(UUID exhibit, String number, Arrived file) {
  /** Whether it can be taken in with others: a file with a problem is decided about by itself. */
  public boolean ready() {
    return file.problem() == null;
  }
}

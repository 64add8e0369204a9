package org.passerelle.work;

import java.util.Locale;

/** State of background work. */
public enum WorkState {
  /** Its files are being uploaded; it has not started. */
  PREPARED,
  /** It is queued behind others. */
  WAITING,
  RUNNING,
  DONE,
  /** It failed; {@link Work#problem} says what to do. */
  FAILED,
  /** Cancelled by its user. */
  CANCELLED,
  /** The server was stopped while it ran; it can be started again. */
  INTERRUPTED;

  /** As stored and as in the keys of the language files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether its state can still change by itself. */
  public boolean goesOn() {
    return this == PREPARED || this == WAITING || this == RUNNING;
  }
}

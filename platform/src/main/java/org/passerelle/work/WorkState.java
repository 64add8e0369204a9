package org.passerelle.work;

import java.util.Locale;

/** Where a piece of work stands. */
public enum WorkState {
  /** Its files are being handed in; nothing runs yet. */
  PREPARED,
  /** Others are before it. */
  WAITING,
  RUNNING,
  DONE,
  /** It could not go on; what to do stands in {@link Work#problem}. */
  FAILED,
  /** Stopped by its user. */
  CANCELLED,
  /** The house was stopped while it ran; it can be started again. */
  INTERRUPTED;

  /** As stored and as in the keys of the language files. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it will change by itself. */
  public boolean goesOn() {
    return this == PREPARED || this == WAITING || this == RUNNING;
  }
}

package org.passerelle.notice;

import java.util.Locale;

/** Why somebody is told. */
public enum NoticeKind {
  /** Something came in while they are on duty; told at any hour. */
  DUTY,
  /** Something of theirs has passed its time. */
  LATE,
  /** Something new stands on their first page. */
  WAITING;

  /** As it is stored and named in texts. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether hours that somebody keeps for themselves hold it back. */
  public boolean canWait() {
    return this != DUTY;
  }
}

package org.passerelle.notice;

import java.util.Locale;

/** Occasion for a notice. */
public enum NoticeKind {
  /** Something arrived while they are on duty; sent at any hour. */
  DUTY,
  /** One of their items is overdue. */
  LATE,
  /** There is something new on their first page. */
  WAITING;

  /** As stored and used in text keys. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a user's quiet hours delay it. */
  public boolean canWait() {
    return this != DUTY;
  }
}

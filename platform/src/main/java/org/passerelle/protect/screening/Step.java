package org.passerelle.protect.screening;

/** What to do next; the order of the constants is the order of doing. */
public enum Step {
  CALL_POLICE,
  CALL_DOCTOR,
  SEPARATE,
  CALL_CHILD_PROTECTION,
  DO_NOT_QUESTION,
  SAFE_PLACE,
  CALL_HELPLINE,
  ASK_MORE,
  OPEN_CASE,
  TELL,
  SCREEN_AGAIN
}

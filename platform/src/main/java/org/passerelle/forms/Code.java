package org.passerelle.forms;

import org.jspecify.annotations.Nullable;
import org.passerelle.language.Wording;

/**
 * One entry of a code list. A code once used is never renamed or removed.
 *
 * @param code stable, the same in every language
 * @param strength of an indicator, only where the form is scored
 * @param retired no longer offered; where it was answered it is still read and shown
 */
public record Code(
    String code,
    Wording label,
    @Nullable Wording hint,
    @Nullable Strength strength,
    boolean retired) {

  /** How much an indicator weighs in its dimension (ILO and European Commission, 2009). */
  public enum Strength {
    STRONG,
    MEDIUM,
    WEAK
  }
}

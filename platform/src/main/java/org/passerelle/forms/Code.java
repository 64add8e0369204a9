package org.passerelle.forms;

import org.jspecify.annotations.Nullable;
import org.passerelle.language.Wording;

/**
 * An entry of a code list. A code once used is never renamed or removed.
 *
 * @param code stable, the same in every language
 * @param strength strength of an indicator, only in a scored form
 * @param retired no longer offered; existing answers keep and show it
 */
public record Code(
    String code,
    Wording label,
    @Nullable Wording hint,
    @Nullable Strength strength,
    boolean retired) {

  /** Weight of an indicator in its dimension (ILO and European Commission, 2009). */
  public enum Strength {
    STRONG,
    MEDIUM,
    WEAK
  }
}

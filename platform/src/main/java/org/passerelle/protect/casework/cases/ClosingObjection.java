package org.passerelle.protect.casework.cases;

import java.util.Optional;

/**
 * An objection of another package to closing a case for a given reason. Each is one bean, asked on
 * closing and again on approval.
 */
public interface ClosingObjection {
  /**
   * Whether the reason contradicts what was decided.
   *
   * @param reason one of {@link ClosingReasons#ALL}
   * @return key of the text that says so, or empty
   */
  Optional<String> against(Case file, String reason);

  /**
   * Whether the case may only be closed with a written explanation.
   *
   * @return key of the text that asks for it, or empty
   */
  default Optional<String> unsaid(Case file) {
    return Optional.empty();
  }
}

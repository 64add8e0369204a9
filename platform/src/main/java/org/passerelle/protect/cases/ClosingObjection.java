package org.passerelle.protect.cases;

import java.util.Optional;

/**
 * What stands against closing a case for a reason, as another package of the room knows it. Each is
 * one bean, asked when somebody closes and once more when a second person agrees.
 */
public interface ClosingObjection {
  /**
   * Whether the reason contradicts what was decided.
   *
   * @param reason one of {@link ClosingReasons#ALL}
   * @return key of the sentence that says so, or nothing
   */
  Optional<String> against(Case file, String reason);

  /**
   * Whether the case may be closed only by somebody who says in words why.
   *
   * @return key of the sentence that asks for it, or nothing
   */
  default Optional<String> unsaid(Case file) {
    return Optional.empty();
  }
}

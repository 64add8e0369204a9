package org.passerelle.prosecute.charge;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Whether somebody was finally judged, here or in another investigation, for acts that may be the
 * same; answered by what compares investigations.
 */
public interface JudgedBefore {
  /**
   * Whether a final decision stands on another charge.
   *
   * @param charge the charge that is brought or decided, which is left out
   * @param day day on which its acts were committed, or ended
   */
  boolean is(UUID suspect, UUID charge, LocalDate day);
}

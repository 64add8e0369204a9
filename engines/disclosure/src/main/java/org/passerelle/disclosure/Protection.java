package org.passerelle.disclosure;

import java.util.List;

/**
 * Figures that were protected, with what an attacker made of them.
 *
 * @param published what may leave, if the audit passed
 * @param audit by all means, with the records at hand
 */
public record Protection(Published published, AuditReport audit) {

  /**
   * Protects figures as their release declares.
   *
   * @throws BadRelease where the policy cannot be met, or an earlier release does not fit
   */
  public static Protection of(Figures figures, List<Earlier> earlier) {
    return switch (figures.layout().release().policy().method()) {
      case SUPPRESSION -> Suppression.protect(figures, earlier);
      case ROUNDING -> Rounding.protect(figures, earlier);
    };
  }
}

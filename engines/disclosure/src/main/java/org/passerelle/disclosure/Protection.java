package org.passerelle.disclosure;

import java.util.List;

/**
 * Protected figures with the result of an attack on them.
 *
 * @param published what may be published, if the audit passed
 * @param audit full audit with the records
 */
public record Protection(Published published, AuditReport audit) {

  /**
   * Protects figures as declared by their release.
   *
   * @throws BadRelease if the policy cannot be met, or not within the permitted steps, or an
   *     earlier release is not compatible
   * @throws java.util.concurrent.CancellationException if the thread was interrupted
   */
  public static Protection of(Figures figures, List<EarlierRelease> earlier) {
    return switch (figures.layout().release().policy().method()) {
      case SUPPRESSION -> Suppression.protect(figures, earlier);
      case ROUNDING -> Rounding.protect(figures, earlier);
    };
  }
}

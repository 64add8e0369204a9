package org.passerelle.protect.casework.screening;

/**
 * Rule for when a dimension of the operational indicators is positive (ILO and European Commission,
 * 2009; from a secondary transcription, WCMS_105023 p. 3).
 */
final class IloRule {
  private IloRule() {}

  static boolean positive(int strong, int medium, int weak) {
    return strong >= 2
        || (strong >= 1 && medium + weak >= 1)
        || medium >= 3
        || (medium >= 2 && weak >= 1);
  }
}

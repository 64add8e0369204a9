package org.passerelle.linkage.internal.weights;

/**
 * How often pairs of two persons show what a pair shows, by what they have in common: nothing, a
 * household, a name, or both. They add up to how often any two persons show it.
 */
record RelatedPairShares(double strangers, double household, double namesakes, double heirs) {
  /** The logarithm of the sum, where the values in which a pair agrees are rare. */
  double log(Rarity rarity) {
    double sum = strangers * Math.exp(-rarity.strangers());
    sum += household == 0 ? 0 : household * Math.exp(-rarity.household());
    sum += namesakes == 0 ? 0 : namesakes * Math.exp(-rarity.namesakes());
    sum += heirs == 0 ? 0 : heirs * Math.exp(-rarity.heirs());
    return Math.log(sum);
  }

  double sum() {
    return strangers + household + namesakes + heirs;
  }
}

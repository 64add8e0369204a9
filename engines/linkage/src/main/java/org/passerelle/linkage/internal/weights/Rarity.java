package org.passerelle.linkage.internal.weights;

/**
 * How rare the values are in which a pair agrees, in nats. What two persons have in common they
 * share however rare it is, so that it counts against the others only.
 *
 * @param strangers of all values
 * @param household of those that a household does not share
 * @param namesakes of those that tell one bearer of a name from another
 * @param heirs of those that a father and a son of one name do not share
 */
record Rarity(double strangers, double household, double namesakes, double heirs) {
  static final Rarity NONE = new Rarity(0, 0, 0, 0);

  /**
   * The same where most records have a partner, which is said of all but those who live together.
   */
  Rarity plus(double nats) {
    return new Rarity(strangers + nats, household, namesakes + nats, heirs);
  }
}

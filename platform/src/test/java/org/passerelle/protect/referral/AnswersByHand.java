package org.passerelle.protect.referral;

import org.passerelle.outbox.Arrivals;
import org.passerelle.outbox.NotTaken;
import org.passerelle.outbox.Received;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;

/** Says to the sender of a referral whatever a recipient might that keeps no rule: for tests. */
final class AnswersByHand {
  private final House house;
  private final ReferralScenes.Given given;

  AnswersByHand(House house, ReferralScenes.Given given) {
    this.house = house;
    this.given = given;
  }

  /** Whether it was taken. */
  boolean says(String type, String payload) {
    try {
      house.inTransaction(
          () ->
              house
                  .get(Arrivals.class)
                  .take(
                      new Received(
                          house.get(Identifiers.class).next(),
                          type,
                          1,
                          given.scene().recipient().organisation(),
                          given.scene().sender().organisation(),
                          given.id(),
                          house.clock().instant(),
                          payload)));
      return true;
    } catch (NotTaken refused) {
      return false;
    }
  }
}

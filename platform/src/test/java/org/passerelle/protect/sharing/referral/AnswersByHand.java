package org.passerelle.protect.sharing.referral;

import org.passerelle.outbox.Arrivals;
import org.passerelle.outbox.Received;
import org.passerelle.outbox.RejectedMessage;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;

/** Sends arbitrary answers of a recipient that follows no rules, for tests. */
final class AnswersByHand {
  private final House house;
  private final ReferralScenes.Given given;

  AnswersByHand(House house, ReferralScenes.Given given) {
    this.house = house;
    this.given = given;
  }

  /** Whether the answer was accepted. */
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
    } catch (RejectedMessage refused) {
      return false;
    }
  }
}

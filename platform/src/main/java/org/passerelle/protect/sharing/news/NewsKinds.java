package org.passerelle.protect.sharing.news;

import java.util.Set;

/**
 * Kinds of journal entries about acts of another organisation on a referral. Each has a text,
 * {@code news.KIND}.
 */
final class NewsKinds {
  /** A received referral was deleted; it has no journal. */
  static final String GONE = "referral.gone";

  /** Its sender had taken it back. */
  static final Set<String> TAKEN_BACK =
      Set.of("referral.revoked-by-sender", "consent.withdrawn-by-sender");

  /** What a court ordered for the person of a case, and that it was told by mistake. */
  static final Set<String> AWARDS = Set.of("compensation.reported", "compensation.taken-back");

  static final Set<String> ALL =
      Set.of(
          "referral.arrived",
          "referral.undeliverable",
          "referral.accepted",
          "referral.declined",
          "referral.decline-taken-back",
          "referral.acceptance-taken-back",
          "referral.acceptance-stands",
          "referral.done",
          "referral.message",
          "referral.correction-taken",
          "referral.corrected-by-sender",
          "referral.revoked-by-sender",
          "consent.withdrawal-acknowledged",
          "consent.withdrawn-by-sender",
          "person.erased-by-sender",
          "erasure.forbidden",
          "onward.asked",
          "onward.given",
          "onward.refused",
          "onward.urgent",
          "passed-on.told",
          "passed-on.confirmed",
          "passed-on.forbidden",
          "handover.acknowledged",
          "handover.step",
          "handover.stopped",
          "handover.not-arrived",
          "handover.found",
          "handover.closed",
          "handover.closing-refused",
          "letterbox.file",
          "compensation.reported",
          "compensation.taken-back");

  private NewsKinds() {}
}

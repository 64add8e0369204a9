package org.passerelle.protect.sharing.referral.received;

import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.audit.AuditLog;
import org.passerelle.protect.sharing.referral.message.ReferralMessages;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refusals of referrals from others, with a reason code and an explanation, after which the dossier
 * is closed here. A refusal can be reversed until the sender has acted on it, which only the
 * sender's side knows: such a sender answers by revoking the referral.
 */
@Service
public class Declines {
  /** Message type and log action of a reversed refusal. */
  public static final String TAKEN_BACK = "referral.decline-taken-back";

  /** Maximum length of the explanation, in characters. */
  public static final int LONGEST = 1_000;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final ReceivedReferrals received;
  private final ReferralMessages messages;
  private final Acceptances acceptances;
  private final ReceivedEnclosures files;
  private final Addressees organisations;
  private final Reopening reopening;
  private final AuditLog audit;

  Declines(
      ReceivedReferrals received,
      ReferralMessages messages,
      Acceptances acceptances,
      ReceivedEnclosures files,
      Addressees organisations,
      Reopening reopening,
      AuditLog audit) {
    this.received = received;
    this.messages = messages;
    this.acceptances = acceptances;
    this.files = files;
    this.organisations = organisations;
    this.reopening = reopening;
    this.audit = audit;
  }

  /**
   * Declines a referral; the sender is told at once.
   *
   * @param reason code of {@code decline_reasons}
   * @param why explanation of ten to {@link #LONGEST} characters, without information about the
   *     person
   * @return whether it can be undone: not if it was in a case, which was left or removed
   * @throws Refused if the explanation is too short or names a shelter, the referral was answered,
   *     or somebody has worked in the case that was opened from it
   */
  @Transactional
  public boolean decline(UUID id, String reason, String why, SignedIn who) {
    String words = messages.why(why, who.organisation());
    ReceivedReferral found = received.openOnly(id, who);
    received.answer(id, "declined", reason, who);
    messages.close(id, who.organisation());
    files.leave(id);
    boolean left = acceptances.leave(found, who);
    received.tell(found, ReceivedReferrals.DECLINED, json(reason, words));
    audit.write(who, ReceivedReferrals.DECLINED, "referral", id, Map.of("reason", reason));
    return !left;
  }

  /**
   * The message of a letterbox reader who declines.
   *
   * @param sender on whose node the letterbox is
   * @throws Refused if the explanation is too short or names a shelter
   */
  public String said(String reason, String why, UUID sender) {
    return json(reason, messages.why(why, sender));
  }

  /**
   * The message of a letterbox reader who reverses an acceptance.
   *
   * @param sender on whose node the letterbox is
   * @throws Refused if the explanation is too short or names a shelter, or the sender has acted on
   *     it
   */
  public String acceptance(UUID id, String why, UUID sender) {
    return acceptances.said(id, why, sender);
  }

  private static String json(String reason, String why) {
    return JSON.writeValueAsString(Map.of("reason", reason, "words", why));
  }

  /** Whether a refusal can be reversed as far as this side knows. */
  @Transactional(readOnly = true)
  public boolean canTakeBack(ReceivedReferral found) {
    return found.state().equals("declined")
        && found.withdrawnAt() == null
        && organisations.takes(found.sender(), TAKEN_BACK);
  }

  /**
   * Reverses a refusal. The referral is open again unless the sender answers that it has acted on
   * it.
   *
   * @throws Refused if it is no longer declined, or the sender's node cannot be told
   */
  @Transactional
  public void takeBack(UUID id, SignedIn who) {
    ReceivedReferral found = received.find(id, who);
    if (!canTakeBack(found)) {
      throw new Refused("referral.refused.meanwhile");
    }
    if (reopening.open(
        found,
        "declined",
        ReceivedReferrals.DECLINED,
        () -> new Refused("referral.refused.meanwhile"))) {
      received.tell(found, TAKEN_BACK, "{}");
    }
    audit.write(who, TAKEN_BACK, "referral", id, Map.of());
  }
}

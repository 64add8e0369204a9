package org.passerelle.protect.referral;

import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.audit.AuditLog;
import org.passerelle.pages.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * A refusal of what somebody else asked for: with a reason and why in words, after which the
 * dossier is closed here. It can be taken back until the sender has gone on from it, which the
 * sender's side alone knows: one that has answers by taking the referral back.
 */
@Service
public class Declines {
  /** Kind of the message, and of the line in the log, that a refusal is taken back. */
  public static final String TAKEN_BACK = "referral.decline-taken-back";

  /** Longest words for why, in characters. */
  public static final int LONGEST = 1_000;

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final ReceivedReferrals received;
  private final ReferralMessages messages;
  private final Acceptances acceptances;
  private final FilesOfDossiers files;
  private final Addressees organisations;
  private final Reopening reopening;
  private final AuditLog audit;

  Declines(
      ReceivedReferrals received,
      ReferralMessages messages,
      Acceptances acceptances,
      FilesOfDossiers files,
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
   * Declines; the sender is told at once.
   *
   * @param reason code of {@code decline_reasons}
   * @param why in words, at least ten characters and at most {@link #LONGEST} characters; nothing
   *     of the person
   * @throws Refused if the words say nothing or name a shelter, it was answered, or somebody has
   *     worked in the case that was opened from it
   */
  @Transactional
  public void decline(UUID id, String reason, String why, SignedIn who) {
    String words = messages.why(why, who.organisation());
    ReceivedReferral found = received.openOnly(id, who);
    received.answer(id, "declined", reason, who);
    files.leave(id);
    acceptances.leave(found, who);
    received.tell(found, ReceivedReferrals.DECLINED, json(reason, words));
    audit.write(who, ReceivedReferrals.DECLINED, "referral", id, Map.of("reason", reason));
  }

  /**
   * A refusal by the reader of a letterbox, as it travels.
   *
   * @param sender in whose house the letterbox stands
   * @throws Refused if the words say nothing or name a shelter
   */
  public String said(String reason, String why, UUID sender) {
    return json(reason, messages.why(why, sender));
  }

  /**
   * An acceptance taken back by the reader of a letterbox, as it travels.
   *
   * @param sender in whose house the letterbox stands
   * @throws Refused if the words say nothing or name a shelter, or the sender has gone on
   */
  public String acceptance(UUID id, String why, UUID sender) {
    return acceptances.said(id, why, sender);
  }

  private static String json(String reason, String why) {
    return JSON.writeValueAsString(Map.of("reason", reason, "words", why));
  }

  /** Whether a refusal can be taken back as far as this side knows. */
  @Transactional(readOnly = true)
  public boolean canTakeBack(ReceivedReferral found) {
    return found.state().equals("declined")
        && found.withdrawnAt() == null
        && organisations.takes(found.sender(), TAKEN_BACK);
  }

  /**
   * Takes a refusal back: it is open again, unless the sender answers that it has gone on.
   *
   * @throws Refused if it is no refusal any more, or the sender's node cannot be told
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

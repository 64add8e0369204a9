package org.passerelle.prevent.channel;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.prevent.tip.PartnerTips;
import org.passerelle.prevent.tip.TipTeams;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Sha256;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a triage team does with its partners: opens a channel on a partnership of the register,
 * issues and withdraws tokens, says what became of a report, closes the channel. Thread-safe.
 */
@Service
public class Channels {
  /** Tokens that a partner can have at once, so that one can be replaced without a pause. */
  public static final int MOST_TOKENS = 3;

  private static final String SUBJECT = "channel";

  /** By which a token that was leaked is recognised. */
  private static final String PREFIX = "passerelle_partner_";

  private static final int TOKEN = 32;
  private final ChannelRows rows;
  private final Partnerships partnerships;
  private final TipTeams teams;
  private final PartnerTips tips;
  private final AuditLog audit;
  private final SecureRandom random;

  Channels(
      ChannelRows rows,
      Partnerships partnerships,
      TipTeams teams,
      PartnerTips tips,
      AuditLog audit,
      SecureRandom random) {
    this.rows = rows;
    this.partnerships = partnerships;
    this.teams = teams;
    this.tips = tips;
    this.audit = audit;
    this.random = random;
  }

  /** The fingerprint by which a token is recognised. */
  static String digest(String token) {
    return Sha256.of("channel " + token);
  }

  /** The partners of the user's team. */
  @Transactional(readOnly = true)
  public List<ChannelPartner> list(SignedIn who) {
    return rows.of(who.organisation());
  }

  /** A partner of the user's team. */
  @Transactional(readOnly = true)
  public ChannelPartner find(SignedIn who, UUID id) {
    return rows.find(who.organisation(), id).orElseThrow(NotFound::new);
  }

  /** Its tokens that were not withdrawn. */
  @Transactional(readOnly = true)
  public List<ChannelToken> tokens(SignedIn who, UUID id) {
    return rows.tokens(find(who, id).id());
  }

  /**
   * A new channel.
   *
   * @param sector one of {@link org.passerelle.prevent.tip.Tip#SECTORS}
   * @param partnership entry of the register that is in force
   * @param contact whom the team calls there
   */
  public record Draft(String name, String sector, String partnership, String contact) {}

  /**
   * Opens a channel.
   *
   * @throws Refused if the team receives no tips, or the partnership is not in force
   */
  @Transactional
  public UUID open(SignedIn who, Draft draft) {
    if (!teams.receives(who)) {
      throw new Refused("channel.refused.no-team");
    }
    checked(draft.partnership());
    UUID id = rows.insert(who.organisation(), draft, who.user());
    audit.write(
        who,
        "channel.opened",
        SUBJECT,
        id,
        Map.of("sector", draft.sector(), "partnership", draft.partnership()));
    return id;
  }

  private void checked(String partnership) {
    if (!partnerships.isInForce(partnership)) {
      throw new Refused("channel.refused.partnership").at("partnership");
    }
  }

  private ChannelPartner openOne(SignedIn who, UUID id) {
    ChannelPartner partner = rows.hold(find(who, id).id());
    if (partner.isEnded()) {
      throw new Refused("channel.refused.closed");
    }
    return partner;
  }

  /** Says on which partnership a channel rests from now on, and whom to call there. */
  @Transactional
  public void change(SignedIn who, UUID id, String partnership, String contact) {
    ChannelPartner partner = openOne(who, id);
    if (!partnership.equals(partner.partnership())) {
      checked(partnership);
    }
    rows.change(partner, partnership, contact);
    audit.write(who, "channel.changed", SUBJECT, id, Map.of("partnership", partnership));
  }

  /**
   * Issues a token.
   *
   * @return the token itself, which is shown once
   * @throws Refused if the partner has enough of them, or its partnership is not in force
   */
  @Transactional
  public String issue(SignedIn who, UUID id) {
    ChannelPartner partner = openOne(who, id);
    checked(partner.partnership());
    if (rows.tokens(id).size() >= MOST_TOKENS) {
      throw new Refused("channel.refused.tokens", MOST_TOKENS);
    }
    byte[] bytes = new byte[TOKEN];
    random.nextBytes(bytes);
    String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    UUID made = rows.token(id, digest(token), who.user());
    audit.write(who, "channel.token-issued", SUBJECT, id, Map.of("token", made.toString()));
    return token;
  }

  /** Withdraws a token; withdrawing it twice has no further effect. */
  @Transactional
  public void withdraw(SignedIn who, UUID id, UUID token) {
    openOne(who, id);
    if (rows.withdraw(id, token)) {
      audit.write(who, "channel.token-withdrawn", SUBJECT, id, Map.of("token", token.toString()));
    }
  }

  /** Closes a channel: its tokens are withdrawn, and whom to call there is deleted. */
  @Transactional
  public void close(SignedIn who, UUID id) {
    openOne(who, id);
    rows.tokens(id).forEach(token -> rows.withdraw(id, token.id()));
    rows.end(id);
    audit.write(who, "channel.closed", SUBJECT, id, Map.of());
  }

  /**
   * Says what the partner reads once the tip is closed.
   *
   * @param outcome one of {@link ChannelDoor#OUTCOMES}
   * @throws NotFound if it is no tip of a partner that the user's team has
   */
  @Transactional
  public void feedback(SignedIn who, UUID tip, String outcome) {
    tips.own(who, tip);
    SentReport report = rows.ofTip(tip).orElseThrow(NotFound::new);
    rows.feedback(report.id(), outcome);
    audit.write(who, "channel.feedback", "tip", tip, Map.of("outcome", outcome));
  }
}

package org.passerelle.protect.referral;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.forms.FormDefinitions;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.passerelle.protect.consent.LegalGround;
import org.passerelle.protect.consent.LegalGrounds;
import org.springframework.stereotype.Component;

/**
 * Referrals to answer, withdrawals to confirm, answers that are late (for whoever leads the case,
 * and for the supervisors of both sides), and vital interests to review.
 */
@Component
class ReferralsToday implements Today {
  private static final int SHOWN = 50;

  /** In which a withdrawal is confirmed, or another organisation's question answered. */
  private static final Duration ANSWER_WITHIN = Duration.ofHours(24);

  /** As long as an answer to one's own question is pointed out. */
  private static final Duration ANSWER_SHOWN = Duration.ofDays(3);

  private static final Role[] TAKES_IN = {
    Role.CASE_MANAGER, Role.SUPERVISOR, Role.PLACEMENT_OFFICER, Role.FOCAL_POINT, Role.PROSECUTOR
  };
  private final ReceivedReferrals received;
  private final Referrals referrals;
  private final OnwardRequests onward;
  private final LegalGrounds grounds;
  private final Addressees organisations;
  private final FormDefinitions definitions;
  private final Clock clock;

  ReferralsToday(
      ReceivedReferrals received,
      Referrals referrals,
      OnwardRequests onward,
      LegalGrounds grounds,
      Addressees organisations,
      FormDefinitions definitions,
      Clock clock) {
    this.received = received;
    this.referrals = referrals;
    this.onward = onward;
    this.grounds = grounds;
    this.organisations = organisations;
    this.definitions = definitions;
    this.clock = clock;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    List<Item> items = new ArrayList<>();
    if (!who.is(TAKES_IN) && !who.is(Role.FIRST_RESPONDER)) {
      return items;
    }
    Map<UUID, String> names = organisations.names(page.language());
    if (who.is(TAKES_IN)) {
      received.mine(who, SHOWN).forEach(r -> addReceived(items, r, names, page));
    }
    Instant now = clock.instant();
    for (Referral sent : referrals.mine(who, SHOWN)) {
      if (sent.awaited()
          && sent.deadline().isBefore(now)
          && !sent.service().equals(Referrals.HAND_OVER)) {
        items.add(
            new Item(
                sent.deadline(),
                page.text("home.referral-unanswered", names.getOrDefault(sent.recipient(), "…")),
                service(sent.service(), page),
                "/protect/referrals/" + sent.id(),
                page.text("home.see")));
      }
    }
    for (OnwardRequest asked : onward.toAnswer(who, SHOWN)) {
      items.add(
          new Item(
              asked.askedAt().plus(ANSWER_WITHIN),
              page.text("home.onward", names.getOrDefault(asked.asker(), "…")),
              service(asked.service(), page),
              "/protect/referrals/" + asked.originReferral(),
              page.text("home.answer")));
    }
    for (OnwardRequest said : onward.answered(now.minus(ANSWER_SHOWN), who, SHOWN)) {
      items.add(
          new Item(
              said.decidedAt().plus(ANSWER_SHOWN),
              page.text("home.onward-" + said.state(), names.getOrDefault(said.origin(), "…")),
              service(said.service(), page),
              "/protect/referrals/" + said.id() + "/review",
              page.text("home.see")));
    }
    for (LegalGround ground : grounds.toReview(who)) {
      Instant due = ground.reviewDue();
      items.add(
          new Item(
              due == null ? now : due,
              page.text("home.review-vital"),
              names.getOrDefault(ground.recipient(), "…"),
              "/protect/cases/" + ground.caseId() + "/consents",
              page.text("home.review")));
    }
    return items;
  }

  private void addReceived(
      List<Item> items, ReceivedReferral referral, Map<UUID, String> names, Page page) {
    String sender = names.getOrDefault(referral.sender(), "…");
    Instant withdrawn = referral.withdrawnAt();
    if (withdrawn != null && referral.acknowledgedAt() == null) {
      items.add(
          new Item(
              withdrawn.plus(ANSWER_WITHIN),
              page.text("home.withdrawal", sender),
              service(referral.service(), page),
              "/protect/received/" + referral.id(),
              page.text("home.confirm")));
    } else if (withdrawn == null
        && referral.state().equals("open")
        // who is to see a hand-over, and when, its own room says
        && !referral.service().equals(Referrals.HAND_OVER)) {
      items.add(
          new Item(
              referral.deadline(),
              page.text("home.referral-answer", sender),
              service(referral.service(), page),
              "/protect/received/" + referral.id(),
              page.text("home.answer")));
    }
  }

  private String service(String code, Page page) {
    return definitions.lists().label("services", code, page.language());
  }
}

package org.passerelle.protect.sharing.referral.web;

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
import org.passerelle.protect.sharing.referral.ReferralsDue;
import org.passerelle.protect.sharing.referral.onward.OnwardRequest;
import org.passerelle.protect.sharing.referral.onward.OnwardRequests;
import org.passerelle.protect.sharing.referral.received.AnsweringRoles;
import org.passerelle.protect.sharing.referral.received.ReceivedDue;
import org.passerelle.protect.sharing.referral.received.ReceivedReferral;
import org.passerelle.protect.sharing.referral.received.WaitingReferrals;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.springframework.stereotype.Component;

/**
 * Today page: withdrawals to confirm, corrections to apply, and requests to pass data on.
 * Outstanding referrals and answers are reported by {@link ReferralsDue} and {@link ReceivedDue}.
 */
@Component
class ReferralsToday implements Today {
  private static final int SHOWN = 50;

  /** Time within which the own file is corrected after the sender's correction. */
  private static final Duration CORRECT_WITHIN = Duration.ofDays(3);

  /** Time for which the answer to one of the organisation's own requests is shown. */
  private static final Duration ANSWER_SHOWN = Duration.ofDays(3);

  private final WaitingReferrals received;
  private final OnwardRequests onward;
  private final WithdrawalAnswers answers;
  private final Addressees organisations;
  private final FormDefinitions definitions;
  private final Clock clock;

  ReferralsToday(
      WaitingReferrals received,
      OnwardRequests onward,
      WithdrawalAnswers answers,
      Addressees organisations,
      FormDefinitions definitions,
      Clock clock) {
    this.received = received;
    this.onward = onward;
    this.answers = answers;
    this.organisations = organisations;
    this.definitions = definitions;
    this.clock = clock;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    List<Item> items = new ArrayList<>();
    boolean takesIn = who.is(AnsweringRoles.ROLES.toArray(Role[]::new));
    if (!takesIn && !who.is(Role.FIRST_RESPONDER)) {
      return items;
    }
    Map<UUID, String> names = organisations.names(page.language());
    if (takesIn) {
      received
          .of(who, WaitingReferrals.What.WITHDRAWN)
          .forEach(r -> items.addAll(withdrawn(r, names, page)));
      received
          .of(who, WaitingReferrals.What.CORRECTED)
          .forEach(r -> items.addAll(corrected(r, names, page)));
    }
    Instant now = clock.instant();
    for (OnwardRequest asked : onward.toAnswer(who, SHOWN)) {
      items.add(
          new Item(
              asked.askedAt().plus(ReferralsDue.ANSWER_WITHIN),
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
    return items;
  }

  private List<Item> withdrawn(ReceivedReferral referral, Map<UUID, String> names, Page page) {
    Instant withdrawn = referral.withdrawnAt();
    if (withdrawn != null && referral.acknowledgedAt() == null) {
      return List.of(
          item(
              referral,
              withdrawn.plus(ReferralsDue.ANSWER_WITHIN),
              "withdrawal",
              "home.confirm",
              names,
              page));
    }
    return answers
        .stated(referral.id(), referral.organisation())
        .filter(law -> law.over(page.moments().today()))
        .map(law -> item(referral, clock.instant(), "law-over", "home.confirm", names, page))
        .stream()
        .toList();
  }

  /** Shown in addition to the answer, if that is still outstanding. */
  private List<Item> corrected(ReceivedReferral referral, Map<UUID, String> names, Page page) {
    ReceivedReferral.Correction correction = referral.correction();
    return correction == null
        ? List.of()
        : List.of(
            item(
                referral,
                correction.at().plus(CORRECT_WITHIN),
                "correction",
                "home.see",
                names,
                page));
  }

  private Item item(
      ReceivedReferral referral,
      Instant due,
      String what,
      String action,
      Map<UUID, String> names,
      Page page) {
    return new Item(
        due,
        page.text("home." + what, names.getOrDefault(referral.sender(), "…")),
        service(referral.service(), page),
        "/protect/received/" + referral.id(),
        page.text(action));
  }

  private String service(String code, Page page) {
    return definitions.lists().label("services", code, page.language());
  }
}

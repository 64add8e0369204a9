package org.passerelle.protect.sharing.referral.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.accounts.Addressees;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.passerelle.protect.sharing.referral.onward.OnwardRecalls;
import org.passerelle.protect.sharing.referral.received.Declines;
import org.passerelle.protect.sharing.referral.received.ReceivedReferral;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.springframework.stereotype.Component;

/** Assembles the pages of received referrals. */
@Component
class ReceivedPages {
  private static final int SHOWN = 200;
  private final ReceivedReferrals received;
  private final Referrals referrals;
  private final WithdrawalAnswers answers;
  private final Declines declines;
  private final OnwardRecalls onward;
  private final Addressees organisations;
  private final CodeOptions options;
  private final ReferralContext beside;

  ReceivedPages(
      ReceivedReferrals received,
      Referrals referrals,
      WithdrawalAnswers answers,
      Declines declines,
      OnwardRecalls onward,
      Addressees organisations,
      CodeOptions options,
      ReferralContext beside) {
    this.beside = beside;
    this.received = received;
    this.referrals = referrals;
    this.answers = answers;
    this.declines = declines;
    this.onward = onward;
    this.organisations = organisations;
    this.options = options;
  }

  /** The page of all referrals, with what is new. */
  String all(Act act) {
    beside.marked(act);
    beside.gone(act);
    return act.show(
        "protect/referral/all",
        new ReceivedPage(
            received.mine(act.who(), SHOWN),
            referrals.mine(act.who(), SHOWN),
            null,
            null,
            List.of(),
            organisations.names(act.language()),
            new CaseWords(options, act.language())));
  }

  /** A page of one referral. */
  String show(String template, UUID id, Act act) {
    ReceivedReferral one = received.find(id, act.who());
    act.form();
    beside.opened(one.id(), act);
    if (!one.closed()) {
      beside.read(one.id(), one.sender(), act);
    }
    if (one.withdrawnAt() != null) {
      answers.stated(one.id(), act.who().organisation()).ifPresent(law -> act.with("law", law));
      act.with("canState", answers.canState(one));
      act.with("passedOn", onward.of(one.id(), act.who().organisation()));
    }
    act.with("unaccepts", beside.canUnaccept(one));
    Dossier dossier = received.dossier(id, act.who()).orElse(null);
    act.with("came", beside.filesOf(one));
    boolean reads = template.equals("protect/referral/received");
    act.with("known", dossier == null || !reads ? List.of() : beside.known(one, dossier, act));
    act.with("decliner", beside.decliner(one, act));
    act.with("undeclines", declines.canTakeBack(one));
    List<Referral.Message> messages = received.messages(id, act.who());
    if (one.withdrawnAt() == null && received.find(id, act.who()).withdrawnAt() != null) {
      // recalled while the page was read: nothing of what was read before is shown
      return show(template, id, act);
    }
    return act.show(
        template,
        new ReceivedPage(
            List.of(),
            List.of(),
            one,
            dossier,
            messages,
            organisations.names(act.language()),
            new CaseWords(options, act.language())));
  }
}

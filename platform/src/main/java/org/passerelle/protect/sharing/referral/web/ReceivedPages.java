package org.passerelle.protect.sharing.referral.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.accounts.Addressees;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.cases.web.CaseWords;
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

  /** The page of all referrals, or of one. */
  String show(String template, @Nullable UUID id, Act act) {
    Map<UUID, String> names = organisations.names(act.language());
    ReceivedReferral one = id == null ? null : received.find(id, act.who());
    act.form();
    if (one == null) {
      beside.marked(act);
      beside.gone(act);
    } else {
      beside.opened(one.id(), act);
      if (!one.closed()) {
        beside.read(one.id(), one.sender(), act);
      }
    }
    if (one != null && one.withdrawnAt() != null) {
      answers.stated(one.id(), act.who().organisation()).ifPresent(law -> act.with("law", law));
      act.with("canState", answers.canState(one));
      act.with("passedOn", onward.of(one.id(), act.who().organisation()));
    }
    act.with("unaccepts", one != null && beside.canUnaccept(one));
    Dossier dossier = id == null ? null : received.dossier(id, act.who()).orElse(null);
    act.with("came", one == null ? List.of() : beside.filesOf(one));
    boolean reads = template.equals("protect/referral/received");
    act.with(
        "known",
        one == null || dossier == null || !reads ? List.of() : beside.known(one, dossier, act));
    act.with("decliner", one == null ? "" : beside.decliner(one, act));
    act.with("undeclines", one != null && declines.canTakeBack(one));
    act.with(
        "view",
        new ReceivedPage(
            id == null ? received.mine(act.who(), SHOWN) : List.of(),
            id == null ? referrals.mine(act.who(), SHOWN) : List.of(),
            one,
            dossier,
            id == null ? List.of() : received.messages(id, act.who()),
            names,
            new CaseWords(options, act.language())));
    return act.show(template);
  }
}

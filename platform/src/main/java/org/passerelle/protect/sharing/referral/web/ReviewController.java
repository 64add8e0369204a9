package org.passerelle.protect.sharing.referral.web;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.referral.AnswerTimes;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages to review a referral as its recipient will see it, and to send it. */
@Controller
@Caseworkers
class ReviewController {
  private final Cases cases;
  private final Referrals referrals;
  private final AnswerTimes times;
  private final ReferralPages pages;

  ReviewController(Cases cases, Referrals referrals, AnswerTimes times, ReferralPages pages) {
    this.cases = cases;
    this.referrals = referrals;
    this.times = times;
    this.pages = pages;
  }

  @GetMapping("/protect/referrals/{id}/review")
  String review(@PathVariable UUID id, Act act) {
    Referral referral = referrals.find(id, act.who());
    Filled form = act.form(Map.of("within", "24"));
    act.with("late", times.passed(referral));
    Dossier whole = referrals.preview(id, act.who());
    Map<String, String> refused = pages.refused(referral, whole.fields(), act);
    act.with("dossier", whole.without(refused.keySet()));
    act.with("refused", refused);
    Case file = cases.find(referral.caseId(), act.who());
    act.with("first", pages.asksFirst(file, referral, act));
    return pages.show("protect/referral/review", file, referral, form, act);
  }

  @PostMapping("/protect/referrals/{id}/send")
  String send(@PathVariable UUID id, Act act) {
    act.form();
    return act.refusalsAt("basis")
        .submit(
            () -> review(id, act),
            () -> {
              return switch (referrals.send(id, act.who())) {
                case LEFT -> "/protect/referrals/" + id;
                case WAITS_FOR_SUPERVISOR -> {
                  act.notice("warn", "referral.waits");
                  yield "/protect/referrals/" + id + "/review";
                }
                case WAITS_FOR_ORIGIN -> {
                  act.notice("warn", "referral.onward.asked-now");
                  yield "/protect/referrals/" + id + "/review";
                }
              };
            });
  }

  /** Sets a new answer deadline if the old one has passed. */
  @PostMapping("/protect/referrals/{id}/within")
  String within(@PathVariable UUID id, Act act) {
    Instant deadline = AnswerDeadlineChoice.read(act.form(), act.page().moments());
    return act.refusalsAt("within")
        .submit(
            () -> review(id, act),
            () -> {
              times.renew(id, deadline, act.who());
              return "/protect/referrals/" + id + "/review";
            });
  }
}

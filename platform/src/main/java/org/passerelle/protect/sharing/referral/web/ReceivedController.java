package org.passerelle.protect.sharing.referral.web;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.correction.CorrectedDossiers;
import org.passerelle.protect.sharing.referral.received.Declines;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.passerelle.refusal.NotFound;
import org.passerelle.undo.Undo;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Pages to read, answer and carry out received referrals; and the list of all referrals, sent and
 * received.
 */
@Controller
@Allowed({
  Role.CASE_MANAGER,
  Role.SUPERVISOR,
  Role.PLACEMENT_OFFICER,
  Role.FOCAL_POINT,
  Role.FIRST_RESPONDER,
  Role.PROSECUTOR
})
class ReceivedController implements RoomEntries {
  private final ReceivedReferrals received;
  private final Declines declines;
  private final WithdrawalAnswers answers;
  private final RetentionLawForm laws;
  private final CorrectedDossiers corrected;
  private final CodeOptions options;
  private final ReceivedPages pages;
  private final Undo undo;

  ReceivedController(
      ReceivedReferrals received,
      Declines declines,
      WithdrawalAnswers answers,
      RetentionLawForm laws,
      CorrectedDossiers corrected,
      CodeOptions options,
      ReceivedPages pages,
      Undo undo) {
    this.received = received;
    this.declines = declines;
    this.answers = answers;
    this.laws = laws;
    this.corrected = corrected;
    this.options = options;
    this.pages = pages;
    this.undo = undo;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "protect",
            30,
            "referral.title",
            "/protect/referrals",
            List.of(
                Role.CASE_MANAGER,
                Role.SUPERVISOR,
                Role.PLACEMENT_OFFICER,
                Role.FOCAL_POINT,
                Role.FIRST_RESPONDER,
                Role.PROSECUTOR)));
  }

  @GetMapping("/protect/referrals")
  String all(Act act) {
    return pages.all(act);
  }

  @GetMapping("/protect/received/{id}")
  String one(@PathVariable UUID id, Act act) {
    return pages.show("protect/referral/received", id, act);
  }

  /** Offers to ask a question before declining, and explains the consequences. */
  @GetMapping("/protect/received/{id}/decline")
  String declining(@PathVariable UUID id, Act act) {
    act.form();
    return pages.show("protect/referral/decline", id, act);
  }

  @PostMapping("/protect/received/{id}/decline")
  String decline(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    String reason = form.neededCode("reason", options.codes("decline_reasons"));
    String why = form.neededText("why", Declines.LONGEST);
    return act.refusalsAt("reason")
        .submit(
            () -> pages.show("protect/referral/decline", id, act),
            "/protect/referrals",
            () -> {
              if (declines.decline(id, reason, why, act.who())) {
                act.undoable(
                    undo.offer(ReceivedReferrals.DECLINED, id, "", act.who()),
                    "referral.decline.now");
              } else {
                act.notice("good", "referral.decline.told");
              }
            });
  }

  @PostMapping("/protect/received/{id}/decline/take-back")
  String takeDeclineBack(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          declines.takeBack(id, act.who());
          act.notice("good", "referral.decline.taken-back");
          return "/protect/received/" + id;
        });
  }

  @PostMapping("/protect/received/{id}/done")
  String done(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          received.done(id, act.who());
          return "/protect/received/" + id;
        });
  }

  @PostMapping("/protect/received/{id}/acknowledge")
  String acknowledge(@PathVariable UUID id, Act act) {
    return act.once(
        () -> {
          answers.acknowledge(id, act.who());
          return "/protect/received/" + id;
        });
  }

  /** Confirms that the sender's correction has been applied to the own file. */
  @PostMapping("/protect/received/{id}/corrected")
  String corrected(@PathVariable UUID id, Act act) {
    UUID read = act.form().id("correction").orElseThrow(NotFound::new);
    return act.once(
        () -> {
          corrected.taken(id, read, act.who());
          return "/protect/received/" + id;
        });
  }

  /** States a law that forbids erasing the own file. */
  @PostMapping("/protect/received/{id}/retained")
  String retained(@PathVariable UUID id, Act act) {
    WithdrawalAnswers.Draft draft = laws.read(act.form(), act.page().moments().today());
    return act.submit(
        () -> pages.show("protect/referral/received", id, act),
        () -> {
          answers.forbidden(id, draft, act.who());
          return "/protect/received/" + id;
        });
  }

  @PostMapping("/protect/received/{id}/messages")
  String write(@PathVariable UUID id, Act act) {
    String text = act.form().neededText("text", Referrals.LONGEST_MESSAGE);
    return act.refusalsAt("text")
        .submit(
            () -> pages.show("protect/referral/received", id, act),
            "/protect/received/" + id,
            () -> received.write(id, text, act.who()));
  }
}

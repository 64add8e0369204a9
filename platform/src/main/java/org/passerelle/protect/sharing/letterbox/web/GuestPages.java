package org.passerelle.protect.sharing.letterbox.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.PasskeyCeremony;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Act;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.sharing.handover.HandOver;
import org.passerelle.protect.sharing.handover.RecipientView;
import org.passerelle.protect.sharing.handover.RecordedStep;
import org.passerelle.protect.sharing.handover.Step;
import org.passerelle.protect.sharing.handover.web.HandOverForms;
import org.passerelle.protect.sharing.handover.web.HandOverPage;
import org.passerelle.protect.sharing.letterbox.DepositedDossier;
import org.passerelle.protect.sharing.letterbox.GuestActs;
import org.passerelle.protect.sharing.letterbox.Letters;
import org.passerelle.protect.sharing.letterbox.Visits;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Component;

/** Assembles the pages for guests. */
@Component
class GuestPages {
  private final Visits visits;
  private final Letters letters;
  private final RecipientView far;
  private final GuestActs acts;
  private final PasskeyCeremony passkeys;
  private final HandOverForms forms;
  private final Addressees organisations;
  private final CodeOptions options;

  GuestPages(
      Visits visits,
      Letters letters,
      RecipientView far,
      GuestActs acts,
      PasskeyCeremony passkeys,
      HandOverForms forms,
      Addressees organisations,
      CodeOptions options) {
    this.visits = visits;
    this.letters = letters;
    this.far = far;
    this.acts = acts;
    this.passkeys = passkeys;
    this.forms = forms;
    this.organisations = organisations;
    this.options = options;
  }

  Set<String> codes(String list) {
    return options.codes(list);
  }

  RecordedStep.Draft draft(Step step, Act act) {
    return forms.step(step, act);
  }

  String sender(DepositedDossier lying, Act act) {
    return organisations.name(lying.sender(), act.language());
  }

  String door(String link, boolean leads, Act act) {
    act.form();
    act.with("link", link);
    act.with("leads", leads);
    act.with(
        "keys",
        visits.letterbox(link).filter(l -> passkeys.count(l) > 0).isPresent()
            && passkeys.workUnder(act.request().getServerName()));
    return act.show("protect/letterbox/door");
  }

  String inside(DepositedDossier lying, Act act) {
    List<DepositedDossier.Item> items = visits.read(lying);
    act.form();
    act.with("lying", lying);
    act.with("passkeysWork", passkeys.workUnder(act.request().getServerName()));
    act.with("keys", passkeys.count(lying.letterbox()));
    acts.law(lying).ifPresent(law -> act.with("law", law));
    Optional<Dossier> dossier = letters.dossier(items);
    act.with("dossier", dossier.orElse(null));
    act.with("came", letters.came(lying, dossier));
    act.with("corrections", letters.corrections(items));
    act.with("messages", letters.messages(lying, items));
    act.with("files", letters.files(lying));
    act.with("why", letters.why(lying));
    act.with(
        "handOver",
        far.of(lying.referral(), lying.sender())
            .map(h -> page(h, lying, items, null, act))
            .orElse(null));
    act.with("reports", near(lying, act));
    act.with("organisations", organisations.names(act.language()));
    act.with("words", new CodeWords(options, act.language()));
    Optional<DepositedDossier> recalled = letters.recalledSince(lying);
    if (recalled.isPresent()) {
      // while the page was read: nothing of what was read before is shown
      return inside(recalled.get(), act);
    }
    return act.show("protect/letterbox/inside");
  }

  /** Reports that are near or due, since guests have no Today page. */
  private List<RecipientView.Report> near(DepositedDossier lying, Act act) {
    return lying.takenBackAt() == null
        ? far.nextReports(lying.referral(), lying.sender()).stream()
            .filter(report -> report.isNear(act.page().moments().today()))
            .toList()
        : List.of();
  }

  String step(DepositedDossier lying, Step step, Act act) {
    HandOver handOver =
        far.of(lying.referral(), lying.sender())
            .filter(h -> step.isOf(false) && step.concerns(h))
            .orElseThrow(NotFound::new);
    Map<String, String> stored = new HashMap<>();
    stored.put("state", "done");
    stored.put("on", act.page().moments().today().toString());
    act.form(stored);
    List<DepositedDossier.Item> items = visits.read(lying);
    return act.show("protect/letterbox/step", page(handOver, lying, items, step, act));
  }

  private HandOverPage page(
      HandOver handOver,
      DepositedDossier lying,
      List<DepositedDossier.Item> items,
      @Nullable Step step,
      Act act) {
    List<RecordedStep> history = letters.steps(lying, items);
    return new HandOverPage(
        lying.takenBackAt() == null ? handOver : handOver.takenBack(),
        RecordedStep.newest(history),
        history,
        step == null ? null : step.stage(),
        step,
        act.form(),
        organisations.names(act.language()),
        new CaseWords(options, act.language()));
  }
}

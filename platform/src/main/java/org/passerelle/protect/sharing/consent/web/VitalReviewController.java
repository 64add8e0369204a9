package org.passerelle.protect.sharing.consent.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Colleagues;
import org.passerelle.access.Role;
import org.passerelle.access.User;
import org.passerelle.accounts.Addressees;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.sharing.consent.LegalGround;
import org.passerelle.protect.sharing.consent.LegalGrounds;
import org.passerelle.protect.sharing.consent.VitalReview;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Pages for a supervisor's review of a disclosure for vital interests: three questions, then the
 * finding.
 */
@Controller
@RequestMapping("/protect/cases/{id}/grounds/{ground}/review")
@Allowed(Role.SUPERVISOR)
class VitalReviewController {
  private final Cases cases;
  private final LegalGrounds grounds;
  private final Addressees organisations;
  private final Colleagues colleagues;
  private final CodeOptions options;

  VitalReviewController(
      Cases cases,
      LegalGrounds grounds,
      Addressees organisations,
      Colleagues colleagues,
      CodeOptions options) {
    this.cases = cases;
    this.grounds = grounds;
    this.organisations = organisations;
    this.colleagues = colleagues;
    this.options = options;
  }

  @GetMapping
  String form(@PathVariable UUID id, @PathVariable UUID ground, Act act) {
    act.form(Map.of());
    return show(id, ground, act);
  }

  @PostMapping
  String review(@PathVariable UUID id, @PathVariable UUID ground, Act act) {
    Filled form = act.form();
    boolean necessary = form.neededCode("necessary", yesNo(act)).equals("yes");
    boolean least = form.neededCode("least", yesNo(act)).equals("yes");
    String follows = form.neededCode("follows", follows(act));
    String note = form.text("note", Filled.LONG);
    boolean upheld = form.shown("upheld").equals("true");
    VitalReview review = new VitalReview(upheld, necessary, least, follows, note);
    return act.refusalsAt("necessary")
        .submit(
            () -> show(id, ground, act),
            "/protect/cases/" + id + "/consents",
            () -> {
              grounds.review(ground, review, act.who());
              act.notice(upheld ? "good" : "warn", "vital." + (upheld ? "upheld" : "not-upheld"));
            });
  }

  private static List<Option> yesNo(Act act) {
    return options(List.of("yes", "no"), act);
  }

  private static List<Option> follows(Act act) {
    return options(VitalReview.FOLLOWS, act);
  }

  private static List<Option> options(List<String> codes, Act act) {
    return codes.stream().map(code -> new Option(code, act.text("vital." + code))).toList();
  }

  private String show(UUID id, UUID ground, Act act) {
    Case file = cases.find(id, act.who());
    LegalGround found = grounds.toReview(ground, act.who());
    if (!found.caseId().equals(id)) {
      throw new NotFound();
    }
    return act.show(
        "protect/consent/vital",
        new VitalReviewPage(
            file,
            found,
            organisations.names(act.language()).getOrDefault(found.recipient(), "…"),
            colleagues.find(found.by()).map(User::name).orElse("…"),
            yesNo(act),
            follows(act),
            act.form(),
            new CaseWords(options, act.language())));
  }
}

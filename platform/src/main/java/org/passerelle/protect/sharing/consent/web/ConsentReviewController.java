package org.passerelle.protect.sharing.consent.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Caseworkers;
import org.passerelle.accounts.Addressees;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.sharing.consent.Consent;
import org.passerelle.protect.sharing.consent.ConsentReview;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages to confirm the consent of a guardian who has become a suspect. */
@Controller
@Caseworkers
class ConsentReviewController {
  private static final String ONE = "/protect/cases/{id}/consents/{consent}/confirm";
  private final Cases cases;
  private final ConsentReview review;
  private final ConsentGivers givers;
  private final Addressees organisations;
  private final CodeOptions options;

  ConsentReviewController(
      Cases cases,
      ConsentReview review,
      ConsentGivers givers,
      Addressees organisations,
      CodeOptions options) {
    this.cases = cases;
    this.review = review;
    this.givers = givers;
    this.organisations = organisations;
    this.options = options;
  }

  @GetMapping(ONE)
  String form(@PathVariable UUID id, @PathVariable UUID consent, Act act) {
    Case file = cases.find(id, act.who());
    act.form(Map.of("capacity", file.minor() ? "child_with_guardian" : "adult"));
    return show(file, consent, act);
  }

  private String show(Case file, UUID consent, Act act) {
    Consent found =
        review.of(file).stream()
            .filter(c -> c.id().equals(consent))
            .findFirst()
            .orElseThrow(NotFound::new);
    return act.show(
        "protect/consent/confirm",
        new ConfirmPage(
            file,
            found,
            organisations.names(act.language()).getOrDefault(found.recipient(), "…"),
            givers.choices(file, act),
            act.form(),
            new CaseWords(options, act.language())));
  }

  @PostMapping(ONE)
  String confirm(@PathVariable UUID id, @PathVariable UUID consent, Act act) {
    Filled form = act.form();
    Case file = cases.find(id, act.who());
    String capacity = form.neededCode("capacity", options.codes("capacities"));
    @Nullable UUID mandate = givers.chosen(form, file);
    return act.refusalsAt("capacity")
        .submit(
            () -> show(file, consent, act),
            "/protect/cases/" + id + "/consents",
            () -> {
              review.confirm(id, consent, capacity, mandate, act.who());
              act.notice("good", "consent.confirmed");
            });
  }
}

package org.passerelle.protect.sharing.referral.web;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.consent.Objection;
import org.passerelle.protect.sharing.consent.Released;
import org.passerelle.protect.sharing.referral.Referral;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.referral.onward.OnwardRequests;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Pages to draft a referral, from the request and recipient to the choice of fields, and to follow
 * one that was sent.
 */
@Controller
@Caseworkers
class ReferralController {
  private final Cases cases;
  private final Referrals referrals;
  private final OnwardRequests onward;
  private final ReferralBases bases;
  private final ReferralOffers offers;
  private final EnclosurePanel files;
  private final CodeOptions options;
  private final ReferralPages pages;

  ReferralController(
      Cases cases,
      Referrals referrals,
      OnwardRequests onward,
      ReferralBases bases,
      ReferralOffers offers,
      EnclosurePanel files,
      CodeOptions options,
      ReferralPages pages) {
    this.cases = cases;
    this.referrals = referrals;
    this.onward = onward;
    this.bases = bases;
    this.offers = offers;
    this.files = files;
    this.options = options;
    this.pages = pages;
  }

  @GetMapping("/protect/cases/{id}/referrals")
  String of(@PathVariable UUID id, Act act) {
    return pages.ofCase(cases.read(id, act.who()), act);
  }

  /** Recipient and service may be prefilled, for example from the catalogue of services. */
  @GetMapping("/protect/cases/{id}/referrals/new")
  String blank(@PathVariable UUID id, Act act) {
    Case file = cases.find(id, act.who());
    Map<String, String> first =
        offers.first(file, act.asked().code("service", ReferralPages.services(options)), act);
    first.put("recipient", act.asked().id("recipient").map(UUID::toString).orElse(""));
    Filled form = act.form(first);
    return pages.show("protect/referral/new", file, null, form, act);
  }

  @PostMapping("/protect/cases/{id}/referrals")
  String draft(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    Case file = cases.find(id, act.who());
    if (form.shown("step").equals("match")) {
      return act.more(() -> pages.show("protect/referral/new", file, null, form, act));
    }
    UUID recipient = offers.recipient(form, act.who());
    String service = form.neededCode("service", ReferralPages.services(options));
    String purpose = form.neededCode("purpose", options.codes("consent_purposes"));
    Instant deadline = AnswerDeadlineChoice.read(form, act.page().moments());
    String request = form.neededText("request", 4_000);
    Referral.Draft draft =
        new Referral.Draft(
            recipient, service, purpose, deadline, request, form.text("place", Filled.SHORT));
    return act.submit(
        () -> pages.show("protect/referral/new", file, null, form, act),
        () -> "/protect/referrals/" + referrals.draft(id, draft, act.who()) + "/content");
  }

  @GetMapping("/protect/referrals/{id}/content")
  String content(@PathVariable UUID id, Act act) {
    Referral referral =
        bases.onTheOneBasis(referrals.find(id, act.who()), act.asked().id("basis"), act);
    Case file = cases.find(referral.caseId(), act.who());
    return pages.content(file, referral, Filled.with(Map.of()), act);
  }

  /**
   * Stores the choice; continues to the review if everything chosen may be given, otherwise shows
   * what prevents it.
   */
  @PostMapping("/protect/referrals/{id}/content")
  String choose(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    Referral before = referrals.find(id, act.who());
    referrals.choose(
        id,
        form.shownAll("fields"),
        form.shownAll("answers"),
        bases.chosen(before, form.shown("basis"), act.who()),
        act.who());
    files.choose(id, form, act);
    Referral after = referrals.find(id, act.who());
    if (form.shown("step").equals("stay")) {
      return "redirect:/protect/referrals/" + id + "/content";
    }
    if (after.basis() == null) {
      form.errors().add("basis", "referral.refused.no-basis");
    }
    UUID basis = after.basis();
    if (basis != null) {
      referrals
          .againstRequest(after, basis, act.who())
          .ifPresent(o -> form.errors().add("basis", o.key(), o.arguments().toArray()));
    }
    for (String code : after.fields()) {
      Optional<Objection> objection =
          Released.of(code)
              .filter(field -> !field.isEnclosed())
              .flatMap(
                  field ->
                      after.basis() == null
                          ? Optional.empty()
                          : referrals.objection(after, field, after.basis(), act.who()));
      objection.ifPresent(o -> form.errors().add("f-" + code, o.key(), o.arguments().toArray()));
    }
    files.refuse(after, form, act);
    return form.errors().isEmpty()
        ? "redirect:/protect/referrals/" + id + "/review"
        : act.again(() -> pages.content(cases.find(after.caseId(), act.who()), after, form, act));
  }

  @GetMapping("/protect/referrals/{id}")
  String status(@PathVariable UUID id, Act act) {
    Referral referral = referrals.find(id, act.who());
    return referral.state().equals("draft")
        ? "redirect:/protect/referrals/" + id + "/content"
        : statusPage(id, act);
  }

  private String statusPage(UUID id, Act act) {
    Referral referral = referrals.find(id, act.who());
    act.with("byOrigin", referrals.takenBackByOrigin(id, act.who()).isPresent());
    act.with("passedOn", referrals.passedOn(id, act.who()));
    referrals.law(id, act.who()).ifPresent(law -> act.with("law", law));
    pages.opened(referral, act);
    // read after the news, so that the page does not contradict them
    return pages.show(
        "protect/referral/status",
        cases.read(referral.caseId(), act.who()),
        referrals.find(id, act.who()),
        act.form(),
        act);
  }

  /** The origin's answer to a request to pass its dossier on. */
  @PostMapping("/protect/referrals/{id}/onward/{request}")
  String answer(@PathVariable UUID id, @PathVariable UUID request, Act act) {
    Filled form = act.form();
    return act.once(
        () -> {
          onward.answer(
              referrals.find(id, act.who()),
              request,
              form.shown("answer").equals("given"),
              act.who());
          return "/protect/referrals/" + id;
        });
  }

  @PostMapping("/protect/referrals/{id}/messages")
  String write(@PathVariable UUID id, Act act) {
    String text = act.form().neededText("text", Referrals.LONGEST_MESSAGE);
    return act.refusalsAt("text")
        .submit(
            () -> statusPage(id, act),
            "/protect/referrals/" + id,
            () -> referrals.write(id, text, act.who()));
  }
}

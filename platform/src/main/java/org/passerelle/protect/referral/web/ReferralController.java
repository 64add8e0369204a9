package org.passerelle.protect.referral.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.cases.web.CaseOptions;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.consent.Consents;
import org.passerelle.protect.consent.LegalGrounds;
import org.passerelle.protect.consent.Objection;
import org.passerelle.protect.consent.Released;
import org.passerelle.protect.referral.OnwardRequest;
import org.passerelle.protect.referral.OnwardRequests;
import org.passerelle.protect.referral.Referral;
import org.passerelle.protect.referral.Referrals;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Sending a referral: what is asked and of whom, then field by field what goes with it, then
 * reading it over.
 */
@Controller
@Allowed({
  Role.CASE_MANAGER,
  Role.SUPERVISOR,
  Role.PLACEMENT_OFFICER,
  Role.FOCAL_POINT,
  Role.FIRST_RESPONDER
})
class ReferralController {
  private final Cases cases;
  private final Referrals referrals;
  private final OnwardRequests onward;
  private final Consents consents;
  private final LegalGrounds grounds;
  private final Organisations organisations;
  private final CaseOptions options;
  private final OnceOnly once;

  ReferralController(
      Cases cases,
      Referrals referrals,
      OnwardRequests onward,
      Consents consents,
      LegalGrounds grounds,
      Organisations organisations,
      CaseOptions options,
      OnceOnly once) {
    this.cases = cases;
    this.referrals = referrals;
    this.onward = onward;
    this.consents = consents;
    this.grounds = grounds;
    this.organisations = organisations;
    this.options = options;
    this.once = once;
  }

  @GetMapping("/protect/cases/{id}/referrals")
  String of(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    return show(
        "protect/referral/list",
        cases.read(id, who),
        null,
        Filled.with(Map.of()),
        page,
        who,
        model);
  }

  @GetMapping("/protect/cases/{id}/referrals/new")
  String blank(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Filled form =
        Filled.with(
            Map.of(
                "deadline",
                page.moments().today().plusDays(3).toString(),
                "purpose",
                "assistance"));
    return show("protect/referral/new", cases.find(id, who), null, form, page, who, model);
  }

  @PostMapping("/protect/cases/{id}/referrals")
  String draft(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Filled form = Filled.of(sent);
    Case file = cases.find(id, who);
    LocalDate today = page.moments().today();
    UUID recipient = recipient(form, who);
    String service = form.neededCode("service", options.codes("services"));
    String purpose = form.neededCode("purpose", options.codes("consent_purposes"));
    LocalDate deadline = form.neededDay("deadline", today.plusYears(1), today);
    if (deadline.isBefore(today)) {
      form.errors().add("deadline", "referral.refused.past");
    }
    String request = form.neededText("request", 4_000);
    if (!form.errors().isEmpty()) {
      return show("protect/referral/new", file, null, form, page, who, model);
    }
    Referral.Draft draft =
        new Referral.Draft(
            recipient,
            service,
            purpose,
            deadline.atTime(LocalTime.of(18, 0)).atZone(page.moments().zone()).toInstant(),
            request);
    return once.run(
        form.once(),
        who,
        () -> "/protect/referrals/" + referrals.draft(id, draft, who) + "/content");
  }

  @GetMapping("/protect/referrals/{id}/content")
  String content(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Referral referral = referrals.find(id, who);
    return show(
        "protect/referral/content",
        cases.find(referral.caseId(), who),
        referral,
        Filled.with(Map.of()),
        page,
        who,
        model);
  }

  /**
   * Keeps the choice; reads over next if everything chosen may go, else the page says what stands
   * against it.
   */
  @PostMapping("/protect/referrals/{id}/content")
  String choose(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Filled form = Filled.of(sent);
    Referral before = referrals.find(id, who);
    referrals.choose(id, form.shownAll("fields"), basis(form, before, who), who);
    Referral after = referrals.find(id, who);
    if (form.shown("step").equals("stay")) {
      return "redirect:/protect/referrals/" + id + "/content";
    }
    if (after.basis() == null) {
      form.errors().add("basis", "referral.refused.no-basis");
    }
    for (String code : after.fields()) {
      Optional<Objection> objection =
          Released.of(code)
              .flatMap(
                  field ->
                      after.basis() == null
                          ? Optional.empty()
                          : referrals.objection(after, field, after.basis(), who));
      objection.ifPresent(o -> form.errors().add("f-" + code, o.key(), o.arguments().toArray()));
    }
    if (!form.errors().isEmpty()) {
      return show(
          "protect/referral/content",
          cases.find(after.caseId(), who),
          after,
          form,
          page,
          who,
          model);
    }
    return "redirect:/protect/referrals/" + id + "/review";
  }

  @GetMapping("/protect/referrals/{id}/review")
  String review(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Referral referral = referrals.find(id, who);
    Map<String, String> refused = refused(referral, page, who);
    model.addAttribute("dossier", referrals.preview(id, who).without(refused.keySet()));
    model.addAttribute("refused", refused);
    return show(
        "protect/referral/review",
        cases.find(referral.caseId(), who),
        referral,
        Filled.with(Map.of()),
        page,
        who,
        model);
  }

  @PostMapping("/protect/referrals/{id}/send")
  String send(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request) {
    return once.run(
        Filled.of(sent).once(),
        who,
        () -> {
          return switch (referrals.send(id, who)) {
            case LEFT -> "/protect/referrals/" + id;
            case WAITS_FOR_SUPERVISOR -> {
              Notices.leave(request, "warn", page.text("referral.waits"));
              yield "/protect/referrals/" + id + "/review";
            }
            case WAITS_FOR_ORIGIN -> {
              Notices.leave(request, "warn", page.text("referral.onward.asked-now"));
              yield "/protect/referrals/" + id + "/review";
            }
          };
        });
  }

  @GetMapping("/protect/referrals/{id}")
  String status(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Referral referral = referrals.find(id, who);
    if (referral.state().equals("draft")) {
      return "redirect:/protect/referrals/" + id + "/content";
    }
    return show(
        "protect/referral/status",
        cases.read(referral.caseId(), who),
        referral,
        Filled.with(Map.of()),
        page,
        who,
        model);
  }

  @PostMapping("/protect/referrals/{id}/revoke")
  String revoke(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who) {
    UUID caseId = referrals.find(id, who).caseId();
    referrals.revoke(id, who);
    return "redirect:/protect/cases/" + caseId + "/referrals";
  }

  /** The origin's answer to whoever wants to pass its dossier on. */
  @PostMapping("/protect/referrals/{id}/onward/{request}")
  String answer(
      @PathVariable UUID id,
      @PathVariable UUID request,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who) {
    Filled form = Filled.of(sent);
    return once.run(
        form.once(),
        who,
        () -> {
          onward.answer(
              referrals.find(id, who), request, form.shown("answer").equals("given"), who);
          return "/protect/referrals/" + id;
        });
  }

  @PostMapping("/protect/referrals/{id}/messages")
  String write(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who) {
    Filled form = Filled.of(sent);
    String text = form.text("text", 4_000);
    return once.run(
        form.once(),
        who,
        () -> {
          if (!text.isEmpty()) {
            referrals.write(id, text, who);
          }
          return "/protect/referrals/" + id;
        });
  }

  private UUID recipient(Filled form, SignedIn who) {
    Optional<Organisation> found =
        organisations.active(null, null).stream()
            .filter(o -> o.casework() && !o.id().equals(who.organisation()))
            .filter(o -> o.id().toString().equals(form.shown("recipient")))
            .findFirst();
    if (found.isEmpty()) {
      form.errors().add("recipient", "form.error.required");
    }
    return found.map(Organisation::id).orElse(who.organisation());
  }

  private @Nullable UUID basis(Filled form, Referral referral, SignedIn who) {
    List<UUID> possible = new ArrayList<>();
    consents.of(referral.caseId(), who).forEach(c -> possible.add(c.id()));
    grounds.of(referral.caseId(), who).forEach(g -> possible.add(g.id()));
    return possible.stream()
        .filter(b -> b.toString().equals(form.shown("basis")))
        .findFirst()
        .orElse(null);
  }

  private String show(
      String template,
      Case file,
      @Nullable Referral referral,
      Filled form,
      Page page,
      SignedIn who,
      Model model) {
    CaseWords words = new CaseWords(options, page.language());
    Map<UUID, String> names = new HashMap<>();
    organisations.all().forEach(o -> names.put(o.id(), o.name().in(page.language())));
    List<Option> recipients =
        organisations.active(null, null).stream()
            .filter(o -> o.casework() && !o.id().equals(who.organisation()))
            .map(o -> new Option(o.id().toString(), o.name().in(page.language())))
            .sorted(Option.byLabel(page.language()))
            .toList();
    boolean choosing = referral != null && template.endsWith("content");
    boolean written = referral != null && template.endsWith("status");
    model.addAttribute(
        "view",
        new ReferralPage(
            file,
            referral,
            referrals.of(file.id(), who),
            referral != null && choosing ? choices(referral, words, page, who) : List.of(),
            referral != null && choosing ? bases(referral, words, page, who) : List.of(),
            referral != null && written ? referrals.messages(referral.id(), who) : List.of(),
            referral == null ? List.of() : asked(referral),
            names,
            recipients,
            form,
            words));
    return template;
  }

  private List<OnwardRequest> asked(Referral referral) {
    return referral.state().equals("draft")
        ? onward.of(referral).stream().toList()
        : onward.about(referral);
  }

  /** Chosen fields that may not go, each with the sentence that says why. */
  private Map<String, String> refused(Referral referral, Page page, SignedIn who) {
    Map<String, String> refused = new LinkedHashMap<>();
    for (String code : referral.fields()) {
      Optional<Released> field = Released.of(code);
      if (field.isPresent() && referral.basis() == null) {
        refused.put(code, page.text("referral.refused.no-basis"));
      } else if (field.isPresent()) {
        referrals
            .objection(referral, field.get(), referral.basis(), who)
            .ifPresent(o -> refused.put(code, page.text(o.key(), o.arguments().toArray())));
      }
    }
    return refused;
  }

  private List<ReferralPage.FieldChoice> choices(
      Referral referral, CaseWords words, Page page, SignedIn who) {
    List<Released> needed = Released.neededFor(referral.service());
    List<ReferralPage.FieldChoice> choices = new ArrayList<>();
    referrals
        .values(referral, who)
        .forEach(
            (field, values) ->
                choices.add(
                    new ReferralPage.FieldChoice(
                        field,
                        ReferralPage.words(field.code(), values, words, page),
                        needed.contains(field),
                        referral.fields().contains(field.code()),
                        referral.basis() == null
                            ? ""
                            : referrals
                                .objection(referral, field, referral.basis(), who)
                                .map(o -> page.text(o.key(), o.arguments().toArray()))
                                .orElse(""))));
    return choices;
  }

  /** Bases recorded for this recipient and purpose; others could never cover it. */
  private List<Option> bases(Referral referral, CaseWords words, Page page, SignedIn who) {
    List<Option> bases = new ArrayList<>();
    consents.of(referral.caseId(), who).stream()
        .filter(
            c ->
                c.recipient().equals(referral.recipient())
                    && c.purpose().equals(referral.purpose()))
        .filter(c -> c.holds(page.moments().today()))
        .forEach(
            c ->
                bases.add(
                    new Option(
                        c.id().toString(),
                        page.text(
                            "referral.basis.consent",
                            page.moments().date(c.from()),
                            page.moments().date(c.until()),
                            words.of(
                                "data_categories",
                                List.copyOf(new java.util.TreeSet<>(c.categories())))))));
    grounds.of(referral.caseId(), who).stream()
        .filter(
            g ->
                g.recipient().equals(referral.recipient())
                    && g.purpose().equals(referral.purpose()))
        .forEach(
            g ->
                bases.add(
                    new Option(
                        g.id().toString(),
                        page.text(
                            "referral.basis.ground",
                            words.of("legal_basis_kinds", g.kind()),
                            words.of(
                                "data_categories",
                                List.copyOf(new java.util.TreeSet<>(g.categories())))))));
    return bases;
  }
}

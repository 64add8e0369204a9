package org.passerelle.protect.referral.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisations;
import org.passerelle.pages.Filled;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Page;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.cases.web.CaseOptions;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.referral.ReceivedReferral;
import org.passerelle.protect.referral.ReceivedReferrals;
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

/** Referrals that arrived: read, answered, carried out. And the list of all, sent and received. */
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
  private static final int SHOWN = 200;
  private final ReceivedReferrals received;
  private final Referrals referrals;
  private final Organisations organisations;
  private final CaseOptions options;
  private final OnceOnly once;

  ReceivedController(
      ReceivedReferrals received,
      Referrals referrals,
      Organisations organisations,
      CaseOptions options,
      OnceOnly once) {
    this.received = received;
    this.referrals = referrals;
    this.organisations = organisations;
    this.options = options;
    this.once = once;
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
  String all(
      @ModelAttribute("page") Page page, @AuthenticationPrincipal SignedIn who, Model model) {
    return show("protect/referral/all", null, page, who, model);
  }

  @GetMapping("/protect/received/{id}")
  String one(
      @PathVariable UUID id,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    return show("protect/referral/received", id, page, who, model);
  }

  @PostMapping("/protect/received/{id}/accept")
  @Allowed({Role.CASE_MANAGER, Role.SUPERVISOR, Role.PLACEMENT_OFFICER, Role.FOCAL_POINT})
  String accept(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who) {
    return once.run(
        Filled.of(sent).once(), who, () -> "/protect/cases/" + received.accept(id, who));
  }

  @PostMapping("/protect/received/{id}/decline")
  String decline(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who) {
    Filled form = Filled.of(sent);
    String reason = form.code("reason", options.codes("decline_reasons"));
    return once.run(
        form.once(),
        who,
        () -> {
          received.decline(id, reason.isEmpty() ? "other" : reason, who);
          return "/protect/referrals";
        });
  }

  @PostMapping("/protect/received/{id}/done")
  String done(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who) {
    received.done(id, who);
    return "redirect:/protect/received/" + id;
  }

  @PostMapping("/protect/received/{id}/acknowledge")
  String acknowledge(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who) {
    received.acknowledge(id, who);
    return "redirect:/protect/received/" + id;
  }

  @PostMapping("/protect/received/{id}/messages")
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
            received.write(id, text, who);
          }
          return "/protect/received/" + id;
        });
  }

  private String show(String template, @Nullable UUID id, Page page, SignedIn who, Model model) {
    Map<UUID, String> names = new HashMap<>();
    organisations.all().forEach(o -> names.put(o.id(), o.name().in(page.language())));
    ReceivedReferral one = id == null ? null : received.find(id, who);
    model.addAttribute(
        "view",
        new ReceivedPage(
            id == null ? received.mine(who, SHOWN) : List.of(),
            id == null ? referrals.mine(who, SHOWN) : List.of(),
            one,
            id == null ? null : received.dossier(id, who).orElse(null),
            id == null ? List.of() : received.messages(id, who),
            names,
            new CaseWords(options, page.language())));
    return template;
  }
}

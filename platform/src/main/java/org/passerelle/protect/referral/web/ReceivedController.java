package org.passerelle.protect.referral.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.Addressees;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.cases.web.CaseOptions;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.referral.ReceivedReferral;
import org.passerelle.protect.referral.ReceivedReferrals;
import org.passerelle.protect.referral.Referrals;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

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
  private final Addressees organisations;
  private final CaseOptions options;

  ReceivedController(
      ReceivedReferrals received,
      Referrals referrals,
      Addressees organisations,
      CaseOptions options) {
    this.received = received;
    this.referrals = referrals;
    this.organisations = organisations;
    this.options = options;
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
    return show("protect/referral/all", null, act);
  }

  @GetMapping("/protect/received/{id}")
  String one(@PathVariable UUID id, Act act) {
    return show("protect/referral/received", id, act);
  }

  @PostMapping("/protect/received/{id}/accept")
  @Allowed({Role.CASE_MANAGER, Role.SUPERVISOR, Role.PLACEMENT_OFFICER, Role.FOCAL_POINT})
  String accept(@PathVariable UUID id, Act act) {
    return act.once(() -> "/protect/cases/" + received.accept(id, act.who()));
  }

  @PostMapping("/protect/received/{id}/decline")
  String decline(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    String reason = form.code("reason", options.codes("decline_reasons"));
    return act.once(
        () -> {
          received.decline(id, reason.isEmpty() ? "other" : reason, act.who());
          return "/protect/referrals";
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
          received.acknowledge(id, act.who());
          return "/protect/received/" + id;
        });
  }

  @PostMapping("/protect/received/{id}/messages")
  String write(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    String text = form.text("text", 4_000);
    return act.once(
        () -> {
          if (!text.isEmpty()) {
            received.write(id, text, act.who());
          }
          return "/protect/received/" + id;
        });
  }

  private String show(String template, @Nullable UUID id, Act act) {
    Map<UUID, String> names = organisations.names(act.language());
    ReceivedReferral one = id == null ? null : received.find(id, act.who());
    act.with(
        "view",
        new ReceivedPage(
            id == null ? received.mine(act.who(), SHOWN) : List.of(),
            id == null ? referrals.mine(act.who(), SHOWN) : List.of(),
            one,
            id == null ? null : received.dossier(id, act.who()).orElse(null),
            id == null ? List.of() : received.messages(id, act.who()),
            names,
            new CaseWords(options, act.language())));
    return template;
  }
}

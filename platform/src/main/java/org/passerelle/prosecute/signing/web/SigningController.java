package org.passerelle.prosecute.signing.web;

import java.util.List;
import java.util.Map;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.ProvenOwner;
import org.passerelle.pages.Act;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.signing.OfficerKeys;
import org.passerelle.prosecute.signing.OrganisationSeal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** The user's own signing key, and the seal of the organisation. */
@Controller
@Investigators
class SigningController implements RoomEntries {
  private static final String KEY = "/prosecute/key";
  private static final String SEAL = "/prosecute/seal";
  private static final String PASSWORD = "currentPassword";
  private final OfficerKeys keys;
  private final OrganisationSeal seal;
  private final ProvenOwner owner;

  SigningController(OfficerKeys keys, OrganisationSeal seal, ProvenOwner owner) {
    this.keys = keys;
    this.seal = seal;
    this.owner = owner;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry("prosecute", 8, "signing.nav", KEY, Investigators.ROLES),
        new RoomEntry("prosecute", 9, "signing.seal.nav", SEAL, List.of(Role.PROSECUTOR)));
  }

  @GetMapping(KEY)
  String key(Act act) {
    act.form(Map.of());
    return keyPage(act);
  }

  private String keyPage(Act act) {
    return act.with("keys", keys.own(act.who()))
        .with("mayMake", keys.mayMake(act.who()))
        .with("gaveFactor", owner.gaveFactor(act.who(), act.request()))
        .show("prosecute/signing/key");
  }

  @PostMapping(KEY)
  String make(Act act) {
    return owner
        .guard(act)
        .refusalsAt(PASSWORD)
        .submit(
            () -> keyPage(act),
            KEY,
            () -> {
              keys.make(act.who());
              act.notice("good", "signing.made");
            });
  }

  @PostMapping(KEY + "/confirm")
  String confirm(Act act) {
    return owner.askFactor(KEY, act.request());
  }

  @GetMapping(SEAL)
  @Allowed(Role.PROSECUTOR)
  String seal(Act act) {
    act.form(Map.of());
    return sealPage(act);
  }

  private String sealPage(Act act) {
    return act.with("seal", seal.find(act.who()).orElse(null))
        .with("gaveFactor", owner.gaveFactor(act.who(), act.request()))
        .show("prosecute/signing/seal");
  }

  @PostMapping(SEAL + "/made")
  @Allowed(Role.PROSECUTOR)
  String makeSeal(Act act) {
    return owner
        .guard(act)
        .refusalsAt(PASSWORD)
        .submit(
            () -> sealPage(act),
            SEAL,
            () -> {
              seal.make(act.who());
              act.notice("good", "signing.seal.set");
            });
  }

  @PostMapping(SEAL)
  @Allowed(Role.PROSECUTOR)
  String bring(Act act) {
    byte[] file = act.file("file");
    String password = act.form().shown("filePassword");
    return owner
        .guard(act)
        .refusalsAt(PASSWORD)
        .submit(
            () -> sealPage(act),
            SEAL,
            () -> {
              seal.bring(file, password, act.who());
              act.notice("good", "signing.seal.set");
            });
  }

  @PostMapping(SEAL + "/end")
  @Confirmed("prosecute.done.seal-ended")
  @Allowed(Role.PROSECUTOR)
  String end(Act act) {
    return act.once(SEAL, () -> seal.end(act.who()));
  }

  @PostMapping(SEAL + "/confirm")
  @Allowed(Role.PROSECUTOR)
  String confirmForSeal(Act act) {
    return owner.askFactor(SEAL, act.request());
  }
}

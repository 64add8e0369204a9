package org.passerelle.protect.sharing.consent.signature.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Users;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.sharing.consent.Consent;
import org.passerelle.protect.sharing.consent.Consents;
import org.passerelle.protect.sharing.consent.signature.Signatures;
import org.passerelle.refusal.NotFound;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages to sign a consent and to view its signature. */
@Controller
@RequestMapping("/protect/cases/{id}/consents/{consent}/signature")
@Caseworkers
class SignatureController {
  private final Signatures signatures;
  private final Cases cases;
  private final Consents consents;
  private final Addressees organisations;
  private final Users users;
  private final CodeOptions options;

  SignatureController(
      Signatures signatures,
      Cases cases,
      Consents consents,
      Addressees organisations,
      Users users,
      CodeOptions options) {
    this.signatures = signatures;
    this.cases = cases;
    this.consents = consents;
    this.organisations = organisations;
    this.users = users;
    this.options = options;
  }

  @GetMapping
  String show(@PathVariable UUID id, @PathVariable UUID consent, Act act) {
    act.form(Map.of());
    return page(id, consent, act);
  }

  @PostMapping
  String sign(@PathVariable UUID id, @PathVariable UUID consent, Act act) {
    String kind = act.form().shown("kind").equals("finger") ? Signatures.FINGER : Signatures.PAPER;
    byte[] sent = act.file("file");
    return act.refusalsAt("file")
        .submit(
            () -> page(id, consent, act),
            at(id, consent),
            () -> {
              signatures.add(id, consent, kind, sent, act.who());
              act.notice("good", "signature.kept");
            });
  }

  @GetMapping("/{kind}")
  ResponseEntity<byte[]> picture(@PathVariable UUID id, @PathVariable UUID consent, Act act) {
    Signatures.Picture picture = signatures.look(id, consent, act.part("kind"), act.who());
    return FileAnswer.shown("signature", MediaType.parseMediaType(picture.type()))
        .body(picture.content());
  }

  @PostMapping("/{kind}/remove")
  String remove(@PathVariable UUID id, @PathVariable UUID consent, Act act) {
    String kind = act.part("kind");
    return act.once(
        at(id, consent),
        () -> act.undoable(signatures.remove(id, consent, kind, act.who()), "signature.removed"));
  }

  private String page(UUID id, UUID consent, Act act) {
    Consent found =
        consents.of(id, act.who()).stream()
            .filter(c -> c.id().equals(consent))
            .findFirst()
            .orElseThrow(NotFound::new);
    List<Signatures.Signature> given =
        signatures.of(id, act.who()).stream().filter(s -> s.consent().equals(consent)).toList();
    return act.show(
        "protect/consent/signature",
        new SignaturePage(
            cases.find(id, act.who()),
            found,
            organisations.names(act.language()).getOrDefault(found.recipient(), "…"),
            given,
            users.names(given.stream().map(Signatures.Signature::by).distinct().toList()),
            act.form(),
            new CaseWords(options, act.language())));
  }

  private static String at(UUID id, UUID consent) {
    return "/protect/cases/" + id + "/consents/" + consent + "/signature";
  }
}

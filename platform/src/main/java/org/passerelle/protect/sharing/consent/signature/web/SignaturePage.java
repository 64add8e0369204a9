package org.passerelle.protect.sharing.consent.signature.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.sharing.consent.Consent;
import org.passerelle.protect.sharing.consent.signature.Signatures;

/**
 * View of the signatures on a consent.
 *
 * @param recipient name of the recipient
 * @param given existing signatures
 * @param names names of colleagues
 */
public record SignaturePage(
    Case file,
    Consent consent,
    String recipient,
    List<Signatures.Signature> given,
    Map<UUID, String> names,
    Filled form,
    CaseWords words) {
  public SignaturePage {
    given = List.copyOf(given);
  }

  public String at() {
    return "/protect/cases/" + file.id() + "/consents/" + consent.id() + "/signature";
  }

  /** Whether it can be signed in this way. */
  public boolean open(String kind) {
    return !consent.state().equals("withdrawn")
        && given.stream().noneMatch(one -> one.kind().equals(kind));
  }

  public String name(UUID id) {
    return names.getOrDefault(id, "…");
  }
}

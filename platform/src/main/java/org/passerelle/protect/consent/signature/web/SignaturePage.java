package org.passerelle.protect.consent.signature.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.pages.Filled;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.web.CaseWords;
import org.passerelle.protect.consent.Consent;
import org.passerelle.protect.consent.signature.Signatures;

/**
 * How one consent was signed.
 *
 * @param recipient what the recipient is called
 * @param given what there is
 * @param names of colleagues
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

  /** Where it stands. */
  public String at() {
    return "/protect/cases/" + file.id() + "/consents/" + consent.id() + "/signature";
  }

  /** Whether it can be signed in this way. */
  public boolean open(String kind) {
    return !consent.state().equals("withdrawn")
        && given.stream().noneMatch(one -> one.kind().equals(kind));
  }

  /** A colleague. */
  public String name(UUID id) {
    return names.getOrDefault(id, "…");
  }
}

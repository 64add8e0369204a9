package org.passerelle.protect.identity.find;

import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.list.CaseList;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.passerelle.protect.sharing.referral.received.CaseRecognition;
import org.passerelle.protect.sharing.referral.received.ReceivedReferral;
import org.springframework.stereotype.Component;

/** Recognises the person of a dossier by name, in any script; matches are logged. */
@Component
class KnownByName implements CaseRecognition {
  private static final int EACH = 3;
  private final CaseSearch search;

  KnownByName(CaseSearch search) {
    this.search = search;
  }

  @Override
  public List<UUID> of(ReceivedReferral received, Dossier dossier, SignedIn who) {
    return dossier.fields().getOrDefault("names", List.of()).stream()
        .flatMap(name -> search.find(name, who, EACH).stream())
        .map(CaseList.Row::id)
        .distinct()
        .toList();
  }
}

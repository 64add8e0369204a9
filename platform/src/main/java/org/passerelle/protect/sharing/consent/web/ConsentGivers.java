package org.passerelle.protect.sharing.consent.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.guardian.Mandate;
import org.passerelle.protect.casework.guardian.Mandates;
import org.passerelle.protect.casework.guardian.web.GuardianWords;
import org.passerelle.protect.sharing.consent.Consent;
import org.passerelle.protect.sharing.consent.ConsentReview;
import org.passerelle.protect.sharing.consent.signature.Signatures;
import org.springframework.stereotype.Component;

/** Who can consent for a person, the signatures on their consents, and consents under review. */
@Component
public class ConsentGivers {
  private final Mandates mandates;
  private final Relations relations;
  private final ConsentReview review;
  private final Signatures signatures;
  private final CodeOptions options;

  ConsentGivers(
      Mandates mandates,
      Relations relations,
      ConsentReview review,
      Signatures signatures,
      CodeOptions options) {
    this.mandates = mandates;
    this.relations = relations;
    this.review = review;
    this.signatures = signatures;
    this.options = options;
  }

  /** As form options; those who are barred are listed with the reason. */
  public List<Option> choices(Case file, Act act) {
    List<Relations.Around> around = relations.around(file);
    CaseWords words = new CaseWords(options, act.language());
    return mandates.of(file).stream()
        .filter(Mandate::open)
        .map(m -> new Option(m.id().toString(), GuardianWords.choice(m, around, words, act.page())))
        .toList();
  }

  /** The chosen mandate, or null. */
  public @Nullable UUID chosen(Filled form, Case file) {
    return form.id("given_by")
        .filter(id -> mandates.of(file).stream().anyMatch(m -> m.id().equals(id)))
        .orElse(null);
  }

  /** Consents under review. */
  List<Consent> reviewed(Case file) {
    return review.of(file);
  }

  /** Consents with a signature. */
  Set<UUID> signed(Case file, SignedIn who) {
    return signatures.of(file.id(), who).stream()
        .map(Signatures.Signature::consent)
        .collect(Collectors.toSet());
  }

  /** Number of messages waiting for the review. */
  int held(Case file) {
    return review.held(file);
  }
}

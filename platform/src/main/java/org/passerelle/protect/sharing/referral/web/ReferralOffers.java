package org.passerelle.protect.sharing.referral.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Organisation;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.language.NameScript;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.screening.ReferralProposal;
import org.passerelle.protect.sharing.referral.Providers;
import org.springframework.stereotype.Component;

/**
 * Initial values of a new referral, so that the common case takes few taps: what today's screening
 * proposes, and who gives that service.
 */
@Component
class ReferralOffers {
  private final List<ReferralProposal> proposals;
  private final Providers providers;
  private final Addressees organisations;
  private final CodeOptions words;

  ReferralOffers(
      List<ReferralProposal> proposals,
      Providers providers,
      Addressees organisations,
      CodeOptions words) {
    this.organisations = organisations;
    this.proposals = List.copyOf(proposals);
    this.providers = providers;
    this.words = words;
  }

  /** Returns what a screening of today proposes for the case, if there is one. */
  Optional<ReferralProposal.Proposed> proposed(Case file, SignedIn who, Page page) {
    return proposals.stream().flatMap(one -> one.of(file.id(), who, page).stream()).findFirst();
  }

  /** Initial values of the form; a requested service takes precedence. */
  Map<String, String> first(Case file, String service, Act act) {
    Map<String, String> first = new HashMap<>();
    Optional<ReferralProposal.Proposed> proposed = proposed(file, act.who(), act.page());
    first.put(
        "service",
        service.isEmpty() ? proposed.map(ReferralProposal.Proposed::service).orElse("") : service);
    first.put("request", proposed.map(ReferralProposal.Proposed::request).orElse(""));
    first.put("within", AnswerDeadlineChoice.of(file.urgency()));
    first.put("purpose", "assistance");
    return first;
  }

  /** The chosen recipient, from the full list or from the providers of the service. */
  UUID recipient(Filled form, SignedIn who) {
    String chosen =
        form.shown("recipient").isEmpty() ? form.shown("provider") : form.shown("recipient");
    Optional<Organisation> found =
        organisations.open().stream()
            .filter(o -> !o.id().equals(who.organisation()))
            .filter(o -> o.id().toString().equals(chosen))
            .findFirst();
    if (found.isEmpty()) {
      form.errors().add("recipient", "form.error.required");
    }
    return found.map(Organisation::id).orElse(who.organisation());
  }

  /**
   * Providers of a service, as options.
   *
   * @param places what is said of where the person is
   */
  List<Option> providers(Case file, String service, List<String> places, Act act) {
    return providers.of(file, service, places, act.who()).stream()
        .map(
            one -> {
              List<String> about = new ArrayList<>();
              about.add(one.organisation().name().in(act.language()));
              if (!one.service().isEmpty()) {
                about.add(one.service());
              }
              if (!one.town().isEmpty()) {
                about.add(NameScript.read(one.town(), act.language()));
              }
              Integer away = one.away();
              if (away != null && away > 0) {
                about.add(act.text("referral.provider.away", away));
              }
              if (!one.country().equals(file.country())) {
                about.add(words.label("countries", one.country(), act.language()));
              }
              if (one.speaks()) {
                about.add(act.text("referral.provider.speaks"));
              }
              return new Option(one.organisation().id().toString(), String.join(" · ", about));
            })
        .toList();
  }
}

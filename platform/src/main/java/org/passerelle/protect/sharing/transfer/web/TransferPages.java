package org.passerelle.protect.sharing.transfer.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Organisation;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.team.CaseReassignments;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.sharing.consent.OfferedBases;
import org.passerelle.protect.sharing.referral.Providers;
import org.passerelle.protect.sharing.transfer.Transfer;
import org.passerelle.protect.sharing.transfer.Transfers;
import org.springframework.stereotype.Component;

/** Assembles the pages of a case's transfers. */
@Component
class TransferPages {
  private final Transfers transfers;
  private final CaseReassignments caseReassignments;
  private final Providers providers;
  private final Addressees organisations;
  private final CodeOptions options;

  TransferPages(
      Transfers transfers,
      CaseReassignments caseReassignments,
      Providers providers,
      Addressees organisations,
      CodeOptions options) {
    this.transfers = transfers;
    this.caseReassignments = caseReassignments;
    this.providers = providers;
    this.organisations = organisations;
    this.options = options;
  }

  CaseWords words(Act act) {
    return new CaseWords(options, act.language());
  }

  String show(String template, Case file, Filled form, @Nullable OfferedBases barred, Act act) {
    List<Transfer> all = transfers.ofCase(file.id(), act.who());
    Map<UUID, TransferPage.Said> said = new HashMap<>();
    for (Transfer one : all) {
      said.put(
          one.id(),
          new TransferPage.Said(transfers.words(one, act.who()), transfers.answer(one, act.who())));
    }
    return act.show(
        "protect/transfer/" + template,
        new TransferPage(
            file,
            all,
            said,
            CaseReassignments.mayHandOver(file, act.who()),
            template.equals("new") ? recipients(file, form.shown("service"), act) : List.of(),
            barred,
            organisations.names(act.language()),
            form,
            words(act)));
  }

  /**
   * Possible recipients in the country: those that give the service first, then those in the same
   * town.
   */
  List<Option> recipients(Case file, String service, Act act) {
    Set<UUID> giving =
        providers.of(file, service, List.of(), act.who()).stream()
            .map(one -> one.organisation().id())
            .collect(Collectors.toSet());
    String town = organisations.find(file.organisation()).map(Organisation::place).orElse("");
    return organisations.open().stream()
        .filter(one -> !one.id().equals(file.organisation()) && !organisations.isFar(one.id()))
        .filter(
            one ->
                transfers.sameCountry(file, one) && !caseReassignments.canLead(one.id()).isEmpty())
        .sorted(
            Comparator.comparing((Organisation one) -> !giving.contains(one.id()))
                .thenComparing(one -> town.isEmpty() || !town.equalsIgnoreCase(one.place()))
                .thenComparing(Organisation::handle))
        .map(one -> new Option(one.id().toString(), label(one, giving, act)))
        .toList();
  }

  private static String label(Organisation one, Set<UUID> giving, Act act) {
    String name = one.name().in(act.language());
    return giving.contains(one.id()) ? name + " · " + act.text("transfer.gives-it") : name;
  }
}

package org.passerelle.protect.sharing.transfer.web;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Caseworkers;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.consent.OfferedBases;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.passerelle.protect.sharing.referral.Referrals;
import org.passerelle.protect.sharing.transfer.Transfer;
import org.passerelle.protect.sharing.transfer.TransferBasis;
import org.passerelle.protect.sharing.transfer.Transfers;
import org.passerelle.undo.Undo;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages of the transfers of a case, for its lead or a supervisor. */
@Controller
@RequestMapping("/protect/cases/{id}/transfers")
@Caseworkers
class CaseTransferController {
  private static final int WORDS = 4_000;
  private final Cases cases;
  private final Transfers transfers;
  private final TransferBasis basis;
  private final TransferPages pages;
  private final CodeOptions options;
  private final Undo undo;

  CaseTransferController(
      Cases cases,
      Transfers transfers,
      TransferBasis basis,
      TransferPages pages,
      CodeOptions options,
      Undo undo) {
    this.undo = undo;
    this.cases = cases;
    this.transfers = transfers;
    this.basis = basis;
    this.pages = pages;
    this.options = options;
  }

  @GetMapping
  String of(@PathVariable UUID id, Act act) {
    return pages.show("case", cases.read(id, act.who()), act.form(Map.of()), null, act);
  }

  @GetMapping("/new")
  String blank(@PathVariable UUID id, Act act) {
    return pages.show(
        "new", transfers.mayPropose(id, act.who()), act.form(Map.of("kind", "consent")), null, act);
  }

  @PostMapping
  String propose(@PathVariable UUID id, Act act) {
    Case file = transfers.mayPropose(id, act.who());
    Filled form = act.form();
    if (form.shown("step").equals("match")) {
      return act.more(() -> pages.show("new", file, form, null, act));
    }
    String service = form.neededCode("service", services());
    List<Option> recipients = pages.recipients(file, service, act);
    String recipient = form.neededCode("recipient", recipients);
    String words = form.neededText("words", WORDS);
    StatedBasis.Choice on = choice(form);
    return act.refusalsAt("recipient")
        .submit(
            () -> pages.show("new", file, form, barred(file, recipient, on), act),
            () -> {
              transfers.propose(
                  id,
                  new Transfer.Draft(UUID.fromString(recipient), service, words),
                  on,
                  act.who());
              act.notice("good", "transfer.proposed");
              return "/protect/cases/" + id + "/transfers";
            });
  }

  @PostMapping("/{transfer}/withdraw")
  String withdraw(@PathVariable UUID id, @PathVariable UUID transfer, Act act) {
    return act.once(
        () -> {
          transfers.withdraw(transfer, act.who());
          act.undoable(
              undo.offer(Transfers.WITHDRAWN, transfer, "", act.who()), "transfer.withdrawn");
          return "/protect/cases/" + id + "/transfers";
        });
  }

  /** Services that the case may need; the hand-over to another country is not one of them. */
  private Set<String> services() {
    Set<String> all = new HashSet<>(options.codes("services"));
    all.remove(Referrals.HAND_OVER);
    return all;
  }

  private StatedBasis.Choice choice(Filled form) {
    Set<String> kinds = new HashSet<>(options.codes("legal_basis_kinds"));
    kinds.add("consent");
    String kind = form.neededCode("kind", kinds);
    String reason = form.text("reason", WORDS);
    if (reason.isEmpty() && !kind.isEmpty() && !kind.equals("consent")) {
      form.errors().add("reason", "form.error.required");
    }
    String instrument = form.code("transfer", options.codes("transfer_instruments"));
    return new StatedBasis.Choice(kind, reason, instrument.isEmpty() ? null : instrument);
  }

  /** Alternatives to a basis that is not valid. */
  private @Nullable OfferedBases barred(Case file, String recipient, StatedBasis.Choice on) {
    if (recipient.isEmpty() || on.kind().isEmpty()) {
      return null;
    }
    OfferedBases offered = basis.offered(file, UUID.fromString(recipient));
    return offered.against(on).isPresent() ? offered : null;
  }
}

package org.passerelle.protect.sharing.transfer.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.Role;
import org.passerelle.accounts.Addressees;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.sharing.transfer.Transfer;
import org.passerelle.protect.sharing.transfer.Transfers;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of offers to the reader's organisation, and the status of what it gave away. */
@Controller
@Caseworkers
class TransfersController implements RoomEntries {
  private static final String LIST = "/protect/transfers";
  private static final String ONE = LIST + "/{id}";
  private static final int SHOWN = 200;
  private static final int WORDS = 1_000;
  private final Transfers transfers;
  private final TransferPages pages;
  private final Addressees organisations;

  TransfersController(Transfers transfers, TransferPages pages, Addressees organisations) {
    this.transfers = transfers;
    this.pages = pages;
    this.organisations = organisations;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(new RoomEntry("protect", 31, "transfer.nav", LIST, Caseworkers.ROLES));
  }

  @GetMapping(LIST)
  String all(Act act) {
    act.with("waiting", transfers.toAnswer(act.who(), SHOWN));
    act.with("given", transfers.given(act.who(), SHOWN));
    return named(act).show("protect/transfer/all");
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID id, Act act) {
    Optional<Transfer> mine =
        transfers.given(act.who(), Integer.MAX_VALUE).stream()
            .filter(t -> t.id().equals(id))
            .findFirst();
    if (mine.isPresent()) {
      Transfer found = mine.get();
      if (found.open()) {
        return "redirect:/protect/cases/" + found.caseId() + "/transfers";
      }
      return named(act).with("transfer", found).show("protect/transfer/status");
    }
    return again(id, act.form(Map.of("lead", act.who().user().toString())), act);
  }

  @PostMapping(ONE + "/accept")
  @Allowed({Role.CASE_MANAGER, Role.SUPERVISOR})
  String accept(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    String lead = form.neededCode("lead", leads(act));
    return act.refusalsAt("lead")
        .submit(
            () -> again(id, form, act),
            () -> {
              UUID caseId = transfers.accept(id, UUID.fromString(lead), act.who());
              act.notice("good", "transfer.accepted");
              return lead.equals(act.who().user().toString()) || act.who().is(Role.SUPERVISOR)
                  ? "/protect/cases/" + caseId
                  : LIST;
            });
  }

  @PostMapping(ONE + "/decline")
  @Allowed({Role.CASE_MANAGER, Role.SUPERVISOR})
  String decline(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    String reason = form.neededText("reason", WORDS);
    return act.refusalsAt("reason")
        .submit(
            () -> again(id, form, act),
            () -> {
              transfers.decline(id, reason, act.who());
              act.notice("good", "transfer.declined");
              return LIST;
            });
  }

  private List<Option> leads(Act act) {
    return transfers.leads(act.who()).stream()
        .map(u -> new Option(u.id().toString(), u.name()))
        .toList();
  }

  /** The form with its input, or the result if somebody was faster. */
  private String again(UUID id, Filled form, Act act) {
    Optional<Transfer> over = transfers.over(id, act.who());
    return over.isPresent()
        ? named(act).with("transfer", over.get()).show("protect/transfer/over")
        : offered(id, form, act);
  }

  private String offered(UUID id, Filled form, Act act) {
    if (!act.who().is(Transfers.ANSWER.toArray(Role[]::new))) {
      throw new NotFound();
    }
    act.with("leads", leads(act));
    act.with("form", form);
    return named(act).show("protect/transfer/offered", transfers.offered(id, act.who()));
  }

  private Act named(Act act) {
    return act.with("organisations", organisations.names(act.language()))
        .with("words", pages.words(act));
  }
}

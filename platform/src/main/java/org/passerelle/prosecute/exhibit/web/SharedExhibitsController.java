package org.passerelle.prosecute.exhibit.web;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.passerelle.accounts.ProvenOwner;
import org.passerelle.evidence.Content;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.prosecute.exhibit.HandOvers;
import org.passerelle.prosecute.exhibit.SharedExhibits;
import org.passerelle.prosecute.investigation.Investigators;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** An exhibit of another organisation: what it is, and its custody, each act signed. */
@Controller
@Investigators
class SharedExhibitsController {
  private static final String ONE = "/prosecute/shared-exhibits/{exhibit}";
  private final SharedExhibits shared;
  private final HandOvers handOvers;
  private final ExhibitPage page;
  private final ProvenOwner owner;

  SharedExhibitsController(
      SharedExhibits shared, HandOvers handOvers, ExhibitPage page, ProvenOwner owner) {
    this.shared = shared;
    this.handOvers = handOvers;
    this.page = page;
    this.owner = owner;
  }

  @GetMapping(ONE)
  String one(@PathVariable UUID exhibit, Act act) {
    act.form(Map.of());
    return page.showShared(exhibit, act);
  }

  @PostMapping(ONE + "/offer")
  @Confirmed("prosecute.done.custody-offered")
  String offer(@PathVariable UUID exhibit, Act act) {
    Offer offer = Offer.of(act);
    return signed(
        exhibit, act, id -> handOvers.offer(id, exhibit, offer.to(), offer.words(), act.who()));
  }

  @PostMapping(ONE + "/take")
  @Confirmed("prosecute.done.custody-taken")
  String take(@PathVariable UUID exhibit, Act act) {
    return signed(exhibit, act, id -> handOvers.take(id, exhibit, act.who()));
  }

  @PostMapping(ONE + "/refuse")
  @Confirmed("prosecute.done.custody-refused")
  String refuse(@PathVariable UUID exhibit, Act act) {
    String reason = act.form().neededText("why", CustodyController.REASON);
    return signed(exhibit, act, id -> handOvers.refuse(id, exhibit, reason, act.who()));
  }

  @PostMapping(ONE + "/check")
  @Confirmed("prosecute.done.custody-checked")
  String check(@PathVariable UUID exhibit, Act act) {
    String reason = act.form().text("why", CustodyController.REASON);
    return signed(exhibit, act, id -> handOvers.check(id, exhibit, reason, act.who()));
  }

  @PostMapping(ONE + "/withdraw")
  @Confirmed("prosecute.done.custody-withdrawn")
  String withdraw(@PathVariable UUID exhibit, Act act) {
    UUID id = investigation(exhibit, act);
    return act.once(at(exhibit), () -> handOvers.withdraw(id, exhibit, act.who()));
  }

  @PostMapping(ONE + "/confirm")
  String confirm(@PathVariable UUID exhibit, Act act) {
    investigation(exhibit, act);
    return owner.askFactor(at(exhibit), act.request());
  }

  /** Its bytes, for whoever holds it. */
  @GetMapping(ONE + "/content")
  ResponseEntity<Resource> content(@PathVariable UUID exhibit, Act act) throws IOException {
    Exhibit one = shared.open(exhibit, act.who()).exhibit();
    Content content = shared.content(exhibit, act.who());
    return FileAnswer.saved(one.downloadName(), MediaType.APPLICATION_OCTET_STREAM)
        .contentLength(one.size())
        .body(new InputStreamResource(content.open()));
  }

  private UUID investigation(UUID exhibit, Act act) {
    return shared.open(exhibit, act.who()).exhibit().investigation();
  }

  /** A signature asks for password and second factor. */
  private String signed(UUID exhibit, Act act, Consumer<UUID> work) {
    UUID id = investigation(exhibit, act);
    return owner
        .guard(act)
        .submit(() -> page.showShared(exhibit, act), at(exhibit), () -> work.accept(id));
  }

  private static String at(UUID exhibit) {
    return "/prosecute/shared-exhibits/" + exhibit;
  }
}

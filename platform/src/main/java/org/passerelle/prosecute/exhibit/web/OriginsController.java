package org.passerelle.prosecute.exhibit.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.prosecute.exhibit.DefenceDisclosures;
import org.passerelle.prosecute.exhibit.Derivation;
import org.passerelle.prosecute.exhibit.Derivations;
import org.passerelle.prosecute.exhibit.ExhibitHistories;
import org.passerelle.prosecute.investigation.Investigators;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** From what an exhibit was derived, and whether the defence gets it. */
@Controller
@Investigators
class OriginsController {
  private static final int LONGEST = 500;
  private final Derivations derivations;
  private final DefenceDisclosures disclosures;
  private final ExhibitHistories histories;
  private final ExhibitPage page;

  OriginsController(
      Derivations derivations,
      DefenceDisclosures disclosures,
      ExhibitHistories histories,
      ExhibitPage page) {
    this.derivations = derivations;
    this.disclosures = disclosures;
    this.histories = histories;
    this.page = page;
  }

  @PostMapping(ExhibitPage.ONE + "/derivation")
  @Confirmed("prosecute.done.saved")
  String derivation(@PathVariable UUID id, @PathVariable UUID exhibit, Act act) {
    Filled form = act.form();
    String way = form.neededCode("way", Set.copyOf(Derivation.WAYS));
    List<UUID> sources =
        form
            .codes(
                "sources",
                Set.copyOf(
                    ExhibitPage.sources(histories.of(id, exhibit, act.who()).others()).stream()
                        .map(one -> one.value())
                        .toList()))
            .stream()
            .map(UUID::fromString)
            .toList();
    Derivation derivation =
        new Derivation(
            way,
            sources,
            new Derivation.Words(
                form.text("how", LONGEST),
                form.text("maker", LONGEST),
                form.text("question", LONGEST)));
    return act.submit(
        () -> page.show(id, exhibit, act),
        ExhibitPage.at(id, exhibit),
        () -> derivations.say(id, exhibit, derivation, act.who()));
  }

  @PostMapping(ExhibitPage.ONE + "/original")
  @Confirmed("prosecute.done.saved")
  String original(@PathVariable UUID id, @PathVariable UUID exhibit, Act act) {
    return act.once(ExhibitPage.at(id, exhibit), () -> derivations.unsay(id, exhibit, act.who()));
  }

  @PostMapping(ExhibitPage.ONE + "/disclosure")
  @Confirmed("prosecute.done.saved")
  String disclosure(@PathVariable UUID id, @PathVariable UUID exhibit, Act act) {
    Filled form = act.form();
    String state = form.neededCode("disclosure", Set.copyOf(DefenceDisclosures.STATES));
    int before = form.number("decided", 0, 1_000_000).orElse(0);
    String reason = form.text("kept_back", LONGEST);
    return act.submit(
        () -> page.show(id, exhibit, act),
        ExhibitPage.at(id, exhibit),
        () -> disclosures.decide(id, exhibit, before, state, reason, act.who()));
  }
}

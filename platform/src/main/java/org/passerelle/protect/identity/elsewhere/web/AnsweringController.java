package org.passerelle.protect.identity.elsewhere.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Users;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.forms.words.CodeWords;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.identity.elsewhere.Hit;
import org.passerelle.protect.identity.elsewhere.Hits;
import org.passerelle.protect.identity.elsewhere.KnownFigures;
import org.passerelle.protect.sharing.consent.StatedBasis;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages to answer matches of other organisations' questions. */
@Controller
@Allowed({Role.FOCAL_POINT, Role.SUPERVISOR})
class AnsweringController implements RoomEntries {
  private static final String HERE = "/protect/elsewhere";
  private final Hits hits;
  private final KnownFigures figures;
  private final Cases cases;
  private final Users users;
  private final Addressees organisations;
  private final CodeOptions options;

  AnsweringController(
      Hits hits,
      KnownFigures figures,
      Cases cases,
      Users users,
      Addressees organisations,
      CodeOptions options) {
    this.hits = hits;
    this.figures = figures;
    this.cases = cases;
    this.users = users;
    this.organisations = organisations;
    this.options = options;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(
        new RoomEntry(
            "protect", 57, "elsewhere.nav", HERE, List.of(Role.FOCAL_POINT, Role.SUPERVISOR)));
  }

  @GetMapping(HERE)
  String all(Act act) {
    List<KnownFigures.Often> often = figures.often(act.who());
    return act.show(
        "protect/elsewhere/all",
        new AnsweringPage(
            hits.of(act.who()),
            figures.of(act.who()),
            figures.several(act.who()),
            often,
            users.names(
                often.stream().map(KnownFigures.Often::colleague).collect(Collectors.toSet())),
            organisations.names(act.language()),
            new CodeWords(options, act.language())));
  }

  @GetMapping(HERE + "/{hit}")
  String one(@PathVariable UUID hit, Act act) {
    Hit found = hits.find(hit, act.who());
    return one(
        found,
        act.form(Map.of("band", found.open() ? "" : found.band(), "contact", found.contact())),
        act);
  }

  private String one(Hit hit, Filled form, Act act) {
    act.with("hit", hit);
    act.with("offered", hits.offered(hit));
    act.with("form", form);
    act.with("from", organisations.names(act.language()).getOrDefault(hit.asker(), "…"));
    act.with("lead", users.names(Set.of(hit.lead())).getOrDefault(hit.lead(), "…"));
    act.with("sees", cases.sees(hit.caseId(), act.who()));
    act.with("words", new CodeWords(options, act.language()));
    return "protect/elsewhere/answer";
  }

  @PostMapping(HERE + "/{hit}")
  String decide(@PathVariable UUID hit, Act act) {
    Hit found = hits.find(hit, act.who());
    Filled form = act.form();
    String band = form.neededCode("band", Set.copyOf(Hits.BANDS));
    boolean told = !band.isEmpty() && !band.equals("none");
    String contact = told ? form.neededText("contact", Filled.SHORT) : "";
    StatedBasis.Choice basis = told ? ElsewhereController.basis(form, options) : null;
    return act.refusalsAt("kind")
        .submit(
            () -> one(found, form, act),
            () -> {
              hits.decide(hit, band, contact, basis, act.who());
              act.notice("good", "elsewhere.saved." + band);
              return HERE;
            });
  }
}

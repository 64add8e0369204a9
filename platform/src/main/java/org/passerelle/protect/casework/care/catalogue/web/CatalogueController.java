package org.passerelle.protect.casework.care.catalogue.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.Organisations;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.RoomEntries;
import org.passerelle.pages.RoomEntry;
import org.passerelle.protect.casework.care.catalogue.CareService;
import org.passerelle.protect.casework.care.catalogue.Catalogue;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of the catalogue: searched by people who help, maintained by each organisation. */
@Controller
@Allowed({
  Role.FIRST_RESPONDER,
  Role.CASE_MANAGER,
  Role.SUPERVISOR,
  Role.PLACEMENT_OFFICER,
  Role.FOCAL_POINT,
  Role.PROGRAMME_MANAGER
})
class CatalogueController implements RoomEntries {
  static final String ALL = "/protect/catalogue";
  private static final List<Role> READERS =
      List.of(
          Role.FIRST_RESPONDER,
          Role.CASE_MANAGER,
          Role.SUPERVISOR,
          Role.PLACEMENT_OFFICER,
          Role.FOCAL_POINT,
          Role.PROGRAMME_MANAGER);

  private final Catalogue catalogue;
  private final Cases cases;
  private final Organisations organisations;
  private final CodeOptions options;

  CatalogueController(
      Catalogue catalogue, Cases cases, Organisations organisations, CodeOptions options) {
    this.catalogue = catalogue;
    this.cases = cases;
    this.organisations = organisations;
    this.options = options;
  }

  @Override
  public List<RoomEntry> entries() {
    return List.of(new RoomEntry("protect", 70, "catalogue.nav", ALL, READERS));
  }

  @GetMapping(ALL)
  String search(Act act) {
    Filled asked = act.asked();
    CareService.Search search =
        new CareService.Search(
            asked.code("need", options.codes("care_needs")),
            asked.number("age", 0, 120).orElse(null),
            asked.code("language", options.codes("languages")),
            asked.code("country", options.codes("countries")),
            asked.text("words", 100));
    boolean own = asked.ticked("own") && Catalogue.keeps(act.who());
    return act.show(
        "protect/care/catalogue/list",
        new CataloguePage(
            file(act),
            search,
            own ? catalogue.own(search, act.who()) : catalogue.search(search),
            own,
            Catalogue.keeps(act.who()),
            new CaseWords(options, act.language())));
  }

  /** The case for which a service is sought. */
  private @Nullable Case file(Act act) {
    return act.asked().id("case").map(id -> cases.find(id, act.who())).orElse(null);
  }

  @GetMapping(ALL + "/{id}")
  String one(@PathVariable UUID id, Act act) {
    CareService.Entry entry = catalogue.find(id, act.who());
    return act.show(
        "protect/care/catalogue/one",
        new CataloguePage.One(
            entry,
            file(act),
            entry.owner().equals(act.who().organisation()) && Catalogue.keeps(act.who()),
            !entry.owner().equals(act.who().organisation())
                && organisations.find(entry.owner()).filter(o -> o.casework()).isPresent(),
            new CaseWords(options, act.language())));
  }

  @GetMapping(ALL + "/new")
  String blank(Act act) {
    keeper(act);
    act.form(Map.of("status", "active", "assured", act.page().moments().today().toString()));
    return form(null, act);
  }

  private static void keeper(Act act) {
    if (!Catalogue.keeps(act.who())) {
      throw new NotFound();
    }
  }

  private String form(CareService.@Nullable Entry entry, Act act) {
    act.with("entry", entry);
    return act.show("protect/care/catalogue/form", new CaseWords(options, act.language()));
  }

  @PostMapping(ALL)
  String add(Act act) {
    keeper(act);
    CareService service = ServiceForm.read(act, options);
    return act.refusalsAt("name")
        .submit(
            () -> form(null, act),
            () -> {
              UUID id = catalogue.add(service, act.who());
              act.notice("good", "catalogue.added");
              return ALL + "/" + id;
            });
  }

  private CareService.Entry mine(UUID id, Act act) {
    keeper(act);
    CareService.Entry entry = catalogue.find(id, act.who());
    if (!entry.owner().equals(act.who().organisation())) {
      throw new NotFound();
    }
    return entry;
  }

  @GetMapping(ALL + "/{id}/edit")
  String edit(@PathVariable UUID id, Act act) {
    CareService.Entry entry = mine(id, act);
    act.form(ServiceForm.stored(entry.service()));
    return form(entry, act);
  }

  @PostMapping(ALL + "/{id}/edit")
  String change(@PathVariable UUID id, Act act) {
    CareService.Entry entry = mine(id, act);
    CareService service = ServiceForm.read(act, options);
    int version = act.form().version();
    return act.refusalsAt("name")
        .submit(
            () -> form(entry, act),
            () -> {
              catalogue.change(id, version, service, act.who());
              act.notice("good", "catalogue.changed");
              return ALL + "/" + id;
            },
            () -> ServiceForm.stored(catalogue.find(id, act.who()).service()));
  }

  /** Confirms that the entry is correct. */
  @PostMapping(ALL + "/{id}/assured")
  String assure(@PathVariable UUID id, Act act) {
    return act.once(
        ALL + "/" + id,
        () -> {
          catalogue.assure(id, act.who());
          act.notice("good", "catalogue.assured");
        });
  }
}

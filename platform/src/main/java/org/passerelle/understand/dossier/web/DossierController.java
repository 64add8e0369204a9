package org.passerelle.understand.dossier.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.refusal.NotFound;
import org.passerelle.understand.dossier.Dossier;
import org.passerelle.understand.dossier.Dossiers;
import org.passerelle.understand.dossier.edition.Composer;
import org.passerelle.understand.dossier.edition.Edition;
import org.passerelle.understand.network.Networks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The dossier of a network: its versions, the authors' texts, issuing. */
@Controller
@Allowed({Role.ANALYST, Role.PROSECUTOR})
class DossierController {
  static final String AT = "/understand/networks/{id}/dossier";
  private final Dossiers dossiers;
  private final Networks networks;
  private final DossierPages pages;
  private final Users users;

  DossierController(Dossiers dossiers, Networks networks, DossierPages pages, Users users) {
    this.dossiers = dossiers;
    this.networks = networks;
    this.pages = pages;
    this.users = users;
  }

  @GetMapping(AT)
  String list(@PathVariable UUID id, Act act) {
    List<Dossier.Line> lines = dossiers.lines(id, act.who());
    Set<UUID> makers = lines.stream().map(Dossier.Line::computedBy).collect(Collectors.toSet());
    return act.with("network", id)
        .with("title", networks.open(id, act.who()).title())
        .with("lines", lines)
        .with("names", users.names(makers))
        .with("grids", grids(act.who()))
        .show("understand/dossier/list");
  }

  private List<Option> grids(SignedIn who) {
    return dossiers.grids(who).stream().map(g -> new Option(g.id().toString(), g.title())).toList();
  }

  @PostMapping(AT)
  String compute(@PathVariable UUID id, Act act) {
    Set<String> offered = grids(act.who()).stream().map(Option::value).collect(Collectors.toSet());
    Set<UUID> chosen =
        act.form().codes("grid", offered).stream()
            .map(UUID::fromString)
            .collect(Collectors.toSet());
    return act.once(() -> "/work/" + dossiers.compute(id, chosen, act.who()));
  }

  @GetMapping(AT + "/{number}")
  String show(@PathVariable UUID id, @PathVariable int number, Act act) {
    String edition = act.asked().shown("edition");
    act.form(Map.of());
    return page(
        dossiers.read(id, number, act.who()),
        edition.isEmpty() ? Edition.MAGISTRATE : Edition.of(edition).orElseThrow(NotFound::new),
        act);
  }

  private String page(Dossier dossier, Edition edition, Act act) {
    return act.show("understand/dossier/dossier", pages.page(dossier, edition, act));
  }

  private String again(UUID id, int number, Act act) {
    return page(dossiers.read(id, number, act.who()), Edition.MAGISTRATE, act);
  }

  @PostMapping(AT + "/{number}/texts/{chapter}")
  String write(@PathVariable UUID id, @PathVariable int number, Act act) {
    String chapter = act.part("chapter");
    if (!Composer.CHAPTERS.contains(chapter)) {
      throw new NotFound();
    }
    String text = act.form().text(chapter, Filled.LONG);
    return act.refusalsAt(chapter)
        .submit(
            () -> again(id, number, act),
            () -> {
              dossiers.write(id, number, act.form().version(), chapter, text, act.who());
              act.notice("good", "dossier.written.now");
              return Dossiers.at(id) + "/" + number + "#c-" + chapter;
            },
            () -> Filled.with(dossiers.find(id, number, act.who()).texts()));
  }

  @PostMapping(AT + "/{number}/issue")
  String issue(@PathVariable UUID id, @PathVariable int number, Act act) {
    Filled form = act.form();
    if (!form.ticked("name")) {
      form.errors().add("name", "dossier.issue.error");
    }
    return act.refusalsAt("name")
        .submit(
            () -> again(id, number, act),
            Dossiers.at(id) + "/" + number,
            () -> {
              dossiers.issue(id, number, form.version(), act.who());
              act.notice("good", "dossier.issued.now");
            });
  }
}

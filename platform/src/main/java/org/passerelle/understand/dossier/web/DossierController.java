package org.passerelle.understand.dossier.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Users;
import org.passerelle.pages.Filled;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.pages.Refused;
import org.passerelle.understand.dossier.Dossier;
import org.passerelle.understand.dossier.Dossiers;
import org.passerelle.understand.dossier.edition.Composer;
import org.passerelle.understand.dossier.edition.Edition;
import org.passerelle.understand.network.Networks;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The dossier of a network: its versions, what its authors write, issuing. */
@Controller
@Allowed({Role.ANALYST, Role.PROSECUTOR})
class DossierController {
  static final String AT = "/understand/networks/{id}/dossier";
  private static final String PAGE = "understand/dossier/dossier";
  private final Dossiers dossiers;
  private final Networks networks;
  private final DossierPages pages;
  private final Users users;
  private final OnceOnly once;

  DossierController(
      Dossiers dossiers, Networks networks, DossierPages pages, Users users, OnceOnly once) {
    this.dossiers = dossiers;
    this.networks = networks;
    this.pages = pages;
    this.users = users;
    this.once = once;
  }

  @GetMapping(AT)
  String list(@PathVariable UUID id, @AuthenticationPrincipal SignedIn who, Model model) {
    List<Dossier.Line> lines = dossiers.lines(id, who);
    model.addAttribute("network", id);
    model.addAttribute("title", networks.open(id, who).title());
    model.addAttribute("lines", lines);
    model.addAttribute(
        "names",
        users.names(lines.stream().map(Dossier.Line::computedBy).collect(Collectors.toSet())));
    model.addAttribute(
        "grids",
        dossiers.grids(who).stream().map(g -> new Option(g.id().toString(), g.title())).toList());
    return "understand/dossier/list";
  }

  @PostMapping(AT)
  String compute(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who) {
    Filled form = Filled.of(sent);
    Set<String> offered =
        dossiers.grids(who).stream().map(g -> g.id().toString()).collect(Collectors.toSet());
    Set<UUID> chosen =
        form.codes("grid", offered).stream().map(UUID::fromString).collect(Collectors.toSet());
    return once.run(form.once(), who, () -> "/work/" + dossiers.compute(id, chosen, who));
  }

  @GetMapping(AT + "/{number}")
  String show(
      @PathVariable UUID id,
      @PathVariable int number,
      @RequestParam(defaultValue = "magistrate") String edition,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      Model model) {
    Edition chosen = Edition.of(edition).orElseThrow(NotFound::new);
    Filled form = Filled.of(Map.of());
    model.addAttribute("view", pages.page(dossiers.read(id, number, who), chosen, form, who, page));
    return PAGE;
  }

  @PostMapping(AT + "/{number}/texts/{chapter}")
  String write(
      @PathVariable UUID id,
      @PathVariable int number,
      @PathVariable String chapter,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    if (!Composer.CHAPTERS.contains(chapter)) {
      throw new NotFound();
    }
    Filled form = Filled.of(new HashMap<>(sent));
    String text = form.text(chapter, Filled.LONG);
    if (form.errors().isEmpty()) {
      try {
        return once.run(
            form.once(),
            who,
            () -> {
              dossiers.write(id, number, form.version(), chapter, text, who);
              Notices.leave(request, "good", page.text("dossier.written.now"));
              return Dossiers.at(id) + "/" + number + "#c-" + chapter;
            });
      } catch (Refused refused) {
        form.errors().add(chapter, refused.key(), refused.arguments());
      }
    }
    return again(id, number, form, page, who, response, model);
  }

  @PostMapping(AT + "/{number}/issue")
  String issue(
      @PathVariable UUID id,
      @PathVariable int number,
      @RequestParam MultiValueMap<String, String> sent,
      @ModelAttribute("page") Page page,
      @AuthenticationPrincipal SignedIn who,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Filled form = Filled.of(new HashMap<>(sent));
    if (!form.ticked("name")) {
      form.errors().add("name", "dossier.issue.error");
      return again(id, number, form, page, who, response, model);
    }
    try {
      return once.run(
          form.once(),
          who,
          () -> {
            dossiers.issue(id, number, form.version(), who);
            Notices.leave(request, "good", page.text("dossier.issued.now"));
            return Dossiers.at(id) + "/" + number;
          });
    } catch (Refused refused) {
      form.errors().add("name", refused.key(), refused.arguments());
      return again(id, number, form, page, who, response, model);
    }
  }

  private String again(
      UUID id,
      int number,
      Filled form,
      Page page,
      SignedIn who,
      HttpServletResponse response,
      Model model) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute(
        "view", pages.page(dossiers.read(id, number, who), Edition.MAGISTRATE, form, who, page));
    return PAGE;
  }
}

package org.passerelle.house.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.passerelle.PlatformSettings;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.language.Language;
import org.passerelle.language.Languages;
import org.passerelle.pages.LanguageChoice;
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The organisations of the node, for administrators. */
@Controller
@Allowed(Role.ADMINISTRATOR)
public class OrganisationPages {
  private final PlatformSettings settings;
  private final Organisations organisations;
  private final Languages languages;
  private final Choices choices;
  private final OnceOnly once;

  OrganisationPages(
      PlatformSettings settings,
      Organisations organisations,
      Languages languages,
      Choices choices,
      OnceOnly once) {
    this.settings = settings;
    this.organisations = organisations;
    this.languages = languages;
    this.choices = choices;
    this.once = once;
  }

  /**
   * A line of the list, or the head of one organisation's page.
   *
   * @param name in the reader's language
   * @param address {@code handle@node}
   * @param country in the reader's language
   */
  public record Line(Organisation organisation, String name, String address, String country) {}

  @GetMapping("/house/organisations")
  String list(HttpServletRequest request, Model model) {
    Language language = LanguageChoice.of(request, languages);
    List<Line> lines = organisations.all().stream().map(o -> line(o, language)).toList();
    model.addAttribute("lines", lines);
    return "house/accounts/organisations";
  }

  @GetMapping("/house/organisations/new")
  String fill(HttpServletRequest request, Model model) {
    Language language = LanguageChoice.of(request, languages);
    model.addAttribute("form", choices.organisation(OrganisationFields.EMPTY, language));
    return "house/accounts/organisation-new";
  }

  @PostMapping("/house/organisations")
  String create(
      @AuthenticationPrincipal SignedIn who,
      @RequestParam("_once") UUID token,
      @ModelAttribute OrganisationFields fields,
      HttpServletRequest request) {
    return once.run(
        token,
        who,
        () -> {
          Organisation made = organisations.create(who, fields.draft());
          say(request, "access.organisation.created");
          return "/house/organisations/" + made.id();
        });
  }

  @GetMapping("/house/organisations/{id}")
  String show(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable UUID id,
      HttpServletRequest request,
      Model model) {
    Language language = LanguageChoice.of(request, languages);
    Organisation organisation = organisations.find(id).orElseThrow(NotFound::new);
    model.addAttribute("head", line(organisation, language));
    model.addAttribute("form", choices.organisation(OrganisationFields.of(organisation), language));
    model.addAttribute("own", id.equals(who.organisation()));
    return "house/accounts/organisation";
  }

  @PostMapping("/house/organisations/{id}")
  String change(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable UUID id,
      @RequestParam("_once") UUID token,
      @ModelAttribute OrganisationFields fields,
      HttpServletRequest request) {
    return once.run(
        token,
        who,
        () -> {
          organisations.change(who, id, fields.draft());
          say(request, "access.organisation.changed");
          return "/house/organisations/" + id;
        });
  }

  @PostMapping("/house/organisations/{id}/active")
  String setActive(
      @AuthenticationPrincipal SignedIn who,
      @PathVariable UUID id,
      @RequestParam("_once") UUID token,
      @RequestParam boolean active,
      HttpServletRequest request) {
    return once.run(
        token,
        who,
        () -> {
          organisations.setActive(who, id, active);
          say(request, active ? "access.organisation.opened" : "access.organisation.closed");
          return "/house/organisations/" + id;
        });
  }

  private Line line(Organisation organisation, Language language) {
    return new Line(
        organisation,
        organisation.name().in(language),
        organisation.address(settings.node()),
        Choices.country(organisation.country(), language));
  }

  private void say(HttpServletRequest request, String key) {
    Language language = LanguageChoice.of(request, languages);
    Notices.leave(request, "good", languages.texts(language).text(key));
  }
}

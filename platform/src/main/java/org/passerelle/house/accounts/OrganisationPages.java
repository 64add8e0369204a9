package org.passerelle.house.accounts;

import java.util.List;
import java.util.UUID;
import org.passerelle.PlatformSettings;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.Organisations;
import org.passerelle.language.Language;
import org.passerelle.pages.Act;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Administration of the node's organisations. */
@Controller
@Allowed(Role.ADMINISTRATOR)
public class OrganisationPages {
  private final PlatformSettings settings;
  private final Organisations organisations;
  private final Choices choices;

  OrganisationPages(PlatformSettings settings, Organisations organisations, Choices choices) {
    this.settings = settings;
    this.organisations = organisations;
    this.choices = choices;
  }

  /**
   * A row of the list, or the heading of an organisation's page.
   *
   * @param name in the user's language
   * @param address {@code handle@node}
   * @param country in the user's language
   */
  public record Line(Organisation organisation, String name, String address, String country) {}

  @GetMapping("/house/organisations")
  String list(Act act) {
    Language language = act.language();
    List<Line> lines = organisations.all().stream().map(o -> line(o, language)).toList();
    act.with("lines", lines);
    return "house/accounts/organisations";
  }

  @GetMapping("/house/organisations/new")
  String fill(Act act) {
    Language language = act.language();
    act.with("form", choices.organisation(OrganisationFields.EMPTY, language));
    return "house/accounts/organisation-new";
  }

  @PostMapping("/house/organisations")
  String create(@ModelAttribute OrganisationFields fields, Act act) {
    return act.once(
        () -> {
          Organisation made = organisations.create(act.who(), fields.draft());
          act.notice("good", "access.organisation.created");
          return "/house/organisations/" + made.id();
        });
  }

  @GetMapping("/house/organisations/{id}")
  String show(@PathVariable UUID id, Act act) {
    Language language = act.language();
    Organisation organisation = organisations.find(id).orElseThrow(NotFound::new);
    act.with("head", line(organisation, language));
    act.with("form", choices.organisation(OrganisationFields.of(organisation), language));
    act.with("own", id.equals(act.who().organisation()));
    return "house/accounts/organisation";
  }

  @PostMapping("/house/organisations/{id}")
  String change(@PathVariable UUID id, @ModelAttribute OrganisationFields fields, Act act) {
    return act.once(
        () -> {
          organisations.change(act.who(), id, fields.draft());
          act.notice("good", "access.organisation.changed");
          return "/house/organisations/" + id;
        });
  }

  @PostMapping("/house/organisations/{id}/active")
  String setActive(@PathVariable UUID id, @RequestParam boolean active, Act act) {
    return act.once(
        () -> {
          organisations.setActive(act.who(), id, active);
          act.notice("good", active ? "access.organisation.opened" : "access.organisation.closed");
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
}

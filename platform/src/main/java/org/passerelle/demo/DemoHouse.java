package org.passerelle.demo;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.DemoUsers;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.OrganisationDraft;
import org.passerelle.accounts.UserDraft;
import org.passerelle.language.Language;
import org.passerelle.language.ResourceYaml;
import org.passerelle.register.Entry;
import org.passerelle.register.Register;
import org.passerelle.storage.Identifiers;
import org.springframework.stereotype.Component;

/**
 * Organisations and users of the demonstration: the strategy's institutions, which never have
 * cases, and invented casework organisations marked (demo).
 */
@Component
class DemoHouse {
  private final DemoUsers demo;
  private final Identifiers identifiers;
  private final Register register;

  DemoHouse(DemoUsers demo, Identifiers identifiers, Register register) {
    this.demo = demo;
    this.identifiers = identifiers;
    this.register = register;
  }

  /** Enters them all. */
  List<Staff> furnish() {
    Map<String, Organisation> organisations = new HashMap<>();
    for (Map<String, Object> entry :
        ResourceYaml.maps(ResourceYaml.read("demo/organisations.yaml").get("organisations"))) {
      Organisation made = demo.organisation(identifiers.next(), draft(entry));
      organisations.put(ResourceYaml.text(entry, "id"), made);
    }
    for (Entry entry : register.facts().all("organisation")) {
      demo.organisation(identifiers.next(), institution(entry));
    }
    return users("users", organisations);
  }

  /**
   * Those who come after the cases, so that these stay the same; in organisations of the others.
   */
  List<Staff> later(List<Staff> before) {
    Map<String, Organisation> organisations = new HashMap<>();
    before.forEach(one -> organisations.put(one.organisation().handle(), one.organisation()));
    return users("later", organisations);
  }

  private List<Staff> users(String list, Map<String, Organisation> organisations) {
    String hash = demo.hash(DemoUsers.PASSWORD);
    List<Staff> staff = new ArrayList<>();
    for (Map<String, Object> entry :
        ResourceYaml.maps(ResourceYaml.read("demo/users.yaml").get(list))) {
      staff.add(user(entry, organisations, hash));
    }
    return staff;
  }

  private Staff user(
      Map<String, Object> entry, Map<String, Organisation> organisations, String hash) {
    Organisation organisation = organisations.get(ResourceYaml.text(entry, "organisation"));
    if (organisation == null) {
      throw new IllegalStateException(
          "demo/users.yaml names an organisation that demo/organisations.yaml lacks.");
    }
    Set<Role> roles = EnumSet.noneOf(Role.class);
    ResourceYaml.texts(entry.get("roles"))
        .forEach(r -> roles.add(Role.valueOf(r.toUpperCase(Locale.ROOT))));
    String language = ResourceYaml.text(entry, "language");
    String tag = language.equals("sr") ? "sr-Cyrl" : language;
    Map<String, Object> names = ResourceYaml.map(entry.get("name"));
    String name = ResourceYaml.text(names, tag.equals("sr-Cyrl") ? "cyrillic" : "latin");
    UUID id = identifiers.next();
    String login = ResourceYaml.text(entry, "login");
    demo.user(
        id,
        new UserDraft(
            login,
            name.isEmpty() ? ResourceYaml.text(names, "latin") : name,
            organisation.id(),
            tag,
            roles),
        hash);
    Language spoken = new Language(tag);
    return new Staff(
        login,
        new SignedIn(id, name, organisation.id(), organisation.name().in(spoken), roles),
        organisation,
        spoken);
  }

  private static OrganisationDraft draft(Map<String, Object> entry) {
    String country = ResourceYaml.text(entry, "country");
    return new OrganisationDraft(
        ResourceYaml.text(entry, "id"),
        ResourceYaml.wording(entry.get("names")),
        ResourceYaml.text(entry, "type"),
        country.isEmpty() ? "ZZ" : country,
        ResourceYaml.wording(entry.get("mandate")).byLanguage().getOrDefault("en", ""),
        ResourceYaml.text(entry, "place"),
        ResourceYaml.text(entry, "duty-phone"),
        true);
  }

  /** One of the strategy's institutions: real, so that it holds no users and no cases here. */
  private static OrganisationDraft institution(Entry entry) {
    String country = entry.text("country");
    return new OrganisationDraft(
        entry.id(),
        entry.wording("name"),
        entry.text("type"),
        country.isEmpty() ? "ZZ" : country,
        entry.wording("role").byLanguage().getOrDefault("en", ""),
        "",
        "",
        false);
  }

  /** Somebody who works in the demonstration. */
  record Staff(String login, SignedIn who, Organisation organisation, Language language) {
    boolean is(Role role) {
      return who.is(role);
    }
  }
}

package org.passerelle.demo;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.DemoUsers;
import org.passerelle.access.Organisation;
import org.passerelle.access.OrganisationDraft;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.UserDraft;
import org.passerelle.language.Language;
import org.passerelle.language.ResourceYaml;
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

  DemoHouse(DemoUsers demo, Identifiers identifiers) {
    this.demo = demo;
    this.identifiers = identifiers;
  }

  /** Enters them all. */
  List<Staff> furnish() {
    Map<String, Organisation> organisations = new HashMap<>();
    for (Map<String, Object> entry :
        ResourceYaml.maps(ResourceYaml.read("demo/organisations.yaml").get("organisations"))) {
      Organisation made = demo.organisation(identifiers.next(), draft(entry, true));
      organisations.put(ResourceYaml.text(entry, "id"), made);
    }
    for (Map<String, Object> entry :
        ResourceYaml.maps(ResourceYaml.read("partner/institutions.yaml").get("institutions"))) {
      demo.organisation(identifiers.next(), draft(entry, false));
    }
    String hash = demo.hash(DemoUsers.PASSWORD);
    List<Staff> staff = new ArrayList<>();
    for (Map<String, Object> entry :
        ResourceYaml.maps(ResourceYaml.read("demo/users.yaml").get("users"))) {
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

  private static OrganisationDraft draft(Map<String, Object> entry, boolean casework) {
    String country = ResourceYaml.text(entry, "country");
    return new OrganisationDraft(
        ResourceYaml.text(entry, "id"),
        ResourceYaml.wording(entry.get("names")),
        ResourceYaml.text(entry, "type"),
        country.isEmpty() ? "ZZ" : country,
        ResourceYaml.wording(
                entry.containsKey("mandate") ? entry.get("mandate") : entry.get("role"))
            .byLanguage()
            .getOrDefault("en", ""),
        ResourceYaml.text(entry, "place"),
        ResourceYaml.text(entry, "duty-phone"),
        casework);
  }

  /** Somebody who works in the demonstration. */
  record Staff(String login, SignedIn who, Organisation organisation, Language language) {
    boolean is(Role role) {
      return who.is(role);
    }
  }
}

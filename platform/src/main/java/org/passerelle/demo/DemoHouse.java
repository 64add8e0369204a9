package org.passerelle.demo;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.DemoUsers;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.OrganisationDraft;
import org.passerelle.accounts.Organisations;
import org.passerelle.accounts.UserDraft;
import org.passerelle.accounts.Users;
import org.passerelle.language.Language;
import org.passerelle.language.ResourceYaml;
import org.passerelle.register.Entry;
import org.passerelle.register.Register;
import org.passerelle.storage.Identifiers;
import org.springframework.stereotype.Component;

/**
 * Organisations and users of the demonstration: the strategy's institutions, which never have
 * cases, and invented organisations with cases, marked (demo).
 */
@Component
class DemoHouse {
  private final DemoUsers demo;
  private final Identifiers identifiers;
  private final Register register;
  private final Organisations organisations;
  private final Users users;

  DemoHouse(
      DemoUsers demo,
      Identifiers identifiers,
      Register register,
      Organisations organisations,
      Users users) {
    this.demo = demo;
    this.identifiers = identifiers;
    this.register = register;
    this.organisations = organisations;
    this.users = users;
  }

  /** Creates all of them. */
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
   * Users added after the cases, so that the random cases stay the same; in existing organisations.
   */
  List<Staff> later(List<Staff> before) {
    Map<String, Organisation> organisations = new HashMap<>();
    before.forEach(one -> organisations.put(one.organisation().handle(), one.organisation()));
    return users("later", organisations);
  }

  /** Users created by {@link #furnish} before an interruption. */
  List<Staff> known() {
    return known(entries("users"));
  }

  /** All users, once the later ones were added. */
  List<Staff> everybody() {
    List<Map<String, Object>> all = new ArrayList<>(entries("users"));
    all.addAll(entries("later"));
    return known(all);
  }

  private List<Staff> known(List<Map<String, Object>> entries) {
    Map<String, Organisation> there =
        organisations.all().stream()
            .collect(Collectors.toUnmodifiableMap(Organisation::handle, Function.identity()));
    Map<String, UUID> ids =
        users.all().stream().collect(Collectors.toUnmodifiableMap(User::login, User::id));
    return entries.stream()
        .map(
            entry ->
                staff(
                    entry,
                    organisation(entry, there),
                    Objects.requireNonNull(ids.get(ResourceYaml.text(entry, "login")))))
        .toList();
  }

  private static List<Map<String, Object>> entries(String list) {
    return ResourceYaml.maps(ResourceYaml.read("demo/users.yaml").get(list));
  }

  private List<Staff> users(String list, Map<String, Organisation> organisations) {
    String hash = demo.hash(DemoUsers.PASSWORD);
    List<Staff> staff = new ArrayList<>();
    for (Map<String, Object> entry : entries(list)) {
      Staff one = staff(entry, organisation(entry, organisations), identifiers.next());
      demo.user(
          one.who().user(),
          new UserDraft(
              one.login(),
              one.who().name(),
              one.organisation().id(),
              one.language().tag(),
              one.who().roles()),
          hash);
      staff.add(one);
    }
    return staff;
  }

  private static Organisation organisation(
      Map<String, Object> entry, Map<String, Organisation> organisations) {
    Organisation organisation = organisations.get(ResourceYaml.text(entry, "organisation"));
    if (organisation == null) {
      throw new IllegalStateException(
          "demo/users.yaml names an organisation that demo/organisations.yaml lacks.");
    }
    return organisation;
  }

  private static Staff staff(Map<String, Object> entry, Organisation organisation, UUID id) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    ResourceYaml.texts(entry.get("roles"))
        .forEach(r -> roles.add(Role.valueOf(r.toUpperCase(Locale.ROOT))));
    String language = ResourceYaml.text(entry, "language");
    Language spoken = new Language(language.equals("sr") ? "sr-Cyrl" : language);
    Map<String, Object> names = ResourceYaml.map(entry.get("name"));
    String written =
        ResourceYaml.text(names, spoken.tag().equals("sr-Cyrl") ? "cyrillic" : "latin");
    String name = written.isEmpty() ? ResourceYaml.text(names, "latin") : written;
    return new Staff(
        ResourceYaml.text(entry, "login"),
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

  /** One of the strategy's institutions: it is real, so it has no users and no cases here. */
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

  /** A user of the demonstration. */
  record Staff(String login, SignedIn who, Organisation organisation, Language language) {
    boolean is(Role role) {
      return who.is(role);
    }
  }
}

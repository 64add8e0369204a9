package org.passerelle.demo.region;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.passerelle.access.Role;
import org.passerelle.accounts.OrganisationDraft;
import org.passerelle.language.ResourceYaml;

/** The section of demo/region.yaml about one node. Immutable. */
final class Region {
  private final Map<String, Object> house;

  private Region(Map<String, Object> house) {
    this.house = house;
  }

  /** The names of all nodes, in the order of the story. */
  static List<String> names() {
    return List.copyOf(
        ResourceYaml.map(ResourceYaml.read("demo/region.yaml").get("houses")).keySet());
  }

  static Region of(String name) {
    Map<String, Object> houses =
        ResourceYaml.map(ResourceYaml.read("demo/region.yaml").get("houses"));
    if (!houses.containsKey(name)) {
      throw new IllegalStateException("demo/region.yaml has no house " + name + ".");
    }
    return new Region(ResourceYaml.map(houses.get(name)));
  }

  OrganisationDraft organisation() {
    Map<String, Object> entry = ResourceYaml.map(house.get("organisation"));
    return new OrganisationDraft(
        ResourceYaml.text(entry, "id"),
        ResourceYaml.wording(entry.get("names")),
        ResourceYaml.text(entry, "type"),
        ResourceYaml.text(entry, "country"),
        "",
        ResourceYaml.text(entry, "place"),
        ResourceYaml.text(entry, "duty-phone"),
        true);
  }

  List<Person> people() {
    return ResourceYaml.maps(house.get("people")).stream().map(Region::person).toList();
  }

  private static Person person(Map<String, Object> entry) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    ResourceYaml.texts(entry.get("roles"))
        .forEach(r -> roles.add(Role.valueOf(r.toUpperCase(Locale.ROOT))));
    return new Person(
        ResourceYaml.text(entry, "login"),
        ResourceYaml.text(entry, "name"),
        ResourceYaml.text(entry, "language"),
        roles);
  }

  Child child() {
    Map<String, Object> entry = ResourceYaml.map(house.get("child"));
    return new Child(
        ResourceYaml.text(entry, "name"),
        ResourceYaml.text(entry, "birth"),
        ResourceYaml.text(entry, "known-as"),
        ResourceYaml.text(entry, "form"),
        ResourceYaml.text(entry, "came"),
        ResourceYaml.text(entry, "summary"));
  }

  /** Nodes that may find the child here. */
  List<String> foundBy() {
    return ResourceYaml.texts(house.get("found-by"));
  }

  /** The letterbox that this node offers to a country without one; empty if there is none. */
  Map<String, Object> letterbox() {
    return ResourceYaml.map(house.get("letterbox"));
  }

  /** A user. */
  record Person(String login, String name, String language, Set<Role> roles) {
    Person {
      roles = Set.copyOf(roles);
    }
  }

  /** The child, with the name as noted by an officer there. */
  record Child(
      String name, String birth, String knownAs, String form, String came, String summary) {}
}

package org.passerelle.demo.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.passerelle.language.ResourceYaml;

/**
 * Generates names of the region from the lists in {@code demo/names.yaml}; one person, several
 * spellings.
 */
public final class DemoPeople {
  private final Map<String, Country> countries = new HashMap<>();
  private final List<Map<String, Object>> pseudonyms =
      ResourceYaml.maps(ResourceYaml.read("demo/pseudonyms.yaml").get("pseudonyms"));

  public DemoPeople() {
    ResourceYaml.read("demo/names.yaml")
        .forEach(
            (code, node) -> {
              Map<String, Object> entry = ResourceYaml.map(node);
              Map<String, Object> forenames = ResourceYaml.map(entry.get("forenames"));
              countries.put(
                  code,
                  new Country(
                      spellings(forenames.get("f"), "f"),
                      spellings(forenames.get("m"), "m"),
                      spellings(entry.get("surnames"), "f"),
                      spellings(entry.get("surnames"), "m")));
            });
  }

  /** Codes of the countries with names. */
  public List<String> origins() {
    return countries.keySet().stream().sorted().toList();
  }

  /** A full name: first in its original spelling, then, if that differs, in Latin letters. */
  public List<String> name(String country, boolean female, RandomGenerator random) {
    return name(country, female, random, random);
  }

  /**
   * The same for a member of a family.
   *
   * @param ofFamily generator for the surname; the same generator gives the same one, in the form
   *     of the sex
   */
  public List<String> name(
      String country, boolean female, RandomGenerator random, RandomGenerator ofFamily) {
    Country names = Objects.requireNonNull(countries.get(country), country);
    Spelling forename = pick(female ? names.women : names.men, random);
    Spelling surname = pick(female ? names.surnamesOfWomen : names.surnamesOfMen, ofFamily);
    String home = forename.home + " " + surname.home;
    String latin = forename.latin + " " + surname.latin;
    return home.equals(latin) ? List.of(home) : List.of(home, latin);
  }

  /** A pseudonym in the script of the organisation's language. */
  public String pseudonym(boolean cyrillic, RandomGenerator random) {
    return ResourceYaml.text(pick(pseudonyms, random), cyrillic ? "cyrillic" : "latin");
  }

  public static <T> T pick(List<T> list, RandomGenerator random) {
    return list.get(random.nextInt(list.size()));
  }

  private static List<Spelling> spellings(
      @org.jspecify.annotations.Nullable Object node, String sex) {
    List<Spelling> all = new ArrayList<>();
    if (node instanceof List<?> list) {
      for (Object item : list) {
        all.add(spelling(item, sex));
      }
    }
    return all;
  }

  /** Plain text, a pair of native and Latin, or one of these by sex. */
  private static Spelling spelling(Object item, String sex) {
    if (!(item instanceof Map<?, ?>)) {
      return new Spelling(item.toString(), item.toString());
    }
    Map<String, Object> entry = ResourceYaml.map(item);
    Object bySex = entry.get(sex);
    if (bySex != null) {
      return spelling(bySex, sex);
    }
    return new Spelling(ResourceYaml.text(entry, "native"), ResourceYaml.text(entry, "latin"));
  }

  private record Country(
      List<Spelling> women,
      List<Spelling> men,
      List<Spelling> surnamesOfWomen,
      List<Spelling> surnamesOfMen) {}

  private record Spelling(String home, String latin) {}
}

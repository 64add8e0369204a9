package org.passerelle.understand.estimation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.OrganisationDraft;
import org.passerelle.accounts.Organisations;
import org.passerelle.language.Wording;
import org.passerelle.protect.casework.cases.CaseDetails;
import org.passerelle.protect.casework.cases.CaseDraft;
import org.passerelle.protect.casework.cases.opening.ManyCases;
import org.passerelle.protect.person.Contact;
import org.passerelle.protect.person.Identity;
import org.passerelle.protect.person.PersonDraft;
import org.passerelle.storage.House;
import org.passerelle.storage.Identifiers;

/**
 * Invented people, each seen by some of several organisations, under the spelling of each; the
 * truth is known.
 */
final class SeenPeople {
  static final List<String> TYPES = List.of("ngo", "police", "health", "child_protection");
  private static final String[][] FORENAMES = {
    {"Милица", "Milica"},
    {"Јована", "Jovana"},
    {"Ђорђе", "Djordje"},
    {"Живорад", "Zivorad"},
    {"Снежана", "Snežana"},
    {"Љубица", "Ljubica"},
    {"Његош", "Njegoš"},
    {"Ружица", "Ruzica"},
    {"Бранислав", "Branislav"},
    {"Теодора", "Teodora"},
    {"Катарина", "Katarina"},
    {"Вукашин", "Vukasin"}
  };
  private static final String[][] SURNAMES = {
    {"Петровић", "Petrovic"}, {"Цветковић", "Cvetković"}, {"Шћепановић", "Scepanovic"},
    {"Ђукановић", "Đukanović"}, {"Живковић", "Zivkovic"}, {"Лазаревски", "Lazarevski"},
    {"Хаџић", "Hadzic"}, {"Младеновић", "Mladenovic"}, {"Грујовић", "Grujović"},
    {"Обрадовић", "Obradovic"}, {"Тасевски", "Tasevski"}, {"Вујачић", "Vujacic"}
  };
  private final House house;
  private final int year;
  private final List<SignedIn> keepers = new ArrayList<>();
  private final List<String> types = new ArrayList<>();

  /**
   * Organisations of four kinds.
   *
   * @param year of every first contact, so that studies of other tests see nobody of these
   */
  SeenPeople(House house, int year) {
    this.house = house;
    this.year = year;
    for (String type : TYPES) {
      Organisation made =
          house
              .get(Organisations.class)
              .create(
                  house.somebody(Role.ADMINISTRATOR),
                  new OrganisationDraft(
                      "e"
                          + house
                              .get(Identifiers.class)
                              .shortCode()
                              .replace("-", "")
                              .toLowerCase(java.util.Locale.ROOT),
                      new Wording(Map.of("en", "House", "fr", "Maison", "sr", "Кућа")),
                      type,
                      "RS",
                      "",
                      "",
                      "",
                      true));
      keepers.add(house.colleague(made.id(), Role.CASE_MANAGER));
      types.add(type);
    }
  }

  List<SignedIn> keepers() {
    return keepers;
  }

  /**
   * Lets a number of people be seen.
   *
   * @return people on exactly the lists of a mask, in the order of the codes of the kinds
   */
  long[] see(int people, double chance, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<List<ManyCases.Opening>> openings = new ArrayList<>();
    TYPES.forEach(type -> openings.add(new ArrayList<>()));
    List<String> sorted = types.stream().sorted().toList();
    long[] counts = new long[1 << TYPES.size()];
    for (int i = 0; i < people; i++) {
      String[] forename = FORENAMES[i % FORENAMES.length];
      String[] surname = SURNAMES[i / FORENAMES.length % SURNAMES.length];
      LocalDate born = LocalDate.of(1970, 1, 1).plusDays(random.nextInt(12_000));
      int mask = 0;
      for (int list = 0; list < TYPES.size(); list++) {
        if (random.nextDouble() < chance) {
          int script = list % 2;
          openings
              .get(list)
              .add(opening(forename[script] + " " + surname[script], born, i % 2 == 0));
          mask |= 1 << sorted.indexOf(types.get(list));
        }
      }
      counts[mask] += mask == 0 ? 0 : 1;
    }
    for (int list = 0; list < TYPES.size(); list++) {
      house.get(ManyCases.class).open(openings.get(list), keepers.get(list));
    }
    return counts;
  }

  private ManyCases.Opening opening(String name, LocalDate born, boolean female) {
    LocalDate first = LocalDate.of(year, 3, 1);
    java.time.Instant at = first.atTime(9, 0).toInstant(java.time.ZoneOffset.UTC);
    return new ManyCases.Opening(
        new PersonDraft(
            new Identity(List.of(new Identity.Name("name", name)), born.toString(), null, "", ""),
            Contact.NONE,
            female ? "female" : "male",
            "no",
            List.of("RS"),
            List.of("sr")),
        new CaseDraft(
            "RS",
            "labour",
            first,
            "self",
            null,
            "not_known",
            "none",
            false,
            null,
            List.of(),
            new CaseDetails("", "", "", "")),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        at,
        at);
  }
}

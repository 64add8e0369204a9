package org.passerelle.linkage.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.linkage.names.internal.Orthographies;

/** Draws the persons of a {@link Design}: families and singles of countries of three scripts. */
final class DwellerDraw {
  private static final List<String> CODES = List.of("AL", "BA", "GR", "MK", "RS", "XK");
  private static final LocalDate TODAY = LocalDate.of(2024, 1, 1);
  private static final int VILLAGE_NAMES = 8;
  private static final int STREETS = 60;

  private final Design design;
  private final Draw draw;
  private final List<Country> countries;
  private final List<String> surnames = new ArrayList<>();
  private final List<String> streets = new ArrayList<>();
  private final List<Dweller> all = new ArrayList<>();

  DwellerDraw(Design design, Draw draw, Orthographies orthographies) {
    this.design = design;
    this.draw = draw;
    List<Country> every = CODES.stream().map(code -> new Country(code, orthographies)).toList();
    // a village is of one country
    this.countries = design == Design.VILLAGE ? List.of(draw.of(every)) : every;
    for (int n = 0; n < VILLAGE_NAMES; n++) {
      surnames.add(countries.get(0).surname(draw));
    }
    Country latin = every.get(0);
    for (int s = 0; s < STREETS; s++) {
      streets.add("Rruga " + latin.givenName(false, draw) + " " + latin.surname(draw));
    }
  }

  /** At least so many. */
  List<Dweller> drawn(int persons) {
    while (all.size() < persons) {
      if (draw.happens(design == Design.AGENCIES ? 0.15 : 0.3)) {
        family();
      } else {
        single();
      }
    }
    return List.copyOf(all);
  }

  private String surname(Country country) {
    return design == Design.VILLAGE ? draw.of(surnames) : country.surname(draw);
  }

  private void family() {
    Country country = draw.of(countries);
    String surname = surname(country);
    String address = address();
    String phone = PersonDraw.phone(country.code(), draw);
    LocalDate born = born(28, 55);
    String father = country.givenName(false, draw);
    String mother = country.givenName(true, draw);
    String grandfather = country.givenName(false, draw);
    add(country, false, father, surname, born, address, phone);
    add(country, true, mother, surname, born.plusDays(draw.between(-1500, 2500)), address, phone);
    children(country, surname, List.of(father, mother, grandfather), born, address, phone);
    if (design == Design.VILLAGE && draw.happens(0.5)) {
      // the brother's children are called after the same grandfather
      children(
          country,
          surname,
          List.of(country.givenName(false, draw), mother, grandfather),
          born.plusDays(draw.between(-1500, 1500)),
          address(),
          PersonDraw.phone(country.code(), draw));
    }
  }

  private void children(
      Country country,
      String surname,
      List<String> elders,
      LocalDate father,
      String address,
      String phone) {
    LocalDate child = father.plusYears(21).plusDays(draw.below(1500));
    int children = draw.between(1, 4);
    boolean called = false;
    for (int c = 0; c < children && child.isBefore(TODAY); c++) {
      boolean woman = draw.happens(0.5);
      String after = woman ? elders.get(1) : elders.get(design == Design.VILLAGE ? 2 : 0);
      double share = design == Design.SETTLEMENT ? 0.35 : design == Design.VILLAGE ? 0.6 : 0.03;
      boolean name = !called && (design != Design.VILLAGE || !woman) && draw.happens(share);
      called |= name;
      String given = name ? after : country.givenName(woman, draw);
      add(country, woman, given, surname, child, address, phone);
      if (draw.happens(design == Design.SETTLEMENT ? 0.08 : 0.02)) {
        add(country, woman, country.givenName(woman, draw), surname, child, address, phone);
      }
      child = child.plusDays(draw.between(350, 1500));
    }
  }

  private void single() {
    Country country = draw.of(countries);
    boolean woman = draw.happens(0.5);
    add(
        country,
        woman,
        country.givenName(woman, draw),
        surname(country),
        born(3, 70),
        address(),
        PersonDraw.phone(country.code(), draw));
  }

  private void add(
      Country country,
      boolean woman,
      String given,
      String surname,
      LocalDate born,
      String address,
      String phone) {
    boolean marries = woman && design == Design.MOVED && draw.happens(0.5);
    boolean undated = design == Design.CAMP && draw.happens(0.6);
    Person person =
        new Person(
            all.size(),
            country,
            woman,
            given,
            "",
            surname,
            "",
            "",
            "",
            undated ? born.withDayOfYear(1) : born,
            0,
            "",
            draw.happens(0.7) ? phone : "");
    all.add(new Dweller(person, address, marries ? surname(country) : ""));
  }

  String address() {
    return switch (design) {
      case CAMP -> "Camp Rruga e Re";
      case SETTLEMENT -> draw.of(streets.subList(0, 12)) + " " + draw.between(1, 25);
      case VILLAGE -> draw.of(streets.subList(0, 6)) + " " + draw.between(1, 40);
      case MOVED, AGENCIES -> draw.of(streets) + " " + draw.between(1, 120);
    };
  }

  private LocalDate born(int youngest, int oldest) {
    return TODAY.minusYears(draw.between(youngest, oldest)).minusDays(draw.below(365));
  }
}

package org.passerelle.linkage.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.linkage.names.internal.Orthographies;

/**
 * Draws the residents of a place: families of one address and telephone, twins and sons called like
 * their fathers among them; strangers in one house, in camps and shelters; namesakes.
 */
final class ResidentDraw {
  private static final List<String> LATIN = List.of("AL", "BA", "HR", "RO", "TR", "XK");
  private static final LocalDate TODAY = LocalDate.of(2024, 1, 1);
  private static final int STREETS = 400;
  private static final int SHELTERS = 3;
  private final Orthographies orthographies = Orthographies.read();
  private final List<Country> countries =
      LATIN.stream().map(code -> new Country(code, orthographies)).toList();
  private final Draw draw;
  private final List<Resident> all = new ArrayList<>();
  private final List<String> streets = new ArrayList<>();

  ResidentDraw(Draw draw) {
    this.draw = draw;
    for (int s = 0; s < STREETS; s++) {
      Country country = draw.of(countries);
      streets.add("Rruga " + country.givenName(false, draw) + " " + surname(country, false));
    }
  }

  /** So many persons, of whom a share lives in families. */
  List<Resident> drawn(int persons, double families) {
    int inFamilies = 0;
    while (all.size() < persons) {
      if (inFamilies < families * all.size() || (all.isEmpty() && families > 0)) {
        int before = all.size();
        family();
        inFamilies += all.size() - before;
      } else {
        single();
      }
    }
    return List.copyOf(all);
  }

  private String surname(Country country, boolean woman) {
    return Country.form(country.surname(draw), woman);
  }

  private void family() {
    Country country = draw.of(countries);
    String name = country.surname(draw);
    String house = house();
    String street = draw.of(streets);
    String phone = PersonDraw.phone(country.code(), draw);
    LocalDate father = born(28, 55);
    String given = country.givenName(false, draw);
    String own = surname(country, true);
    all.add(resident(given, Country.form(name, false), "", father, false, house, street, phone));
    boolean kept = draw.happens(0.15);
    String married = Country.form(name, true);
    all.add(
        resident(
            country.givenName(true, draw),
            kept ? own : married,
            kept ? married : own,
            father.plusDays(draw.between(-1500, 2500)),
            true,
            house,
            street,
            phone));
    LocalDate child = father.plusYears(20).plusDays(draw.below(2000));
    int children = draw.between(0, 4);
    for (int c = 0; c < children && child.isBefore(TODAY); c++) {
      boolean woman = draw.happens(0.5);
      String called =
          !woman && draw.happens(0.04) ? given : another(country, woman, c == 0 ? given : "");
      all.add(resident(called, Country.form(name, woman), "", child, woman, house, street, phone));
      boolean twin = draw.happens(0.03);
      child = twin ? child : child.plusDays(draw.between(350, 2200));
    }
    if (draw.happens(0.15)) {
      boolean woman = draw.happens(0.5);
      // a brother, a sister or one of the grandparents
      LocalDate when =
          draw.happens(0.5) ? father.plusDays(draw.between(-3000, 3000)) : father.minusYears(27);
      all.add(
          resident(
              another(country, woman, given),
              Country.form(name, woman),
              "",
              when,
              woman,
              house,
              street,
              phone));
    }
  }

  private String another(Country country, boolean woman, String than) {
    String name = country.givenName(woman, draw);
    return name.equals(than) ? country.givenName(woman, draw) : name;
  }

  /** Most of a family use one telephone; some have their own, or none is known. */
  private Resident resident(
      String given,
      String surname,
      String other,
      LocalDate born,
      boolean woman,
      String house,
      String street,
      String phone) {
    String called = draw.happens(0.75) ? phone : PersonDraw.phone("RO", draw);
    return new Resident(given, surname, other, born, woman, house, street, called);
  }

  private void single() {
    Country country = draw.of(countries);
    boolean woman = draw.happens(0.5);
    String given = country.givenName(woman, draw);
    String surname = surname(country, woman);
    String other = woman ? surname(country, true) : "";
    LocalDate born = born(3, 75);
    String house = house();
    String street = draw.of(streets);
    String phone = PersonDraw.phone(country.code(), draw);
    double lives = draw.below(1000) / 1000.0;
    if (lives < 0.06) {
      int shelter = draw.below(SHELTERS);
      house = "" + (shelter + 1);
      street = "Camp " + streets.get(shelter);
      phone = draw.happens(0.5) ? "+38344000" + shelter : "";
    } else if (lives < 0.16 && !all.isEmpty()) {
      Resident neighbour = draw.of(all);
      house = neighbour.house();
      street = neighbour.street();
    }
    Resident one = new Resident(given, surname, other, born, woman, house, street, phone);
    if (draw.happens(0.02) && !all.isEmpty()) {
      Resident namesake = draw.of(all);
      one =
          new Resident(
              namesake.givenName(),
              namesake.surname(),
              "",
              born,
              namesake.woman(),
              house,
              street,
              phone);
    }
    all.add(one);
  }

  private String house() {
    return "" + draw.between(1, 120);
  }

  private LocalDate born(int youngest, int oldest) {
    return TODAY.minusYears(draw.between(youngest, oldest)).minusDays(draw.below(365));
  }
}

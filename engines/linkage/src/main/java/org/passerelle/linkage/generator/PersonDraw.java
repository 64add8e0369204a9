package org.passerelle.linkage.generator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.passerelle.linkage.names.internal.Orthographies;
import org.passerelle.linkage.names.internal.RuleFile;

/** Draws invented persons: country, sex, age, names by frequency and by the country's customs. */
final class PersonDraw {
  static final List<String> COUNTRIES =
      List.of("AL", "BA", "BG", "GR", "HR", "MD", "ME", "MK", "RO", "RS", "TR", "XK");
  private static final Map<String, String> DIALLING =
      Map.ofEntries(
          Map.entry("AL", "+355"),
          Map.entry("BA", "+387"),
          Map.entry("BG", "+359"),
          Map.entry("GR", "+30"),
          Map.entry("HR", "+385"),
          Map.entry("MD", "+373"),
          Map.entry("ME", "+382"),
          Map.entry("MK", "+389"),
          Map.entry("RO", "+40"),
          Map.entry("RS", "+381"),
          Map.entry("TR", "+90"),
          Map.entry("XK", "+383"));
  private static final int PHONE_FROM_AGE = 12;
  private final List<Country> countries;
  private final Places places;
  private final RuleFile customs;
  private final int[][] ages;
  private final double[] ageSums;

  PersonDraw(RuleFile errors, Orthographies orthographies, Places places) {
    this.countries = COUNTRIES.stream().map(code -> new Country(code, orthographies)).toList();
    this.places = places;
    this.customs = errors.part("customs");
    RuleFile shares = errors.part("ages");
    List<String> spans = List.copyOf(shares.pairs().keySet());
    ages =
        spans.stream()
            .map(
                s ->
                    new int[] {
                      Integer.parseInt(s, 0, s.indexOf('-'), 10),
                      Integer.parseInt(s, s.indexOf('-') + 1, s.length(), 10)
                    })
            .toArray(int[][]::new);
    ageSums = Draw.sums(spans.stream().mapToDouble(shares::number).toArray());
  }

  /** Share of a custom in a country; that of all others where it is not named. */
  double custom(String custom, String country) {
    RuleFile shares = customs.part(custom);
    return shares.has(country)
        ? shares.number(country)
        : shares.has("other") ? shares.number("other") : 0;
  }

  Person drawn(int number, LocalDate firstSeen, Draw draw) {
    Country country = draw.of(countries);
    String code = country.code();
    boolean woman = draw.happens(0.5);
    int[] span = ages[draw.index(ageSums)];
    int age = draw.between(span[0], span[1]);
    LocalDate born = firstSeen.minusYears(age).minusDays(draw.below(365));
    String given = country.givenName(woman, draw);
    String second =
        draw.happens(custom("two_first_names", code)) ? country.givenName(woman, draw) : "";
    String surname = country.surname(draw);
    String secondSurname = draw.happens(custom("two_surnames", code)) ? country.surname(draw) : "";
    String father = country.givenName(false, draw);
    RuleFile forms = customs.part("fathers_name_form");
    String form = forms.has(code) ? forms.text(code) : forms.text("other");
    String fatherAsCustom =
        draw.happens(custom("fathers_name", code)) ? FathersName.written(father, form, woman) : "";
    return new Person(
        number,
        country,
        woman,
        given,
        second.equals(given) ? "" : second,
        surname,
        secondSurname,
        father,
        fatherAsCustom,
        born,
        places.drawn(code, draw),
        code + digits(7, draw),
        age < PHONE_FROM_AGE ? "" : phone(code, draw));
  }

  static String phone(String country, Draw draw) {
    return DIALLING.getOrDefault(country, "+33") + "6" + digits(7, draw);
  }

  /** Without the country's code, as one dials at home. */
  static String local(String phone) {
    for (String code : DIALLING.values()) {
      if (phone.startsWith(code) && phone.length() == code.length() + 8) {
        return "0" + phone.substring(code.length());
      }
    }
    return phone;
  }

  static String digits(int count, Draw draw) {
    StringBuilder digits = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      digits.append((char) ('0' + draw.below(10)));
    }
    return digits.toString();
  }
}

package org.passerelle.partner.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.language.ResourceYaml;
import org.passerelle.partner.Countries;
import org.springframework.stereotype.Component;

/** The countries as they stand in {@code partner/countries.yaml}. */
@Component
class ResourceCountries implements Countries {
  private static final ZoneId REGION = ZoneId.of("Europe/Belgrade");
  private static final LocalDate FOUNDING = LocalDate.of(1958, 1, 1);
  private final List<Country> countries = new ArrayList<>();

  ResourceCountries() {
    for (Map<String, Object> entry :
        ResourceYaml.maps(ResourceYaml.read("partner/countries.yaml").get("countries"))) {
      countries.add(country(entry));
    }
    countries.sort(Comparator.comparing((Country c) -> !c.partner()).thenComparing(Country::iso2));
  }

  @Override
  public List<Country> all() {
    return List.copyOf(countries);
  }

  @Override
  public Optional<Country> find(String iso2) {
    return countries.stream().filter(c -> c.iso2().equals(iso2)).findFirst();
  }

  @Override
  public boolean inEuropeanUnion(String iso2, LocalDate on) {
    return find(iso2).map(Country::euSince).filter(since -> !on.isBefore(since)).isPresent();
  }

  @Override
  public ZoneId zone(String iso2) {
    return find(iso2).map(Country::zone).orElse(REGION);
  }

  private static Country country(Map<String, Object> entry) {
    List<Name> names = new ArrayList<>();
    for (Map<String, Object> name : ResourceYaml.maps(entry.get("names"))) {
      LocalDate from = ResourceYaml.day(name, "from");
      names.add(
          new Name(
              from == null ? LocalDate.of(1991, 1, 1) : from,
              ResourceYaml.wording(name.get("label"))));
    }
    LocalDate since = ResourceYaml.day(entry, "eu-since");
    boolean member = Boolean.TRUE.equals(entry.get("eu"));
    return new Country(
        ResourceYaml.text(entry, "iso2"),
        names,
        Boolean.TRUE.equals(entry.get("partner")),
        member ? (since == null ? FOUNDING : since) : null,
        entry.containsKey("timezone") ? ZoneId.of(ResourceYaml.text(entry, "timezone")) : REGION,
        entry.containsKey("footnote") ? ResourceYaml.wording(entry.get("footnote")) : null);
  }
}

package org.passerelle.protect.sharing.referral;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Organisation;
import org.passerelle.pages.map.RegionPoints;
import org.passerelle.pages.map.TownPoints;
import org.passerelle.protect.casework.care.catalogue.AskedService;
import org.passerelle.protect.casework.care.catalogue.CareService;
import org.passerelle.protect.casework.care.catalogue.Catalogue;
import org.passerelle.protect.casework.cases.Case;
import org.springframework.stereotype.Component;

/**
 * Suggests who can give a service to a person: organisations with a catalogue entry for it, in the
 * country of the case and a language of the person, nearest first; then organisations of the right
 * type without an entry; if the country has none, the nearest ones abroad.
 */
@Component
public class Providers {
  private static final int MOST = 6;

  /** Types of organisation that give a service, used if the catalogue has no entry. */
  private static final Map<String, Set<String>> BY_TYPE =
      Map.of(
          "shelter", Set.of("shelter", "social_work_centre"),
          "medical_care", Set.of("health"),
          "psychological_care", Set.of("health"),
          "child_protection", Set.of("child_protection", "social_work_centre"),
          "guardianship", Set.of("child_protection", "social_work_centre"),
          "material_aid", Set.of("social_work_centre"),
          "identification_decision", Set.of("national_coordinator", "ministry"),
          "investigation", Set.of("prosecutor", "police"));

  private final Catalogue catalogue;
  private final Addressees organisations;
  private final Towns towns;

  Providers(Catalogue catalogue, Addressees organisations, Towns towns) {
    this.towns = towns;
    this.catalogue = catalogue;
    this.organisations = organisations;
  }

  /**
   * A provider of a service.
   *
   * @param service its entry in the catalogue, or empty if there is none
   * @param town where the service is given, or empty
   * @param away distance in kilometres from where the person is, or from the town of the one who
   *     asks, if both towns are known
   * @param speaks whether the service is offered in a language of the person
   */
  public record Provider(
      Organisation organisation,
      String service,
      String town,
      String country,
      @Nullable Integer away,
      boolean speaks) {
    private boolean listed() {
      return !service.isEmpty();
    }
  }

  /**
   * Possible providers of a service, best first; empty if no service is given.
   *
   * @param places what is said of where the person is, the most reliable first; the first that
   *     names a town of the country counts
   */
  public List<Provider> of(Case file, String service, List<String> places, SignedIn who) {
    if (service.isEmpty()) {
      return List.of();
    }
    Map<UUID, Organisation> open = new LinkedHashMap<>();
    organisations.open().stream()
        .filter(one -> !one.id().equals(who.organisation()))
        .forEach(one -> open.put(one.id(), one));
    Optional<Organisation> own = organisations.find(who.organisation());
    Optional<TownPoints.Point> there =
        places.stream().flatMap(place -> towns.within(file.country(), place).stream()).findFirst();
    TownPoints.@Nullable Point from =
        there.or(() -> own.flatMap(one -> towns.find(one.country(), one.place()))).orElse(null);
    String town = there.isPresent() ? "" : own.map(Organisation::place).orElse("");
    Comparator<Provider> nearest =
        Comparator.comparing((Provider one) -> distance(file.country(), one.country))
            .thenComparing(one -> !one.speaks)
            .thenComparing(one -> !one.listed())
            .thenComparing(one -> town.isEmpty() || !town.equalsIgnoreCase(one.town))
            .thenComparing(one -> one.away == null ? Integer.MAX_VALUE : one.away)
            .thenComparing(one -> one.organisation.handle());
    Map<UUID, Provider> best = new LinkedHashMap<>();
    all(file, service, open, from).stream()
        .sorted(nearest)
        .forEach(one -> best.putIfAbsent(one.organisation.id(), one));
    List<Provider> found = List.copyOf(best.values());
    List<Provider> here =
        found.stream().filter(one -> one.country.equals(file.country())).limit(MOST).toList();
    return here.isEmpty() ? found.stream().limit(MOST).toList() : here;
  }

  private List<Provider> all(
      Case file, String service, Map<UUID, Organisation> open, TownPoints.@Nullable Point from) {
    List<Provider> all = new ArrayList<>();
    for (String need : AskedService.needs(service)) {
      for (CareService.Line line :
          catalogue.search(new CareService.Search(need, null, "", "", ""))) {
        Organisation owner = open.get(line.owner());
        if (owner != null && line.status().equals("active")) {
          String said = line.country();
          String country = said == null ? owner.country() : said;
          all.add(
              new Provider(
                  owner,
                  line.name(),
                  line.city(),
                  country,
                  away(from, country, line.city()),
                  file.person().languages().stream().anyMatch(line.languages()::contains)));
        }
      }
    }
    open.values().stream()
        .filter(one -> BY_TYPE.getOrDefault(service, Set.of()).contains(one.type()))
        .forEach(
            one ->
                all.add(
                    new Provider(
                        one,
                        "",
                        one.place(),
                        one.country(),
                        away(from, one.country(), one.place()),
                        false)));
    return all;
  }

  private @Nullable Integer away(TownPoints.@Nullable Point from, String country, String town) {
    return from == null ? null : towns.find(country, town).map(from::kilometres).orElse(null);
  }

  /** Distance as the crow flies on the map of the region; towns that are not on it count as far. */
  private static double distance(String from, String to) {
    double[] one = RegionPoints.COUNTRIES.get(from);
    double[] other = RegionPoints.COUNTRIES.get(to);
    if (from.equals(to)) {
      return 0;
    }
    return one == null || other == null
        ? Double.MAX_VALUE
        : Math.hypot(one[0] - other[0], one[1] - other[1]);
  }
}

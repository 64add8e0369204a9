package org.passerelle.steer.letter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.register.Entry;
import org.passerelle.register.Values;

/** The network of the strategy in the month of the issue. For one edition. */
final class Networks {
  private final Reading read;

  Networks(Reading read) {
    this.read = read;
  }

  Body of() {
    Map<String, String> names = new LinkedHashMap<>();
    List<Body.Member> members = new ArrayList<>();
    for (Entry country : read.facts().all("country")) {
      membership(country)
          .ifPresent(
              row -> {
                String name = read.country(country.id(), false);
                names.put(country.id(), read.country(country.id(), true));
                members.add(
                    new Body.Member(name, row.date("from").map(read.dates()::of).orElse("")));
              });
    }
    List<String> order = read.sorted(members.stream().map(Body.Member::name).toList());
    members.sort(java.util.Comparator.comparing(m -> order.indexOf(m.name())));
    List<RegionMap.Post> placed = new ArrayList<>();
    List<String> unplaced = new ArrayList<>();
    for (Entry post : read.facts().all("post")) {
      if (holds(post)) {
        Optional<RegionMap.Post> point = point(post);
        point.ifPresent(placed::add);
        if (point.isEmpty()) {
          unplaced.add(label(post, read.name(post, "host")));
        }
      }
    }
    List<Body.Key> key =
        read.facts().all("post-type").stream()
            .map(t -> new Body.Key(t.text("abbreviation"), read.name(t)))
            .toList();
    return new Body.Network(
        RegionMap.of(read, names, placed),
        members,
        key,
        placed.stream().map(RegionMap.Post::name).toList(),
        unplaced);
  }

  private Optional<Values> membership(Entry country) {
    LocalDate issued = read.issued();
    return country.rows("membership").stream()
        .filter(r -> r.date("from").map(d -> !Reading.earliest(d).isAfter(issued)).orElse(true))
        .filter(r -> r.date("until").map(d -> !Reading.latest(d).isBefore(issued)).orElse(true))
        .findFirst();
  }

  private boolean holds(Entry post) {
    LocalDate issued = read.issued();
    return post.date("since").map(d -> !Reading.earliest(d).isAfter(issued)).orElse(true)
        && post.date("until").map(d -> !Reading.latest(d).isBefore(issued)).orElse(true);
  }

  private Optional<RegionMap.Post> point(Entry post) {
    Entry place = read.facts().ref(post, "place").orElse(null);
    if (place == null) {
      return Optional.empty();
    }
    Optional<BigDecimal> latitude = place.decimal("latitude");
    Optional<BigDecimal> longitude = place.decimal("longitude");
    return latitude.isEmpty() || longitude.isEmpty()
        ? Optional.empty()
        : Optional.of(
            RegionMap.post(
                label(post, read.name(place)),
                longitude.get().doubleValue(),
                latitude.get().doubleValue()));
  }

  private String label(Entry post, String where) {
    String type =
        read.facts()
            .ref(post, "type")
            .map(t -> t.has("abbreviation") ? t.text("abbreviation") : read.name(t))
            .orElse("");
    return where.isEmpty() ? type : type + ", " + where;
  }
}

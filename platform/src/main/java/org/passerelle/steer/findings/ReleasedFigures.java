package org.passerelle.steer.findings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.passerelle.disclosure.Published;
import org.passerelle.disclosure.PublishedTable;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.steer.letter.Composer;
import org.passerelle.steer.letter.ReleaseObstacles;
import org.passerelle.steer.release.FigureReleases;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Prevents a release of the letter while it shows a number of persons that neither two programme
 * managers released nor somebody else published, one that is not what was released, or one whose
 * table was released anew for the same period. A number of persons of one's own that nobody
 * protected could identify somebody.
 */
@Component
@Order(1)
class ReleasedFigures implements ReleaseObstacles {
  private final FigureReleases releases;

  ReleasedFigures(FigureReleases releases) {
    this.releases = releases;
  }

  /** Releases come without a change of the register. */
  @Override
  public boolean followsFromFacts() {
    return false;
  }

  @Override
  public List<Obstacle> of(Facts facts, Entry letter) {
    List<Obstacle> found = new ArrayList<>();
    for (String reference : new TreeSet<>(Composer.shows(facts, letter))) {
      Entry figure = facts.at(reference).orElse(null);
      if (figure == null || !figure.kind().id().equals("figure")) {
        continue;
      }
      boolean named = figure.has("release");
      if (named && !isReleased(figure)) {
        found.add(obstacle("letters.obstacle.not-released", figure));
      } else if (named) {
        replaced(figure)
            .ifPresent(
                newer ->
                    found.add(
                        new Obstacle(
                            "letters.obstacle.release-replaced",
                            List.of(figure.name(), figure.text("release"), newer),
                            figure.href() + "/edit#release")));
      }
      if (!named && figure.text("unit").equals("persons") && !figure.has("source-publication")) {
        found.add(obstacle("letters.obstacle.no-release", figure));
      }
    }
    return found;
  }

  private static Obstacle obstacle(String key, Entry figure) {
    return new Obstacle(key, List.of(figure.name()), figure.href() + "/edit#release");
  }

  /** The newest release of the same population and period that shows the same table. */
  private Optional<String> replaced(Entry figure) {
    int number = figure.whole("release").orElse(0);
    String table = parts(figure.text("release-cell")).get(0);
    return releases
        .find(number)
        .flatMap(
            known ->
                releases.all().stream()
                    .filter(one -> one.number() > number)
                    .filter(one -> one.period().equals(known.period()))
                    .filter(one -> one.scope().population() == known.scope().population())
                    .filter(one -> one.tables().contains(table))
                    .findFirst())
        .map(one -> Integer.toString(one.number()));
  }

  private static List<String> parts(String cell) {
    return List.of(cell.trim().split("[\\s,;]+"));
  }

  private boolean isReleased(Entry figure) {
    Optional<BigDecimal> value = figure.decimal("value");
    if (value.isEmpty()) {
      return false;
    }
    OptionalLong released =
        figure
            .whole("release")
            .flatMap(releases::content)
            .map(content -> cell(content.content(), figure.text("release-cell")))
            .orElse(OptionalLong.empty());
    return released.isPresent()
        && value.get().compareTo(BigDecimal.valueOf(released.getAsLong())) == 0;
  }

  /** The figure of a cell such as {@code form-sex labour female}; empty if it is hidden. */
  private static OptionalLong cell(byte[] content, String cell) {
    List<String> parts = parts(cell);
    for (PublishedTable table : PublishedTable.of(Published.read("release.json", content))) {
      if (table.id().equals(parts.get(0)) && parts.size() == table.variables().size() + 1) {
        int[] places = new int[parts.size() - 1];
        for (int d = 0; d < places.length; d++) {
          places[d] =
              table.headings(d).stream()
                  .map(PublishedTable.Heading::code)
                  .toList()
                  .indexOf(parts.get(d + 1));
          if (places[d] < 0) {
            return OptionalLong.empty();
          }
        }
        return table.count(places);
      }
    }
    return OptionalLong.empty();
  }
}

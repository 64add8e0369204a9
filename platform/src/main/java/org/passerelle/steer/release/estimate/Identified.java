package org.passerelle.steer.release.estimate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.passerelle.PublicProcess;
import org.passerelle.disclosure.Published;
import org.passerelle.disclosure.PublishedTable;
import org.passerelle.steer.release.FigureRelease;
import org.passerelle.steer.release.FigureReleases;
import org.passerelle.steer.release.Population;
import org.springframework.stereotype.Component;

/** How many were identified, from released figures and from nothing else. */
@Component
@PublicProcess
public class Identified {
  private final FigureReleases releases;

  Identified(FigureReleases releases) {
    this.releases = releases;
  }

  /**
   * A total that everybody can read.
   *
   * @param release number of the release of figures
   */
  public record Total(int release, long persons) {}

  /** The total of the newest release that counts the persons of all cases of the same period. */
  public Optional<Total> in(LocalDate from, LocalDate until) {
    return releases.all().stream()
        .filter(one -> one.scope().population() == Population.VICTIMS)
        .filter(one -> one.period().from().equals(from))
        .filter(one -> one.period().until().minusDays(1).equals(until))
        .map(this::total)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Total> total(FigureRelease release) {
    List<PublishedTable> tables =
        releases
            .content(release.number())
            .map(content -> PublishedTable.of(Published.read("release.json", content.content())))
            .orElse(List.of());
    return tables.stream()
        .map(table -> table.count(new int[table.variables().size()]))
        .filter(OptionalLong::isPresent)
        .findFirst()
        .map(persons -> new Total(release.number(), persons.getAsLong()));
  }
}

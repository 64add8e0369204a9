package org.passerelle.protect.casework.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.passerelle.house.Routes;

/**
 * Routes that the search for an address does not open, each by its whole path and with the reason.
 * Any other route that was not opened fails the search by its name, so that a new page below one of
 * them is searched too. More may be opened if other tests have worked on the node before.
 */
final class UnopenedRoutes {
  private static final Path LIST = Path.of("src/test/resources/routes-not-searched.tsv");

  private UnopenedRoutes() {}

  /** Fails for a route that was not opened and is not listed, and for a listed one that is gone. */
  static void check(Set<String> unopened, List<Routes.Route> routes) throws IOException {
    Set<String> listed =
        Files.readAllLines(LIST).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split("\t", 2)[0])
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> unknown = new TreeSet<>(unopened);
    unknown.removeAll(listed);
    assertThat(unknown).as("routes that nobody opened").isEmpty();
    routes.stream()
        .filter(route -> route.method().equals("GET"))
        .forEach(route -> listed.remove(route.path()));
    assertThat(listed).as("listed without a route").isEmpty();
  }
}

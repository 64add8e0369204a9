package org.passerelle;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The house drawn from its classes and its statements: who needs whom, the lowest first, as {@code
 * docs/graph.md} shows it. An arrow that leads back to an earlier line is a knot.
 */
final class HouseGraph {
  private static final Path DRAWN = Path.of("../docs/graph.md");
  private static final Set<String> ROOMS = Set.of("understand", "protect", "partner", "steer");
  private static final List<String> WINGS =
      List.of("casework", "sharing", "identity", "safeguards");
  private static final String OURS = "org.passerelle.";
  private final JavaClasses house;
  private final List<OwnedTables.Use> reads = OwnedTables.offered();

  HouseGraph(JavaClasses house) {
    this.house = house;
  }

  /** Fails when the page is not what the classes say, or when an arrow leads back. */
  void isAsDrawn() throws IOException {
    StringBuilder drawn = new StringBuilder("# Who needs whom\n\n");
    drawn.append(
        "Drawn from the classes and the statements by `ArchitectureTest`, which fails when this page"
            + " is not true any more. Every part needs only parts that stand above it in its table;"
            + " *in italics* where no class but a statement does, which reads what the other offers."
            + " Templates are left out, since they show what every room gives them.\n");
    tables(drawn);
    draw("the house", 1, "", drawn);
    for (String room : new TreeSet<>(ROOMS)) {
      draw("the room " + room, 2, room + ".", drawn);
    }
    for (String wing : WINGS) {
      draw("the wing " + wing + " of protect", 3, "protect." + wing + ".", drawn);
    }
    if (System.getProperty("write.graph") != null) {
      Files.writeString(DRAWN, drawn);
    }
    assertThat(Files.readString(DRAWN))
        .as("docs/graph.md; ./passerelle develop renew draws it anew")
        .isEqualTo(drawn.toString());
  }

  /** How many statements go past the owner of a table, and how many read what it offers. */
  private void tables(StringBuilder drawn) {
    Map<String, String> owners = OwnedTables.owners();
    drawn.append(
        "\n## Whose tables\n%d tables of %d packages (`db/table-owners.tsv`). %d statements name a table of another package; %d read one of the %d outlines that owners offer (`db/tables-offered.tsv`).\n"
            .formatted(
                owners.size(),
                new TreeSet<>(owners.values()).size(),
                OwnedTables.tables().size(),
                reads.size(),
                OwnedTables.offers().size()));
  }

  private void draw(String what, int depth, String within, StringBuilder drawn) {
    Map<String, Set<String>> called = needs(depth, within);
    Map<String, Set<String>> needs = new TreeMap<>();
    called.forEach((part, others) -> needs.put(part, new TreeSet<>(others)));
    for (OwnedTables.Use read : reads) {
      Optional<String> from = part(OURS + read.reader().replace('/', '.') + ".", depth, within);
      Optional<String> to = part(OURS + read.owner().replace('/', '.') + ".", depth, within);
      if (from.isPresent() && to.isPresent() && !from.equals(to)) {
        needs.computeIfAbsent(from.get(), part -> new TreeSet<>()).add(to.get());
      }
    }
    List<String> order = new ArrayList<>();
    Map<String, Set<String>> left = new TreeMap<>(needs);
    while (!left.isEmpty()) {
      List<String> next =
          left.entrySet().stream()
              .filter(e -> order.containsAll(e.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      assertThat(next).as("a knot of %s in %s", left, what).isNotEmpty();
      order.addAll(next);
      next.forEach(left::remove);
    }
    int arrows = needs.values().stream().mapToInt(Set::size).sum();
    drawn.append(
        "\n## %s%s\n%d parts, %d arrows, 0 back, 0 cycles.\n\n| part | needs |\n|---|---|\n"
            .formatted(
                what.substring(0, 1).toUpperCase(java.util.Locale.ROOT),
                what.substring(1),
                order.size(),
                arrows));
    order.forEach(
        part ->
            drawn.append(
                "| %s | %s |\n"
                    .formatted(
                        part,
                        needs.getOrDefault(part, Set.of()).stream()
                            .map(
                                other ->
                                    called.getOrDefault(part, Set.of()).contains(other)
                                        ? other
                                        : "*" + other + "*")
                            .collect(Collectors.joining(", ")))));
  }

  /** Parts so many names below the house, each with those it needs. */
  private Map<String, Set<String>> needs(int depth, String within) {
    Map<String, Set<String>> needs = new TreeMap<>();
    for (JavaClass type : house.that(DescribedPredicate.describe("ours", HouseGraph::isOurs))) {
      part(type, depth, within)
          .ifPresent(
              part -> {
                Set<String> others = needs.computeIfAbsent(part, p -> new TreeSet<>());
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                  part(dependency.getTargetClass().getBaseComponentType(), depth, within)
                      .filter(other -> !other.equals(part))
                      .ifPresent(others::add);
                }
              });
    }
    needs.values().forEach(others -> others.retainAll(needs.keySet()));
    return needs;
  }

  /** Engines are modules of their own. */
  static boolean isOurs(JavaClass type) {
    // a class in a jar has an address without a path
    return type.getSource()
        .filter(from -> from.getUri().toString().contains("platform/target/classes"))
        .isPresent();
  }

  private static Optional<String> part(JavaClass type, int depth, String within) {
    return part(type.getPackageName() + ".", depth, within);
  }

  private static Optional<String> part(String name, int depth, String within) {
    if (!name.startsWith(OURS + within) || name.startsWith(OURS + "pages.templates.")) {
      return Optional.empty();
    }
    String[] names = name.substring(OURS.length()).split("\\.", -1);
    return names.length < depth || names[depth - 1].isEmpty()
        ? Optional.empty()
        : Optional.of(names[depth - 1]);
  }
}

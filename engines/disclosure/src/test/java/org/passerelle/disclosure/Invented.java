package org.passerelle.disclosure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Random releases and records with a fixed seed. */
public final class Invented {
  private final Map<String, Object> variables = new LinkedHashMap<>();
  private final List<List<String>> tables = new ArrayList<>();
  private Policy policy = new Policy(Policy.Method.SUPPRESSION, 5, 3, true, true, 5);
  private Map<String, Release.Relation> previous = Map.of();

  /** 1,382 persons by country (twelve in three regions), sex and form of exploitation. */
  static Records persons1382() {
    return new Invented()
        .flat("country", 12)
        .flat("sex", 2)
        .flat("form", 7)
        .table("country", "sex", "form")
        .records(1_382, 22);
  }

  public Invented flat(String name, int categories) {
    variables.put(name, codes(name, 0, categories));
    return this;
  }

  public Invented grouped(String name, int groups, int each) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (int g = 0; g < groups; g++) {
      tree.put(name + "-group" + g, codes(name, g * each, (g + 1) * each));
    }
    variables.put(name, tree);
    return this;
  }

  private static List<String> codes(String name, int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> name + i).toList();
  }

  public Invented table(String... by) {
    tables.add(List.of(by));
    return this;
  }

  Invented policy(Policy other) {
    policy = other;
    return this;
  }

  Invented previous(String id, Release.Relation relation) {
    previous = Map.of(id, relation);
    return this;
  }

  Release release(String id) {
    List<String> names = List.copyOf(variables.keySet());
    List<Variable> all = new ArrayList<>();
    variables.forEach(
        (name, tree) ->
            all.add(new Variable(name, name, name, Hierarchy.of(name, tree), List.of(), null)));
    List<TableShape> shapes =
        tables.stream()
            .map(
                by ->
                    new TableShape(
                        String.join("-", by),
                        String.join(" by ", by),
                        by.stream()
                            .map(
                                name ->
                                    new TableShape.Dimension(
                                        names.indexOf(name), Integer.MAX_VALUE))
                            .toList(),
                        List.of()))
            .toList();
    return new Release(
        id, "Invented", "Nobody", "2025", "A generator", "", all, shapes, policy, previous);
  }

  /** Uneven, correlated categories: a few common ones and a long tail. */
  public Records records(int persons, long seed) {
    Release release = release("invented-" + seed);
    return Records.of(release, rows(release, persons, seed));
  }

  public static List<List<String>> rows(Release release, int persons, long seed) {
    Random random = new Random(seed);
    List<List<String>> rows = new ArrayList<>();
    for (int r = 0; r < persons; r++) {
      List<String> row = new ArrayList<>();
      int first = 0;
      for (Variable variable : release.variables()) {
        List<String> codes = variable.tree().categories();
        int drawn = Math.min(codes.size() - 1, (int) (-3 * Math.log(1 - random.nextDouble())));
        first = row.isEmpty() ? drawn : first;
        row.add(codes.get((drawn + (random.nextInt(3) > 0 ? first : 0)) % codes.size()));
      }
      rows.add(row);
    }
    return rows;
  }
}

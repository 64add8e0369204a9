package org.passerelle.steer.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.ResourceYaml;
import org.passerelle.language.Wording;

/**
 * What recipients of yearly returns ask of prosecution, step by step, beside what tells it here
 * (decision 0183). Declared in one file; whether a variable is told follows from the tables of the
 * return. Immutable.
 */
public final class ProsecutionItems {
  private static final List<Step> ALL =
      ResourceYaml.maps(ResourceYaml.read("returns/prosecution.yaml").get("steps")).stream()
          .map(ProsecutionItems::step)
          .toList();

  private ProsecutionItems() {}

  /**
   * A step of prosecution.
   *
   * @param population whose tables tell it; null if none do
   * @param why why it is not told; null if it is
   * @param asked items by return
   */
  public record Step(
      String id,
      @Nullable Population population,
      Wording ours,
      @Nullable Wording why,
      Map<String, Item> asked) {
    public Step {
      asked = Map.copyOf(asked);
    }

    /** What a return asks of it. */
    public Optional<Item> asked(YearlyReturn of) {
      return Optional.ofNullable(asked.get(of.id()));
    }
  }

  /**
   * An item of a recipient.
   *
   * @param duty entry of the kind {@code reporting-duty} that says so
   * @param by variables by which it is asked for
   */
  public record Item(Wording item, String duty, List<String> by) {
    public Item {
      by = List.copyOf(by);
    }
  }

  /** Every step, in its order. */
  public static List<Step> all() {
    return ALL;
  }

  /** Whether tables of the return tell a step by a variable. */
  public static boolean tells(YearlyReturn of, Step step, String variable) {
    return of.parts().stream()
        .filter(part -> part.population() == step.population())
        .anyMatch(part -> DeclaredTables.by(part.population(), part.tables()).contains(variable));
  }

  private static Step step(Map<String, Object> node) {
    String population = ResourceYaml.text(node, "population");
    Map<String, Item> asked = new LinkedHashMap<>();
    ResourceYaml.map(node.get("asked"))
        .forEach((of, item) -> asked.put(of, item(ResourceYaml.map(item))));
    return new Step(
        ResourceYaml.text(node, "id"),
        population.isEmpty() ? null : Population.of(population),
        ResourceYaml.wording(node.get("ours")),
        node.containsKey("why") ? ResourceYaml.wording(node.get("why")) : null,
        asked);
  }

  private static Item item(Map<String, Object> node) {
    return new Item(
        ResourceYaml.wording(node.get("item")),
        ResourceYaml.text(node, "duty"),
        ResourceYaml.texts(node.get("by")));
  }
}

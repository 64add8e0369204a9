package org.passerelle.disclosure;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A variable by which records are counted.
 *
 * @param name name in the declaration and in everything published
 * @param column column of the data
 * @param label for readers
 * @param hierarchy its categories; null if they are to be found in the data
 * @param bands lower bounds of numeric bands, ascending; empty if values are codes
 * @param unknown category of an empty value; null if none may be empty
 * @param sensitive codes that must not be learned of everybody in a group; {@link #ALL} for all
 * @param found whether its categories come from the data, which then reveals which do not occur
 */
public record Variable(
    String name,
    String column,
    String label,
    @Nullable Hierarchy hierarchy,
    List<Integer> bands,
    @Nullable String unknown,
    Set<String> sensitive,
    boolean found) {
  /** In place of codes: every category is sensitive. */
  public static final String ALL = "all";

  public Variable {
    bands = List.copyOf(bands);
    sensitive = Set.copyOf(sensitive);
  }

  /**
   * A variable with declared categories, or with categories to be found in the data if there is no
   * hierarchy.
   */
  public Variable(
      String name,
      String column,
      String label,
      @Nullable Hierarchy hierarchy,
      List<Integer> bands,
      @Nullable String unknown) {
    this(name, column, label, hierarchy, bands, unknown, Set.of(), hierarchy == null);
  }

  /** A copy with the categories found in the data. */
  Variable with(Hierarchy categories) {
    return new Variable(name, column, label, categories, bands, unknown, sensitive, true);
  }

  /** A copy with sensitive categories. */
  Variable with(Set<String> codes) {
    return new Variable(name, column, label, hierarchy, bands, unknown, codes, found);
  }

  /** Whether a category or group must not be learned of everybody in a group of persons. */
  boolean isSensitive(String code) {
    return sensitive.contains(code) || sensitive.contains(ALL);
  }

  /** Its categories, which are known once the data were read. */
  public Hierarchy tree() {
    if (hierarchy == null) {
      throw new IllegalStateException(
          "The categories of %s are not known. Maybe the data were not read yet.".formatted(name));
    }
    return hierarchy;
  }

  /** The codes of bands: {@code 0-11}, {@code 12-17}, {@code 18+}. */
  static List<String> codes(List<Integer> bands) {
    return java.util.stream.IntStream.range(0, bands.size())
        .mapToObj(
            i -> {
              if (i == bands.size() - 1) {
                return bands.get(i) + "+";
              }
              int last = bands.get(i + 1) - 1;
              return last == bands.get(i) ? String.valueOf(last) : bands.get(i) + "-" + last;
            })
        .toList();
  }
}

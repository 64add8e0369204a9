package org.passerelle.disclosure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What records are counted by.
 *
 * @param name in the declaration and in everything published
 * @param column of the data that holds it
 * @param label for readers
 * @param hierarchy its categories; null while they are to be found in the data
 * @param bands lower bounds of bands of a number, ascending; empty where values are codes
 * @param unknown the category of an empty value; null where none may be empty
 * @param found whether its categories are those of the data, which then tell who is not there
 */
public record Variable(
    String name,
    String column,
    String label,
    @Nullable Hierarchy hierarchy,
    List<Integer> bands,
    @Nullable String unknown,
    boolean found) {
  public Variable {
    bands = List.copyOf(bands);
  }

  /** One whose categories are declared, or to be found in the data where there is no hierarchy. */
  public Variable(
      String name,
      String column,
      String label,
      @Nullable Hierarchy hierarchy,
      List<Integer> bands,
      @Nullable String unknown) {
    this(name, column, label, hierarchy, bands, unknown, hierarchy == null);
  }

  /** The same with the categories that were found in data. */
  Variable with(Hierarchy categories) {
    return new Variable(name, column, label, categories, bands, unknown, true);
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

package org.passerelle.linkage.encoding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.comparison.Trait;

/** A Bloom filter for each value, under a key of its own for each attribute. */
public final class AttributeEncodings {
  private static final String NAMES = "names";

  private final List<Trait> traits;
  private final List<Scheme> schemes = new ArrayList<>();
  private final List<Map<Integer, String>> known = new ArrayList<>();
  private final List<String> columns = new ArrayList<>();

  public AttributeEncodings(EncodingKey key, Population population) {
    traits = population.traits();
    Map<String, Integer> seen = new HashMap<>();
    for (Trait trait : traits) {
      int nth = seen.merge(trait.kind().id(), 1, Integer::sum);
      String column = nth == 1 ? trait.kind().id() : trait.kind().id() + "_" + nth;
      columns.add(column);
      // one key for first names and surnames, which may stand in each other's place
      String part = trait.isPartOfName() ? NAMES : column;
      schemes.add(new Clk(key.derived("attribute|" + part)));
      known.add(new HashMap<>());
    }
  }

  /** The header of such a file. */
  public EncodingHeader header(EncodingKey key, String attributes) {
    return EncodingHeader.of(schemes.get(0), EncodingHeader.BY_ATTRIBUTE, key, attributes);
  }

  /** What the columns are called. */
  public List<String> columns() {
    return List.copyOf(columns);
  }

  /** The encodings of a record, in the order of the columns; empty where a value is missing. */
  public List<String> of(int record) {
    List<String> cells = new ArrayList<>();
    for (int t = 0; t < traits.size(); t++) {
      Trait trait = traits.get(t);
      int code = trait.codes()[record];
      Scheme scheme = schemes.get(t);
      cells.add(
          code < 0
              ? ""
              : known
                  .get(t)
                  .computeIfAbsent(
                      code, c -> encoded(scheme, Grams.of(trait.kind(), value(trait, c)))));
    }
    return cells;
  }

  /** A value as it is compared: where 1 January stands for a year alone, the year. */
  private static String value(Trait trait, int code) {
    return trait.dates().isEmpty() ? trait.values().get(code) : trait.dates().get(code).text();
  }

  private static String encoded(Scheme scheme, long[] grams) {
    return grams.length == 0 ? "" : EncodedWords.text(scheme.encode(grams));
  }
}

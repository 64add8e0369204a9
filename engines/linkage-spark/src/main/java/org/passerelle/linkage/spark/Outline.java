package org.passerelle.linkage.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.linkage.AttributeKind;
import org.passerelle.linkage.internal.candidates.Blocks;
import org.passerelle.linkage.internal.candidates.Keys;
import org.passerelle.linkage.internal.candidates.NearPairs;
import org.passerelle.linkage.internal.comparison.NameDictionary;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.comparison.Trait;

/**
 * What every process knows of the lists: how long they are and what is compared.
 *
 * @param size how many records
 * @param left how many of them are of the left list
 */
record Outline(int size, int left, List<Column> columns) implements Serializable {
  private static final int[] NO_SOURCES = {};

  /** What is compared, without a value of it. */
  record Column(String label, AttributeKind kind) implements Serializable {}

  static Outline of(Population population) {
    List<Column> columns = new ArrayList<>();
    for (Trait trait : population.traits()) {
      columns.add(new Column(trait.label(), trait.kind()));
    }
    return new Outline(population.size(), population.left(), List.copyOf(columns));
  }

  /** All records by their numbers alone: enough to tell which pairs count. */
  Population numbers() {
    return new Population(size, left, List.of(), NO_SOURCES);
  }

  /** No record, of the same columns. */
  Population nothing() {
    List<Trait> traits = new ArrayList<>();
    for (Column column : columns) {
      traits.add(
          new Trait(
              column.label(),
              column.kind(),
              new int[0],
              List.of(),
              List.of(),
              List.of(),
              NameDictionary.NONE));
    }
    return new Population(0, 0, List.copyOf(traits), NO_SOURCES);
  }

  /** The keys of a list as long as this one, for some of its records. */
  List<Keys.Key> keys(Population some) {
    return size > NearPairs.ALL ? Keys.wide(some) : Keys.all(some);
  }

  /** The bits of an entry of a block that are its record. */
  long recordBits() {
    return (1L << Blocks.bits(numbers())) - 1;
  }
}

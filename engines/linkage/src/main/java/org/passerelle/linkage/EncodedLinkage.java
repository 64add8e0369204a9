package org.passerelle.linkage;

import java.util.List;
import java.util.Optional;
import org.passerelle.linkage.encoding.EncodedWords;
import org.passerelle.linkage.encoding.EncodingHeader;
import org.passerelle.linkage.internal.EncodedEngine;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.kernel.BitColumns;
import org.passerelle.linkage.kernel.Measure;

/** Links lists whose records are encoded as a whole. */
final class EncodedLinkage {
  private EncodedLinkage() {}

  static LinkResult run(
      PersonTable left, Optional<PersonTable> right, LinkSettings settings, Progress progress) {
    EncodingHeader header = left.encoding().orElseThrow(IllegalStateException::new);
    Measure measure =
        switch (header.scheme()) {
          case "clk" -> Measure.DICE;
          case "saul" -> Measure.HAMMING;
          default ->
              throw new BadRecords(
                  "%s is encoded by %s, which this version does not know. Maybe it is newer than this program."
                      .formatted(left.name(), header.scheme()));
        };
    BitColumns store = new BitColumns();
    add(left, store);
    right.ifPresent(list -> add(list, store));
    if (right.isPresent() && !SameKeyCheck.isLikely(store, left.size())) {
      throw SameKeyCheck.refused(left, right.get());
    }
    Population population = new Population(store.size(), left.size(), List.of(), new int[0]);
    EncodedEngine engine = new EncodedEngine(store, population, measure, settings, progress);
    return new LinkResult(
        left, right, engine.run(), List.of("encodings by " + header.scheme()), List.of());
  }

  private static void add(PersonTable table, BitColumns store) {
    int column = table.header().indexOf("encoding");
    if (column < 0) {
      throw new BadRecords(
          "%s has no column encoding. Maybe the file was edited; ask for it anew."
              .formatted(table.name()));
    }
    int[] nothing = new int[BitColumns.WORDS];
    for (int row = 0; row < table.size(); row++) {
      String text = table.value(row, column);
      store.add(text.isEmpty() ? nothing : EncodedWords.decoded(text));
    }
  }
}

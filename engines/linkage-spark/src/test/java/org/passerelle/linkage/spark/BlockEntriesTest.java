package org.passerelle.linkage.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.passerelle.linkage.internal.candidates.Blocks;
import org.passerelle.linkage.internal.candidates.Keys;
import org.passerelle.linkage.internal.comparison.LongList;
import org.passerelle.linkage.internal.comparison.Population;
import org.passerelle.linkage.internal.comparison.Texts;

/** What is held back of a crowd changes neither how large blocks are nor which pairs they give. */
class BlockEntriesTest {
  private static final int RECORDS = 9_000;
  private static final int MACHINES = 3;
  private static final int KEYS = 5_000;

  /** Of one list, and of two of which the left one has so many records. */
  @ParameterizedTest
  @ValueSource(ints = {RECORDS, 4_000})
  void blocksAreAsLargeAsIfAllHadBeenSent(int left) {
    Population numbers = new Population(RECORDS, left, List.of(), new int[0]);
    Outline outline = new Outline(RECORDS, left, List.of());
    BlockEntries.Reading reading = new BlockEntries.Reading(outline.recordBits(), left);
    Buckets buckets = new Buckets(4, RECORDS);
    SplittableRandom random = new SplittableRandom(7);
    LongList all = new LongList();
    List<List<BlockEntries>> sent = new ArrayList<>();
    for (int b = 0; b < buckets.count(); b++) {
      sent.add(new ArrayList<>());
    }
    for (int machine = 0; machine < MACHINES; machine++) {
      LongList own = new LongList();
      for (int record = machine * RECORDS / MACHINES;
          record < (machine + 1) * RECORDS / MACHINES;
          record++) {
        // a third shares one key, a tenth another, and the rest is rare
        int key = record % 3 == 0 ? 0 : record % 10 == 1 ? 1 : 2 + random.nextInt(KEYS);
        long entry = reading.hash(Texts.mix(key)) | record;
        own.add(entry);
        all.add(entry);
      }
      BlockEntries[] each = BlockEntries.sent(own.distinct(), reading, buckets);
      for (int b = 0; b < each.length; b++) {
        sent.get(b).add(each[b]);
      }
    }
    Blocks whole = new Blocks(numbers, all.distinct());
    Blocks.Sizes sizes = new Blocks(numbers, new long[0]).sizes();
    LongList pairs = new LongList();
    int travelled = 0;
    for (List<BlockEntries> of : sent) {
      BlockEntries joined = BlockEntries.joined(of);
      travelled += joined.entries().length;
      sizes = sizes.plus(joined.sizes(numbers, reading));
      new Blocks(numbers, joined.entries()).pairs(Keys.LARGEST_BLOCK, pairs::add);
    }
    assertThat(sizes.pairs()).isEqualTo(whole.sizes().pairs());
    assertThat(sizes.blocks()).isEqualTo(whole.sizes().blocks());
    assertThat(sizes.entries()).isEqualTo(whole.sizes().entries());
    LongList expected = new LongList();
    whole.pairs(Keys.LARGEST_BLOCK, expected::add);
    assertThat(pairs.distinct()).isEqualTo(expected.distinct()).isNotEmpty();
    // of the 3,000 no machine sends more than tells that they are too many
    assertThat((long) travelled)
        .isLessThanOrEqualTo(RECORDS - RECORDS / 3 + (long) MACHINES * (Keys.LARGEST_BLOCK + 1));
  }
}

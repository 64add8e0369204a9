package org.passerelle.linkage.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.passerelle.linkage.BadRecords;
import org.passerelle.linkage.kernel.Measure;

/** The schemes do what their formulas say. */
class EncodingProperties {
  private static final EncodingKey KEY =
      EncodingKey.of("a key for tests only".getBytes(StandardCharsets.UTF_8));

  private static long[] grams(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  /** The formula, bit by bit. */
  private static int[] plainSaul(long[] grams, int functions) {
    EncodingKey key = KEY.derived("saul");
    int[] words = new int[32];
    for (int l = 0; l < 1024; l++) {
      int sum = 0;
      for (int h = 0; h < functions; h++) {
        int ones = 0;
        for (long gram : grams) {
          int block = h * 4 + l / 256;
          byte[] random = key.random(ByteBuffer.allocate(12).putLong(gram).putInt(block).array());
          long word = ByteBuffer.wrap(random).getLong(l % 256 / 64 * 8);
          ones += (int) (word >>> (l % 64)) & 1;
        }
        sum ^= 2 * ones >= grams.length ? 1 : 0;
      }
      words[l / 32] |= sum << (l % 32);
    }
    return words;
  }

  @Property(tries = 25)
  void saulIsTheSignOfTheMajority(
      @ForAll @Size(min = 1, max = 70) @UniqueElements List<@LongRange(min = 1) Long> values,
      @ForAll @IntRange(min = 1, max = 4) int functions) {
    long[] grams = grams(values);
    assertThat(new Saul(KEY, functions).encode(grams)).isEqualTo(plainSaul(grams, functions));
  }

  @Property(tries = 30)
  void theDistanceIsWhatTheAngleSays(
      @ForAll @IntRange(min = 5, max = 60) int common,
      @ForAll @IntRange(min = 1, max = 30) int apart,
      @ForAll @IntRange(min = 1, max = 3) int functions,
      @ForAll @LongRange(min = 1, max = 1_000_000) long from) {
    // odd numbers, so that no majority is a tie
    int size = (common + apart) | 1;
    long[] a = new long[size];
    long[] b = new long[size];
    for (int i = 0; i < size; i++) {
      a[i] = from * 1000 + i;
      b[i] = i < size - apart ? a[i] : a[i] + 500;
    }
    double angle = Math.acos((size - apart) / (double) size);
    double d = angle / Math.PI;
    double expected = (1 - Math.pow(1 - 2 * d, functions)) / 2;
    Saul saul = new Saul(KEY, functions);
    double found = 1 - Measure.HAMMING.of(saul.encode(a), saul.encode(b));
    assertThat(found).isCloseTo(expected, within(0.1));
  }

  @Property(tries = 30)
  void theOrderDoesNotMatterAndTheKeyDoes(
      @ForAll @Size(min = 5, max = 60) @UniqueElements List<@LongRange(min = 1) Long> values) {
    long[] grams = grams(values);
    long[] backwards = new long[grams.length];
    for (int i = 0; i < grams.length; i++) {
      backwards[i] = grams[grams.length - 1 - i];
    }
    EncodingKey other = KEY.derived("known elsewhere", List.of("a@fr", "b@rs"));
    for (Scheme scheme : List.of(new Clk(KEY), new Saul(KEY, 2))) {
      assertThat(scheme.encode(backwards)).isEqualTo(scheme.encode(grams));
      int[] words = scheme.encode(grams);
      assertThat(EncodedWords.decoded(EncodedWords.text(words))).isEqualTo(words);
    }
    assertThat(new Clk(other).encode(grams)).isNotEqualTo(new Clk(KEY).encode(grams));
    assertThat(Measure.HAMMING.of(new Saul(other, 2).encode(grams), new Saul(KEY, 2).encode(grams)))
        .isBetween(0.38, 0.62);
  }

  @Property(tries = 30)
  void aBloomFilterHoldsEveryGram(
      @ForAll @Size(min = 2, max = 60) @UniqueElements List<@LongRange(min = 1) Long> values) {
    long[] grams = grams(values);
    Clk clk = new Clk(KEY);
    int[] all = clk.encode(grams);
    int[] first = clk.encode(Arrays.copyOf(grams, 1));
    for (int w = 0; w < all.length; w++) {
      assertThat(all[w] & first[w]).isEqualTo(first[w]);
    }
  }

  @Property(tries = 1)
  void eachPurposeAndPairHasItsKey() {
    EncodingKey one = KEY.derived("known elsewhere", List.of("a@fr", "b@rs"));
    assertThat(KEY.derived("known elsewhere", List.of("b@rs", "a@fr")).fingerprint())
        .isEqualTo(one.fingerprint());
    assertThat(KEY.derived("known elsewhere", List.of("a@fr", "c@mk")).fingerprint())
        .isNotEqualTo(one.fingerprint());
    assertThat(KEY.derived("another", List.of("a@fr", "b@rs")).fingerprint())
        .isNotEqualTo(one.fingerprint());
  }

  @Property(tries = 1)
  void whatCannotBeComparedIsRefused() {
    EncodingHeader saul = EncodingHeader.of(new Saul(KEY, 2), "saul", KEY, "name");
    assertThat(EncodingHeader.read(saul.line())).contains(saul);
    assertThat(EncodingHeader.read("id,surname")).isEmpty();
    EncodingKey other = KEY.derived("other", List.of());
    Map<EncodingHeader, String> others =
        Map.of(
            EncodingHeader.of(new Clk(KEY), "clk", KEY, "name"), "clk",
            EncodingHeader.of(new Saul(KEY, 2), "saul", other, "name"), "different keys",
            EncodingHeader.of(new Saul(KEY, 3), "saul", KEY, "name"), "functions=3",
            EncodingHeader.of(new Saul(KEY, 2), "saul", KEY, "name+sex"), "name+sex");
    others.forEach(
        (header, word) ->
            assertThatThrownBy(() -> saul.mustEqual(header, "a.csv", "b.csv"))
                .isInstanceOf(BadRecords.class)
                .hasMessageContainingAll("a.csv", "b.csv", word));
    assertThatThrownBy(() -> EncodedWords.decoded("AAAA")).isInstanceOf(BadRecords.class);
    assertThatThrownBy(() -> EncodedWords.decoded("ümlaut")).isInstanceOf(BadRecords.class);
  }
}

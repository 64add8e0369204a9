package org.passerelle.evidence.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.passerelle.evidence.Digests;
import org.passerelle.evidence.Keys;

/** No byte of a seal can be changed unnoticed, not even those that no signature covers. */
@Tag("long")
class SealEveryByteTest {
  @Test
  void everyByteCounts() {
    Map<String, Digests> files = new LinkedHashMap<>();
    files.put("data/exhibits/0001.txt", Measure.of(new byte[] {1}).digests());
    files.put("case-file.json", Measure.of(new byte[] {2}).digests());
    byte[] seal = XadesSeal.sign(files, Keys.of("Office"), Keys.NOW);
    assertThat(SealCheck.read(seal).fault()).isNull();
    List<Integer> unseen = new ArrayList<>();
    for (int at = 0; at < seal.length; at++) {
      byte[] other = seal.clone();
      // flips the case of a letter, a digit or white space
      other[at] ^= (byte) (at % 2 == 0 ? 0x20 : 0x01);
      if (SealCheck.read(other).fault() == null) {
        unseen.add(at);
      }
    }
    assertThat(unseen).isEmpty();
  }
}

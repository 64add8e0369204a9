package org.passerelle.partner.nodes.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.KeyUse;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What two administrators read to each other. */
class FingerprintTest {
  /** 127.0.0.1 and 63.84.220.193 are the examples of the paper: lusab-babad, gutih-tugad. */
  @Test
  void wordsAreThoseOfThePaper() {
    Fingerprint read = new Fingerprint("7f0000013f54dcc1000fffff" + "0".repeat(40));
    assertThat(read.words()).containsExactly("lusab", "babad", "gutih", "tugad", "babaz", "zuzuz");
  }

  @Test
  void everyKeyAndTheNameCountAndTheOrderDoesNot() {
    NodeKey one = key(KeyUse.SIGNATURE);
    NodeKey two = key(KeyUse.ENCRYPTION);
    NodeKey three = key(KeyUse.ENCRYPTION);
    assertThat(Fingerprint.of("athens", List.of(one, two)))
        .isEqualTo(Fingerprint.of("athens", List.of(two, one)));
    Set<String> all = new HashSet<>();
    all.add(Fingerprint.of("athens", List.of(one, two)).hash());
    all.add(Fingerprint.of("athens", List.of(one, three)).hash());
    all.add(Fingerprint.of("athens", List.of(one)).hash());
    all.add(Fingerprint.of("skopje", List.of(one, two)).hash());
    assertThat(all).hasSize(4);
  }

  private static NodeKey key(KeyUse use) {
    return NodeKey.make(use, Instant.EPOCH, new SecureRandom());
  }
}

package org.passerelle.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who comes from one household is one, whatever address or port of it they take. */
class NetworkTest {
  @Test
  void aPortMakesNoOtherHousehold() {
    assertThat(Network.of("203.0.113.5:4711")).isEqualTo("203.0.113.5");
    assertThat(Network.of("203.0.113.5")).isEqualTo("203.0.113.5");
  }

  @Test
  void anyAddressOfAHouseholdsHalfIsIt() {
    assertThat(Network.of("2001:db8:1:2::1"))
        .isEqualTo(Network.of("2001:db8:1:2:ffff::9"))
        .isNotEqualTo(Network.of("2001:db8:1:3::1"));
    assertThat(Network.of("::ffff:203.0.113.5")).isEqualTo("203.0.113.5");
  }

  @Test
  void whatIsNoAddressIsNotLookedUp() {
    assertThat(Network.of("unknown:1")).isEqualTo("unknown:1");
    assertThat(Network.of("_hidden")).isEqualTo("_hidden");
  }
}

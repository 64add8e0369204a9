package org.passerelle.partner.nodes.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.passerelle.PlatformSettings;
import org.passerelle.gate.OutwardAddress.Verdict;

/**
 * Which addresses of other nodes are called, for each of the three reaches that an operator can
 * give. Numbers only: nothing is looked up.
 */
class NodeAddressesTest {
  private static final Path FOLDER = Path.of("nowhere");
  private static final String ANYBODY = "https://192.88.1.7";
  private static final List<String> OWN_NETWORK =
      List.of(
          "https://10.0.0.7",
          "https://172.16.4.1:8443",
          "https://192.168.1.20",
          "https://169.254.169.254",
          "https://100.64.0.1",
          "https://[fd12:3456::1]",
          "https://[::ffff:10.0.0.7]",
          "https://[64:ff9b::a00:7]");
  private static final List<String> THIS_MACHINE = List.of("https://127.0.0.1", "https://[::1]");
  private static final List<String> PLAIN_HERE =
      List.of("http://127.0.0.1:8443", "http://[::1]:8443");
  private static final List<String> PLAIN_ELSEWHERE =
      List.of("http://192.88.1.7", "http://10.0.0.7", "http://192.168.1.20");

  @Test
  void withoutAnySettingOnlyPublicOnesAreCalled() {
    assertReach(addresses(false, false, false), Verdict.OWN_NETWORK);
  }

  @Test
  void thoseOfTheOwnNetworkAreCalledIfTheOperatorAllowsIt() {
    assertReach(addresses(false, true, false), Verdict.FINE);
  }

  @Test
  void onThisMachineAloneTheyAreCalledWithoutTls() {
    for (NodeAddresses addresses :
        List.of(addresses(false, false, true), addresses(true, false, false))) {
      assertThat(check(addresses, ANYBODY)).isEqualTo(Verdict.FINE);
      assertAll(addresses, PLAIN_HERE, Verdict.FINE);
      assertAll(addresses, PLAIN_ELSEWHERE, Verdict.NO_ADDRESS);
    }
  }

  @Test
  void whatIsNoAddressIsNeverCalled() {
    assertAll(
        addresses(true, true, true),
        List.of(
            "ftp://192.88.1.7",
            "file:/etc/passwd",
            "https://somebody@192.88.1.7",
            "https://192.88.1.7:70000",
            "https://192.88.1.7/#door"),
        Verdict.NO_ADDRESS);
  }

  /** By TLS alone; everybody's addresses, and those nearby as the verdict says. */
  private static void assertReach(NodeAddresses addresses, Verdict nearby) {
    assertThat(check(addresses, ANYBODY)).isEqualTo(Verdict.FINE);
    assertAll(addresses, OWN_NETWORK, nearby);
    assertAll(addresses, THIS_MACHINE, nearby);
    assertAll(addresses, PLAIN_HERE, Verdict.NO_ADDRESS);
    assertAll(addresses, PLAIN_ELSEWHERE, Verdict.NO_ADDRESS);
  }

  private static void assertAll(NodeAddresses addresses, List<String> urls, Verdict verdict) {
    assertThat(urls)
        .allSatisfy(url -> assertThat(check(addresses, url)).as(url).isEqualTo(verdict));
  }

  private static Verdict check(NodeAddresses addresses, String url) {
    return addresses.check(URI.create(url));
  }

  private static NodeAddresses addresses(boolean demo, boolean own, boolean loopback) {
    return new NodeAddresses(
        new PlatformSettings(FOLDER, FOLDER, null, demo, 0, "test", null), own, loopback);
  }
}

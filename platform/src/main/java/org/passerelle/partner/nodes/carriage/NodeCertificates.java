package org.passerelle.partner.nodes.carriage;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Which certificate a node shows when it comes to this door, where the operator says so: {@code
 * passerelle.node-certificates.NODE}, its SHA-256. It stands beside the signature of what is
 * brought, not in place of it: whoever has the keys of a node and not its line is turned away.
 * Immutable; threads may share it.
 */
@Component
class NodeCertificates {
  private static final Logger LOG = LoggerFactory.getLogger(NodeCertificates.class);
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
  private final Map<String, String> expected = new HashMap<>();

  NodeCertificates(Environment environment) {
    Binder.get(environment)
        .bind("passerelle.node-certificates", Bindable.mapOf(String.class, String.class))
        .orElse(Map.of())
        .forEach(this::expect);
    if (!expected.isEmpty()) {
      // a misspelt name asks nobody for anything
      LOG.info("A certificate is asked for of the nodes {}.", new TreeSet<>(expected.keySet()));
    }
  }

  private void expect(String node, String fingerprint) {
    String hex = fingerprint.replace(":", "").strip().toLowerCase(Locale.ROOT);
    if (!SHA_256.matcher(hex).matches()) {
      throw new IllegalStateException(
          """
          passerelle.node-certificates.%s is no SHA-256 fingerprint: %s.
          Maybe it is SHA-1; openssl x509 -noout -fingerprint -sha256 -in FILE prints the right one."""
              .formatted(node, fingerprint));
    }
    expected.put(node.toLowerCase(Locale.ROOT), hex);
  }

  /**
   * Whether a node may come in with what was shown.
   *
   * @param shown SHA-256 of the certificate that its connection was opened with, in hexadecimal
   *     digits, if there was one
   */
  boolean fit(String node, Optional<String> shown) {
    String wanted = expected.get(node.toLowerCase(Locale.ROOT));
    return wanted == null || shown.filter(wanted::equals).isPresent();
  }
}

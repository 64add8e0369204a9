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
 * The client certificate that a node must present, if the operator configured one: {@code
 * passerelle.node-certificates.NODE}, its SHA-256. It is required in addition to the envelope's
 * signature: a sender with a node's keys but without its certificate is rejected. Immutable; safe
 * for concurrent use.
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
      // logged so that the operator notices a misspelt name, which would protect no node
      LOG.info("A certificate is asked for of the nodes {}.", new TreeSet<>(expected.keySet()));
    }
  }

  private void expect(String node, String fingerprint) {
    String hex = fingerprint.replace(":", "").strip().toLowerCase(Locale.ROOT);
    if (!SHA_256.matcher(hex).matches()) {
      throw new IllegalStateException(
          """
          passerelle.node-certificates.%s is not a SHA-256 fingerprint: %s.
          Maybe it is SHA-1; openssl x509 -noout -fingerprint -sha256 -in FILE prints the right one."""
              .formatted(node, fingerprint));
    }
    expected.put(node.toLowerCase(Locale.ROOT), hex);
  }

  /**
   * Whether a node may connect with the certificate presented.
   *
   * @param shown SHA-256 of the connection's certificate in hexadecimal digits, if there was one
   */
  boolean fit(String node, Optional<String> shown) {
    String wanted = expected.get(node.toLowerCase(Locale.ROOT));
    return wanted == null || shown.filter(wanted::equals).isPresent();
  }
}

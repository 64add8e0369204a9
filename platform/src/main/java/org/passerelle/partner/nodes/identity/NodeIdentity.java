package org.passerelle.partner.nodes.identity;

import com.nimbusds.jose.jwk.KeyUse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.passerelle.PlatformSettings;
import org.passerelle.storage.keys.KeyStore;
import org.passerelle.storage.keys.SealedFile;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * This node's own keys, in a file beside the node key, {@code DIR.identity}, which is created when
 * they are first needed. New keys are announced two weeks before they are used, and the old ones
 * are accepted for two weeks after that, so that partners have time to compare them and no message
 * under way is lost. Safe for concurrent use.
 */
@Component
public class NodeIdentity {
  /** Time between the announcement of new keys and their use. */
  public static final Duration ANNOUNCED = Duration.ofDays(14);

  /** Time for which old keys are accepted after the new ones are in use. */
  public static final Duration OVERLAP = Duration.ofDays(14);

  private static final String ENDING = ".identity";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final String node;
  private final SealedFile file;
  private final SecureRandom random;
  private final Clock clock;
  private List<NodeKey> keys;

  NodeIdentity(PlatformSettings settings, KeyStore store, SecureRandom random, Clock clock) {
    this.node = settings.node();
    this.file =
        new SealedFile(
            SealedFile.beside(settings.nodeKey(), ENDING), "node identity", store, random);
    this.random = random;
    this.clock = clock;
    this.keys = file.read().map(NodeIdentity::read).orElse(List.of());
  }

  /** The node's name. */
  public String node() {
    return node;
  }

  /** All current and announced keys, without secrets. */
  public List<NodeKey> keys() {
    return own().stream().map(NodeKey::open).toList();
  }

  /** The fingerprint for the other side to compare. */
  public Fingerprint fingerprint() {
    return Fingerprint.of(node, own());
  }

  /** The current signing key. */
  public NodeKey signingKey() {
    return NodeKeys.newest(own(), clock.instant(), true).orElseThrow();
  }

  /** A key for which a message was sealed, if it is still accepted. */
  public Optional<NodeKey> opening(String id) {
    Instant now = clock.instant();
    return own().stream().filter(k -> !k.signs() && k.id().equals(id) && k.taken(now)).findFirst();
  }

  /** Signs a descriptor of this node. */
  public String describe(NodeDescriptor descriptor) {
    return DescriptorText.sign(descriptor, signingKey());
  }

  /**
   * Generates new keys.
   *
   * @param atOnce the old ones may be compromised: they end now, and partners accept nothing until
   *     they have compared the new ones
   */
  public synchronized void renew(boolean atOnce) {
    Instant now = now();
    Instant from = atOnce ? now : now.plus(ANNOUNCED);
    List<NodeKey> all = new ArrayList<>();
    for (NodeKey old : own()) {
      if (atOnce || old.from().isAfter(now)) {
        // a key that was only announced is discarded
        continue;
      }
      all.add(old.ending(from.plus(OVERLAP)));
    }
    all.addAll(pair(from));
    keep(all);
  }

  private synchronized List<NodeKey> own() {
    Instant now = clock.instant();
    if (keys.isEmpty()) {
      keep(pair(now()));
    } else if (keys.stream().allMatch(k -> k.from().isAfter(now))) {
      // the clock was wrong when they were generated, and was set back since
      Instant first = keys.stream().map(NodeKey::from).min(Comparator.naturalOrder()).orElseThrow();
      keep(keys.stream().map(k -> k.from().equals(first) ? k.beginning(now()) : k).toList());
    } else if (keys.stream().anyMatch(k -> k.ended(now.minus(NodeKey.SKEW)))) {
      keep(keys.stream().filter(k -> !k.ended(now.minus(NodeKey.SKEW))).toList());
    }
    return keys;
  }

  private List<NodeKey> pair(Instant from) {
    return List.of(
        NodeKey.make(KeyUse.SIGNATURE, from, random),
        NodeKey.make(KeyUse.ENCRYPTION, from, random));
  }

  private void keep(List<NodeKey> all) {
    String json =
        JSON.writeValueAsString(
            Map.of("keys", all.stream().map(DescriptorText::map).collect(Collectors.toList())));
    file.write(json.getBytes(StandardCharsets.UTF_8));
    keys = List.copyOf(all);
  }

  private static List<NodeKey> read(byte[] content) {
    try {
      List<NodeKey> all = new ArrayList<>();
      for (JsonNode one : JSON.readTree(content).path("keys")) {
        all.add(DescriptorText.key(one));
      }
      return List.copyOf(all);
    } catch (ParseException e) {
      throw new IllegalStateException("The file of the node's identity contains no keys.", e);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }
}

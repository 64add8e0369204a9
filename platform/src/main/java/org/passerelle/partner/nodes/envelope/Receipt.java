package org.passerelle.partner.nodes.envelope;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.passerelle.partner.nodes.identity.NodeKey;
import org.passerelle.partner.nodes.identity.Reason;
import org.passerelle.partner.nodes.identity.Signed;
import org.passerelle.partner.nodes.identity.Untrusted;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A node's signed answer to an envelope: the digest of what arrived and the result. Immutable.
 *
 * @param from the node that received the envelope and signs
 * @param to the node that sent it
 * @param envelope identifier of the envelope
 * @param digest SHA-256 of the envelope as received, 64 hexadecimal digits
 * @param outcome whether it took effect now, or earlier, or not
 * @param reason code of the rejection; otherwise empty
 * @param name name of the unknown kind or code, or empty
 * @param held largest signed root of the sender's log that the receiver holds; for checkpoints
 */
public record Receipt(
    String from,
    String to,
    String envelope,
    String digest,
    Instant at,
    Outcome outcome,
    String reason,
    String name,
    @Nullable Held held) {
  static final String TYPE = "passerelle-receipt+jwt";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Result of a message. */
  public enum Outcome {
    TAKEN,
    AGAIN,
    REFUSED
  }

  /**
   * A signed root that is held.
   *
   * @param root 64 hexadecimal digits
   */
  public record Held(long size, String root) {}

  /** Signs the receipt. */
  public String sign(NodeKey key) {
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", from);
    claims.put("aud", to);
    claims.put("envelope", envelope);
    claims.put("digest", digest);
    claims.put("iat", at.getEpochSecond());
    claims.put("outcome", outcome.name().toLowerCase(java.util.Locale.ROOT));
    if (!reason.isEmpty()) {
      claims.put("reason", reason);
    }
    if (!name.isEmpty()) {
      claims.put("name", name);
    }
    if (held != null) {
      claims.put("held", Map.of("size", held.size, "root", held.root));
    }
    return Signed.sign(JSON.writeValueAsString(claims), TYPE, key);
  }

  /**
   * Reads a receipt.
   *
   * @throws Untrusted if none of the keys signed it
   */
  public static Receipt read(String compact, Function<String, Optional<NodeKey>> keys) {
    try {
      JsonNode claims = JSON.readTree(Signed.open(compact.strip(), TYPE, keys));
      JsonNode held = claims.path("held");
      return new Receipt(
          claims.path("iss").asString(""),
          claims.path("aud").asString(""),
          claims.path("envelope").asString(""),
          claims.path("digest").asString(""),
          Instant.ofEpochSecond(claims.path("iat").asLong(0)),
          Outcome.valueOf(claims.path("outcome").asString("").toUpperCase(java.util.Locale.ROOT)),
          code(claims.path("reason").asString("")),
          code(claims.path("name").asString("")),
          held.isObject()
              ? new Held(held.path("size").asLong(0), code(held.path("root").asString("")))
              : null);
    } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
      throw new Untrusted(Reason.FORMAT, e);
    }
  }

  /** Whether it is about exactly this envelope of this node. */
  public boolean isFor(String sender, String id, String sent) {
    return to.equals(sender) && envelope.equals(id) && digest.equals(sent);
  }

  private static String code(String text) {
    return text.matches("[A-Za-z0-9._:/-]{0,120}") ? text : "";
  }
}

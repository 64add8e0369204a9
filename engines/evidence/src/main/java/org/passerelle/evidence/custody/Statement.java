package org.passerelle.evidence.custody;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.passerelle.evidence.Digests;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The content of an entry, which its signatories sign.
 *
 * @param item number of the exhibit
 * @param number number of the entry, from 1
 * @param previous hash of the previous entry, {@link CustodyEntry#NONE} for the first
 * @param from certificate of the previous holder; empty for an intake
 * @param to certificate of the new holder, or of the person who refused
 * @param digests digests of an intake or a check; null for others
 */
public record Statement(
    String item,
    long number,
    String previous,
    Act act,
    Instant at,
    String from,
    String to,
    String place,
    String reason,
    @Nullable Digests digests) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The signed bytes: a JSON object (RFC 8259) with its members in this order. */
  String json() {
    ObjectNode object = JSON.createObjectNode();
    object.put("item", item).put("number", number).put("previous", previous);
    object.put("act", act.word()).put("at", at.toString()).put("from", from).put("to", to);
    object.put("place", place).put("reason", reason);
    if (digests != null) {
      object.put("size", digests.size());
      object.put("sha256", digests.sha256()).put("sha512", digests.sha512());
    }
    return JSON.writeValueAsString(object);
  }

  /** The inverse; throws {@link IllegalArgumentException} with what is missing. */
  static Statement read(byte[] json) {
    try {
      JsonNode object = JSON.readTree(json);
      Act act =
          Act.of(text(object, "act"))
              .orElseThrow(
                  () ->
                      new IllegalArgumentException("there is no act named " + text(object, "act")));
      return new Statement(
          text(object, "item"),
          whole(object, "number"),
          text(object, "previous"),
          act,
          Instant.parse(text(object, "at")),
          text(object, "from"),
          text(object, "to"),
          text(object, "place"),
          text(object, "reason"),
          act.measures()
              ? new Digests(whole(object, "size"), text(object, "sha256"), text(object, "sha512"))
              : null);
    } catch (JacksonException | DateTimeParseException e) {
      throw new IllegalArgumentException("it cannot be read", e);
    }
  }

  private static String text(JsonNode object, String name) {
    JsonNode value = object.get(name);
    if (value == null || !value.isString()) {
      throw new IllegalArgumentException("“%s” is missing".formatted(name));
    }
    return value.asString();
  }

  private static long whole(JsonNode object, String name) {
    JsonNode value = object.get(name);
    if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new IllegalArgumentException("“%s” is not an integer".formatted(name));
    }
    return value.asLong();
  }
}

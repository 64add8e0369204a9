package org.passerelle.evidence.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.passerelle.evidence.Digests;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The content of {@code case-file.json}, parsed strictly; {@link IllegalArgumentException} with the
 * reason if malformed.
 */
record Described(
    String number,
    String version,
    String compiledAt,
    String compiledBy,
    String digestOfAll,
    Map<String, Listed> exhibits) {

  /** An exhibit of the list. */
  record Listed(
      String number,
      boolean included,
      String path,
      Digests digests,
      long entries,
      String head,
      String holder,
      List<String> derivedFrom) {}

  static Described read(byte[] json) {
    try {
      JsonNode root = Description.JSON.readTree(json);
      if (!Description.FORMAT.equals(text(root, "format"))) {
        throw new IllegalArgumentException("it has a format other than " + Description.FORMAT);
      }
      Map<String, Listed> exhibits = new LinkedHashMap<>();
      for (JsonNode one : node(root, "exhibits")) {
        Listed listed = listed(one);
        if (exhibits.put(listed.number(), listed) != null) {
          throw new IllegalArgumentException(
              "it lists exhibit %s twice".formatted(listed.number()));
        }
      }
      return new Described(
          text(root, "number"),
          text(root, "version"),
          text(root, "compiledAt"),
          text(root, "compiledBy"),
          text(root, "digestOfAll"),
          exhibits);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("it is not valid JSON", e);
    }
  }

  private static Listed listed(JsonNode one) {
    JsonNode custody = node(one, "custody");
    boolean included = node(one, "included").asBoolean(false);
    List<String> sources = new ArrayList<>();
    node(one, "derivedFrom").forEach(source -> sources.add(source.asString("")));
    return new Listed(
        text(one, "number"),
        included,
        included ? text(one, "path") : "",
        new Digests(whole(one, "size"), text(one, "sha256"), text(one, "sha512")),
        whole(custody, "entries"),
        text(custody, "head"),
        included ? text(custody, "holder") : "",
        List.copyOf(sources));
  }

  private static JsonNode node(JsonNode in, String name) {
    JsonNode value = in.get(name);
    if (value == null) {
      throw new IllegalArgumentException("“%s” is missing".formatted(name));
    }
    return value;
  }

  private static String text(JsonNode in, String name) {
    JsonNode value = node(in, name);
    if (!value.isString()) {
      throw new IllegalArgumentException("“%s” is not a text".formatted(name));
    }
    return value.asString();
  }

  private static long whole(JsonNode in, String name) {
    JsonNode value = node(in, name);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new IllegalArgumentException("“%s” is not an integer".formatted(name));
    }
    return value.asLong();
  }
}

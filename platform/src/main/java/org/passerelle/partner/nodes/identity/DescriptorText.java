package org.passerelle.partner.nodes.identity;

import com.nimbusds.jose.jwk.ECKey;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.passerelle.language.Wording;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The transport format of a descriptor: signed by the newest key that it contains. This proves that
 * nobody altered it, not whose it is; people compare that.
 */
public final class DescriptorText {
  /** Maximum length in characters. */
  public static final int MOST = 200_000;

  static final String TYPE = "passerelle-node+jwt";
  private static final String FORMAT = "passerelle-node-1";
  private static final int ORGANISATIONS = 500;
  private static final int KEYS = 8;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DescriptorText() {}

  /** Signs a descriptor. */
  static String sign(NodeDescriptor descriptor, NodeKey key) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("format", FORMAT);
    all.put("node", descriptor.node());
    all.put("address", descriptor.address().toString());
    all.put("issued", descriptor.issued().toString());
    all.put("organisations", descriptor.organisations().stream().map(DescriptorText::map).toList());
    all.put("keys", descriptor.keys().stream().map(DescriptorText::map).toList());
    all.put("log", descriptor.log());
    all.put("schemas", new TreeMap<>(descriptor.schemas()));
    all.put("tiers", descriptor.tiers().stream().sorted().toList());
    return Signed.sign(JSON.writeValueAsString(all), TYPE, key);
  }

  private static Map<String, Object> map(HostedOrganisation one) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("id", one.id().toString());
    map.put("handle", one.handle());
    map.put("name", new TreeMap<>(one.name()));
    map.put("type", one.type());
    map.put("country", one.country());
    map.put("casework", one.casework());
    return map;
  }

  /** A key as it is written in a descriptor, or with its secret in the node's own file. */
  static Map<String, Object> map(NodeKey key) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("jwk", key.jwk().toJSONObject());
    map.put("from", key.from().toString());
    Instant until = key.until();
    if (until != null) {
      map.put("until", until.toString());
    }
    return map;
  }

  /**
   * Reads a descriptor and checks that it is signed by a signing key that it contains.
   *
   * @throws Untrusted if it is not a descriptor
   */
  public static NodeDescriptor read(String text) {
    String compact = text.replaceAll("\\s", "");
    if (compact.length() > MOST) {
      throw new Untrusted(Reason.FORMAT);
    }
    NodeDescriptor said = parse(Signed.unchecked(compact, TYPE).getPayload().toString());
    Signed.open(compact, TYPE, said::key);
    return said;
  }

  private static NodeDescriptor parse(String json) {
    try {
      JsonNode all = JSON.readTree(json);
      String node = all.path("node").asString("");
      if (!all.path("format").asString("").equals(FORMAT)
          || !node.matches("[a-z0-9]([a-z0-9.-]{0,60}[a-z0-9])?")
          || all.path("organisations").size() > ORGANISATIONS
          || all.path("keys").size() > KEYS) {
        throw new Untrusted(Reason.FORMAT);
      }
      List<HostedOrganisation> organisations = new ArrayList<>();
      all.path("organisations").forEach(one -> organisations.add(organisation(one)));
      List<NodeKey> keys = new ArrayList<>();
      for (JsonNode one : all.path("keys")) {
        keys.add(key(one));
      }
      Map<String, List<Integer>> schemas = new HashMap<>();
      for (Map.Entry<String, JsonNode> kind : all.path("schemas").properties()) {
        List<Integer> versions = new ArrayList<>();
        kind.getValue().forEach(v -> versions.add(v.asInt(0)));
        schemas.put(kind.getKey(), List.copyOf(versions));
      }
      Set<String> tiers = new HashSet<>();
      all.path("tiers").forEach(t -> tiers.add(t.asString("")));
      return new NodeDescriptor(
          node,
          address(all.path("address").asString("")),
          Instant.parse(all.path("issued").asString("")),
          organisations,
          keys,
          all.path("log").asString(""),
          schemas,
          tiers);
    } catch (JacksonException
        | ParseException
        | DateTimeException
        | IllegalArgumentException
        | URISyntaxException e) {
      throw new Untrusted(Reason.FORMAT, e);
    }
  }

  /** A key with or without its secret. */
  static NodeKey key(JsonNode one) throws ParseException {
    String until = one.path("until").asString("");
    return new NodeKey(
        ECKey.parse(one.path("jwk").toString()),
        Instant.parse(one.path("from").asString("")),
        until.isEmpty() ? null : Instant.parse(until));
  }

  private static URI address(String text) throws URISyntaxException {
    URI address = new URI(text);
    boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
    if (!web
        || address.getHost() == null
        || address.getRawQuery() != null
        || address.getRawFragment() != null
        || address.getRawUserInfo() != null
        || text.length() > 200) {
      throw new Untrusted(Reason.FORMAT);
    }
    return address;
  }

  private static HostedOrganisation organisation(JsonNode one) {
    Map<String, String> name = new HashMap<>();
    for (String language : Wording.LANGUAGES) {
      String text = one.path("name").path(language).asString("").strip();
      if (!text.isEmpty()) {
        name.put(language, text);
      }
    }
    String any =
        Wording.LANGUAGES.stream()
            .filter(name::containsKey)
            .findFirst()
            .map(name::get)
            .orElseThrow(() -> new Untrusted(Reason.FORMAT));
    Wording.LANGUAGES.forEach(language -> name.putIfAbsent(language, any));
    HostedOrganisation read =
        new HostedOrganisation(
            UUID.fromString(one.path("id").asString("")),
            one.path("handle").asString(""),
            name,
            one.path("type").asString(""),
            one.path("country").asString(""),
            one.path("casework").asBoolean(false));
    if (!read.handle().matches("[a-z0-9-]{1,40}")
        || !read.type().matches("[a-z_]{1,40}")
        || !read.country().matches("[A-Z]{2}")
        || name.values().stream().anyMatch(n -> n.length() > 200 || hasControls(n))) {
      throw new Untrusted(Reason.FORMAT);
    }
    return read;
  }

  private static boolean hasControls(String text) {
    return text.chars()
        .anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
  }
}

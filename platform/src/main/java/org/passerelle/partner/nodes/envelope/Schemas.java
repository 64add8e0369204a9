package org.passerelle.partner.nodes.envelope;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.passerelle.partner.nodes.identity.Reason;
import org.passerelle.partner.nodes.identity.Untrusted;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The types of messages that nodes exchange, each with its JSON Schema (2020-12) from {@code
 * docs/federation/messages}. Fields outside a schema are left as they are; a code outside a schema
 * is rejected by name. Safe for concurrent use.
 */
@Component
public class Schemas {
  private static final String WHERE = "classpath*:federation/messages/*.json";
  private static final Pattern NAME = Pattern.compile("(.+)\\.([0-9]+)\\.json");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Map<String, Map<Integer, Schema>> byKind = new TreeMap<>();

  Schemas() {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(WHERE)) {
        Matcher name = NAME.matcher(String.valueOf(file.getFilename()));
        if (name.matches()) {
          try (InputStream in = file.getInputStream()) {
            byKind
                .computeIfAbsent(name.group(1), kind -> new TreeMap<>())
                .put(Integer.parseInt(name.group(2)), registry.getSchema(JSON.readTree(in)));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (byKind.isEmpty()) {
      throw new IllegalStateException(
          "There is no message schema at %s.%nMaybe the program was built without docs/federation."
              .formatted(WHERE));
    }
  }

  /** Types and versions that this node accepts, as published in its descriptor. */
  public Map<String, List<Integer>> versions() {
    Map<String, List<Integer>> all = new TreeMap<>();
    byKind.forEach((kind, versions) -> all.put(kind, List.copyOf(versions.keySet())));
    return all;
  }

  /**
   * Validates the body of a message.
   *
   * @throws Untrusted if its type, its version or one of its codes is unknown, or it does not match
   *     its schema
   */
  public void check(String kind, int version, String body) {
    Schema schema = byKind.getOrDefault(kind, Map.of()).get(version);
    if (schema == null) {
      throw Untrusted.of(Reason.UNKNOWN_KIND, kind + ":" + version);
    }
    List<Error> errors = schema.validate(JSON.readTree(body));
    if (errors.isEmpty()) {
      return;
    }
    List<String> codes = new ArrayList<>();
    errors.forEach(error -> code(error, codes));
    if (!codes.isEmpty()) {
      throw Untrusted.of(Reason.UNKNOWN_CODE, codes.get(0));
    }
    throw Untrusted.of(Reason.SCHEMA, place(errors.get(0)));
  }

  /** The unknown code, with its field; never a value that is not a code. */
  private static void code(Error error, List<String> codes) {
    JsonNode value = error.getInstanceNode();
    if ("enum".equals(error.getKeyword())
        && value != null
        && value.isString()
        && value.asString("").matches("[A-Za-z0-9_.-]{1,60}")) {
      codes.add(place(error) + ":" + value.asString(""));
    }
  }

  private static String place(Error error) {
    return String.valueOf(error.getInstanceLocation()).replaceFirst("^[/$.]+", "");
  }
}

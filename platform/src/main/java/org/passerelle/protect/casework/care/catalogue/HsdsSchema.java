package org.passerelle.protect.casework.care.catalogue;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The JSON Schema of a service in HSDS 3.0, as published by Open Referral ({@code hsds/3.0}, see
 * {@code hsds/NOTICE.md}); formats such as {@code email} and {@code uuid} are checked. Thread-safe.
 */
@Component
class HsdsSchema {
  private static final String SERVICE = "classpath:hsds/3.0/service.json";
  private final Schema service;

  HsdsSchema() {
    SchemaRegistryConfig strict =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    service =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(strict))
            .getSchema(SchemaLocation.of(SERVICE));
  }

  /**
   * A schema violation.
   *
   * @param at location, such as {@code phones[0].number}
   * @param rule violated keyword: {@code required}, {@code type}, {@code enum}, {@code format} …
   * @param wanted expected value, from the schema
   */
  record Wrong(String at, String rule, String wanted) {}

  /** All violations in document order; empty for a valid document. */
  List<Wrong> check(JsonNode document) {
    return service.validate(document).stream().map(HsdsSchema::wrong).distinct().toList();
  }

  private static Wrong wrong(Error error) {
    String at =
        String.valueOf(error.getInstanceLocation())
            .replaceFirst("^[#$]?/?", "")
            .replaceAll("/([0-9]+)", "[$1]")
            .replace('/', '.');
    String rule = String.valueOf(error.getKeyword());
    if (rule.equals("required")) {
      String missing = String.valueOf(error.getProperty());
      return new Wrong(at.isEmpty() ? missing : at + "." + missing, rule, "");
    }
    Object[] arguments = error.getArguments();
    return new Wrong(
        at,
        rule,
        arguments == null || arguments.length == 0
            ? ""
            : String.valueOf(arguments[arguments.length - 1]));
  }
}

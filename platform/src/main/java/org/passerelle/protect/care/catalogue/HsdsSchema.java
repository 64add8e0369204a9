package org.passerelle.protect.care.catalogue;

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
 * The JSON Schema of a service by HSDS 3.0, as Open Referral publishes it ({@code hsds/3.0}, see
 * {@code hsds/NOTICE.md}); formats such as {@code email} and {@code uuid} count. Threads may share
 * it.
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
   * What is wrong with a service.
   *
   * @param at where it stands, such as {@code phones[0].number}
   * @param rule that it breaks: {@code required}, {@code type}, {@code enum}, {@code format} …
   * @param wanted what it should be, as the schema says it
   */
  record Wrong(String at, String rule, String wanted) {}

  /** All that is wrong, in the order of the document; nothing for a sound one. */
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

package org.passerelle.protect.sharing.htcds;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.passerelle.refusal.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON: a list of objects, or an object with {@code standard}, {@code version} and the list
 * {@code records}. Values are strings, numbers, booleans, or lists of strings.
 */
final class JsonRows {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(5)
                  .maxStringLength(200_000)
                  .maxNumberLength(30)
                  .maxNameLength(200)
                  .build())
          .build();
  private final JsonParser parser;
  private final Set<String> fields;
  private final Consumer<RawRow> rows;
  private int count;

  private JsonRows(JsonParser parser, Set<String> fields, Consumer<RawRow> rows) {
    this.parser = parser;
    this.fields = fields;
    this.rows = rows;
  }

  static void read(InputStream file, Set<String> fields, Consumer<RawRow> rows) {
    try (JsonParser parser =
        JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), file)) {
      JsonRows reader = new JsonRows(parser, fields, rows);
      if (parser.nextToken() == JsonToken.START_ARRAY) {
        reader.list();
      } else {
        reader.envelope();
      }
      if (reader.count == 0) {
        throw new Refused("htcds.refused.no-rows");
      }
    } catch (JacksonException broken) {
      var at = broken.getLocation();
      throw new Refused(
          "htcds.refused.json", at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr());
    }
  }

  private void envelope() {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("records") && value == JsonToken.START_ARRAY) {
        list();
      } else if (name.equals("version")) {
        HtcdsFields.checkVersion(parser.getString(), line());
      } else if (name.equals("standard") && !parser.getString().startsWith("HTCDS")) {
        throw new Refused("htcds.refused.standard", line(), HtcdsFields.shown(parser.getString()));
      } else {
        parser.skipChildren();
      }
    }
  }

  private void list() {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw new Refused("htcds.refused.json", line(), column());
      }
      count++;
      if (count > RecordFile.MOST_ROWS) {
        throw new Refused("htcds.refused.too-many", RecordFile.MOST_ROWS);
      }
      rows.accept(row(line()));
    }
  }

  private RawRow row(int line) {
    Map<String, List<String>> cells = new LinkedHashMap<>();
    List<Fault> faults = new ArrayList<>();
    String number = "";
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = parser.currentName();
      HtcdsFields.check(field, line(), column(), fields);
      JsonToken token = parser.nextToken();
      List<String> values = new ArrayList<>();
      if (token == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          scalar(field, values, faults);
        }
      } else {
        scalar(field, values, faults);
      }
      if (field.equals(HtcdsFields.VERSION_COLUMN)) {
        values.forEach(one -> HtcdsFields.checkVersion(one, line()));
      } else if (field.equals(HtcdsFields.NUMBER)) {
        number = values.isEmpty() ? "" : values.get(0).strip();
      } else if (cells.containsKey(field)) {
        faults.add(Fault.of(line(), 0, field, "htcds.fault.field-twice"));
      } else if (!values.isEmpty()) {
        cells.put(field, values);
      }
    }
    return new RawRow(line, number, cells, Map.of(), faults);
  }

  private void scalar(String field, List<String> values, List<Fault> faults) {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NULL) {
      return;
    }
    if (token.isScalarValue()) {
      String text = parser.getString();
      if (!text.isBlank()) {
        values.add(text);
      }
      return;
    }
    faults.add(Fault.of(line(), 0, field, "htcds.fault.nested"));
    parser.skipChildren();
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private int column() {
    return parser.currentTokenLocation().getColumnNr();
  }
}

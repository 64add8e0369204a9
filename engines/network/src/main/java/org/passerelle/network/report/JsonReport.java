package org.passerelle.network.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a report as JSON: {@code {"graph": {…}, "actors": [{…}, …]}}, one actor per line. */
public final class JsonReport {
  private final NetworkReport report;

  /** For this report. */
  public JsonReport(NetworkReport report) {
    this.report = report;
  }

  /** Writes the report; the writer is left open. */
  public void write(Writer out) throws IOException {
    JsonGenerator json =
        new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setPrettyPrinter(new Lines());
    json.writeStartObject();
    json.writeFieldName("graph");
    json.writeStartObject();
    for (Map.Entry<String, @Nullable Object> figure : report.figures().entrySet()) {
      json.writeFieldName(figure.getKey());
      value(json, figure.getValue());
    }
    json.writeEndObject();
    json.writeFieldName("actors");
    json.writeStartArray();
    for (int v = 0; v < report.network().actors().size(); v++) {
      actor(json, v);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeRaw('\n');
    json.close();
  }

  private void actor(JsonGenerator json, int v) throws IOException {
    json.writeStartObject();
    String id = report.network().actors().get(v).id();
    String label = report.network().actors().get(v).label();
    json.writeStringField("id", id);
    if (!label.equals(id)) {
      json.writeStringField("label", label);
    }
    for (Column column : report.columns()) {
      json.writeFieldName(column.name());
      value(json, column.values().apply(v));
    }
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName(String.valueOf(entry.getKey()));
        value(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof Iterable<?> list) {
      json.writeStartArray();
      for (Object entry : list) {
        value(json, entry);
      }
      json.writeEndArray();
    } else if (value instanceof Double number) {
      if (Double.isFinite(number)) {
        json.writeNumber(number);
      } else {
        json.writeNull();
      }
    } else if (value instanceof Integer number) {
      json.writeNumber(number);
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value == null) {
      json.writeNull();
    } else {
      json.writeString(value.toString());
    }
  }
}

package org.passerelle.network.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/** One figure and one actor per line. */
final class Lines extends MinimalPrettyPrinter {
  private static final long serialVersionUID = 1;

  private static boolean outer(JsonGenerator json) {
    return json.getOutputContext().getNestingDepth() <= 2;
  }

  private static String line(JsonGenerator json, int less) {
    return "\n" + "  ".repeat(json.getOutputContext().getNestingDepth() - less);
  }

  @Override
  public void beforeObjectEntries(JsonGenerator json) throws IOException {
    json.writeRaw(outer(json) ? line(json, 0) : "");
  }

  @Override
  public void writeObjectEntrySeparator(JsonGenerator json) throws IOException {
    json.writeRaw(outer(json) ? "," + line(json, 0) : ", ");
  }

  @Override
  public void writeObjectFieldValueSeparator(JsonGenerator json) throws IOException {
    json.writeRaw(": ");
  }

  @Override
  public void writeEndObject(JsonGenerator json, int entries) throws IOException {
    json.writeRaw(outer(json) ? line(json, 1) + "}" : "}");
  }

  @Override
  public void beforeArrayValues(JsonGenerator json) throws IOException {
    json.writeRaw(outer(json) ? line(json, 0) : "");
  }

  @Override
  public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
    json.writeRaw(outer(json) ? "," + line(json, 0) : ", ");
  }

  @Override
  public void writeEndArray(JsonGenerator json, int values) throws IOException {
    json.writeRaw(outer(json) ? line(json, 1) + "]" : "]");
  }
}

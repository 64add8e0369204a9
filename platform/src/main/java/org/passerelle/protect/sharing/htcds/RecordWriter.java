package org.passerelle.protect.sharing.htcds;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.passerelle.table.TableFile;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes records one after the other, in a format that can be imported again. */
interface RecordWriter extends AutoCloseable {
  /** Writes a record with its number. */
  void write(String number, Map<String, List<String>> values) throws IOException;

  @Override
  void close() throws IOException;

  /** CSV; several values in a cell are separated by semicolons. */
  static RecordWriter csv(OutputStream out, List<String> fields) throws IOException {
    return table(TableFile.csv(out), fields);
  }

  /** A workbook; all cells are text, so that leading zeros are kept. */
  static RecordWriter xlsx(OutputStream out, List<String> fields) throws IOException {
    return table(TableFile.xlsx(out, "HTCDS " + HtcdsFields.VERSION), fields);
  }

  private static RecordWriter table(TableFile table, List<String> fields) throws IOException {
    List<String> header = new ArrayList<>(List.of(HtcdsFields.NUMBER));
    header.addAll(fields);
    table.row(header);
    return new RecordWriter() {
      @Override
      public void write(String number, Map<String, List<String>> values) throws IOException {
        List<String> cells = new ArrayList<>(List.of(number));
        fields.forEach(f -> cells.add(String.join(";", values.getOrDefault(f, List.of()))));
        table.row(cells);
      }

      @Override
      public void close() throws IOException {
        table.close();
      }
    };
  }

  /** JSON that states standard and version. */
  static RecordWriter json(OutputStream out) {
    JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out);
    json.writeStartObject();
    json.writeStringProperty("standard", "HTCDS");
    json.writeStringProperty("version", HtcdsFields.VERSION);
    json.writeArrayPropertyStart("records");
    return new RecordWriter() {
      @Override
      public void write(String number, Map<String, List<String>> values) {
        json.writeStartObject();
        json.writeStringProperty(HtcdsFields.NUMBER, number);
        values.forEach(
            (field, all) -> {
              if (all.size() == 1) {
                json.writeStringProperty(field, all.get(0));
              } else {
                json.writeArrayPropertyStart(field);
                all.forEach(json::writeString);
                json.writeEndArray();
              }
            });
        json.writeEndObject();
      }

      @Override
      public void close() {
        json.writeEndArray();
        json.writeEndObject();
        json.close();
      }
    };
  }
}

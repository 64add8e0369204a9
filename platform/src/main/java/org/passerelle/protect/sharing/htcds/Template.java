package org.passerelle.protect.sharing.htcds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** An empty table with all accepted columns, to be filled by other systems. */
@Component
public class Template {
  private final HtcdsFields fields;

  Template(HtcdsFields fields) {
    this.fields = fields;
  }

  /** The template as a workbook. */
  public byte[] xlsx() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RecordWriter.xlsx(out, List.copyOf(fields.names())).close();
    return out.toByteArray();
  }

  /** The header line, beginning with the record's own number. */
  public String csv() {
    return Stream.concat(Stream.of(HtcdsFields.NUMBER), fields.names().stream())
            .collect(Collectors.joining(","))
        + "\r\n";
  }
}

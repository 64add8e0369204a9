package org.passerelle.protect.htcds;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** An empty table with the columns that are taken, to be filled in by other systems. */
@Component
public class Template {
  private final HtcdsFields fields;

  Template(HtcdsFields fields) {
    this.fields = fields;
  }

  /** The first line of such a file, beginning with the record's own number. */
  public String csv() {
    return Stream.concat(Stream.of(HtcdsFields.NUMBER), fields.names().stream())
            .collect(Collectors.joining(","))
        + "\r\n";
  }
}

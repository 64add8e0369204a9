package org.passerelle.understand.network.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.passerelle.network.exchange.Mapping;
import org.passerelle.network.exchange.Source;
import org.passerelle.pages.Filled;
import org.passerelle.understand.network.Uploads;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** What somebody says that the columns of a table tell, as the mapping that the command reads. */
final class ColumnForm {
  /** Encodings to choose from. */
  static final List<String> ENCODINGS =
      List.of("UTF-8", "windows-1252", "windows-1250", "windows-1251", "UTF-16");

  private static final int NAME = 100;
  private final Filled form;
  private final Uploads.Upload upload;
  private final List<Uploads.KeptMapping> kept;

  ColumnForm(Filled form, Uploads.Upload upload, List<Uploads.KeptMapping> kept) {
    this.form = form;
    this.upload = upload;
    this.kept = List.copyOf(kept);
  }

  /** The mapping: one that is kept, or what was chosen column by column. */
  Mapping mapping() throws IOException {
    return Mapping.read(Source.of("mapping", yaml().getBytes(StandardCharsets.UTF_8)));
  }

  /** What is to be kept for the next file. */
  Optional<Uploads.KeptMapping> kept() {
    String name = form.text("keep", NAME);
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(new Uploads.KeptMapping(name, yaml()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private String yaml() throws IOException {
    String chosen = form.shown("mapping");
    for (Uploads.KeptMapping mapping : kept) {
      if (mapping.name().equals(chosen)) {
        return mapping.yaml();
      }
    }
    Map<String, String> ties = new LinkedHashMap<>();
    List<List<String>> rows = ColumnPage.rows(upload, encoding());
    if (!rows.isEmpty()) {
      for (int c = 0; c < rows.get(0).size(); c++) {
        String field = form.code("column-" + c, java.util.Set.copyOf(Mapping.fields()));
        if (!field.isEmpty()) {
          ties.put(field, rows.get(0).get(c));
        }
      }
    }
    Map<String, Object> root = new LinkedHashMap<>();
    // both ends are told, or none: then the columns are recognised as ever
    if (ties.containsKey("source") && ties.containsKey("target")) {
      root.put("ties", ties);
    }
    root.put("encoding", encoding());
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    return new Yaml(options).dump(root);
  }

  private String encoding() {
    return encoding(form);
  }

  static String encoding(Filled form) {
    String chosen = form.shown("encoding");
    return ENCODINGS.contains(chosen) ? chosen : "UTF-8";
  }
}

package org.passerelle.understand.network.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.passerelle.network.exchange.Mapping;
import org.passerelle.network.exchange.NetworkFile;
import org.passerelle.network.exchange.Source;
import org.passerelle.pages.Filled;
import org.passerelle.understand.network.Uploads;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** The user's mapping of a table's columns, in the format of the command. */
final class ColumnForm {
  /** Options for the encoding. */
  static final List<String> ENCODINGS =
      List.of("UTF-8", "windows-1252", "windows-1250", "windows-1251", "UTF-16");

  /** What the first row is. */
  private static final Set<String> FIRST = Set.of("names", "data");

  private static final Pattern CHOICES =
      Pattern.compile(
          "column-[0-9]{1,3}|first|encoding|mapping|directed|twomode|"
              + KindForm.FIELD
              + "[0-9a-f]{12}");

  private static final int NAME = 100;
  private final Filled form;
  private final Uploads.Upload upload;
  private final List<Uploads.KeptMapping> kept;

  ColumnForm(Filled form, Uploads.Upload upload, List<Uploads.KeptMapping> kept) {
    this.form = form;
    this.upload = upload;
    this.kept = List.copyOf(kept);
  }

  /** The mapping: a saved one, or as chosen column by column. */
  Mapping mapping() throws IOException {
    return Mapping.read(Source.of("mapping", yaml().getBytes(StandardCharsets.UTF_8)));
  }

  /** The mapping to be saved for the next file. */
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
    boolean bare = isBare(form, upload);
    Map<String, String> ties = new LinkedHashMap<>();
    List<List<String>> rows = ColumnPage.rows(upload, encoding());
    if (!rows.isEmpty()) {
      for (int c = 0; c < rows.get(0).size(); c++) {
        String field = form.code("column-" + c, Set.copyOf(Mapping.fields()));
        if (!field.isEmpty()) {
          ties.put(field, bare ? String.valueOf(c + 1) : rows.get(0).get(c));
        }
      }
    }
    Map<String, Object> root = new LinkedHashMap<>();
    // both ends are chosen, or none: then columns are recognised automatically
    if (ties.containsKey("source") && ties.containsKey("target")) {
      root.put("ties", ties);
    }
    if (bare) {
      root.put("header", false);
    }
    root.put("encoding", encoding());
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    return new Yaml(options).dump(root);
  }

  /** Whether the first row is data: as chosen, otherwise as the table looks. */
  static boolean isBare(Filled form, Uploads.Upload upload) throws IOException {
    String chosen = form.code("first", FIRST);
    return chosen.isEmpty()
        ? !NetworkFile.namesColumns(
            upload.ties(), Mapping.usual().in(Mapping.encoding(encoding(form))))
        : chosen.equals("data");
  }

  /** What was chosen so far, so that it is not lost while a table of actors is added. */
  static Map<String, String> chosen(Filled form) {
    Map<String, String> chosen = new LinkedHashMap<>();
    for (String name : form.names()) {
      if (CHOICES.matcher(name).matches() && !form.shown(name).isEmpty()) {
        chosen.put(name, form.shown(name));
      }
    }
    return chosen;
  }

  private String encoding() {
    return encoding(form);
  }

  static String encoding(Filled form) {
    String chosen = form.shown("encoding");
    return ENCODINGS.contains(chosen) ? chosen : "UTF-8";
  }
}

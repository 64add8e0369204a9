package org.passerelle.understand.network.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Texts;
import org.passerelle.network.BadNetwork;
import org.passerelle.network.exchange.Mapping;
import org.passerelle.network.exchange.NetworkFile;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.understand.network.Uploads;

/**
 * A file and the meaning of its columns.
 *
 * @param rows first rows of a table; empty for a self-describing file
 * @param chosen field of each column; empty for an attribute
 * @param bare whether the first row is data
 * @param read parsed content, or null if not checked yet
 * @param problem why it cannot be read; null if it can or was not tried
 * @param notices remarks on the content
 * @param mappings names of saved mappings
 */
public record ColumnPage(
    Uploads.Upload upload,
    List<List<String>> rows,
    List<String> chosen,
    boolean bare,
    @Nullable NetworkFile read,
    @Nullable FileMessage problem,
    List<FileMessage> notices,
    List<String> mappings) {
  private static final List<String> PLACES = List.of("source", "target", "weight");
  private static final int SHOWN = 6;
  private static final int WIDEST = 40;

  public ColumnPage {
    rows = List.copyOf(rows);
    chosen = List.copyOf(chosen);
    notices = List.copyOf(notices);
    mappings = List.copyOf(mappings);
  }

  static ColumnPage of(
      Uploads.Upload upload,
      Filled form,
      @Nullable NetworkFile read,
      @Nullable FileMessage problem,
      List<Uploads.KeptMapping> kept,
      Texts texts) {
    List<List<String>> rows = List.of();
    boolean bare = false;
    FileMessage trouble = problem;
    try {
      rows = rows(upload, ColumnForm.encoding(form));
      bare = !rows.isEmpty() && ColumnForm.isBare(form, upload);
    } catch (BadNetwork | IOException unread) {
      trouble = FileMessage.why(unread, texts);
    }
    List<String> chosen = new ArrayList<>();
    if (!rows.isEmpty()) {
      List<Optional<String>> recognised =
          bare ? byPlace(rows.get(0).size()) : Mapping.recognised(rows.get(0));
      for (int c = 0; c < rows.get(0).size(); c++) {
        String id = "column-" + c;
        chosen.add(form.names().contains(id) ? form.shown(id) : recognised.get(c).orElse(""));
      }
    }
    return new ColumnPage(
        upload,
        rows,
        chosen,
        bare,
        read,
        trouble,
        read == null
            ? List.of()
            : read.notices().stream().map(notice -> FileMessage.of(notice, texts)).toList(),
        kept.stream().map(Uploads.KeptMapping::name).distinct().toList());
  }

  /** As the engine reads a table without names of columns. */
  private static List<Optional<String>> byPlace(int width) {
    List<Optional<String>> fields = new ArrayList<>();
    for (int c = 0; c < width; c++) {
      fields.add(c < PLACES.size() ? Optional.of(PLACES.get(c)) : Optional.empty());
    }
    return fields;
  }

  /** The first rows of a table; empty if it is as wide as a matrix. */
  static List<List<String>> rows(Uploads.Upload upload, String encoding) throws IOException {
    List<List<String>> rows =
        NetworkFile.beginning(upload.ties(), Mapping.usual().in(Mapping.encoding(encoding)), SHOWN);
    return rows.isEmpty() || rows.get(0).size() > WIDEST ? List.of() : rows;
  }

  /** Options for a column's field. */
  public static List<Option> fields(Page page) {
    List<Option> fields = new ArrayList<>();
    fields.add(new Option("", page.text("network.field.attribute")));
    Mapping.fields().forEach(f -> fields.add(new Option(f, page.text("network.field." + f))));
    return fields;
  }

  /** Options for the encoding. */
  public static List<String> encodings() {
    return ColumnForm.ENCODINGS;
  }
}

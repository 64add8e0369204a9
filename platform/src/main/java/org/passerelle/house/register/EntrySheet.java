package org.passerelle.house.register;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.passerelle.language.Wording;
import org.passerelle.pages.Page;
import org.passerelle.register.Entry;
import org.passerelle.register.EntryTable;
import org.passerelle.register.Facts;
import org.passerelle.register.Field;
import org.passerelle.register.Kind;
import org.passerelle.register.TableColumn;
import org.passerelle.register.Values;
import org.passerelle.table.TableFile;

/**
 * Entries of a kind as a table with all their fields, headed in the reader's language, which can be
 * sent back: it has the columns that {@link EntryTable} reads.
 */
final class EntrySheet {
  /** A day, month or year that a spreadsheet sorts. */
  private static final Pattern PLAIN = Pattern.compile("[0-9]{4}(-[0-9]{2}){0,2}");

  private final Kind kind;
  private final Facts facts;
  private final Page page;

  EntrySheet(Kind kind, Facts facts, Page page) {
    this.kind = kind;
    this.facts = facts;
    this.page = page;
  }

  void write(List<Entry> entries, TableFile table) throws IOException {
    List<TableColumn> columns = TableColumn.of(kind, entries);
    List<Object> heading = new ArrayList<>(List.of(EntryTable.ID));
    columns.forEach(column -> heading.add(column.name(page.language())));
    table.row(heading);
    for (Entry entry : entries) {
      List<Object> cells = new ArrayList<>(List.of(entry.id()));
      columns.forEach(column -> cells.add(cell(entry, column)));
      table.row(cells);
    }
  }

  private Object cell(Entry entry, TableColumn column) {
    Field rows = column.rows();
    if (rows == null) {
      return cell((Values) entry, column);
    }
    List<Values> all = entry.rows(rows.id());
    return column.row() < all.size() ? cell(all.get(column.row()), column) : "";
  }

  private Object cell(Values values, TableColumn column) {
    Field field = column.field();
    String id = field.id();
    if (!values.has(id)) {
      return "";
    }
    return switch (field.type()) {
      case WORDING, PROSE -> text(values.wording(id), column);
      case WORDINGS ->
          String.join("\n", values.wordings(id).stream().map(one -> text(one, column)).toList());
      case LINES -> String.join("\n", values.texts(id));
      case WHOLE, DECIMAL, MONEY -> values.decimal(id).<Object>map(n -> n).orElse("");
      case DATE -> date(values.text(id));
      case FLAG -> page.text(values.flag(id) ? "register.yes" : "register.no");
      case CODE -> code(field, values.text(id));
      case CODES -> joined(values.texts(id), one -> code(field, one));
      case COUNTRIES -> joined(values.texts(id), Function.identity());
      case REF -> reference(field, values.text(id));
      case REFS -> joined(values.texts(id), one -> reference(field, one));
      case LINE, YEAR, COUNTRY, LINK, ROWS -> values.text(id);
    };
  }

  private static String text(Wording wording, TableColumn column) {
    return wording.byLanguage().getOrDefault(column.language(), "");
  }

  private String date(String stored) {
    return PLAIN.matcher(stored).matches() ? stored : page.moments().partial(stored);
  }

  private String code(Field field, String code) {
    Wording word = field.codes().get(code);
    return word == null ? code : separable(word.in(page.language()), code);
  }

  private String reference(Field field, String value) {
    return facts
        .at(field.reference(value))
        .map(to -> separable(to.name().in(page.language()), value))
        .orElse(value);
  }

  /** A name that would fall apart where several stand in a cell is written by its identifier. */
  private static String separable(String name, String id) {
    return name.isEmpty() || name.indexOf(';') >= 0 || name.indexOf('\n') >= 0 ? id : name;
  }

  private static String joined(List<String> values, Function<String, String> word) {
    return String.join("; ", values.stream().map(word).toList());
  }
}

package org.passerelle.protect.sharing.htcds;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.forms.Question;
import org.passerelle.language.Language;
import org.passerelle.language.Wording;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Saved mappings of an organisation's own columns to fields of the standard: defined once by
 * somebody who knows the list, and used by everybody there.
 */
@Service
public class ImportColumns {
  /** Maximum length of a name, in characters. */
  public static final int LONGEST = 60;

  /** Maximum number of columns. */
  public static final int MOST = 300;

  private final JdbcClient db;
  private final HtcdsFields fields;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  ImportColumns(
      JdbcClient db, HtcdsFields fields, AuditLog audit, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.fields = fields;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** A saved mapping. */
  public record Kept(UUID id, String name) {}

  /** A field to which a column can be mapped, with its label in the form. */
  public record Field(String code, String label) {}

  /** Mappings of the reader's organisation, by name. */
  @Transactional(readOnly = true)
  public List<Kept> kept(SignedIn who) {
    return db.sql("select id, name from import_columns where organisation = :of order by name")
        .param("of", who.organisation())
        .query(Kept.class)
        .list();
  }

  /** All fields of the standard in order, beginning with the record's own number. */
  public List<Field> all(Language language, String number) {
    List<Field> all = new ArrayList<>(List.of(new Field(HtcdsFields.NUMBER, number)));
    fields
        .questions()
        .forEach((code, question) -> all.add(new Field(code, question.label().in(language))));
    return all;
  }

  /**
   * Splits a header row into columns.
   *
   * @param row copied from a table, or separated by commas, semicolons or line breaks
   * @throws Refused if there is no column, or too many
   */
  public static List<String> columns(String row) {
    String separator = row.contains("\t") ? "\t" : row.contains(";") ? ";" : ",";
    List<String> columns =
        row.lines()
            .flatMap(line -> List.of(line.split(separator)).stream())
            .map(column -> column.replaceAll("^\\s*\"|\"\\s*$", "").strip())
            .filter(column -> !column.isEmpty())
            .distinct()
            .toList();
    if (columns.isEmpty() || columns.size() > MOST) {
      throw new Refused("htcds.columns.refused.row", MOST).at("row");
    }
    return columns;
  }

  /**
   * The most likely field of a column, by name or by label in any language; empty if there is none.
   */
  public String guess(String column) {
    String plain = ColumnNames.plain(column);
    String best = "";
    double nearest = 0.25;
    for (Map.Entry<String, Question> field : fields.questions().entrySet()) {
      for (String called : called(field.getKey(), field.getValue().label())) {
        double far =
            (double) HtcdsFields.distance(plain, called)
                / Math.max(plain.length(), called.length());
        if (far < nearest) {
          nearest = far;
          best = field.getKey();
        }
      }
    }
    return plain.equals(ColumnNames.plain(HtcdsFields.NUMBER)) ? HtcdsFields.NUMBER : best;
  }

  private static List<String> called(String code, Wording label) {
    List<String> called = new ArrayList<>(List.of(ColumnNames.plain(code)));
    label.byLanguage().values().forEach(text -> called.add(ColumnNames.plain(text)));
    called.add(ColumnNames.plain(label.in(new Language("sr-Latn"))));
    return called;
  }

  /**
   * Saves a mapping, replacing one with the same name.
   *
   * @param named code of the field by column, empty for columns to be skipped
   * @throws Refused if two columns have the same field, or none has any
   */
  @Transactional
  public void keep(String name, Map<String, String> named, SignedIn who) {
    Set<String> known = new HashSet<>(fields.questions().keySet());
    known.add(HtcdsFields.NUMBER);
    Map<String, String> plain = new LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    named.forEach(
        (column, field) -> {
          if (!field.isEmpty() && (!known.contains(field) || !taken.add(field))) {
            throw new Refused("htcds.columns.refused.twice", field).at("name");
          }
          plain.put(ColumnNames.plain(column), field);
        });
    if (taken.isEmpty()) {
      throw new Refused("htcds.columns.refused.none").at("name");
    }
    db.sql("delete from import_columns where organisation = :of and name = :name")
        .param("of", who.organisation())
        .param("name", name)
        .update();
    UUID id = identifiers.next();
    db.sql(
            """
            insert into import_columns (id, organisation, name, named, made_by, made_at)
            values (:id, :of, :name, :named, :by, :now)
            """)
        .param("id", id)
        .param("of", who.organisation())
        .param("name", name)
        .param("named", new ColumnNames(plain).json())
        .param("by", who.user())
        .param("now", Columns.now(clock))
        .update();
    audit.write(who, "import-columns.kept", "work", id, Map.of("columns", "" + plain.size()));
  }

  /** Deletes a mapping. */
  @Transactional
  public void remove(UUID id, SignedIn who) {
    if (db.sql("delete from import_columns where id = :id and organisation = :of")
            .param("id", id)
            .param("of", who.organisation())
            .update()
        == 0) {
      throw new NotFound();
    }
    audit.write(who, "import-columns.removed", "work", id, Map.of());
  }

  Optional<ColumnNames> find(UUID id, SignedIn who) {
    return db.sql("select named from import_columns where id = :id and organisation = :of")
        .param("id", id)
        .param("of", who.organisation())
        .query(String.class)
        .optional()
        .map(ColumnNames::of);
  }
}

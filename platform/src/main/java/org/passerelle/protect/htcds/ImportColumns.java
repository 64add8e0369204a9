package org.passerelle.protect.htcds;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
import org.passerelle.pages.NotFound;
import org.passerelle.pages.Refused;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which column of an organisation's own lists is which field of the standard, kept by name: said
 * once, by whoever knows the list, and used by everybody there.
 */
@Service
public class ImportColumns {
  /** Longest name, in characters. */
  public static final int LONGEST = 60;

  /** Most columns of a list. */
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

  /** One that is kept. */
  public record Kept(UUID id, String name) {}

  /** A field that a column can be, as the form asks for it. */
  public record Field(String code, String label) {}

  /** Those of the reader's organisation, by name. */
  @Transactional(readOnly = true)
  public List<Kept> kept(SignedIn who) {
    return db.sql("select id, name from import_columns where organisation = :of order by name")
        .param("of", who.organisation())
        .query(Kept.class)
        .list();
  }

  /** Every field of the standard, in its order; the record's own number first. */
  public List<Field> all(Language language, String number) {
    List<Field> all = new ArrayList<>(List.of(new Field(HtcdsFields.NUMBER, number)));
    fields
        .questions()
        .forEach((code, question) -> all.add(new Field(code, question.label().in(language))));
    return all;
  }

  /**
   * The columns that a first row names.
   *
   * @param row as it is copied from a table, or with commas or semicolons, or a line each
   * @throws Refused if there is none, or too many
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

  /** The field that a column most likely is: by its name, or its label in any language; or none. */
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
   * Keeps one; what stood under the name is replaced.
   *
   * @param named from a column to the code of its field, empty where it is left out
   * @throws Refused if two columns are one field, or none is any
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
        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .update();
    audit.write(who, "import-columns.kept", "work", id, Map.of("columns", "" + plain.size()));
  }

  /** Removes one. */
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

  /** What one says. */
  Optional<ColumnNames> find(UUID id, SignedIn who) {
    return db.sql("select named from import_columns where id = :id and organisation = :of")
        .param("id", id)
        .param("of", who.organisation())
        .query(String.class)
        .optional()
        .map(ColumnNames::of);
  }
}

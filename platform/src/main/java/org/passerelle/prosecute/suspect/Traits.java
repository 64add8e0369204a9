package org.passerelle.prosecute.suspect;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.language.PhoneDigits;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.prosecute.investigation.Investigations;
import org.passerelle.prosecute.investigation.Worded;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.KeyedMarks;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a suspect is recognised by: telephones, accounts, vehicles, documents, names on a network.
 * They are found again by a keyed mark, in the reader's own investigations only.
 */
@Service
public class Traits {
  /** Kinds, in the order of the form. */
  public static final List<String> KINDS =
      List.of("phone", "account", "vehicle", "document", "online");

  static final String PLACE = "suspect_identifier.words";
  private static final int MARK_BYTES = 8;
  private static final int SHORTEST = 4;
  private final JdbcClient db;
  private final KeyedMarks marks;
  private final SuspectRows rows;
  private final Investigations investigations;
  private final InvestigationSight sight;
  private final InvestigationRecord records;
  private final AuditLog audit;
  private final Identifiers identifiers;

  Traits(
      JdbcClient db,
      KeyedMarks marks,
      SuspectRows rows,
      Investigations investigations,
      InvestigationSight sight,
      InvestigationRecord records,
      AuditLog audit,
      Identifiers identifiers) {
    this.db = db;
    this.marks = marks;
    this.rows = rows;
    this.investigations = investigations;
    this.sight = sight;
    this.records = records;
    this.audit = audit;
    this.identifiers = identifiers;
  }

  /** One of them. */
  public record Trait(UUID id, String kind, Words words) {}

  /**
   * What was written.
   *
   * @param value number or name as typed
   * @param note where it is from
   */
  public record Words(String value, String note) implements Worded {
    @Override
    public Map<String, String> texts() {
      return Map.of("value", value, "note", note);
    }
  }

  /** A suspect who was found by a value. */
  public record Found(UUID investigation, String number, UUID suspect, int called) {}

  /** Those of a suspect, oldest first. */
  @Transactional(readOnly = true)
  public List<Trait> of(UUID investigation, UUID suspect, SignedIn who) {
    sight.check(investigation, who);
    if (rows.shown(investigation, suspect, who).orElseThrow(NotFound::new).identity() == null) {
      return List.of();
    }
    return db.sql("select * from suspect_identifier where suspect = :id order by at, id")
        .param("id", suspect)
        .query(
            (row, i) ->
                new Trait(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    records.open(suspect, PLACE, row.getBytes("words"), Words.class)))
        .list();
  }

  /**
   * Adds one.
   *
   * @param kind one of {@link #KINDS}
   * @throws Refused if the suspect was erased, or the value is too short to recognise anybody by
   */
  @Transactional
  public UUID add(UUID investigation, UUID suspect, String kind, Words words, SignedIn who) {
    sight.checkOpen(investigation, who);
    Suspect one = rows.shown(investigation, suspect, who).orElseThrow(NotFound::new);
    if (one.withheld()) {
      throw new Refused("suspect.refused.withheld");
    }
    if (!rows.hold(suspect)) {
      throw new Refused("suspect.refused.erased");
    }
    UUID id = identifiers.next();
    db.sql(
            """
            insert into suspect_identifier (id, suspect, kind, words, mark, at, by_user)
            values (:id, :suspect, :kind, :words, :mark, :at, :user)
            """)
        .param("id", id)
        .param("suspect", suspect)
        .param("kind", kind)
        .param("words", records.seal(suspect, PLACE, words, who))
        .param("mark", mark(kind, words.value, who))
        .param("at", records.now())
        .param("user", who.user())
        .update();
    records.write(investigation, "suspect.trait", one.called(), suspect, Map.of("kind", kind), who);
    return id;
  }

  /** Removes one; repeating it changes nothing. */
  @Transactional
  public void remove(UUID investigation, UUID suspect, UUID trait, SignedIn who) {
    sight.checkOpen(investigation, who);
    Suspect one = rows.find(investigation, suspect).orElseThrow(NotFound::new);
    int removed =
        db.sql("delete from suspect_identifier where id = :id and suspect = :suspect")
            .param("id", trait)
            .param("suspect", suspect)
            .update();
    if (removed == 1) {
      records.write(investigation, "suspect.trait-removed", one.called(), suspect, Map.of(), who);
    }
  }

  /** Removes all of a suspect who is erased. */
  void erase(UUID suspect) {
    db.sql("delete from suspect_identifier where suspect = :id").param("id", suspect).update();
  }

  /**
   * Looks for a value in the investigations on whose teams the reader is; the search is logged
   * without the value.
   *
   * @throws Refused if the value is too short
   */
  @Transactional
  public List<Found> search(String kind, String value, SignedIn who) {
    String mark = mark(kind, value, who);
    Map<UUID, String> numbers = new HashMap<>(investigations.numbers(true, who));
    List<Found> found = new ArrayList<>();
    if (!numbers.isEmpty()) {
      found.addAll(
          db.sql(
                  """
                  select distinct s.investigation, s.id, s.number from suspect s
                    join suspect_identifier t on t.suspect = s.id
                   where t.kind = :kind and t.mark = :mark
                     and s.investigation = any(cast(:ids as uuid array))
                   order by s.investigation, s.number limit 100
                  """)
              .param("kind", kind)
              .param("mark", mark)
              .param("ids", UuidArray.of(numbers.keySet()))
              .query(
                  (row, i) -> {
                    UUID investigation = row.getObject("investigation", UUID.class);
                    return new Found(
                        investigation,
                        numbers.getOrDefault(investigation, ""),
                        row.getObject("id", UUID.class),
                        row.getInt("number"));
                  })
              .list());
      // whom a case named is not found while its basis does not hold
      found.removeIf(
          one ->
              rows.shown(one.investigation, one.suspect, who).filter(s -> !s.withheld()).isEmpty());
    }
    audit.write(
        who,
        "suspect.searched",
        "user",
        who.user(),
        Map.of("kind", kind, "found", String.valueOf(found.size())));
    return found;
  }

  private String mark(String kind, String value, SignedIn who) {
    if (!recognises(kind, value)) {
      throw new Refused("suspect.refused.short", SHORTEST).at("value");
    }
    return mark(marks, who.organisation(), kind, value);
  }

  /** The mark that an organisation gives to a value. */
  static String mark(KeyedMarks marks, UUID organisation, String kind, String value) {
    return marks.mark(organisation, "suspect " + kind, plain(kind, value), MARK_BYTES);
  }

  /** Whether a value is long enough to recognise somebody by. */
  static boolean recognises(String kind, String value) {
    return plain(kind, value).length() >= SHORTEST;
  }

  /** Letters and digits alone; of a telephone the digits that are compared everywhere. */
  static String plain(String kind, String value) {
    String lower = Normalizer.normalize(value, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return kind.equals("phone") ? PhoneDigits.of(lower) : lower.replaceAll("[^\\p{L}\\p{Nd}]", "");
  }
}

package org.passerelle.prosecute.protection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.prosecute.exhibit.Exhibits;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.prosecute.victim.VictimEnded;
import org.passerelle.prosecute.victim.Victims;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is protected in an investigation. The words that would reveal somebody can be added and are
 * never shown again; they are destroyed with the victim's entry (decision 0151). Safe for
 * concurrent use.
 */
@Service
public class ProtectedPersons {
  private static final String EVERYBODY = "everybody";
  private final JdbcClient db;
  private final ProtectedRows rows;
  private final Exhibits exhibits;
  private final Victims victims;
  private final InvestigationSight sight;
  private final InvestigationRecord records;
  private final Identifiers identifiers;

  ProtectedPersons(
      JdbcClient db,
      ProtectedRows rows,
      Exhibits exhibits,
      Victims victims,
      InvestigationSight sight,
      InvestigationRecord records,
      Identifiers identifiers) {
    this.db = db;
    this.rows = rows;
    this.exhibits = exhibits;
    this.victims = victims;
    this.sight = sight;
    this.records = records;
    this.identifiers = identifiers;
  }

  /** By number, ended ones included; the caller has opened the investigation, which is logged. */
  @Transactional(readOnly = true)
  public List<ProtectedPerson> of(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    return rows.of(investigation).stream().map(ProtectedRows.Row::person).toList();
  }

  /**
   * One of them.
   *
   * @throws NotFound if the investigation has no such person
   */
  @Transactional(readOnly = true)
  public ProtectedPerson find(UUID investigation, UUID person, SignedIn who) {
    sight.check(investigation, who);
    return row(investigation, person).person();
  }

  private ProtectedRows.Row row(UUID investigation, UUID person) {
    return rows.of(investigation).stream()
        .filter(row -> row.person().id().equals(person))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /**
   * Enters somebody.
   *
   * @param victim entry of a victim; null for a witness
   * @param words what would reveal them, one in each; at least one
   * @return identifier
   * @throws NotFound if the victim is not in the investigation
   * @throws Refused if a word is too short to be searched for, or none is given
   */
  @Transactional
  public UUID enter(
      UUID investigation,
      @Nullable UUID victim,
      String hiddenFrom,
      List<String> words,
      SignedIn who) {
    sight.checkOpen(investigation, who);
    if (victim != null && !victims.numbers(investigation, who).containsKey(victim)) {
      throw new NotFound();
    }
    needsWords(words);
    UUID id = identifiers.next();
    int number = rows.of(investigation).size() + 1;
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", id);
    row.put("investigation", investigation);
    row.put("number", number);
    row.put("kind", victim == null ? "witness" : "victim");
    row.put("victim", victim);
    row.put("hidden", hiddenFrom);
    row.put(
        "words",
        records.seal(
            investigation, ProtectedRows.PLACE, new ProtectedPerson.Revealing(words), who));
    row.put("now", records.now());
    row.put("user", who.user());
    db.sql(
            """
            insert into protected_person
              (id, investigation, number, kind, victim, hidden_from, words, at, by_user)
            values (:id, :investigation, :number, :kind, :victim, :hidden, :words, :now, :user)
            """)
        .params(row)
        .update();
    records.write(investigation, "protection.entered", "P-" + number, id, Map.of(), who);
    return id;
  }

  private static void needsWords(List<String> words) {
    if (words.isEmpty()) {
      throw new Refused("form.error.required").at("words");
    }
    if (!words.stream().allMatch(Spelling::isSearchable)) {
      throw new Refused("protection.refused.short", Spelling.SHORTEST).at("words");
    }
  }

  /**
   * Adds words that would reveal somebody.
   *
   * @throws Refused as {@link #enter}, or if the protection ended
   */
  @Transactional
  public void add(UUID investigation, UUID person, List<String> words, SignedIn who) {
    sight.checkOpen(investigation, who);
    ProtectedRows.Row row = standing(investigation, person);
    needsWords(words);
    List<String> all = new ArrayList<>(rows.words(investigation, row));
    all.addAll(words);
    int changed =
        db.sql(
                """
                update protected_person set words = :words where id = :id and ended_at is null
                """)
            .param(
                "words",
                records.seal(
                    investigation, ProtectedRows.PLACE, new ProtectedPerson.Revealing(all), who))
            .param("id", person)
            .update();
    if (changed == 0) {
      throw new Refused("protection.refused.ended");
    }
    records.write(investigation, "protection.words", row.person().called(), person, Map.of(), who);
  }

  private ProtectedRows.Row standing(UUID investigation, UUID person) {
    ProtectedRows.Row row = row(investigation, person);
    if (row.person().ended()) {
      throw new Refused("protection.refused.ended");
    }
    return row;
  }

  /**
   * Says which exhibits would reveal somebody, instead of what was said before.
   *
   * @throws NotFound if one of them is not in the investigation
   * @throws Refused if the protection ended
   */
  @Transactional
  public void mark(UUID investigation, UUID person, Set<UUID> revealing, SignedIn who) {
    sight.checkOpen(investigation, who);
    ProtectedRows.Row row = standing(investigation, person);
    List<UUID> there = exhibits.of(investigation, who).stream().map(Exhibit::id).toList();
    if (!there.containsAll(revealing)) {
      throw new NotFound();
    }
    Set<UUID> before = row.person().exhibits();
    for (UUID exhibit : before) {
      if (!revealing.contains(exhibit)) {
        db.sql("delete from exhibit_identifies where exhibit = :exhibit and person = :person")
            .param("exhibit", exhibit)
            .param("person", person)
            .update();
      }
    }
    for (UUID exhibit : revealing) {
      if (!before.contains(exhibit)) {
        db.sql(
                """
                insert into exhibit_identifies (exhibit, person, at, by_user)
                values (:exhibit, :person, :now, :user)
                """)
            .param("exhibit", exhibit)
            .param("person", person)
            .param("now", records.now())
            .param("user", who.user())
            .update();
      }
    }
    if (!before.equals(revealing)) {
      records.write(
          investigation,
          "protection.marked",
          row.person().called(),
          person,
          Map.of("exhibits", String.valueOf(revealing.size())),
          who);
    }
  }

  /**
   * Ends a protection, which only a prosecutor of the team does: its words are destroyed and its
   * marks no longer hold. Repeating it changes nothing.
   */
  @Transactional
  public void end(UUID investigation, UUID person, SignedIn who) {
    sight.checkLeads(investigation, who);
    ProtectedPerson one = row(investigation, person).person();
    int ended =
        db.sql(
                """
                update protected_person set ended_at = :now, words = null
                 where id = :id and ended_at is null
                """)
            .param("now", records.now())
            .param("id", person)
            .update();
    if (ended == 1) {
      records.write(investigation, "protection.ended", one.called(), person, Map.of(), who);
    }
  }

  /** What a version must not reveal. */
  @Transactional(readOnly = true)
  public Shield shield(UUID investigation, boolean forDefence, SignedIn who) {
    sight.check(investigation, who);
    Map<String, List<String>> words = new HashMap<>();
    Map<String, Set<UUID>> marked = new HashMap<>();
    for (ProtectedRows.Row row : rows.of(investigation)) {
      ProtectedPerson one = row.person();
      if (!one.ended() && (forDefence || one.hiddenFrom().equals(EVERYBODY))) {
        words.put(one.called(), rows.words(investigation, row));
        marked.put(one.called(), one.exhibits());
      }
    }
    return new Shield(words, marked);
  }

  /** The words go with the victim's entry; the marks on exhibits stay and protect. */
  @EventListener
  void on(VictimEnded ended) {
    db.sql("update protected_person set words = null where victim = :victim and words is not null")
        .param("victim", ended.victim())
        .update();
  }
}

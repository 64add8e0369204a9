package org.passerelle.prosecute.exhibit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.evidence.Content;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.prosecute.investigation.InvestigationSight;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exhibits of an investigation: described first, then taken in with a file. What is described can
 * be changed until then. Safe for concurrent use.
 */
@Service
public class Exhibits {
  private final JdbcClient db;
  private final ExhibitRows rows;
  private final ExhibitPieces pieces;
  private final ExhibitNumbers numbers;
  private final Vault vault;
  private final InvestigationSight sight;
  private final InvestigationRecord records;
  private final Identifiers identifiers;

  Exhibits(
      JdbcClient db,
      ExhibitRows rows,
      ExhibitPieces pieces,
      ExhibitNumbers numbers,
      Vault vault,
      InvestigationSight sight,
      InvestigationRecord records,
      Identifiers identifiers) {
    this.db = db;
    this.rows = rows;
    this.pieces = pieces;
    this.numbers = numbers;
    this.vault = vault;
    this.sight = sight;
    this.records = records;
    this.identifiers = identifiers;
  }

  /** All by number; the caller has opened the investigation, which is logged. */
  @Transactional(readOnly = true)
  public List<Exhibit> of(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    return rows.of(investigation);
  }

  /**
   * One exhibit.
   *
   * @throws NotFound if the investigation has no such exhibit
   */
  @Transactional(readOnly = true)
  public Exhibit find(UUID investigation, UUID exhibit, SignedIn who) {
    sight.check(investigation, who);
    return rows.find(investigation, exhibit).orElseThrow(NotFound::new);
  }

  int count(UUID investigation) {
    return rows.count(investigation);
  }

  /** The file that waits to be taken in. */
  @Transactional(readOnly = true)
  public Optional<Arrived> waiting(UUID investigation, UUID exhibit, SignedIn who) {
    Exhibit one = find(investigation, exhibit, who);
    return one.held() ? Optional.empty() : rows.arrived(exhibit).stream().findFirst();
  }

  /** Describes an exhibit; it gets its number. */
  @Transactional
  public UUID describe(UUID investigation, Exhibit.Draft draft, SignedIn who) {
    sight.checkOpen(investigation, who);
    UUID id = identifiers.next();
    String number = numbers.next(investigation, who);
    vault.createKey(id, investigation);
    Map<String, Object> row = new HashMap<>();
    row.put("id", id);
    row.put("investigation", investigation);
    row.put("number", number);
    row.put("kind", draft.kind());
    row.put("words", records.seal(id, ExhibitRows.WORDS, draft.words(), who));
    row.put("at", records.now());
    row.put("user", who.user());
    db.sql(
            """
            insert into exhibit (id, investigation, number, kind, state, words, at, by_user)
            values (:id, :investigation, :number, :kind, 'described', :words, :at, :user)
            """)
        .params(row)
        .update();
    records.write(
        investigation, "exhibit.described", number, id, Map.of("kind", draft.kind()), who);
    return id;
  }

  /**
   * Changes the description.
   *
   * @throws Refused if it was taken in: what is signed stays as it was described
   */
  @Transactional
  public void change(UUID investigation, UUID exhibit, Exhibit.Draft draft, SignedIn who) {
    sight.checkOpen(investigation, who);
    Exhibit one = find(investigation, exhibit, who);
    int changed =
        db.sql(
                """
                update exhibit set kind = :kind, words = :words where id = :id and state = 'described'
                """)
            .param("kind", draft.kind())
            .param("words", records.seal(exhibit, ExhibitRows.WORDS, draft.words(), who))
            .param("id", exhibit)
            .update();
    if (changed == 0) {
      throw new Refused("exhibit.refused.taken-in");
    }
    records.write(investigation, "exhibit.changed", one.number(), exhibit, Map.of(), who);
  }

  /**
   * The bytes of an exhibit that was taken in; the access is logged.
   *
   * @throws NotFound if it was not taken in
   */
  @Transactional
  public Content content(UUID investigation, UUID exhibit, SignedIn who) {
    Exhibit one = find(investigation, exhibit, who);
    Exhibit.Taken taken = one.taken();
    if (taken == null) {
      throw new NotFound();
    }
    records.log(investigation, "exhibit.read", Map.of("subject", exhibit.toString()), who);
    return pieces.content(exhibit, taken.upload(), taken.pieces());
  }
}

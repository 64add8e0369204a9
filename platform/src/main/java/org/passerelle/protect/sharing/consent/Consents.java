package org.passerelle.protect.sharing.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.Outbox;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.CaseRecord.Written;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Rows;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Consents of a case with their history. A withdrawal stops waiting messages and notifies everybody
 * who received data.
 */
@Service
public class Consents {
  private static final String NOTE = "consent.note";

  private static final String INSERT =
      """
      insert into consent
        (id, organisation, case_id, purpose, recipient, state, version, capacity, given_by, explained_in, onward,
         transfer, from_day, until_day, note, at, by_user)
      values
        (:id, :organisation, :case, :purpose, :recipient, :state, 1, :capacity, :givenBy, :explained, :onward,
         :transfer, :from, :until, :sealed, :at, :user)
      """;

  private static final CaseRecord.Shape GIVEN =
      new CaseRecord.Shape("consent", "consent.given", NOTE, INSERT);

  private static final CaseRecord.Shape REFUSED =
      new CaseRecord.Shape("consent", "consent.refused", NOTE, INSERT);

  private static final String ROWS =
      """
      select c.*, (select string_agg(k.category, ',') from consent_category k where k.consent = c.id) as categories
        from consent c""";

  private final JdbcClient db;
  private final Vault vault;
  private final Cases cases;
  private final CaseRecord records;
  private final DisclosureRules rules;
  private final Disclosures disclosures;
  private final Outbox outbox;
  private final Clock clock;

  Consents(
      JdbcClient db,
      Vault vault,
      Cases cases,
      CaseRecord records,
      DisclosureRules rules,
      Disclosures disclosures,
      Outbox outbox,
      Clock clock) {
    this.db = db;
    this.vault = vault;
    this.cases = cases;
    this.records = records;
    this.rules = rules;
    this.disclosures = disclosures;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Records a consent or a refusal.
   *
   * @throws Refused if the giver is not entitled to consent, or a transfer instrument is missing
   */
  @Transactional
  public UUID record(UUID caseId, ConsentDraft draft, SignedIn who) {
    Case file = cases.find(caseId, who);
    if (draft.given()) {
      rules.holdGiver(draft.givenBy());
      refuse(rules.againstGiver(file, draft.capacity(), draft.givenBy()));
      refuse(rules.againstTransfer(file, draft.recipient(), draft.transfer()));
    }
    if (draft.until().isBefore(draft.from()) || draft.categories().isEmpty()) {
      throw new Refused("consent.refused.empty");
    }
    String state = draft.given() ? "given" : "refused";
    CaseRecord.Shape shape = draft.given() ? GIVEN : REFUSED;
    UUID id =
        records.add(
            shape,
            caseId,
            Map.of(),
            who,
            (at, rows) -> rows(shape, new Written(caseId, at, who), state, draft, rows));
    remember(id, 1, state, who);
    return id;
  }

  private UUID rows(
      CaseRecord.Shape shape, Written written, String state, ConsentDraft draft, Rows rows) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("organisation", written.who().organisation());
    row.put("purpose", draft.purpose());
    row.put("recipient", draft.recipient());
    row.put("state", state);
    row.put("capacity", draft.capacity());
    row.put("givenBy", DisclosureRules.restsOnMandate(draft.capacity()) ? draft.givenBy() : null);
    row.put("explained", draft.explainedIn());
    row.put("onward", draft.onward());
    row.put("transfer", draft.transfer());
    row.put("from", draft.from());
    row.put("until", draft.until());
    UUID id = records.row(shape, written, draft.purpose(), row, draft.note(), rows);
    for (String category : draft.categories()) {
      rows.add(
          "insert into consent_category (consent, category) values (:id, :category)",
          Map.of("id", id, "category", category));
    }
    return id;
  }

  /**
   * Withdraws a consent. Messages queued on it are not sent, and every organisation that received
   * data on it is told and must acknowledge. Other messages waiting about the same referral are
   * ended too, so that a stuck one does not delay the withdrawal. A second withdrawal changes
   * nothing.
   */
  @Transactional
  public void withdraw(UUID caseId, UUID id, SignedIn who) {
    Case file = cases.find(caseId, who);
    Consent consent = find(id).filter(c -> c.caseId().equals(file.id())).orElseThrow(NotFound::new);
    int withdrawn =
        db.sql(
                """
                update consent set state = 'withdrawn', version = version + 1, withdrawn_at = :now
                 where id = :id and state = 'given'
                """)
            .param("now", Columns.now(clock))
            .param("id", id)
            .update();
    if (withdrawn == 0) {
      return;
    }
    remember(id, consent.version() + 1, "withdrawn", who);
    List<UUID> stopped = new ArrayList<>(ended(new Outbox.Which.OnCause(id)));
    for (UUID referral : toldOn(id).map(Disclosures.Disclosure::referral).distinct().toList()) {
      stopped.addAll(ended(new Outbox.Which.OfOrder(referral, who.organisation())));
    }
    toldOn(id)
        .forEach(
            disclosure ->
                outbox.put(
                    new Outbox.Outgoing(
                        "consent.withdrawn",
                        1,
                        disclosure.referral(),
                        who.organisation(),
                        disclosure.recipient(),
                        null,
                        null,
                        WithdrawalMessage.json(disclosure.referral(), id))));
    records.write(
        caseId,
        "consent.withdrawn",
        consent.purpose(),
        id,
        Map.of("consent", id.toString(), "stopped", Integer.toString(stopped.size())),
        who);
  }

  private List<UUID> ended(Outbox.Which which) {
    return outbox.end(which, Ending.WITHDRAWN, Ending.WITHDRAWN.code());
  }

  /**
   * Disclosures on it that arrived, except transfers: these end by themselves, and the organisation
   * that took the case over has no copy.
   */
  private Stream<Disclosures.Disclosure> toldOn(UUID id) {
    return disclosures.onBasis(id).stream()
        .filter(one -> one.state().equals("delivered") && !one.byTransfer());
  }

  /** Locks the consents of a case until the transaction ends; a withdrawal waits. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void hold(UUID caseId) {
    db.sql("select id from consent where case_id = :case order by id for update")
        .param("case", caseId)
        .query(UUID.class)
        .list();
  }

  /** Consents of a case, newest first. */
  @Transactional(readOnly = true)
  public List<Consent> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return of(caseId);
  }

  /** The same without an access check; the caller has checked access. */
  List<Consent> of(Case file) {
    return of(file.id());
  }

  private List<Consent> of(UUID caseId) {
    return db.sql(ROWS + " where c.case_id = :case order by c.at desc, c.id")
        .param("case", caseId)
        .query((row, i) -> consent(row))
        .list();
  }

  /** A consent by identifier; the caller has checked access to its case. */
  @Transactional(readOnly = true)
  public Optional<Consent> find(UUID id) {
    return db.sql(ROWS + " where c.id = :id")
        .param("id", id)
        .query((row, i) -> consent(row))
        .optional();
  }

  private Consent consent(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    UUID caseId = row.getObject("case_id", UUID.class);
    Set<String> categories = categories(row);
    return new Consent(
        id,
        caseId,
        row.getString("purpose"),
        row.getObject("recipient", UUID.class),
        row.getString("state"),
        row.getInt("version"),
        row.getString("capacity"),
        row.getObject("given_by", UUID.class),
        row.getString("explained_in"),
        row.getBoolean("onward"),
        row.getString("transfer"),
        row.getObject("from_day", LocalDate.class),
        row.getObject("until_day", LocalDate.class),
        vault.open(caseId, NOTE, row.getBytes("note")),
        categories,
        Columns.instant(row, "at"),
        Columns.instantOrNull(row, "withdrawn_at"));
  }

  /** The categories of a basis, stored in one column. */
  static Set<String> categories(ResultSet row) throws SQLException {
    String all = row.getString("categories");
    return all == null ? Set.of() : Set.of(all.split(",", -1));
  }

  void remember(UUID id, int version, String state, SignedIn who) {
    db.sql(
            """
            insert into consent_history (consent, version, state, at, by_user)
            values (:id, :version, :state, :at, :user)
            """)
        .param("id", id)
        .param("version", version)
        .param("state", state)
        .param("at", Columns.now(clock))
        .param("user", who.user())
        .update();
  }

  static void refuse(Optional<Objection> objection) {
    objection.ifPresent(
        o -> {
          throw new Refused(o.key(), o.arguments().toArray());
        });
  }
}

package org.passerelle.protect.sharing.referral;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.consent.Released;
import org.passerelle.protect.sharing.referral.onward.OnwardRecipient;
import org.passerelle.protect.sharing.referral.onward.OnwardRecipientRows;
import org.passerelle.protect.sharing.referral.withdrawal.RetainedRows;
import org.passerelle.protect.sharing.referral.withdrawal.WithdrawalAnswers;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Stores referrals that the organisation sends. */
@Component
public class ReferralRows {
  private static final String REQUEST = "referral.request";
  private static final String PLACE_NOW = "referral.place_now";
  private static final String GIVEN = "referral.given";
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, List<String>>> FIELDS = new TypeReference<>() {};

  private final JdbcClient db;
  private final CaseSight sight;
  private final Vault vault;
  private final Cases cases;
  private final RetainedRows retained;
  private final OnwardRecipientRows passedOn;
  private final Clock clock;

  ReferralRows(
      JdbcClient db,
      CaseSight sight,
      Vault vault,
      Cases cases,
      RetainedRows retained,
      OnwardRecipientRows passedOn,
      Clock clock) {
    this.db = db;
    this.sight = sight;
    this.vault = vault;
    this.cases = cases;
    this.retained = retained;
    this.passedOn = passedOn;
    this.clock = clock;
  }

  /** A referral of a case that the user may see. */
  Referral find(UUID id, SignedIn who) {
    Referral found = ofHouse(id, who.organisation());
    cases.check(found.caseId(), who);
    return found;
  }

  /** A referral of an organisation; without an access check. */
  Referral ofHouse(UUID id, UUID organisation) {
    return known(
            db.sql("select * from referral where id = :id and organisation = :organisation")
                .param("id", id)
                .param("organisation", organisation))
        .stream()
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** Further recipients of a recalled referral. */
  List<OnwardRecipient> passedOn(Referral referral) {
    return passedOn.of(referral.id(), referral.organisation());
  }

  /** When the recipient was told that the origin of the data recalled it. */
  public Optional<Instant> takenBackByOrigin(Referral referral) {
    return passedOn.by(referral.id(), referral.organisation()).stream()
        .map(kept -> kept.what().toldAt())
        .findFirst();
  }

  /** Referrals of a case, newest first. */
  public List<Referral> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return known(
        db.sql("select * from referral where case_id = :case order by at desc, id")
            .param("case", caseId));
  }

  /** Referrals of all cases whose team the user belongs to, those that wait first. */
  List<Referral> mine(SignedIn who, int limit) {
    return known(
        sight
            .sql(
                """
                select r.* from referral r join {case c} on c.id = r.case_id
                 where r.organisation = :organisation and {team c}
                 order by case when r.state in ('queued', 'sent') and r.recalled_at is null then 0 else 1 end,
                          r.deadline desc
                 limit :limit
                """,
                who)
            .param("limit", limit));
  }

  /** The law that the recipient stated, if any. */
  Optional<WithdrawalAnswers.Statement> law(Referral referral) {
    return retained.of(referral.id(), referral.organisation());
  }

  /** The case of a referral. */
  public Case file(Referral referral, SignedIn who) {
    return cases.find(referral.caseId(), who);
  }

  public Referral draftOf(UUID id, SignedIn who) {
    Referral found = find(id, who);
    if (!found.state().equals("draft")) {
      throw new Refused("referral.refused.sent");
    }
    return found;
  }

  void insert(UUID id, UUID caseId, Referral.Draft draft, List<String> needed, SignedIn who) {
    db.sql(
            """
            insert into referral
              (id, organisation, case_id, recipient, service, purpose, deadline, state, request, place_now, fields, at,
               by_user)
            values
              (:id, :organisation, :case, :recipient, :service, :purpose, :deadline, 'draft', :request, :place, :fields,
               :at, :user)
            """)
        .param("id", id)
        .param("organisation", who.organisation())
        .param("case", caseId)
        .param("recipient", draft.recipient())
        .param("service", draft.service())
        .param("purpose", draft.purpose())
        .param("deadline", Columns.at(draft.deadline()))
        .param("request", vault.seal(caseId, REQUEST, draft.request()))
        .param(
            "place",
            draft.placeNow().isBlank()
                ? null
                : vault.seal(caseId, PLACE_NOW, draft.placeNow().strip()))
        .param("fields", String.join(",", needed))
        .param("at", Columns.now(clock))
        .param("user", who.user())
        .update();
  }

  public void choose(UUID id, List<String> fields, List<String> answers, @Nullable UUID basis) {
    int chosen =
        db.sql(
                """
                update referral set fields = :fields, answers = :answers, basis = :basis
                 where id = :id and state = 'draft'
                """)
            .param(
                "fields",
                String.join(",", fields.stream().filter(f -> Released.of(f).isPresent()).toList()))
            .param("answers", String.join(",", answers))
            .param("basis", basis)
            .param("id", id)
            .update();
    if (chosen == 0) {
      throw new Refused("referral.refused.meanwhile");
    }
  }

  void move(UUID id, String from, String to) {
    int moved =
        db.sql("update referral set state = :to, answer = null where id = :id and state = :from")
            .param("to", to)
            .param("from", from)
            .param("id", id)
            .update();
    if (moved == 0) {
      throw new Refused("referral.refused.meanwhile");
    }
  }

  /** Stores the values that were given, encrypted like the request. */
  void give(UUID id, UUID caseId, Map<String, List<String>> fields) {
    db.sql("update referral set given = :given where id = :id")
        .param("given", vault.seal(caseId, GIVEN, JSON.writeValueAsString(fields)))
        .param("id", id)
        .update();
  }

  /** Records that the recipient was told of changed fields. */
  public void corrected(
      Referral referral, Optional<Map<String, List<String>>> known, UUID message) {
    known.ifPresent(fields -> give(referral.id(), referral.caseId(), fields));
    db.sql(
            """
            update referral set corrected_at = :now, correction_taken_at = null, correction = :message
             where id = :id
            """)
        .param("now", Columns.now(clock))
        .param("message", message)
        .param("id", referral.id())
        .update();
  }

  /** The recipient's value of each field; empty if unknown. */
  public Optional<Map<String, List<String>>> given(Referral referral) {
    return db.sql("select given from referral where id = :id")
        .param("id", referral.id())
        .query((row, i) -> Optional.ofNullable(row.getBytes("given")))
        .single()
        .map(g -> JSON.readValue(vault.open(referral.caseId(), GIVEN, g), FIELDS));
  }

  /** A message about them ended without arriving. */
  public void givenUnknown(Collection<UUID> referrals) {
    db.sql(
            """
            update referral set given = null, corrected_at = null
             where corrected_at is not null and id = any(cast(:ids as uuid array))
            """)
        .param("ids", UuidArray.of(referrals))
        .update();
  }

  /** Whether the case, its person or an episode has changed since the recipient was last told. */
  public boolean changedSince(Referral referral) {
    Instant last = referral.correctedAt() == null ? referral.sentAt() : referral.correctedAt();
    return last != null
        && db.sql(
                    """
                    select count(*) from case_event_outline
                     where case_id = :case and at > :last
                       and kind in ('case.changed', 'person.changed', 'episode.added')
                    """)
                .param("case", referral.caseId())
                .param("last", Columns.at(last))
                .query(Integer.class)
                .single()
            > 0;
  }

  private List<Referral> known(JdbcClient.StatementSpec rows) {
    return rows.query((row, i) -> referral(row)).list();
  }

  private Referral referral(ResultSet row) throws SQLException {
    UUID caseId = row.getObject("case_id", UUID.class);
    byte[] placed = row.getBytes("place_now");
    return new Referral(
        row.getObject("id", UUID.class),
        row.getObject("organisation", UUID.class),
        caseId,
        row.getObject("recipient", UUID.class),
        row.getString("service"),
        row.getString("purpose"),
        Columns.instant(row, "deadline"),
        row.getString("state"),
        vault.open(caseId, REQUEST, row.getBytes("request")),
        listed(row.getString("fields")),
        listed(row.getString("answers")),
        row.getObject("basis", UUID.class),
        row.getString("answer"),
        Columns.instant(row, "at"),
        row.getObject("by_user", UUID.class),
        Columns.instantOrNull(row, "sent_at"),
        Columns.instantOrNull(row, "answered_at"),
        Columns.instantOrNull(row, "withdrawal_acknowledged_at"),
        Columns.instantOrNull(row, "corrected_at"),
        Columns.instantOrNull(row, "correction_taken_at"),
        placed == null ? "" : vault.open(caseId, PLACE_NOW, placed),
        Columns.instantOrNull(row, "recalled_at"));
  }

  private static List<String> listed(String codes) {
    return codes.isEmpty() ? List.of() : List.of(codes.split(",", -1));
  }
}

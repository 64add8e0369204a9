package org.passerelle.protect.identity.elsewhere;

import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.Addressees;
import org.passerelle.accounts.Organisation;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseRecord;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.sharing.consent.DisclosureRules;
import org.passerelle.protect.sharing.consent.Objection;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.NamedLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides by whom a case may be found. By default nobody can find it, and authorities of the
 * country of origin never can while asylum prevents it, whatever was selected.
 */
@Service
public class Findability {
  /** Maximum number of cases named in a log entry. */
  private static final int MOST = 100;

  private final JdbcClient db;
  private final Cases cases;
  private final CaseRecord records;
  private final Addressees organisations;
  private final DisclosureRules rules;
  private final NamedLock lock;
  private final Clock clock;

  Findability(
      JdbcClient db,
      Cases cases,
      CaseRecord records,
      Addressees organisations,
      DisclosureRules rules,
      NamedLock lock,
      Clock clock) {
    this.lock = lock;
    this.db = db;
    this.cases = cases;
    this.records = records;
    this.organisations = organisations;
    this.rules = rules;
    this.clock = clock;
  }

  /** Organisations that could be admitted or asked, each with what forbids it for this case. */
  @Transactional(readOnly = true)
  public Map<Organisation, Optional<Objection>> partners(Case file) {
    Map<Organisation, Optional<Objection>> all = new LinkedHashMap<>();
    organisations.open().stream()
        .filter(o -> !o.id().equals(file.organisation()))
        .forEach(
            o ->
                all.put(
                    o,
                    organisations.takes(o.id(), KnownMessages.WANTED)
                        ? rules.againstRecipient(file, o.id())
                        : Optional.of(new Objection("elsewhere.objection.too-old", List.of()))));
    return all;
  }

  /** Organisations by which a case may be found. */
  @Transactional(readOnly = true)
  public Set<UUID> of(UUID caseId, SignedIn who) {
    cases.check(caseId, who);
    return rows(caseId);
  }

  private Set<UUID> rows(UUID caseId) {
    return Set.copyOf(
        db.sql("select by_organisation from case_findable where case_id = :case")
            .param("case", caseId)
            .query(UUID.class)
            .list());
  }

  /**
   * Sets the organisations by which a case may be found. Unanswered matches of organisations that
   * are no longer admitted are deleted.
   *
   * @throws Refused if asylum forbids one of them
   */
  @Transactional
  public void set(UUID caseId, Collection<UUID> by, SignedIn who) {
    Case file = cases.find(caseId, who);
    // with concurrent changes the last one wins and none fails
    lock.acquire("findable " + caseId);
    Set<UUID> before = rows(caseId);
    Set<UUID> now = new TreeSet<>(by);
    if (now.equals(new TreeSet<>(before))) {
      return;
    }
    if (now.size() > MOST) {
      throw new Refused("elsewhere.refused.too-many", MOST);
    }
    for (UUID one : now) {
      if (one.equals(file.organisation()) || organisations.find(one).isEmpty()) {
        throw new NotFound();
      }
      if (!before.contains(one)) {
        rules
            .againstRecipient(file, one)
            .ifPresent(
                o -> {
                  throw new Refused(o.key(), o.arguments().toArray());
                });
      }
    }
    db.sql("delete from case_findable where case_id = :case").param("case", caseId).update();
    for (UUID one : now) {
      db.sql(
              """
              insert into case_findable (case_id, by_organisation, at, by_user)
              values (:case, :by, :now, :user)
              """)
          .param("case", caseId)
          .param("by", one)
          .param("now", Columns.now(clock))
          .param("user", who.user())
          .update();
    }
    db.sql(
            """
            delete from known_hit h
             where h.case_id = :case and h.sent_at is null
               and not exists (select 1 from case_findable f
                                where f.case_id = h.case_id and f.by_organisation = h.asker)
            """)
        .param("case", caseId)
        .update();
    records.write(
        caseId,
        "elsewhere.findable",
        Integer.toString(now.size()),
        null,
        Map.of("by", String.join(",", now.stream().map(UUID::toString).toList())),
        who);
  }

  /**
   * Waits for whoever changes by whom these cases may be found, until the transaction ends: what is
   * then checked with {@link #mayFind} still holds when the match is stored.
   */
  void hold(Collection<UUID> caseIds) {
    new TreeSet<>(caseIds).forEach(id -> lock.acquire("findable " + id));
  }

  /**
   * Whether an organisation may find a case now; checked when it is found, and again before any
   * answer.
   */
  @Transactional(readOnly = true)
  public boolean mayFind(UUID caseId, UUID asker) {
    boolean open =
        db.sql(
                    """
                    select count(*) from case_findable f
                      join case_outline c on c.id = f.case_id join person_outline p on p.id = c.person
                     where f.case_id = :case and f.by_organisation = :asker and p.state = 'active'
                    """)
                .param("case", caseId)
                .param("asker", asker)
                .query(Integer.class)
                .single()
            > 0;
    return open && rules.againstRecipient(cases.forHouse(caseId), asker).isEmpty();
  }

  /** Files that an organisation may find, by case; nothing of them is decrypted. */
  @Transactional(readOnly = true)
  public List<Open> open(UUID organisation, UUID asker) {
    Map<String, Boolean> judged = new LinkedHashMap<>();
    return db
        .sql(
            """
            select c.id, c.person, c.asylum,
                   (select string_agg(n.country, ',' order by n.country)
                      from person_nationality_outline n where n.person = c.person) as nationalities
              from case_findable f
              join case_outline c on c.id = f.case_id join person_outline p on p.id = c.person
             where f.by_organisation = :asker and c.organisation = :organisation
               and p.state = 'active' and p.identity is not null
             order by c.id
            """)
        .param("asker", asker)
        .param("organisation", organisation)
        .query(
            (row, i) ->
                new Row(
                    new Open(row.getObject("id", UUID.class), row.getObject("person", UUID.class)),
                    row.getString("asylum"),
                    row.getString("nationalities") == null ? "" : row.getString("nationalities")))
        .list()
        .stream()
        .filter(
            row ->
                judged.computeIfAbsent(
                    row.asylum + ":" + row.nationalities, key -> allowed(organisation, row, asker)))
        .map(Row::open)
        .toList();
  }

  private boolean allowed(UUID organisation, Row row, UUID asker) {
    List<String> nationalities =
        row.nationalities.isEmpty() ? List.of() : List.of(row.nationalities.split(",", -1));
    return rules.againstRecipient(organisation, row.asylum, nationalities, asker).isEmpty();
  }

  /** A file that may be found. */
  public record Open(UUID caseId, UUID person) {}

  private record Row(Open open, String asylum, String nationalities) {}
}

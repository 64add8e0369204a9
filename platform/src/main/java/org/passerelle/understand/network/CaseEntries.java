package org.passerelle.understand.network;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.network.ActorKind;
import org.passerelle.protect.casework.cases.CaseJournal;
import org.passerelle.protect.sharing.consent.ForInvestigation;
import org.passerelle.refusal.NotFound;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.passerelle.understand.team.Team;
import org.passerelle.understand.team.Teams;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds case data to networks: only on a legal basis for the purpose of investigation, case by case,
 * with the person under a pseudonym that does not lead to the case. When the basis ends, the data
 * are destroyed.
 */
@Service
public class CaseEntries {
  private final JdbcClient db;
  private final Vault vault;
  private final Team team;
  private final Changes changes;
  private final ForInvestigation cases;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;

  CaseEntries(
      JdbcClient db,
      Vault vault,
      Teams teams,
      Changes changes,
      ForInvestigation cases,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock) {
    this.db = db;
    this.vault = vault;
    this.team = teams.of(NetworkTeam.TABLE);
    this.changes = changes;
    this.cases = cases;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Cases that may be added to a network and are not in it. */
  @Transactional(readOnly = true)
  public List<ForInvestigation.Offer> offered(UUID network, SignedIn who) {
    team.needs(network, who);
    Set<UUID> there =
        new HashSet<>(
            db.sql("select case_id from network_entry where network = :id and ended_at is null")
                .param("id", network)
                .query(UUID.class)
                .list());
    return cases.offered(who).stream().filter(offer -> !there.contains(offer.caseId())).toList();
  }

  /**
   * Labels for the data of a case, in the language of the user who adds it.
   *
   * @param provenance label of the source; does not lead to the case
   * @param relations labels by code of {@code relations}
   * @param suspect label of a tie if the relation is not disclosed
   * @param usesPhone label of a tie to a phone
   */
  public record Words(
      String provenance, Map<String, String> relations, String suspect, String usesPhone) {
    public Words {
      relations = Map.copyOf(relations);
    }
  }

  /**
   * Adds a case's data.
   *
   * @param basis legal basis of an offered case
   * @return the person's actor
   * @throws NotFound if it is not offered
   */
  @Transactional
  public UUID enter(UUID network, UUID basis, Words words, SignedIn who) {
    ForInvestigation.Offer offer =
        offered(network, who).stream()
            .filter(o -> o.basis().equals(basis))
            .findFirst()
            .orElseThrow(NotFound::new);
    UUID entry = identifiers.next();
    ForInvestigation.Taken taken = cases.take(basis, entry, who);
    vault.createKey(entry, offer.caseId());
    int number =
        1
            + db.sql("select count(*) from network_entry where network = :id")
                .param("id", network)
                .query(Integer.class)
                .single();
    db.sql(
            """
            insert into network_entry (id, network, case_id, pseudonym, basis, at, by_user)
            values (:id, :network, :case, :pseudonym, :basis, :now, :user)
            """)
        .param("id", entry)
        .param("network", network)
        .param("case", offer.caseId())
        .param("pseudonym", "V-" + number)
        .param("basis", basis)
        .param("now", Columns.now(clock))
        .param("user", who.user())
        .update();
    UUID victim = identifiers.next();
    List<Elements.New> states = new ArrayList<>();
    states.add(new Elements.New(victim, true, entry, victim("V-" + number, taken)));
    for (int s = 0; s < taken.suspects().size(); s++) {
      String called = "S-%d.%d".formatted(number, s + 1);
      states.addAll(suspect(entry, victim, called, taken.suspects().get(s), words));
    }
    changes.enterCase(network, states, who);
    audit.write(who, "network.case", "network", network, Map.of("basis", basis.toString()));
    return victim;
  }

  private static ActorState victim(String pseudonym, ForInvestigation.Taken taken) {
    Map<String, List<String>> known = new LinkedHashMap<>();
    known.put("country", List.of(taken.country()));
    if (taken.form() != null) {
      known.put("form", List.of(taken.form()));
    }
    if (taken.gender() != null) {
      known.put("sex", List.of(taken.gender()));
    }
    known.put("minor", List.of(taken.minor() ? "yes" : "no"));
    known.put("nationality", taken.nationalities());
    known.put("first contact", List.of(Integer.toString(taken.firstContact().getYear())));
    if (taken.nonPunishment()) {
      known.put("non-punishment", List.of("yes"));
    }
    return new ActorState("", ActorKind.PERSON, pseudonym, true, known, null);
  }

  private List<Elements.New> suspect(
      UUID entry, UUID victim, String called, ForInvestigation.Suspect suspect, Words words) {
    UUID id = identifiers.next();
    String name = suspect.name().isBlank() ? called : suspect.name();
    List<Elements.New> states = new ArrayList<>();
    states.add(
        new Elements.New(
            id, true, entry, new ActorState("", ActorKind.PERSON, name, false, Map.of(), null)));
    String kind = words.relations.getOrDefault(suspect.relation(), words.suspect);
    states.add(
        new Elements.New(
            identifiers.next(),
            false,
            entry,
            tie(id, victim, kind, day(suspect.from()), day(suspect.until()), words)));
    if (!suspect.phone().isBlank()) {
      UUID phone = identifiers.next();
      states.add(
          new Elements.New(
              phone,
              true,
              entry,
              new ActorState("", ActorKind.PHONE, suspect.phone(), false, Map.of(), null)));
      states.add(
          new Elements.New(
              identifiers.next(), false, entry, tie(id, phone, words.usesPhone, "", "", words)));
    }
    return states;
  }

  private static TieState tie(
      UUID one, UUID other, String kind, String from, String to, Words words) {
    return new TieState(
        "", one, other, kind, 1, false, from, to, words.provenance, "", false, Map.of(), null);
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "" : day.toString();
  }

  /** Filters out data whose legal basis does not hold today. */
  NetworkState allowed(UUID network, NetworkState state) {
    Set<UUID> closed = new HashSet<>();
    db.sql(
            """
            select e.id, e.basis, e.ended_at, n.organisation from network_entry e
              join network n on n.id = e.network where e.network = :network
            """)
        .param("network", network)
        .query(
            row -> {
              if (row.getObject("ended_at") != null
                  || !cases.holds(
                      row.getObject("basis", UUID.class),
                      row.getObject("organisation", UUID.class))) {
                closed.add(row.getObject("id", UUID.class));
              }
            });
    if (closed.isEmpty()) {
      return state;
    }
    return new NetworkState(
        state.version(),
        state.actors().stream()
            .filter(a -> a.entry() == null || !closed.contains(a.entry()))
            .toList(),
        state.ties().stream()
            .filter(t -> t.entry() == null || !closed.contains(t.entry()))
            .toList());
  }

  /** A consent was withdrawn, or a basis not upheld: the data based on it are destroyed at once. */
  @EventListener
  void on(CaseJournal.Happened happened) {
    ForInvestigation.endedBasis(happened).ifPresent(this::ended);
  }

  private void ended(UUID basis) {
    db.sql("select id, network from network_entry where basis = :basis and ended_at is null")
        .param("basis", basis)
        .query(
            (row, i) ->
                Map.entry(row.getObject("id", UUID.class), row.getObject("network", UUID.class)))
        .list()
        .forEach(entry -> end(entry.getKey(), entry.getValue()));
  }

  private void end(UUID entry, UUID network) {
    db.sql("update network_element set content = null where entry = :entry")
        .param("entry", entry)
        .update();
    db.sql("delete from network_note where entry = :entry").param("entry", entry).update();
    db.sql("update network_entry set ended_at = :now where id = :entry")
        .param("now", Columns.now(clock))
        .param("entry", entry)
        .update();
    UUID organisation =
        db.sql("select organisation from network where id = :network")
            .param("network", network)
            .query(UUID.class)
            .single();
    audit.writeByHouse(
        organisation, "network.case-ended", "network", network, Map.of("entry", entry.toString()));
    vault.destroyAtCommit(List.of(entry));
  }
}

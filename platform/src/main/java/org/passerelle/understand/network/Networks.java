package org.passerelle.understand.network;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.UuidArray;
import org.passerelle.storage.Vault;
import org.passerelle.understand.team.Team;
import org.passerelle.understand.team.Teams;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Networks of the user's organisation on whose team the user is. Safe for concurrent use. */
@Service
public class Networks {
  private static final String TITLE = "network.title";
  private static final String QUESTION = "network.question";
  private static final Duration LOOK = Duration.ofMinutes(10);
  private static final int MOST_REMEMBERED = 10_000;
  private static final String LINES =
      """
      select n.id, n.title, n.changed_at,
             (select count(*) from network_element e
               where e.network = n.id and e.ended is null and e.content is not null and e.side = 'actor') as actors,
             (select count(*) from network_element e
               where e.network = n.id and e.ended is null and e.content is not null and e.side = 'tie') as ties
        from network n join network_member m on m.network = n.id and m.user_id = :user
       where n.organisation = :organisation
      """;
  private final JdbcClient db;
  private final Vault vault;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final Clock clock;
  private final Team team;
  private final Elements elements;
  private final CaseEntries entries;
  private final Cache<Reader, Boolean> looked =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(LOOK).build();

  Networks(
      JdbcClient db,
      Vault vault,
      AuditLog audit,
      Identifiers identifiers,
      Clock clock,
      Teams teams,
      Elements elements,
      CaseEntries entries) {
    this.db = db;
    this.vault = vault;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
    this.team = teams.of(NetworkTeam.TABLE);
    this.elements = elements;
    this.entries = entries;
  }

  /** A network in a list. */
  public record Line(UUID id, String title, int actors, int ties, Instant changedAt) {}

  /**
   * Creates a network; its author is the first member of the team.
   *
   * @param diagnosis a diagnosis that the author sees, or null
   */
  @Transactional
  public UUID begin(String title, String question, @Nullable UUID diagnosis, SignedIn who) {
    UUID id = identifiers.next();
    vault.createKey(id, who.organisation());
    db.sql(
            """
            insert into network (id, organisation, diagnosis, title, question, changes, made_by, made_at, changed_at)
            values (:id, :organisation, :diagnosis, :title, :question, 0, :user, :now, :now)
            """)
        .param("id", id)
        .param("organisation", who.organisation())
        .param("diagnosis", diagnosis)
        .param("title", vault.seal(id, TITLE, title))
        .param("question", vault.seal(id, QUESTION, question))
        .param("user", who.user())
        .param("now", Columns.now(clock))
        .update();
    team.begin(id, who);
    audit.write(who, "network.begun", "network", id, Map.of());
    return id;
  }

  /** Networks on whose team the user is, last changed first. */
  @Transactional(readOnly = true)
  public List<Line> all(SignedIn who) {
    return lines(db.sql(LINES + " order by n.changed_at desc, n.id limit 200"), who);
  }

  /** Some of them, also where there are more than the list shows. */
  @Transactional(readOnly = true)
  public List<Line> some(Collection<UUID> networks, SignedIn who) {
    return networks.isEmpty()
        ? List.of()
        : lines(
            db.sql(LINES + " and n.id = any(cast(:ids as uuid array)) order by n.id")
                .param("ids", UuidArray.of(networks)),
            who);
  }

  /** Those among them that belong to a diagnosis. */
  @Transactional(readOnly = true)
  public List<Line> of(UUID diagnosis, SignedIn who) {
    return lines(
        db.sql(LINES + " and n.diagnosis = :diagnosis order by n.changed_at desc, n.id limit 200")
            .param("diagnosis", diagnosis),
        who);
  }

  private List<Line> lines(JdbcClient.StatementSpec statement, SignedIn who) {
    return statement
        .param("user", who.user())
        .param("organisation", who.organisation())
        .query(
            (row, i) -> {
              UUID id = row.getObject("id", UUID.class);
              return new Line(
                  id,
                  vault.open(id, TITLE, row.getBytes("title")),
                  row.getInt("actors"),
                  row.getInt("ties"),
                  Columns.instant(row, "changed_at"));
            })
        .list();
  }

  /**
   * Opens a network; the access is logged. Case data whose legal basis no longer holds are left
   * out.
   *
   * @throws NotFound if it does not exist for this user
   */
  @Transactional
  public OpenedNetwork open(UUID id, SignedIn who) {
    OpenedNetwork opened = find(id, who);
    audit.write(who, "network.read", "network", id, Map.of());
    looked.put(new Reader(id, who.user()), true);
    return opened;
  }

  /**
   * The same for requests of a page's script and for its forms: logged, unless this user's last
   * access was a few minutes ago at most.
   *
   * @throws NotFound if it does not exist for this user
   */
  @Transactional
  public OpenedNetwork look(UUID id, SignedIn who) {
    OpenedNetwork opened = find(id, who);
    Reader reader = new Reader(id, who.user());
    if (looked.getIfPresent(reader) == null) {
      audit.write(who, "network.read", "network", id, Map.of());
      looked.put(reader, true);
    }
    return opened;
  }

  private record Reader(UUID network, UUID user) {}

  /**
   * The same without a log entry, for an action that logs itself.
   *
   * @throws NotFound if it does not exist for this user
   */
  @Transactional(readOnly = true)
  public OpenedNetwork find(UUID id, SignedIn who) {
    team.needs(id, who);
    NetworkState state = entries.allowed(id, elements.now(id));
    return db.sql("select organisation, diagnosis, title, question from network where id = :id")
        .param("id", id)
        .query(
            (row, i) ->
                new OpenedNetwork(
                    id,
                    row.getObject("organisation", UUID.class),
                    vault.open(id, TITLE, row.getBytes("title")),
                    vault.open(id, QUESTION, row.getBytes("question")),
                    row.getObject("diagnosis", UUID.class),
                    state,
                    state.network()))
        .single();
  }

  /** Those of some networks on whose team the reader is. */
  @Transactional(readOnly = true)
  public Set<UUID> seen(Collection<UUID> networks, SignedIn who) {
    return Set.copyOf(
        db.sql(
                """
                select n.id from network n join network_member m on m.network = n.id and m.user_id = :user
                 where n.id = any(cast(:ids as uuid array)) and n.organisation = :organisation
                """)
            .param("ids", UuidArray.of(networks))
            .param("user", who.user())
            .param("organisation", who.organisation())
            .query(UUID.class)
            .list());
  }

  /** Number of its newest change. */
  @Transactional(readOnly = true)
  public int version(UUID id, SignedIn who) {
    team.needs(id, who);
    return elements.version(id);
  }

  /** Members of the team, the author first. */
  @Transactional(readOnly = true)
  public List<UUID> members(UUID id, SignedIn who) {
    team.needs(id, who);
    return team.members(id);
  }

  /**
   * Adds a colleague, who can then see everything.
   *
   * @param colleague an analyst or prosecutor of the same organisation, as checked by the caller
   */
  @Transactional
  public void addMember(UUID id, UUID colleague, SignedIn who) {
    team.add(id, colleague, who);
  }

  /**
   * Removes a colleague, or the user, from the team at once.
   *
   * @throws Refused if the team would be empty
   */
  @Transactional
  public void removeMember(UUID id, UUID colleague, SignedIn who) {
    team.remove(id, colleague, who);
  }
}
